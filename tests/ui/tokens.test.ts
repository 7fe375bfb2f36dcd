import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', 'src')
const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'))
const read = (name: string) => readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const tokens = read('ui/tokens.css')
const blockAfter = (selector: RegExp) => {
  const from = tokens.search(selector)
  return tokens.slice(tokens.indexOf('{', from) + 1, tokens.indexOf('}', from))
}
const values = (block: string) =>
  block
    .split(';')
    .map((line) => line.trim())
    .filter(Boolean)
    .sort()

describe('tokens', () => {
  it('of the dark ground are the same by class and by the phone’s own setting', () => {
    const byClass = values(blockAfter(/\.theme-dark\s*\{/))
    expect(byClass.length).toBeGreaterThan(20)
    expect(values(blockAfter(/\.page--auto\s*\{/))).toEqual(byClass)
  })
  it('alone name a colour: no other sheet does', () => {
    const named = sheets
      .filter((name) => !name.endsWith('tokens.css') && !name.endsWith('icons.css'))
      .flatMap((name) =>
        [...read(name).matchAll(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)].map(([text]) => `${name}: ${text}`),
      )
    expect(named).toEqual([])
  })
  it('that a sheet uses are there', () => {
    const defined = new Set(
      sheets.flatMap((name) => [...read(name).matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)),
    )
    const used = sheets.flatMap((name) =>
      [...read(name).matchAll(/var\((--[\w-]+)\)/g)].map(([, token]) => `${name}: ${token}`),
    )
    expect(used.filter((use) => !defined.has(use.split(': ')[1]))).toEqual([])
  })
})
