import { createHash } from 'node:crypto'
import type { Parsed } from '@/contract/actions'
import type { RequestRow, RequestView } from '@/contract/views'
import { isRefusal, type PersonRef, type Refusal, refuse } from '@/domain/decider'
import { fateOf } from '@/domain/erasure'
import type { Matter } from '@/domain/matters'
import {
  correctionAnswered,
  correctionAsked,
  outcomeText,
  requestTitles,
  restrictedText,
} from '@/words/privacy-requests'
import { centreDuty, findPerson } from '../circumstances'
import { isStaff } from '../erase-account'
import { keepingRows } from '../keeping'
import type { Opened } from '../matter-document'
import { write as noticeWrite } from '../outbox'
import type { Query } from '../ports'
import {
  changeRequest,
  type RequestRecord,
  requestId,
  requestIn,
  requestOf,
  requestRow,
  requestView,
  requestWrite,
  type Step,
  workOff,
} from '../privacy-requests'
import { rotaAt } from '../rota-records'
import type { World } from '../world'
import type { Binding, Context, Result } from './binding'
import { titleOf } from './privacy'
import { mattersOf, type Subject, subjectOf } from './subject'

/** To have something forgotten or put right, the account closed; and the desk of whoever answers. */

const digestOf = (input: object) => createHash('sha256').update(JSON.stringify(input)).digest('base64url').slice(0, 22)

/** Written once for a request id; what is to be done at once is done before the answer. */
async function asked(
  world: World,
  subject: Subject,
  input: { requestId: string },
  make: () => Promise<Omit<RequestRecord, 'id' | 'person' | 'at' | 'digest'> | Refusal>,
): Promise<RequestRecord | Refusal> {
  const id = requestId(world, subject.id, input.requestId)
  const digest = digestOf(input)
  const known = await requestOf(world, id)
  if (!known) {
    const made = await make()
    if (isRefusal(made)) return made
    const record = { ...made, id, person: subject.id, at: world.clock.now(), digest }
    await world.store.save([requestWrite(world, record, 0)])
  }
  const kept = await workOff(world, id)
  if (!kept) return refuse('matter.busy')
  return kept.digest === digest ? kept : refuse('request.reused')
}

const view = (record: RequestRecord | Refusal): RequestView | Refusal =>
  isRefusal(record) ? record : requestView(record)

/** What becomes of a matter, with the reason in writing. */
function stepFor({ id, state }: Opened): Step {
  const fate = fateOf(state, keepingRows)
  const text = fate.how === 'restricted' ? restrictedText(fate) : outcomeText[fate.how]
  return { what: 'matter', matter: id, title: titleOf(state), outcome: fate.how, text }
}

const part = (what: 'profile' | 'unsent' | 'account'): Step => ({
  what,
  title: requestTitles[what],
  outcome: 'erased',
  text: outcomeText[what],
})

async function erase(context: Context, input: Parsed<'me.erase'>): Result<RequestView> {
  const subject = await subjectOf(context, input.ward)
  if (isRefusal(subject)) return subject
  const record = await asked(context.world, subject, input, async () => {
    const everything = !input.id && input.what === 'everything'
    const matters = input.id || everything ? await mattersOf(context, subject.id) : []
    const chosen = input.id ? matters.filter(({ id }) => id === input.id) : matters
    if (input.id && chosen.length === 0) return refuse('matter.not-found')
    const steps = [
      ...chosen.map(stepFor),
      ...(everything || input.what === 'unsent' ? [part('unsent')] : []),
      ...(everything || input.what === 'profile' ? [part('profile')] : []),
    ]
    return { what: 'erase' as const, state: 'working' as const, steps: input.id ? chosen.map(stepFor) : steps }
  })
  return view(record)
}

/** Open matters are named first; she is told again how they go on, and then it is done. */
async function close(context: Context, input: Parsed<'me.close'>): Result<RequestView> {
  const { world, person } = context
  if (person && isStaff(person)) return refuse('me.staff-account')
  const subject = await subjectOf(context, undefined)
  if (isRefusal(subject)) return subject
  const record = await asked(world, subject, input, async () => {
    const matters = await mattersOf(context, subject.id)
    const open = matters.filter(({ state }) => state.open)
    if (open.length > 0 && !input.sure)
      return refuse('me.open-matters', { matters: open.map(({ id, state }) => ({ id, title: titleOf(state) })) })
    const steps = matters.map((matter): Step => {
      const step = stepFor(matter)
      return step.outcome === 'open' ? { ...step, outcome: 'handed-over', text: outcomeText['handed-over'] } : step
    })
    const last = [part('unsent'), part('account')]
    return { what: 'close' as const, state: 'working' as const, steps: [...steps, ...last] }
  })
  return view(record)
}

