import type { Closing, Opening, Plan } from '@/domain/hours'
import type { VisitWay } from '@/domain/visit-types'
import { numbered, upToDate } from './migrations'
import type { Doc, Write } from './ports'
import type { World } from './world'

/** A person's working plan with what was opened and closed beside it: `plan:{person}`. */
export type PlanRecord = {
  person: string
  plans: Plan[]
  openings: Opening[]
  closings: Closing[]
  /** Requests that were answered, the latest last. */
  seen: [key: string, digest: string][]
}

/** Who goes everywhere is listed under this town. */
export const EVERYWHERE = '*'
export const planId = (person: string): string => `plan:${person}`
export const emptyPlan = (person: string): PlanRecord => ({ person, plans: [], openings: [], closings: [], seen: [] })

// Why somebody closed his hours may tell that he is ill: it lies sealed.
const place = (id: string) => ({ collection: 'plans', id, field: 'why' })

export function readPlan(world: World, doc: Doc): PlanRecord {
  const { sealed, ...body } = upToDate('plans', JSON.parse(doc.body))
  const whys = world.seal.unseal(place(doc.id), String(sealed)) as Record<string, string>
  const record = body as PlanRecord
  const withWhy = <T extends { id: string }>(entry: T) =>
    whys[entry.id] === undefined ? entry : { ...entry, why: whys[entry.id] }
  return { ...record, openings: record.openings.map(withWhy), closings: record.closings.map(withWhy) as Closing[] }
}

/** `towns`: where he serves; none is everywhere. Listed by each way alone, and by each way with each town. */
export function writePlan(world: World, record: PlanRecord, towns: readonly string[], expected: number): Write {
  const { person, openings, closings } = record
  const id = planId(person)
  const whys = Object.fromEntries([...openings, ...closings].flatMap((one) => (one.why ? [[one.id, one.why]] : [])))
  const bare = <T extends { why?: string }>({ why: _, ...entry }: T) => entry
  const body = {
    ...record,
    openings: openings.map(bare),
    closings: closings.map(bare),
    sealed: world.seal.seal(place(id), whys),
  }
  const keys = { serves: servesOf(record, towns), person }
  return { collection: 'plans', id, expected, keys, body: JSON.stringify(numbered('plans', body)) }
}

export const servedIn = (way: VisitWay, town: string): string => `${way}:${town}`

// A key holds at most 100 texts; who serves more towns than that is asked whether he goes there, as everybody is.
const TOWNS_MOST = 24

function servesOf({ plans, openings }: PlanRecord, towns: readonly string[]): string[] {
  const ways = [...new Set([...plans, ...openings].map(({ way }) => way))]
  const listed = towns.length === 0 || towns.length > TOWNS_MOST ? [EVERYWHERE] : towns
  return ways.flatMap((way) => [way, ...listed.map((town) => servedIn(way, town))])
}

/** His own, and the version it was read at. */
export async function planOf(world: World, person: string): Promise<{ record: PlanRecord; version: number }> {
  const doc = await world.store.get('plans', planId(person))
  return doc ? { record: readPlan(world, doc), version: doc.version } : { record: emptyPlan(person), version: 0 }
}

/** Where a person goes: what his card says, else his own town; none is everywhere. */
export const townsOf = (
  { roles }: { roles: readonly { role: string; unit?: string }[] },
  card: { towns: string[] } | undefined,
): string[] => (card ? card.towns : roles.flatMap(({ role, unit }) => (role === 'town' && unit ? [unit] : [])))

/** A row of a county's file. */
export type PlanRow = Omit<Plan, 'id' | 'way' | 'since' | 'until'> & { person: string; kind: VisitWay }

/** Each person's rows as one document, in the order of the file. */
export const planWrites = (
  world: World,
  rows: readonly PlanRow[],
  towns: (person: string) => readonly string[],
): Write[] =>
  [...new Set(rows.map(({ person }) => person))].map((person) => {
    const plans = rows.flatMap(({ person: whose, kind, ...plan }, n) =>
      whose === person ? [{ ...plan, id: `loaded:${n}`, way: kind }] : [],
    )
    return writePlan(world, { ...emptyPlan(person), plans }, towns(person), 0)
  })
