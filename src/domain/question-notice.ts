import type { PersonRef } from './decider'
import type { Made, Notice } from './notice'
import { ANSWER, CALL_BACK } from './question-clocks'
import { holderOf, MOST_TRIES } from './question-talk'
import type { Question, QuestionEvent } from './question-types'
import { durationOf, msBetween } from './time'

type Told = Omit<Notice, 'at' | 'lateBy'>
type Params = Record<string, string>

/**
 * What one event tells to whom; `state` is the question after it. Nothing personal goes into a template's params but
 * the names of those who work on it. Waves, alarms and namings carry how late they were themselves.
 */
export function questionNotices(event: QuestionEvent, state: Question, { now, due }: Made): Notice[] {
  const since = event.type === 'ClockOverdue' ? event.at : due
  const own = 'lateBy' in event && event.type !== 'ClockStopped' ? event.lateBy : undefined
  const lateBy = isTimed(event) ? own : since < now ? durationOf(msBetween(since, now)) : undefined
  return told(event, state).map((notice) => ({ ...notice, at: now, ...(lateBy && { lateBy }) }))
}

const isTimed = ({ type }: QuestionEvent): boolean =>
  type === 'WaveBegun' || type === 'SupervisorAlarmed' || type === 'QuestionRouted'

const app = (to: string | undefined, template: string, params: Params = {}): Told[] =>
  to && !isCode(to) ? [{ to, channel: 'app', template, params }] : []
const wechat = (to: string | undefined, template: string, params: Params = {}): Told[] =>
  to && !isCode(to) ? [{ to, channel: 'wechat', template, params }] : []
const sms = (to: string | undefined, template: string, params: Params = {}): Told[] =>
  to ? [{ to, channel: 'sms', template, params }] : []

/** Somebody without an account, for whom her query code stands: nothing can be sent to it. */
const isCode = (id: string): boolean => id.startsWith('code:')

/** Whoever is to answer at once: wherever he looks first. `digits`: he may answer by one. */
const atOnce = ({ id, phone }: PersonRef, template: string, params: Params): Told[] => [
  ...app(id, template, params),
  ...wechat(id, template, params),
  ...sms(phone, template, { ...params, digits: 'yes' }),
]

function told(event: QuestionEvent, state: Question): Told[] {
  const { topic, place, language, responsible } = state
  const about = { topic, place: place.text, language }
  switch (event.type) {
    case 'ClockStarted':
      // A call that was written down too late for it hears at once who rings.
      return event.code === ANSWER && event.dueAt > state.createdAt
        ? asker(state, 'question.received', { at: event.dueAt })
        : []
    case 'WaveBegun': {
      const { must, offers } = event
      return [
        ...offers.filter(({ to }) => to.id !== must?.id).flatMap(({ to }) => atOnce(to, 'question.offer', about)),
        ...(must ? atOnce(must, 'question.must-take', about) : []),
      ]
    }
    case 'SupervisorAlarmed': {
      if (event.what === 'callback') {
        const params = { ...about, by: responsible.name }
        return event.to.flatMap(({ id, phone }) => [
          ...app(id, 'question.alarm-callback', params),
          ...sms(phone, 'question.alarm-callback', params),
        ])
      }
      const named: Params = state.routed?.nobody ? { by: state.routed.to.name, at: state.routed.callBackAt } : {}
      return event.to.flatMap(({ id, phone }) => [
        ...app(id, 'question.alarm', { ...about, ...named }),
        ...sms(phone, 'question.alarm', { ...about, ...named }),
      ])
    }
    case 'QuestionTaken': {
      const { by, from, at } = event
      const late = { ...about, by: by.name }
      const missed = state.offers.filter(({ to, endedAt }) => endedAt === at && to.id !== by.id && to.id !== from?.id)
      return [
        ...asker(state, 'question.taken', { by: by.name, org: by.org ?? '' }),
        ...missed.flatMap(({ to }) => app(to.id, 'question.gone', late)),
        ...(from && from.id !== by.id ? app(from.id, 'question.gone', late) : []),
      ]
    }
    case 'QuestionPassed': {
      const { responsible: next, by } = event
      if (!next) return []
      const again = state.offers.filter(({ state: is, to }) => is === 'proposed' && to.id !== next.id)
      return [
        ...again.flatMap(({ to }) => app(to.id, 'question.again', about)),
        ...(next.id === by.id ? [] : app(next.id, 'question.again', about)),
      ]
    }
    case 'MessageSent':
      return event.side === 'asker'
        ? [...app(event.tell, 'question.word', about), ...wechat(event.tell, 'question.word', about)]
        : [...app(event.tell, 'question.reply', { by: event.by?.name ?? '' })]
    case 'QuestionAnswered':
      return asker(state, 'question.answered', { by: event.by.name })
    case 'QuestionRouted':
      return routedNotices(event, state, about)
    case 'ResponsibleChanged': {
      const at = state.routed?.callBackAt ?? event.at
      const promised = { by: event.to.name, at, phone: event.to.phone ?? '' }
      return [
        // An hour that is over isn't promised again.
        ...asker(state, at > event.at ? 'question.routed' : 'question.callback-missed', promised),
        ...rung(event.to, 'question.ring-her', { ...about, at }),
        ...app(event.from?.id, 'question.gone', { ...about, by: event.to.name }),
      ]
    }
    case 'CallBackTried':
      // The last one closes it, and that is said instead.
      return event.reached || event.nth >= MOST_TRIES
        ? []
        : asker(state, 'question.tried', { by: event.by.name, phone: event.by.phone ?? '' })
    case 'QuestionClosed':
      return event.why === 'unreached' ? asker(state, 'question.unreached', { by: responsible.name }) : []
    case 'QuestionHelped':
      return event.yes ? [] : app(responsible.id, 'question.not-helped', about)
    case 'HireDeclared':
      return [
        // What she does with her own money is told to herself alone.
        ...asker({ ...state, helper: undefined, tell: ['person'] }, 'question.hire', { by: event.by.name }),
        ...app(event.centre?.id, 'question.hire-declared', { ...about, by: event.by.name }),
      ]
    case 'QuestionWithdrawn': {
      const waits = state.offers.filter(({ endedAt }) => endedAt === event.at).map(({ to }) => to.id)
      const told = new Set([...waits, ...[state.taker?.ref, state.routed?.to].flatMap((ref) => ref?.id ?? [])])
      told.delete(event.by)
      return [...told].flatMap((id) => app(id, 'question.withdrawn', about))
    }
    case 'ClockOverdue':
      return event.code === CALL_BACK
        ? [
            ...asker(state, 'question.callback-missed', { by: responsible.name, phone: responsible.phone ?? '' }),
            ...app(responsible.id, 'clock.overdue', { clock: event.code, topic }),
          ]
        : app(holderOf(state)?.id, 'clock.overdue', { clock: event.code, topic })
    default:
      return []
  }
}

