import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { classes, said } from './classes'
import { type AskProps, Fieldset } from './fieldset'
import { Icon } from './icon'
import { Link } from './link'
import { Press } from './press'
import { uiWords } from './words'

/** A town has no parent; a village names its town. */
export type Place = { code: string; name: string; parent?: string }

type PlacePickerProps = AskProps & {
  places: readonly Place[]
  /** The chosen code: a village's, or a town's where `townWillDo`. */
  value?: string
  onChange: (code: string) => void
  townWillDo?: boolean
}

const shownAtMost = 30

/** Town, then village; or type a few characters of the name. Grows with the words, unlike the native wheel. */
export function PlacePicker({ places, value, onChange, townWillDo, ...ask }: PlacePickerProps) {
  const [typed, setTyped] = useState('')
  const chosen = places.find((each) => each.code === value)
  const [town, setTown] = useState<string | undefined>(chosen?.parent ?? chosen?.code)
  const townOf = (place: Place) => places.find((each) => each.code === place.parent)
  const inTown = places.find((each) => each.code === town)
  const found = typed.trim()
    ? places.filter((each) => (each.parent || townWillDo) && each.name.includes(typed.trim())).slice(0, shownAtMost)
    : undefined

  function choose(place: Place) {
    setTown(place.parent ?? place.code)
    setTyped('')
    onChange(place.code)
  }
  const option = (place: Place) => (
    <Option key={place.code} text={place.name} on={place.code === value} onPress={() => choose(place)} />
  )

  return (
    <Fieldset {...ask}>
      <View className="field__box">
        <Icon name="search" size="s" />
        <Input
          className="field__entry"
          value={typed}
          placeholder={uiWords.findPlace}
          placeholderClass="field__blank"
          ariaLabel={uiWords.findPlace}
          confirmType="search"
          onInput={(event) => setTyped(event.detail.value)}
        />
      </View>
      {found && found.length === 0 && <View ariaRole="status">{uiWords.noPlace}</View>}
      {found && (
        <View className="stack stack--m">
          {found.map((place) => (
            <Option
              key={place.code}
              text={place.name}
              more={townOf(place)?.name}
              on={place.code === value}
              onPress={() => choose(place)}
            />
          ))}
        </View>
      )}
      {!found && !inTown && (
        <>
          <View className="soft small">{uiWords.pickTown}</View>
          <View className="places">
            {places
              .filter((each) => !each.parent)
              .map((each) => (
                <Option key={each.code} text={each.name} go onPress={() => setTown(each.code)} />
              ))}
          </View>
        </>
      )}
      {!found && inTown && (
        <>
          <View className="head">
            <Text className="strong">{uiWords.pickVillage(inTown.name)}</Text>
            <Link text={uiWords.otherTown} onPress={() => setTown(undefined)} />
          </View>
          <View className="places">
            {townWillDo && option({ ...inTown, name: uiWords.wholeTown(inTown.name) })}
            {places.filter((each) => each.parent === town).map(option)}
          </View>
        </>
      )}
    </Fieldset>
  )
}

type OptionProps = { text: string; more?: string; on?: boolean; go?: boolean; onPress: () => void }

function Option({ text, more, on, go, onPress }: OptionProps) {
  return (
    <Press
      className={classes('place', on && 'place--on')}
      onClick={onPress}
      ariaRole={go ? undefined : 'radio'}
      ariaChecked={go ? undefined : said(Boolean(on))}
    >
      <View className="grow">
        <Text>{text}</Text>
        {more && <Text className="block small soft">{more}</Text>}
      </View>
      {(on || go) && <Icon name={on ? 'check' : 'right'} size="s" />}
    </Press>
  )
}
