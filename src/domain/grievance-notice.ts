import type { PersonRef } from './decider'
import { ladderNotices } from './grievance-notice-papers'
import { holder, isCode, numberOf } from './grievance-people'
import { isHidden, isSecret, isShutOut } from './grievance-permission'
import type { Grievance, GrievanceEvent, UnitRef } from './grievance-types'
import { isLadderEvent } from './ladder'
import type { Made, Notice } from './notice'
import { durationOf, msBetween } from './time'

type Told = Omit<Notice, 'at' | 'lateBy'>
type Params = Record<string, string>

/**
 * What one event tells to whom; `state` is the grievance after it. `unit:{code}` is everybody who acts for the unit.
 * Nothing personal goes into a template's params but the names of those who work on it; what is told of 举报 says
 * neither where nor what. A paper carries itself how late it was made.
 */
export function grievanceNotices(event: GrievanceEvent, state: Grievance, { now, due }: Made): Notice[] {
  const own = event.type === 'PaperIssued' || event.type === 'PaperDrafted'
  const lateBy = own ? event.lateBy : due < now ? durationOf(msBetween(due, now)) : undefined
  const letters = isLadderEvent(event) ? ladderNotices(event, state) : told(event, state)
  return letters.map((notice) => ({ ...notice, at: now, ...(lateBy && { lateBy }) }))
}

const app = (to: string | undefined, template: string, params: Params = {}): Told[] =>
  to && !isCode(to) ? [{ to, channel: 'app', template, params }] : []
const wechat = (to: string | undefined, template: string, params: Params = {}): Told[] =>
  to && !isCode(to) ? [{ to, channel: 'wechat', template, params }] : []
const sms = (to: string | undefined, template: string, params: Params = {}): Told[] =>
  to ? [{ to, channel: 'sms', template, params }] : []

/** Whoever has minutes: wherever she looks first. */
const atOnce = ({ id, phone }: PersonRef, template: string, params: Params): Told[] => [
  ...app(id, template, params),
  ...wechat(id, template, params),
  ...sms(phone, template, params),
]

/** The unit's named person, wherever she looks first, and in the app everybody else who acts for it. */
const unit = ({ code, person }: UnitRef, template: string, params: Params): Told[] => [
  ...app(`unit:${code}`, template, params),
  ...app(person.id, template, params),
  ...wechat(person.id, template, params),
]

type Step = Exclude<GrievanceEvent, { type: `Paper${string}` }>

