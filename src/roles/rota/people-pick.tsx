import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FairnessRow, RotaBoard } from '@/contract/views'
import { type Choice, ChoiceList, Field } from '@/ui'
import { languageTexts } from '@/words/aid'
import { changeWords as words } from '@/words/rota-editor'

export type Someone = Pick<RotaBoard['people'][number], 'person' | 'name' | 'languages'>
export type Fair = { fairness: readonly FairnessRow[]; average: number }

type Props = Fair & {
  id: string
  label: string
  people: readonly Someone[]
  /** Languages that the seat asks for. */
  needs?: readonly string[]
  value?: string
  onChange: (person: string) => void
  error?: string
  /** Who can't be meant: whoever stands there already. */
  without?: readonly string[]
  /** Before the people: 「不排人」. */
  first?: Choice
}

const SHOWN = 6

/** Who fits first, then who has stood least; the others are found by name. */
export function PeoplePick({ id, label, people, needs = [], value, onChange, error, without = [], ...rest }: Props) {
  const { fairness, average, first } = rest
  const [typed, setTyped] = useState('')
  const weighted = new Map(fairness.map((row) => [row.person, row.weighted]))
  const lacking = ({ languages }: Someone) => needs.filter((need) => !languages.includes(need))
  const found = people
    .filter(({ person, name }) => !without.includes(person) && name.includes(typed.trim()))
    .sort(
      (a, b) =>
        Number(b.person === value) - Number(a.person === value) ||
        lacking(a).length - lacking(b).length ||
        (weighted.get(a.person) ?? 0) - (weighted.get(b.person) ?? 0) ||
        (a.name < b.name ? -1 : 1),
    )
  const choices = found.slice(0, SHOWN).map((each) => {
    const load = weighted.get(each.person) ?? 0
    const more = [
      ...lacking(each).map((language) => words.speaksNot(languageTexts[language] ?? language)),
      ...(lacking(each).length === 0 && each.languages.includes('mn') ? [words.speaks([languageTexts.mn ?? ''])] : []),
      words.load(load),
      loadWord(load, average),
    ]
    return { value: each.person, text: each.name, more: more.filter(Boolean).join('，') }
  })
  return (
    <View className="stack rota__pick">
      {people.length > SHOWN && (
        <Field id={`${id}-find`} label={words.find} optional value={typed} onChange={setTyped} max={20} />
      )}
      <ChoiceList
        id={id}
        label={label}
        choices={first ? [first, ...choices] : choices}
        value={value}
        onChange={onChange}
        error={error}
      />
      {found.length === 0 && <View className="soft">{words.noOne}</View>}
      {found.length > SHOWN && <View className="small soft">{words.moreFound(found.length - SHOWN)}</View>}
    </View>
  )
}

/** Beyond a sixth above or below the mean one should look. */
const FAR = 1 / 6
export function loadWord(weighted: number, average: number): string {
  if (average <= 0) return ''
  if (weighted > average * (1 + FAR)) return words.most
  return weighted < average * (1 - FAR) ? words.least : ''
}
