import type { CDPSession, Page } from 'playwright-core'

type Value = { value?: unknown }
type Node = {
  nodeId: string
  ignored: boolean
  role?: Value
  name?: Value
  properties?: { name: string; value: Value }[]
  parentId?: string
  childIds?: string[]
}

const CONTROLS = new Set([
  ...['button', 'link', 'radio', 'checkbox', 'tab', 'switch', 'slider', 'spinbutton', 'textbox', 'searchbox'],
  ...['combobox', 'listbox', 'Date', 'InputTime', 'DateTime', 'MenuButton', 'DisclosureTriangle'],
])
const ENTRIES = new Set(['textbox', 'searchbox', 'combobox', 'listbox', 'spinbutton', 'Date', 'InputTime'])

/** One thing that a screen reader stops at, in the order in which it comes. */
export type Said = { role: string; name: string; level?: number; inside?: string; own?: boolean }

const sessions = new WeakMap<Page, CDPSession>()

/** What the browser tells a screen reader of the page that is open, from the first to the last. */
export async function told(page: Page): Promise<Said[]> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] }
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const said: Said[] = []
  const visit = (node: Node, inside?: string, own = false) => {
    const role = String(node.role?.value ?? '')
    const name = String(node.name?.value ?? '').trim()
    const control = CONTROLS.has(role)
    if (!node.ignored && (control || /^(heading|image|dialog|StaticText)$/.test(role))) {
      const level = node.properties?.find((each) => each.name === 'level')?.value.value
      said.push({
        role,
        name,
        ...(typeof level === 'number' && { level }),
        ...(inside && { inside }),
        ...(own && { own }),
      })
    }
    // Of an entry what is in it is its value, and no more of the page.
    if (ENTRIES.has(role) && !node.ignored) return
    const within = control && !node.ignored ? `${role} ${name}` : inside
    for (const id of node.childIds ?? []) {
      const child = byId.get(id)
      if (child) visit(child, within, own || (role === 'heading' && !node.ignored))
    }
  }
  const root = nodes.find(({ parentId }) => parentId === undefined)
  if (root) visit(root)
  return said
}

/** What is wrong with it for whoever only hears the page. */
export function unclear(said: readonly Said[]): string[] {
  const wrong: string[] = []
  const headings = said.filter(({ role }) => role === 'heading')
  const firsts = headings.filter(({ level }) => level === 1)
  if (firsts.length !== 1) wrong.push(`${firsts.length} first headings: ${firsts.map(({ name }) => name)}`)
  if (headings[0] && headings[0].level !== 1) wrong.push(`begins with heading ${headings[0].level} ${headings[0].name}`)
  for (const [n, { level = 1, name }] of headings.entries()) {
    const before = headings[n - 1]?.level ?? 1
    if (level > before + 1) wrong.push(`heading ${level} after ${before}: ${name}`)
  }
  for (const { role, name, inside } of said) {
    if (role === '') wrong.push(`pressed without a role: ${name}`)
    if (CONTROLS.has(role) && !name) wrong.push(`${role} without a name`)
    if (role === 'image' && !name) wrong.push('image without a name')
    if (CONTROLS.has(role) && inside) wrong.push(`${role} ${name} inside ${inside}`)
  }
  // Two numbers of a table may be the same; what names something and stands beside its own name is said twice. An entry
  // comes after its label. A heading's and a control's own words are said as one with it.
  const stops = said.filter(({ inside, own }) => !inside && !own)
  for (const [n, { role, name }] of stops.entries()) {
    const next = stops[n + 1]
    const both = [role, next?.role]
    // A tab is called as the page that it opens.
    const same = next && name && next.name === name && !ENTRIES.has(next.role) && role !== 'tab'
    if (same && both.some((each) => each !== 'StaticText') && !both.every((each) => CONTROLS.has(each ?? '')))
      wrong.push(`said twice: ${name} (${both.join(', ')})`)
  }
  return wrong
}
