import type { Draw, Drawn } from './wxml'

/** What WeChat would have to carry and draw for one page; the largest values since it was opened. */
export type Load = { route: string; calls: number; mostBytes: number; bytes: number; nodes: number; depth: number }

type Config = Record<string, unknown> & { data?: object }
type Handler = (event: object) => unknown

/** One open page: its data, what it draws, what was sent to it. */
export type OpenPage = {
  route: string
  /** What the runtime holds as `this`. */
  self: Record<string, unknown>
  load: Load
  tree: () => Drawn
  life: (name: string, argument?: unknown) => unknown
  fire: (type: string, target: Drawn, detail: object) => boolean
}

export function openPage(route: string, config: Config, options: object, draw: Draw): OpenPage {
  const load: Load = { route, calls: 0, mostBytes: 0, bytes: 0, nodes: 0, depth: 0 }
  const self: Record<string, unknown> = { ...config, route, __route__: route, options }
  const data = copy(config.data ?? {}) as Record<string, unknown>
  self.data = data
  // What nothing was sent to since is drawn as it was.
  let last: Drawn | undefined
  self.setData = (change: Record<string, unknown>, done?: () => void) => {
    const sent = JSON.stringify(change)
    const bytes = Buffer.byteLength(sent)
    Object.assign(load, {
      calls: load.calls + 1,
      bytes: load.bytes + bytes,
      mostBytes: Math.max(load.mostBytes, bytes),
    })
    for (const [path, value] of Object.entries(JSON.parse(sent))) put(data, path, value)
    last = undefined
    if (done) setTimeout(done)
  }
  self.selectComponent = () => null
  self.createSelectorQuery = () => ({})

  const tree = () => {
    if (last) return last
    const drawn = draw(route, data)
    last = drawn
    load.nodes = Math.max(load.nodes, count(drawn))
    load.depth = Math.max(load.depth, deep(drawn))
    return drawn
  }
  const life = (name: string, argument?: unknown) => {
    const handler = self[name]
    return typeof handler === 'function' ? handler.call(self, argument) : undefined
  }

  /** As WeChat bubbles: every `bind` from the target to the root, up to the first `catch`. False: nobody listens. */
  function fire(type: string, target: Drawn, detail: object): boolean {
    // A finger's places stand beside the detail, not in it.
    const touches = 'touches' in detail ? { touches: detail.touches } : {}
    let heard = false
    const at = { id: target.attr.id, dataset: dataset(target) }
    for (const node of wayTo(target, tree())) {
      const caught = node.attr[`catch${type}`]
      const name = caught ?? node.attr[`bind${type}`]
      if (typeof name !== 'string') continue
      const current = { id: node.attr.id, dataset: dataset(node) }
      ;(self[name] as Handler).call(self, {
        type,
        detail,
        ...touches,
        timeStamp: Date.now(),
        target: at,
        currentTarget: current,
      })
      heard = true
      if (caught) break
    }
    return heard
  }
  return { route, self, load, tree, life, fire }
}

const copy = (value: unknown) => JSON.parse(JSON.stringify(value))
const dataset = ({ attr }: Drawn) => ({ sid: attr['data-sid'] })
export const elements = ({ children }: Drawn): Drawn[] =>
  children.filter((child): child is Drawn => typeof child === 'object')
const count = (node: Drawn): number => elements(node).reduce((sum, child) => sum + count(child), 1)
const deep = (node: Drawn): number => 1 + Math.max(0, ...elements(node).map(deep))

/** From the node with this one's id up to the root: every drawing makes new nodes, the ids stay. */
function wayTo(target: Drawn, root: Drawn): Drawn[] {
  if (root.attr.id !== undefined && root.attr.id === target.attr.id) return [root]
  for (const child of elements(root)) {
    const way = wayTo(target, child)
    if (way.length > 0) return [...way, root]
  }
  return []
}

/** `root.cn.[0].cl`: one path of a setData call. */
function put(data: Record<string, unknown>, path: string, value: unknown) {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = keys.pop() ?? ''
  let at = data
  for (const [n, key] of keys.entries()) {
    at[key] ??= /^\d+$/.test(keys[n + 1] ?? last) ? [] : {}
    at = at[key] as Record<string, unknown>
  }
  at[last] = value
}
