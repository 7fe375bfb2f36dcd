import type { ActionName, Parsed } from '@/contract/actions'
import type { Colleague, MatterRow, MatterView, Reached, TrackView } from '@/contract/views'
import { type Role, refuse } from '@/domain/decider'
import { isShutOut } from '@/domain/grievance-permission'
import type { Matter } from '@/domain/matters'
import { mayEver, mayOn } from '@/domain/permission'
import { isLive } from '@/domain/question-offers'
import { stageTexts } from '@/words/aid'
import { grievanceStageTexts } from '@/words/grievance'
import { questionStageTexts } from '@/words/question'
import { visitStageTexts } from '@/words/visit'
import { noteRead, reasonToday, stateReason } from '../access-log'
import { personless } from '../actor'
import { findPerson, findPlace, peopleIn, refOf } from '../circumstances'
import { commit } from '../commit'
import { kindOf } from '../kinds'
import { openMatter } from '../matter-document'
import type { Query } from '../ports'
import { matterRow, trackView } from '../present'
import { whoAsks } from '../present-kinds'
import { matterByCode } from '../query-code'
import { type PersonRecord, roleIn } from '../records'
import { printSlips } from '../slips'
import { mayTry, wrongTry } from '../throttle'
import type { World } from '../world'
import { type Binding, type Context, onMatter, openedFrom, type Result, requestOf, viewOf } from './binding'

type Rows = { items: MatterRow[]; next?: string }
const PAGE = 20

/** Reading one matter settles its clocks and saves. */
async function get(context: Context, { id, why }: Parsed<'matter.get'>): Result<MatterView> {
  const { world, actor } = context
  const permit = (state: Matter) => mayOn('matter.get', state, actor)
  const outcome = await commit(world, { id, actor: personless, permit })
  // Whoever was asked has it before him now: she reads that somebody is looking at it.
  if ('matter' in outcome && isAsked(outcome.matter.state, actor.id))
    await commit(world, { id, actor, permit, command: () => ({ type: 'SeeOffer' }) })
  if (!('matter' in outcome)) return refuse('matter.not-found')
  const { state } = outcome.matter
  if (state.shut) {
    // What the law only keeps is opened for a reason, once it stands in the log.
    if (!why && !(await reasonToday(world, id, actor))) return refuse('matter.only-kept')
    if (why) await stateReason(world, id, state, actor, why)
  } else await noteRead(world, id, state, actor)
  return viewOf(context, outcome.matter)
}

const isAsked = (state: Matter, id: string): boolean =>
  state.kind === 'question' && state.offers.some((offer) => offer.to.id === id && isLive(offer))

/** What still runs, the most urgent at the top: a clock, or the hour of a visit. Then what is over, the newest first. */
async function list(context: Context, input: Parsed<'matter.list'>): Result<Rows> {
  const { actor } = context
  const desk = actor.role === 'resident' ? `applicant:${actor.id}` : `person:${actor.id}`
  const { open, after, limit = PAGE } = input
  const running = () => rows(context, deskQuery(desk, { ...input, open: true, sort: 'due' }), input)
  const over = async (from: string, most: number): Result<Rows> => {
    const asked = { open: false, sort: 'new', limit: most, ...(from && { after: from }) } as const
    const found = await rows(context, deskQuery(desk, asked), input)
    return 'items' in found && found.next && open === undefined ? { ...found, next: `${OVER}${found.next}` } : found
  }
  if (open !== undefined) return open ? running() : over(after ?? '', limit)
  if (after?.startsWith(OVER)) return over(after.slice(OVER.length), limit)
  const first = await running()
  if (!('items' in first) || first.next) return first
  const left = limit - first.items.length
  if (left === 0) return { ...first, next: OVER }
  const rest = await over('', left)
  return 'items' in rest ? { ...rest, items: [...first.items, ...rest.items] } : rest
}

/** Where a list of all goes on among what is over. */
const OVER = 'over:'

async function track({ world, origin, actor }: Context, { code }: Parsed<'matter.track'>): Result<TrackView> {
  const source = actor.role === 'visitor' ? origin.source : actor.id
  const wait = await mayTry(world, 'track', source)
  if (wait) return refuse('throttle.wait', { seconds: wait })
  const id = await matterByCode(world, code)
  if (id === '') return refuse('slip.not-registered')
  const outcome = id ? await commit(world, { id, actor: personless }) : undefined
  if (outcome && 'matter' in outcome && !outcome.matter.state.shut)
    return trackView(world, outcome.matter, world.clock.now())
  await wrongTry(world, 'track', source)
  return refuse('matter.not-found')
}

