import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page, type Request } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { Size } from '@/client/session'
import type { Me } from '@/contract/views'
import { startServer, type TestServer } from './server'
import { blank, giveBack, isBlank, windowOf } from './windows'

const root = resolve(import.meta.dirname, '../..')
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
const shots = join(root, 'shots')

export const phone = { width: 390, height: 844 }
export const desk = { width: 1280, height: 800 }

// Chromium loads its own suggestions and assistant into every new window, which costs more than a page of ours.
// The flag counts once: the rest is what Playwright turns off, and would be on again without being said here.
const off = `--disable-features=${[
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch'],
  ...['TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning'],
]}`

// Files run one after the other in one process, and nobody leaves anything behind in a browser: one does for all.
let running: Promise<Browser> | undefined

/** One server with the real pages for a file of tests, and the Chromium of all files. */
export function withBrowser(options: Parameters<typeof startServer>[0]) {
  const at = {} as { server: TestServer; browser: Browser }
  beforeAll(async () => {
    at.server = await startServer({ ...options, site: 'dist/h5' })
    running ??= chromium.launch({ executablePath: process.env.CHROMIUM || undefined, args: ['--no-sandbox', off] })
    at.browser = await running
  })
  afterAll(() => at.server?.stop())
  const known = new Map<string, Kept>()

  /** A new phone or screen that nobody has used; what goes wrong inside a page fails the test that opened it. */
  async function visitor(
    viewport: typeof phone,
    size: Size = 'normal',
    timezoneId = 'Asia/Shanghai',
  ): Promise<Visitor> {
    const { url } = at.server
    const { context, page } = await windowOf(at.browser, url, viewport, timezoneId)
    // Whoever stays would go on asking for news, and take the time of those who come after.
    onTestFinished(({ task }) => giveBack({ context, page }, url, timezoneId, task.result?.state !== 'pass'))
    if (size !== 'normal') await keep(page, { size, sizeChosen: true })
    listenTo(page)
    page.setDefaultTimeout(15_000)
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(String(error)))
    page.on(
      'console',
      (line) => line.type() === 'error' && !/status of 4(00|04|09)|ERR_/.test(line.text()) && wrong.push(line.text()),
    )
    const goto = async (path: string) => {
      await page.goto(`${at.server.url}/#${path}`)
      await settled(page)
    }
    return { page, context, wrong, goto, known, server: at.server }
  }
  return { at, visitor }
}
export type Visitor = {
  page: Page
  context: BrowserContext
  wrong: string[]
  goto: (path: string) => Promise<void>
  server: TestServer
  /** Who has signed in on some phone of this file, by name. */
  known: Map<string, Kept>
}
/** What a phone keeps of whoever signed in on it. */
type Kept = { token: string; me: Me; demo: true }

/**
 * As if the phone had kept it from an earlier day; to be called while no page of ours is open. Where the product's
 * clock stands a used phone knows too: one that doesn't asks for its own day first.
 */
const keep = (page: Page, kept: object, now?: string) =>
  page.evaluate(
    ([more, at]) => {
      const own = JSON.parse(JSON.parse(localStorage.getItem('session') ?? '{}').data ?? '{}')
      localStorage.setItem('session', JSON.stringify({ data: JSON.stringify({ ...own, ...more }) }))
      if (at) localStorage.setItem('clock.ahead', JSON.stringify({ data: Date.parse(at) - Date.now() }))
    },
    [kept, now] as const,
  )

/** Goes away from our pages: whoever comes again starts them anew. */
export const leave = ({ page, server }: Visitor) => blank(page, server.url)

/**
 * A headless browser has no telephone: once it is told to ring, its window takes no more taps, nor from the next test.
 * An init script of whoever presses a number.
 */
export function stayHere() {
  const { navigation } = window as unknown as { navigation: EventTarget }
  navigation.addEventListener('navigate', (event) => {
    const { destination } = event as Event & { destination: { url: string } }
    if (destination.url.startsWith('tel:')) event.preventDefault()
  })
}

/** What lies on the page now; pages underneath are still in the document, and nobody sees them. */
export const seen = (page: Page, text: string | RegExp): Locator =>
  page.getByText(text).filter({ visible: true }).first()
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name }).filter({ visible: true }).first()
export const link = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('link', { name }).filter({ visible: true }).first()

type Traffic = { begun: number; open: Set<Request> }
const traffic = new WeakMap<Page, Traffic>()

