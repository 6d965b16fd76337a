/**
 * The choice of a level: read, raised, lowered.
 *
 * Raising needs a shopper token, which the shop's server gives; lowering needs nothing but the id
 * (GDPR Art. 7(3): withdrawing is as easy as giving). A refusal works on this device before anybody is
 * asked. An id is drawn in memory and reaches the device only after the engine has recorded the consent.
 */
import { type Calls, codeOf, fault } from './calls.ts'
import { type Device, randomId } from './device.ts'
import type { Saved } from './public-types.ts'
import type { Settings } from './settings.ts'

/** The part of `GET /v1/consent/policy` that is shown. */
export interface Policy {
  readonly notice_version: string
  readonly levels: readonly {
    readonly level: number
    readonly name: string
    readonly line: string
    readonly offered: boolean
  }[]
  readonly retention: readonly { readonly table: string; readonly name: string }[]
}

export interface Choice {
  /** @throws CallFault */
  policy(): Promise<Policy>
  /** 0 for whoever never chose or refused; `undefined` if the shop's server cannot tell. */
  level(): Promise<number | undefined>
  /** @param noticeVersion of the text she had before her; the one in force if absent */
  save(level: number, noticeVersion?: string): Promise<Saved>
  /** Brings a withdrawal to the engine that it could not take when it was made. */
  finishWithdrawal(): Promise<void>
}

/** @param onLevel a level is in force from now on; `isGuest`: she is nobody to the engine */
export function createChoice(
  settings: Settings,
  calls: Calls,
  device: Device,
  onLevel: (level: number, removed: readonly string[], isGuest: boolean) => void,
): Choice {
  /** What the engine said on this page, by id. */
  const levelOf: Record<string, number> = {}

  const policy = (): Promise<Policy> =>
    calls.engine('GET', `/v1/consent/policy?locale=${encodeURIComponent(settings.locale)}`)

  const tokenFor = (id: string): Promise<string | undefined> =>
    calls.shop(settings.tokenUrl, { anonymous_id: id }).then(
      (reply) => reply.token,
      () => undefined,
    )

  const level = async (): Promise<number | undefined> => {
    const id = device.known()
    if (!id) return 0
    if (!(id in levelOf)) {
      const token = await tokenFor(id)
      if (!token) return undefined
      levelOf[id] = (await calls.engine('GET', '/v1/consent', undefined, null, token)).level
    }
    return levelOf[id]
  }

  /** @returns tables whose rows were deleted */
  const put = async (
    id: string,
    wanted: number,
    noticeVersion: string | undefined,
    token?: string,
  ): Promise<readonly string[]> => {
    const body = {
      level: wanted,
      locale: settings.locale,
      method: 'widget',
      notice_version: noticeVersion ?? (await policy()).notice_version,
      visitor: token ? undefined : { anonymous_id: id },
    }
    const { removed = [] } = await calls.engine('PUT', '/v1/consent', body, null, token)
    levelOf[id] = wanted
    return removed
  }

  const withdraw = async (noticeVersion?: string): Promise<Saved> => {
    const id = device.id()
    const kept = device.refuse()
    let removed: readonly string[] = []
    try {
      if (id) {
        removed = await put(id, 0, noticeVersion).catch((thrown) => {
          // A changed notice never stands in the way of a withdrawal.
          if (codeOf(thrown) !== 'notice_outdated') throw thrown
          return put(id, 0, undefined)
        })
        device.endVisit()
      }
      return { kept, level: 0, ok: true, removed }
    } finally {
      onLevel(0, removed, !id)
    }
  }

  const raiseOrLower = async (wanted: number, noticeVersion?: string): Promise<Saved> => {
    const id = device.id() ?? randomId()
    const before = device.known() ? levelOf[id] : 0
    const token = before !== undefined && wanted < before ? undefined : await tokenFor(id)
    if (!token && before === 0) throw fault('not_set_up')
    const removed = await put(id, wanted, noticeVersion, token)
    const kept = device.keep(id)
    onLevel(wanted, removed, false)
    return { kept, level: wanted, ok: true, removed }
  }

  return {
    async finishWithdrawal() {
      if (device.isWithdrawing()) await withdraw()
    },
    level,
    policy,
    save: (wanted, noticeVersion) =>
      (wanted ? raiseOrLower(wanted, noticeVersion) : withdraw(noticeVersion)).catch((thrown) => ({
        code: codeOf(thrown),
        ok: false,
      })),
  }
}
