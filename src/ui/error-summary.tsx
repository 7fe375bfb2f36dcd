import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { goTo } from './focus'
import { Icon } from './icon'
import { Press } from './press'
import { uiWords } from './words'

export type FieldProblem = {
  /** The id of the Field, ChoiceList, PlacePicker… */
  id: string
  text: string
}

const summaryId = 'error-summary'

/** What is to mend, above the fields; each line leads to its field. Draw it after a failed check, with a new key each time. `quiet` leaves the focus where it is. */
export function ErrorSummary({ problems, quiet }: { problems: readonly FieldProblem[]; quiet?: boolean }) {
  const any = problems.length > 0
  useEffect(() => {
    if (any && !quiet) goTo(summaryId)
  }, [any, quiet])
  if (!any) return null
  return (
    <View id={summaryId} className="notice notice--red" ariaRole="alert">
      <View className="notice__icon">
        <Icon name="alert" />
      </View>
      <View className="grow">
        <Text className="block strong">{uiWords.toMend(problems.length)}</Text>
        {problems.map(({ id, text }) => (
          <Press key={id} className="link link--small notice__go" onClick={() => goTo(id)} ariaRole="link">
            {text}
          </Press>
        ))}
      </View>
    </View>
  )
}
