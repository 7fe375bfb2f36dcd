import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import type { TestServer } from '../support/server'
import { at, east, forOther } from './given'
import { ditch, inCommand } from './grievance-given'
import { about, onDuty } from './question-given'
import { form, hours, WEDNESDAY, withPlans } from './visit-given'

/** 帮人办 by every door: the village secretary enters one of each kind for somebody without a phone of her own. */

type Forwarded = NonNullable<Input<'aid.submit'>['forwarded']>
export const agreed: Forwarded = { consent: { kind: 'witness', name: '邻居陈' }, tell: ['person', 'helper'] }
const her = { name: '乌群众', phone: '13900000077' }

export type Door = {
  kind: string
  county: () => Promise<TestServer>
  /** As the door takes it; `forwarded: undefined` leaves it out. */
  form: (county: TestServer, more: { topic?: string; forwarded?: object | undefined }) => Promise<object>
  action: 'aid.submit' | 'question.ask' | 'grievance.submit' | 'visit.book'
  /** Who has it, and who rates it by herself. */
  rate: string
  /** Somebody of those who have it or lead it. */
  staff: string
}
const said = (forwarded: object | undefined) => (forwarded ? { forwarded } : {})

export const doors: Door[] = [
  {
    kind: 'aid',
    action: 'aid.submit',
    county: () => at(WEDNESDAY),
    form: async (_, { topic = 'wages', forwarded }) => {
      const { forwarded: _f, ...rest } = forOther({}, { matter: topic as 'wages', route: 'proof' })
      return { ...rest, ...said(forwarded) }
    },
    rate: 'aid.rate',
    staff: 'gao',
  },
  {
    kind: 'question',
    action: 'question.ask',
    county: () => onDuty('09:00:00'),
    form: async (_, { topic = 'wages', forwarded }) => ({
      ...about({ topic: topic as 'wages', ...her }),
      ...said(forwarded),
    }),
    rate: 'question.helped',
    staff: 'gao',
  },
  {
    kind: 'grievance',
    action: 'grievance.submit',
    county: () => inCommand('09:00:00'),
    form: async (_, { topic = 'water', forwarded }) => ({
      ...ditch({ topic: topic as 'water', reporter: her }),
      ...said(forwarded),
    }),
    rate: 'grievance.rate',
    staff: 'lu',
  },
  {
    kind: 'visit',
    action: 'visit.book',
    county: () => withPlans(WEDNESDAY),
    form: async (county, { topic = 'wages', forwarded }) => ({
      ...form({ village: east, topic: topic as 'wages', ...her }),
      slot: (await hours(county))[0]?.slot,
      ...said(forwarded),
    }),
    rate: 'visit.rate',
    staff: 'gao',
  },
]

type More = { topic?: string; forwarded?: object | undefined; who?: string; besides?: object }
export const sent = async (door: Door, county: TestServer, { who = 'zhou', besides, ...more }: More) =>
  county.ask(who, door.action, { ...(await door.form(county, more)), ...besides } as never)

export async function entered(door: Door, county: TestServer, more: More = {}): Promise<MatterView> {
  const { body } = await sent(door, county, { forwarded: agreed, ...more })
  if (!body.ok) throw new Error(JSON.stringify(body))
  return body.value as MatterView
}
