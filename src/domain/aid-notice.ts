import { start, stopping } from './aid-clocks'
import type { AidEvent } from './aid-events'
import { byActor } from './aid-review'
import type { TurnCommand } from './aid-turn-types'
import type { Aid, AidGiven } from './aid-types'
import { type Refusal, refuse } from './decider'

/** What comes on paper from court, procuratorate and police (法律援助法 25, 28, 36). */

type Command<T extends TurnCommand['type']> = Extract<TurnCommand, { type: T }>

/**
 * Three days from the day it was received, whoever typed it in later, to find a lawyer and to tell the organ; nothing is
 * examined, nothing promised besides.
 */
export function receiveNotice(command: Command<'ReceiveNotice'>, given: AidGiven): AidEvent[] {
  const { type: _, personal: told, ...notice } = command
  const { now, actor, duty, sounds } = given
  const personal = { ...told, ...(sounds && { sounds }) }
  return [
    { type: 'NoticeReceived', at: now, by: actor.id, ...notice, responsible: duty, personal },
    start('aid.assign', notice.receivedAt, given),
    start('aid.notify', notice.receivedAt, given),
  ]
}

/** The organ knows of the lawyer that there is now. */
export const toldOrgan = ({ criminal, lawyer }: Aid) =>
  criminal?.organTold && lawyer && criminal.organTold.at >= lawyer.at ? criminal.organTold : undefined

/** Whom the court may call stands in the letter to it (法律援助法 36). */
export function tellOrgan(state: Aid, { how }: Command<'TellOrgan'>, given: AidGiven): AidEvent[] | Refusal {
  const { criminal, lawyer } = state
  if (!criminal) return refuse('aid.no-notice')
  if (!lawyer) return refuse('aid.not-assigned')
  const organTold = toldOrgan(state)
  if (organTold)
    return organTold.by.id === given.actor.id
      ? []
      : refuse('matter.changed', { by: organTold.by.name, at: organTold.at })
  return [
    { type: 'OrganTold', at: given.now, by: byActor(given), personal: { how } },
    ...stopping(state, ['aid.notify'], given.now),
  ]
}
