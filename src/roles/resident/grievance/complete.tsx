import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { Photo } from '@/client/draft'
import { revivedPhotos, useKept } from '@/client/kept'
import { usePhotos } from '@/client/photos'
import { Button, Card, EvidencePicker, Field, Heading } from '@/ui'
import { NotSent } from '@/ui/told'
import { reportWords } from '@/words/report'
import { reportPageWords as words } from '@/words/report-page'
import { momentText } from '@/words/time'
import type { PartProps } from './whole'

type More = { text: string; photos: Photo[] }
const revived = (kept: More): More => ({ ...kept, photos: revivedPhotos(kept.photos) })

/** What she was asked for, and the words or photos that answer it. */
export function Complete(props: PartProps) {
  const { view, now, may } = props
  const { owes } = view.detail
  if (!owes) return null
  const done = owes.done !== undefined
  if (done && view.stage !== 'submitted') return null
  return (
    <Card offer={!done}>
      <Heading size="lead" level={2} text={words.owes} />
      <View className="small soft">{words.owesBy(owes.by, momentText(owes.at, now))}</View>
      <View className="stack stack--s" ariaRole="list">
        {owes.items.map((item) => (
          <View key={item} className="strong" ariaRole="listitem">
            {item}
          </View>
        ))}
      </View>
      {owes.done && <View>{words.owesDone(momentText(owes.done, now))}</View>}
      {!done && may('grievance.complete') && <Form {...props} />}
    </Card>
  )
}

function Form({ view: { id }, code, put, refused }: PartProps) {
  const kept = useKept<More>(`complete|${id}`, { text: '', photos: [] }, revived)
  const [tried, setTried] = useState(false)
  const { text, photos } = kept.draft
  const taken = usePhotos({ photos: () => kept.now().photos, keep: (list) => kept.write({ photos: list }) })
  const { send, wrong } = useCommand('grievance.complete', {
    onDone: (after) => {
      kept.drop()
      put(after)
    },
    onRefused: refused,
  })
  const problem =
    !text.trim() && photos.length === 0
      ? code
        ? words.owesMissingText
        : words.owesMissing
      : photos.some(({ state }) => state === 'sending')
        ? reportWords.stillSending
        : photos.some(({ state }) => state === 'failed')
          ? reportWords.notSentFile
          : undefined

  function sendIt() {
    setTried(true)
    if (problem) return
    const ready = photos.flatMap(({ fileId }) => fileId ?? [])
    return send({ id, photos: ready, ...(text.trim() && { text: text.trim() }), ...(code && { code }) })
  }
  return (
    <>
      <Field
        id="complete-text"
        type="textarea"
        label={words.owesText}
        hint={words.owesHint}
        value={text}
        error={wrong.fields.text ?? (tried ? problem : undefined)}
        max={2000}
        optional={photos.length > 0}
        onChange={(said) => kept.write({ text: said })}
      />
      {code ? (
        <View className="small soft">{words.owesVisitor}</View>
      ) : (
        <EvidencePicker
          id="complete-photos"
          label={words.owesPhotos}
          photos={photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
          error={wrong.fields.photos ?? taken.message}
          optional
          onAdd={() => void taken.add()}
          onRemove={taken.remove}
          onRetry={(photo) => void taken.retry(photo)}
        />
      )}
      <NotSent wrong={wrong} />
      <Button kind="main" icon="send" text={words.owesSend} onPress={sendIt} />
      <View className="small soft">{words.owesTime}</View>
    </>
  )
}
