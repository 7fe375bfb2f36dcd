import { decidedIt, objectedBefore } from './aid-ending'
import { nearQuestion } from './aid-near'
import { toldOrgan } from './aid-notice'
import { toRule } from './aid-review'
import { type Aid, holdsLawyer, leftToCentre, owesLater } from './aid-types'
import type { Actor } from './decider'
import { toCallBack } from './desk'
import type { Standing } from './permission'

/** How an actor stands to an application for legal aid. */
export function standsToAid(matter: Aid, actor: Actor): Standing | undefined {
  switch (actor.role) {
    case 'resident':
      return matter.owner === actor.id ? 'applicant' : undefined
    case 'village':
    case 'guide':
    case 'town':
    case 'department':
      return matter.helper?.id === actor.id ? 'helper' : undefined
    case 'lawyer':
      if (matter.lawyer?.ref.id !== actor.id) return undefined
      return matter.lawyer.conflict === 'clear' ? 'lawyer' : 'proposed'
    case 'organisation':
      return actor.unit !== undefined && matter.lawyer?.ref.unit === actor.unit ? 'organisation' : undefined
    case 'centre':
    case 'supervisor':
      return actor.role
    case 'system':
      return 'time'
    default:
      return undefined
  }
}

/** The rule inside a stage: first the conflict question, then the matter; what is done isn't offered again. */
export function sensibleForAid(action: string, matter: Aid, actor: Actor): boolean {
  const { lawyer, owner, personal } = matter
  const clear = lawyer?.conflict === 'clear'
  const runs = (code: string) => matter.clocks.some((c) => c.code === code && c.state !== 'stopped')
  switch (action) {
    case 'aid.conflictAnswer':
      return lawyer?.conflict === 'asked'
    case 'aid.ruleChange': {
      const asked = toRule(matter)
      return asked !== undefined && (asked === 'leaving') === (actor.role === 'supervisor') && owner !== actor.id
    }
    case 'aid.nearAnswer':
      return nearQuestion(matter) !== undefined && owner !== actor.id
    case 'aid.documentSigned':
      return actor.role !== 'resident' || holdsLawyer(matter)
    case 'aid.organTold':
      return matter.criminal !== undefined && !toldOrgan(matter)
    case 'aid.regularise':
      return owesLater(matter) && owner !== actor.id
    case 'aid.leave':
      return lawyer?.conflict !== 'frozen' && !matter.leaving
    case 'aid.changeLawyer':
      return !matter.changeAsked && !matter.criminal && (owner === undefined || owner === actor.id)
    case 'aid.suspend':
      return clear && !matter.suspended && runs('aid.progress')
    case 'aid.resume':
      return matter.suspended !== undefined
    case 'aid.ended':
      return clear && !matter.ended
    case 'aid.terminationTold':
      return matter.terminated !== undefined && !matter.terminated.told
    case 'aid.object':
      return !objectedBefore(matter) && (owner === undefined || owner === actor.id)
    case 'aid.rule':
      return owner !== actor.id && !decidedIt(matter).includes(actor.id)
    case 'aid.falsePromise':
      return matter.route === 'promise' && owner !== actor.id && (!matter.doubted || matter.doubted.ruled !== undefined)
    case 'aid.ruleFalsePromise':
      return (
        matter.doubted !== undefined && !matter.doubted.ruled && matter.doubted.by.id !== actor.id && owner !== actor.id
      )
    case 'aid.supplement':
      return matter.stage === 'supplementing' || (owesLater(matter) && matter.timesAsked > 0)
    case 'aid.confirm':
      return !matter.confirmed && lawyer?.conflict !== 'frozen'
    case 'aid.swapInside':
      return lawyer?.conflict !== 'frozen'
    case 'aid.candidates':
      return actor.role === 'organisation' ? holdsLawyer(matter) : !holdsLawyer(matter)
    case 'matter.callLog':
      if (personal.applicant.phone === undefined || (leftToCentre(matter) && actor.role === 'lawyer')) return false
      return matter.open || toCallBack(matter)
    case 'matter.note':
      return matter.open && !(leftToCentre(matter) && actor.role === 'lawyer')
    case 'matter.reassign':
      return owner !== actor.id && matter.open && matter.responsible.id !== lawyer?.ref.id
    // An organ's notice is no application that somebody could take back: it ends by article 48.
    case 'aid.withdraw':
      return !matter.criminal && (owner === undefined || owner === actor.id)
    case 'aid.supplementList':
      return (
        owner !== actor.id &&
        (matter.timesAsked === 0 || actor.role === 'supervisor') &&
        (matter.stage === 'submitted' || matter.stage === 'supplementing' || owesLater(matter))
      )
    case 'aid.grant':
    case 'aid.provideFirst':
    case 'aid.terminate':
    case 'aid.refuse':
    case 'aid.transfer':
    case 'aid.assign':
    case 'aid.reviewClose':
      return owner !== actor.id
    case 'aid.confirmRefusal':
      return owner !== actor.id && matter.refusal?.by.id !== actor.id
    case 'aid.deemedWithdrawn':
      return (
        owner !== actor.id &&
        matter.clocks.some((c) => c.code === 'aid.supplement' && c.state === 'running' && c.overdueNoted === true)
      )
    case 'aid.renumber':
      return owner !== actor.id && matter.numbers?.some(({ cancelled }) => !cancelled) === true
    case 'aid.rate':
      return matter.for !== 'other' && matter.rating?.how !== 'self'
    case 'aid.calledBack':
      return toCallBack(matter) && matter.reviewed?.by.id !== actor.id && owner !== actor.id
    case 'aid.rectified':
      return runs('grievance.rectify') && !runs('grievance.rectify.contact') && owner !== actor.id
    case 'aid.take':
    case 'aid.report':
    case 'aid.close':
      return clear
    case 'aid.contacted':
      return actor.role === 'centre'
        ? runs('grievance.rectify.contact') && owner !== actor.id
        : clear && runs('aid.contact')
    case 'aid.signed':
      return clear && runs('aid.sign')
    default:
      return true
  }
}
