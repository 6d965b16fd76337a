/**
 * Takes the pictures of the guides from the running product: `node tools/take-pictures.ts [name …]`.
 *
 * Starts `npm start`'s own command on an empty data directory and a free port, looks at the pages with
 * the system's Chromium, and writes `docs/pictures/*.png`. Nothing of it stays running, nothing of an
 * existing `.umiar` is touched. Names choose some of the pictures; none means all.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const FOLDER = join(ROOT, 'docs/pictures')
const CHROMIUM = '/usr/bin/chromium'
const LAUNCH = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run']
const START_WITHIN_MS = 180_000
const LARGEST_BYTES = 200_000
const LOCALES = ['pl', 'en'] as const

/** What one picture shows. */
interface Picture {
  readonly name: string
  readonly width: number
  readonly height: number
  /** Goes to the page and brings it into the state that is shown. */
  readonly show: (page: Page, shop: Shop) => Promise<void>
}

interface Shop {
  readonly url: string
  readonly staffToken: string
  readonly locale: (typeof LOCALES)[number]
}

const PICTURES: readonly Picture[] = [
  { height: 860, name: 'start', show: (page, shop) => visit(page, shop, '/'), width: 1280 },
  { height: 860, name: 'shop-level-0', show: (page, shop) => visit(page, shop, '/shop'), width: 1280 },
  { height: 860, name: 'shop-ola', show: showOla, width: 1280 },
  { height: 900, name: 'privacy', show: (page, shop) => visit(page, shop, '/privacy#levels'), width: 1280 },
  { height: 900, name: 'console', show: showConsole, width: 1280 },
  { height: 800, name: 'shop-phone', show: (page, shop) => visit(page, shop, '/shop'), width: 390 },
]

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !PICTURES.some((picture) => picture.name === name))
if (unknown !== undefined) {
  console.error(`No picture is called ${unknown}. Pictures: ${PICTURES.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
if (!existsSync(CHROMIUM)) {
  console.error(`${CHROMIUM} is missing: apt-get install chromium`)
  process.exit(1)
}
await takePictures(PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))

async function takePictures(pictures: readonly Picture[]): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'umiar-pictures-'))
  const product = spawn(process.execPath, [join(ROOT, 'bin/umiar.mjs'), 'start'], {
    env: { ...process.env, UMIAR_DATA_DIR: dataDir, UMIAR_MODE: 'demo', UMIAR_PORT: '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let browser: Browser | undefined
  try {
    const url = await urlOf(product, dataDir)
    const keys = JSON.parse(readFileSync(join(dataDir, 'demo-keys.json'), 'utf8'))
    browser = await chromium.launch({ args: LAUNCH, executablePath: CHROMIUM })
    mkdirSync(FOLDER, { recursive: true })
    for (const picture of pictures)
      for (const locale of LOCALES)
        await take(browser, picture, { locale, staffToken: keys.staff_token, url })
  } finally {
    await browser?.close()
    await stop(product)
    rmSync(dataDir, { force: true, recursive: true })
  }
}

/** The address, once the shop is filled and says that it is running. */
async function urlOf(product: ChildProcess, dataDir: string): Promise<string> {
  const owner = join(dataDir, 'owner.json')
  const endMs = Date.now() + START_WITHIN_MS
  while (Date.now() < endMs && product.exitCode === null) {
    if (existsSync(owner)) {
      const { url } = JSON.parse(readFileSync(owner, 'utf8'))
      if (typeof url === 'string') return url
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(
    product.exitCode === null
      ? `The product was not running after ${START_WITHIN_MS / 1000} s.`
      : `The product ended with exit code ${product.exitCode}.`,
  )
}

async function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null) return
  const ended = new Promise((resolve) => product.once('exit', resolve))
  product.kill('SIGTERM')
  await ended
}

async function take(browser: Browser, picture: Picture, shop: Shop): Promise<void> {
  const context = await browser.newContext({
    colorScheme: 'light',
    deviceScaleFactor: 1,
    locale: shop.locale === 'pl' ? 'pl-PL' : 'en-GB',
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Warsaw',
    viewport: { height: picture.height, width: picture.width },
  })
  const page = await context.newPage()
  await picture.show(page, shop)
  await settle(page)
  const content = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await context.close()
  const file = `${picture.name}-${shop.locale}.png`
  if (content.length > LARGEST_BYTES)
    throw new Error(`${file} has ${content.length} bytes, more than ${LARGEST_BYTES}: show less of the page.`)
  writeFileSync(join(FOLDER, file), content)
  console.log(`${file}  ${picture.width} × ${picture.height}, ${Math.ceil(content.length / 1000)} kB`)
}

async function visit(page: Page, { locale, url }: Shop, path: string): Promise<void> {
  const [place, anchor] = path.split('#')
  const reply = await page.goto(`${url}${place}?lang=${locale}${anchor === undefined ? '' : `#${anchor}`}`)
  if (reply?.ok() !== true) throw new Error(`${path} answered ${reply?.status() ?? 'nothing'}`)
}

/** Shelves are filled by the browser script; pictures of products come after them. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate('Promise.all([...document.images].map((image) => image.decode().catch(() => {})))')
}

async function showOla(page: Page, shop: Shop): Promise<void> {
  await visit(page, shop, '/shop')
  // Becoming an invented person is a form of the page; sent as the page would send it.
  await page.evaluate(`(() => {
    const form = Object.assign(document.createElement('form'), { action: '/shop/persona', method: 'post' })
    for (const [name, value] of [['persona', 'ola'], ['back', '/shop?lang=${shop.locale}']])
      form.append(Object.assign(document.createElement('input'), { name, type: 'hidden', value }))
    document.body.append(form)
    form.submit()
  })()`)
  await page.waitForURL(/\/shop\?/, { waitUntil: 'load' })
  await settle(page)
  await page.locator('details.knows > summary').click()
}

async function showConsole(page: Page, shop: Shop): Promise<void> {
  await visit(page, shop, '/console')
  await page.fill('input[name=token]', shop.staffToken)
  await page.click('main button[type=submit]')
  await page.waitForLoadState('load')
}
