/**
 * The people of Polana: who they are, what they truly like, what they did, and how an engine hears of it.
 */
export { apiEventsOf, type SimulatedEvent } from './api-events.ts'
export type { ConsentModel } from './archetypes.ts'
export type { Deed } from './behaviour.ts'
export { type DeclaredTaste, declaredTasteOf, hintsOf } from './declared-taste.ts'
export type { Good } from './goods.ts'
export { HEROES, type HeroCard } from './heroes.ts'
export { playScenario, SCENARIOS, type Scenario } from './scenarios.ts'
export {
  type SeedConsent,
  type SeedEngine,
  type SeedOptions,
  type SeedProgress,
  type SeedSummary,
  seedPolana,
  tellHero,
} from './seed.ts'
export { createSeedEngine } from './seed-engine.ts'
export { type SharedCounts, sharedCountsOf } from './shared-counts.ts'
export type { Shopper, Taste } from './shopper.ts'
export type { Claim, StageEngine, StageOptions } from './stage.ts'
export { createStageEngine } from './stage-engine.ts'
export { oracleRanking, suits, trueUtility, utilityOf } from './utility.ts'
export { type Life, polanaWorld, simulate, type World } from './world.ts'
