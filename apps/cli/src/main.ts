/**
 * `umiar <verb>`: finds the verb, runs it, turns what went wrong into a sentence and an exit code.
 *
 * Exit codes: 0 done · 1 it did not work · 2 it was asked wrongly. `start` is not here: it runs in
 * the launcher's own process (`bin/umiar.mjs`).
 */
import { DomainError } from '@umiar/vocabulary'
import { UsageError, unknownName } from './arguments.ts'
import type { LoadReference } from './bench/reference-knn.ts'

/** What stands outside the command line and is brought by whoever starts it. */
export interface Tools {
  /** The plain engine the recommender's speed is compared with. */
  readonly referenceKnn?: LoadReference
}

interface Verb {
  readonly name: string
  readonly summary: string
  /** Loads the verb only when it is asked for. */
  readonly run: (args: readonly string[], tools: Tools) => Promise<number>
}

const VERBS: readonly Verb[] = [
  {
    name: 'start',
    run: async () => {
      throw new UsageError('start runs through the launcher: npx umiar start, or npm start.')
    },
    summary: 'start the engine in this terminal; Ctrl-C ends it, data stays',
  },
  {
    name: 'import',
    run: async (args) => (await import('./import/import.ts')).importFiles(args),
    summary: 'bring in a catalogue and a history, on a named basis',
  },
  {
    name: 'evaluate',
    run: async (args) => (await import('./evaluate/evaluate.ts')).evaluate(args),
    summary: 'measure how well the engine predicts, on a log of events',
  },
  {
    name: 'forget',
    run: async (args) => (await import('./forget.ts')).forget(args),
    summary: 'erase a person: rows, key, visit, model entries, evidence',
  },
  {
    name: 'migrate-store',
    run: async (args) => (await import('./migrate-store.ts')).migrateStore(args),
    summary: 'move the store from SQLite to PostgreSQL; keys stay',
  },
  {
    name: 'bench',
    run: async (args, { referenceKnn }) => (await import('./bench/bench.ts')).bench(args, referenceKnn),
    summary: 'measure speed: core, recommend, intake, forget or soak',
  },
]

const HELP = `umiar <verb> [options]

${VERBS.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n')}

umiar <verb> --help says more. Exit codes: 0 done, 1 it did not work, 2 it was asked wrongly.
Configuration is read from UMIAR_… environment variables: docs/reference/configuration.md`

/**
 * Runs one command line.
 *
 * @param args what stands after `umiar`
 * @returns exit code
 */
export async function main(args: readonly string[], tools: Tools = {}): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(HELP)
    return name === undefined ? 2 : 0
  }
  const verb = VERBS.find((candidate) => candidate.name === name)
  if (verb === undefined) {
    const names = VERBS.map((candidate) => candidate.name)
    console.error(`${unknownName('verb', name, names)} Known verbs: ${names.join(', ')}.`)
    return 2
  }
  try {
    return await verb.run(rest, tools)
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`umiar ${name}: ${error.message}`)
      return 2
    }
    console.error(`umiar ${name}: ${described(error)}`)
    return 1
  }
}

function described(error: unknown): string {
  if (error instanceof DomainError) return `${error.message} (${error.code})`
  return error instanceof Error ? error.message : String(error)
}
