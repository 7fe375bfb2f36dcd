import { check, type Problem } from '@/contract/check'
import { type County, county } from '@/contract/county'
import { refProblems, refWarnings } from '@/contract/county-refs'
import type { LawyerCard } from '@/domain/lawyer-card'
import type { Instant } from '@/domain/time'
import { marksOfUnit } from '@/domain/wall'
import { createAll } from './create'
import { ALLOWANCES, SUPERIOR_EXPORT } from './ledger-tables'
import { planWrites, townsOf } from './plans'
import type { Write } from './ports'
import {
  type PersonRecord,
  POLICY,
  type RotaRecord,
  TRAVEL,
  type UnitRecord,
  writeLawyer,
  writePerson,
  writePolicy,
  writeRota,
  writeSheet,
  writeUnit,
} from './records'
import { adviserPointers } from './wall'
import type { World } from './world'

export { TRAVEL } from './records'

const LOADING = 'county:loading'

export type Counts = Record<
  'units' | 'people' | 'lawyers' | 'seats' | 'layers' | 'festivals' | 'overrides' | 'travel' | 'plans',
  number
>
export type Loaded = { ok: true; counts: Counts; warnings: Problem[] } | { ok: false; problems: Problem[] }

/** Whether this store has no county yet: the policy is the last thing that loading writes. */
export const isEmpty = async (world: World): Promise<boolean> => !(await world.store.get('policy', POLICY))

/**
 * Reads a county's file and writes all of it. Everything is only ever created, so the same file sent again after a
 * crash goes on where it stopped; a store that has a county, or half of another one, refuses.
 */
export async function loadCounty(world: World, body: unknown): Promise<Loaded> {
  const checked = check(county, body)
  if (!checked.ok) return checked
  const problems = refProblems(checked.value)
  if (problems.length > 0) return { ok: false, problems }
  if (!(await isEmpty(world))) return no('already-loaded')

  const mark = world.seal.lookup('lookup', JSON.stringify(checked.value))
  await world.store.save([writeSheet(LOADING, { mark }, 0)])
  const begun = await world.store.get('policy', LOADING)
  if (!begun || JSON.parse(begun.body).mark !== mark) return no('another-half-loaded')

  await createAll(world, writesOf(world, checked.value))
  await createAll(world, [writePolicy(checked.value.policy, 0)])
  return { ok: true, counts: countsOf(checked.value), warnings: refWarnings(checked.value) }
}

const no = (code: string): Loaded => ({ ok: false, problems: [{ field: '', code }] })

function writesOf(world: World, county: County): Write[] {
  const cards = county.people.flatMap((person) => cardOf(person, county) ?? [])
  return [
    ...county.units.map((unit) => writeUnit(unitOf(unit), 0)),
    ...county.people.map((person) => writePerson(world, personOf(person), 0)),
    ...cards.map((card) => writeLawyer(world, card, 0)),
    ...cards.flatMap((card) => advisersOf(world, card, county.units)),
    writeRota(rotaOf(county, world.clock.now()), 0),
    writeSheet(TRAVEL, county.travel, 0),
    ...(county.allowances.length > 0 ? [writeSheet(ALLOWANCES, county.allowances, 0)] : []),
    ...(county.superiorExport ? [writeSheet(SUPERIOR_EXPORT, county.superiorExport, 0)] : []),
    ...planWrites(world, county.plans, (person) => townsIn(county, person)),
  ]
}

function unitOf({ demo, ...unit }: County['units'][number]): UnitRecord {
  return { ...unit, ...(demo && { demo }) }
}

function personOf({ lawyer: _card, ...person }: County['people'][number]): PersonRecord {
  return { ...person, acting: {} }
}

function cardOf(person: County['people'][number], { units }: County): LawyerCard | undefined {
  if (!person.lawyer) return undefined
  const { id, name, phone, languages } = person
  const org = person.roles.find(({ role }) => role === 'lawyer')?.unit ?? ''
  const orgName = units.find(({ code }) => code === org)?.name ?? ''
  return {
    person: id,
    name,
    org,
    orgName,
    ...(phone && { phone }),
    languages,
    ...person.lawyer,
    inService: true,
    matters: [],
  }
}

/** Whom a lawyer advises he stands beside: the conflict wall finds him under every name of those units. */
function advisersOf(world: World, { person, org, advises }: LawyerCard, units: County['units']): Write[] {
  const advised = units.filter(({ code }) => advises.includes(code))
  const marks = advised.flatMap((unit) => marksOfUnit(unit, namesAbove(unit, units)))
  return adviserPointers(world, person, org, marks)
}

function townsIn({ people }: County, id: string): readonly string[] {
  const person = people.find((one) => one.id === id)
  return person ? townsOf(person, person.lawyer) : []
}

/** Town, then banner. */
function namesAbove({ parents }: County['units'][number], units: County['units']): string[] {
  const town = units.find(({ code }) => code === parents.legal)
  const banner = town && units.find(({ code }) => code === town.parents.legal)
  return [town, banner].flatMap((unit) => (unit ? [unit.name] : []))
}

function rotaOf({ seats, layers, festivals, overrides, units, people }: County, now: Instant): RotaRecord {
  const headOf = (unit: string | undefined) => units.find(({ code }) => code === unit)?.head
  const holders = (role: string) => people.filter((p) => p.roles.some((held) => held.role === role)).map(({ id }) => id)
  const banner = units.find(({ kind }) => kind === 'banner')?.head
  // The last ones to answer when no seat does: whoever leads the banner, then whoever works for the bureau at all.
  const leaders = [...(banner ? [banner] : []), ...['supervisor', 'centre', 'command', 'admin'].flatMap(holders)]
  return {
    seats: seats.map((seat) => {
      const head = seat.head ?? headOf(seat.unit)
      return head ? { ...seat, head } : seat
    }),
    layers,
    festivals,
    // What lies in a county's file was agreed before it was loaded.
    overrides: overrides.map((o, n) => ({ ...o, id: o.id ?? `loaded:${n}`, approvedAt: o.approvedAt ?? now })),
    leaders: [...new Set(leaders)],
  }
}

function countsOf(county: County): Counts {
  const lawyers = county.people.filter(({ lawyer }) => lawyer).length
  const { units, people, seats, layers, festivals, overrides, travel, plans } = county
  return {
    units: units.length,
    people: people.length,
    lawyers,
    seats: seats.length,
    layers: layers.length,
    festivals: festivals.length,
    overrides: overrides.length,
    travel: travel.length,
    plans: plans.length,
  }
}
