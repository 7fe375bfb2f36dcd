import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { newRequestId } from '@/client/request-id'
import { useUnits } from '@/client/units'
import type { RotaBoard, SeatView } from '@/contract/views'
import { type Subject, subjects } from '@/domain/lawyer-card'
import type { Repeat } from '@/domain/rota-layers'
import { Button, Buttons, CheckList, ChoiceList, DatePicker, Field, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { languageTexts, subjectTexts } from '@/words/aid'
import { commonWords } from '@/words/common'
import { kindTexts, repeatTexts, seatWords as words } from '@/words/rota-editor'
import { PeoplePick } from '../people-pick'
import { isTime } from '../when'

type Language = 'zh' | 'mn'
type Every = 'every' | Extract<Repeat, 'working-day' | 'day-off'>
type Draft = {
  name: string
  kind: string
  unit?: string
  limited: 'all' | 'some'
  from: string
  to: string
  every: Every
  minimum: string
  languages: Language[]
  subjects: Subject[]
  shared: boolean
  head?: string
}
type Props = {
  /** None: a new one. */
  seat?: SeatView
  taken: readonly string[]
  board: RotaBoard
  onDone: (seat: string) => void
  onStop?: () => void
}

const kinds = Object.entries(kindTexts).map(([value, text]) => ({ value, text }))
const hours = [
  { value: 'all', text: words.allDay },
  { value: 'some', text: words.someHours },
] as const
const days: { value: Every; text: string }[] = [
  { value: 'every', text: words.everyDay },
  { value: 'working-day', text: repeatTexts['working-day'] },
  { value: 'day-off', text: repeatTexts['day-off'] },
]
const tongues = (['mn', 'zh'] as const).map((value) => ({ value, text: languageTexts[value] ?? value }))
const fields = subjects.map((value) => ({ value, text: subjectTexts[value] }))
const NOBODY = '-'

/** What a seat is: when it must be covered, by whom, by how many. */
export function SeatForm({ seat, taken, board, onDone, onStop }: Props) {
  const [draft, setDraft] = useState<Draft>(() => begun(seat))
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState('')
  // Until it is saved a new seat keeps the one id, so that pressing twice makes one seat.
  const [fresh] = useState(() => `seat-${newRequestId().slice(0, 8)}`)
  const { units, failed, again } = useUnits(draft.kind === 'town')
  const { send, wrong } = useCommand('rota.saveSeat', { onDone: ({ seat }) => onDone(seat), onRefused: setRefused })
  const write = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const minimum = Number(draft.minimum)
  const missing = {
    ...(!draft.name.trim() && { name: words.nameMissing }),
    ...(draft.kind === 'town' && !draft.unit && { unit: words.unitMissing }),
    ...(!(/^\d+$/.test(draft.minimum) && minimum <= 50) && { minimum: words.minimumWrong }),
  }
  const errors: Record<string, string | undefined> = { ...wrong.fields, ...(tried && missing) }
  function save() {
    setTried(true)
    setRefused('')
    if (Object.keys(missing).length > 0) return
    const { name, kind, unit, limited, from, to, every, languages, subjects, shared, head } = draft
    const ofTown = `town:${unit}`
    const id = kind === 'town' && unit && !taken.includes(ofTown) ? ofTown : fresh
    return send({
      seat: seat?.seat ?? id,
      name: name.trim(),
      kind,
      ...(unit && { unit }),
      minimum,
      languages,
      subjects,
      ...(limited === 'some' && { hours: { from, to, ...(every !== 'every' && { every }) } }),
      ...(shared && { shared }),
      ...(head && { head }),
    })
  }
  return (
    <View className="stack stack--l">
      <Field
        id="seat-name"
        label={words.name}
        max={40}
        value={draft.name}
        onChange={(name) => write({ name })}
        error={errors.name}
      />
      {!seat && (
        <ChoiceList
          id="seat-kind"
          label={words.kind}
          choices={kinds}
          value={draft.kind}
          onChange={(kind) => write({ kind, unit: undefined })}
          error={errors.kind}
        />
      )}
      {!seat && draft.kind === 'town' && (
        <>
          <ChoiceList
            id="seat-unit"
            label={words.unit}
            choices={units.filter(({ parent }) => !parent).map(({ code, name }) => ({ value: code, text: name }))}
            value={draft.unit}
            onChange={(unit) => write({ unit })}
            error={errors.unit}
          />
          {failed && <Button small text={commonWords.again} onPress={again} />}
        </>
      )}
      <ChoiceList
        id="seat-hours"
        label={words.hours}
        choices={hours}
        value={draft.limited}
        onChange={(limited) => write({ limited })}
        error={errors.hours}
      />
      {draft.limited === 'some' && (
        <>
          <View className="rota__two">
            <DatePicker
              id="seat-from"
              mode="time"
              label={words.from}
              value={draft.from}
              onChange={(from) => isTime(from) && write({ from })}
              error={errors['hours.from']}
            />
            <DatePicker
              id="seat-to"
              mode="time"
              label={words.to}
              value={draft.to}
              onChange={(to) => isTime(to) && write({ to })}
              error={errors['hours.to']}
            />
          </View>
          <View className="small soft">{words.toHint}</View>
          <ChoiceList<Every>
            id="seat-every"
            label={words.every}
            choices={days}
            value={draft.every}
            onChange={(every) => write({ every })}
          />
        </>
      )}
      <CheckList<Language>
        id="seat-languages"
        label={words.languages}
        optional
        choices={tongues}
        values={draft.languages}
        onChange={(languages) => write({ languages })}
        error={errors.languages}
      />
      <CheckList<Subject>
        id="seat-subjects"
        label={words.subjects}
        optional
        choices={fields}
        values={draft.subjects}
        onChange={(subjects) => write({ subjects })}
        error={errors.subjects}
      />
      <Field
        id="seat-minimum"
        type="number"
        label={words.minimum}
        max={2}
        value={draft.minimum}
        onChange={(minimum) => write({ minimum })}
        error={errors.minimum}
      />
      <CheckList<'shared'>
        id="seat-shared"
        label={words.shared}
        optional
        choices={[{ value: 'shared', text: words.sharedText }]}
        values={draft.shared ? ['shared'] : []}
        onChange={(values) => write({ shared: values.length > 0 })}
      />
      <PeoplePick
        id="seat-head"
        label={words.head}
        people={board.people}
        fairness={board.fairness}
        average={board.average}
        first={{ value: NOBODY, text: words.noHead }}
        value={draft.head ?? NOBODY}
        onChange={(person) => write({ head: person === NOBODY ? undefined : person })}
        error={errors.head}
      />
      {refused && (
        <Notice tone="amber" said>
          {refused}
        </Notice>
      )}
      <NotSent wrong={wrong} />
      <Buttons>
        {onStop && <Button share="half" text={words.stop} onPress={onStop} />}
        <Button share={onStop && 'half'} kind="main" text={words.save} onPress={save} />
      </Buttons>
    </View>
  )
}

const isLanguage = (text: string): text is Language => text === 'zh' || text === 'mn'
const isSubject = (text: string): text is Subject => subjects.some((each) => each === text)

function begun(seat?: SeatView): Draft {
  const { from = '08:00', to = '20:00', every } = seat?.hours ?? {}
  return {
    name: seat?.name ?? '',
    kind: seat?.kind ?? 'town',
    unit: seat?.unit,
    limited: seat?.hours ? 'some' : 'all',
    from,
    to,
    every: every === 'working-day' || every === 'day-off' ? every : 'every',
    minimum: String(seat?.minimum ?? 1),
    languages: (seat?.languages ?? []).filter(isLanguage),
    subjects: (seat?.subjects ?? []).filter(isSubject),
    shared: seat?.shared ?? false,
    head: seat?.head,
  }
}
