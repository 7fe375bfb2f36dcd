import { useRef, useState } from 'react'
import { type Answer, call } from '@/client/call'
import { dropCapsule } from '@/client/capsules'
import type { Told } from '@/client/draft'
import { productNow } from '@/client/now'
import {
  asNewRegistration,
  beganAt,
  fill,
  forgetRegistration,
  leaveToWait,
  type Registration,
  useRegistration,
  wholeMinute,
} from '@/client/register-draft'
import { useSession } from '@/client/session'
import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { asIfSent, keepToWait } from './capsule'
import { sendLost } from './files'
import { inputOf, problemsOf, shownFiles } from './form'
import { askOf, isClerk, onPage } from './question-form'
import { reportedOnPage, reportOf } from './report-form'
import { bookAs, visitedOnPage } from './visit-form'

/** `said`: why it can't wait on this phone. */
export type Unsent = Exclude<Answer<MatterView>, { ok: true }> & { said?: string }

/** Sends the registration under its own number as often as it takes; forgotten only when the reply is here. */
export function useSend(onWrong: (problems: readonly Told[]) => void) {
  const [unsent, setUnsent] = useState<Unsent>()
  const [sending, setSending] = useState(false)
  const busy = useRef(false)

  async function send() {
    // Enter and the button may both be pressed.
    if (busy.current) return
    setUnsent(undefined)
    // What a helper takes down without a signal may wait with its files: only a clerk's must have arrived before.
    const waits = !isClerk(roleNow())
    const asked = waits ? asIfSent(draftNow()) : draftNow()
    const problems = problemsOf(asked, roleNow(), productNow())
    if (problems.length > 0) return onWrong(problems)
    // From now on it is fixed when it began: a retry must say the same.
    const { takenAt = waits ? wholeMinute(productNow()) : undefined } = draftNow()
    fill({ callFrom: beganAt(draftNow()), takenAt })
    busy.current = true
    setSending(true)
    const answer = await (waits ? throughOrNot() : sendNow())
    const said = 'offline' in answer && waits ? await keepToWait(draftNow(), roleNow()) : undefined
    busy.current = false
    setSending(false)
    if ('offline' in answer && waits && !said) return leaveToWait()
    await ended(said ? { ...answer, said } : answer)
  }

  async function ended(answer: Answer<MatterView> & { said?: string }) {
    const { kind, capsule } = draftNow()
    if (answer.ok) {
      forgetRegistration(answer.value)
      if (capsule) await dropCapsule(capsule)
      return
    }
    // It had a signal: sent once more it is taken down then.
    if (!('offline' in answer || 'fault' in answer) && !capsule) fill({ takenAt: undefined })
    setUnsent(answer)
    if (!('invalid' in answer)) return
    const invalid = answer.invalid.map(namedAs[kind])
    useRegistration.setState({ told: invalid })
    onWrong(invalid)
  }

  async function sendAsNew() {
    asNewRegistration()
    await send()
  }

  return { send, sendAsNew, sending, unsent }
}

const draftNow = () => useRegistration.getState().draft

/** First the files that there was no signal for; while one of them waits, so does the rest. */
async function throughOrNot(): Promise<Answer<MatterView>> {
  await sendLost()
  const left = shownFiles(draftNow(), roleNow()).filter(({ fileId }) => !fileId)
  if (left.some(({ lost }) => lost)) return { ok: false, offline: true }
  // Heard, and not taken: what is wrong with it stands at the file.
  const [refused] = left.length > 0 ? problemsOf(draftNow(), roleNow(), productNow()) : []
  if (refused) return { ok: false, now: productNow(), invalid: [refused] }
  const answer = await sendNow()
  const early = 'invalid' in answer && answer.invalid.some(({ field }) => field === 'forwarded.takenAt')
  if (!early) return answer
  // The phone's clock runs ahead of the product's; nobody can mend that, and the moment of sending will do.
  fill({ takenAt: undefined })
  return sendNow()
}

const sendNow = () => sendAs[draftNow().kind](draftNow())

const roleNow = () => useSession.getState().me?.acting.role

const sendAs: Record<Registration['kind'], (draft: Registration) => Promise<Answer<MatterView>>> = {
  question: (draft) => call('question.ask', askOf(draft, roleNow())),
  grievance: (draft) => call('grievance.submit', reportOf(draft, roleNow())),
  visit: (draft) => bookAs(draft, roleNow()),
  aid: (draft) => call('aid.submit', inputOf(draft, roleNow()) as Input<'aid.submit'>),
}

/** The wire's names of what is wrong, as the page's fields are called. */
const namedAs: Record<Registration['kind'], (problem: Told) => Told> = {
  question: onPage,
  grievance: reportedOnPage,
  visit: visitedOnPage,
  aid: (problem) => problem,
}