/** What this page asks for from now on, for `settled`. */
export function listenTo(page: Page) {
  const heard: Traffic = { begun: 0, open: new Set() }
  traffic.set(page, heard)
  page.on('request', (request) => {
    heard.begun += 1
    heard.open.add(request)
  })
  page.on('requestfinished', (request) => heard.open.delete(request))
  page.on('requestfailed', (request) => heard.open.delete(request))
}

/** Nothing is being fetched or drawn any more: the page has had nothing to do, and asked for nothing meanwhile. */
export async function settled(page: Page) {
  const heard = traffic.get(page)
  if (!heard) throw new Error('nobody listened to this page from its beginning')
  for (let begun = -1; begun !== heard.begun || heard.open.size > 0; ) {
    begun = heard.begun
    await page.waitForFunction(nothingToDo)
  }
}

// Runs in the page. Twice it draws a picture and is idle after it: what an answer set off has been drawn, and what that
// set off has been asked for. After a press no idle time comes before a picture is asked for.
async function nothingToDo() {
  for (const _ of [1, 2]) {
    await new Promise((done) => requestAnimationFrame(done))
    await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }))
  }
  return document.fonts.status === 'loaded' && !document.querySelector('.skeleton')
}

/**
 * A phone on which she signed in before; on one that is in use already she does it by hand, as does the first of each
 * role. She comes to the first page of her role, or, by its own address, to `path`.
 */
export async function signIn(she: Visitor, name: string, path?: string) {
  const { page, goto, known } = she
  const kept = known.get(name) ?? (await sessionOf(she.server, name))
  known.set(name, kept)
  const { role } = kept.me.acting
  const first = path ?? homes.get(role)
  if (isBlank(page) && first) {
    await keep(page, kept, await she.server.demo.now())
    return goto(first)
  }
  await goto('/pages/me/index')
  await page.getByRole('textbox', { name: /找人/ }).fill(name)
  await button(page, name).click()
  await page.waitForURL((url) => !url.hash.includes('pages/me/'))
  await settled(page)
  homes.set(role, new URL(page.url()).hash.slice(1))
  if (!path) return
  await leave(she)
  await goto(path)
}
// Where who signs in by hand comes to, by role.
const homes = new Map<string, string>()

async function sessionOf({ demo, api }: TestServer, name: string): Promise<Kept> {
  const person = (await demo.people(name)).find((each) => each.name === name)
  if (!person) throw new Error(`nobody here is called ${name}`)
  const token = await demo.signIn(person.id)
  return { token, me: await api(token, 'session.me', {}), demo: true }
}

/**
 * The whole page in one picture, for people to look at: nobody does where a run is nobody's (`CI`). What scrolls is a
 * part of the page, so the screen grows until nothing does.
 */
export async function shot(page: Page, name: string) {
  if (process.env.CI) return
  mkdirSync(shots, { recursive: true })
  const before = page.viewportSize() ?? phone
  const hidden = await page.evaluate(() => {
    const scrolling = [document.documentElement, ...document.body.querySelectorAll('.taro_page, .taro_page *')]
    const seen = scrolling.filter((part) => part.checkVisibility() && !part.closest('textarea, .unseen'))
    return Math.max(
      0,
      ...seen.map(({ scrollHeight, clientHeight }) => (clientHeight > 200 ? scrollHeight - clientHeight : 0)),
    )
  })
  await page.setViewportSize({ ...before, height: before.height + hidden })
  await page.screenshot({ path: join(shots, `${name}.png`) })
  await page.setViewportSize(before)
}

type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }
/** What axe-core finds against WCAG 2 A and AA, or by these of its tags or rules, with where and why. */
export async function violations(page: Page, rules = ['wcag2a', 'wcag2aa']): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const found = (await page.evaluate((runOnly) => {
    const { axe } = window as unknown as {
      axe: { run: (what: Document, how: object) => Promise<{ violations: unknown }> }
    }
    return axe.run(document, { runOnly, resultTypes: ['violations'] }).then((result) => result.violations)
  }, rules)) as Violation[]
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(' ')}: ${node.failureSummary}`))
}

/** What reaches over the screen's edge: nobody pans sideways to read. A bar that is made to be swiped may. */
export async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const swiped = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || swiped(element.parentElement))
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && !element.closest('.unseen, svg'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 0 && (right > window.innerWidth + 1 || left < -1) && !swiped(element.parentElement)
      })
      .map((element) => `too wide: ${element.className} ${element.textContent?.slice(0, 20)}`)
  })
}
