import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { problemOf } from '@/client/failed'
import { productNow } from '@/client/now'
import { wholeMinute } from '@/client/register-draft'
import { placeText, useUnits } from '@/client/units'
import { noticeGrounds, organs } from '@/domain/aid-turn-types'
import { dayOf, timeOf } from '@/domain/time'
import { Chips, ChoiceList, DatePicker, Field, Heading, Link, Notice, PlacePicker, Problem, Skeleton } from '@/ui'
import { FieldError } from '@/ui/field'
import { languageTexts } from '@/words/aid'
import { noticeGroundTexts, organTexts } from '@/words/aid-turns'
import { groundFollows, noticeFormWords as words } from '@/words/notice-form'
import { dayText, nearDay } from '@/words/time'
import { type FieldsProps, isMinor } from './form'

const organChoices = organs.map((value) => ({ value, text: organTexts[value] }))
const groundChoices = noticeGrounds.map((value) => ({ value, text: noticeGroundTexts[value] }))

export const OrganFields = ({ draft, write, ids, wrong }: FieldsProps) => (
  <>
    <ChoiceList
      id={ids('organ')}
      label={words.organ}
      choices={organChoices}
      value={draft.organ}
      error={wrong('organ')}
      onChange={(organ) => write({ organ })}
    />
    <Field
      id={ids('organName')}
      label={words.organName}
      hint={words.organNameHint}
      value={draft.organName}
      error={wrong('organName')}
      max={100}
      onChange={(organName) => write({ organName })}
    />
  </>
)

/** The limit runs from this day, whoever types it in later. `own`: the organ lodges it itself. */
export function ReceivedFields({ draft, write, ids, wrong, own }: FieldsProps & { own: boolean }) {
  const now = productNow()
  const { receivedDay, receivedTime } = draft
  const said = wholeMinute(now)
  return (
    <View className="field">
      <View className="row row--wrap row--base row--tight">
        <View className="field__label">{own ? words.receivedOwn : words.received}</View>
        <Link small text={words.now} onPress={() => write({ receivedDay: dayOf(said), receivedTime: timeOf(said) })} />
      </View>
      <View className="field__hint">{own ? words.receivedOwnHint : words.receivedHint}</View>
      <View className="forward__pair forward__pair--near">
        <DatePicker
          id={ids('receivedAt')}
          label={words.receivedDay}
          value={receivedDay}
          valueText={receivedDay && nearDay(receivedDay, now)}
          latest={dayOf(now)}
          error={wrong('receivedAt')}
          onChange={(day) => write({ receivedDay: day })}
        />
        <DatePicker
          id={ids('receivedTime')}
          mode="time"
          label={words.receivedTime}
          value={receivedTime}
          onChange={(time) => write({ receivedTime: time })}
        />
      </View>
    </View>
  )
}

export function GroundFields({ draft, write, ids, wrong }: FieldsProps) {
  const follows = draft.ground && groundFollows[draft.ground]
  return (
    <>
      <ChoiceList
        id={ids('ground')}
        label={words.ground}
        choices={groundChoices}
        value={draft.ground}
        error={wrong('ground')}
        onChange={(ground) => write({ ground })}
      />
      {follows && (
        <Notice icon="info" said>
          {follows}
        </Notice>
      )}
      <Field
        id={ids('offence')}
        label={words.offence}
        hint={words.offenceHint}
        value={draft.offence}
        error={wrong('offence')}
        max={200}
        onChange={(offence) => write({ offence })}
      />
    </>
  )
}

export function PersonFields({ draft, write, ids, wrong }: FieldsProps) {
  const now = productNow()
  return (
    <>
      <Heading size="lead" level={2} text={words.who} />
      <Field
        id={ids('person.name')}
        label={words.name}
        value={draft.name}
        error={wrong('person.name')}
        max={50}
        onChange={(name) => write({ name })}
      />
      <View className="forward__pair">
        <Field
          id={ids('person.idNumber')}
          type="idcard"
          label={words.idNumber}
          value={draft.idNumber}
          error={wrong('person.idNumber')}
          optional
          onChange={(idNumber) => write({ idNumber })}
        />
        <DatePicker
          id={ids('person.birth')}
          label={words.birth}
          value={draft.birth}
          valueText={draft.birth && dayText(draft.birth, now)}
          latest={dayOf(now)}
          error={wrong('person.birth')}
          onChange={(birth) => write({ birth })}
        />
      </View>
      {draft.ground !== 'minor' && isMinor(draft, now) && (
        <Notice icon="info" said>
          {words.minor}
        </Notice>
      )}
    </>
  )
}

const languages = [
  { value: '', text: words.anyLanguage },
  ...(['zh', 'mn'] as const).map((value) => ({ value, text: languageTexts[value] ?? '' })),
] as const
type Language = (typeof languages)[number]['value']

/** What may be left out. */
export function More(props: FieldsProps) {
  const { draft, write, ids, wrong } = props
  return (
    <View className="forward__two">
      <View className="forward__half">
        <PlaceField {...props} />
      </View>
      <View className="forward__half">
        <Field
          id={ids('person.phone')}
          type="phone"
          label={words.phone}
          value={draft.phone}
          error={wrong('person.phone')}
          optional
          onChange={(phone) => write({ phone })}
        />
        <View id={ids('person.language')} className="field">
          <View className="field__label" ariaHidden>
            {words.language}
          </View>
          <Chips<Language>
            label={words.language}
            chips={languages}
            value={draft.language ?? ''}
            onChange={(language) => write({ language: language || undefined })}
          />
        </View>
      </View>
    </View>
  )
}

function PlaceField({ draft, write, ids, wrong }: FieldsProps) {
  const { units, failed, waiting, again } = useUnits()
  const [choosing, setChoosing] = useState(false)
  const id = ids('where.place')
  const { place } = draft
  if (place && !choosing)
    return (
      <View id={id} className="field" ariaRole="group" ariaLabel={words.place}>
        <View className="field__label" ariaHidden>
          {words.place}
        </View>
        <View className="forward__chosen">
          <Text className="strong">{draft.placeText || place}</Text>
          <Link text={words.otherPlace} onPress={() => setChoosing(true)} />
        </View>
        <FieldError id={id} error={wrong('where.place')} />
      </View>
    )
  if (waiting) return <Skeleton cards={1} />
  if (failed && units.length === 0) return <Problem {...problemOf(failed, again)} />
  return (
    <PlacePicker
      id={id}
      label={words.place}
      hint={words.placeHint}
      places={units}
      error={wrong('where.place')}
      optional
      townWillDo
      onChange={(code) => {
        setChoosing(false)
        write({ place: code, placeText: placeText(units, code) })
      }}
    />
  )
}