async function correct(context: Context, input: Parsed<'me.correct'>): Result<RequestView> {
  const { world } = context
  const subject = await subjectOf(context, input.ward)
  if (isRefusal(subject)) return subject
  const record = await asked(world, subject, input, async () => {
    const found = (await mattersOf(context, subject.id)).find(({ id }) => id === input.id)
    const to = found && (await answererOf(world, found.state))
    if (!found) return refuse('matter.not-found')
    if (!to) return refuse('county.nobody-on-duty')
    return {
      what: 'correct' as const,
      state: 'asked' as const,
      steps: [],
      text: input.text,
      matter: found.id,
      title: titleOf(found.state),
      name: subject.name,
      to,
    }
  })
  if (!isRefusal(record) && record.to) await tell(world, record, record.to.id, correctionAsked, 'privacy.asked')
  return view(record)
}

/** Whoever is responsible for it; where nobody of that name works here any more, whoever is on duty at the centre. */
async function answererOf(world: World, { responsible, owner }: Matter): Promise<PersonRef | undefined> {
  const person = await findPerson(world, responsible.id)
  if (person && isStaff(person) && person.id !== owner) return { id: person.id, name: person.name }
  const duty = await centreDuty(world, await rotaAt(world, world.clock.now()), world.clock.now())
  return duty && { id: duty.id, name: duty.name }
}

/** In the mini-program, under an id of its own: told twice it is there once. */
async function tell(world: World, { id, matter = '', at }: RequestRecord, to: string, text: string, template: string) {
  const notice = { id: `${id}:${template}`, at, matter, channel: 'app' as const, template, tries: 0 }
  await world.store.save([noticeWrite(world, { ...notice, state: 'delivered', seen: false, to, text }, 0)])
}

async function requests(
  context: Context,
  { ward, after, limit = 20 }: Parsed<'me.requests'>,
): Result<{ items: RequestView[]; next?: string }> {
  const { world } = context
  const subject = await subjectOf(context, ward)
  if (isRefusal(subject)) return subject
  const query = { index: 'byPerson', where: { person: subject.id }, order: 'descending' as const, limit }
  const { docs, next } = await world.store.list('requests', { ...query, ...(after && { after }) })
  const items: RequestView[] = []
  for (const doc of docs) {
    const { record } = requestIn(world, doc)
    // Whoever asks sees to it that what was left in the middle is done.
    items.push(requestView(record.state === 'working' ? ((await workOff(world, record.id)) ?? record) : record))
  }
  return { items, ...(next && { next }) }
}

/** A supervisor sees all that wait: whoever was named may be gone. */
async function desk(
  { world, actor }: Context,
  { after, limit = 20 }: Parsed<'request.list'>,
): Result<{ items: RequestRow[]; next?: string }> {
  const query: Pick<Query, 'index' | 'where'> =
    actor.role === 'supervisor'
      ? { index: 'byState', where: { state: 'asked' } }
      : { index: 'byTo', where: { to: actor.id, state: 'asked' } }
  const { docs, next } = await world.store.list('requests', { ...query, limit, ...(after && { after }) })
  return { items: docs.map((doc) => requestRow(requestIn(world, doc).record)), ...(next && { next }) }
}

async function answer({ world, actor }: Context, input: Parsed<'request.answer'>): Result<RequestRow> {
  const known = await requestOf(world, input.request)
  const mine = known?.record.to?.id === actor.id || actor.role === 'supervisor'
  if (known?.record.what !== 'correct' || !mine || known.record.person === actor.id) return refuse('request.not-found')
  const by = { id: actor.id, name: actor.name }
  const state = input.ok ? ('done' as const) : ('refused' as const)
  const record = await changeRequest(world, input.request, (now) =>
    now.state === 'asked' ? { ...now, state, answer: { at: world.clock.now(), by, text: input.text } } : undefined,
  )
  if (!record?.answer) return refuse('matter.busy')
  const own = record.answer.by.id === actor.id && record.answer.text === input.text && record.state === state
  if (!own) return refuse('matter.changed', { by: record.answer.by.name, at: record.answer.at })
  await tell(
    world,
    { ...record, at: record.answer.at },
    record.person,
    correctionAnswered(input.ok),
    'privacy.answered',
  )
  return requestRow(record)
}

export const privacyRequestActions: {
  [A in 'me.erase' | 'me.close' | 'me.correct' | 'me.requests' | 'request.list' | 'request.answer']: Binding<A>
} = {
  'me.erase': erase,
  'me.close': close,
  'me.correct': correct,
  'me.requests': requests,
  'request.list': desk,
  'request.answer': answer,
}
