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
import { compactPng } from './pictures/compact-png.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const FOLDER = join(ROOT, 'docs/pictures')
const CHROMIUM = '/usr/bin/chromium'
const LAUNCH = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run']
const START_WITHIN_MS = 180_000
const LARGEST_BYTES = 200_000
/** Pixels around a part of a page. */
const AIR = 12
const LOCALES = ['pl', 'en'] as const

/** What one picture shows. */
interface Picture {
  readonly name: string
  readonly width: number
  readonly height: number
  /** Only this part of the page. */
  readonly part?: string
  /** Pixels of the picture for one of the page; 1 if absent. */
  readonly scale?: number
  /** Goes to the page and brings it into the state that is shown. */
  readonly show: (page: Page, shop: Shop) => Promise<void>
}

interface Shop {
  readonly url: string
  readonly staffToken: string
  readonly locale: (typeof LOCALES)[number]
}

const PICTURES: readonly Picture[] = [
  { height: 900, name: 'start', part: '.staircase', scale: 0.8, show: at('/'), width: 1280 },
  { height: 760, name: 'shop-level-0', scale: 0.8, show: atShelf, width: 1280 },
  { height: 760, name: 'shop-ola', scale: 0.8, show: showOla, width: 1280 },
  { height: 1150, name: 'privacy', scale: 0.75, show: at('/privacy'), width: 1280 },
  { height: 1250, name: 'console', scale: 0.75, show: showConsole, width: 1280 },
  { height: 680, name: 'shop-phone', show: at('/shop'), width: 390 },
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
    deviceScaleFactor: picture.scale ?? 1,
    locale: shop.locale === 'pl' ? 'pl-PL' : 'en-GB',
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Warsaw',
    viewport: { height: picture.height, width: picture.width },
  })
  const page = await context.newPage()
  await picture.show(page, shop)
  await settle(page)
  const clip = picture.part === undefined ? undefined : await placeOf(page, picture.part)
  const options = { animations: 'disabled', caret: 'hide' } as const
  const content = compactPng(
    await page.screenshot(clip === undefined ? options : { ...options, clip, fullPage: true }),
  )
  await context.close()
  const file = `${picture.name}-${shop.locale}.png`
  if (content.length > LARGEST_BYTES)
    throw new Error(`${file} has ${content.length} bytes, more than ${LARGEST_BYTES}: show less of the page.`)
  writeFileSync(join(FOLDER, file), content)
  console.log(`${file}  ${picture.width} × ${picture.height}, ${Math.ceil(content.length / 1000)} kB`)
}

/** Where a part of the page is, with some air; what follows below stays out. */
async function placeOf(page: Page, part: string) {
  const box = await page.locator(part).boundingBox()
  if (box === null) throw new Error(`Nothing on the page is ${part}.`)
  return { height: box.height + AIR, width: box.width + 2 * AIR, x: box.x - AIR, y: box.y - AIR }
}

/** Shows a page as whoever comes for the first time sees it. */
function at(path: string): Picture['show'] {
  return (page, shop) => visit(page, shop, path)
}

async function atShelf(page: Page, shop: Shop): Promise<void> {
  await visit(page, shop, '/shop')
  await scrollToShelf(page)
}

/** The first shelf stands near the upper edge; what fills it is waited for there. */
async function scrollToShelf(page: Page): Promise<void> {
  await page.evaluate(`document.querySelector('umiar-shelf').parentElement.scrollIntoView()`)
  await page.evaluate('scrollBy(0, -24)')
  await page.waitForSelector('umiar-shelf[ready]')
  await settle(page)
}

async function visit(page: Page, { locale, url }: Shop, path: string): Promise<void> {
  const [place, anchor] = path.split('#')
  const reply = await page.goto(`${url}${place}?lang=${locale}${anchor === undefined ? '' : `#${anchor}`}`)
  if (reply?.ok() !== true) throw new Error(`${path} answered ${reply?.status() ?? 'nothing'}`)
}

/** Shelves are filled by the browser script; pictures of products come after them. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  // A picture further down is loaded when somebody scrolls there, and would be waited for in vain.
  await page.evaluate(
    'Promise.all([...document.images].filter(({ complete }) => complete).map((image) => image.decode().catch(() => {})))',
  )
}

async function showOla(page: Page, shop: Shop): Promise<void> {
  await visit(page, shop, '/shop')
  // Becoming an invented person is a form of the page; sent as the page would send it.
  const loaded = page.waitForEvent('load')
  await page.evaluate(`(() => {
    const form = Object.assign(document.createElement('form'), { action: '/shop/persona', method: 'post' })
    for (const [name, value] of [['persona', 'ola'], ['back', '/shop?lang=${shop.locale}']])
      form.append(Object.assign(document.createElement('input'), { name, type: 'hidden', value }))
    document.body.append(form)
    form.submit()
  })()`)
  await loaded
  await scrollToShelf(page)
  await page.locator('details.knows > summary').click()
}

async function showConsole(page: Page, shop: Shop): Promise<void> {
  await visit(page, shop, '/console')
  await page.fill('input[name=token]', shop.staffToken)
  await page.click('main button[type=submit]')
  await page.waitForLoadState('load')
}
