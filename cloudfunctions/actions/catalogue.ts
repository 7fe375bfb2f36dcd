import type { Parsed } from '@/contract/actions'
import type { Problem } from '@/contract/check'
import type { Catalogue, DispatchAdvice, UnitRow } from '@/contract/views'
import { advise, isItemRole } from '@/domain/catalogue'
import { isRefusal, refuse } from '@/domain/decider'
import { accusedOf, isSecret } from '@/domain/grievance-permission'
import type { Grievance } from '@/domain/grievance-types'
import { mayOn } from '@/domain/permission'
import { wordsOf } from '@/domain/transcription'
import { catalogueWords, reasonText } from '@/words/catalogue'
import { catalogueNow, catalogueView, dealtLately, itemsOf, saveCatalogue, unitsOf } from '../catalogue'
import { similarTo } from '../likeness'
import { openMatter } from '../matter-document'
import { readUnit } from '../records'
import { levelOf } from '../units'
import { type Binding, type Context, type Result, requestOf } from './binding'

/** The responsibility catalogue: read, changed, asked for advice. */

const get = async ({ world }: Context): Result<Catalogue> => catalogueView(world, await catalogueNow(world))

async function save(context: Context, input: Parsed<'catalogue.save'>): Result<Catalogue> {
  const { world, actor, now } = context
  const problems = await wrongWith(context, input.items)
  if (problems.length > 0) return { invalid: problems }
  const items = input.items.map(({ handling, basis, ...item }) => ({
    ...item,
    ...(handling && { handling }),
    ...(basis && { basis }),
  }))
  const saved = await saveCatalogue(world, input.was, {
    items,
    why: input.why,
    savedAt: now,
    savedBy: actor.name,
    request: requestOf(context, input),
  })
  if (!saved) return { invalid: [{ field: 'items', code: 'catalogue-too-large' }] }
  return isRefusal(saved) ? saved : catalogueView(world, saved)
}

/** Each problem beside its row: a code that comes twice, a unit or a place that isn't there. */
async function wrongWith({ world }: Context, items: Parsed<'catalogue.save'>['items']): Promise<Problem[]> {
  const units = await unitsOf(
    world,
    items.flatMap(({ unit, with: others, places }) => [unit, ...others, ...places]),
  )
  const handles = (code: string): boolean => {
    const unit = units.get(code)
    return isItemRole(code) || (unit !== undefined && levelOf(unit) !== undefined)
  }
  return items.flatMap(({ code, unit, with: others, places }, n): Problem[] => [
    ...(items.findIndex((other) => other.code === code) < n ? [{ field: `items.${n}.code`, code: 'duplicate' }] : []),
    ...(handles(unit) ? [] : [{ field: `items.${n}.unit`, code: 'unknown-unit' }]),
    ...others.flatMap((other, m) =>
      handles(other) && other !== 'none' ? [] : [{ field: `items.${n}.with.${m}`, code: 'unknown-unit' }],
    ),
    ...places.flatMap((place, m) =>
      units.has(place) ? [] : [{ field: `items.${n}.places.${m}`, code: 'unknown-place' }],
    ),
  ])
}

const KINDS = ['department', 'town', 'village', 'community', 'station'] as const
const UNITS_SHOWN = 50
// Four thousand of a kind: no county has as many villages.
const PAGES = 40

/** Departments first; a county's names are few enough to be looked through. */
async function units({ world }: Context, { text }: Parsed<'catalogue.units'>): Result<{ items: UnitRow[] }> {
  const items: UnitRow[] = []
  for (const kind of KINDS) {
    let after: string | undefined
    for (let page = 0; page < PAGES && items.length < UNITS_SHOWN; page++) {
      const found = await world.store.list('units', {
        index: 'byKind',
        where: { kind },
        limit: 100,
        ...(after && { after }),
      })
      const named = found.docs.map(readUnit).filter(({ name }) => !text || name.includes(text))
      items.push(
        ...named.map(({ code, kind, name, parents }) => ({
          code,
          kind,
          name,
          ...(parents.grievance && { parent: parents.grievance }),
        })),
      )
      after = found.next
      if (!after) break
    }
  }
  return { items: items.slice(0, UNITS_SHOWN) }
}

async function advice(
  { world, actor, now, action }: Context,
  { id }: Parsed<'grievance.advice'>,
): Result<DispatchAdvice> {
  const doc = id.startsWith('grievance:') ? await world.store.get('matters', id) : undefined
  const state = doc && openMatter(doc, world.seal).state
  if (state?.kind !== 'grievance' || !mayOn(action, state, actor)) return refuse('grievance.not-found')
  const text = wordsOf(state.personal)
  const [catalogue, history, similar] = await Promise.all([
    catalogueNow(world),
    dealtLately(world, now),
    isSecret(state) ? [] : similarTo(world, { ...asked(state), text, photos: state.photos, now, not: id }),
  ])
  const advised = advise(
    itemsOf(catalogue),
    {
      topic: state.topic,
      place: state.place,
      text,
      not: barred(state),
      ...(state.type && { type: state.type }),
      ...(state.item && { item: state.item }),
    },
    history,
  )
  const known = await unitsOf(
    world,
    advised.flatMap((each) => [each.unit, ...each.with]),
  )
  const nameOf = (code: string) => known.get(code)?.name
  return {
    units: advised.flatMap(({ unit, item, with: others, reasons }) => {
      const record = known.get(unit)
      const level = record && levelOf(record)
      if (!record || !level) return []
      return {
        code: unit,
        name: record.name,
        level,
        ...(item && { item: { code: item.code, name: item.name } }),
        with: others.flatMap((code) => ({ code, name: nameOf(code) ?? catalogueWords.roles[code] ?? code })),
        ...(item?.handling && { handling: item.handling }),
        reasons: reasons.map((reason) => ({ good: reason.good, text: reasonText(reason) })),
      }
    }),
    similar,
    catalogueVersion: catalogue.version,
  }
}

const asked = ({ topic, place }: Grievance) => ({ topic, place: place.code, answered: true })

/** The units it is against, and what is said of a village's cadres not even to their town. */
const barred = (state: Grievance): string[] => [
  ...accusedOf(state),
  ...(state.topic === 'village-cadre' ? [state.place.town] : []),
]

type Bound = 'catalogue.get' | 'catalogue.save' | 'catalogue.units' | 'grievance.advice'
export const catalogueActions: { [A in Bound]: Binding<A> } = {
  'catalogue.get': get,
  'catalogue.save': save,
  'catalogue.units': units,
  'grievance.advice': advice,
}
