/**
 * `umiar forget`: erases one person from the running shop (GDPR Art. 17).
 *
 * An `anonymous_id` is a secret its bearer can act with, and a command line is seen by every user of the
 * machine and kept in the shell's history. So the id can also come by a pipe (`-`) or be asked for.
 */
import { createInterface } from 'node:readline/promises'
import { text as textOf } from 'node:stream/consumers'
import { parseCallerId } from '@umiar/vocabulary'
import { readArguments, UsageError } from './arguments.ts'
import { type StaffAccess, withOwner } from './owner.ts'

const HELP = `umiar forget --anonymous-id ID | --user-id ID [--json]

Erases the person: stored rows, key, visit, model entries, evidence. What remains is printed.
Leave the ID out, or give -, to be asked for it or to send it through a pipe:

  printf %s "$ID" | npx umiar forget --anonymous-id -

Talks to the server at UMIAR_URL, or to the process that owns UMIAR_DATA_DIR, or starts one for the moment.
Needs the staff token: UMIAR_STAFF_TOKEN, in demo mode demo-keys.json.`

/** The reply of `POST /v1/erasures`. */
interface ErasureReply {
  readonly erased_at: string
  readonly removed: Readonly<Record<string, number>>
  readonly remains: readonly string[]
}

/** @returns exit code; 1 if nothing is known of the person or the server refused */
export async function forget(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP)
    return 0
  }
  const { positionals, values } = readArguments(withIdsTied(args), {
    'anonymous-id': { type: 'string' },
    json: { type: 'boolean' },
    'user-id': { type: 'string' },
  })
  if (positionals.length > 0)
    throw new UsageError(`Not understood: ${positionals.length} argument(s) without an option.`)
  const given = [values['anonymous-id'], values['user-id']].filter((id) => id !== undefined)
  if (given.length !== 1) throw new UsageError('Give one of --anonymous-id and --user-id.')
  const id = await idOf(given[0] ?? '-')
  const names = values['user-id'] === undefined ? { anonymous_id: id } : { user_id: id }
  const reply = await withOwner(process.env, (access) => erase(access, names))
  if (reply === undefined) {
    console.error('Nothing is known of this person; nothing was erased.')
    return 1
  }
  console.log(values.json ? JSON.stringify(reply) : described(reply))
  return 0
}

/**
 * Asks the server for the erasure.
 *
 * @returns `undefined` if nothing is known of the person
 * @throws Error with what the server said
 */
async function erase(
  { staffToken, url }: StaffAccess,
  names: Readonly<Record<string, string>>,
): Promise<ErasureReply | undefined> {
  const response = await fetch(new URL('/v1/erasures', url), {
    body: JSON.stringify(names),
    headers: { authorization: `Bearer ${staffToken}`, 'content-type': 'application/json' },
    method: 'POST',
  }).catch((error: Error) => {
    throw new Error(`The server at ${url} does not answer (${String(error.cause ?? error.message)}).`)
  })
  const reply = (await response.json()) as ErasureReply & { code?: string; detail?: string; title?: string }
  if (response.status === 404 && reply.code === 'not_found') return undefined
  if (!response.ok)
    throw new Error(`The server refused: ${reply.detail ?? reply.title} (${reply.code ?? response.status})`)
  // The server answers an erasure that found nobody like any other: who asks twice is not told more.
  const foundNobody = Object.keys(reply.removed).length === 0 && reply.remains.length === 0
  return foundNobody ? undefined : reply
}

/**
 * Ties the id to its option: an id may start with a dash, and an option without one, or with a dash
 * alone, stands for “ask me”. The parser would take each for a mistake and print it.
 */
function withIdsTied(args: readonly string[]): readonly string[] {
  const isIdOption = (arg: string | undefined) => arg === '--anonymous-id' || arg === '--user-id'
  const isValue = (arg: string | undefined) => arg !== undefined && !arg.startsWith('--')
  return args.flatMap((arg, index) => {
    const next = args[index + 1]
    if (isIdOption(args[index - 1]) && isValue(arg)) return []
    return isIdOption(arg) ? [`${arg}=${isValue(next) ? next : '-'}`] : [arg]
  })
}

async function idOf(given: string): Promise<string> {
  const text = given === '-' ? await askedId() : given
  const id = parseCallerId(text)
  if (id === undefined) throw new UsageError('An id has 1–128 characters and no control characters.')
  return id
}

async function askedId(): Promise<string> {
  if (!process.stdin.isTTY) return (await textOf(process.stdin)).replace(/\r?\n$/, '')
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await prompt.question('Id of the person to forget: ')
  } finally {
    prompt.close()
  }
}

function described({ erased_at: erasedAt, remains, removed }: ErasureReply): string {
  const rows = Object.entries(removed).map(([table, count]) => `  ${table}: ${count}`)
  return [
    `Erased at ${erasedAt}. Removed rows:`,
    ...rows,
    'What remains:',
    ...remains.map((line) => `  ${line}`),
  ].join('\n')
}