type Routed = Extract<QuestionEvent, { type: 'QuestionRouted' }>

function routedNotices(
  { at, to, by, from, callBackAt, chosen, nobody }: Routed,
  state: Question,
  about: Params,
): Told[] {
  const waited = state.offers.filter(({ endedAt, to: { id } }) => endedAt === at && id !== to.id)
  const promised = { by: to.name, at: callBackAt, phone: to.phone ?? '' }
  const why: Params = nobody ? { nobody: 'yes' } : chosen ? { chosen: 'yes' } : {}
  const rings = { ...about, at: callBackAt, ...why }
  return [
    ...asker(state, 'question.routed', { ...promised, ...why }),
    // Who promised to ring himself knows it.
    ...(by?.id === to.id ? [] : rung(to, 'question.ring-her', rings)),
    // Whoever had it, or was to ring, needn't any more.
    ...(from?.id === by?.id ? [] : app(from?.id, 'question.gone', { ...about, by: to.name })),
    ...waited.flatMap((offer) => app(offer.to.id, 'question.gone', { ...about, by: to.name })),
    ...(nobody && state.taker?.ref.id !== to.id
      ? app(state.taker?.ref.id, 'question.gone', { ...about, by: to.name })
      : []),
  ]
}

const rung = ({ id, phone }: PersonRef, template: string, params: Params): Told[] => [
  ...app(id, template, params),
  ...wechat(id, template, params),
  ...sms(phone, template, params),
]

/** What is worth a subscription message: somebody has it, it is answered, or somebody rings. */
const SUBSCRIBED: readonly string[] = [
  'question.taken',
  'question.answered',
  'question.routed',
  'question.callback-missed',
]

/** The person herself, her helper, her kin: whoever she chose; her own account always. */
function asker(state: Question, template: string, params: Params = {}): Told[] {
  const { owner, helper, tell, personal } = state
  const account = owner && !isCode(owner) ? owner : undefined
  const forHelper = { ...params, reader: 'helper' }
  const chosen = [
    ...app(account, template, params),
    ...(SUBSCRIBED.includes(template) ? wechat(account, template, params) : []),
    ...(account || !tell.includes('person') ? [] : sms(personal.asker.phone, template, params)),
    ...(tell.includes('helper') ? app(helper?.id, template, forHelper) : []),
    ...(tell.includes('kin') ? sms(personal.kin?.phone, template, { ...params, reader: 'kin' }) : []),
  ]
  // Nobody reachable was chosen: whoever entered it is told, rather than nobody.
  return chosen.length > 0 ? chosen : app(helper?.id, template, forHelper)
}
