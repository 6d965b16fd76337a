/**
 * The privacy notice in force: its version, and the policy a shop shows from it.
 */
import {
  HIGHEST_OFFERED_LEVEL,
  LEVELS,
  type Locale,
  PERSONAL_TABLES,
  PURPOSES,
  SWITCHES,
} from '@umiar/vocabulary'
import type { ConsentPolicyReply } from '../application.ts'

/** Rises whenever a text or a purpose changes: an older choice form is refused. */
export const NOTICE_VERSION = '2026-11-2'

const WITHDRAW = {
  en: 'You can change or withdraw this at any time on this page. It takes effect at your next click.',
  pl: 'Możesz to zmienić lub wycofać w każdej chwili na tej stronie. Działa od następnego kliknięcia.',
}
const AFTER_ERASURE = {
  en: 'After erasure one thing remains: a keyed fingerprint of your visitor id, so that late messages about you are refused. It says nothing about what you did.',
  pl: 'Po usunięciu zostaje jedno: skrót Twojego identyfikatora, po którym odrzucamy spóźnione wiadomości o Tobie. Nie mówi nic o tym, co robisz w sklepie.',
}

/** What may be used, for what, and for how long, in one language. */
export function consentPolicy(locale: Locale): ConsentPolicyReply {
  return {
    levels: LEVELS.map((row) => ({
      level: row.level,
      line: row.line[locale],
      name: row.name[locale],
      offered: row.level <= HIGHEST_OFFERED_LEVEL,
    })),
    locale,
    notice_version: NOTICE_VERSION,
    purposes: PURPOSES.filter((entry) => entry.inUse).map((entry) => ({
      basis: entry.basis,
      granted_by: entry.grantedBy,
      least_level: entry.leastLevel,
      name: entry.name[locale],
      purpose: entry.purpose,
      why: entry.why[locale],
    })),
    retention: PERSONAL_TABLES.map((entry) => ({
      days: entry.retentionDays,
      name: entry.name[locale],
      table: entry.table,
    })),
    switches: SWITCHES.map((entry) => ({
      label: entry.label[locale],
      name: entry.name,
      purpose: entry.purpose,
    })),
    texts: { after_erasure: AFTER_ERASURE[locale], withdraw: WITHDRAW[locale] },
  }
}
