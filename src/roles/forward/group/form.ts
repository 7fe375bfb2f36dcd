import type { Photo, Told } from '@/client/draft'
import { actions, type Input } from '@/contract/actions'
import { GROUP_MOST } from '@/contract/aid-group-actions'
import { check } from '@/contract/check'
import type { Role } from '@/domain/decider'
import type { Instant } from '@/domain/time'
import { groupWords as words } from '@/words/group-claim'
import { problemText } from '@/words/problems'
import { peopleIn } from './lines'

/** One form for several people, as it lies on the phone until all of them are entered. */
export type GroupDraft = {
  /** Made once: sent again after a lost answer it is the same form. */
  requestId: string
  lines: string
  place?: string
  topic?: string
  story: string
  opponent: string
  opponentPhone: string
  opponentCode: string
  photos: Photo[]
  /** It went out: from now on it says the same, and how many are known to be entered. */
  sent?: { known: number }
}
export type Submit = Input<'aid.submitGroup'>

/** As the wire wants it; what wasn't filled in isn't there. */
export function inputOf(draft: GroupDraft): Submit {
  const { requestId, lines, place, topic, story, opponent, opponentPhone, opponentCode, photos } = draft
  return {
    requestId,
    people: peopleIn(lines),
    where: { place: place ?? '' },
    matter: topic as Submit['matter'],
    story: story.trim(),
    parties: [
      {
        role: 'opponent',
        name: opponent.trim(),
        ...(opponentPhone.trim() && { phone: opponentPhone }),
        ...(opponentCode.trim() && { creditCode: opponentCode }),
      },
    ],
    ...(photos.length > 0 && { evidence: photos.flatMap(({ fileId }) => fileId ?? []) }),
  }
}

/** Everything that keeps it from being sent, each with its sentence and the field it stands at. */
export function problemsOf(draft: GroupDraft, role: Role | undefined, now: Instant): Told[] {
  const { input, also, needs } = actions['aid.submitGroup']
  const checked = check(input, inputOf(draft))
  const found = checked.ok ? (also?.(checked.value, now) ?? []) : checked.problems
  const waiting = draft.photos.find(({ state }) => state !== 'ready')
  return [
    ...found.filter(({ field }) => draft.place || !field.startsWith('where')).map(worded),
    ...(role && needs(role).includes('evidence') && draft.photos.length === 0
      ? [worded({ field: 'evidence', code: 'missing' })]
      : []),
    ...(draft.place ? [] : [worded({ field: 'where.place', code: 'missing' })]),
    ...(waiting
      ? [
          {
            field: 'evidence',
            code: waiting.state,
            message: waiting.state === 'sending' ? words.sendingPhoto : words.failedPhoto,
          },
        ]
      : []),
  ]
}

export function worded({ field, code }: { field: string; code: string }): Told {
  return { field, code, message: told(field, code) }
}

function told(field: string, code: string): string {
  if (field === 'people') return code === 'too-many' ? words.linesMany : words.linesMissing
  if (field === 'evidence' && code === 'missing') return words.signedMissing
  if (field === 'parties.0.name' && code === 'missing') return words.opponentMissing
  const text = problemText({ field: field.split('.').at(-1) ?? field, code })
  const nth = /^people\.(\d+)\./.exec(field)?.[1]
  return nth === undefined ? text : words.nth(Number(nth) + 1, text)
}

/** Which of the page's fields it stands at: whatever is about one of them stands at the list. */
export const fieldOf = (field: string): string =>
  field.startsWith('people') ? 'people' : field.startsWith('evidence') ? 'evidence' : field

export const most = GROUP_MOST
