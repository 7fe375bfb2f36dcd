import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useOwn } from '@/client/own-data'
import { go, matterPageOf } from '@/client/places'
import { useSession } from '@/client/session'
import type { RequestRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Buttons, Card, Empty, Field, Heading, Link, Notice } from '@/ui'
import { commonWords } from '@/words/common'
import { requestDeskWords as words } from '@/words/my-data-desk'
import { Leaf } from '../leaf'
import { OpenKept } from './open-kept'

/** What people say is wrong in the matters I answer for: put right or not, each gets a written answer. */
export default function Desk() {
  const me = useSession((session) => session.me)
  const { value, failed, again } = useAsk('request.list', me ? {} : undefined)
  const [done, setDone] = useState(false)
  return (
    <Leaf title={words.page} strip={value && failed ? commonWords.offline : undefined}>
      <View className="soft">{words.lead}</View>
      {done && (
        <Notice tone="green" said>
          {words.done}
        </Notice>
      )}
      <Read value={value} failed={failed} again={again} cards={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="inbox" title={words.none} text={words.noneText} />
          ) : (
            items.map((row) => (
              <One
                key={row.id}
                row={row}
                onDone={() => {
                  setDone(true)
                  void again()
                }}
              />
            ))
          )
        }
      </Read>
      {me?.acting.role === 'supervisor' && <OpenKept />}
    </Leaf>
  )
}

function One({ row: { id, person, title, text, matter }, onDone }: { row: RequestRow; onDone: () => void }) {
  const role = useSession((session) => session.me?.acting.role)
  const [said, setSaid] = useState('')
  const { send, wrong } = useOwn('request.answer', onDone)
  const answer = (ok: boolean) => send({ request: id, ok, text: said })
  return (
    <Card>
      <Heading text={words.ask(person, title)} />
      <View>{text}</View>
      {matter && (
        <Link small text={words.toMatter} onPress={() => void go(matterPageOf(role, matter), { id: matter })} />
      )}
      <Field
        id={`answer-${id}`}
        type="textarea"
        label={words.text}
        value={said}
        max={500}
        error={wrong?.fields.text}
        onChange={setSaid}
      />
      {wrong && !wrong.fields.text && (
        <Notice tone="amber" said>
          {wrong.text}
        </Notice>
      )}
      <Buttons>
        <Button share="half" text={words.no} onPress={() => answer(false)} />
        <Button share="half" kind="main" text={words.yes} onPress={() => answer(true)} />
      </Buttons>
    </Card>
  )
}
