import { check, type Problem } from '@/contract/check'
import { type County, county } from '@/contract/county'
import { refProblems, refWarnings } from '@/contract/county-refs'
import type { LawyerCard } from '@/domain/lawyer-card'
import type { Instant } from '@/domain/time'
import type { Write } from './ports'
import {
  type PersonRecord,
  POLICY,
  type RotaRecord,
  type UnitRecord,
  writeLawyer,
  writePerson,
  writePolicy,
  writeRota,
  writeSheet,
  writeUnit,
} from './records'
import type { World } from './world'

export const TRAVEL = 'county:travel'
export const PLANS = 'county:plans'
const LOADING = 'county:loading'
const SAVE_AT_ONCE = 20

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

  const writes = writesOf(world, checked.value)
  for (let n = 0; n < writes.length; n += SAVE_AT_ONCE) await create(world, writes.slice(n, n + SAVE_AT_ONCE))
  await create(world, [writePolicy(checked.value.policy, 0)])
  return { ok: true, counts: countsOf(checked.value), warnings: refWarnings(checked.value) }
}

const no = (code: string): Loaded => ({ ok: false, problems: [{ field: '', code }] })

/** Creates what isn't there yet; what is there was written by an earlier try with the same file. */
async function create(world: World, writes: Write[]): Promise<void> {
  let left = writes
  while (left.length > 0) {
    const saved = await world.store.save(left)
    if (saved.ok) return
    const there = new Set(saved.stale.map(({ collection, id }) => `${collection}/${id}`))
    if (there.size === 0) throw new Error('county: a save was refused and named nothing')
    left = left.filter(({ collection, id }) => !there.has(`${collection}/${id}`))
  }
}

function writesOf(world: World, county: County): Write[] {
  const cards = county.people.flatMap((person) => cardOf(person, county) ?? [])
  return [
    ...county.units.map((unit) => writeUnit(unitOf(unit), 0)),
    ...county.people.map((person) => writePerson(world, personOf(person), 0)),
    ...cards.map((card) => writeLawyer(world, card, 0)),
    writeRota(rotaOf(county, world.clock.now()), 0),
    writeSheet(TRAVEL, county.travel, 0),
    writeSheet(PLANS, county.plans, 0),
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
