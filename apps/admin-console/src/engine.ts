/**
 * The engine as the console sees it: one call, with the token of whoever signed in.
 */
import { ApiProblem, type Client, type OverviewReply } from '@umiar/http-client'

/** The call the console makes, and no other. */
export type ConsoleClient = Pick<Client, 'overview'> & { with(changes: { key?: string }): ConsoleClient }

export type Overview = OverviewReply

/** What came of asking with a token. */
export type Answer =
  | { readonly overview: Overview }
  /** `unknown`: no key of this shop; `other_kind`: a key, but not staff's. */
  | { readonly refused: 'unknown' | 'other_kind' }

/**
 * Asks for the overview.
 *
 * @throws ApiProblem, ApiUnreachable when the engine cannot answer, whoever asks
 */
export async function askOverview(client: ConsoleClient, token: string): Promise<Answer> {
  try {
    return { overview: await client.with({ key: token }).overview() }
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return { refused: 'unknown' }
    if (error instanceof ApiProblem && error.status === 403) return { refused: 'other_kind' }
    throw error
  }
}
