import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Load } from './page'
import type { Phone } from './phone'

export const REPORTS = resolve(import.meta.dirname, '../../../dist/reports/weapp-pages')

/** What one file of tests measured: each page at its largest, and which of the staff's packages whose phone loaded. */
export type WeappReport = { pages: Load[]; phones: { person: string; packages: string[] }[] }

const kept = new Map<string, WeappReport>()

const most = (a: Load, b: Load): Load => ({
  route: a.route,
  calls: Math.max(a.calls, b.calls),
  mostBytes: Math.max(a.mostBytes, b.mostBytes),
  bytes: Math.max(a.bytes, b.bytes),
  nodes: Math.max(a.nodes, b.nodes),
  depth: Math.max(a.depth, b.depth),
})

/** Every page at its largest. */
export function largest(loads: readonly Load[]): Load[] {
  const byRoute = new Map<string, Load>()
  for (const load of loads) {
    const before = byRoute.get(load.route)
    byRoute.set(load.route, before ? most(before, load) : load)
  }
  return [...byRoute.values()].sort((a, b) => a.route.localeCompare(b.route))
}

/** `roles/centre` for each package a phone took code from. */
export const packagesOf = ({ loaded }: Pick<Phone, 'loaded'>): string[] =>
  [...new Set(loaded().flatMap((file) => file.match(/^roles\/[^/]+/)?.[0] ?? []))].sort()

/** Writes what was measured so far in this file of tests beside what the others measured. No person: only its pages. */
export function keepReport(file: string, phone: Phone, person?: string): void {
  const before = kept.get(file) ?? { pages: [], phones: [] }
  const now = {
    pages: largest([...before.pages, ...phone.loads]),
    phones: [...before.phones, ...(person ? [{ person, packages: packagesOf(phone) }] : [])],
  }
  kept.set(file, now)
  mkdirSync(REPORTS, { recursive: true })
  writeFileSync(join(REPORTS, `${basename(file, '.test.ts')}.json`), JSON.stringify(now, null, 2))
}
