import type { PersonRef } from '@/domain/decider'
import { numberOf } from '@/domain/grievance-people'
import type { Matter } from '@/domain/matters'
import type { Quiet } from '@/domain/notice-route'
import { findPerson } from '../circumstances'
import { openMatter } from '../matter-document'
import type { NoticeRecord } from '../outbox'
import { recipientKey } from '../outbox'
import type { World } from '../world'

/** Whom a notice is for: how she wants to be told. A number without an account has said nothing. */
export type Reader = { who: string; phone?: string; ring: boolean; reachable: boolean; quiet?: Quiet }

export const whoOf = ({ root, to }: Pick<NoticeRecord, 'root' | 'to'>): string => root ?? to
export const isNumber = (world: World, to: string): boolean => recipientKey(world, to) !== to

export async function readerOf(world: World, notice: Pick<NoticeRecord, 'root' | 'to'>): Promise<Reader> {
  const who = whoOf(notice)
  const person = isNumber(world, who) ? undefined : await findPerson(world, who)
  const { phone, reachable = true, tellMe } = person ?? {}
  return {
    who,
    reachable,
    ring: tellMe?.ring === true,
    ...(phone && { phone }),
    ...(tellMe?.quiet && { quiet: tellMe.quiet }),
  }
}

/** Her own matter knows the number that she gave for it. */
export function numberIn(state: Matter | undefined, who: string): string | undefined {
  if (!state || state.owner !== who) return undefined
  switch (state.kind) {
    case 'aid':
      return state.for === 'other' ? undefined : state.personal.applicant.phone
    case 'question':
      return state.personal.asker.phone
    case 'grievance':
      return numberOf(state)
    case 'visit':
      return state.personal.visitor.phone
  }
}

export type About = { state?: Matter; responsible?: PersonRef }
export async function matterOf(world: World, id: string): Promise<About> {
  // Letters of the rota and what is answered by SMS tell of nobody's matter.
  if (!/^(aid|question|grievance|visit):/.test(id)) return {}
  const doc = await world.store.get('matters', id)
  if (!doc) return {}
  const { state } = openMatter(doc, world.seal)
  return { state, responsible: state.responsible }
}

/** Where she can be telephoned or written to; of her own record first, since she keeps it. */
export async function numberFor(world: World, notice: NoticeRecord, reader: Reader): Promise<string | undefined> {
  if (isNumber(world, reader.who)) return reader.who
  return reader.phone ?? numberIn((await matterOf(world, notice.matter)).state, reader.who)
}
