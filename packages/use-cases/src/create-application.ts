/**
 * The application: every capability bound to one store, one key store, one learner.
 *
 * This is wiring of use cases, not of adapters: which store it is, the caller decides.
 */
import type { InstallationKeys } from '@umiar/crypto'
import {
  type Aead,
  type AliasHash,
  type Clock,
  DomainError,
  type ItemId,
  isPurpose,
  itemId,
  type Purpose,
  purposeEntry,
  type Random,
  type RecId,
} from '@umiar/vocabulary'
import type { Application, Caller, VisitorNames } from './application.ts'
import { Catalogue } from './catalogue/catalogue.ts'
import { changeConsent, changeState } from './consent/change-consent.ts'
import { consentPolicy } from './consent/notice.ts'
import { consentHistory, consentReply } from './consent/read-consent.ts'
import { recordEvents } from './events/record-events.ts'
import { importConsents } from './imports/import-consents.ts'
import { type ImportLog, memoryImportLog } from './imports/ports.ts'
import { allImports, beginImport, finishImport, importOf } from './imports/register.ts'
import { createKeyBroker } from './keys/key-broker.ts'
import type { KeyStore } from './keys/ports.ts'
import type { Learner } from './learning/ports.ts'
import { Training } from './learning/training.ts'
import { Measuring } from './measuring/measuring.ts'
import { Merchandising } from './merchandising/merchandising.ts'
import { EventOutcomes } from './overview/event-outcomes.ts'
import { LearnedDays } from './overview/learned-days.ts'
import { overviewOf } from './overview/overview.ts'
import { PendingErasures } from './overview/pending-erasures.ts'
import { PeopleIndex } from './overview/people-index.ts'
import { ShelfBoard } from './overview/shelf-board.ts'
import { rank } from './ranking/rank.ts'
import { EvidenceKeeper } from './recommendations/evidence-keeper.ts'
import type { RecommendationModel } from './recommendations/ports.ts'
import { previewLevel } from './recommendations/preview-level.ts'
import { recommend } from './recommendations/recommend.ts'
import { enforceRetention } from './retention/enforce-retention.ts'
import { changeTaste, checkTaste } from './rights/change-taste.ts'
import { endErasures, eraseSubject } from './rights/erase-subject.ts'
import { giveFeedback } from './rights/give-feedback.ts'
import { purgeItems } from './rights/purge-items.ts'
import { decisions, everything, overview, why } from './rights/read-me.ts'
import type { Store } from './storage/ports.ts'
import { SubjectMemory, type SubjectRecord } from './subjects/subject-memory.ts'
import { Totals } from './totals/totals.ts'

export interface ApplicationOptions {
  readonly store: Store
  readonly keyStore: KeyStore
  readonly learner: Learner
  /** The newest snapshot the learner has published. */
  readonly model: () => RecommendationModel
  readonly keys: InstallationKeys
  readonly aead: Aead
  readonly random: Random
  readonly clock: Clock
  /** ISO 4217, the shop's one currency. */
  readonly currency: string
  /** Evidence beyond this many bytes goes before its 30 days, oldest first; 0, the default, for no budget. */
  readonly evidenceMaxBytes?: number
  /** The page where people see and change what is used: a path or an address. */
  readonly privacyUrl: string
  /** The register of imports; without one it lasts as long as the application. */
  readonly importLog?: ImportLog
  /** Told how many people's histories are replayed, of how many. */
  readonly onReplay?: (done: number, all: number) => void
}

