/**
 * The engine as the centre sees it: the public API, with the shop's secret key for what concerns nobody,
 * and with a shopper token for what is hers.
 */
import type { Client, ConsentPolicyReply, ConsentReply, MeDataReply, MeReply } from '@umiar/http-client'
import type { Locale } from '@umiar/vocabulary'

/** The calls the centre makes, and no others. */
export type CentreClient = Pick<
  Client,
  | 'consent'
  | 'consentPolicy'
  | 'eraseMe'
  | 'exportMe'
  | 'feedback'
  | 'issueShopperToken'
  | 'me'
  | 'meData'
  | 'meUses'
  | 'meWhy'
  | 'objectMe'
  | 'previewLevel'
  | 'putConsent'
  | 'putTaste'
  | 'restrictMe'
> & {
  with(changes: { key?: string; gpc?: boolean }): CentreClient
}

/** Calls in one person's name. */
export interface Shopper {
  /** The client with her token; minted with the first call of a page view. */
  calls(): Promise<CentreClient>
}

/**
 * Speaks for whoever has this id.
 *
 * @param client      with the shop's secret key
 * @param anonymousId from her cookie; the shop's server vouches for it
 * @param gpc         does her browser send Global Privacy Control?
 */
export function shopperOf(client: CentreClient, anonymousId: string, gpc: boolean): Shopper {
  let minted: Promise<CentreClient> | undefined
  const mint = async (): Promise<CentreClient> => {
    const { token } = await client.issueShopperToken({ body: { anonymous_id: anonymousId } })
    return client.with({ gpc, key: token })
  }
  return {
    calls: () => {
      minted ??= mint()
      return minted
    },
  }
}

/** Everything held about a person, as the page tells it. */
export interface Holdings {
  readonly me: MeReply
  readonly data: MeDataReply
  readonly uses: MeDataReply['decisions']
  readonly why: readonly WhySentence[]
}

/** One sentence on why a product was shown. */
export interface WhySentence {
  readonly at: string
  readonly item_id: string
  readonly title: string
  readonly text: string
}

/** Reads everything at once. @throws ApiProblem, ApiUnreachable */
export async function readHoldings(shopper: Shopper, locale: Locale): Promise<Holdings> {
  const calls = await shopper.calls()
  const [me, data, { uses }, { why }] = await Promise.all([
    calls.me({ query: { locale } }),
    calls.meData(),
    calls.meUses(),
    calls.meWhy({ query: { locale } }),
  ])
  return { data, me, uses, why }
}

export type Consent = ConsentReply
export type Policy = ConsentPolicyReply