async function desk(context: Context, input: Parsed<'desk.list'>): Result<Rows> {
  const { actor } = context
  const keys = DESKS[input.desk]
  if (!keys?.roles.includes(actor.role)) return refuse('permission.role')
  if (
    input.stage &&
    !Object.hasOwn({ ...stageTexts, ...questionStageTexts, ...grievanceStageTexts, ...visitStageTexts }, input.stage)
  )
    return { invalid: [{ field: 'stage', code: 'unknown-stage' }] }
  const key = keys.key(context, input.of)
  return key ? rows(context, deskQuery(key, input), input) : { items: [] }
}

type Desk = { roles: readonly string[]; key: (context: Context, of?: 'mine' | 'unit') => string | undefined }
const mine = ({ actor }: Context) => `person:${actor.id}`
const unit = ({ actor }: Context) => (actor.unit ? `unit:${actor.unit}` : undefined)
/** What she forwarded herself, or what her unit has. */
const mineOrUnit: Desk['key'] = (context, of) => (of === 'unit' ? unit(context) : mine(context))
const command = (tab: string): Desk => ({ roles: ['command', 'supervisor'], key: () => `command:${tab}` })
const DESKS: Partial<Record<Parsed<'desk.list'>['desk'], Desk>> = {
  centre: { roles: ['centre', 'supervisor'], key: () => 'unit:centre' },
  supervisor: { roles: ['supervisor'], key: () => 'unit:centre' },
  lawyer: { roles: ['lawyer'], key: mine },
  organisation: { roles: ['organisation'], key: unit },
  village: { roles: ['village', 'guide'], key: mineOrUnit },
  town: { roles: ['town'], key: mineOrUnit },
  department: { roles: ['department'], key: mineOrUnit },
  command: { roles: ['command', 'supervisor'], key: (_, of) => (of === 'mine' ? mine(_) : 'seat:command') },
  rulings: command('rulings'),
  upper: command('upper'),
  objections: { roles: ['supervisor'], key: () => 'supervisor:objections' },
  callback: {
    roles: ['command', 'centre', 'supervisor'],
    key: ({ actor }) => (actor.role === 'command' ? 'command:callback' : 'centre:callback'),
  },
  rectify: {
    roles: ['centre', 'command', 'supervisor'],
    key: ({ actor }) => (actor.role === 'command' ? 'command:rectify' : 'centre:rectify'),
  },
}

/** Who waits there waits whatever the matter's stage says: oldest first. */
const EVER: readonly string[] = ['centre:callback', 'centre:rectify', 'supervisor:objections']

function deskQuery(desk: string, { open, stage, sort, after, limit = PAGE }: Asked): Query {
  const shared = { limit, ...(after && { after }) }
  if (EVER.includes(desk)) return { index: 'byDeskEver', where: { desk }, ...shared }
  if (stage && sort === 'new')
    return { index: 'byDeskStageNewest', where: { desk, stage }, order: 'descending', ...shared }
  if (stage) return { index: 'byDeskStage', where: { desk, stage }, ...shared }
  if (sort !== 'new') return { index: 'byDesk', where: { desk, open: open ?? true }, ...shared }
  const where: Query['where'] = open === undefined ? { desk } : { desk, open }
  return { index: open === undefined ? 'byDeskEver' : 'byDeskNewest', where, order: 'descending', ...shared }
}
type Asked = { open?: boolean; stage?: string; sort?: 'due' | 'new'; after?: string; limit?: number }

const PAGES_SEARCHED = 10

/** A page of rows; a search for words or a kind looks through at most ten pages and says where it stopped. */
async function rows(
  { world, actor, now }: Context,
  query: Query,
  { kind, text }: { kind?: string; text?: string },
): Result<Rows> {
  const items: MatterRow[] = []
  let after = query.after
  for (let page = 0; page < PAGES_SEARCHED; page++) {
    const found = await world.store.list('matters', {
      ...query,
      limit: query.limit - items.length,
      ...(after && { after }),
    })
    const seen = found.docs
      .filter(({ keys }) => !kind || keys.kind === kind)
      .map(openedFrom(world, now))
      // Who answers for a matter in one role finds nothing of it in another.
      .filter(({ state }) => mayOn('matter.get', state, actor))
    const read = seen.map((matter) => matterRow(world, matter, actor, now))
    items.push(...read.filter((row) => !text || wordsOf(row).includes(text)))
    after = found.next
    if (!after || items.length >= query.limit) break
  }
  return { items, ...(after && { next: after }) }
}

