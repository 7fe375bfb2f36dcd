import { useState } from 'react'
import { type Answer, call } from '@/client/call'
import type { Recording, Told } from '@/client/draft'
import { nextHours } from '@/client/hour-hold'
import type { Kept } from '@/client/kept'
import { places, replace } from '@/client/places'
import { newRequestId } from '@/client/request-id'
import { useSession } from '@/client/session'
import type { VisitDraft } from '@/client/visit'
import type { MatterView, SlotView } from '@/contract/views'
import { uploadWords } from '@/words/common'
import { type Slot, sendFile } from '../apply/sending'
import { filled, inputOf, problemsOf } from './form'

/** Where what she said lies. */
export const visitVoice = ({ now, write }: Kept<VisitDraft>): Slot<Recording> => ({
  get: () => now().voice,
  put: (voice) => write({ voice }),
})

export type Unsent = Exclude<Answer<MatterView>, { ok: true }>

/** Books it under its own number as often as it takes; forgotten only when the answer is here. */
export function useSend(kept: Kept<VisitDraft>, onWrong: (problems: Told[]) => void) {
  const [unsent, setUnsent] = useState<Unsent>()

  async function send() {
    setUnsent(undefined)
    const problems = problemsOf(now())
    if (problems.length > 0) return onWrong(problems)
    const left = await sendFile(visitVoice(kept))
    if (left === uploadWords.offline) return setUnsent({ ok: false, offline: true })
    if (left) return onWrong([{ field: 'voice', code: 'not-sent', message: left }])
    if (!kept.now().requestId) kept.write({ requestId: newRequestId() })
    let answer = await book()
    if (isEnded(answer)) {
      // What was kept ran out on the way; the hour itself may still be free.
      kept.write({ requestId: newRequestId() })
      answer = await book(true)
    }
    if (answer.ok) {
      kept.drop()
      return void (await replace(places.visitMatter, { id: answer.value.id, booked: '1' }))
    }
    // It was heard: another try is another one. Where nobody knows, it must stay the same.
    if (!('offline' in answer || 'fault' in answer || isReused(answer))) kept.write({ requestId: '' })
    if (takenFor(answer)) kept.write({ held: undefined })
    setUnsent(answer)
    if ('invalid' in answer) onWrong(answer.invalid)
  }
  function now() {
    const { me, village } = useSession.getState()
    return filled(kept.now(), me, village)
  }
  function book(withoutHold = false): Promise<Answer<MatterView>> {
    const { id, ...input } = inputOf(now())
    return call('visit.book', withoutHold ? input : { ...input, ...(id && { id }) })
  }
  async function sendAsNew() {
    kept.write({ requestId: newRequestId() })
    await send()
  }

  return { send, sendAsNew, unsent, forget: () => setUnsent(undefined) }
}

const isEnded = (answer: Answer<unknown>) => 'refused' in answer && answer.refused === 'visit.hold-ended'
const isReused = (answer: Answer<unknown>) => 'refused' in answer && answer.refused === 'request.reused'

/** The hours that are offered where the wanted one is somebody else's. */
export const takenFor = (answer: Unsent | undefined): SlotView[] | undefined =>
  answer && 'refused' in answer && answer.refused === 'visit.slot-taken' ? nextHours(answer.detail) : undefined
