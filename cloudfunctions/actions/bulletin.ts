import type { ActionName, Parsed } from '@/contract/actions'
import type { Bulletin, BulletinRow, GamingRow, MatterRow, SheetFile } from '@/contract/views'
import {
  behind,
  byUnit,
  type Column,
  columns,
  type Numbers,
  numbersOf,
  ranked,
  shares,
  veiled,
} from '@/domain/bulletin'
import { isRefusal, refuse } from '@/domain/decider'
import { gamingIn, type Suspicion } from '@/domain/gaming'
import { BANNER, type GrievanceFact, heldIn, heldTogether } from '@/domain/grievance-story'
import { mayOn } from '@/domain/permission'
import { columnTexts, factText, gamingText, seatText } from '@/words/bulletin'
import { hasBegun, type MonthRead, readMatters, readMonth } from '../bulletin'
import { bulletinSheet } from '../bulletin-sheet'
import { findPerson } from '../circumstances'
import { unitsNamed } from '../figures'
import { raterMark } from '../grievance-facts'
import { matterRow } from '../present'
import { POLICY, readPolicy, type UnitRecord } from '../records'
import { findUnit, levelOf, peopleOfUnit } from '../units'
import type { World } from '../world'
import type { Binding, Context, Result } from './binding'
import { openedFrom } from './binding'

/** A month by unit, the reports behind each number, the same as a spreadsheet, and what looks too good. */

const WHOLE: readonly string[] = ['command', 'supervisor']
const LEVELS = [BANNER, 'department', 'town', 'village']
const notYet = { invalid: [{ field: 'month', code: 'in-the-future' }] }
const policyOf = async (world: World) => readPolicy(world, await world.store.get('policy', POLICY))

async function bulletin(context: Context, { month, unit }: Parsed<'figures.bulletin'>): Result<Bulletin> {
  const { world, now, actor } = context
  if (!hasBegun(month, now)) return notYet
  const whole = WHOLE.includes(actor.role)
  if (!whole && (!actor.unit || (unit !== undefined && unit !== actor.unit))) return refuse('permission.role')
  const [read, policy] = await Promise.all([readMonth(world, now, month), policyOf(world)])
  const few = policy['grievance.hideBelow']
  const shown = whole ? await everyUnit(world, read, few, unit) : await ownUnit(world, read, few, actor.unit ?? '')
  return {
    month,
    madeAt: now,
    few,
    ...(read.countedFrom && { countedFrom: read.countedFrom }),
    columns: columns.map((what) => ({
      what,
      ...columnTexts[what],
      ...(shares.includes(what) && { share: true as const }),
    })),
    ...shown,
  }
}

type Lines = Pick<Bulletin, 'rows' | 'total'>

async function everyUnit(world: World, { facts, open }: MonthRead, few: number, only?: string): Promise<Lines> {
  const counted = numbersByUnit(heldIn(facts, open))
  const units = await unitsNamed(
    world,
    [...counted.keys()].filter((code) => code !== BANNER),
  )
  const rows = rowsOf(counted, units, few).filter(({ unit }) => only === undefined || unit.code === only)
  return { rows, total: numbersOf(heldTogether(facts, open)) }
}

/** Its own line and the county's: as if nothing had ever been said against anybody, and nothing that tells who it was. */
async function ownUnit(world: World, read: MonthRead, few: number, code: string): Promise<Lines> {
  const held = heldIn(read.facts, read.open).filter(({ secret }) => !secret)
  const together = (facts: readonly GrievanceFact[], open: MonthRead['open']) =>
    numbersOf(heldTogether(facts, open).filter(({ secret }) => !secret))
  const secret = new Set(heldTogether(read.facts, read.open).flatMap((each) => (each.secret ? each.matter : [])))
  const others = {
    facts: read.facts.filter(({ unit, matter }) => unit !== code && !secret.has(matter)),
    open: new Map([...read.open].filter(([matter, { unit }]) => unit !== code && !secret.has(matter))),
  }
  const counted = numbersByUnit(held)
  const own = counted.get(code) ?? numbersOf([])
  const cells = veiled(own, together(read.facts, read.open), together(others.facts, others.open), few)
  const [units, self] = await Promise.all([
    unitsNamed(
      world,
      [...counted.keys()].filter((each) => each !== BANNER),
    ),
    findUnit(world, code),
  ])
  const named = self ? new Map([...units, [code, self]]) : units
  const [row] = rowsOf(new Map([...counted, [code, own]]), named, few).filter(({ unit }) => unit.code === code)
  return { rows: row ? [{ ...row, numbers: cells.own }] : [], total: cells.total }
}

const numbersByUnit = (held: Parameters<typeof byUnit>[0]): Map<string, Numbers> =>
  new Map([...byUnit(held)].map(([unit, all]) => [unit, numbersOf(all)]))

