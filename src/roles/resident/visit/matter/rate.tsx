import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import { Button, Card, Field, Heading, type Level, Notice, Stars } from '@/ui'
import { NotSent } from '@/ui/told'
import { visitPageWords as words } from '@/words/visit-page'
import type { PartProps } from './whole'

const BAD = 2

/** How it was: only she herself says it, once. */
export function Rate({ view: { id, detail }, may, done, refused }: PartProps) {
  const [tried, setTried] = useState(false)
  const { draft, write, drop } = useKept<{ stars?: Level; text: string }>(`rate|${id}`, { text: '' })
  const { send, wrong } = useCommand('visit.rate', {
    onDone: (after) => {
      drop()
      done(after)
    },
    onRefused: refused,
  })
  if (detail.rated)
    return (
      <Notice tone={detail.rated.stars > BAD ? 'green' : 'info'}>
        {detail.rated.stars > BAD ? words.ratedThanks : words.ratedBad}
      </Notice>
    )
  if (!may('visit.rate')) return null

  function sendIt() {
    setTried(true)
    const text = draft.text.trim()
    if (draft.stars) return send({ id, stars: draft.stars, ...(text && { text }) })
  }
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.rate} />
      <View>{words.rateText}</View>
      <Stars
        id="rate-stars"
        label={words.rate}
        labelUnseen
        value={draft.stars}
        error={wrong.fields.stars ?? (tried && !draft.stars ? words.rateMissing : undefined)}
        onChange={(stars) => write({ stars })}
      />
      <Field
        id="rate-text"
        type="textarea"
        label={words.rateWhy}
        value={draft.text}
        error={wrong.fields.text}
        max={500}
        optional
        onChange={(text) => write({ text })}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" icon="star" text={words.rateSend} onPress={sendIt} />
    </Card>
  )
}
