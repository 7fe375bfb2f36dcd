import type { Page } from 'playwright-core'

/** px. `words`: the smallest letters that may stand on the page; `target`: the least of what a finger is asked to hit. */
export type Least = { words: number; target: number }

/**
 * What is too small for a finger or for eyes, cut off, drawn over something else, outside the box it stands in, or read
 * in another order than it is seen. Words in what scrolls sideways by design lie outside the screen, not outside a box.
 */
export const reach = (page: Page, least: Least): Promise<string[]> => page.evaluate(measured, least)

// Runs in the page: everything it needs stands inside.
function measured({ words, target }: Least): string[] {
  const PRESSED = 'button, a[href], input, select, textarea, [role=button], [role=link], [role=radio], [role=tab]'
  const BOXES = '.press, .card, .rows, .notice, .well, .field__box, .html-picker, .tag, .strip'
  type Said = {
    what: string
    parent: Element
    size: number
    layer: Element
    first: DOMRect
    box: DOMRect
    lines: DOMRect[]
  }
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.unseen, svg')
  const called = (element: Element) =>
    `${element.className || element.tagName} 「${(element.getAttribute('aria-label') || element.textContent || '').slice(0, 16)}」`
  // What stays where it is while the rest scrolls lies over it, and is a page of its own.
  const layerOf = (element: Element): Element => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (/fixed|sticky|absolute/.test(getComputedStyle(at).position)) return at
    return document.body
  }
  const upright = (element: Element) => getComputedStyle(element).writingMode.startsWith('vertical')

  const said: Said[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !node.textContent?.trim() || !shown(parent) || parent.closest('option, style, script')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
    const [first] = lines
    if (!first) continue
    const size = Number.parseFloat(getComputedStyle(parent).fontSize)
    said.push({
      what: node.textContent.trim().slice(0, 16),
      parent,
      size,
      layer: layerOf(parent),
      first,
      box: range.getBoundingClientRect(),
      lines,
    })
  }
  const wrong: string[] = []

  for (const { what, size, parent } of said)
    if (size < words - 0.01 && !upright(parent)) wrong.push(`letters of ${size}: ${what}`)

  const pressed = [...document.querySelectorAll(PRESSED)].filter(shown)
  // A link within a running sentence is as high as its line (WCAG 2.5.8, inline).
  const inline = (element: Element) => getComputedStyle(element).display === 'inline'
  for (const each of pressed) {
    const { width, height } = each.getBoundingClientRect()
    if (inline(each) && each.matches('a, [role=link]')) continue
    if (width < target - 0.5 || height < target - 0.5)
      wrong.push(`target ${Math.round(width)}×${Math.round(height)}: ${called(each)}`)
  }

  for (const each of document.querySelectorAll('body *')) {
    const { overflowX, overflowY } = getComputedStyle(each)
    if (!/hidden|clip/.test(overflowX + overflowY) || each.matches('textarea, input, img, canvas') || !shown(each))
      continue
    if (!each.textContent?.trim() || each.querySelector('.page')) continue
    const wide = /hidden|clip/.test(overflowX) && each.scrollWidth > each.clientWidth + 1
    const high = /hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 1
    if (wide || high) wrong.push(`cut off: ${called(each)}`)
  }

  for (const { what, parent, lines, size } of said) {
    const box = parent.closest(BOXES)?.getBoundingClientRect()
    const slack = Math.max(2, size / 4)
    if (
      box &&
      lines.some(
        (line) =>
          line.left < box.left - 2 ||
          line.right > box.right + 2 ||
          line.top < box.top - slack ||
          line.bottom > box.bottom + slack,
      )
    )
      wrong.push(`outside its box: ${what}`)
  }

  const apart = (a: DOMRect, b: DOMRect, x: number, y: number) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) <= x ||
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) <= y
  for (const [n, one] of said.entries())
    for (const other of said.slice(n + 1)) {
      if (one.layer !== other.layer) continue
      if (!apart(one.box, other.box, 2, Math.min(one.size, other.size) / 3)) {
        const over = one.lines.some((a) => other.lines.some((b) => !apart(a, b, 2, Math.min(one.size, other.size) / 3)))
        if (over) wrong.push(`over each other: ${one.what} / ${other.what}`)
      }
      const above = other.box.bottom <= one.first.top + 2
      const sameColumn = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 2
      const sameLine =
        Math.min(one.first.bottom, other.first.bottom) - Math.max(one.first.top, other.first.top) >
        Math.min(one.first.height, other.first.height) / 2
      const before = sameLine && other.first.right <= one.first.left + 1 && other.lines.length === 1
      if (((above && sameColumn) || before) && !upright(one.parent))
        wrong.push(`read after, seen before: ${other.what} / ${one.what}`)
    }
  for (const [n, one] of pressed.entries())
    for (const other of pressed.slice(n + 1)) {
      if (one.contains(other) || layerOf(one) !== layerOf(other)) continue
      if (!apart(one.getBoundingClientRect(), other.getBoundingClientRect(), 1, 1))
        wrong.push(`pressed together: ${called(one)} / ${called(other)}`)
    }
  return wrong
}

/** Letters at twice their size, as a browser's own setting for text makes them. */
export const twice = (page: Page, on: boolean): Promise<void> =>
  page.evaluate((large) => {
    const sizes = { small: 15, body: 17, lead: 17, title: 22, big: 28, figure: 44 }
    for (const root of document.querySelectorAll<HTMLElement>('.page'))
      for (const [name, px] of Object.entries(sizes))
        if (large) root.style.setProperty(`--fs-${name}`, `${px * 2}px`)
        else root.style.removeProperty(`--fs-${name}`)
  }, on)
