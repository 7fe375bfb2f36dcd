import { putCapsule } from '@/client/capsule-put'
import { type CapsuleAction, waitingId } from '@/client/capsules'
import { productNow } from '@/client/now'
import type { Registration } from '@/client/register-draft'
import type { Role } from '@/domain/decider'
import { topicText } from '@/words/aid'
import { capsuleWords as words } from '@/words/capsules'
import { inputOf, shownFiles } from './form'
import { askOf } from './question-form'
import { reportOf } from './report-form'
import { visitOf } from './visit-form'

/** The form as it will be once its files have arrived: those that wait for a signal are named by what they will get. */
export const asIfSent = (draft: Registration): Registration => ({
  ...draft,
  files: draft.files.map((file) =>
    file.lost && !file.fileId ? { ...file, fileId: waitingId(file.id), state: 'ready' } : file,
  ),
})

type Wire = [action: CapsuleAction, input: (draft: Registration, role: Role | undefined) => object]
const wires: Record<Registration['kind'], Wire> = {
  aid: ['aid.submit', inputOf],
  question: ['question.ask', askOf],
  grievance: ['grievance.submit', reportOf],
  visit: ['visit.book', visitOf],
}

/** Keeps it on this phone until there is a signal; or says why it can't be. */
export function keepToWait(draft: Registration, role: Role | undefined): Promise<string | undefined> {
  const [action, input] = wires[draft.kind]
  const waiting = shownFiles(draft, role).filter(({ fileId }) => !fileId)
  return putCapsule({
    key: draft.capsule ?? draft.requestId,
    action,
    input: input(asIfSent(draft), role) as Record<string, unknown>,
    files: waiting,
    takenAt: draft.takenAt ?? productNow(),
    whom: draft.name.trim() || words.nameless,
    what: words.what(words.kinds[draft.kind], topicText(draft.topic ?? '')),
    form: draft,
  })
}
