import type { Browser, BrowserContext, Page } from 'playwright-core'

/**
 * Windows of the browser that are used one after the other. A new one costs twice what a page of ours does: a process,
 * the files again, the code compiled again. One that comes back is emptied; what can't be emptied is closed.
 */
export type Window = { context: BrowserContext; page: Page }
type Viewport = { width: number; height: number }

// Of our own site, so that the window keeps its process and its storage can be reached, and without a line of our code.
const BLANK = '/health'
export const isBlank = (page: Page) => new URL(page.url()).pathname === BLANK
export const blank = (page: Page, server: string) => page.goto(server + BLANK)

const idle = new Map<string, Window[]>()
/** What has to be closed after it was used: somebody put a script or a clock of her own into it. */
const marked = new WeakSet<Window>()

export async function windowOf(
  browser: Browser,
  server: string,
  viewport: Viewport,
  timezoneId: string,
): Promise<Window> {
  const used = idle.get(timezoneId)?.pop()
  const found = used ?? (await opened(browser, viewport, timezoneId))
  if (used) await used.page.setViewportSize(viewport)
  // Another file's server is another place, with a storage of its own.
  if (!found.page.url().startsWith(`${server}/`)) await blank(found.page, server)
  return found
}

async function opened(browser: Browser, viewport: Viewport, timezoneId: string): Promise<Window> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId })
  const page = await context.newPage()
  const made = { context, page }
  const mark = () => marked.add(made)
  const { clock } = page
  for (const each of [context, page]) {
    each.addInitScript = new Proxy(each.addInitScript, {
      apply: (adds, on, given) => {
        mark()
        return Reflect.apply(adds, on, given)
      },
    })
    Object.defineProperty(each, 'clock', { get: () => mark() && clock })
  }
  return made
}

const HEARD = ['request', 'requestfinished', 'requestfailed', 'response', 'pageerror', 'console', 'dialog'] as const

/** Takes a window back at the end of a test; after a failed one nobody knows what it is like. */
export async function giveBack(window: Window, server: string, timezoneId: string, failed: boolean): Promise<void> {
  const { context } = window
  if (failed || marked.has(window) || !(await emptied(window, server).catch(() => false))) return context.close()
  const others = idle.get(timezoneId) ?? []
  idle.set(timezoneId, [...others, window])
}

async function emptied({ context, page }: Window, server: string): Promise<boolean> {
  if (page.isClosed()) return false
  for (const each of HEARD) page.removeAllListeners(each as 'request')
  for (const other of context.pages()) if (other !== page) await other.close()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  await context.setOffline(false)
  await blank(page, server)
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await context.clearCookies()
  await context.clearPermissions()
  await context.setGeolocation(null)
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null })
  const tools = await context.newCDPSession(page)
  await tools.send('Page.resetNavigationHistory')
  await tools.detach()
  return true
}
