import type { Kept } from '@/client/kept'
import { usePhotos } from '@/client/photos'
import type { AskedItem } from '@/pages/matter/papers-asked'
import { Card, EvidencePicker, Field, Heading, Notice } from '@/ui'
import { papersWords as words } from '@/words/papers'
import { type Answer, type Answers, blankAnswer } from './answers'

type OnePaperProps = { id: string; item: AskedItem; nth: number; kept: Kept<Answers>; error?: string }

/** One paper: photos of it, or a word on why there is none. */
export function OnePaper({ id, item: { key, text }, nth, kept, error }: OnePaperProps) {
  const answer = kept.draft.answers[key] ?? blankAnswer
  const now = (): Answer => kept.now().answers[key] ?? blankAnswer
  const write = (part: Partial<Answer>) =>
    kept.write({ answers: { ...kept.now().answers, [key]: { ...now(), ...part } } })
  const { add, retry, remove, message } = usePhotos({
    photos: () => now().photos,
    keep: (photos) => write({ photos, lost: 0 }),
  })
  return (
    <Card>
      <Heading size="lead" level={2} text={words.one(nth, text)} />
      {answer.lost > 0 && <Notice tone="amber">{words.lost(answer.lost)}</Notice>}
      <EvidencePicker
        id={id}
        label={words.photos}
        hint={words.photosHint}
        photos={answer.photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
        error={error ?? message}
        onAdd={() => void add()}
        onRemove={remove}
        onRetry={(photo) => void retry(photo)}
      />
      <Field
        id={`${id}-text`}
        type="textarea"
        label={words.text}
        placeholder={words.textHint}
        value={answer.text}
        max={1000}
        optional
        onChange={(said) => write({ text: said })}
      />
    </Card>
  )
}
