import { useRef, useState } from 'react'
import { type Answer, call } from '@/client/call'
import type { Told } from '@/client/draft'
import { productNow } from '@/client/now'
import {
  asNewRegistration,
  beganAt,
  fill,
  forgetRegistration,
  type Registration,
  useRegistration,
} from '@/client/register-draft'
import { useSession } from '@/client/session'
import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { inputOf, problemsOf } from './form'
import { askOf, onPage } from './question-form'
import { reportedOnPage, reportOf } from './report-form'
import { bookAs, visitedOnPage } from './visit-form'

export type Unsent = Exclude<Answer<MatterView>, { ok: true }>

/** Sends the registration under its own number as often as it takes; forgotten only when the reply is here. */
export function useSend(onWrong: (problems: readonly Told[]) => void) {
  const [unsent, setUnsent] = useState<Unsent>()
  const [sending, setSending] = useState(false)
  const busy = useRef(false)

  async function send() {
    // Enter and the button may both be pressed.
    if (busy.current) return
    setUnsent(undefined)
    const problems = problemsOf(useRegistration.getState().draft, roleNow(), productNow())
    if (problems.length > 0) return onWrong(problems)
    // From now on it is fixed when it began: a retry must say the same.
    const { draft } = useRegistration.getState()
    fill({ callFrom: beganAt(draft) })
    busy.current = true
    setSending(true)
    const answer = await sendAs[draft.kind](useRegistration.getState().draft)
    busy.current = false
    setSending(false)
    if (answer.ok) return forgetRegistration(answer.value)
    setUnsent(answer)
    if (!('invalid' in answer)) return
    const invalid = answer.invalid.map(namedAs[draft.kind])
    useRegistration.setState({ told: invalid })
    onWrong(invalid)
  }

  async function sendAsNew() {
    asNewRegistration()
    await send()
  }

  return { send, sendAsNew, sending, unsent }
}

const roleNow = () => useSession.getState().me?.acting.role

const sendAs: Record<Registration['kind'], (draft: Registration) => Promise<Answer<MatterView>>> = {
  question: (draft) => call('question.ask', askOf(draft, roleNow())),
  grievance: (draft) => call('grievance.submit', reportOf(draft, roleNow())),
  visit: (draft) => bookAs(draft, roleNow()),
  aid: (draft) => call('aid.submit', inputOf(draft) as Input<'aid.submit'>),
}

/** The wire's names of what is wrong, as the page's fields are called. */
const namedAs: Record<Registration['kind'], (problem: Told) => Told> = {
  question: onPage,
  grievance: reportedOnPage,
  visit: visitedOnPage,
  aid: (problem) => problem,
}
