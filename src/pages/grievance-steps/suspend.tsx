import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { Photo } from '@/client/draft'
import { usePhotos } from '@/client/photos'
import { type SheetProps, type StepProps, useStep } from '@/client/step'
import { type SuspensionGround, suspensionGrounds } from '@/domain/grievance-types'
import { Button, ChoiceList, EvidencePicker, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { suspendWords as words } from '@/words/command-steps'
import { UntilPicker, untilOf } from './until'

const empty = {
  ground: undefined as SuspensionGround | undefined,
  photos: [] as Photo[],
  day: '',
  hour: '17:30',
  note: '',
}

/** Time stands still: for a third party with evidence, or for a day while she owes an answer. */
export function SuspendSheet(props: SheetProps) {
  const { draft, write, latest, send, wrong } = useStep('grievance.suspend', { ...props, empty, told: words.sent })
  const { add, retry, remove, message } = usePhotos({
    photos: () => latest().photos,
    keep: (photos) => write({ photos }),
  })
  const [tried, setTried] = useState(false)
  const { ground, photos } = draft
  const until = untilOf(draft)
  const evidence = ground === 'third-party' ? photos.flatMap(({ fileId }) => fileId ?? []) : []
  const lacks = ground === 'third-party' && evidence.length === 0
  const moving = ground === 'third-party' && photos.some(({ state }) => state === 'sending')
  const note = draft.note.trim()

  function submit() {
    setTried(true)
    if (!ground || !until || lacks) return
    return send({ id: props.view.id, ground, evidence, until, ...(note && { note }) })
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      <ChoiceList<SuspensionGround>
        id="suspend-ground"
        label={words.ground}
        choices={suspensionGrounds.map((value) => ({ value, ...words.grounds[value] }))}
        value={ground}
        onChange={(chosen) => write({ ground: chosen })}
        error={tried && !ground ? words.groundMissing : wrong.fields.ground}
      />
      {ground === 'third-party' && (
        <EvidencePicker
          id="suspend-evidence"
          label={words.evidence}
          hint={words.evidenceHint}
          photos={photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
          onAdd={() => void add()}
          onRetry={(id) => void retry(id)}
          onRemove={remove}
          error={message ?? wrong.fields.evidence ?? (tried && lacks ? words.evidenceMissing : undefined)}
        />
      )}
      <UntilPicker
        id="suspend-until"
        day={words.day}
        hour={words.hour}
        value={draft}
        onChange={write}
        error={tried && !until ? words.untilMissing : wrong.fields.until}
      />
      <Field
        id="suspend-note"
        type="textarea"
        max={500}
        optional
        label={words.note}
        value={draft.note}
        onChange={(typed) => write({ note: typed })}
        error={wrong.fields.note}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} offReason={moving ? words.moving : undefined} />
    </Sheet>
  )
}

export function Resume({ view, onDone, onRefused }: StepProps) {
  const { send, wrong } = useCommand('grievance.resume', {
    onDone: (after) => onDone(after, words.resumed),
    onRefused,
  })
  return (
    <>
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.resume} onPress={() => send({ id: view.id })} />
    </>
  )
}
