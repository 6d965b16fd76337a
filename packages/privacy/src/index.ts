export type { ConsentMethod, ConsentState } from './consent/consent-state.ts'
export type { AccessGrant, Decision, Refusal } from './gate/gate.ts'
export { decide, isAccessGrant, isExpired, openGate, openRight } from './gate/gate.ts'
