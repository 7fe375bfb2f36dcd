import { View } from '@tarojs/components'
import { change } from '@/client/draft'
import { problemOf } from '@/client/failed'
import { placeText, useUnits } from '@/client/units'
import { ChoiceList, Field, Notice, PlacePicker, Problem, Skeleton } from '@/ui'
import { questions, whereWords } from '@/words/apply'
import type { QuestionProps } from './form'

/** Where it happened decides who handles it; her own village, so that somebody near can help, wherever that is. */
export function Where({ draft, ids, wrong }: QuestionProps) {
  const { whereabouts, elsewhere, body } = draft
  return (
    <>
      <ChoiceList
        id={ids('where')}
        label={questions.where.title}
        labelUnseen
        choices={whereWords.choices}
        value={whereabouts}
        error={wrong('where')}
        onChange={(value) => change({ whereabouts: value })}
      />
      {whereabouts === 'elsewhere' && (
        <>
          <Notice said>
            <View>{whereWords.handOver}</View>
            <View className="strong">{whereWords.handOverMore}</View>
          </Notice>
          <Field
            id={ids('where.elsewhere')}
            label={whereWords.elsewhere}
            hint={whereWords.elsewhereHint}
            value={elsewhere}
            error={wrong('where.elsewhere')}
            max={100}
            onChange={(elsewhere) => change({ elsewhere })}
          />
        </>
      )}
      {whereabouts && <Village draft={draft} ids={ids} wrong={wrong} />}
      {whereabouts && (
        <Field
          id={ids('where.body')}
          label={whereWords.body}
          hint={whereWords.bodyHint}
          value={body}
          error={wrong('where.body')}
          max={100}
          optional
          onChange={(body) => change({ body })}
        />
      )}
      {whereabouts === 'here' && <View className="soft">{whereWords.here}</View>}
    </>
  )
}

function Village({ draft: { place, whereabouts }, ids, wrong }: QuestionProps) {
  const { units, failed, waiting, again } = useUnits()
  const away = whereabouts === 'elsewhere'
  if (waiting) return <Skeleton cards={2} />
  if (failed) return <Problem {...problemOf(failed, again)} />
  if (units.length === 0) return null
  return (
    <PlacePicker
      id={ids('where.place')}
      label={away ? whereWords.home : whereWords.place}
      hint={away ? whereWords.homeHint : undefined}
      places={units}
      value={place}
      error={wrong('where.place')}
      townWillDo
      onChange={(code) => change({ place: code, placeText: placeText(units, code) })}
    />
  )
}
