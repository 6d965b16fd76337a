/**
 * The invented world of demo mode. Imported there and in tests only.
 */
export { demoCatalogue } from './catalogue.ts'
export type { DemoShopper } from './history.ts'
export { demoHistory } from './history.ts'
export type { SeedOptions, SeedProgress, SeedSummary } from './seed.ts'
export { seedDemo } from './seed.ts'