/** Reads names and catalogue, replays what the model may rest on, and answers. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { clock, keyStore, keys, learner, model, random, store } = options
  const { indexKey } = keys
  const keyBroker = createKeyBroker({
    aead: options.aead,
    keyStore,
    random,
    shopId: store.shopId,
    wrapKey: keys.wrapKey,
  })
  const memory: SubjectMemory = new SubjectMemory({
    indexKey,
    keyBroker,
    onVisitEnd: (record, visit) => measuring.visitEnded(record, visit),
    store,
  })
  const people = new PeopleIndex()
  const training = new Training({
    inTurn: (subject, act) => memory.inTurn(subject, act),
    keyBroker,
    learner,
    onConsent: (subject, consent) => people.note(subject, consent),
    store,
  })
  const evidence = new EvidenceKeeper({ indexKey, keyBroker, store })
  const totals = new Totals(store)
  const measuring = new Measuring({
    keyBroker,
    memory,
    sharedShelf: (recId) => evidence.sharedShelf(recId),
    store,
    totals,
  })
  const outcomes = new EventOutcomes(totals)
  const learnedDays = new LearnedDays(totals)
  const pending = new PendingErasures()
  const board = new ShelfBoard()
  const catalogue: Catalogue = new Catalogue(
    store,
    options.currency,
    (items) => learner.block(items),
    (items) => purgeItems(feedbackPorts, items, clock.nowMs()),
    () => clock.nowMs(),
  )
  const merchandising = new Merchandising(store, options.currency)
  const counts: Record<string, number> = {}
  const count = (name: string, by = 1): void => {
    counts[name] = (counts[name] ?? 0) + by
  }
  const isSensitive = (id: ItemId): boolean => catalogue.isSensitive(id)
  const eventPorts = {
    currency: options.currency,
    indexKey,
    isSensitive,
    keyBroker,
    measuring,
    memory,
    outcomes,
    store,
    training,
  }
  const consentPorts = { evidence, indexKey, keyBroker, measuring, memory, people, random, store, training }
  const recommendPorts = {
    catalogue,
    evidence,
    indexKey,
    measuring,
    memory,
    merchandising,
    model,
    privacyUrl: options.privacyUrl,
    random,
  }
  const mePorts = { catalogue, evidence, keyBroker, memory, store }
  const erasurePorts = { evidence, keyBroker, measuring, memory, pending, people, store, training }
  const retentionPorts = {
    evidenceMaxBytes: options.evidenceMaxBytes ?? 0,
    measuring,
    memory,
    outcomes,
    store,
    totals,
    training,
  }
  const isUsedUp = (id: ItemId): boolean => catalogue.product(id)?.durable === false
  const feedbackPorts = { evidence, isSensitive, isUsedUp, keyBroker, measuring, memory, store, training }
  const importLog = options.importLog ?? memoryImportLog()
  const registerPorts = { currency: options.currency, importLog, random }

  await memory.open()
  await training.load()
  await endErasures(erasurePorts, keyBroker.has, clock.nowMs())
  await catalogue.open()
  await merchandising.open()
  const everybody = [...memory.subjects()]
  await training.replay(everybody, clock.nowMs(), (done) => options.onReplay?.(done, everybody.length))
  // What was replayed is written beside serving; what fails is replayed again by the next start.
  training.save().catch(() => undefined)
  await totals.open()
  await measuring.open(clock.nowMs())
  const overviewPorts = {
    board,
    catalogue,
    learnedDays,
    done: () => ({ access: counts.access_answers ?? 0, erasure: counts.erasures ?? 0 }),
    measuring,
    merchandising,
    model,
    outcomes,
    pending,
    people,
    startedAtMs: clock.nowMs(),
  }

  const aliasOf = (caller: Caller, names: VisitorNames | undefined): AliasHash | undefined => {
    const named = memory.aliasOf(names?.anonymous_id, names?.user_id)
    if (caller.kind === 'shopper') {
      if (named !== undefined && named !== caller.alias) {
        throw new DomainError('identity_not_proven', 'The token belongs to another visitor.')
      }
      return provenAlias(memory, caller)
    }
    if (caller.kind === 'publishable' && names?.user_id !== undefined) {
      throw new DomainError('identity_not_proven', 'A publishable key may name only an anonymous_id.')
    }
    return named
  }
  const recordOf = async (caller: Caller, names?: VisitorNames): Promise<SubjectRecord | undefined> => {
    const alias = aliasOf(caller, names)
    const subject = alias === undefined ? undefined : memory.subjectOf(alias)
    return subject === undefined ? undefined : memory.load(subject)
  }
  const knownRecord = async (caller: Caller, names?: VisitorNames): Promise<SubjectRecord> => {
    const record = await recordOf(caller, names)
    if (record === undefined) throw new DomainError('not_found', 'Nothing is known of this visitor.')
    return record
  }

  return {
    aliasFor(names) {
      const alias = memory.aliasOf(names.anonymous_id, names.user_id)
      if (alias === undefined) throw new DomainError('invalid_request', 'Name an anonymous_id or a user_id.')
      return alias
    },
    beginImport: (request) => beginImport(registerPorts, request, clock.nowMs()),
    async close() {
      memory.endVisits()
      // A store that no longer answers must not keep the process from ending.
      await totals.flush().catch(() => undefined)
      await evidence.flush()
      await training.save(true).catch(() => undefined)
      await learner.close()
      await keyStore.close()
      await store.close()
    },
    async consent(caller, gpc) {
      const record = caller === undefined ? undefined : await recordOf(caller)
      return consentReply(record?.consent, gpc, clock.nowMs())
    },
    async consentHistory(caller) {
      const record = await recordOf(caller)
      return record === undefined ? [] : consentHistory({ keyBroker, store }, record)
    },
    consentPolicy,
    counters: () => ({
      ...counts,
      evidence_lost: evidence.lost,
      products: catalogue.size,
      subjects: memory.size,
    }),
    async decision(caller, recId) {
      const record = caller.kind === 'shopper' ? await knownRecord(caller) : undefined
      return evidence.find(recId as RecId, record?.subject)
    },
    deleteProduct: (id) => catalogue.remove(id),
    endVisit(caller) {
      const alias = aliasOf(caller, undefined)
      const subject = alias === undefined ? undefined : memory.subjectOf(alias)
      const record = subject === undefined ? undefined : memory.loaded(subject)
      if (record !== undefined) memory.endVisit(record)
    },
    enforceRetention: () => enforceRetention(retentionPorts, clock.nowMs()),
    async erase(caller, names) {
      const alias = aliasOf(caller, names)
      const subject = alias === undefined ? undefined : memory.subjectOf(alias)
      if (subject === undefined) {
        return { erased: true, erased_at: new Date(clock.nowMs()).toISOString(), remains: [], removed: {} }
      }
      count('erasures')
      return eraseSubject(erasurePorts, subject, clock.nowMs())
    },
    async feedback(caller, request) {
      return giveFeedback(feedbackPorts, await recordOf(caller, request.visitor), request, clock.nowMs())
    },
    finishImport: (importId, counts) => finishImport(registerPorts, importId, counts, clock.nowMs()),
    async importConsents(importId, people) {
      const { basis, finished_at: finishedAt } = importOf(importLog, importId)
      if (finishedAt !== null) throw new DomainError('not_found', 'This import is finished.')
      const results = await importConsents(consentPorts, basis, people, clock.nowMs())
      count('consent_acts', results.filter(({ status }) => status === 'recorded').length)
      return { results }
    },
    imports: () => allImports(importLog),
    me: async (caller, locale) => overview(mePorts, await recordOf(caller), locale, clock.nowMs()),
    async meData(caller) {
      count('access_answers')
      return everything(mePorts, await recordOf(caller), clock.nowMs())
    },
    meUses: async (caller) => decisions(mePorts, await recordOf(caller)),
    meWhy: async (caller, locale) => why(mePorts, await recordOf(caller), locale),
    // It is given no port that knows people: the preview of a level is about nobody.
    previewLevel: (request) => previewLevel({ catalogue, merchandising, model }, request, clock.nowMs()),
    overview: () => overviewOf(overviewPorts, clock.nowMs()),
    product: (id) => catalogue.product(itemId(id)),
    products: () => catalogue.all(),
    merchandising: () => merchandising.reply(clock.nowMs()),
    async putConsent(caller, names, choice, gpc) {
      const alias = aliasOf(caller, names)
      if (alias === undefined)
        throw new DomainError('invalid_request', 'Name the visitor by a token or an anonymous_id.')
      const { notice_version: noticeVersion, ...rest } = choice
      const nowMs = clock.nowMs()
      const change = await changeConsent(
        consentPorts,
        alias,
        { ...rest, noticeVersion },
        caller.kind !== 'publishable',
        nowMs,
      )
      count('consent_acts')
      return { ...consentReply(change.state, gpc, nowMs), removed: change.removed }
    },
    putMerchandising: (body) => merchandising.put(body, clock.nowMs()),
    putProduct: (id, product) => catalogue.put(id, product),
    async putProducts(products) {
      return { count: await catalogue.putMany(products) }
    },
    async putTaste(caller, taste) {
      const change = checkTaste(taste)
      const kept = await changeTaste(feedbackPorts, await knownRecord(caller), change, clock.nowMs())
      return { have: kept.have, kept: 'stored', likes: kept.likes, never: kept.never }
    },
    async rank(caller, request) {
      if (caller.kind === 'shopper') provenAlias(memory, caller)
      const reply = await rank(recommendPorts, caller, request, clock.nowMs())
      count(`rankings_${reply.mode}`)
      return reply
    },
    async readiness() {
      const stats = await store.stats().catch(() => undefined)
      const current = model()
      return {
        learner: 'ok',
        model_version: current.version,
        products: catalogue.size,
        ready: stats !== undefined,
        store: stats === undefined ? 'unavailable' : 'ok',
      }
    },
    async recommend(caller, request) {
      if (caller.kind === 'shopper') provenAlias(memory, caller)
      const reply = await recommend(recommendPorts, caller, request, clock.nowMs())
      board.note(request, reply, clock.nowMs())
      for (const slot of reply.slots) count(`answers_${slot.mode}`)
      return reply
    },
    async recordEvents(caller, body) {
      if (caller.kind === 'shopper') provenAlias(memory, caller)
      const reply = await recordEvents(eventPorts, caller, body.events, clock.nowMs())
      for (const [status, many] of Object.entries(reply.counts)) count(`events_${status}`, many)
      return reply
    },
    setAvailability: (id, available) => catalogue.setAvailability(id, available),
    async setObjection(caller, purpose, objected) {
      if (!isPurpose(purpose)) throw new DomainError('purpose_unknown', 'A named purpose is not registered.')
      if (purposeEntry(purpose).basis !== 'consent') {
        throw new DomainError('purpose_not_optional', `Purpose ${purpose} does not rest on consent.`, {
          purpose,
        })
      }
      const record = await knownRecord(caller)
      const others = (record.consent?.objected ?? []).filter((name) => name !== purpose)
      const now: readonly Purpose[] = objected ? [...others, purpose] : others
      const state = await changeState(consentPorts, record.subject, { objected: now }, clock.nowMs())
      return consentReply(state, false, clock.nowMs())
    },
    async setRestriction(caller, restricted) {
      const record = await knownRecord(caller)
      const state = await changeState(consentPorts, record.subject, { restricted }, clock.nowMs())
      return consentReply(state, false, clock.nowMs())
    },
    stateHash: () => learner.stateHash(),
    sweepVisits() {
      const ended = memory.sweepVisits(clock.nowMs())
      learnedDays.note(model().learned, clock.nowMs())
      // What cannot be written now is written later; counting never stops serving.
      totals.flush().catch(() => undefined)
      training.saveIfDue()
      return ended
    },
  }
}

/** The alias of a shopper token, unless its owner was erased after it was issued. */
function provenAlias(memory: SubjectMemory, caller: Caller): AliasHash {
  const { alias, issuedAtMs } = caller
  if (alias === undefined || issuedAtMs === undefined)
    throw new TypeError('a shopper caller needs alias and issuedAtMs')
  const erasedAtMs = memory.erasedAtMs(alias)
  if (erasedAtMs !== undefined && issuedAtMs <= erasedAtMs) {
    throw new DomainError('token_revoked', 'The token was issued before the erasure.')
  }
  return alias
}
