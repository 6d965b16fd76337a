/**
 * The learned rows on disk: loaded at start, written in the background, and rewritten without a person
 * before her erasure is answered.
 *
 * Rows lie in ordered segments, each full before the next begins; whoever changed since is written beside
 * them, the newer version counts, and now and then all are merged. Each step is a slice of milliseconds:
 * learning and forgetting come in between. A person's mark says which of her stored rows her part of the
 * model rests on; the next start compares it with the store, and learns anew whoever differs.
 */
import { type ModelState, PeopleSet, withoutPeople } from '@umiar/recommender'
import type { PersonMark } from '@umiar/use-cases'
import { DomainError, type SubjectId } from '@umiar/vocabulary'
import { isMergeDue, type Job, listingAfter, MergeJob, SaveJob } from './jobs.ts'
import { type LoadedPeople, loadSegments, NOBODY } from './load-segments.ts'
import { type Segment, SegmentStore, type SegmentStoreOptions } from './segment-store.ts'

/** What opening found. */
export interface OpenedFiles {
  readonly files: ModelFiles
  /** The learner's state, with what the files hold. */
  readonly state: ModelState
  readonly people: LoadedPeople
  /** Why there were no usable files; `undefined` also if there never were any. */
  readonly fault: DomainError | undefined
}

export class ModelFiles {
  readonly #store: SegmentStore
  readonly #state: ModelState
  /** People who differ from the files, with the mark that covers them now, if it is known. */
  readonly #changed = new Map<SubjectId, PersonMark | undefined>()
  #gone = new PeopleSet()
  #job: Job | undefined
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(store: SegmentStore, state: ModelState) {
    this.#store = store
    this.#state = state
  }

  /**
   * Opens the files of a directory and gives a state what they hold.
   *
   * @param emptyState asked once, and again if the first was filled in vain
   * @throws DomainError `store_owned`, `store_unavailable`
   *
   * Cost: O(steps), about the time of reading and decrypting them.
   */
  static async open(options: SegmentStoreOptions, emptyState: () => ModelState): Promise<OpenedFiles> {
    const { fault, manifest, store } = await SegmentStore.open(options)
    const unused = (why: DomainError | undefined): OpenedFiles => {
      const state = emptyState()
      return { fault: why, files: new ModelFiles(store, state), people: NOBODY, state }
    }
    if (manifest === undefined) return unused(fault)
    try {
      const state = emptyState()
      const people = loadSegments(store, manifest, state)
      return { fault: undefined, files: new ModelFiles(store, state), people, state }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      await store.discardAll()
      return unused(error)
    }
  }

  /** Notes that a person learned something since she was last covered. */
  change(subject: SubjectId): void {
    this.#changed.set(subject, undefined)
  }

  /** Notes that what was told of a person up to now covers these rows of hers. */
  cover(subject: SubjectId, mark: PersonMark): void {
    this.#changed.set(subject, { ...mark })
  }

  /** Notes that something of a person must leave the files; `purge` says when it has. */
  remove(subject: SubjectId): void {
    this.#changed.delete(subject)
    this.#gone.add(subject)
  }

  /**
   * When it resolves, no file can be opened that holds what was to leave: it was rewritten, its old key
   * overwritten and synced. Where rewriting fails (no room) all files go, and the next start replays.
   *
   * @throws DomainError `store_unavailable`, `store_full` if keys could not be destroyed; repeat it
   */
  purge(): Promise<void> {
    return this.#inTurn(async () => {
      const gone = this.#gone
      if (gone.size === 0) return
      this.#gone = new PeopleSet()
      try {
        await this.#rewriteWithout(gone)
      } catch {
        this.#job = undefined
        try {
          await this.#store.discardAll()
        } catch (error) {
          this.#gone.addAll(gone)
          throw error
        }
      }
    })
  }

  /**
   * Goes on writing what is covered, and merging, for one slice.
   *
   * @param isLast merge nothing: the process is about to end
   * @returns whether there is more to do
   * @throws DomainError `store_full`, or what the disk says; the files are as before then
   */
  work(isLast = false): Promise<boolean> {
    return this.#inTurn(async () => {
      this.#job ??= this.#nextJob(isLast)
      const job = this.#job
      if (job === undefined) return false
      try {
        await this.#goOn(job)
        return true
      } catch (error) {
        await this.#abandon()
        throw error
      }
    })
  }

  /** Writes everything that is covered and merges all segments: the canonical form. */
  async compact(): Promise<void> {
    while (await this.work());
    await this.#inTurn(async () => {
      this.#job = new MergeJob(this.#store)
    })
    while (await this.work());
  }

  /** Ends after what is under way; a listing in the making is dropped. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#abandon().catch(() => undefined)
      await this.#store.close()
    })
  }

  #nextJob(isLast: boolean): Job | undefined {
    const covered: SubjectId[] = []
    for (const [subject, mark] of this.#changed) if (mark !== undefined) covered.push(subject)
    if (covered.length > 0) return new SaveJob(covered.sort(), this.#changed, this.#state)
    return !isLast && isMergeDue(this.#store.listing) ? new MergeJob(this.#store) : undefined
  }

  async #goOn(job: Job): Promise<void> {
    const content = job.next()
    if (content !== undefined) {
      if (content.people > 0) job.written.push(await this.#store.write(content))
      return
    }
    await this.#store.list(listingAfter(job, this.#store.listing))
    this.#job = undefined
    job.done()
  }

  async #rewriteWithout(gone: PeopleSet): Promise<void> {
    const job = this.#job
    const { changes, ordered } = this.#store.listing
    const written = job?.written ?? []
    const instead = new Map<Segment, Segment | undefined>()
    const isGone = (subjects: Uint32Array, at: number): boolean => gone.has(subjects, at)
    for (const segment of [...ordered, ...changes, ...written]) {
      if (!gone.mayMeet(segment.firstWords)) continue
      const { gone: many, left } = withoutPeople(this.#store.read(segment), isGone)
      if (many > 0) instead.set(segment, left.people === 0 ? undefined : await this.#store.write(left))
    }
    job?.withdraw(gone, instead)
    if (instead.size === 0) return
    const renewed = (segments: readonly Segment[]): Segment[] =>
      segments.flatMap((segment) => (instead.has(segment) ? (instead.get(segment) ?? []) : segment))
    if (job !== undefined) job.written = renewed(written)
    await this.#store.list({ changes: renewed(changes), ordered: renewed(ordered) })
    await this.#store.destroy(written.filter((segment) => instead.has(segment)))
  }

  async #abandon(): Promise<void> {
    const written = this.#job?.written ?? []
    this.#job = undefined
    await this.#store.destroy(written)
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(act)
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}
