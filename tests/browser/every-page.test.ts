import { describe, expect, it, vi } from 'vitest'
import type { Size } from '@/client/session'
import {
  desk,
  leave,
  phone,
  seen,
  shot,
  signIn,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'
import { reach, twice } from '../support/reach'
import { told, unclear } from '../support/sense-order'
import * as desks from './every-page-desks'
import type { Page, Walk } from './every-page-given'
import * as residents from './every-page-residents'

const { at, visitor } = withBrowser({ now: '2026-11-23T10:00:00+08:00', county: 'demo' })
/** `forTheCentre` is `for the centre`. */
const plain = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
const walks = [...Object.values(residents), ...Object.values(desks)]

type Tab = Visitor['page']
type Screen = typeof phone
const narrow = { width: 320, height: 568 }
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
/** One way of looking at a page that is open, and what is wrong with it then. */
type Look = {
  name: string
  size: Size
  screen: Screen
  dark?: true
  double?: true
  finds: (page: Tab) => Promise<string[]>
}
/** All that axe-core knows, once a page, on the screen that it is for. */
const axe = (page: Tab) => violations(page, everything)
const normal = async (page: Tab) => [...(await reach(page, { words: 15, target: 44 })), ...unclear(await told(page))]
const dark: Look = {
  ...{ name: 'dark', size: 'normal', screen: phone, dark: true },
  finds: (page) => violations(page, ['color-contrast']),
}
const large: Look[] = [
  { name: 'elder', size: 'elder', screen: phone, finds: (page) => reach(page, { words: 18, target: 60 }) },
  { name: 'largest', size: 'elder-max', screen: phone, finds: (page) => reach(page, { words: 26, target: 60 }) },
  {
    ...{ name: 'twice, 320', size: 'elder-max', screen: narrow, double: true },
    finds: (page) => reach(page, { words: 30, target: 60 }),
  },
]
const first: Look = { name: 'normal', size: 'normal', screen: phone, finds: normal }
const both = async (page: Tab) => [...(await axe(page)), ...(await normal(page))]
const onPhones: Look[] = [{ ...first, finds: both }, dark, ...large]
// One after the other as little as can be is changed in between.
const onDesks: Look[] = [
  first,
  dark,
  { name: 'desk', size: 'normal', screen: desk, finds: both },
  ...large,
  { name: 'desk, largest', size: 'elder-max', screen: desk, finds: (page) => reach(page, { words: 26, target: 60 }) },
]
const seenRoutes = new Set<string>()

/** Opens each page once, by its own address as a link in a message does, and looks at it in each way. */
async function wrongOn({ who, wide, pages }: Walk): Promise<Record<string, string[]>> {
  const someone = await visitor(phone)
  const { page } = someone
  if (who) await signIn(someone, who)
  const found: Record<string, string[]> = {}
  let before = first
  for (const each of pages) {
    for (const look of wide ? onDesks : onPhones) {
      const wrong = await wrongIn(someone, each, look, before)
      if (wrong.length > 0) found[`${each.name}, ${look.name}`] = wrong
      before = look
    }
    seenRoutes.add(each.path.split('?')[0]?.slice(1) ?? '')
    if (each.anew) {
      await leave(someone)
      await chosen(page, 'normal')
    }
    if (!each.after) continue
    await changed(page, first, before)
    await inLetters(page, first)
    await each.after(page)
    before = first
  }
  return found
}

async function changed(page: Tab, look: Look, before: Look) {
  if (look.screen !== before.screen) await page.setViewportSize(look.screen)
  if (look.dark !== before.dark) await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light' })
}

async function wrongIn(someone: Visitor, each: Page, look: Look, before: Look): Promise<string[]> {
  const { page } = someone
  await changed(page, look, before)
  const opens = look.name === first.name
  if (opens || (each.anew && look.size !== before.size)) {
    await leave(someone)
    if (each.anew) await chosen(page, look.size)
    await someone.goto(each.path)
  }
  await inLetters(page, look, each.anew)
  await seen(page, each.says).waitFor()
  if (process.env.SHOTS) await shot(page, `${each.name}-${look.name}`)
  return [...someone.wrong.splice(0), ...(await tooWide(page)), ...(await look.finds(page))]
}

/** As if she had chosen them on an earlier day; to be called while no page of ours is open. */
const chosen = (page: Tab, letters: Size) =>
  page.evaluate((size) => {
    const kept = JSON.parse(JSON.parse(localStorage.getItem('session') ?? '{}').data ?? '{}')
    const data = JSON.stringify({ ...kept, size, sizeChosen: true })
    localStorage.setItem('session', JSON.stringify({ data }))
  }, letters)

/** The letters of every page hang on one class of its root; `anew`: it was drawn with it. */
async function inLetters(page: Tab, { size, double }: Look, anew?: true) {
  const is = await page.evaluate(
    ([mode, drawn]) => {
      const roots = [...document.querySelectorAll('.page')]
      for (const { classList } of drawn ? [] : roots)
        for (const each of ['elder', 'elder-max']) classList.toggle(each, mode === each)
      const root = roots.find((each) => each.checkVisibility())
      return root && ['elder', 'elder-max'].filter((each) => root.classList.contains(each))
    },
    [size, anew] as const,
  )
  expect(is).toEqual(size === 'normal' ? [] : [size])
  await twice(page, Boolean(double))
}

describe('every page in every kind of letters, light and dark, fits its screen and a finger, is read in the order in which it is seen, has nothing axe-core objects to, and no error', () => {
  it.each(walks.map((walk) => [plain(walk.name), walk] as const))('%s', async (_, walk) => {
    expect(await wrongOn(await walk(at.server))).toEqual({})
  })
  it('is told when it is not so', async () => {
    const { page } = await visitor(phone)
    await page.setContent(`<body style="margin:0"><h1>一</h1><h3>二</h3><button></button>
      <button style="width:90px;height:20px"><a href="#">三</a></button>
      <p style="font-size:12px">四</p><p style="position:relative;top:0;height:1px">五</p><p style="margin:-30px 0 0">六</p>
      <p style="width:20px;height:9px;overflow:hidden;white-space:nowrap">七七七七七</p>
      <p style="width:900px">八</p></body>`)
    const found = [
      ...(await reach(page, { words: 15, target: 44 })),
      ...unclear(await told(page)),
      ...(await tooWide(page)),
    ]
    for (const wrong of [
      /^letters of 12: 四/,
      /^target 90×20/,
      /^over each other/,
      /^cut off/,
      /^heading 3 after 1: 二/,
    ])
      expect(found).toContainEqual(expect.stringMatching(wrong))
    for (const wrong of [/^button without a name/, /^link 三 inside button/, /^too wide/])
      expect(found).toContainEqual(expect.stringMatching(wrong))
  })
  it('leaves out no page that the web build has', async () => {
    vi.stubEnv('TARO_ENV', 'h5')
    vi.stubGlobal('defineAppConfig', (config: object) => config)
    const { default: app } = (await import('../../src/app.config')) as unknown as {
      default: { pages: string[]; subPackages: { root: string; pages: string[] }[] }
    }
    vi.unstubAllGlobals()
    vi.unstubAllEnvs()
    const all = [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((name) => `${root}/${name}`))]
    expect(all.length).toBeGreaterThan(60)
    expect(
      all.map((route) => route.replace(/\/index$/, '')).filter((route) => !seenRoutes.has(`${route}/index`)),
    ).toEqual([])
  })
})
