import type { Page } from 'playwright-core'

/** px. `words`: the smallest letters that may stand on the page; `target`: the least of what a finger is asked to hit. */
export type Least = { words: number; target: number }
type Exceptions = { narrow: string[]; small: string[] }

/** What may be less, by its class, and why. */
const exceptions: Exceptions = {
  // A week is seven days wide: 320 px leave 42 px to each. As high as any other target.
  narrow: ['.month__day'],
  // The door plate as it is printed, drawn small.
  small: ['.plate__small'],
}

/**
 * What is too small for a finger or for eyes, cut off, drawn over something else, outside the box it stands in, or read
 * in another order than it is seen. A link within a running sentence is as high as its line (WCAG 2.5.8, inline).
 */
export const reach = (page: Page, least: Least): Promise<string[]> =>
  page.evaluate(measured, { ...least, ...exceptions })

// Runs in the page: everything it needs stands inside.
function measured({ words, target, narrow, small }: Least & Exceptions): string[] {
  const PRESSED = 'button, a[href], input, select, textarea, [role=button], [role=link], [role=radio], [role=tab]'
  const BOXES = '.press, .card, .rows, .notice, .well, .field__box, .html-picker, .tag, .strip'
  type Box = { left: number; right: number; top: number; bottom: number }
  type Said = { what: string; parent: Element; size: number; layer: Element; lines: Box[]; all: Box }
  const wrong: string[] = []
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
  const isA = (element: Element, selectors: string[]) => selectors.some((each) => element.closest(each))

  // Every piece of text, by the boxes of its letters: what a line has around them may touch the next one's.
  const said: Said[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const what = node.textContent?.trim()
    if (!parent || !what || !shown(parent) || parent.closest('option, style, script')) continue
    const { fontSize, writingMode } = getComputedStyle(parent)
    if (writingMode.startsWith('vertical')) continue
    const size = Number.parseFloat(fontSize)
    const range = document.createRange()
    range.selectNodeContents(node)
    const lines = [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ left, right, top, height }) => ({
        left,
        right,
        top: top + (height - size) / 2,
        bottom: top + (height + size) / 2,
      }))
    if (lines.length === 0) continue
    const all = {
      left: Math.min(...lines.map((line) => line.left)),
      right: Math.max(...lines.map((line) => line.right)),
      top: Math.min(...lines.map((line) => line.top)),
      bottom: Math.max(...lines.map((line) => line.bottom)),
    }
    said.push({ what: what.slice(0, 16), parent, size, layer: layerOf(parent), lines, all })
    if (size < words - 0.01 && !isA(parent, small)) wrong.push(`letters of ${size}: ${what.slice(0, 16)}`)
    const box = parent.closest(BOXES)?.getBoundingClientRect()
    if (!box) continue
    if (all.left < box.left - 2 || all.right > box.right + 2 || all.top < box.top - 2 || all.bottom > box.bottom + 2)
      wrong.push(`outside its box: ${what.slice(0, 16)}`)
  }

  const pressed = [...document.querySelectorAll(PRESSED)].filter(shown)
  for (const each of pressed) {
    const { width, height } = each.getBoundingClientRect()
    if (getComputedStyle(each).display === 'inline' && each.matches('a, [role=link]')) continue
    if (height < target - 0.5 || (width < target - 0.5 && !isA(each, narrow)))
      wrong.push(`target ${Math.round(width)}×${Math.round(height)}: ${called(each)}`)
  }

  for (const each of document.querySelectorAll('body *')) {
    const { overflowX, overflowY } = getComputedStyle(each)
    const holds = each.textContent?.trim() && !each.querySelector('.page')
    if (!/hidden|clip/.test(overflowX + overflowY) || !holds || each.matches('textarea, select') || !shown(each))
      continue
    const wide = /hidden|clip/.test(overflowX) && each.scrollWidth > each.clientWidth + 1
    const high = /hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 1
    if (wide || high) wrong.push(`cut off: ${called(each)}`)
  }

  const shared = (a: Box, b: Box) => ({
    x: Math.min(a.right, b.right) - Math.max(a.left, b.left),
    y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  })
  const meet = (a: Box, b: Box) => shared(a, b).x > 2 && shared(a, b).y > 2
  const inGrid = (one: Element, other: Element) => {
    let at: Element | null = one
    while (at && !at.contains(other)) at = at.parentElement
    return at !== null && getComputedStyle(at).display === 'grid'
  }
  for (const [n, one] of said.entries())
    for (const other of said.slice(n + 1)) {
      if (one.layer !== other.layer) continue
      const [first] = one.lines
      const [next] = other.lines
      if (!first || !next) continue
      if (meet(one.all, other.all) && one.lines.some((a) => other.lines.some((b) => meet(a, b))))
        wrong.push(`over each other: ${one.what} / ${other.what}`)
      const above = other.all.bottom <= first.top + 2 && shared(one.all, other.all).x > 2
      const before = shared(first, next).y > 4 && next.right <= first.left + 1 && other.lines.length === 1
      if (above || (before && !inGrid(one.parent, other.parent)))
        wrong.push(`read after, seen before: ${other.what} / ${one.what}`)
    }
  for (const [n, one] of pressed.entries())
    for (const other of pressed.slice(n + 1))
      if (!one.contains(other) && layerOf(one) === layerOf(other))
        if (meet(one.getBoundingClientRect(), other.getBoundingClientRect()))
          wrong.push(`pressed together: ${called(one)} / ${called(other)}`)
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
