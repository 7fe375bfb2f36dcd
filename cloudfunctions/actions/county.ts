import type { Parsed } from '@/contract/actions'
import type { Circle, UnitRow } from '@/contract/views'
import { refuse } from '@/domain/decider'
import type { Seat } from '@/domain/rota'
import { languageTexts } from '@/words/aid'
import { seatName } from '@/words/rota'
import { adviserOf, pointsNear } from '../circle'
import { findPerson, findPlace } from '../circumstances'
import type { Query } from '../ports'
import { readUnit } from '../records'
import { rotaAt } from '../rota-records'
import type { Binding, Context, Result } from './binding'
import { standingIn } from './rota-read'

/** Units, and who answers for them now. */

const PAGE = 50

async function unitList(
  { world }: Context,
  { kind, parent, after, limit = PAGE }: Parsed<'unit.list'>,
): Result<{ items: UnitRow[]; next?: string }> {
  const shared = { limit, ...(after && { after }) }
  const query: Query = parent
    ? { index: 'byParent', where: { legal: parent }, ...shared }
    : { index: 'byKind', where: { kind: kind ?? 'town' }, ...shared }
  const { docs, next } = await world.store.list('units', query)
  const units = docs.map(readUnit).filter((unit) => !parent || !kind || unit.kind === kind)
  const items = units.map(({ code, kind, name, parents }) => ({
    code,
    kind,
    name,
    ...(parents.legal && { parent: parents.legal }),
  }))
  return { items, ...(next && { next }) }
}

/** Who answers for a village now, who advises it, and what lies near it. */
export async function circle({ world, now }: Context, { village }: Parsed<'circle.show'>): Result<Circle> {
  const place = await findPlace(world, village)
  if (!place) return refuse('unit.not-found')
  const rota = await rotaAt(world, now)
  const seats = rota.seats.filter((seat) => seat.unit === place.town || seat.unit === place.code || forEverybody(seat))
  const units = (await world.store.getMany('units', [...new Set([place.code, place.town])])).map(readUnit)
  const here = units.find(({ code }) => code === place.code)
  const town = units.find(({ code }) => code === place.town && code !== place.code)
  const onDuty = await Promise.all(
    seats.map(async (seat) => {
      const standing = await standingIn(world, rota, seat.id, now)
      const people = await Promise.all(standing.map(({ person }) => findPerson(world, person)))
      return standing.map((who, n) => ({
        ...who,
        seat: seat.id,
        seatText: seatName(seat, (town ?? here)?.name),
        languages: (people[n]?.languages ?? []).map((language) => languageTexts[language] ?? language),
      }))
    }),
  )
  const [points, adviser] = here
    ? await Promise.all([pointsNear(world, here), adviserOf(world, here, town)])
    : [[], undefined]
  return {
    village: { code: place.code, text: place.text },
    ...(town && { town: { code: town.code, text: town.name } }),
    ...(points.length > 0 && { points }),
    ...(adviser && { adviser }),
    onDuty: onDuty.flat(),
    hotline: HOTLINE,
  }
}

const forEverybody = ({ kind }: Seat) => kind === 'hotline' || kind === 'night' || kind === 'centre'
// The national legal-service hotline: 12348, the same number everywhere.
const HOTLINE = '12348'

export const countyActions: { [A in 'unit.list' | 'circle.show']: Binding<A> } = {
  'unit.list': unitList,
  'circle.show': circle,
}
