import type { UnitKind } from '@/contract/county'
import type { Role } from '@/domain/decider'
import { hasRoom, type LawyerCard } from '@/domain/lawyer-card'
import type { TellMe } from '@/domain/notice-route'
import { type Policy, policyFrom } from '@/domain/policy'
import type { Rota } from '@/domain/rota'
import type { Day } from '@/domain/time'
import type { Collection } from './collections'
import { type Body, numbered, upToDate } from './migrations'
import type { Doc, Keys, Write } from './ports'
import type { World } from './world'

/** The documents that aren't matters: how each one lies in the store. Personal fields are sealed inside the body. */

export type RoleHeld = { role: Role; unit?: string }
export type PersonRecord = {
  id: string
  name: string
  languages: string[]
  roles: RoleHeld[]
  phone?: string
  birth?: Day
  /** False while no message reaches her: she is rung instead, and no question is offered to her. */
  reachable: boolean
  /** How she wants to be told. */
  tellMe?: TellMe
  /** Which role she acts in, by session. */
  acting: Record<string, RoleHeld>
}

export type UnitRecord = {
  code: string
  kind: UnitKind
  name: string
  /** Whom it belongs to for legal service, and where its grievances go up: not always the same unit. */
  parents: { legal?: string; grievance?: string }
  /** A person's id. */
  head?: string
  at?: { lng: number; lat: number; source: string }
  /** Fictional people serve here; every screen says so. */
  demo?: true
}

/** `leaders`: who answers, first to last, when even the centre's duty seat has nobody. */
export type RotaRecord = Rota & { leaders: string[] }
export type PolicyRecord = Partial<Policy> & Record<string, unknown>

export const personId = (person: string): string => `p:${person}`
export const lawyerId = (person: string): string => `lawyer:${person}`
export const ROTA = 'rota:standing'
export const POLICY = 'policy:county'
/** The county's minutes between towns. */
export const TRAVEL = 'county:travel'

/** Whether a document of `people` is a person's own, and not an account that only points at one. */
export const isPerson = ({ body }: Doc): boolean => !('sameAs' in JSON.parse(body))

export const readPerson = (world: World, doc: Doc): PersonRecord =>
  opened<PersonRecord>(world, 'people', doc, ['phone', 'birth'])

/** Listed by role, and by role and unit (`town:150524100`). */
export function writePerson(world: World, record: PersonRecord, expected: number): Write {
  const held: RoleHeld[] = record.roles.length > 0 ? record.roles : [{ role: 'resident' }]
  const role = held.flatMap(({ role, unit }) => (unit ? [role, roleIn(role, unit)] : [role]))
  const keys = { role: [...new Set(role)], name: record.name }
  return sealed(world, 'people', personId(record.id), ['phone', 'birth'], record, keys, expected)
}
export const roleIn = (role: Role, unit: string): string => `${role}:${unit}`

export const readUnit = (doc: Doc): UnitRecord => upToDate('units', JSON.parse(doc.body)) as UnitRecord

export function writeUnit(record: UnitRecord, expected: number): Write {
  const { code, kind, name, parents } = record
  const keys = { kind, legal: parents.legal ?? '', grievance: parents.grievance ?? '', name }
  return { collection: 'units', id: code, expected, keys, body: JSON.stringify(numbered('units', record)) }
}

export const readLawyer = (world: World, doc: Doc): LawyerCard => opened<LawyerCard>(world, 'lawyers', doc, ['phone'])

export function writeLawyer(world: World, card: LawyerCard, expected: number): Write {
  const keys = {
    assignable: hasRoom(card),
    town: card.towns,
    load: card.matters.length,
    lastOfferAt: card.lastOfferAt ?? '',
  }
  return sealed(world, 'lawyers', lawyerId(card.person), ['phone'], card, keys, expected)
}

/** A county that hasn't loaded a rota has an empty one. */
export const readRota = (doc: Doc | undefined): RotaRecord =>
  doc
    ? (upToDate('rota', JSON.parse(doc.body)) as RotaRecord)
    : { seats: [], layers: [], festivals: [], overrides: [], leaders: [] }

export const writeRota = (record: RotaRecord, expected: number): Write => ({
  collection: 'rota',
  id: ROTA,
  expected,
  keys: {},
  body: JSON.stringify(numbered('rota', record)),
})

/** The product's values, overridden by the county's. */
export const readPolicy = (world: World, doc: Doc | undefined): Policy =>
  policyFrom(world.policy, doc ? (upToDate('policy', JSON.parse(doc.body)) as PolicyRecord) : {})

export const writePolicy = (record: PolicyRecord, expected: number): Write =>
  writeSheet(POLICY, numbered('policy', record), expected)

/** A sheet of facts that nobody lists: the county's policy, its travel table, its plans. */
export const writeSheet = (id: string, body: unknown, expected: number): Write => ({
  collection: 'policy',
  id,
  expected,
  keys: {},
  body: JSON.stringify(body),
})

function sealed<T extends object>(
  world: World,
  collection: Collection,
  id: string,
  fields: readonly (keyof T & string)[],
  record: T,
  keys: Keys,
  expected: number,
): Write {
  const body = { ...record } as Record<string, unknown>
  for (const field of fields)
    if (record[field] !== undefined) body[field] = world.seal.seal({ collection, id, field }, record[field])
  return { collection, id, expected, keys, body: JSON.stringify(numbered(collection, body)) }
}

function opened<T extends object>(world: World, collection: Collection, doc: Doc, fields: (keyof T & string)[]): T {
  const unsealed = (body: Body): Body => {
    const open = { ...body }
    for (const field of fields)
      if (open[field] !== undefined)
        open[field] = world.seal.unseal({ collection, id: doc.id, field }, String(open[field]))
    return open
  }
  return upToDate(collection, JSON.parse(doc.body), unsealed) as T
}
