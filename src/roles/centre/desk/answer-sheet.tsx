import { useState } from 'react'
import type { Photo } from '@/client/draft'
import { usePhotos } from '@/client/photos'
import type { PapersAsked } from '@/contract/views'
import { Button, EvidencePicker, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { papersWords as words } from '@/words/centre-more'
import { type SheetProps, useStep } from './step'

export type Owed = PapersAsked['lists'][number]['items'][number]
export type How = 'brought' | 'cleared'

const empty = { text: '', photos: [] as Photo[] }

/** A paper came to the counter, or the question was cleared up by telephone. */
export function AnswerSheet({ item, how, ...props }: SheetProps & { item: Owed; how: How }) {
  const { draft, write, latest, send, wrong } = useStep('aid.supplement', {
    ...props,
    empty,
    part: item.key,
    told: (after) => (after.stage === 'supplementing' ? words.oneIn : words.allIn),
  })
  const { photos } = draft
  const { add, retry, remove, message } = usePhotos({
    photos: () => latest().photos,
    keep: (changed) => write({ photos: changed }),
  })
  const [tried, setTried] = useState(false)
  const text = draft.text.trim()
  const fileIds = how === 'brought' ? photos.flatMap(({ fileId }) => fileId ?? []) : []
  const moving = how === 'brought' && photos.some(({ state }) => state === 'sending')
  const missing = text || fileIds.length > 0 ? undefined : how === 'brought' ? words.photoOrText : words.textMissing

  function submit() {
    setTried(true)
    if (missing) return
    return send({ id: props.view.id, items: [{ key: item.key, fileIds, ...(text && { text }) }] })
  }
  const title = how === 'brought' ? words.broughtTitle(item.text) : words.clearedTitle(item.text)
  return (
    <Sheet open={props.open} title={title} onClose={props.onClose}>
      {how === 'brought' && (
        <EvidencePicker
          id="answer-photos"
          label={words.photos}
          hint={words.photosHint}
          photos={photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
          onAdd={() => void add()}
          onRetry={(id) => void retry(id)}
          onRemove={remove}
          error={message}
        />
      )}
      <Field
        id="answer-text"
        type="textarea"
        max={1000}
        optional={how === 'brought'}
        label={how === 'brought' ? words.seen : words.said}
        hint={how === 'brought' ? words.seenHint : words.saidHint}
        value={draft.text}
        onChange={(typed) => write({ text: typed })}
        error={tried && missing ? missing : wrong.fields['items.0.text']}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.keep} onPress={submit} offReason={moving ? words.photosMoving : undefined} />
    </Sheet>
  )
}
