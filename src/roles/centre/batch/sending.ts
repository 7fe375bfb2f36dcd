import { useState } from 'react'
import { useCommand } from '@/client/command'
import { BATCH_SENT, type BatchDone, type BatchItem } from '@/contract/batch-views'

/** What became of a batch: how many were assigned, and of the others why not. */
export type Told = { done: number; missed: { id: string; name: string; message: string }[] }

/**
 * Sends a batch in portions, one after the other. Where the signal goes in between, the portions that were answered
 * stand and are told; the rest is still there to be sent, and goes under its old request id.
 */
export function useSending(onAssigned: (done: readonly string[]) => void) {
  const [told, setTold] = useState<Told>()
  const [sending, setSending] = useState(false)
  let answered: BatchDone['items'] = []
  const { send: sendPortion, wrong } = useCommand('aid.batchAssign', {
    onDone: ({ items }) => {
      answered = [...answered, ...items]
    },
    onRefused: (message) => setTold({ done: 0, missed: [{ id: '', name: '', message }] }),
  })

  async function send(chosen: readonly BatchItem[], why: string): Promise<void> {
    setSending(true)
    answered = []
    const names = new Map(chosen.map(({ matter }) => [matter.id, matter.applicant ?? matter.title]))
    for (let n = 0; n < chosen.length; n += BATCH_SENT) {
      const items = chosen.slice(n, n + BATCH_SENT).map(({ matter, lawyer }) => ({
        id: matter.id,
        lawyer: lawyer.lawyer,
        grant: matter.stage === 'submitted',
      }))
      if (!(await sendPortion({ items, ...(why && { why }) }))) break
    }
    setSending(false)
    if (answered.length === 0) return
    const done = answered.filter((each) => each.done)
    const missed = answered.flatMap((each) =>
      each.done ? [] : [{ id: each.id, name: names.get(each.id) ?? '', message: each.message }],
    )
    setTold({ done: done.length, missed })
    onAssigned(answered.map(({ id }) => id))
  }
  return { send, sending, wrong, told }
}
