import { elements } from './page'
import type { Phone } from './phone'
import type { Drawn } from './wxml'

/** Finds and touches things the way a person does: by what is written on them or read aloud. */

type Name = string | RegExp
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const fits = (said: string, name: Name) => (typeof name === 'string' ? said.includes(plain(name)) : name.test(said))

/** Every word that stands on it; what stands in two boxes is two words. */
export const textOf = (node: Drawn): string =>
  plain(
    node.children
      .map((child) => (typeof child === 'string' ? child : textOf(child)))
      .join(node.tag === 'wx-text' ? '' : ' ')
      .replace(/[ \n]+/g, ' ')
      .trim(),
  )
const nameOf = (node: Drawn): string => plain(String(node.attr.ariaLabel || textOf(node)))
const all = (node: Drawn): Drawn[] => [node, ...elements(node).flatMap(all)]
const entries = new Set(['wx-input', 'wx-textarea', 'wx-picker'])
const tappable = ({ tag, attr }: Drawn) => tag === 'wx-button' || (attr.bindtap !== undefined && !entries.has(tag))
const isOff = ({ attr }: Drawn) => attr.ariaDisabled === true || attr.ariaDisabled === 'true'

// A whole card may hold a button of the same words: the smallest that says it is meant.
const smallest = (found: Drawn[]) => found.sort((a, b) => all(a).length - all(b).length)[0]

const PATIENCE_MS = 20_000

/** Waits until something is there; tells what was on the page instead. */
export async function until<T>(phone: Phone, what: string, look: () => T | undefined | false): Promise<T> {
  const since = Date.now()
  for (;;) {
    const found = look()
    if (found) return found
    if (Date.now() - since > PATIENCE_MS)
      throw new Error(
        `${what} never came on ${phone.page.route}: ${textOf(phone.page.tree())}\n${phone.wrong.join('\n')}`,
      )
    await new Promise((go) => setTimeout(go, 5))
  }
}

/** The hand and eyes of whoever holds this phone. */
export function holding(phone: Phone) {
  // A sheet covers the page: what lies under it is neither read nor touched.
  const front = () => {
    const page = phone.page.tree()
    return all(page).findLast(({ attr }) => attr.ariaRole === 'dialog') ?? page
  }
  const seen = () => textOf(front())
  const sees = (name: Name) => until(phone, `「${name}」`, () => fits(seen(), name))
  const find = (name: Name, kind: (node: Drawn) => boolean) =>
    smallest(all(front()).filter((node) => kind(node) && fits(nameOf(node), name)))
  const exact = (name: Name) => (typeof name === 'string' ? new RegExp(`^${escaped(plain(name))}$`) : name)
  const there = (name: Name, kind: (node: Drawn) => boolean) => find(exact(name), kind) ?? find(name, kind)

  const touch =
    (kind: (node: Drawn) => boolean, type: string) =>
    async (name: Name, detail: object = {}) => {
      const node = await until(phone, `${type} on 「${name}」`, () => there(name, kind))
      if (!phone.page.fire(type, node, detail)) throw new Error(`nothing hears ${type} on 「${name}」`)
    }
  const entry = ({ tag }: Drawn) => tag === 'wx-input' || tag === 'wx-textarea'
  const choice = (node: Drawn) => tappable(node) && /^(radio|checkbox|tab)$/.test(String(node.attr.ariaRole))
  return {
    phone,
    seen,
    /** The outermost element of the page, where its mode stands. */
    root: () => elements(phone.page.tree())[0] ?? phone.page.tree(),
    sees,
    has: (name: Name) => fits(seen(), name),
    can: (name: Name) => there(name, (node) => tappable(node) && !isOff(node)) !== undefined,
    tap: touch((node) => tappable(node) && !isOff(node), 'tap'),
    choose: touch(choice, 'tap'),
    pick: async (name: Name, value: string) => touch(({ tag }) => tag === 'wx-picker', 'change')(name, { value }),
    type: async (name: Name, value: string) => touch(entry, 'input')(name, { value }),
    /** The card that leaves by this button: what the page answers when WeChat asks for it. */
    share: async (name: Name) => {
      const shares = ({ attr }: Drawn) => attr.openType === 'share'
      const { attr } = await until(phone, `a card by 「${name}」`, () => there(name, shares))
      return phone.page.life('onShareAppMessage', { from: 'button', target: { id: attr.id } })
    },
    /** Presses WeChat's own button of consent: WeChat notes which, and tells the page. */
    agree: async (name: Name) => {
      const consents = ({ attr }: Drawn) => attr.openType === 'agreePrivacyAuthorization'
      const node = await until(phone, `a consent by 「${name}」`, () => there(name, consents))
      phone.given.agreedBy = String(node.attr.id)
      if (!phone.page.fire('agreeprivacyauthorization', node, {})) throw new Error(`nothing hears 「${name}」`)
    },
    /** A finger's way over the pad that one signs on. */
    draw: async (way: readonly (readonly [number, number])[]) => {
      const pad = await until(phone, 'a pad', () => all(front()).find(({ tag }) => tag === 'wx-canvas'))
      for (const [n, [x, y]] of way.entries())
        phone.page.fire(n === 0 ? 'touchstart' : 'touchmove', pad, { touches: [{ x, y }] })
    },
    /** Waits until this holds, and says what did not. */
    waits: (what: string, look: () => boolean) => until(phone, what, look),
    /** What stands in an entry. */
    typed: (name: Name) => String(there(name, entry)?.attr.value ?? ''),
    chosen: (name: Name) => {
      const { ariaChecked, ariaSelected } = there(name, choice)?.attr ?? {}
      return String(ariaChecked || ariaSelected) === 'true'
    },
    on: (route: string) => until(phone, `page ${route}`, () => phone.page.route === route),
  }
}
export type Holding = ReturnType<typeof holding>
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
