/**
 * The console for staff: one read-only page of seven facts, behind the staff token.
 */
export { type ConsoleOptions, registerConsole } from './console.ts'
export type { ConsoleClient } from './engine.ts'
