/**
 * The learner's side of the conversation: the state of the model, its pictures, its files.
 *
 * It knows no clock and no timer: the main thread says when to publish and what time it is. Longer work
 * (compaction, rows that lag behind, writing files) goes on in slices between messages, so that whoever
 * wants to be forgotten waits for one slice at most.
 */
import { ModelState } from '@umiar/recommender'
import { DomainError } from '@umiar/vocabulary'
import { NOBODY } from '../model-files/load-segments.ts'
import { ModelFiles } from '../model-files/model-files.ts'
import { nodeAead, systemRandom } from '../node-crypto/node-crypto.ts'
import type { PlainError } from '../store/calls.ts'
import type { Change, FromLearner, LearnerData, Question, ToLearner } from './protocol.ts'

/** Sessions a slice of work takes: a few milliseconds. */
const SLICE = 8_192

export class LearnerDesk {
  readonly #data: LearnerData
  readonly #post: (message: FromLearner) => void
  readonly #end: () => void
  #state: ModelState
  #files: ModelFiles | undefined
  #isWorking = false
  /** Had the main thread something to ask for when the work began? Then it asks without being told. */
  #hadNews = false
  #isClosed = false

  /** @param end called when everything is closed */
  constructor(data: LearnerData, post: (message: FromLearner) => void, end: () => void) {
    this.#data = data
    this.#post = post
    this.#end = end
    this.#state = new ModelState(data.state)
  }

  /** Carries out a message; answers come when they are ready. */
  receive({ ask, changes, close }: ToLearner): void {
    for (const change of changes) {
      try {
        this.#carryOut(change)
      } catch (error) {
        // A session with unusable times is refused whole; the others must not suffer from it.
        if (!(error instanceof RangeError)) throw error
        this.#post({ refused: error.message })
      }
    }
    if (ask !== undefined) this.#answer(ask)
    if (close) this.#close()
    else if (!this.#isWorking) this.#goOn()
  }

  #carryOut(change: Change): void {
    const files = this.#files
    if ('append' in change) {
      this.#state.append(change.append, change.session)
      files?.change(change.append)
    } else if ('replace' in change) {
      const isLost = this.#state.replace(change.replace, change.sessions)
      if (isLost) files?.remove(change.replace)
      files?.change(change.replace)
    } else if ('forget' in change) {
      this.#state.forget(change.forget)
      files?.remove(change.forget)
    } else if ('cover' in change) files?.cover(change.cover, change.mark)
    else this.#state.block(change.block)
  }

  #answer(ask: Question): void {
    const { id } = ask
    if ('hash' in ask) this.#post({ hash: this.#state.stateHash(), id })
    else if ('publishAtMs' in ask) {
      this.#post({ id, snapshot: this.#state.publish(ask.publishAtMs) })
      this.#hadNews = false
    } else {
      const work =
        'load' in ask ? this.#load(id) : 'purge' in ask ? this.#purge(id) : this.#save(id, ask.save)
      work.catch((error: unknown) => this.#post({ failed: plainError(error), id }))
    }
  }

  async #load(id: number): Promise<void> {
    const { files: place, state } = this.#data
    if (place === undefined) {
      this.#post({ fault: undefined, id, loaded: NOBODY })
      return
    }
    const options = { ...place, aead: nodeAead, random: systemRandom }
    const opened = await ModelFiles.open(options, () => new ModelState(state))
    this.#files = opened.files
    this.#state = opened.state
    const fault = opened.fault === undefined ? undefined : plainError(opened.fault)
    this.#post({ fault, id, loaded: opened.people })
  }

  async #purge(id: number): Promise<void> {
    await this.#files?.purge()
    this.#post({ done: true, id })
  }

  async #save(id: number, how: 'in slices' | 'last'): Promise<void> {
    while (!this.#isClosed && (await this.#files?.work(how === 'last')) === true) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.#post({ done: true, id })
  }

  #goOn(): void {
    if (!this.#isWorking) this.#hadNews = this.#state.hasNews
    this.#isWorking = !this.#isClosed && this.#state.work(SLICE)
    if (this.#isWorking) setImmediate(() => this.#goOn())
    else if (!this.#isClosed && !this.#hadNews && this.#state.hasNews) this.#post({ improved: true })
  }

  #close(): void {
    this.#isClosed = true
    if (this.#files === undefined) this.#end()
    else this.#files.close().then(this.#end, this.#end)
  }
}

function plainError(error: unknown): PlainError {
  if (error instanceof DomainError) return { code: error.code, facts: error.facts, message: error.message }
  return { code: 'store_unavailable', facts: {}, message: 'The model files cannot be written.' }
}
