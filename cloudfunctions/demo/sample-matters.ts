import type { MatterView, Reply } from '@/contract/views'
import { after, type Instant, msOfDuration } from '@/domain/time'
import type { Sample, Step } from './sample-steps'
import { samples } from './samples'

/** Sends one action as one person, through the product's own door. */
export type Send = (as: string, action: string, input: unknown) => Promise<Reply<unknown>>

export type Told = { label: string; matter?: string; stage?: string; stopped?: { action: string; by: string } }

const REVIEWER = 'gao'

/**
 * Tells the sample matters through the pipeline that people use. A story that is refused a step ends there and says
 * where: a demonstration with seven matters is better than a server that doesn't start.
 */
export async function playSamples(send: Send, stories: readonly Sample[] = samples): Promise<Told[]> {
  const told: Told[] = []
  for (const story of stories) told.push(await tell(send, story))
  return told
}

async function tell(send: Send, { label, steps }: Sample): Promise<Told> {
  const told: Told = { label }
  for (const [n, step] of steps.entries()) {
    const stop = (by: string): Told => ({ ...told, stopped: { action: step.action, by } })
    const as = step.as === 'lawyer' || step.as === 'offered' ? await whose(send, told.matter, step.as) : step.as
    if (!as) return stop('nobody-holds-it')
    const on = told.matter === undefined ? {} : { id: told.matter }
    const input = { ...step.input, ...on, ...(await began(send, step)), requestId: `sample-${label}-${n}` }
    const reply = await send(as, step.action, input)
    if (!reply.ok) return stop(reasonOf(reply))
    const { id, stage } = reply.value as MatterView
    Object.assign(told, { matter: told.matter ?? id, stage })
  }
  return told
}

/** Asked of the centre, which sees who holds a matter, or was asked to, even when whoever left it no longer may. */
async function whose(send: Send, matter: string | undefined, as: 'lawyer' | 'offered'): Promise<string | undefined> {
  const reply = await send(REVIEWER, 'matter.get', { id: matter })
  if (!reply.ok) return undefined
  const { lawyer, taker, offers } = (reply.value as MatterView).detail
  return as === 'offered' ? offers?.[0]?.person : (lawyer?.id ?? taker?.id)
}

/** The product's clock is the door's to know: any reply carries it. */
async function began(send: Send, step: Step): Promise<{ callFrom?: Instant }> {
  const ago = step.began && msOfDuration(step.began)
  if (!ago) return {}
  const { now } = await send(step.as, 'session.me', {})
  return { callFrom: after(now, -ago) }
}

function reasonOf(reply: Exclude<Reply<unknown>, { ok: true }>): string {
  if ('refused' in reply) return reply.refused
  if ('invalid' in reply) return reply.invalid.map(({ field, code }) => `${field} ${code}`).join(', ')
  return `fault ${reply.fault}`
}
