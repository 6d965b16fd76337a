/** The two ways a call can fail: the server refused, or nobody answered. */
import type { Problem, ProblemError } from './generated.ts'

/** The server refused (RFC 9457). Branch on `code`; `detail` is in English, for developers. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  /** One of docs/reference/errors.md; `http_502` and the like where no problem document came. */
  readonly code: string
  readonly detail: string
  /** Places in the request that are wrong. */
  readonly errors: readonly ProblemError[]
  /** To find the call in the server's log. */
  readonly requestId: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** Everything the document says, with facts such as `notice_version`. */
  readonly problem: Readonly<Partial<Problem>>

  /** @param text the body as it came */
  constructor(status: number, headers: Headers, text: string) {
    const problem = problemIn(text)
    const { code = `http_${status}`, detail = '', errors = [] } = problem
    super(`${status} ${code}${detail === '' ? '' : `: ${detail}`}`)
    this.status = status
    this.code = code
    this.detail = detail
    this.errors = errors
    this.requestId = problem.request_id ?? headers.get('x-request-id') ?? undefined
    const seconds = headers.get('retry-after')
    this.retryAfterSeconds = seconds !== null && /^\d+$/.test(seconds) ? Number(seconds) : undefined
    this.problem = problem
  }
}

/** No answer: the network failed, the time was up, or what answered was not this API. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable'
  readonly reason: 'network' | 'timeout' | 'unreadable'

  constructor(reason: 'network' | 'timeout' | 'unreadable', cause: unknown) {
    super(MESSAGES[reason], { cause })
    this.reason = reason
  }
}

const MESSAGES = {
  network: 'The server could not be reached.',
  timeout: 'The server did not answer in time.',
  unreadable: 'The answer is not JSON. Is this the address of the server?',
} as const

/** The document, or nothing where something else answered, such as a proxy with a page of its own. */
function problemIn(text: string): Partial<Problem> {
  try {
    const problem = JSON.parse(text)
    return typeof problem?.code === 'string' ? problem : {}
  } catch {
    return {}
  }
}
