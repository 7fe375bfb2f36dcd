import type { Clock } from './clock'
import type { Actor } from './decider'
import { alive, BY_RESULT, CLASS, CONTACT, isRunning, RECTIFY, RESOLVE } from './grievance-clocks'
import { holder, isWithUnit, numberOf, objectedTo, ratedAlready, speaksForHer, workedOnIt } from './grievance-people'
import { isSecret } from './grievance-permission'
import type { Grievance } from './grievance-types'
import type { Rung } from './ladder-types'

type Sensible = (matter: Grievance, actor: Actor) => boolean

/** What is done isn't offered again, nor what the rules would refuse; an action that isn't named is always sensible. */
const sensible: Record<string, Sensible> = {
  'grievance.sendBack': ({ sentBack }) => sentBack === undefined,
  'grievance.complete': (matter, actor) => speaksForHer(matter, actor) || actor.role === 'command',
  'grievance.advice': (matter) => matter.stage !== 'passed-up' || !holder(matter),
  'grievance.dispatch': (matter) => matter.stage !== 'passed-up' || !holder(matter),
  'grievance.sign': ({ main }) => main?.signed === undefined,
  'grievance.return': ({ forced }) => !forced,
  'grievance.passUp': (matter) => holder(matter)?.level !== 'department',
  'grievance.sendDown': (matter) => holder(matter)?.level === 'town',
  'grievance.extend': (matter) =>
    !matter.extension && alive(matter, [...CLASS, RESOLVE]).some((clock) => !clock.overdueNoted),
  'grievance.suspend': (matter) => holder(matter) !== undefined && alive(matter, BY_RESULT).some(mayStandStill),
  // What is merely asked the command seat answers itself; what a unit has, the unit.
  'grievance.resolve': (matter, { role }) => role !== 'command' || !holder(matter),
  'grievance.check': (matter, actor) => !workedOnIt(matter, actor),
  'grievance.callBack': (matter, actor) => !workedOnIt(matter, actor),
  'grievance.rate': (matter, actor) =>
    matter.owner === actor.id && !matter.exOfficio && !ratedAlready(matter) && !workedOnIt(matter, actor),
  'grievance.contacted': (matter) => isRunning(matter, CONTACT),
  'grievance.rectified': (matter) => isRunning(matter, RECTIFY) && !isRunning(matter, CONTACT),
  'grievance.object': (matter, actor) => speaksForHer(matter, actor) && !matter.exOfficio && !objectedTo(matter),
  'grievance.ruleObjection': (matter, actor) =>
    matter.objected !== undefined && !matter.objected.ruled && !workedOnIt(matter, actor),
  'grievance.follow': (matter, actor) => mayPutBeside(matter, actor) && !matter.follows && !isSecret(matter),
  'grievance.unfollow': (matter, actor) => mayPutBeside(matter, actor) && matter.follows !== undefined,
  'grievance.withdraw': (matter, actor) => speaksForHer(matter, actor) && !matter.exOfficio,
  'grievance.upperAnswer': ({ source, upperAnswered }) => source === 'upper' && !upperAnswered,
  'notice.issue': (matter) => alive(matter).some((clock) => BY_HAND.some((rung) => isFree(matter, clock, rung))),
  'notice.sign': ({ papers, clocks }, { id }) =>
    papers.some(
      (paper) =>
        paper.state === 'draft' &&
        !paper.signs.some(({ by }) => by.id === id) &&
        alive({ clocks }, [paper.clock]).some(({ generation }) => generation === paper.generation),
    ),
  'matter.callLog': (matter) => matter.open && numberOf(matter) !== undefined,
  'matter.note': ({ open }) => open,
  'matter.reassign': (matter, { role }) =>
    matter.open && (isWithUnit(matter) || role === 'command' || role === 'supervisor'),
}

export const sensibleForGrievance = (action: string, matter: Grievance, actor: Actor): boolean =>
  sensible[action]?.(matter, actor) ?? true

const mayPutBeside: Sensible = (matter, actor) =>
  !matter.exOfficio && (speaksForHer(matter, actor) || actor.role === 'command')

const mayStandStill = ({ state, limit }: Clock): boolean => state === 'running' && limit.pauses !== 'never'

/** A 移交函 follows a 督办单; the others are anybody's who leads. */
const BY_HAND: readonly Rung[] = ['remind', 'urge', 'supervise']
const isFree = ({ papers }: Grievance, clock: Clock, rung: Rung): boolean =>
  clock.limit.ladder &&
  !papers.some(
    (paper) =>
      paper.clock === clock.code &&
      paper.generation === clock.generation &&
      paper.rung === rung &&
      paper.state !== 'cancelled',
  )
