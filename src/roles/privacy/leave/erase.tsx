import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { forgetDrafts } from '@/client/forget-drafts'
import { useOwn } from '@/client/own-data'
import { places, restart } from '@/client/places'
import { forgetSession } from '@/client/session'
import type { RequestView } from '@/contract/views'
import { Button, Buttons, Card, Confirm, Heading, Notice, Sheet } from '@/ui'
import { leavePageWords as words } from '@/words/my-data'

type EraseProps = { ward?: string | undefined; onDone: () => void }

/** All that may go, at once; each thing that stays is named with the reason. */
export function Erase({ ward, onDone }: EraseProps) {
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<RequestView>()
  const { send, wrong } = useOwn('me.erase', (request) => {
    // What was begun on this phone and never sent goes with it.
    forgetDrafts()
    setDone(request)
    onDone()
  })
  return (
    <Card>
      <Heading text={words.eraseTitle} />
      <View className="soft">{words.eraseText}</View>
      {wrong && (
        <Notice tone="amber" said>
          {wrong.text}
        </Notice>
      )}
      {done && (
        <Notice tone="green" said>
          {done.items.map(({ title, matter, text }) => (
            <View key={`${matter} ${title}`}>{words.item(title, text)}</View>
          ))}
        </Notice>
      )}
      <Button kind="danger" text={words.eraseButton} onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={words.eraseAsk}
        text={words.eraseAskText}
        kind="danger"
        yes={words.eraseYes}
        no={words.keep}
        onYes={async () => {
          await send({ ...(ward && { ward }) })
          setAsking(false)
        }}
        onNo={() => setAsking(false)}
      />
    </Card>
  )
}

/** Open matters are named first, each with the code by which it is followed afterwards. */
export function CloseAccount() {
  const [asking, setAsking] = useState(false)
  const open = useAsk('matter.list', asking ? { open: true, limit: 50 } : undefined)
  const { send, wrong } = useOwn('me.close', () => {
    forgetDrafts()
    forgetSession()
    void restart(places.home)
  })
  const rows = open.value?.items ?? []
  return (
    <Card>
      <Heading text={words.closeTitle} />
      <View className="soft">{words.closeText}</View>
      {wrong && (
        <Notice tone="amber" said>
          {wrong.text}
        </Notice>
      )}
      <Button kind="danger" text={words.closeButton} onPress={() => setAsking(true)} />
      <Sheet open={asking} title={words.closeAsk} onClose={() => setAsking(false)}>
        <View>{words.eraseAskText}</View>
        {rows.length > 0 && <View>{words.closeOpen}</View>}
        {rows.map(({ id, title, stageText }) => (
          <OpenOne key={id} id={id} title={`${title}，${stageText}`} />
        ))}
        <Buttons>
          <Button share="half" text={words.keep} onPress={() => setAsking(false)} />
          <Button share="half" kind="danger" text={words.closeYes} onPress={() => send({ sure: true })} />
        </Buttons>
      </Sheet>
    </Card>
  )
}

function OpenOne({ id, title }: { id: string; title: string }) {
  const { value } = useAsk('matter.get', { id })
  return (
    <View>
      <View>{title}</View>
      {value?.code && <View className="strong">{value.code}</View>}
    </View>
  )
}
