import { productNow } from '@/client/now'
import { classKinds, festivalRules, monthWeeks } from '@/domain/classes'
import { Button, Chips, ChoiceList, DatePicker, Field } from '@/ui'
import { classKindTexts } from '@/words/classes'
import { classDeskWords as words } from '@/words/classes-desk'
import { nearDay } from '@/words/time'
import type { Form } from './form'

type FieldsProps = { form: Form; onChange: (part: Partial<Form>) => void; wrong: Partial<Record<string, string>> }

const rhythms = ['week', 'fortnight', 'month', 'once'] as const
const said = (day: string) => (day ? nearDay(day, productNow()) : undefined)

/** What a series is made of, in the order in which one would tell it. */
export function Fields({ form, onChange, wrong }: FieldsProps) {
  const text = (key: 'title' | 'host' | 'about' | 'audience' | 'place' | 'link' | 'channels' | 'minutes') => ({
    id: `class-${key}`,
    value: form[key],
    onChange: (value: string) => onChange({ [key]: value }),
    error: wrong[key] ?? wrong[`where.${key}`],
  })
  return (
    <>
      <ChoiceList
        id="class-kind"
        label={words.kind}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
        choices={classKinds.map((value) => ({ value, text: classKindTexts[value] }))}
      />
      <Field {...text('title')} label={words.title} hint={words.titleHint} max={60} />
      <Field {...text('host')} label={words.host} max={60} />
      <Field {...text('about')} type="textarea" label={words.about} optional max={500} />
      <Field {...text('audience')} label={words.audience} optional max={100} />
      <Chips
        label={words.rhythm}
        value={form.every}
        onChange={(every) => onChange({ every })}
        chips={rhythms.map((value) => ({ value, text: words.every[value] }))}
      />
      {form.every === 'month' && (
        <ChoiceList
          id="class-week"
          label={words.week}
          hint={words.weekHint}
          value={form.week}
          onChange={(week) => onChange({ week })}
          choices={monthWeeks.map((value) => ({ value, text: words.weeks[value] }))}
        />
      )}
      <DatePicker
        id="class-first"
        label={words.first}
        value={form.first}
        valueText={said(form.first)}
        onChange={(first) => onChange({ first })}
        error={wrong.first}
      />
      {form.every !== 'once' && (
        <>
          <DatePicker
            id="class-last"
            label={words.last}
            value={form.last}
            valueText={said(form.last)}
            earliest={form.first || undefined}
            onChange={(last) => onChange({ last })}
            error={wrong.last}
          />
          {form.last && <Button small text={words.clearLast} onPress={() => onChange({ last: '' })} />}
        </>
      )}
      <DatePicker
        id="class-start"
        mode="time"
        label={words.start}
        value={form.start}
        onChange={(start) => onChange({ start })}
        error={wrong.start}
      />
      <Field {...text('minutes')} type="number" label={words.minutes} max={3} />
      <ChoiceList
        id="class-festival"
        label={words.festival}
        value={form.festival}
        onChange={(festival) => onChange({ festival })}
        choices={festivalRules.map((value) => ({ value, text: words.festivals[value] }))}
      />
      <Field {...text('place')} label={words.place} optional max={100} />
      <Field {...text('link')} label={words.link} hint={words.linkHint} optional max={300} />
      <Field {...text('channels')} label={words.channels} hint={words.channelsHint} optional max={60} />
    </>
  )
}
