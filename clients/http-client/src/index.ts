export type { CallOptions, Client, ClientOptions, Fetch } from './client.ts'
export { createClient } from './client.ts'
export { ApiProblem, ApiUnreachable } from './errors.ts'
// All of them: whoever adds a route names its types there, and nowhere else.
export type * from './generated.ts'
