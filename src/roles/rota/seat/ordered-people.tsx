import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RotaBoard } from '@/contract/views'
import { Button } from '@/ui'
import { Fieldset } from '@/ui/fieldset'
import { changeWords, seatWords as words } from '@/words/rota-editor'
import { PeoplePick } from '../people-pick'

export type InOrder = { person: string; name: string }
type Props = {
  id: string
  people: readonly InOrder[]
  onChange: (people: InOrder[]) => void
  board: RotaBoard
  needs: readonly string[]
  error?: string
}

/** People one after the other; somebody may stand in it twice. */
export function OrderedPeople({ id, people, onChange, board, needs, error }: Props) {
  const [adding, setAdding] = useState(people.length === 0)
  const up = (at: number) =>
    onChange(people.flatMap((each, n) => (n === at - 1 ? [people[at] ?? each, each] : n === at ? [] : [each])))
  return (
    <Fieldset id={id} label={words.people} hint={words.peopleHint} error={error}>
      {people.map(({ person, name }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two turns of one person apart
        <View key={`${n}|${person}`} className="rota__person">
          <Text className="grow">{`${n + 1}. ${name}`}</Text>
          {n > 0 && <Button small text={words.forward} label={words.up(name)} onPress={() => up(n)} />}
          <Button
            small
            text={words.out}
            label={words.off(name, n + 1)}
            onPress={() => onChange(people.filter((_, at) => at !== n))}
          />
        </View>
      ))}
      {adding ? (
        <PeoplePick
          id={`${id}-add`}
          label={words.addPerson}
          people={board.people}
          fairness={board.fairness}
          average={board.average}
          needs={needs}
          onChange={(person) => {
            const name = board.people.find((each) => each.person === person)?.name ?? changeWords.noOne
            onChange([...people, { person, name }])
            setAdding(false)
          }}
        />
      ) : (
        <Button small icon="plus" text={words.addPerson} onPress={() => setAdding(true)} />
      )}
    </Fieldset>
  )
}
