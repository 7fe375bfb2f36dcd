import type { MatterView, Reply } from '@/contract/views'
import { after, type Instant, msOfDuration } from '@/domain/time'
import { type Sample, type Step, samples } from './samples'

/** Sends one action as one person, through the product's own door. */
export type Send = (as: string, action: string, input: unknown) => Promise<Reply<unknown>>

export type Told = { label: string; matter?: string; stage?: string; stopped?: { action: string; by: string } }

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
  let matter: MatterView | undefined
  for (const [n, step] of steps.entries()) {
    const as = step.as === 'lawyer' ? matter?.detail.lawyer?.id : step.as
    if (!as) return { ...toldOf(label, matter), stopped: { action: step.action, by: 'nobody-holds-it' } }
    const input = { ...step.input, ...(await began(send, step)), requestId: `sample-${label}-${n}` }
    const reply = await send(as, step.action, matter ? { ...input, id: matter.id } : input)
    if (!reply.ok) return { ...toldOf(label, matter), stopped: { action: step.action, by: reasonOf(reply) } }
    matter = reply.value as MatterView
  }
  return toldOf(label, matter)
}

const toldOf = (label: string, matter?: MatterView): Told =>
  matter ? { label, matter: matter.id, stage: matter.stage } : { label }

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
