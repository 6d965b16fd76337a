export type { CallOptions, Client, ClientOptions, Fetch } from './client.ts'
export { createClient } from './client.ts'
export { ApiProblem, ApiUnreachable } from './errors.ts'
export type * from './generated.ts'
