import { useState } from 'react'
import { type Answer, call } from '@/client/call'
import type { Told } from '@/client/draft'
import { hold } from '@/client/held'
import type { Kept } from '@/client/kept'
import { places, replace } from '@/client/places'
import type { ReportDraft } from '@/client/report'
import { newRequestId } from '@/client/request-id'
import { useSession } from '@/client/session'
import { upload } from '@/client/upload'
import type { MatterView } from '@/contract/views'
import { uploadWords } from '@/words/common'
import { inputOf, isSending, problemsOf, problemsOfWords } from './form'

export type Unsent = Exclude<Answer<MatterView>, { ok: true }>

type Asks = {
  onWrong: (problems: Told[], server?: boolean) => void
  /** Whether she still has to say if it is the same thing as another; then nothing is sent yet. */
  unanswered: () => Promise<boolean>
}

/** Sends the report under its own number as often as it takes; forgotten only when somebody has it. */
export function useSend(kept: Kept<ReportDraft>, { onWrong, unanswered }: Asks) {
  const [unsent, setUnsent] = useState<Unsent>()
  const placeNow = () => (kept.now().place ?? useSession.getState().village)?.code

  async function send() {
    setUnsent(undefined)
    if (problemsOfWords(kept.now(), placeNow()).length === 0) await filesSent(kept)
    const problems = problemsOf(kept.now(), placeNow())
    if (problems.length > 0) return onWrong(problems)
    const left = await sendVoice(kept)
    if (left === uploadWords.offline) return setUnsent({ ok: false, offline: true })
    if (left) return onWrong([{ field: 'voice', code: 'not-sent', message: left }], true)
    if (await unanswered()) return
    if (!kept.now().requestId) kept.write({ requestId: newRequestId() })
    const draft = kept.now()
    const answer = await call('grievance.submit', inputOf(draft, placeNow()))
    if (!answer.ok) {
      setUnsent(answer)
      if ('invalid' in answer) onWrong(answer.invalid, true)
      return
    }
    kept.drop()
    const { value } = answer
    // Where her code stands for her this phone keeps it; otherwise it lies with her matters.
    const signedIn = useSession.getState().me !== undefined
    if (value.code && (!signedIn || draft.knows === 'full')) hold(value, value.code)
    await replace(places.grievance, { id: value.id })
  }

  async function sendAsNew() {
    kept.write({ requestId: newRequestId() })
    await send()
  }

  return { send, sendAsNew, unsent }
}

const LOOKS_MS = 300
const LONGEST_LOOKS = 200

/** She need not watch her photos go: the button waits for them, a minute at most. */
async function filesSent({ now }: Kept<ReportDraft>): Promise<void> {
  for (let looks = 0; looks < LONGEST_LOOKS && isSending(now()); looks++)
    await new Promise((done) => setTimeout(done, LOOKS_MS))
}

const underWay = new Map<string, Promise<string | undefined>>()

/** Sends what was said, unless it is there or under way already; answers in words what went wrong. */
export async function sendVoice(kept: Kept<ReportDraft>): Promise<string | undefined> {
  const { voice } = kept.now()
  if (!voice?.path || voice.fileId) return undefined
  const going = underWay.get(voice.path) ?? uploadVoice(kept, voice.path)
  underWay.set(voice.path, going)
  return going.finally(() => underWay.delete(voice.path))
}

async function uploadVoice({ now, write }: Kept<ReportDraft>, path: string): Promise<string | undefined> {
  const sent = await upload(path)
  // Done anew or taken away meanwhile: what becomes of the old one no longer matters.
  const { voice } = now()
  if (voice?.path === path)
    write({ voice: sent.ok ? { ...voice, state: 'ready', fileId: sent.fileId } : { ...voice, state: 'failed' } })
  return sent.ok ? undefined : sent.message
}
