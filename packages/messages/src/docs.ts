/**
 * What stands around the guides of `/docs`; the guides themselves are Markdown in `docs/`.
 */
import type { Localized } from '@umiar/vocabulary'

export const DOCS_MESSAGES = {
  'docs.title': { en: 'Documentation', pl: 'Dokumentacja' },
  'docs.lead': {
    en: 'Guides for those who run a shop, and every call of the API. All of it is on this computer; nothing is loaded from elsewhere.',
    pl: 'Poradniki dla tych, którzy prowadzą sklep, i wszystkie wywołania API. Wszystko jest na tym komputerze, nic nie przychodzi z zewnątrz.',
  },
  'docs.skip': { en: 'Skip to content', pl: 'Przejdź do treści' },
  'docs.guides': { en: 'Guides', pl: 'Poradniki' },
  'docs.api': { en: 'API', pl: 'API' },
  'docs.demo': { en: 'Demo shop', pl: 'Sklep pokazowy' },
  'docs.contents': { en: 'On this page', pl: 'Na tej stronie' },
  'docs.other_language': { en: 'English', pl: 'Po polsku' },
  'docs.table': { en: 'Table', pl: 'Tabela' },
  'docs.all_title': { en: 'Guides and reference', pl: 'Poradniki i opisy' },
  'docs.in_language': { en: 'In English', pl: 'Po polsku' },
  'docs.door_shop': { en: 'For shops', pl: 'Dla sklepu' },
  'docs.door_officer': { en: 'For privacy officers', pl: 'Dla inspektora ochrony danych' },
  'docs.door_readme': { en: 'What Umiar is', pl: 'Czym jest Umiar' },
  'docs.group_reference': { en: 'Reference', pl: 'Opisy techniczne' },
  'docs.group_decision': { en: 'Decisions', pl: 'Decyzje' },
  'docs.group_package': { en: 'Packages', pl: 'Pakiety' },
  'docs.missing': { en: 'There is no such page', pl: 'Nie ma takiej strony' },
  'docs.missing_line': {
    en: 'Perhaps it has moved. Here are all the pages there are:',
    pl: 'Być może zmieniła adres. Oto wszystkie strony, które są:',
  },
} as const satisfies Readonly<Record<string, Localized>>
