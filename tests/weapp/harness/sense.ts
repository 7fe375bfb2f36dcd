import type { Said } from '../../support/sense-order'
import { textOf } from './hand'
import { elements } from './page'
import type { Drawn } from './wxml'

const ENTRIES: Partial<Record<string, string>> = {
  'wx-input': 'textbox',
  'wx-textarea': 'textbox',
  'wx-picker': 'combobox',
}
const isTrue = (value: unknown) => value === true || value === 'true'
const nameOf = (node: Drawn) => String(node.attr.ariaLabel || textOf(node)).trim()

/** What WeChat gives a screen reader of a drawn page, from the first to the last; an empty role is that of plain boxes. */
export function toldOf(root: Drawn): Said[] {
  const said: Said[] = []
  const visit = (node: Drawn, inside?: string, own = false) => {
    if (isTrue(node.attr.ariaHidden)) return
    const entry = ENTRIES[node.tag]
    // A label hears taps for its entry, and is none by itself.
    const pressed = node.tag === 'wx-button' || (node.attr.bindtap !== undefined && !entry && node.tag !== 'wx-label')
    const role = String(node.attr.ariaRole ?? entry ?? (node.tag === 'wx-button' ? 'button' : ''))
    const level = role === 'heading' && { level: Number(node.attr.ariaLevel) }
    const more = { ...level, ...(inside && { inside }), ...(own && { own }) }
    if (node.tag === 'wx-image') said.push({ role: 'image', name: nameOf(node), ...more })
    else if (entry) said.push({ role: entry, name: String(node.attr.ariaLabel ?? ''), ...more })
    else if (pressed || /^(heading|dialog)$/.test(role)) said.push({ role, name: nameOf(node), ...more })
    if (entry) return
    const within = pressed ? `${role} ${nameOf(node)}` : inside
    for (const child of node.children)
      if (typeof child !== 'string') visit(child, within, own || role === 'heading')
      else if (child.trim())
        said.push({
          role: 'StaticText',
          name: child.trim(),
          ...(within && { inside: within }),
          ...((own || role === 'heading') && { own: true }),
        })
  }
  for (const child of elements(root)) visit(child)
  return said
}
