import { View } from '@tarojs/components'
import { useState } from 'react'
import { type MatterCommand, useCommand } from '@/client/command'
import type { Photo } from '@/client/draft'
import { revivedPhotos, useKept } from '@/client/kept'
import { usePhotos } from '@/client/photos'
import type { StepProps } from '@/client/step'
import type { Input } from '@/contract/actions'
import { Button, ChoiceList, DatePicker, EvidencePicker, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { stepWords } from '@/words/parts'
import type { Asks, Step } from '@/words/step'
import { dayText } from '@/words/time'

type Draft = Record<string, string | Photo[]>
type Props = StepProps & { step: Step; open: boolean; onClose: () => void }

const isPhotos = (value: Draft[string] | undefined): value is Photo[] => Array.isArray(value)
const textOf = (draft: Draft, name: string): string => {
  const value = draft[name]
  return typeof value === 'string' ? value : ''
}
const photosOf = (draft: Draft, name: string): Photo[] => {
  const value = draft[name]
  return isPhotos(value) ? value : []
}
const revive = (kept: Draft): Draft =>
  Object.fromEntries(
    Object.entries(kept).map(([name, value]) => [name, isPhotos(value) ? revivedPhotos(value) : value]),
  )

/** One step on a matter, asked for in a sheet: what was filled in stays on this phone until it got through. */
export function StepSheet({ view, step, open, onClose, onDone, onRefused }: Props) {
  const { action, asks, title, intro, send: does, told, made, kind = 'main' } = step
  const papers = asks.find(({ as }) => as === 'papers')?.name ?? 'evidence'
  const { draft, now, write, drop } = useKept<Draft>(`${action}|${view.id}`, {}, revive)
  const { message, add, retry, remove } = usePhotos({
    photos: () => photosOf(now(), papers),
    keep: (photos) => write({ [papers]: photos }),
  })
  const [tried, setTried] = useState(false)
  const { send, wrong } = useCommand(action as MatterCommand, {
    onDone: (after) => {
      drop()
      setTried(false)
      onClose()
      onDone(after, typeof told === 'string' ? told : told(after))
    },
    onRefused: (refusal) => {
      onClose()
      onRefused(refusal)
    },
  })
  const photos = photosOf(draft, papers)

  function submit() {
    setTried(true)
    if (asks.some((ask) => missingOf(ask, draft))) return
    const filled = asks.flatMap(({ name, as }) => {
      if (as === 'papers') return [[name, photos.flatMap(({ fileId }) => fileId ?? [])]]
      const text = textOf(draft, name).trim()
      return text ? [[name, text]] : []
    })
    // What a step asks for is its own input, field by field.
    const said = Object.fromEntries(filled)
    const own = { ...step.with, ...(made ? made(said) : said) }
    return send({ id: view.id, ...own } as Omit<Input<MatterCommand>, 'requestId'>)
  }

  return (
    <Sheet open={open} title={title} onClose={onClose}>
      {intro && <View className="soft">{intro}</View>}
      {asks.map((ask) => {
        const { name, label, hint } = ask
        const id = `${action.replace('.', '-')}-${name}`
        const error = (tried && missingOf(ask, draft)) || wrong.fields[name]
        const value = textOf(draft, name)
        const onChange = (chosen: string) => write({ [name]: chosen })
        const field = { id, label, ...(hint && { hint }), ...(error && { error }) }
        if (ask.as === 'choice')
          return (
            <ChoiceList key={name} {...field} choices={ask.choices} value={value || undefined} onChange={onChange} />
          )
        if (ask.as === 'day')
          return (
            <DatePicker
              key={name}
              {...field}
              value={value}
              {...(value && { valueText: dayText(value) })}
              {...(ask.earliest && { earliest: ask.earliest })}
              {...(ask.latest && { latest: ask.latest })}
              onChange={onChange}
            />
          )
        if (ask.as === 'papers')
          return (
            <EvidencePicker
              key={name}
              {...field}
              optional={!ask.missing || (ask.when !== undefined && !ask.when(draft))}
              photos={photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
              onAdd={() => void add()}
              onRetry={(photo) => void retry(photo)}
              onRemove={remove}
              error={message ?? error}
            />
          )
        return (
          <Field
            key={name}
            {...field}
            type="textarea"
            max={ask.max ?? 500}
            optional={!ask.missing}
            value={value}
            onChange={onChange}
          />
        )
      })}
      <NotSent wrong={wrong} />
      <Button kind={kind} text={does} offReason={unready(photos)} onPress={submit} />
    </Sheet>
  )
}

function missingOf(ask: Asks, draft: Draft): string | undefined {
  if (ask.as !== 'papers') return textOf(draft, ask.name).trim() ? undefined : ask.missing
  if (ask.when && !ask.when(draft)) return undefined
  return photosOf(draft, ask.name).length > 0 ? undefined : ask.missing
}

function unready(photos: Photo[]): string | undefined {
  if (photos.some(({ state }) => state === 'sending')) return stepWords.sending
  return photos.some(({ state }) => state === 'failed') ? stepWords.failed : undefined
}

/** A button for each step that the door would let through, and the sheet it opens. */
export function Steps({
  steps,
  share = 'half',
  ...props
}: StepProps & { steps: readonly Step[]; share?: 'half' | 'third' }) {
  const [open, setOpen] = useState<string>()
  const offered = steps.filter(({ action }) => props.view.can.some((each) => each.action === action))
  if (offered.length === 0) return null
  return (
    <>
      <View className="btns">
        {offered.map(({ action, open: text, kind, title }) => (
          <Button
            key={title}
            share={offered.length > 1 ? share : undefined}
            kind={kind === 'danger' ? 'danger' : 'plain'}
            text={text}
            onPress={() => setOpen(`${action} ${title}`)}
          />
        ))}
      </View>
      {offered.map((step) => (
        <StepSheet
          key={step.title}
          {...props}
          step={step}
          open={open === `${step.action} ${step.title}`}
          onClose={() => setOpen(undefined)}
        />
      ))}
    </>
  )
}
