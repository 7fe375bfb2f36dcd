import type { PersonRef } from './decider'
import { isSecret } from './grievance-permission'
import type { Grievance } from './grievance-types'
import { COMMAND_SEAT } from './ladder-papers'
import type { LadderEvent, PaperRef, Rung } from './ladder-types'
import type { Notice } from './notice'

type Told = Omit<Notice, 'at' | 'lateBy'>
type Params = Record<string, string>

/** What 三单一函 tell: whom they are addressed to, the unit's head, the leaders who sign. */
export function ladderNotices(event: LadderEvent, state: Grievance): Told[] {
  const paper = 'type' in event && typeof event.paper === 'object' ? event.paper : find(state, event.paper as string)
  if (!paper) return []
  const about = paramsOf(state, paper)
  switch (event.type) {
    case 'PaperIssued':
      return addressees(paper, ISSUED[paper.rung], about)
    case 'PaperDrafted':
      // A 移交函 takes two of them: whoever comes first signs first.
      if (paper.rung === 'transfer') return app(EVERY_LEADER, DRAFTED.transfer, about)
      return event.before ? app(event.before.id, DRAFTED[paper.rung], about) : []
    case 'PaperSigned':
      return event.n === undefined
        ? app(EVERY_LEADER, DRAFTED[paper.rung], about)
        : addressees(paper, ISSUED[paper.rung], about)
    case 'PaperReplied':
      return signers(paper, event.by).flatMap((id) => app(id, 'grievance.paper-replied', about))
    case 'PaperCancelled':
      // What was never issued nobody has to be told of.
      return paper.issuedAt ? addressees(paper, 'grievance.paper-cancelled', about) : []
    case 'PaperReceived':
      return []
  }
}

/** The pipeline knows who they are. */
const EVERY_LEADER = 'role:supervisor'
const ISSUED: Record<Rung, string> = {
  remind: 'grievance.remind',
  urge: 'grievance.urge',
  supervise: 'grievance.supervise',
  transfer: 'grievance.transfer',
}
const DRAFTED: Record<Rung, string> = {
  remind: 'grievance.to-sign',
  urge: 'grievance.to-sign',
  supervise: 'grievance.to-sign',
  transfer: 'grievance.to-sign-twice',
}

const find = ({ papers }: Grievance, id: string): PaperRef | undefined => papers.find((paper) => paper.id === id)

function paramsOf(state: Grievance, { clock, until }: PaperRef): Params {
  const where: Params = isSecret(state) ? { secret: 'yes' } : { topic: state.topic, place: state.place.text }
  return { ...where, clock, ...(until && { at: until }) }
}

const app = (to: string | undefined, template: string, params: Params): Told[] =>
  to ? [{ to, channel: 'app', template, params }] : []

/** To whom it is written, everybody of the unit, and who has a copy; whoever stands at the command seat alone. */
function addressees({ to, unit, copy }: PaperRef, template: string, params: Params): Told[] {
  return [
    ...(unit.code === COMMAND_SEAT ? [] : app(`unit:${unit.code}`, template, params)),
    ...app(to.id, template, params),
    { to: to.id, channel: 'wechat', template, params },
    ...app(copy?.id, template, { ...params, copy: 'yes' }),
  ]
}

const signers = ({ signs }: PaperRef, by: PersonRef): string[] =>
  [...new Set(signs.map((sign) => sign.by.id))].filter((id) => id !== by.id)
