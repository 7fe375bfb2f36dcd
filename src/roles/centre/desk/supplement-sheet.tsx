import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSession } from '@/client/session'
import { Button, Card, CheckList, Field, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { usualPapers, papersWords as words } from '@/words/centre-more'
import { RingUp } from './ring-up'
import { may, type SheetProps, useStep } from './step'

const empty = { keys: [] as string[], own: '', why: '' }
const choices = usualPapers.map(({ key, text }) => ({ value: key as string, text }))
const MOST = 20
const LONGEST = 100

/** All papers that are owed, in one list: it can be sent once. What a call can clear up needs none. */
export function SupplementSheet(props: SheetProps) {
  const { view, open, onClose } = props
  const role = useSession(({ me }) => me?.acting.role)
  const times = view.detail.papersAsked?.times ?? 0
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      {times > 0 && role !== 'supervisor' ? (
        <>
          <Notice tone="amber">{words.needsSupervisor}</Notice>
          <View>{words.phoneInstead}</View>
        </>
      ) : (
        <List {...props} times={times} />
      )}
      {may(view, 'matter.callLog') && <RingUp view={view} />}
    </Sheet>
  )
}

function List({ times, ...props }: SheetProps & { times: number }) {
  const { draft, write, send, wrong } = useStep('aid.supplementList', { ...props, empty, told: words.sent })
  const [tried, setTried] = useState(false)
  const items = itemsOf(draft, times)
  const badItems = itemsProblem(items)
  const whyMissing = times > 0 && !draft.why.trim()

  function submit() {
    setTried(true)
    if (badItems || whyMissing) return
    return send({ id: props.view.id, items, ...(times > 0 && { why: draft.why.trim() }) })
  }
  return (
    <>
      <Notice tone="amber">{times > 0 ? words.again(times) : words.once}</Notice>
      <CheckList
        id="papers-which"
        label={words.which}
        choices={choices}
        values={draft.keys}
        onChange={(keys) => write({ keys })}
        error={tried ? badItems : undefined}
      />
      <Field
        id="papers-own"
        type="textarea"
        max={500}
        optional
        label={words.own}
        hint={words.ownHint}
        value={draft.own}
        onChange={(own) => write({ own })}
        error={wrong.fields.items}
      />
      {times > 0 && (
        <Field
          id="papers-why"
          type="textarea"
          max={500}
          label={words.why}
          value={draft.why}
          onChange={(why) => write({ why })}
          error={tried && whyMissing ? words.whyMissing : wrong.fields.why}
        />
      )}
      {items.length > 0 && <Preview items={items.map(({ text }) => text)} />}
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </>
  )
}

/** The sentence as the person will read it. */
function Preview({ items }: { items: readonly string[] }) {
  return (
    <Card>
      <View className="small soft">{words.preview}</View>
      <View>{words.tells}</View>
      {items.map((item) => (
        <View key={item} className="strong">
          {item}
        </View>
      ))}
    </Card>
  )
}

type Item = { key: string; text: string }

// A second list has keys of its own, so that an answer to the first doesn't count for it.
function itemsOf({ keys, own }: typeof empty, times: number): Item[] {
  const suffix = times > 0 ? `-${times + 1}` : ''
  const lines = [...new Set(own.split('\n').map((line) => line.trim()))].filter(Boolean)
  return [
    ...usualPapers.filter(({ key }) => keys.includes(key)).map(({ key, text }) => ({ key: key + suffix, text })),
    ...lines.map((text, n) => ({ key: `own-${n + 1}${suffix}`, text })),
  ]
}

function itemsProblem(items: readonly Item[]): string | undefined {
  if (items.length === 0) return words.none
  if (items.length > MOST) return words.tooMany
  return items.some(({ text }) => text.length > LONGEST) ? words.tooLong : undefined
}
