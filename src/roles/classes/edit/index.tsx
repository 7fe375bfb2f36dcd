import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { places, replace } from '@/client/places'
import type { ClassView } from '@/contract/class-views'
import { Frame } from '@/pages/frame'
import { Read } from '@/pages/read'
import { Button, Card, Confirm, Heading, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { classWords } from '@/words/classes'
import { classDeskWords as words } from '@/words/classes-desk'
import { classId, classIn } from '../occurrence'
import { Fields } from './fields'
import { blank, type Form, formOf, missingIn, planOf, saidOf } from './form'

/** A series, new or changed; what its days would be stands beside it. */
export default function EditClass() {
  const { id } = classIn(useRouter().params)
  const asked = useAsk('class.get', id ? { id } : undefined)
  // What was read first is what is being changed: news must not overwrite what she types.
  const [first, setFirst] = useState<ClassView>()
  useEffect(() => {
    if (asked.value) setFirst((kept) => kept ?? asked.value)
  }, [asked.value])
  return (
    <Frame behind={places.classes}>
      {id ? (
        <Read {...asked} value={first} cards={3}>
          {(view) => (view.mine ? <Editing view={view} /> : <Notice tone="amber">{words.signIn}</Notice>)}
        </Read>
      ) : (
        <Editing />
      )}
    </Frame>
  )
}

const SETTLED_MS = 400

function Editing({ view }: { view?: ClassView }) {
  const [form, setForm] = useState<Form>(view ? formOf(view) : blank)
  const [tried, setTried] = useState(false)
  const [lost, setLost] = useState('')
  const [ending, setEnding] = useState(false)
  const [version, setVersion] = useState(view?.version)
  const newest = useAsk('class.get', lost && view ? { id: view.id } : undefined).value
  const { send, wrong } = useCommand('class.save', {
    onDone: ({ id, on }) => void replace(places.classOne, { id: classId(id, on?.date) }),
    onRefused: (message) => setLost(words.lost(message)),
  })
  useEffect(() => {
    // Somebody was first: the next save is about what stands there now.
    if (newest) setVersion(newest.version)
  }, [newest])
  const missing = missingIn(form)
  const plan = planOf(form)

  function save(ended?: true) {
    setTried(true)
    setLost('')
    if (!plan || Object.keys(missing).length > 0) return undefined
    return send({ ...saidOf(form, plan), ...(view && { id: view.id, version }), ...(ended && { ended }) })
  }

  return (
    <View className="section">
      <Heading level={1} text={view ? words.edit : words.add} />
      {lost && (
        <Notice tone="red" said>
          {lost}
          {newest && <View className="soft">{`${newest.title}，${classWords.every(newest)}`}</View>}
        </Notice>
      )}
      <Fields
        form={form}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
        wrong={{ ...wrong.fields, ...(tried && missing) }}
      />
      <Preview plan={plan} />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.save} onPress={() => save()} />
      {view && <Button text={words.end} onPress={() => setEnding(true)} />}
      <Confirm
        open={ending}
        title={words.end}
        text={words.endSure}
        yes={words.endYes}
        kind="danger"
        onYes={() => {
          setEnding(false)
          return save(true)
        }}
        onNo={() => setEnding(false)}
      />
    </View>
  )
}

/** The next six days, while she types. */
function Preview({ plan }: { plan: ReturnType<typeof planOf> }) {
  const key = plan && JSON.stringify(plan)
  const [settled, setSettled] = useState(plan)
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(key ? JSON.parse(key) : undefined), SETTLED_MS)
    return () => clearTimeout(waiting)
  }, [key])
  const asked = useAsk('class.dates', settled)
  if (!settled) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.preview} />
      <Read {...asked} cards={1} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <View className="soft">{words.previewNone}</View>
          ) : (
            items.map((each) => (
              <View key={each.date} className="row row--wrap row--tight">
                {classWords.when(each, productNow())}
                {each.state === 'moved' && <View className="soft small">{classWords.movedFrom(each.date)}</View>}
              </View>
            ))
          )
        }
      </Read>
    </Card>
  )
}
