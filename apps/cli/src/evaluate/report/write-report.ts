/**
 * `umiar evaluate --report FILE`: measures from all sides and writes the page.
 */
import { writeFileSync } from 'node:fs'
import { readItemList } from '@umiar/formats'
import { DomainError } from '@umiar/vocabulary'
import { readText } from '../../text-file.ts'
import type { Evaluation } from '../evaluate.ts'
import type { EvaluateOptions } from '../evaluate-options.ts'
import { ProgressBar } from '../progress-bar.ts'
import { collectFigures } from './collect-figures.ts'
import { reportPage } from './page.ts'
import { readSimulation } from './simulated-file.ts'

/**
 * Writes the report of a log.
 *
 * @param evaluation of the same options, whose figures it repeats
 * @throws DomainError `input_unreadable` if a file cannot be read or written
 */
export async function writeReport(options: EvaluateOptions, evaluation: Evaluation): Promise<void> {
  const { items, report, simulated } = options
  if (report === undefined) return
  const bar = new ProgressBar()
  try {
    // Small files first: what is wrong with them should not cost the minutes of the log.
    const simulations = simulated.map(readSimulation)
    const categoryOf = items === undefined ? new Map<string, string>() : await readCategories(items)
    const figures = await collectFigures(options, evaluation, categoryOf, (step, share) =>
      bar.show(step, share),
    )
    const date = new Date().toISOString().slice(0, 10)
    write(report, reportPage({ ...figures, date, simulations }, options.locale))
  } finally {
    bar.clear()
  }
}

/** Product → category; products without one are absent. */
async function readCategories(file: string): Promise<ReadonlyMap<string, string>> {
  const categories = new Map<string, string>()
  for await (const batch of readItemList(readText(file))) {
    for (const { category, item } of batch) if (category !== undefined) categories.set(item, category)
  }
  return categories
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DomainError('input_unreadable', `${file} cannot be written: ${reason}`)
  }
}
