import { nearest, type Service, type Travel } from '@/domain/circle'
import { marksOfUnit } from '@/domain/wall'
import { lawyerId, readLawyer, readUnit, TRAVEL, type UnitRecord } from './records'
import { adviserPointers } from './wall'
import type { World } from './world'

/** What lies around a village: the nearest places where one is served, and the lawyer who advises it. */

const NEAREST = 3
const PLACES_READ = 100
const ADVISERS_READ = 10
/** Where somebody sits who serves: stations, the centre among them, and the towns with their judicial offices. */
const SERVING = ['station', 'town'] as const

/** Empty where nobody surveyed the village, or no place of service. Reads nothing more then. */
export async function pointsNear(world: World, { at, parents, code }: UnitRecord) {
  if (!at) return []
  const [pages, sheet] = await Promise.all([
    Promise.all(
      SERVING.map((kind) => world.store.list('units', { index: 'byKind', where: { kind }, limit: PLACES_READ })),
    ),
    world.store.get('policy', TRAVEL),
  ])
  const services = pages.flatMap(({ docs }) => docs.map(readUnit)).map(serviceOf)
  const travel = sheet ? (JSON.parse(sheet.body) as Travel[]) : []
  return nearest({ at, town: parents.legal ?? code }, services, travel, NEAREST)
}

function serviceOf({ code, name, kind, parents, at }: UnitRecord): Service {
  const town = kind === 'town' ? code : parents.legal
  return { code, name, kind, ...(town && { town }), ...(at && { at }) }
}

/**
 * The lawyer who advises this village, found where the conflict wall finds him: by the unit's name, one page of one
 * index. The pointer is a hint only; that he advises this very unit stands on his own card.
 */
export async function adviserOf(world: World, { code, name }: UnitRecord, town: UnitRecord | undefined) {
  const marks = marksOfUnit({ name }, town ? [town.name] : [])
  // The longest one names the town too.
  const mark = marks.sort((a, b) => b.length - a.length)[0]
  const party = mark && adviserPointers(world, '', '', [mark])[0]?.keys.party
  if (typeof party !== 'string') return undefined
  const { docs } = await world.store.list('parties', {
    index: 'byParty',
    where: { party, side: 'ours' },
    // The pointers of advisers alone, however many matters lie behind them.
    range: { from: 'advises:', before: 'advises;' },
    limit: ADVISERS_READ,
  })
  const people = docs.map(({ keys }) => String(keys.matter).slice('advises:'.length).split('|')[0] ?? '')
  if (people.length === 0) return undefined
  const cards = (await world.store.getMany('lawyers', [...new Set(people)].map(lawyerId))).map((doc) =>
    readLawyer(world, doc),
  )
  const card = cards.find(({ advises, inService }) => inService && advises.includes(code))
  if (!card) return undefined
  return { name: card.name, ...(card.orgName && { org: card.orgName }), ...(card.phone && { phone: card.phone }) }
}
