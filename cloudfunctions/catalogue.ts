import type { Catalogue, CatalogueItem } from '@/contract/views'
import responsibilities from '@/data/responsibilities.json'
import { type Dealt, type Item, isItemRole } from '@/domain/catalogue'
import { type Refusal, refuse } from '@/domain/decider'
import { addDays, dayOf, type Instant } from '@/domain/time'
import { catalogueWords } from '@/words/catalogue'
import type { Write } from './ports'
import { recentFacts } from './recent-facts'
import { readUnit, type UnitRecord, writeSheet } from './records'
import type { World } from './world'

/**
 * The responsibility catalogue: a document a version and one that says which is in force. Version 0 is what the product
 * ships with, its departments found among the county's by their names.
 */

export type CatalogueRecord = {
  version: number
  items: CatalogueItem[]
  savedAt?: Instant
  savedBy?: string
  why?: string
  /** The keyed name and digest of the request that saved it. */
  request?: { key: string; digest: string }
}

const POINTER = 'catalogue'
const idOf = (version: number) => `catalogue:${version}`
// Of the 256 KB that a document may have.
const MOST_BYTES = 200 * 1024
const UNITS_READ = 50
const DEPARTMENTS_READ = 100

const versionIn = (body: string | undefined): number => (body ? (JSON.parse(body) as { version: number }).version : 0)

/** The version in force. */
export async function catalogueNow(world: World): Promise<CatalogueRecord> {
  const pointer = await world.store.get('policy', POINTER)
  const version = versionIn(pointer?.body)
  const doc = version > 0 ? await world.store.get('policy', idOf(version)) : undefined
  return doc ? (JSON.parse(doc.body) as CatalogueRecord) : { version: 0, items: await shipped(world) }
}

type Shipped = Omit<CatalogueItem, 'places' | 'handling' | 'basis'> & { cluster?: string }

/** Whose it is where the county has no such department: nobody's yet, and the page says so. */
async function shipped(world: World): Promise<CatalogueItem[]> {
  const query = { index: 'byKind', where: { kind: 'department' }, limit: DEPARTMENTS_READ }
  const departments = (await world.store.list('units', query)).docs.map(readUnit)
  const codeOf = (name: string): string => (isItemRole(name) ? name : (departmentNamed(departments, name) ?? 'none'))
  return (responsibilities.items as Shipped[]).map(({ cluster: _, ...item }) => ({
    ...item,
    unit: codeOf(item.unit),
    places: [],
    with: item.with.map(codeOf).filter((unit) => unit !== 'none'),
  }))
}

function departmentNamed(departments: readonly UnitRecord[], key: string): string | undefined {
  const known = (responsibilities.departments as Record<string, { name: string; or: string[] }>)[key]
  const names = known ? [known.name, ...known.or] : []
  return departments.find((unit) => names.some((name) => unit.name.includes(name)))?.code
}

/** What kind of early warning a row counts for, by its code; a county's own rows have none. */
export const clusterOf = (item: string): string | undefined =>
  (responsibilities.items as Shipped[]).find(({ code }) => code === item)?.cluster

/** Every unit that these rows name, by its code. */
export async function unitsOf(world: World, codes: Iterable<string>): Promise<Map<string, UnitRecord>> {
  const ids = [...new Set(codes)].filter((code) => code && !isItemRole(code))
  const pages = Array.from({ length: Math.ceil(ids.length / UNITS_READ) }, (_, n) =>
    world.store.getMany('units', ids.slice(n * UNITS_READ, (n + 1) * UNITS_READ)),
  )
  return new Map((await Promise.all(pages)).flat().map((doc) => [doc.id, readUnit(doc)]))
}

export async function catalogueView(world: World, record: CatalogueRecord): Promise<Catalogue> {
  const { version, items, savedAt, savedBy, why } = record
  const units = await unitsOf(
    world,
    items.flatMap(({ unit, with: others }) => [unit, ...others]),
  )
  const nameOf = (code: string): string | undefined => catalogueWords.roles[code] ?? units.get(code)?.name
  return {
    version,
    ...(savedAt && { savedAt }),
    ...(savedBy && { savedBy }),
    ...(why && { why }),
    confirmed: version > 0,
    items: items.map((item) => {
      const unitName = nameOf(item.unit)
      const withNames = item.with.map((code) => nameOf(code) ?? code)
      return { ...item, ...(unitName && { unitName }), ...(withNames.length > 0 && { withNames }) }
    }),
  }
}

/** The rows as the domain reads them. */
export const itemsOf = ({ items }: CatalogueRecord): Item[] => items

/**
 * Saves the next version where `was` is still in force, and answers with it; whoever saved first is named. The same
 * request again answers with what it saved. A document too large for the store is undefined.
 */
export async function saveCatalogue(
  world: World,
  was: number,
  next: Required<Omit<CatalogueRecord, 'version'>>,
): Promise<CatalogueRecord | Refusal | undefined> {
  const record: CatalogueRecord = { version: was + 1, ...next }
  const version = writeSheet(idOf(record.version), record, 0)
  if (Buffer.byteLength(version.body) > MOST_BYTES) return undefined
  const pointer = await world.store.get('policy', POINTER)
  if (versionIn(pointer?.body) === was) {
    const writes: Write[] = [version, writeSheet(POINTER, { version: record.version }, pointer?.version ?? 0)]
    if ((await world.store.save(writes)).ok) return record
  }
  const mine = await world.store.get('policy', idOf(record.version))
  const saved = mine && (JSON.parse(mine.body) as CatalogueRecord)
  if (saved?.request?.key === next.request.key)
    return saved.request.digest === next.request.digest ? saved : refuse('request.reused')
  const now = await catalogueNow(world)
  return refuse('matter.changed', {
    ...(now.savedBy && { by: now.savedBy }),
    ...(now.savedAt && { at: now.savedAt }),
    version: now.version,
  })
}

const DAYS = 90
const PAGES = 5

/** What went to whom in the last ninety days and came back: fifteen reads at most, the newest first. */
export async function dealtLately(world: World, now: Instant): Promise<Dealt[]> {
  const span = { from: addDays(dayOf(now), -DAYS), to: dayOf(now) }
  const [accepted, dispatched, returned] = await Promise.all([
    recentFacts(world, 'grievance.accepted', span, PAGES),
    recentFacts(world, 'grievance.dispatched', span, PAGES),
    recentFacts(world, 'grievance.returned', span, PAGES),
  ])
  const what = new Map(accepted.map((fact) => [fact.matter, fact]))
  const came = new Set(returned.map(({ matter, unit }) => `${matter}|${unit}`))
  const seen = new Set<string>()
  return [...returned, ...dispatched].flatMap(({ matter, unit, secret }) => {
    const { topic, item } = what.get(matter) ?? {}
    const key = `${matter}|${unit}`
    if (secret || !topic || seen.has(key)) return []
    seen.add(key)
    return [{ unit, topic, ...(item && { item }), returned: came.has(key) }]
  })
}
