import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Load, type OpenPage, openPage } from './page'
import { type Asked, type Cloud, type Given, type Letters, platform } from './platform'
import { runtime } from './runtime'
import { compileWxml, type Draw } from './wxml'

export const BUILD = resolve(import.meta.dirname, '../../../dist/weapp')
let drawing: Draw | undefined
const draw = (): Draw => {
  drawing ??= compileWxml(BUILD)
  return drawing
}

type AppJson = { pages: string[]; subPackages: { root: string; pages: string[] }[] }
/** Every page that the build says it has. */
export const routesOf = ({ pages, subPackages }: AppJson): Set<string> =>
  new Set([...pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))])

export type Phone = ReturnType<typeof phone>
type Options = {
  cloud: Cloud
  /** What the phone keeps while the app is shut. */
  storage?: Map<string, unknown>
  letters?: Letters
}

/** A telephone with the built mini-program on it: `open` starts it, as a tap on its icon or on a card does. */
export function phone({ cloud, storage = new Map(), letters }: Options) {
  const stack: OpenPage[] = []
  const asked: Asked[] = []
  const wrong: string[] = []
  const loads: Load[] = []
  const given: Given = { photos: [], voice: '', ...(letters && { letters }) }
  const routes = routesOf(JSON.parse(readFileSync(join(BUILD, 'app.json'), 'utf8')))

  const bare = platform(storage, inner(cloud), asked, given)
  const moved = (name: string, does: (options: { url: string; delta?: number }) => void) => (options: never) => {
    const { success, fail, complete, ...rest } = options as Record<string, unknown> & { url: string }
    asked.push({ name, options: rest })
    setTimeout(() => {
      try {
        does(rest as { url: string })
        ;(success as ((result: object) => void) | undefined)?.({ errMsg: `${name}:ok` })
        ;(complete as ((result: object) => void) | undefined)?.({ errMsg: `${name}:ok` })
      } catch (error) {
        wrong.push(`${name}: ${error}`)
        ;(fail as ((result: object) => void) | undefined)?.({ errMsg: String(error) })
      }
    })
  }
  const wx: Record<string, unknown> = {
    ...bare,
    navigateTo: moved('navigateTo', ({ url }) => {
      if (stack.length >= 10) throw new Error('more than ten pages')
      top()?.life('onHide')
      enter(url)
    }),
    redirectTo: moved('redirectTo', ({ url }) => {
      close()
      enter(url)
    }),
    reLaunch: moved('reLaunch', ({ url }) => {
      while (stack.length > 0) close()
      enter(url)
    }),
    navigateBack: moved('navigateBack', ({ delta = 1 }) => {
      for (let n = 0; n < delta && stack.length > 1; n++) close()
      top()?.life('onShow')
    }),
  }
  let waiting = 0
  const js = runtime(
    BUILD,
    wx,
    () => stack.map(({ self }) => self),
    (text) => wrong.push(text),
  )

  /** Answers are made of the app's own objects, as they are after the way through the platform. */
  function inner({ init, callFunction, uploadFile }: Cloud): Cloud {
    return {
      init,
      callFunction: async (options) => {
        waiting += 1
        try {
          const { result } = await callFunction(JSON.parse(JSON.stringify(options)))
          return { result: js.inside(result) }
        } finally {
          waiting -= 1
        }
      },
      uploadFile,
    }
  }
  const top = () => stack.at(-1)
  function enter(url: string) {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!routes.has(route)) throw new Error(`no page ${route}`)
    // As they were written: WeChat decodes no parameter.
    const options = Object.fromEntries(
      query
        .split('&')
        .filter(Boolean)
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    )
    const page = openPage(route, js.page(route), js.inside(options) as object, draw())
    loads.push(page.load)
    stack.push(page)
    page.life('onLoad', page.self.options)
    page.life('onShow')
    page.life('onReady')
  }
  function close() {
    stack.pop()?.life('onUnload')
  }

  const app = js.start()
  const start = (name: string, argument: object) => {
    const handler = app[name]
    if (typeof handler === 'function') handler.call(app, js.inside(argument))
  }
  let started = false

  return {
    storage,
    /** Beyond pages: what was asked of the phone, and what it is like. */
    asked,
    given,
    /** What went wrong inside; a test ends with nothing here. */
    wrong,
    loads,
    loaded: js.loaded,
    pass: js.pass,
    beat: js.beat,
    evaluate: js.evaluate,
    /** Nothing is being asked. */
    idle: () => waiting === 0,
    get page(): OpenPage {
      const page = top()
      if (!page) throw new Error('no page is open')
      return page
    },
    get depth() {
      return stack.length
    },
    open(url: string) {
      const path = url.replace(/^\//, '')
      if (!started) {
        start('onLaunch', { path, query: {}, scene: 1001 })
        start('onShow', { path, query: {}, scene: 1001 })
      }
      started = true
      while (stack.length > 0) close()
      enter(path)
    },
    /** The way back that WeChat draws, and the phone's own gesture. */
    back() {
      close()
      top()?.life('onShow')
    },
    /** Another app in front. */
    leave() {
      top()?.life('onHide')
    },
    comeBack() {
      top()?.life('onShow')
    },
    /** Another app in front for a while. */
    leaveAndComeBack() {
      top()?.life('onHide')
      top()?.life('onShow')
    },
    /** Shut: its timers' pages are gone, what it kept is kept. */
    shut() {
      while (stack.length > 0) close()
    },
  }
}
