import type { Photo } from '@/client/draft'
import { revivedPhotos } from '@/client/kept'
import type { AskedItem } from '@/pages/matter/papers-asked'
import { papersWords as words } from '@/words/papers'

/** What is answered to each paper that is owed, by its key. `lost`: photos that died with the app. */
export type Answer = { text: string; photos: Photo[]; lost: number }
export type Answers = { answers: Record<string, Answer> }

export const blankAnswer: Answer = { text: '', photos: [], lost: 0 }
export const blankAnswers: Answers = { answers: {} }

export const revivedAnswers = ({ answers }: Answers): Answers => ({
  answers: Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => {
      const photos = revivedPhotos(answer.photos)
      return [key, { ...answer, photos, lost: answer.photos.length - photos.length }]
    }),
  ),
})

const isFilled = ({ text, photos }: Answer) => text.trim() !== '' || photos.some(({ fileId }) => fileId)

/** What can be sent now: a part will do. */
export const filledIn = ({ answers }: Answers, owed: readonly AskedItem[]): AskedItem[] =>
  owed.filter(({ key }) => isFilled(answers[key] ?? blankAnswer))

export const inputOf = ({ answers }: Answers, filled: readonly AskedItem[]) =>
  filled.map(({ key }) => {
    const { text, photos } = answers[key] ?? blankAnswer
    const fileIds = photos.flatMap(({ fileId }) => fileId ?? [])
    return { key, ...(fileIds.length > 0 && { fileIds }), ...(text.trim() && { text: text.trim() }) }
  })

/** What keeps it from being sent, by the key of its paper. */
export function problemsOf({ answers }: Answers, owed: readonly AskedItem[]): { key: string; text: string }[] {
  const stuck = owed.flatMap(({ key }) => {
    const states = (answers[key]?.photos ?? []).map(({ state }) => state)
    if (states.includes('sending')) return [{ key, text: words.underWay }]
    return states.includes('failed') ? [{ key, text: words.failed }] : []
  })
  const first = owed[0]
  if (stuck.length > 0 || !first || filledIn({ answers }, owed).length > 0) return stuck
  return [{ key: first.key, text: words.nothing }]
}
