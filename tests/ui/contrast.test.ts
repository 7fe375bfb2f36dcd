import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import postcss, { type Rule } from 'postcss'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', 'src')
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css') && !/icons\.css$|print\.css$/.test(name))
  .map((name) => postcss.parse(readFileSync(join(root, name), 'utf8')))

/** What a token is in a mode: the root's own, and what this class says instead. */
function tokensIn(mode?: string): Map<string, string> {
  const found = new Map<string, string>()
  const tokens = postcss.parse(readFileSync(join(root, 'ui/tokens.css'), 'utf8'))
  tokens.each((node) => {
    if (node.type !== 'rule' || !node.selectors.some((each) => each === '.page' || each === mode)) return
    node.walkDecls(/^--/, ({ prop, value }) => void found.set(prop.slice(2), value))
  })
  return found
}

// Its types leave out what it knows of colours.
type Colour = { parseString: (text: string) => void }
const { Color, getContrast } = (
  axe.commons as unknown as {
    color: { Color: new () => Colour; getContrast: (ground: Colour, ink: Colour) => number | null }
  }
).color
function colour(text: string) {
  const made = new Color()
  made.parseString(text)
  return made
}
const ratio = (ink: string, ground: string): number => getContrast(colour(ground), colour(ink)) ?? 0

/** Which words stand on which ground. What is large (24 px, or 18.66 px in bold) would need 3:1 only; nothing needs that. */
const words: Record<string, string[]> = {
  ground: ['ink', 'ink-soft', 'primary', 'green', 'amber', 'red', 'over'],
  card: ['ink', 'ink-soft', 'primary', 'green', 'amber', 'red', 'over'],
  well: ['ink', 'ink-soft', 'primary', 'green', 'amber', 'red', 'over'],
  bone: ['ink', 'ink-soft'],
  track: ['ink'],
  primary: ['on-primary'],
  'primary-press': ['on-primary'],
  'on-primary': ['primary'],
  'primary-soft': ['ink', 'ink-soft', 'primary'],
  'green-soft': ['ink', 'ink-soft', 'green', 'primary'],
  'amber-soft': ['ink', 'ink-soft', 'amber', 'primary'],
  'red-soft': ['ink', 'ink-soft', 'red', 'primary'],
  'over-soft': ['ink', 'ink-soft', 'over', 'primary'],
  red: ['on-red'],
}
/** What has an edge or a filling that must be seen, and says nothing by words: 3:1. */
const edges: Record<string, string[]> = {
  card: ['line-strong', 'primary', 'green', 'amber', 'red', 'over'],
  ground: ['line-strong', 'primary'],
  track: ['primary', 'green', 'amber', 'red'],
}

const poor = (tokens: Map<string, string>, table: Record<string, string[]>, least: number): string[] =>
  Object.entries(table).flatMap(([ground, inks]) =>
    inks
      .map((ink) => ({ ink, is: ratio(tokens.get(ink) ?? '', tokens.get(ground) ?? '') }))
      .filter(({ is }) => !(is >= least))
      .map(({ ink, is }) => `${ink} on ${ground} ${is.toFixed(2)}`),
  )

const named = (rule: Rule, prop: RegExp): string[] => {
  const found: string[] = []
  rule.walkDecls(prop, ({ value }) => {
    for (const [, token = ''] of value.matchAll(/var\(--([\w-]+)\)/g)) if (isColour(token)) found.push(token)
  })
  return found
}
const light = tokensIn()
const isColour = (token: string) => /^(#|rgb)/.test(light.get(token) ?? '')
const rules: Rule[] = []
for (const sheet of sheets) sheet.walkRules((rule) => void rules.push(rule))

describe('words and their ground', () => {
  it.each([
    ['in light', undefined],
    ['in the dark', '.theme-dark'],
    ['in large letters', '.elder'],
    ['in the largest letters', '.elder-max'],
  ])('%s are at least 4.5 to 1, what one fills in or presses is seen at 3 to 1', (_, mode) => {
    const tokens = tokensIn(mode)
    expect(poor(tokens, words, 4.5)).toEqual([])
    expect(poor(tokens, edges, 3)).toEqual([])
  })
  it('are told when they are not', () => {
    const faded = new Map([...light, ['ink-soft', '#8a949e']])
    expect(poor(faded, words, 4.5)).toContain('ink-soft on ground 2.85')
    expect(ratio('#000000', '#ffffff')).toBeCloseTo(21)
  })
  it('stand in the table, each that a sheet uses', () => {
    const inks = new Set(Object.values(words).flat())
    const usedInks = rules.flatMap((rule) => named(rule, /^color$/))
    expect(usedInks.length).toBeGreaterThan(50)
    // Icons over a veil of 72 %, on pictures whose colours nobody knows.
    const veiled = new Set(['on-scrim', 'scrim'])
    expect(usedInks.filter((ink) => !inks.has(ink) && !veiled.has(ink))).toEqual([])
    const grounds = rules.flatMap((rule) =>
      named(rule, /^background(-color)?$/).map((ground) => [rule, ground] as const),
    )
    const both = grounds.flatMap(([rule, ground]) => named(rule, /^color$/).map((ink) => `${ink} on ${ground}`))
    expect(both.length).toBeGreaterThan(15)
    const known = new Set(Object.entries(words).flatMap(([ground, all]) => all.map((ink) => `${ink} on ${ground}`)))
    expect(both.filter((pair) => !known.has(pair) && pair !== 'on-scrim on scrim')).toEqual([])
  })
  it('over a picture stay readable whatever is on it', () => {
    for (const mode of [undefined, '.theme-dark']) {
      const tokens = tokensIn(mode)
      for (const picture of ['#ffffff', '#808080', '#000000']) {
        const [r, g, b, share] = (tokens.get('scrim') ?? '').match(/[\d.]+/g)?.map(Number) ?? []
        const under = Number.parseInt(picture.slice(1, 3), 16)
        const veil = [r, g, b].map((part = 0) => Math.round(part * (share ?? 0) + under * (1 - (share ?? 0))))
        expect(ratio(tokens.get('on-scrim') ?? '', `rgb(${veil.join(',')})`), picture).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})
