import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { Photo } from '@/client/draft'
import { revivedPhotos, useKept } from '@/client/kept'
import { usePhotos } from '@/client/photos'
import type { SheetProps } from '@/client/step'
import { UntilPicker, untilOf } from '@/pages/grievance-steps/until'
import { Button, EvidencePicker, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { meetWords as words } from '@/words/visit-desk'

type Draft = { photos: Photo[]; day: string; hour: string }
const blank: Draft = { photos: [], day: '', hour: '12:00' }

/** The way is shut: with a picture of it her clock stands still until then. */
export function WeatherSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const { draft, now, write, drop } = useKept<Draft>(`weather|${view.id}`, blank, (kept) => ({
    ...kept,
    photos: revivedPhotos(kept.photos),
  }))
  const { add, retry, remove, message } = usePhotos({ photos: () => now().photos, keep: (photos) => write({ photos }) })
  const [tried, setTried] = useState(false)
  const { send, wrong } = useCommand('visit.suspend', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, words.suspended)
    },
    onRefused: (refused) => {
      onClose()
      onRefused(refused)
    },
  })
  const evidence = draft.photos.flatMap(({ fileId }) => fileId ?? [])
  const until = untilOf(draft)
  const moving = draft.photos.some(({ state }) => state === 'sending')
  function submit() {
    setTried(true)
    if (evidence.length === 0 || !until) return
    return send({ id: view.id, ground: 'weather', evidence, until })
  }
  return (
    <Sheet open={open} title={words.weatherTitle} onClose={onClose}>
      <View>{words.weatherText}</View>
      <EvidencePicker
        id="visit-evidence"
        label={words.evidence}
        hint={words.evidenceHint}
        photos={draft.photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
        onAdd={() => void add()}
        onRetry={(id) => void retry(id)}
        onRemove={remove}
        error={message ?? wrong.fields.evidence ?? (tried && evidence.length === 0 ? words.evidenceMissing : undefined)}
      />
      <UntilPicker
        id="visit-until"
        day={words.day}
        hour={words.hour}
        value={draft}
        onChange={write}
        error={tried && !until ? words.untilMissing : wrong.fields.until}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.weatherSend} onPress={submit} offReason={moving ? words.moving : undefined} />
    </Sheet>
  )
}
