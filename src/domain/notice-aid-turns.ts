import type { TurnEvent } from './aid-turn-types'
import type { Aid } from './aid-types'
import { never } from './decider'
import { app, houseOf, person, sms, type Told } from './notice-whom'

/** What a turn in its course tells to whom. */
export function toldOfTurn(event: TurnEvent, matter: Aid): Told[] {
  const { topic, responsible, lawyer } = matter
  switch (event.type) {
    case 'NoticeReceived':
      return [
        ...app(responsible.id, 'aid.notice-to-assign', { topic }),
        ...(matter.helper?.id === responsible.id ? [] : app(matter.helper?.id, 'aid.notice-received', {})),
      ]
    case 'AidUrgent':
      // The day runs out: it goes to the telephone as well.
      return [...app(event.to.id, 'aid.urgent', { topic }), ...sms(event.to.phone, 'aid.urgent', { topic })]
    case 'AidProvidedFirst':
      return person(matter, 'aid.provided-first')
    case 'LeaveAsked':
      return app(event.to.id, 'aid.leave-to-rule', { lawyer: event.lawyer.name, topic })
    case 'ChangeAsked':
      return app(event.to.id, 'aid.change-to-rule', { topic })
    case 'AidSuspended':
      return person(matter, 'aid.suspended')
    case 'AidTerminated':
      return [
        ...person(matter, 'aid.terminated'),
        ...app(lawyer?.ref.id, 'aid.terminated-yours', { topic }),
        ...app(lawyer?.ref.unit && houseOf(lawyer.ref.unit), 'aid.terminated-yours', { topic }),
      ]
    case 'AidObjected':
      return app(event.to.id, 'aid.to-rule', { topic })
    case 'ObjectionRuled':
      return [
        ...person(matter, 'aid.ruled', { decision: event.decision }),
        ...(event.to ? app(event.to.id, 'aid.find-lawyer', { topic }) : []),
      ]
    case 'PromiseDoubted':
      return app(event.to.id, 'aid.doubt-to-rule', { topic })
    case 'DoubtRuled':
      return app(matter.doubted?.by.id, 'aid.doubt-ruled', { topic })
    case 'NearAsked':
      return app(event.to.id, 'aid.near-to-check', { lawyer: event.lawyer.name, topic })
    case 'NearChecked':
      return event.same ? app(event.lawyer.id, 'aid.replaced', { topic }) : []
    case 'OrganTold':
    case 'AidRegularised':
    case 'AidResumed':
    case 'CaseEnded':
    case 'TerminationTold':
      return []
    default:
      return never(event)
  }
}
