/**
 * The product as a newcomer starts it: `umiar start` in a folder of its own, with Chromium in front.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
/** Where Debian puts the browser; tests that need it are skipped, visibly, where it is missing. */
export const CHROMIUM = '/usr/bin/chromium'
export const hasChromium = existsSync(CHROMIUM)

export const LAUNCH = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Product {
  readonly url: string
  readonly directory: string
  readonly keys: {
    readonly publishable_key: string
    readonly secret_key: string
    readonly staff_token: string
  }
  output(): string
  end(): Promise<void>
}

/** Starts it and waits until it says that it runs. @throws Error with its output if it ends instead */
export async function startProduct(
  environment: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Product> {
  const directory = mkdtempSync(join(tmpdir(), 'umiar-whole-'))
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('UMIAR_')),
  )
  const child = spawn(process.execPath, [join(ROOT, 'bin/umiar.mjs'), 'start', ...args], {
    cwd: ROOT,
    env: { ...inherited, UMIAR_DATA_DIR: directory, UMIAR_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  const url = await addressOf(child, () => text)
  return {
    directory,
    async end() {
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(directory, { force: true, recursive: true })
    },
    keys: JSON.parse(readFileSync(join(directory, 'demo-keys.json'), 'utf8')),
    output: () => text,
    url,
  }
}

function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (!output().includes('Umiar is running')) return
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output())
      if (found !== null) resolve(found[0])
    }
    child.stdout?.on('data', look)
    child.once('close', () => reject(new Error(output())))
  })
}

/** Chromium of the system. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ args: LAUNCH, executablePath: CHROMIUM })
}

/** A page of a fresh visitor, and everything its browser complained of. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly complaints: string[]
}

export async function newVisit(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'pl-PL',
    viewport: { height: 900, width: 1280 },
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { complaints, context, page }
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds serious or critical: rule and place. The page's own policy stays in force elsewhere. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  const axe = readFileSync(axePath, 'utf8')
  await page.evaluate(axe)
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window without types
    const report = await (globalThis as any).axe.run()
    return report.violations
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }: { id: string; nodes: { target: unknown }[] }) =>
        nodes.map(({ target }) => `${id}: ${target}`),
      )
  })
}
