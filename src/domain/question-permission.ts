import type { Actor } from './decider'
import type { Standing } from './permission'
import { isLive } from './question-offers'
import type { Question } from './question-types'

/** How an actor stands to a question: who has it or has to ring comes before what else he is. */
export function standsToQuestion(matter: Question, actor: Actor): Standing | undefined {
  switch (actor.role) {
    case 'resident':
    case 'visitor':
      return matter.owner === actor.id ? 'applicant' : undefined
    case 'village':
    case 'guide':
    case 'department':
      return matter.helper?.id === actor.id ? 'helper' : undefined
    case 'lawyer':
    case 'town':
    case 'centre':
    case 'command':
      return atWork(matter, actor)
    case 'supervisor':
      // Where nobody of the centre leads it, the call is his.
      return matter.routed?.to.id === actor.id && matter.stage === 'routed' ? 'caller' : 'supervisor'
    case 'system':
      return 'time'
    default:
      return undefined
  }
}

function atWork({ routed, stage, taker, offers, helper, owner }: Question, { id, role }: Actor): Standing | undefined {
  // Her own question is answered by another, whatever she is besides.
  if (owner === id) return undefined
  if (routed?.to.id === id && stage !== 'taken') return 'caller'
  if (taker?.ref.id === id) return 'taker'
  // The centre sees every question: being asked takes nothing from it.
  if (role === 'centre') return 'centre'
  if (offers.some((offer) => offer.to.id === id && isLive(offer))) return 'offered'
  if (helper?.id === id) return 'helper'
  return role === 'command' ? undefined : 'colleague'
}

/** What is done isn't offered again, and what only the other side may do isn't offered to this one. */
export function sensibleForQuestion(action: string, matter: Question, actor: Actor): boolean {
  const { taker, stage, owner, personal, routed } = matter
  const own = (id: string | undefined) => id === actor.id
  switch (action) {
    case 'question.take':
      // Beside a taker somebody is asked only when he is silent.
      return !own(taker?.ref.id) && (stage === 'open' || matter.offers.some(isLive))
    case 'question.pass':
      return own(taker?.ref.id) || matter.offers.some((offer) => own(offer.to.id) && isLive(offer))
    case 'question.answer':
      return own(taker?.ref.id) || own(routed?.to.id)
    case 'question.ringLater':
      return (owner === undefined || own(owner)) && (stage !== 'routed' || routed?.chosen !== true)
    case 'question.withdraw':
      return owner === undefined || own(owner)
    case 'question.helped':
      return matter.helped === undefined && (owner === undefined || own(owner))
    case 'question.declareHire':
      return personal.hire === undefined
    case 'matter.callLog':
      return matter.open && personal.asker.phone !== undefined
    case 'matter.note':
      return matter.open
    case 'matter.reassign':
      return stage === 'routed'
    default:
      return true
  }
}