function told(event: Step, state: Grievance): Told[] {
  const { topic, place, responsible } = state
  const about: Params = isSecret(state) ? { secret: 'yes' } : { topic, place: place.text }
  const has = holder(state)
  switch (event.type) {
    case 'GrievanceSubmitted':
      return [...her(state, 'grievance.received'), ...atOnce(responsible, 'grievance.to-accept', about)]
    case 'GrievanceAccepted':
      return her(state, 'grievance.accepted', { by: event.by.name })
    case 'SentBack':
      return her(state, 'grievance.incomplete', { by: event.by.name })
    case 'GrievanceCompleted':
      return atOnce(responsible, 'grievance.completed', about)
    case 'GrievanceDeclined': {
      const { channel, person = '', phone = '' } = event.personal
      return her(state, 'grievance.declined', { channel, person, phone })
    }
    case 'HandedOver':
      return [
        ...her(state, 'grievance.handed-over', { channel: event.personal.to }),
        ...gone(state, event.at, 'grievance.gone', about),
      ]
    case 'Dispatched':
      return [
        ...her(state, 'grievance.dispatched', { by: event.main.person.name, org: event.main.name }),
        ...unit(event.main, 'grievance.yours', about),
        ...event.with.flatMap((other) => unit(other, 'grievance.help', { ...about, org: event.main.name })),
      ]
    case 'Reclassified':
      return has ? unit(has, 'grievance.reclassified', about) : []
    case 'ReturnAsked':
      return atOnce(responsible, 'grievance.to-rule', about)
    case 'ReturnRuled':
      return ruled(event, state, about)
    case 'PassedUp':
      return [
        ...her(state, 'grievance.passed-up', { by: event.responsible.name }),
        ...(event.to ? unit(event.to, 'grievance.yours', about) : atOnce(responsible, 'grievance.to-dispatch', about)),
      ]
    case 'SentDown':
      return [
        ...her(state, 'grievance.dispatched', { by: event.to.person.name, org: event.to.name }),
        ...unit(event.to, 'grievance.yours', about),
      ]
    case 'ExtensionAsked':
      return atOnce(responsible, 'grievance.to-extend', about)
    case 'ExtensionRuled':
      return [
        ...(event.ok ? her(state, 'grievance.extended', { at: event.until }) : []),
        ...(has ? unit(has, event.ok ? 'grievance.extension-given' : 'grievance.extension-refused', about) : []),
      ]
    case 'GrievanceSuspended':
      return event.ground === 'reporter'
        ? her(state, 'grievance.waits-for-you', { at: event.until, by: event.by.name })
        : her(state, 'grievance.suspended', { at: event.until })
    case 'GrievanceResumed':
      return has ? unit(has, 'grievance.resumed', about) : []
    case 'Responded':
      return her(state, 'grievance.responded', { by: event.by.name })
    case 'CoAnswered': {
      const org = state.with.find((other) => other.unit.code === event.unit)?.unit.name ?? ''
      return has ? app(has.person.id, 'grievance.co-answered', { ...about, org }) : []
    }
    case 'GrievanceResolved':
      // What another's result answers has been checked there.
      return event.parent ? [] : atOnce(responsible, 'grievance.to-check', about)
    case 'ResultChecked':
      if (event.ok)
        return [
          ...her(state, 'grievance.result'),
          // Who gave no name isn't rung.
          ...(state.anonymity === 'full' || state.exOfficio ? [] : app(responsible.id, 'grievance.to-call', about)),
        ]
      return has ? unit(has, 'grievance.check-failed', about) : app(responsible.id, 'grievance.check-failed', about)
    case 'ReporterCalledBack':
      if (event.responsible) return badly(state, event.responsible, about)
      // The last one closes it, and that is said instead.
      return event.reached || event.last
        ? []
        : her(state, 'grievance.tried', { by: event.by.name, phone: event.by.phone ?? '' })
    case 'GrievanceClosed':
      return event.how === 'by-code'
        ? []
        : her(state, event.how === 'unreached' ? 'grievance.unreached' : 'grievance.closed')
    case 'GrievanceRated': {
      // Before she was rung nobody is named for it yet, but the unit has its working day from now on.
      const whom = event.responsible ?? (event.stars <= WORST ? has?.person : undefined)
      return whom ? badly(state, whom, about) : []
    }
    case 'GrievanceRectified':
      return herself(state, 'grievance.rectified')
    case 'ResultObjected':
      return app(event.responsible?.id, 'grievance.objected', about)
    case 'ObjectionRuled':
      return event.reopen ? [] : herself(state, 'grievance.objection-refused')
    case 'GrievanceReopened':
      return [
        ...her(state, 'grievance.reopened', { by: event.responsible.name }),
        ...atOnce(responsible, 'grievance.to-begin-again', about),
      ]
    case 'GrievanceWithdrawn':
      return event.exOfficio
        ? herself({ ...state, exOfficio: undefined }, 'grievance.ex-officio')
        : withdrawn(state, event, about)
    case 'ResponsibleChanged':
      return app(event.to.id, 'grievance.yours-now', about)
    // Every clock has its ladder: what comes due is told by its paper. What is decided inside is told by what follows.
    case 'ConfirmationReminded': {
      const params: Params = state.confirm ? { at: state.confirm.by } : {}
      return [
        ...her(state, 'grievance.confirm-by', params),
        ...app(state.resolved?.by.id, 'grievance.confirm-by', params),
      ]
    }
    case 'ClockStarted':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockStopped':
    case 'ClockOverdue':
    case 'ClockRecomputed':
    case 'SignedFor':
    case 'ReporterContacted':
    case 'Followed':
    case 'Unfollowed':
    case 'UpperAnswered':
    case 'ShiftChanged':
    case 'GrievanceArchived':
    case 'NoteTaken':
    case 'NumberRevealed':
      return []
  }
}

