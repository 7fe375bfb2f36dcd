import type { Role } from '@/domain/decider'
import type { Level, UnitRef } from '@/domain/grievance-types'
import { findPerson, findPlace, type PlaceFound, peopleIn, refOf } from './circumstances'
import { readUnit, roleIn, type UnitRecord } from './records'
import type { World } from './world'

/** Units that may have a grievance, each with the named person who answers there. */

const LEVELS: Partial<Record<UnitRecord['kind'], Level>> = {
  village: 'village',
  community: 'village',
  town: 'town',
  department: 'department',
  station: 'department',
}
export const levelOf = ({ kind }: UnitRecord): Level | undefined => LEVELS[kind]

export const findUnit = async (world: World, code: string): Promise<UnitRecord | undefined> => {
  const doc = await world.store.get('units', code)
  return doc && readUnit(doc)
}

/** Where something is that lies in no village: the banner, or where none was loaded its first town. */
export async function countyPlace(world: World): Promise<PlaceFound | undefined> {
  const first = (kind: string) => world.store.list('units', { index: 'byKind', where: { kind }, limit: 1 })
  const [doc] = [...(await first('banner')).docs, ...(await first('town')).docs]
  return doc && findPlace(world, doc.id)
}

/**
 * The unit with whoever answers for it: its head where the head acts there, else whoever acts there, else its head.
 * `nobody` where it has no people but `owner`, whose own report it is; undefined where there is no such unit or it
 * handles nothing.
 */
export async function unitWith(world: World, code: string, owner?: string): Promise<UnitRef | 'nobody' | undefined> {
  const unit = await findUnit(world, code)
  const level = unit && levelOf(unit)
  if (!unit || !level) return undefined
  const people = (await peopleIn(world, roleIn(level, code))).filter(({ id }) => id !== owner)
  const named = people.find(({ id }) => id === unit.head) ?? people[0]
  const head = named ?? (unit.head && unit.head !== owner ? await findPerson(world, unit.head) : undefined)
  return head ? { code, name: unit.name, level, person: refOf(head) } : 'nobody'
}

/** The level above, for what goes up; undefined where that is the banner, whose command seat has it then. */
export async function unitAbove(world: World, code: string, owner?: string): Promise<UnitRef | undefined> {
  const unit = await findUnit(world, code)
  const parent = unit?.parents.grievance
  const above = parent ? await unitWith(world, parent, owner) : undefined
  return above === 'nobody' ? undefined : above
}

/** Everybody who acts for a unit, whatever its level. */
export async function peopleOfUnit(world: World, code: string): Promise<string[]> {
  const unit = await findUnit(world, code)
  const level: Role | undefined = unit && levelOf(unit)
  return level ? (await peopleIn(world, roleIn(level, code))).map(({ id }) => id) : []
}
