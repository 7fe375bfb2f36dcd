import { useState } from 'react'
import { type Answer, call } from '@/client/call'
import { asNewDraft, change, type Draft, forgetDraft, type Told, useDraft } from '@/client/draft'
import { productNow } from '@/client/now'
import { places, restart } from '@/client/places'
import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { uploadWords } from '@/words/common'
import { forwards, inputOf, problemsOf, type StepName, stepOf, stepsOf } from './form'
import { agreedVoice, sendFile, signature, storyVoice } from './sending'

export type Unsent = Exclude<Answer<MatterView>, { ok: true }>

/** Sends the draft under its own number as often as it takes; it is forgotten only when the receipt is here. */
export function useSend(onWrong: (step: StepName) => void) {
  const [unsent, setUnsent] = useState<Unsent>()

  function mend(told: Told[]) {
    useDraft.setState({ told })
    const wrong = told.map(({ field }) => stepOf(field))
    const first = stepsOf(useDraft.getState().draft).find((name) => wrong.includes(name)) ?? 'review'
    if (first !== 'review') onWrong(first)
  }

  async function send() {
    setUnsent(undefined)
    const problems = problemsOf(draftNow(), productNow())
    if (problems.length > 0) return mend(problems)
    const left = await sendFiles(draftNow())
    if (left?.message === uploadWords.offline) return setUnsent({ ok: false, offline: true })
    if (left) return mend([{ ...left, code: 'not-sent' }])
    const answer = await submit()
    if (answer.ok) {
      forgetDraft(answer.value)
      await restart(places.receipt, { id: answer.value.id })
      return
    }
    setUnsent(answer)
    if ('invalid' in answer && answer.invalid.length > 0) mend(answer.invalid)
  }

  async function sendAsNew() {
    asNewDraft()
    await send()
  }

  return { send, sendAsNew, unsent }
}

const draftNow = () => useDraft.getState().draft

async function submit(): Promise<Answer<MatterView>> {
  const answer = await call('aid.submit', inputOf(draftNow(), productNow()) as Input<'aid.submit'>)
  const early = 'invalid' in answer && answer.invalid.some(({ field }) => field === 'forwarded.takenAt')
  if (!early) return answer
  // The phone's clock runs ahead of the product's; nobody can mend that, and the moment of sending will do.
  change({ consent: { ...draftNow().consent, takenAt: undefined } })
  return call('aid.submit', inputOf(draftNow(), productNow()) as Input<'aid.submit'>)
}

/** Sends what may still lie only on the phone; photos went before their question was left. The first that fails is told. */
async function sendFiles(draft: Draft) {
  const story = await sendFile(storyVoice)
  if (story) return { field: 'voice', message: story }
  const { kind } = draft.consent
  if (!forwards(draft) || kind === 'witness') return undefined
  const consent = kind === 'voice' ? await sendFile(agreedVoice) : await sendFile(signature)
  return consent ? { field: 'forwarded.consent.fileId', message: consent } : undefined
}
