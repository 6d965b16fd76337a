/**
 * The registry of purposes: what personal data may be used for, on which basis, from which level.
 *
 * Registry data, not code: gate, consent page and documentation read this one table.
 */
import type { Level } from './levels.ts'
import type { Localized } from './locales.ts'

export type Purpose =
  | 'run_shop'
  | 'contextual_recs'
  | 'session_recs'
  | 'personal_recs'
  | 'build_profile'
  | 'measure'
  | 'ui_adapt'
  | 'train_models'
  | 'offers'
  | 'mail'
  | 'share'
  | 'accountability'

/** GDPR Art. 6(1): (a) consent, (b) contract, (c) legal obligation; `none` where no personal data is used. */
export type LawfulBasis = 'consent' | 'contract' | 'legal_obligation' | 'none'

/** How a consent purpose is opened: by choosing its level, or only by its own name. */
export type GrantedBy = 'level' | 'name' | 'nobody'

export interface PurposeEntry {
  readonly purpose: Purpose
  readonly basis: LawfulBasis
  readonly leastLevel: Level
  readonly grantedBy: GrantedBy
  /** Does a running feature use it? Purposes nothing uses are hidden and cannot be granted. */
  readonly inUse: boolean
  readonly name: Localized
  readonly why: Localized
}

const entry = (
  purpose: Purpose,
  basis: LawfulBasis,
  leastLevel: Level,
  grantedBy: GrantedBy,
  inUse: boolean,
  name: Localized,
  why: Localized,
): PurposeEntry => Object.freeze({ basis, grantedBy, inUse, leastLevel, name, purpose, why })

export const PURPOSES: readonly PurposeEntry[] = [
  entry(
    'run_shop',
    'contract',
    0,
    'nobody',
    true,
    { en: 'Running the shop', pl: 'Działanie sklepu' },
    {
      en: 'What the shop needs to sell and deliver.',
      pl: 'To, czego sklep potrzebuje, aby sprzedać i dostarczyć.',
    },
  ),
  entry(
    'contextual_recs',
    'none',
    0,
    'nobody',
    true,
    { en: 'Suggestions that fit the page', pl: 'Propozycje do strony' },
    {
      en: 'Chosen from the page itself, the same for everyone.',
      pl: 'Wybierane według samej strony, takie same dla wszystkich.',
    },
  ),
  entry(
    'session_recs',
    'consent',
    1,
    'level',
    true,
    { en: 'Suggestions from this visit', pl: 'Propozycje z tej wizyty' },
    {
      en: 'What you look at now decides what we suggest now.',
      pl: 'To, co oglądasz teraz, decyduje o tym, co teraz podpowiadamy.',
    },
  ),
  entry(
    'personal_recs',
    'consent',
    2,
    'level',
    true,
    { en: 'Suggestions for me', pl: 'Propozycje dla mnie' },
    {
      en: 'Your hints, and at level 3 your history, shape what you see.',
      pl: 'Twoje wskazówki, a na poziomie 3 także historia, kształtują to, co widzisz.',
    },
  ),
  entry(
    'build_profile',
    'consent',
    3,
    'level',
    true,
    { en: 'Remembering what I view and buy', pl: 'Pamiętanie, co oglądam i kupuję' },
    {
      en: 'We keep what you view for 90 days and what you buy for 24 months.',
      pl: 'To, co oglądasz, pamiętamy 90 dni, a zakupy 24 miesiące.',
    },
  ),
  entry(
    'measure',
    'consent',
    1,
    'name',
    true,
    { en: 'Checking whether suggestions work', pl: 'Sprawdzanie, czy propozycje działają' },
    {
      en: 'We count clicks on suggestions and purchases that followed. At level 3 we know for 30 days that they were yours, then only sums are left; at levels 1 and 2 we keep only sums, from the end of the visit.',
      pl: 'Liczymy kliknięcia propozycji i zakupy po nich. Na poziomie 3 przez 30 dni wiemy, że są Twoje, potem zostają same sumy; na poziomach 1 i 2 zostają tylko sumy, po zakończeniu wizyty.',
    },
  ),
  entry(
    'ui_adapt',
    'consent',
    2,
    'name',
    false,
    { en: 'A shop layout for me', pl: 'Układ sklepu dla mnie' },
    { en: 'The shop arranges its pages for you.', pl: 'Sklep układa strony dla Ciebie.' },
  ),
  entry(
    'train_models',
    'consent',
    3,
    'name',
    true,
    { en: 'Teaching suggestions for others', pl: 'Nauka podpowiedzi dla innych' },
    {
      en: 'Your history helps to choose what others see. Withdraw and it is unlearned.',
      pl: 'Twoja historia pomaga dobierać propozycje dla innych. Po wycofaniu zgody jej wpływ znika.',
    },
  ),
  entry(
    'offers',
    'consent',
    3,
    'name',
    false,
    { en: 'Discounts chosen for me', pl: 'Rabaty dobierane dla mnie' },
    { en: 'Discounts that fit what you buy.', pl: 'Rabaty dopasowane do tego, co kupujesz.' },
  ),
  entry(
    'mail',
    'consent',
    4,
    'name',
    false,
    { en: 'Offers by e-mail', pl: 'Oferty e-mailem' },
    { en: 'Offers sent to your e-mail address.', pl: 'Oferty wysyłane na Twój adres e-mail.' },
  ),
  entry(
    'share',
    'consent',
    4,
    'name',
    false,
    { en: 'Ads on other services', pl: 'Reklamy w innych serwisach' },
    { en: 'Ads shown to you elsewhere.', pl: 'Reklamy pokazywane Ci gdzie indziej.' },
  ),
  entry(
    'accountability',
    'legal_obligation',
    0,
    'nobody',
    true,
    { en: 'Record of data use', pl: 'Dziennik użycia danych' },
    {
      en: 'The law has us prove what was done. Only you and the privacy office read it.',
      pl: 'Prawo każe nam móc wykazać, co zrobiono. Czyta to tylko Ty i osoba odpowiedzialna za prywatność.',
    },
  ),
]

