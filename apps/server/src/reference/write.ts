/** Writes the generated pages of `docs/reference/`: `node apps/server/src/reference/write.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { answersPage } from './answers-page.ts'
import { configurationPage } from './configuration-page.ts'
import { errorPage } from './error-page.ts'
import { filtersPage } from './filters-page.ts'
import { strategiesPage } from './strategies-page.ts'

const folder = new URL('../../../../docs/reference/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('errors.md', folder), errorPage())
writeFileSync(new URL('configuration.md', folder), configurationPage())
writeFileSync(new URL('answers.md', folder), answersPage())
writeFileSync(new URL('filters.md', folder), filtersPage())
writeFileSync(new URL('strategies.md', folder), strategiesPage())
