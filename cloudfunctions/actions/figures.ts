import type { Parsed } from '@/contract/actions'
import type { Behind, Coverage, EightMinutes, Plate } from '@/contract/views'
import { cellsOf, FEW, hoursOf, withheld } from '@/domain/coverage'
import { isRefusal } from '@/domain/decider'
import { numbersOf, type Story } from '@/domain/eight-figures'
import { callKeptText, callMissedText, helpedText, keptText, missedText, notHelpedText } from '@/words/supervisor'
import { storiesIn, unitsNamed, unitsOfKind } from '../figures'
import type { UnitRecord } from '../records'
import type { World } from '../world'
import type { Binding, Context, Result } from './binding'
import { circle } from './county'

/** Honest figures, recomputed from facts on every call: nothing is added up beforehand, so nothing can drift. */

// As many matters as a page lists behind one number.
const MISSED_SHOWN = 50
const KEPT_SHOWN = 20

async function eight({ world, now }: Context, input: Parsed<'figures.eight'>): Result<EightMinutes> {
  const { from, to } = input
  const { stories, countedFrom } = await storiesIn(world, now, input)
  const behind = { missed: missedOf(stories), kept: keptOf(stories) }
  const shown = [...behind.missed, ...behind.kept]
  const units = await namesFor(
    world,
    shown.map(([story]) => story),
    stories.map(({ town }) => town),
  )
  const rows = ([story, number, text]: Behindhand): Behind => ({
    id: story.matter,
    at: story.sentAt,
    place: placeText(units, story),
    text: text(story),
    number,
  })
  const towns = [...new Set(stories.map(({ town }) => town))].map((unit) => ({
    unit,
    name: units.get(unit)?.name ?? unit,
    ...numbersOf(stories.filter(({ town }) => town === unit)),
  }))
  return {
    from,
    to,
    ...(countedFrom && { countedFrom }),
    ...numbersOf(stories),
    byTown: towns
      .filter(({ asked }) => asked > 0)
      .sort((a, b) => b.asked - a.asked || (a.unit < b.unit ? -1 : 1))
      .map(({ open: _open, withdrawn: _withdrawn, ...town }) => town),
    missed: behind.missed.map(rows),
    kept: behind.kept.map(rows),
  }
}

type Behindhand = [story: Story, number: NonNullable<Behind['number']>, text: (story: Story) => string]

/** Behind *answered*: those neither answered nor routed in time. Whatever was routed stands behind *routed* as kept. */
const missedOf = (stories: readonly Story[]): Behindhand[] => [
  ...newest(stories, ({ result }) => result === 'missed', MISSED_SHOWN, 'answered', missedText),
  ...newest(stories, ({ callBacks }) => callBacks.missed > 0, MISSED_SHOWN, 'callBacks', callMissedText),
  ...newest(stories, ({ helped }) => helped === false, MISSED_SHOWN, 'helped', notHelpedText),
]
const keptOf = (stories: readonly Story[]): Behindhand[] => [
  ...newest(stories, ({ result }) => result === 'answered', KEPT_SHOWN, 'answered', keptText),
  ...newest(stories, ({ result }) => result === 'routed', KEPT_SHOWN, 'routed', keptText),
  ...newest(stories, ({ callBacks }) => callBacks.kept > 0, KEPT_SHOWN, 'callBacks', callKeptText),
  ...newest(stories, ({ helped }) => helped === true, KEPT_SHOWN, 'helped', helpedText),
]

const newest = (
  stories: readonly Story[],
  stands: (story: Story) => boolean,
  most: number,
  number: Behindhand[1],
  text: Behindhand[2],
): Behindhand[] =>
  stories
    .filter(stands)
    .sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1))
    .slice(0, most)
    .map((story) => [story, number, text])

const namesFor = (world: World, stories: readonly Story[], towns: readonly string[]) =>
  unitsNamed(world, [...stories.map(({ village }) => village), ...towns])

function placeText(units: ReadonlyMap<string, UnitRecord>, { village, town }: Story): string {
  const name = units.get(village)?.name ?? village
  const above = town === village ? undefined : units.get(town)
  return above ? `${above.name} ${name}` : name
}

async function coverage({ world, now }: Context, input: Parsed<'figures.coverage'>): Result<Coverage> {
  const { from, to, unit } = input
  const [{ stories, countedFrom }, ...kinds] = await Promise.all([
    storiesIn(world, now, input),
    unitsOfKind(world, 'village'),
    unitsOfKind(world, 'community'),
    unitsOfKind(world, 'town'),
  ])
  const [villages = [], communities = [], towns = []] = kinds
  const cells = cellsOf(stories)
  const hidden = withheld(cells)
  const townNames = new Map(towns.map(({ code, name }) => [code, name]))
  const here = [...villages, ...communities].filter(
    ({ code, parents }) => !unit || code === unit || parents.legal === unit,
  )
  const known = new Map([...here, ...towns].map((each) => [each.code, each]))
  const asked = new Set(cells.map((cell) => cell.unit))
  const silent = here.filter(({ code }) => !asked.has(code))
  const rows = cells.map(({ unit, town, asked, judged, inTime }) => ({
    unit,
    name: known.get(unit)?.name ?? unit,
    town: townNames.get(town) ?? '',
    asked,
    few: asked > 0 && judged < FEW,
    ...(!hidden.has(unit) && { inTime, share: inTime / judged }),
  }))
  const quiet = silent.map(({ code, name, parents }) => ({
    unit: code,
    name,
    town: townNames.get(parents.legal ?? '') ?? '',
    asked: 0,
    few: false,
  }))
  return {
    from,
    to,
    ...(countedFrom && { countedFrom }),
    villages: [...rows.sort((a, b) => b.asked - a.asked || (a.unit < b.unit ? -1 : 1)), ...quiet],
    hours: hoursOf(stories).map(({ hour, asked, judged, inTime }) => ({
      hour,
      asked,
      ...(judged >= FEW && { inTime, share: inTime / judged }),
    })),
    silent: silent.length,
  }
}

const PAGE_OF_CIRCLE = '/pages/circle/index'

async function plate(context: Context, input: Parsed<'circle.plate'>): Result<Plate> {
  const shown = await circle(context, input)
  if (isRefusal(shown) || 'invalid' in shown) return shown
  const { village, town, adviser, onDuty, hotline } = shown
  // Where no server of the county's own has an address, the page of the mini-program is all there is to name.
  const site = context.world.calendarAt === undefined ? '' : `${context.world.calendarAt}/#`
  return {
    village,
    ...(town && { town }),
    ...(adviser && { adviser }),
    duty: onDuty.map(({ seatText, name, phone }) => ({ seatText, name, ...(phone && { phone }) })),
    hotline,
    url: `${site}${PAGE_OF_CIRCLE}?village=${encodeURIComponent(village.code)}`,
    printedAt: context.now,
  }
}

export const figureActions: { [A in 'figures.eight' | 'figures.coverage' | 'circle.plate']: Binding<A> } = {
  'figures.eight': eight,
  'figures.coverage': coverage,
  'circle.plate': plate,
}
