import { View } from '@tarojs/components'
import { useState } from 'react'
import { useUnits } from '@/client/units'
import { topics } from '@/contract/fields'
import type { CatalogueItem } from '@/contract/views'
import { type Handling, handlings } from '@/domain/grievance-types'
import { Button, Chips, Field, Item, PlacePicker, Rows, Sheet } from '@/ui'
import { topicText } from '@/words/aid'
import { catalogueWords as words } from '@/words/catalogue'
import { handlingTexts } from '@/words/grievance'
import { type Unit, UnitSheet } from '../desk/unit-choice'

type Props = {
  item: CatalogueItem
  onClose: () => void
  onKeep: (item: CatalogueItem) => void
  onRemove: () => void
}

const ANY = 'any'

/** One row, kept in the page until the whole is saved. */
export function RowSheet({ item, onClose, onKeep, onRemove }: Props) {
  const [row, setRow] = useState(item)
  const [keywords, setKeywords] = useState(item.keywords.join('、'))
  const [choosing, setChoosing] = useState<'unit' | 'with' | 'place'>()
  const [tried, setTried] = useState(false)
  const { units } = useUnits()
  const write = (more: Partial<CatalogueItem>) => setRow((before) => ({ ...before, ...more }))
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.name ?? code

  function keep() {
    setTried(true)
    if (!row.name.trim() || !row.unit) return
    const { handling, basis, ...rest } = row
    onKeep({
      ...rest,
      name: row.name.trim(),
      keywords: keywords.split(/[\s、，,]+/).filter(Boolean),
      ...(handling && { handling }),
      ...(basis?.trim() && { basis: basis.trim() }),
    })
    onClose()
  }

  function chosen({ code, name }: Unit) {
    if (choosing === 'unit') return write({ unit: code, unitName: name })
    write({ with: [...row.with, code], withNames: [...(row.withNames ?? []), name] })
  }
  const withoutHelper = (n: number) =>
    write({ with: row.with.filter((_, at) => at !== n), withNames: row.withNames?.filter((_, at) => at !== n) ?? [] })

  return (
    <>
      <Sheet open={!choosing} title={row.name || words.add} onClose={onClose}>
        <Field
          id="row-name"
          label={words.name}
          placeholder={words.namePlaceholder}
          max={60}
          value={row.name}
          onChange={(name) => write({ name })}
          error={tried && !row.name.trim() ? words.missingName : undefined}
        />
        <Chips
          label={words.topic}
          value={row.topic}
          onChange={(topic) => write({ topic })}
          chips={topics.map((value) => ({ value: value as string, text: topicText(value) }))}
        />
        <View className="strong">{words.unit}</View>
        <Chips
          label={words.unit}
          value={words.roles[row.unit] ? row.unit : 'unit'}
          onChange={(unit) =>
            unit === 'unit' ? setChoosing('unit') : write({ unit, unitName: words.roles[unit] ?? '' })
          }
          chips={[
            { value: 'unit', text: words.oneUnit },
            ...Object.entries(words.roles).map(([value, text]) => ({ value, text })),
          ]}
        />
        <Item first name={row.unitName ?? words.missingUnit} onPress={() => setChoosing('unit')} />
        {tried && !row.unit && <View className="red">{words.missingUnit}</View>}
        <View className="strong">{words.with}</View>
        <Rows>
          {row.with.map((code, n) => (
            <Item key={code} name={row.withNames?.[n] ?? code} more={words.takeAway} onPress={() => withoutHelper(n)} />
          ))}
        </Rows>
        <Button small icon="plus" text={words.addHelper} onPress={() => setChoosing('with')} />
        <View className="strong">{words.places}</View>
        <View className="soft small">{words.placesHint}</View>
        <Rows>
          {row.places.map((code) => (
            <Item
              key={code}
              name={nameOf(code)}
              more={words.takeAway}
              onPress={() => write({ places: row.places.filter((each) => each !== code) })}
            />
          ))}
        </Rows>
        <Button small icon="plus" text={words.addPlace} onPress={() => setChoosing('place')} />
        <View className="strong">{words.handling}</View>
        <Chips
          label={words.handling}
          value={row.handling ?? ANY}
          onChange={(handling) => write({ handling: handling === ANY ? undefined : (handling as Handling) })}
          chips={[
            { value: ANY, text: words.anyHandling },
            ...handlings.map((value) => ({ value: value as string, text: handlingTexts[value] })),
          ]}
        />
        <Field
          id="row-keywords"
          label={words.keywords}
          hint={words.keywordsHint}
          optional
          max={300}
          value={keywords}
          onChange={setKeywords}
        />
        <Field
          id="row-basis"
          label={words.basis}
          placeholder={words.basisPlaceholder}
          optional
          max={300}
          value={row.basis ?? ''}
          onChange={(basis) => write({ basis })}
        />
        <Button kind="main" text={words.keep} onPress={keep} />
        <Button
          text={words.remove}
          onPress={() => {
            onRemove()
            onClose()
          }}
        />
      </Sheet>
      <UnitSheet
        open={choosing === 'unit' || choosing === 'with'}
        title={choosing === 'unit' ? words.unit : words.with}
        without={choosing === 'with' ? [row.unit, ...row.with] : []}
        onClose={() => setChoosing(undefined)}
        onChosen={chosen}
      />
      <Sheet open={choosing === 'place'} title={words.addPlace} onClose={() => setChoosing(undefined)}>
        <PlacePicker
          id="row-place"
          label={words.places}
          places={units}
          townWillDo
          onChange={(code) => {
            write({ places: [...new Set([...row.places, code])] })
            setChoosing(undefined)
          }}
        />
      </Sheet>
    </>
  )
}