const wordsOf = ({ title, hint, place, applicant, responsible }: MatterRow) =>
  [title, hint, place.text, applicant, responsible].join(' ')

/** The call itself is the phone's; what is kept is that somebody was given the number. */
async function callLog(context: Context, input: Parsed<'matter.callLog'>): Result<Reached> {
  const { world, actor, action } = context
  const outcome = await commit(world, {
    id: input.id,
    actor,
    command: () => ({ type: 'RevealNumber' }),
    request: requestOf(context, input),
    permit: (state) => mayOn(action, state, actor),
  })
  if (!('matter' in outcome)) return outcome
  const { name = '', phone = '' } = whoAsks(outcome.matter.state)
  return { name, phone }
}

/** Who could answer for it in her stead: of the centre, of the command seat, or of the unit that has it. */
async function who(world: World, state: Matter): Promise<PersonRecord[]> {
  if (state.kind !== 'grievance') return peopleIn(world, 'centre')
  const unit = state.careUntil === undefined ? state.main?.unit : undefined
  const people = await peopleIn(world, unit ? roleIn(unit.level, unit.code) : 'command')
  // Nor her own report, nor one against a unit of his.
  return people.filter(
    ({ id, roles }) => id !== state.owner && !isShutOut(state, { units: roles.flatMap((held) => held.unit ?? []) }),
  )
}

/** Everybody who could answer for it but whoever does. */
async function colleagues(
  { world, actor }: Context,
  { id }: Parsed<'matter.colleagues'>,
): Result<{ items: Colleague[] }> {
  const doc = await world.store.get('matters', id)
  const matter = doc && openMatter(doc, world.seal)
  if (!matter || !mayOn('matter.colleagues', matter.state, actor))
    return refuse(`${kindOf(id)?.name ?? 'matter'}.not-found`)
  const people = await who(world, matter.state)
  const items = people.map(({ id, name }) => ({ id, name }))
  return { items: items.filter((each) => each.id !== matter.state.responsible.id) }
}

async function reassign(context: Context, input: Parsed<'matter.reassign'>): Result<MatterView> {
  const { world, actor } = context
  const person = await findPerson(world, input.to)
  if (input.id.startsWith('grievance:')) {
    const doc = await world.store.get('matters', input.id)
    const state = doc && openMatter(doc, world.seal).state
    if (!state || !mayOn('matter.reassign', state, actor)) return refuse('grievance.not-found')
    const fits = (await who(world, state)).some(({ id }) => id === input.to)
    if (!person || !fits) return { invalid: [{ field: 'to', code: 'not-of-the-unit' }] }
    return onMatter<typeof input>(({ why }) => ({ type: 'Reassign', to: refOf(person), why }))(context, input)
  }
  // A promised call whoever answers questions may make, a visit whoever may be visited; an application is the centre's.
  const fits = ({ role }: { role: Role }) =>
    input.id.startsWith('question:')
      ? mayEver('question.calledBack', role)
      : input.id.startsWith('visit:')
        ? mayEver('visit.setOut', role)
        : role === 'centre'
  if (!person?.roles.some(fits)) return { invalid: [{ field: 'to', code: 'not-of-the-centre' }] }
  return onMatter<typeof input>(({ why }) => ({ type: 'Reassign', to: refOf(person), why }))(context, input)
}

async function slips(context: Context, { village, count, requestId }: Parsed<'slip.print'>) {
  const { world, actor } = context
  const place = await findPlace(world, village)
  // A village prints for itself, a town for what lies in it.
  const own = place && (actor.role === 'centre' || [place.code, place.town].includes(actor.unit ?? ''))
  if (!place || !own) return { invalid: [{ field: 'village', code: 'unknown-place' }] }
  const codes = await printSlips(world, `${actor.id}|${requestId}`, village, count)
  return { village: { code: place.code, text: place.text }, codes }
}

export const matterActions: {
  [A in Extract<ActionName, `matter.${string}`> | 'desk.list' | 'slip.print']: Binding<A>
} = {
  'matter.note': onMatter(({ text }) => ({ type: 'TakeNote', text })),
  'matter.transcribe': onMatter(({ text }) => ({ type: 'Transcribe', text })),
  'matter.consentChecked': onMatter(({ reached, agrees, note }) => ({
    type: 'CheckConsent',
    reached,
    ...(agrees !== undefined && { agrees }),
    ...(note && { note }),
  })),
  'matter.colleagues': colleagues,
  'matter.reassign': reassign,
  'slip.print': slips,
  'matter.get': get,
  'matter.list': list,
  'matter.track': track,
  'matter.callLog': callLog,
  'desk.list': desk,
}
