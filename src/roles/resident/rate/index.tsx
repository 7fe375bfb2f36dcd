import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { problemOf } from '@/client/failed'
import { useKept } from '@/client/kept'
import { productNow } from '@/client/now'
import { matterIn, places, restart } from '@/client/places'
import type { MatterView } from '@/contract/views'
import { HotlineFoot } from '@/pages/frame'
import { Empty, Field, Notice, OneClock, Problem, Skeleton, Stars } from '@/ui'
import { commonWords } from '@/words/common'
import { afterBadRating, isBad } from '@/words/next-step'
import { papersWords, rateWords as words } from '@/words/papers'
import { Done, Leaf, SendBar, toMatter } from '../papers/leaf'

/** How it was: only the person herself says it, once. */
export default function Rate() {
  const id = matterIn(useRouter().params)
  const { value, failed, waiting, again, put } = useAsk('matter.get', id ? { id } : undefined)
  const [refused, setRefused] = useState('')
  if (value?.can.some(({ action }) => action === 'aid.rate'))
    return (
      <Form
        view={value}
        refused={refused}
        onDone={put}
        onRefused={(message) => {
          setRefused(message)
          void again()
        }}
      />
    )
  // What somebody said on the telephone doesn't keep her from saying it herself: the rating comes after the form.
  if (value?.detail.rating) return <Rated view={value} />
  return (
    <Leaf id={id} label={words.page} foot={<HotlineFoot />}>
      {!id && (
        <Empty
          title={commonWords.notFound}
          action={{ text: papersWords.matters, onPress: () => void restart(places.matters) }}
        />
      )}
      {waiting && <Skeleton />}
      {failed && !value && <Problem {...problemOf(failed, again)} />}
      {value && (
        <Empty
          icon="star"
          title={words.not}
          text={refused || words.notText}
          action={{ text: papersWords.open, onPress: () => void toMatter(id) }}
        />
      )}
    </Leaf>
  )
}

type Level = 1 | 2 | 3 | 4 | 5
type FormProps = {
  view: MatterView
  refused: string
  onDone: (view: MatterView) => void
  onRefused: (message: string) => void
}

function Form({ view: { id }, refused, onDone, onRefused }: FormProps) {
  const [tried, setTried] = useState(false)
  const { draft, write, drop } = useKept<{ stars?: Level; text: string }>(`rate|${id}`, { text: '' })
  const { send, wrong } = useCommand('aid.rate', {
    onDone: (after) => {
      drop()
      onDone(after)
    },
    onRefused,
  })

  function sendIt() {
    setTried(true)
    const text = draft.text.trim()
    if (draft.stars) return send({ id, stars: draft.stars, ...(text && { text }) })
  }

  return (
    <Leaf id={id} title={words.title} foot={<SendBar wrong={wrong} text={words.send} onSend={sendIt} />}>
      {refused && (
        <Notice tone="amber" said>
          {refused}
        </Notice>
      )}
      <View>{words.lead}</View>
      <Stars
        id="rate-stars"
        label={words.stars}
        value={draft.stars}
        error={wrong.fields.stars ?? (tried && !draft.stars ? words.missing : undefined)}
        onChange={(stars) => write({ stars })}
      />
      <Field
        id="rate-text"
        type="textarea"
        label={words.text}
        placeholder={words.textHint}
        value={draft.text}
        error={wrong.fields.text}
        max={500}
        optional
        onChange={(text) => write({ text })}
      />
    </Leaf>
  )
}

/** Thanks; after one or two stars what follows, by the clocks that now run. */
function Rated({ view }: { view: MatterView }) {
  const now = productNow()
  const { id, detail, clocks } = view
  if (!isBad(detail.rating?.stars ?? 0))
    return (
      <Done id={id} title={words.good}>
        <View>{words.goodText}</View>
      </Done>
    )
  const follows = afterBadRating(view, now)
  return (
    <Done id={id} title={words.bad}>
      {detail.rectified ? (
        <View>{detail.rectified.text}</View>
      ) : (
        <>
          {follows.length > 0 ? (
            [words.badText, ...follows].map((line) => <View key={line}>{line}</View>)
          ) : (
            <View>{words.badUnknown}</View>
          )}
          {clocks
            .filter(({ code, state }) => code.startsWith('grievance.rectify') && state === 'running')
            .map((clock) => (
              <OneClock key={clock.code} clock={clock} now={now} />
            ))}
        </>
      )}
    </Done>
  )
}
