/**
 * Products that have turned sensitive leave what is stored of anybody (GDPR Art. 9).
 *
 * Cost: reads every person's rows once per product; a rare act of the shop, done before it is answered.
 */
import type { ItemId } from '@umiar/vocabulary'
import { type ForgetItemPorts, forgetItem } from './forget-item.ts'

/** Resolves when no stored row, hint or model file names any of the items. */
export async function purgeItems(
  ports: ForgetItemPorts,
  items: readonly ItemId[],
  nowMs: number,
): Promise<void> {
  for (const subject of [...ports.memory.subjects()]) {
    const record = await ports.memory.load(subject)
    const keeps = ['personal_recs', 'build_profile'] as const
    if (!keeps.some((purpose) => record.consent?.granted.includes(purpose))) continue
    for (const item of items) await forgetItem(ports, record, item, 'forget', nowMs)
  }
  await ports.training.purged()
}
