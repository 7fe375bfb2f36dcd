import { cancelling, start, stopping } from './aid-clocks'
import type { AidCommand } from './aid-commands'
import type { AidEvent } from './aid-events'
import { byActor } from './aid-review'
import type { Aid, AidGiven } from './aid-types'
import { type Refusal, refuse } from './decider'
import { toCallBack } from './desk'
import { running } from './matter'
import { HOUR, msBetween } from './time'

/** After the lawyer's word: the centre checks it, the person rates it, and what was bad is put right. */

type Command<T extends AidCommand['type']> = Extract<AidCommand, { type: T }>

export function reviewClose(state: Aid, command: Command<'ReviewClose'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor } = given
  if (state.reviewed && state.stage !== 'closing') {
    const { by, at, ok } = state.reviewed
    if (by.id === actor.id && ok === command.ok) return []
    // Passed or returned: of two reviewers the second learns who was first.
    if (by.id !== actor.id || state.stage === 'closed') return refuse('matter.changed', { by: by.name, at })
  }
  if (state.stage !== 'closing') return refuse('aid.not-closing')
  if (state.owner === actor.id) return refuse('aid.own-application')
  if (!command.ok && !command.why) return refuse('aid.why-missing')
  const sampled = command.ok && drawn(state, given)
  return [
    {
      type: 'CloseReviewed',
      at: now,
      by: byActor(given),
      ok: command.ok,
      ...(sampled && { sampled }),
      personal: { why: command.why },
    },
    ...stopping(state, ['aid.review'], now),
    // Papers that never came are asked for no more.
    ...(command.ok ? cancelling(state, now, ['aid.regularise', 'aid.supplement']) : []),
    ...(command.ok ? [] : [start('aid.progress', now, given, state)]),
  ]
}

/** Who has no account of her own can't rate, so she is always rung; of the others one in so many. */
const drawn = ({ owner, for: whom, personal }: Aid, { draw, policy }: AidGiven): boolean =>
  personal.applicant.phone !== undefined &&
  (owner === undefined || whom === 'other' || (draw ?? 1) < 1 / policy['aid.sampleOneIn'])

/** Five levels, by the person herself, once. */
export function rate(state: Aid, { stars, text }: Command<'RateAid'>, given: AidGiven): AidEvent[] | Refusal {
  if (state.stage !== 'closed') return refuse('aid.not-closed-yet')
  // Whoever asked for another isn't the one who was helped: that one is rung.
  if (state.owner !== given.actor.id || state.for === 'other') return refuse('aid.not-yours-to-rate')
  if (state.rating?.how === 'self')
    return state.rating.stars === stars && state.personal.ratingText === text ? [] : refuse('aid.already-rated')
  return rated(state, { stars, how: 'self', text, by: given.actor.id }, given)
}

type Rating = { stars: number; how: 'self' | 'call'; text?: string | undefined; by?: string }
const BAD = 2

function rated(state: Aid, { stars, how, text, by }: Rating, given: AidGiven): AidEvent[] {
  const { now, duty } = given
  const fresh = stars <= BAD && !running(state.clocks, 'grievance.rectify')
  return [
    {
      type: 'AidRated',
      at: now,
      ...(by && { by }),
      stars,
      how,
      ...(fresh && { responsible: duty }),
      personal: { ...(text && { text }) },
    },
    ...(fresh ? rectifying(state, given) : []),
  ]
}

const RECTIFY = ['grievance.rectify.contact', 'grievance.rectify']
const rectifying = (state: Aid, given: AidGiven): AidEvent[] =>
  RECTIFY.map((code) => start(code, given.now, given, state))

/** Whoever passed the closing report doesn't ask how it was. */
export function calledBack(state: Aid, command: Command<'ReportCallBack'>, given: AidGiven): AidEvent[] | Refusal {
  const { reached, stars, note } = command
  if (state.stage !== 'closed' || !state.sampled) return refuse('aid.no-call-back')
  const { tries } = state.personal
  const spoke = tries.find((each) => each.reached)
  if (spoke)
    return spoke.by.id === given.actor.id && reached && spoke.stars === stars
      ? []
      : refuse('matter.changed', { by: spoke.by.name, at: spoke.at })
  const last = tries.at(-1)
  if (last && msBetween(last.at, given.now) < HOUR) return refuse('aid.try-later')
  if (!toCallBack(state)) return refuse('aid.no-call-back')
  if (state.owner === given.actor.id) return refuse('aid.own-application')
  if (state.reviewed?.by.id === given.actor.id) return refuse('aid.another-calls-back')
  if (reached && !stars) return refuse('aid.rating-missing')
  // What she said herself stands; a bad word since then is put right all the same.
  const own = state.rating !== undefined
  const bad = own && stars !== undefined && stars <= BAD && !running(state.clocks, 'grievance.rectify')
  return [
    {
      type: 'CalledBack',
      at: given.now,
      by: byActor(given),
      reached,
      ...(stars && { stars }),
      ...(bad && { responsible: given.duty }),
      personal: { ...(note && { note }) },
    },
    ...(bad ? rectifying(state, given) : []),
    ...(reached && stars && !own ? rated(state, { stars, how: 'call', text: note }, given) : []),
  ]
}

export function rectified(state: Aid, { text }: Command<'ReportRectified'>, given: AidGiven): AidEvent[] | Refusal {
  if (!running(state.clocks, 'grievance.rectify')) {
    const done = state.rectified
    if (!done) return refuse('aid.nothing-to-rectify')
    return done.by.id === given.actor.id ? [] : refuse('matter.changed', { by: done.by.name, at: done.at })
  }
  if (state.owner === given.actor.id) return refuse('aid.own-application')
  if (running(state.clocks, 'grievance.rectify.contact')) return refuse('aid.speak-first')
  return [
    { type: 'AidRectified', at: given.now, by: byActor(given), personal: { text } },
    ...stopping(state, ['grievance.rectify'], given.now),
  ]
}
