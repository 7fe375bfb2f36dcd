import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, whatWentWrong } from '@/client/call'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import type { Input } from '@/contract/actions'
import type { Similar } from '@/contract/views'
import { Button, Card, Link, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { reportWords } from '@/words/report'
import { reportPageWords as words } from '@/words/report-page'
import { momentText } from '@/words/time'
import type { PartProps } from './whole'

/** The same thing as another's report: it goes along with that one, or it doesn't. */
export function FollowPart(props: PartProps) {
  const { view, code, may, put, refused } = props
  const { send, wrong } = useCommand('grievance.unfollow', { onDone: put, onRefused: refused })
  if (view.detail.follows)
    return (
      <Notice icon="people">
        <View>{words.follows}</View>
        {may('grievance.unfollow') && (
          <Link small text={words.unfollow} onPress={() => void send({ id: view.id, ...(code && { code }) })} />
        )}
        <NotSent wrong={wrong} />
      </Notice>
    )
  return may('grievance.follow') ? <Look {...props} /> : null
}

function Look({ view, code, put, refused }: PartProps) {
  const [found, setFound] = useState<Similar[]>()
  const [failed, setFailed] = useState('')
  const { send, wrong } = useCommand('grievance.follow', { onDone: put, onRefused: refused })

  async function look() {
    setFailed('')
    const { topic, text } = view.detail
    const answer = await call('grievance.similar', {
      topic: topic as Input<'grievance.similar'>['topic'],
      place: view.place.code,
      photos: [],
      ...(text && { text }),
    })
    if (!answer.ok) return setFailed(whatWentWrong(answer))
    setFound(answer.value.items.filter(({ id }) => id !== view.id))
  }
  if (!found)
    return (
      <View>
        <Link icon="people" text={words.follow} onPress={() => void look()} />
        {failed && (
          <Notice tone="amber" said>
            {failed}
          </Notice>
        )}
      </View>
    )
  if (found.length === 0) return <Notice said>{words.followNone}</Notice>
  return (
    <Card>
      {found.map(({ id, at, place, title, stageText, why }) => (
        <View key={id} className="stack stack--s">
          <View>{reportWords.sameLine(momentText(at, productNow()), place.text, title, stageText)}</View>
          <View className="small soft">{why}</View>
          <Button
            small
            text={reportWords.sameYes}
            onPress={() => send({ id: view.id, parent: id, ...(code && { code }) })}
          />
        </View>
      ))}
      <NotSent wrong={wrong} />
    </Card>
  )
}
