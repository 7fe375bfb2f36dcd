import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { Photo } from '@/client/draft'
import { revivedPhotos, useKept } from '@/client/kept'
import { productNow } from '@/client/now'
import { usePhotos } from '@/client/photos'
import type { Input } from '@/contract/actions'
import { type AidForm, aidForms, resultsOf } from '@/domain/aid-turn-types'
import { at, dayOf } from '@/domain/time'
import { Button, type Choice, ChoiceList, DatePicker, EvidencePicker, Field, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { resultTexts } from '@/words/aid'
import { lawyerWords as words } from '@/words/lawyer'
import { nearDay } from '@/words/time'
import type { StepProps } from './to-do'

type Result = Input<'aid.close'>['result']
const resultsFor = (form: AidForm | undefined): Choice<Result>[] =>
  resultsOf(form).map((value) => ({ value, text: resultTexts[value] ?? value }))

type Draft = { result?: Result; text: string; photos: Photo[]; helpedDay: string; helpedTime: string; where: string }
const blank: Draft = { text: '', photos: [], helpedDay: '', helpedTime: '', where: '' }
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
  const form = aidForms.find((each) => each === view.detail.form)
  const { result, text, photos, helpedDay, helpedTime, where } = draft
  const helps = result === 'duty-help'
  const drafts = result === 'drafted'
  const lacksPaper = drafts && wrong.fields.papers !== undefined && photos.length === 0
  const submit = () => {
    setUnchosen(!result)
    const papers = photos.flatMap(({ fileId }) => fileId ?? [])
    // Named even where nothing was filled in: what is missing is then told beside its field alone.
    const helped = helps && {
      helpedAt: helpedDay && helpedTime ? at(helpedDay, helpedTime) : undefined,
      helpedWhere: where.trim() || undefined,
    }
    return result && send({ id: view.id, result, text, ...helped, ...(papers.length > 0 && { papers }) })
  }
  return (
    <Sheet open={open} title={words.closeTitle} onClose={onClose}>
      <View className="soft">{words.closeIntro}</View>
      <ChoiceList<Result>
        id="close-result"
        label={words.closeResult}
        choices={resultsFor(form)}
        value={result}
        onChange={(chosen) => {
          setUnchosen(false)
          write({ result: chosen })
        }}
        error={unchosen ? words.closeChoose : wrong.fields.result}
      />
      {helps && <Helped draft={draft} write={write} wrong={wrong.fields} />}
      <Field
        id="close-text"
        type="textarea"
        max={2000}
        label={form ? words.closeTexts[form] : words.closeText}
        hint={form ? words.closeTextHints[form] : words.closeTextHint}
        value={text}
        onChange={(typed) => write({ text: typed })}
        error={wrong.fields.text}
      />
      <EvidencePicker
        id="close-papers"
        optional={!drafts}
        label={drafts ? words.closePaperOf : words.closePapers}
        hint={drafts ? words.closePaperOfHint : words.closePapersHint}
        photos={photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
        onAdd={() => void add()}
        onRetry={(id) => void retry(id)}
        onRemove={remove}
        error={message ?? (lacksPaper ? words.closePaperMissing : wrong.fields.papers)}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.closeSend} offReason={unready(photos)} onPress={submit} />
    </Sheet>
  )
}

type HelpedProps = { draft: Draft; write: (part: Partial<Draft>) => void; wrong: Record<string, string> }

/** When and where help on duty was given. */
function Helped({ draft: { helpedDay, helpedTime, where }, write, wrong }: HelpedProps) {
  const now = productNow()
  const missing = wrong.helpedAt && !(helpedDay && helpedTime) ? words.helpedMissing : wrong.helpedAt
  return (
    <>
      <DatePicker
        id="close-helped-day"
        label={words.helpedDay}
        value={helpedDay}
        {...(helpedDay && { valueText: nearDay(helpedDay, now) })}
        latest={dayOf(now)}
        {...(missing && { error: missing })}
        onChange={(day) => write({ helpedDay: day })}
      />
      <DatePicker
        id="close-helped-time"
        mode="time"
        label={words.helpedTime}
        value={helpedTime}
        onChange={(time) => write({ helpedTime: time })}
      />
      <Field
        id="close-helped-where"
        label={words.helpedWhere}
        hint={words.helpedWhereHint}
        max={100}
        value={where}
        error={wrong.helpedWhere}
        onChange={(typed) => write({ where: typed })}
      />
    </>
  )
}

function unready(photos: Photo[]): string | undefined {
  if (photos.some(({ state }) => state === 'sending')) return words.closePapersSending
  return photos.some(({ state }) => state === 'failed') ? words.closePapersFailed : undefined
}