const byName = new Map(PURPOSES.map((row) => [row.purpose, row]))

/** The registry row of a purpose. @throws RangeError on a name that is not registered */
export function purposeEntry(purpose: Purpose): PurposeEntry {
  const row = byName.get(purpose)
  if (row === undefined) throw new RangeError(`purpose ${purpose} is not registered`)
  return row
}

/** Is the value the name of a registered purpose? */
export function isPurpose(value: unknown): value is Purpose {
  return typeof value === 'string' && byName.has(value as Purpose)
}

/** Features a customer may switch off one by one without lowering her level. */
export type FeatureSwitch = 'visit_hints' | 'taste_hints' | 'history_hints'

export interface SwitchEntry {
  readonly name: FeatureSwitch
  readonly purpose: Purpose
  readonly label: Localized
}

/** Each switch closes one purpose at use time; nothing is deleted by it. */
export const SWITCHES: readonly SwitchEntry[] = [
  {
    label: { en: 'Use what I view in this visit', pl: 'Używaj tego, co oglądam w tej wizycie' },
    name: 'visit_hints',
    purpose: 'session_recs',
  },
  {
    label: { en: 'Use my hints', pl: 'Używaj moich wskazówek' },
    name: 'taste_hints',
    purpose: 'personal_recs',
  },
  {
    label: { en: 'Remember what I view and buy', pl: 'Zapamiętuj, co oglądam i kupuję' },
    name: 'history_hints',
    purpose: 'build_profile',
  },
]

/** Is the value the name of a feature switch? */
export function isFeatureSwitch(value: unknown): value is FeatureSwitch {
  return SWITCHES.some((row) => row.name === value)
}
