import type { AidTurnsView } from '@/contract/aid-turn-views'
import type { Sourced } from '@/domain/aid-law'
import { nearQuestion } from '@/domain/aid-near'
import { toldOrgan } from '@/domain/aid-notice'
import type { Aid } from '@/domain/aid-types'
import { limitationOf } from '@/domain/limitation'
import { mattersOf } from '@/domain/near'
import type { Part } from '@/domain/sight'
import { remedyText } from '@/words/aid'
import { afterRulingText, firstGroundTexts, leaveCauseTexts, noticeGroundTexts, organTexts } from '@/words/aid-turns'
import { nearLookedAt, nearText } from '@/words/near'
import { articleName, articleText } from '@/words/screening'
import type { World } from './world'

/** What turned its course, part by part: the view table says who sees which. */

type Sees = (part: Part) => boolean
type Done = { at: string; by: { name: string } }

export const turnsOf = (world: World, state: Aid, sees: Sees): AidTurnsView => ({
  ...(sees('story') && begunBy(world, state, sees('matching'))),
  ...(sees('notes') && nearOf(state, sees)),
  ...(sees('matching') && weighed(world, state)),
  ...(sees('notes') && askedToGo(world, state)),
  ...(sees('lawyer') && state.replaced && { replaced: { at: state.replaced.at } }),
  ...(sees('decision') && provided(state)),
  ...(sees('reports') && courtOf(state)),
  ...(sees('handover') && terminatedOf(state)),
  ...(sees('remedies') && remediesOf(state)),
})

/** Where it stands; what wasn't compared with the text says so. */
const basisOf = ({ source, certainty }: Sourced) => ({ basis: { source, certain: certainty === 'verified' } })

const done = ({ at, by }: Done) => ({ at, by: by.name })

/** Which matters to compare with is for the centre and those above it; he learns that it is looked at. */
function nearOf(state: Aid, sees: Sees): AidTurnsView {
  const asked = nearQuestion(state)
  if (!asked) return {}
  const { at, to, hits } = asked
  if (!sees('matching')) return { near: { at, text: nearLookedAt } }
  return { near: { at, text: nearText(hits), to: to.name, matters: mattersOf(hits) } }
}

function begunBy({ aidLaw }: World, state: Aid, amongStaff: boolean): AidTurnsView {
  const { criminal, custody, groupClaim, personal } = state
  const told = toldOrgan(state)
  return {
    ...(criminal && {
      notice: {
        organ: criminal.organ,
        organText: organTexts[criminal.organ],
        organName: personal.criminal?.organName ?? organTexts[criminal.organ],
        ground: criminal.ground,
        groundText: noticeGroundTexts[criminal.ground],
        ...(amongStaff && basisOf(aidLaw.notices[criminal.ground])),
        ...(personal.criminal && { offence: personal.criminal.offence }),
        receivedAt: criminal.receivedAt,
        ...(told ? { told: done(told) } : criminal.organTold && { toldBefore: true as const }),
      },
    }),
    ...(custody && { custody }),
    ...(groupClaim && { groupClaim: { count: groupClaim.count, nth: groupClaim.nth } }),
    ...(personal.employment && { employment: personal.employment }),
  }
}

/** What staff weigh among themselves. */
function weighed({ limitations }: World, state: Aid): AidTurnsView {
  const { urgent, lastLeft, doubted, personal } = state
  const limit = limitationOf(state, limitations)
  return {
    ...(limit && {
      limitation: {
        day: limit.day,
        from: limit.from,
        source: limit.row.source,
        certain: limit.row.certainty === 'verified',
        ...(limit.row.toConfirm && { toConfirm: limit.row.toConfirm }),
      },
    }),
    ...(urgent && {
      urgent: {
        at: urgent.at,
        ...(urgent.day && { day: urgent.day }),
        ...(urgent.toPreserve && { toPreserve: true }),
      },
    }),
    ...(lastLeft && {
      lastLeft: {
        ...done(lastLeft),
        causeText: leaveCauseTexts[lastLeft.cause],
        ...(!state.leaving && personal.leaveWhy && { why: personal.leaveWhy }),
      },
    }),
    ...(doubted && {
      doubt: {
        ...done(doubted),
        to: doubted.to.name,
        what: personal.doubt ?? '',
        ...(doubted.ruled && {
          ruled: { ...done(doubted.ruled), found: doubted.ruled.found, why: personal.doubtRuling ?? '' },
        }),
      },
    }),
  }
}

/** Between him and the centre. */
const askedToGo = ({ aidLaw }: World, { leaving, personal }: Aid): AidTurnsView => ({
  ...(leaving && {
    leaving: {
      at: leaving.at,
      cause: leaving.cause,
      causeText: leaveCauseTexts[leaving.cause],
      ...basisOf(aidLaw.leaves[leaving.cause]),
      ...(personal.leaveWhy && { why: personal.leaveWhy }),
    },
  }),
})

function provided({ providedFirst, form, personal }: Aid): AidTurnsView {
  return {
    ...(form && { form }),
    ...(providedFirst && {
      providedFirst: {
        ...done(providedFirst),
        ground: providedFirst.ground,
        groundText: firstGroundTexts[providedFirst.ground],
        ...(personal.firstWhy && { why: personal.firstWhy }),
        ...(providedFirst.regularised && { regularised: done(providedFirst.regularised) }),
      },
    }),
  }
}

const courtOf = ({ suspended, ended }: Aid): AidTurnsView => ({
  ...(suspended && { suspended: { at: suspended.at, ...(suspended.until && { until: suspended.until }) } }),
  ...(ended && { ended: { on: ended.on } }),
})

function terminatedOf({ terminated, personal }: Aid): AidTurnsView {
  if (!terminated) return {}
  const { article, told } = terminated
  const quoted = articleText(article)
  return {
    terminated: {
      ...done(terminated),
      article,
      articleName: articleName(article),
      ...(quoted && { articleText: quoted }),
      why: personal.terminateWhy ?? '',
      ...(told && { told: done(told) }),
      remedy: remedyText,
    },
  }
}

function remediesOf({ changeAsked, changeRuled, objected, ruled, personal }: Aid): AidTurnsView {
  return {
    ...(changeAsked && {
      changeAsked: { at: changeAsked.at, ...(personal.changeWhy && { why: personal.changeWhy }) },
    }),
    // What was ruled on him alone isn't an answer to her.
    ...(changeRuled &&
      (changeRuled.of ?? 'asked') === 'asked' && { changeRuled: { ...done(changeRuled), ok: changeRuled.ok } }),
    ...(objected && { objection: { at: objected.at, why: personal.objection ?? '' }, objectedTo: objected.first }),
    ...(ruled && {
      ruling: {
        ...done(ruled),
        decision: ruled.decision,
        why: personal.ruling ?? '',
        ...(ruled.decision === 'uphold' && { remedy: afterRulingText }),
      },
    }),
  }
}
