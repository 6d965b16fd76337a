/**
 * What pages say where the shop runs on a real catalogue and history.
 */
import type { Localized } from '@umiar/vocabulary'

export const IMPORT_MESSAGES = {
  'banner.real_data': {
    en: 'Demo shop. Products and purchases come from the folder “{folder}”; the consents are invented.',
    pl: 'Sklep pokazowy. Produkty i zakupy pochodzą z folderu „{folder}”, a zgody są wymyślone.',
  },
} as const satisfies Readonly<Record<string, Localized>>