/** By level, in each by place and then by name. A unit that the county has dropped keeps its code as a name. */
function rowsOf(
  counted: ReadonlyMap<string, Numbers>,
  units: ReadonlyMap<string, UnitRecord>,
  few: number,
): BulletinRow[] {
  const leveled = [...counted].map(([code, numbers]) => {
    const known = units.get(code)
    const level = code === BANNER ? BANNER : ((known && levelOf(known)) ?? 'department')
    return { unit: { code, name: code === BANNER ? seatText : (known?.name ?? code), level }, numbers }
  })
  return LEVELS.flatMap((level) => {
    const here = leveled.filter(({ unit }) => unit.level === level)
    const places = level === BANNER ? new Map() : ranked(new Map(here.map((row) => [row.unit.code, row.numbers])), few)
    return here
      .map((row): BulletinRow => {
        const rank: number | undefined = places.get(row.unit.code)
        return { ...row, ...(rank !== undefined && { rank }) }
      })
      .sort(
        (a, b) =>
          (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
          (a.unit.name < b.unit.name ? -1 : 1),
      )
  })
}

/** As a unit's code where one asks for the total. */
const ALL = 'all'
const REST = '.rest'
const PAGE = 20

type Rows = { items: MatterRow[]; next?: string }
async function bulletinMatters(context: Context, input: Parsed<'figures.bulletinMatters'>): Result<Rows> {
  const { world, now, actor } = context
  const { month, unit, what, after, limit = PAGE } = input
  if (!hasBegun(month, now)) return notYet
  const column = columns.find((each) => each === what.replace(REST, ''))
  if (!column || !isColumn(column, what)) return { invalid: [{ field: 'what', code: 'not-an-option' }] }
  const { facts, open } = await readMonth(world, now, month)
  const held = unit === ALL ? heldTogether(facts, open) : heldIn(facts, open).filter((each) => each.unit === unit)
  const ids = behind(held, column, what.endsWith(REST)).map(({ matter }) => matter)
  const from = after === undefined ? 0 : ids.indexOf(after) + 1
  if (after !== undefined && from === 0) return { invalid: [{ field: 'after', code: 'bad-cursor' }] }
  const page = ids.slice(from, from + limit)
  const docs = await readMatters(world, page)
  const items = docs
    .map(openedFrom(world, now))
    .filter(({ state }) => mayOn('matter.get', state, actor))
    .map((matter) => matterRow(world, matter, actor, now))
  const last = page.at(-1)
  return { items, ...(last && from + limit < ids.length && { next: last }) }
}
/** Only what is a share has others beside it. */
const isColumn = (column: Column, what: string) =>
  what === column || (what === `${column}${REST}` && shares.includes(column))

async function sheet(context: Context, input: Parsed<'figures.bulletinSheet'>): Result<SheetFile> {
  const made = await bulletin(context, input)
  return isRefusal(made) || 'invalid' in made ? made : bulletinSheet(made)
}

// More rows than anybody reads of a month; of each so many reports.
const ROWS = 100
const MATTERS = 20

async function gaming(
  { world, now, actor }: Context,
  { month }: Parsed<'figures.gaming'>,
): Result<{ items: GamingRow[] }> {
  if (!hasBegun(month, now)) return notYet
  const [{ facts }, policy] = await Promise.all([readMonth(world, now, month), policyOf(world)])
  const found = gamingIn(facts, {
    tailPercent: policy['gaming.tailPercent'],
    tailCount: policy['gaming.tailCount'],
    raters: await ratersOf(world, facts),
  }).slice(0, ROWS)
  const shown = found.map((row) => ({ ...row, matters: row.matters.slice(0, MATTERS) }))
  const [units, people, docs] = await Promise.all([
    unitsNamed(
      world,
      shown.flatMap(({ unit }) => (unit && unit !== BANNER ? unit : [])),
    ),
    namesOf(world, shown),
    readMatters(world, [...new Set(shown.flatMap(({ matters }) => matters.map(({ matter }) => matter)))]),
  ])
  const titles = new Map(
    docs
      .map(openedFrom(world, now))
      .filter(({ state }) => mayOn('matter.get', state, actor))
      .map((matter) => {
        const { title, place, hint } = matterRow(world, matter, actor, now)
        return [matter.id, [title, place.text, hint].filter(Boolean).join(' ')]
      }),
  )
  const items = shown.map((row): GamingRow => {
    const { what, at, unit, person } = row
    const name = person && people.get(person)
    return {
      what,
      text: gamingText(row),
      at,
      ...(unit && { unit: { code: unit, name: unit === BANNER ? seatText : (units.get(unit)?.name ?? unit) } }),
      ...(name && { person: name }),
      matters: row.matters.flatMap(({ matter, facts: steps }) => {
        const title = titles.get(matter)
        return title
          ? [{ id: matter, title, events: steps.map((fact) => ({ at: fact.at, text: factText(fact) })) }]
          : []
      }),
    }
  })
  return { items: items.filter(({ matters }) => matters.length > 0) }
}

async function namesOf(world: World, rows: readonly Suspicion[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ person }) => person ?? []))]
  const found = await Promise.all(ids.map((id) => findPerson(world, id)))
  return new Map(found.flatMap((person) => (person ? [[person.id, person.name]] : [])))
}

/** The accounts of everybody in units that had a report which was rated from a phone, by their marks. */
async function ratersOf(world: World, facts: readonly GrievanceFact[]): Promise<Map<string, string[]>> {
  const rated = new Set(facts.flatMap(({ rater, matter }) => (rater ? matter : [])))
  const units = [...new Set(facts.flatMap(({ unit, matter }) => (unit !== BANNER && rated.has(matter) ? unit : [])))]
  const people = await Promise.all(units.map((unit) => peopleOfUnit(world, unit)))
  const marks = new Map<string, string[]>()
  for (const [n, unit] of units.entries())
    for (const person of people[n] ?? []) {
      const mark = raterMark(world, person)
      marks.set(mark, [...(marks.get(mark) ?? []), unit])
    }
  return marks
}

type Bound = Extract<ActionName, `figures.bulletin${string}` | 'figures.gaming'>
export const bulletinActions: { [A in Bound]: Binding<A> } = {
  'figures.bulletin': bulletin,
  'figures.bulletinMatters': bulletinMatters,
  'figures.bulletinSheet': sheet,
  'figures.gaming': gaming,
}