const WORST = 2

/** A bad rating: the unit, or whoever else puts it right. */
function badly(state: Grievance, whom: PersonRef, about: Params): Told[] {
  const has = holder(state)
  if (!has || has.person.id !== whom.id) return app(whom.id, 'grievance.bad-rating', about)
  // Who isn't told who she is can't ring her: the command seat does.
  return unit(has, 'grievance.bad-rating', isHidden(state) ? { ...about, hidden: 'yes' } : about)
}

/** The unit it has just left. */
function gone(state: Grievance, at: string, template: string, params: Params): Told[] {
  const last = state.hops.at(-1)
  return last?.leftAt === at ? unit(last.unit, template, params) : []
}

function ruled(event: Extract<Step, { type: 'ReturnRuled' }>, state: Grievance, about: Params): Told[] {
  const { decision, main } = event
  if (decision === 'keep') return unit(main, 'grievance.kept', about)
  return [
    ...unit(main, decision === 'force' ? 'grievance.forced' : 'grievance.yours', about),
    ...(decision === 'move' ? her(state, 'grievance.dispatched', { by: main.person.name, org: main.name }) : []),
  ]
}

/** Whoever has it, or answers for it at the command seat; not she herself. */
function withdrawn(state: Grievance, { at, by }: { at: string; by: string }, about: Params): Told[] {
  const last = state.hops.at(-1)
  const left = last?.leftAt === at ? last.unit : undefined
  const letters = [
    ...(left ? unit(left, 'grievance.withdrawn', about) : app(state.responsible.id, 'grievance.withdrawn', about)),
    ...state.with.flatMap((other) => app(`unit:${other.unit.code}`, 'grievance.withdrawn', about)),
  ]
  return letters.filter(({ to }) => to !== by)
}

/** What is worth a subscription message: somebody has it, something is asked of her, or there is a result. */
const SUBSCRIBED: readonly string[] = [
  'grievance.accepted',
  'grievance.incomplete',
  'grievance.declined',
  'grievance.waits-for-you',
  'grievance.extended',
  'grievance.result',
]

/**
 * The person herself, her helper, her kin: whoever she chose; her own account always. Who gave no name, or took it
 * back, is told nothing: her query code is where she looks.
 */
function her(state: Grievance, template: string, params: Params = {}): Told[] {
  const { owner, tell, personal, anonymity, exOfficio } = state
  if (anonymity === 'full' || exOfficio) return []
  // Of what their unit must not hear, whoever wrote it down there hears nothing more.
  const helper = state.helper && isShutOut(state, state.helper) ? undefined : state.helper
  const account = owner && !isCode(owner) ? owner : undefined
  const forHelper = { ...params, reader: 'helper' }
  const chosen = [
    ...app(account, template, params),
    ...(SUBSCRIBED.includes(template) ? wechat(account, template, params) : []),
    ...(account || (helper && !tell.includes('person')) ? [] : sms(numberOf(state), template, params)),
    ...(tell.includes('helper') ? app(helper?.id, template, forHelper) : []),
    ...(tell.includes('kin') ? sms(personal.kin?.phone, template, { ...params, reader: 'kin' }) : []),
  ]
  // Nobody reachable was chosen: whoever entered it is told, rather than nobody; of what is told in secrecy, nobody.
  return chosen.length > 0 || isSecret(state) ? chosen : app(helper?.id, template, forHelper)
}

/** What is hers alone: neither helper nor kin hears it. */
const herself = (state: Grievance, template: string): Told[] =>
  her({ ...state, helper: undefined, tell: ['person'] }, template)
