import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCatalogue } from '@/client/catalogue'
import { productNow } from '@/client/now'
import { places } from '@/client/places'
import { newRequestId } from '@/client/request-id'
import { useSession } from '@/client/session'
import { topics } from '@/contract/fields'
import type { Catalogue, CatalogueItem } from '@/contract/views'
import { Frame } from '@/pages/frame'
import { Portions } from '@/pages/portions'
import { Read } from '@/pages/read'
import { Button, Chips, Empty, Field, Heading, Item, Notice, Rows, StageTag } from '@/ui'
import { NotSent } from '@/ui/told'
import { topicText } from '@/words/aid'
import { catalogueWords as words } from '@/words/catalogue'
import { momentText } from '@/words/time'
import { RowSheet } from './row-sheet'

const ALL = 'all'
// A whole banner's catalogue is more than a phone is given at once.
const AT_ONCE = 10
const editors: readonly string[] = ['command', 'supervisor', 'admin']
const blank = (topic: string): CatalogueItem => ({
  code: `own-${newRequestId().slice(-12)}`,
  name: '',
  topic,
  unit: '',
  places: [],
  with: [],
  keywords: [],
})

/** The responsibility catalogue: who has what, changed row by row and saved as one new version with its reason. */
export default function CataloguePage() {
  const role = useSession(({ me }) => me?.acting.role)
  const edits = useCatalogue()
  const [topic, setTopic] = useState<string>(ALL)
  const [text, setText] = useState('')
  const [row, setRow] = useState<CatalogueItem>()
  const writes = role !== undefined && editors.includes(role)
  const typed = text.trim()
  const shown = edits.items.filter(
    (item) => (topic === ALL || item.topic === topic) && (!typed || says(item).includes(typed)),
  )
  return (
    <Frame behind={places.commandQueue}>
      <View className="section">
        <Heading level={1} text={words.title} />
        <View className="soft">{words.lead}</View>
        <Read {...edits.asked} cards={3} lines={3}>
          {(catalogue) => (
            <>
              <Version catalogue={catalogue} />
              {edits.saved && <Notice tone="green">{words.saved}</Notice>}
              {writes && edits.changes > 0 && <Save edits={edits} />}
              <Field id="catalogue-text" label={words.search} max={40} value={text} onChange={setText} />
              <Chips
                label={words.topic}
                value={topic}
                onChange={setTopic}
                chips={[
                  { value: ALL, text: words.all },
                  ...topics.map((value) => ({ value: value as string, text: topicText(value) })),
                ]}
              />
              {writes && (
                <Button icon="plus" text={words.add} onPress={() => setRow(blank(topic === ALL ? 'other' : topic))} />
              )}
              <View className="soft">{words.count(shown.length)}</View>
              {shown.length === 0 ? (
                <Empty icon="inbox" title={words.nothing} />
              ) : (
                <Portions key={`${topic} ${typed}`} rows={shown} size={AT_ONCE}>
                  {(portion) => (
                    <Rows>
                      {portion.map((item) => (
                        <Line key={item.code} item={item} onPress={writes ? () => setRow(item) : undefined} />
                      ))}
                    </Rows>
                  )}
                </Portions>
              )}
            </>
          )}
        </Read>
      </View>
      {row && (
        <RowSheet
          key={row.code}
          item={row}
          onClose={() => setRow(undefined)}
          onKeep={(next) => edits.change(next.code, next)}
          onRemove={() => edits.change(row.code, 'removed')}
        />
      )}
    </Frame>
  )
}

const says = ({ name, unitName = '', keywords, basis = '' }: CatalogueItem): string =>
  [name, unitName, basis, ...keywords].join(' ')

function Version({ catalogue: { version, confirmed, savedBy, savedAt, why } }: { catalogue: Catalogue }) {
  if (!confirmed) return <Notice tone="amber">{words.unconfirmed}</Notice>
  return (
    <View className="soft">
      <Text className="block">{words.version(version)}</Text>
      {savedBy && savedAt && <Text className="block">{words.savedBy(savedBy, momentText(savedAt, productNow()))}</Text>}
      {why && <Text className="block">{words.whyOf(why)}</Text>}
    </View>
  )
}

function Line({ item, onPress }: { item: CatalogueItem; onPress?: () => void }) {
  const { name, topic, unit, unitName, withNames = [], places: only, keywords } = item
  const helping = withNames.length > 0 ? words.helped(withNames.join('、')) : ''
  const where = only.length > 0 ? words.onlyIn(only.length) : ''
  return (
    <Item name={name} strong more={[topicText(topic), helping, where].filter(Boolean).join('，')} onPress={onPress}>
      <Text className="block">{unitName ?? unit}</Text>
      {keywords.length > 0 && <Text className="block small soft">{keywords.join('、')}</Text>}
      {unit === 'none' && <StageTag tone="amber" text={words.roles.none ?? ''} />}
    </Item>
  )
}

/** What she changed stays until it is saved or thrown away, whoever was first meanwhile. */
function Save({ edits }: { edits: ReturnType<typeof useCatalogue> }) {
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const { changes, newer, lost, wrong, ontoNewest, discard, save } = edits
  function submit() {
    setTried(true)
    return why.trim() ? save(why.trim()) : undefined
  }
  return (
    <View className="section">
      <Notice tone="amber">{words.changed(changes)}</Notice>
      {newer || lost ? (
        <>
          <Notice tone="red" said>
            {lost ? words.lostBy(lost) : words.lost}
          </Notice>
          <Button kind="main" text={words.onNewest} onPress={ontoNewest} />
        </>
      ) : (
        <>
          <Field
            id="catalogue-why"
            type="textarea"
            max={500}
            label={words.why}
            placeholder={words.whyPlaceholder}
            value={why}
            onChange={setWhy}
            error={tried && !why.trim() ? words.missingWhy : wrong.fields.why}
          />
          <NotSent wrong={wrong} />
          <Button kind="main" text={words.save} onPress={submit} />
        </>
      )}
      <Button text={words.discard} onPress={discard} />
    </View>
  )
}
