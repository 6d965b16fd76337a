/**
 * Mounts the console on a server: sign in with the staff token, read seven facts, sign out.
 *
 * Read-only: no route changes anything of the shop. Pages are plain HTML and SVG, complete without scripts.
 * The console knows the engine only through its HTTP API, with the token of whoever reads.
 */
import { ApiProblem, ApiUnreachable } from '@umiar/http-client'
import type { Localized } from '@umiar/vocabulary'
import {
  CHARTS_STYLESHEET,
  linkTo,
  type Notice,
  openPageView,
  type PageView,
  preparePageScope,
  readForm,
  type Site,
  sayTo,
  serveAssets,
} from '@umiar/web-pages'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { askOverview, type ConsoleClient } from './engine.ts'
import { CONSOLE_PATH, sendConsolePage } from './frame.ts'
import { overviewBody } from './overview-page.ts'
import { imagePolicy } from './picture-policy.ts'
import { signInBody } from './sign-in-page.ts'
import { SignInThrottle } from './sign-in-throttle.ts'
import { dropToken, keepToken, readStaffCookie, tokenOf } from './staff-cookie.ts'

export interface ConsoleOptions {
  /** Name, demo mark, cookies and further origins; the controller is not shown. */
  readonly site: Site
  /** Without a key: each request brings the token of whoever signed in. */
  readonly client: ConsoleClient
  /** Demo mode: where the token can be read. */
  readonly demoKeysPath?: string | undefined
  /** Demo mode: the token itself, for whoever comes in with one click. It stands in no page. */
  readonly demoToken?: string | undefined
  /** What product pictures with an address of their own are relative to; this server if absent. */
  readonly shopAddress?: string | undefined
  /** Names of the shop's shelves by slot id; one that is missing is shown by its id. */
  readonly slotNames?: Readonly<Record<string, Localized>>
  /** Milliseconds since the epoch; the system's clock if absent. */
  readonly nowMs?: () => number
}

interface Context extends ConsoleOptions {
  readonly throttle: SignInThrottle
}

/**
 * Adds `/console` and what belongs to it. The base stylesheet (`serveBaseAssets`) is the server's to add,
 * once for all apps.
 */
export async function registerConsole(fastify: FastifyInstance, options: ConsoleOptions): Promise<void> {
  const context: Context = { ...options, throttle: new SignInThrottle(options.nowMs ?? Date.now) }
  await fastify.register(async (app) => {
    await preparePageScope(app, {
      open: (request) => openView(context, request),
      send: (reply, view, title, body) => sendConsolePage(context.site, view, reply, { body, title }),
      site: context.site,
    })
    await serveAssets(app, '/assets/console/', [
      CHARTS_STYLESHEET,
      new URL('./assets/console.css', import.meta.url),
    ])
    app.get(CONSOLE_PATH, (request, reply) => showConsole(context, request, reply))
    app.post(`${CONSOLE_PATH}/sign-in`, (request, reply) => signIn(context, request, reply))
    app.post(`${CONSOLE_PATH}/sign-out`, (request, reply) => signOut(context, request, reply))
  })
}

/** Nobody's level is asked for here: staff looks, not a shopper. */
function openView(context: Context, request: FastifyRequest): Promise<PageView> {
  return openPageView(request, {
    pageOfForm: () => CONSOLE_PATH,
    readConsent: async () => ({ level: 0 }),
    secureCookies: context.site.secureCookies,
  })
}

async function showConsole(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const view = await openView(context, request)
  const token = readStaffCookie(request.headers.cookie)
  const saysGoodbye = view.query.done === 'signed-out'
  if (token === undefined) {
    const notices: readonly Notice[] = saysGoodbye
      ? [{ kind: 'done', text: sayTo(view, 'console.signed_out') }]
      : []
    return sendSignIn(context, view, reply, notices)
  }
  try {
    const answer = await askOverview(context.client, token)
    if ('refused' in answer) {
      reply.header('set-cookie', dropToken(view.secure))
      return sendSignIn(context, view, reply.code(401), problem(view, 'console.token_ended'))
    }
    const { overview } = answer
    const { shopAddress, slotNames = {} } = context
    reply.header('content-security-policy', imagePolicy(overview, shopAddress))
    return sendConsolePage(context.site, view, reply, {
      body: overviewBody({ overview, shopAddress, slotNames, view }),
      isSignedIn: true,
      title: sayTo(view, 'console.title'),
    })
  } catch (error) {
    if (!isOutage(error)) throw error
    return sendSignIn(context, view, reply.code(503), problem(view, 'console.unreachable'))
  }
}

async function signIn(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const view = await openView(context, request)
  if (!context.throttle.mayTry(request.ip)) {
    reply.header('retry-after', '60')
    return sendSignIn(context, view, reply.code(429), problem(view, 'console.too_many'))
  }
  const form = readForm(request.body)
  const token = tokenOf(form.one('as') === 'demo' ? context.demoToken : form.one('token'))
  try {
    const answer =
      token === undefined ? ({ refused: 'unknown' } as const) : await askOverview(context.client, token)
    if (token === undefined || 'refused' in answer) {
      context.throttle.wrong(request.ip)
      const isOther = 'refused' in answer && answer.refused === 'other_kind'
      const key = isOther ? 'console.wrong_kind' : 'console.wrong_token'
      return sendSignIn(context, view, reply.code(401), problem(view, key))
    }
    reply.header('set-cookie', keepToken(token, view.secure))
    return reply.redirect(linkTo(view, CONSOLE_PATH), 303)
  } catch (error) {
    if (!isOutage(error)) throw error
    return sendSignIn(context, view, reply.code(503), problem(view, 'console.unreachable'))
  }
}

async function signOut(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const view = await openView(context, request)
  reply.header('set-cookie', dropToken(view.secure))
  return reply.redirect(linkTo(view, CONSOLE_PATH, { done: 'signed-out' }), 303)
}

function sendSignIn(
  context: Context,
  view: PageView,
  reply: FastifyReply,
  notices: readonly Notice[],
): FastifyReply {
  const isWrong = notices.some((notice) => notice.kind === 'problem')
  return sendConsolePage(context.site, view, reply, {
    body: signInBody(view, {
      demoKeysPath: context.demoKeysPath,
      isWrong,
      offersDemo: context.demoToken !== undefined,
    }),
    notices,
    title: sayTo(view, 'console.sign_in'),
  })
}

function problem(
  view: PageView,
  key:
    | 'console.too_many'
    | 'console.token_ended'
    | 'console.unreachable'
    | 'console.wrong_kind'
    | 'console.wrong_token',
): readonly Notice[] {
  return [{ kind: 'problem', text: sayTo(view, key) }]
}

/** Nobody answers, or not now: said so, without losing the place. */
function isOutage(error: unknown): boolean {
  return error instanceof ApiUnreachable || (error instanceof ApiProblem && error.status >= 500)
}
