import type { Instant } from '@/domain/time'
import type { Problem } from './check'
import type { County } from './county'
import { mappingProblems, rateProblems } from './ledger-tables'

type Thing = 'unit' | 'person' | 'seat' | 'override'
type Found = { field: string; id: string }

/** Where things get their ids; each id once. */
const ids: Record<Thing, string> = {
  unit: 'units.*.code',
  person: 'people.*.id',
  seat: 'seats.*.id',
  override: 'overrides.*.id',
}

/** Names that must name something: a rota of people who don't exist would be a silent gap. */
const mustName: [path: string, thing: Thing][] = [
  ['units.*.head', 'person'],
  ['seats.*.head', 'person'],
  ['layers.*.seat', 'seat'],
  ['layers.*.people.*', 'person'],
  ['festivals.*.seat', 'seat'],
  ['festivals.*.shifts.*.person', 'person'],
  ['overrides.*.seat', 'seat'],
  ['overrides.*.in', 'person'],
  ['overrides.*.out', 'person'],
  ['plans.*.person', 'person'],
]

/** Names that load all the same, and reach nobody until what they name is loaded too. */
const mayName: [path: string, thing: Thing][] = [
  ['people.*.roles.*.unit', 'unit'],
  ['units.*.parents.legal', 'unit'],
  ['units.*.parents.grievance', 'unit'],
  ['seats.*.unit', 'unit'],
  ['people.*.lawyer.towns.*', 'unit'],
  ['people.*.lawyer.advises.*', 'unit'],
  ['travel.*.from', 'unit'],
  ['travel.*.to', 'unit'],
  ['plans.*.place', 'unit'],
]

/** Every id given twice and every name that names nothing, by its path: `layers.0.people.1`. */
export const refProblems = (county: County): Problem[] => [
  ...Object.values(ids).flatMap((path) => twice(found(county, path))),
  ...dangling(county, mustName),
  ...county.festivals.flatMap((festival, n) => [
    ...backwards(festival, `festivals.${n}`),
    ...festival.shifts.flatMap((shift, m) => backwards(shift, `festivals.${n}.shifts.${m}`)),
  ]),
  ...county.plans.flatMap(({ from, to }, n) =>
    from < to ? [] : [{ field: `plans.${n}.to`, code: 'ends-before-it-begins' }],
  ),
  ...rateProblems(county.allowances),
  ...(county.superiorExport ? mappingProblems(county.superiorExport) : []),
  ...county.overrides.flatMap((override, n) => [
    ...backwards(override, `overrides.${n}`),
    ...(override.kind === 'remove' || override.in ? [] : [{ field: `overrides.${n}.in`, code: 'missing' }]),
    ...(override.kind === 'add' || override.out ? [] : [{ field: `overrides.${n}.out`, code: 'missing' }]),
  ]),
]

export const refWarnings = (county: County): Problem[] => dangling(county, mayName)

// Half-open: what ends before it begins would silently be nobody's.
const backwards = ({ from, to }: { from: Instant; to: Instant }, field: string): Problem[] =>
  from < to ? [] : [{ field: `${field}.to`, code: 'ends-before-it-begins' }]

function twice(all: Found[]): Problem[] {
  const seen = new Set<string>()
  return all.flatMap(({ field, id }) => {
    if (seen.has(id)) return [{ field, code: 'duplicate' }]
    seen.add(id)
    return []
  })
}

function dangling(county: County, names: [path: string, thing: Thing][]): Problem[] {
  return names.flatMap(([path, thing]) => {
    const known = new Set(found(county, ids[thing]).map(({ id }) => id))
    return found(county, path).flatMap(({ field, id }) => (known.has(id) ? [] : [{ field, code: `unknown-${thing}` }]))
  })
}

/** Every text that lies at a path; `*` is each item of a list. */
function found(county: County, path: string): Found[] {
  let places: { field: string; value: unknown }[] = [{ field: '', value: county }]
  for (const step of path.split('.')) {
    places = places.flatMap(({ field, value }) => {
      const inside = Object.entries(value ?? {}).filter(([key]) => step === '*' || step === key)
      return inside.map(([key, value]) => ({ field: field ? `${field}.${key}` : key, value }))
    })
  }
  return places.flatMap(({ field, value }) => (typeof value === 'string' ? [{ field, id: value }] : []))
}
