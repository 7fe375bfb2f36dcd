import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { Photo } from '@/client/draft'
import { revivedPhotos, useKept } from '@/client/kept'
import { usePhotos } from '@/client/photos'
import type { Input } from '@/contract/actions'
import { Button, type Choice, ChoiceList, EvidencePicker, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { resultTexts } from '@/words/aid'
import { lawyerWords as words } from '@/words/lawyer'
import type { StepProps } from './to-do'

type Result = Input<'aid.close'>['result']
const results = Object.entries(resultTexts).map(([value, text]) => ({ value, text })) as Choice<Result>[]

type Draft = { result?: Result; text: string; photos: Photo[] }
const blank: Draft = { text: '', photos: [] }
const revive = (kept: Draft) => ({ ...kept, photos: revivedPhotos(kept.photos) })
type Props = StepProps & { open: boolean; onClose: () => void }

/** How it ended, what the person has of it, and the papers that show it; the centre then checks it. */
export function CloseSheet({ view, open, onClose, onDone, onRefused }: Props) {
  const { draft, now, write, drop } = useKept(`close|${view.id}`, blank, revive)
  const { message, add, retry, remove } = usePhotos({
    photos: () => now().photos,
    keep: (photos) => write({ photos }),
  })
  const [unchosen, setUnchosen] = useState(false)
  const { send, wrong } = useCommand('aid.close', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, words.closed)
    },
    onRefused: (refusal) => {
      onClose()
      onRefused(refusal)
    },
  })
  const { result, text, photos } = draft
  const submit = () => {
    setUnchosen(!result)
    const papers = photos.flatMap(({ fileId }) => fileId ?? [])
    return result && send({ id: view.id, result, text, ...(papers.length > 0 && { papers }) })
  }
  return (
    <Sheet open={open} title={words.closeTitle} onClose={onClose}>
      <View className="soft">{words.closeIntro}</View>
      <ChoiceList<Result>
        id="close-result"
        label={words.closeResult}
        choices={results}
        value={result}
        onChange={(chosen) => {
          setUnchosen(false)
          write({ result: chosen })
        }}
        error={unchosen ? words.closeChoose : wrong.fields.result}
      />
      <Field
        id="close-text"
        type="textarea"
        max={2000}
        label={words.closeText}
        hint={words.closeTextHint}
        value={text}
        onChange={(typed) => write({ text: typed })}
        error={wrong.fields.text}
      />
      <EvidencePicker
        id="close-papers"
        optional
        label={words.closePapers}
        hint={words.closePapersHint}
        photos={photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
        onAdd={() => void add()}
        onRetry={(id) => void retry(id)}
        onRemove={remove}
        error={message ?? wrong.fields.papers}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.closeSend} offReason={unready(photos)} onPress={submit} />
    </Sheet>
  )
}

function unready(photos: Photo[]): string | undefined {
  if (photos.some(({ state }) => state === 'sending')) return words.closePapersSending
  return photos.some(({ state }) => state === 'failed') ? words.closePapersFailed : undefined
}
