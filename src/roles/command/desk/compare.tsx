import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { may, type StepProps } from '@/client/step'
import type { MatterView, Similar } from '@/contract/views'
import { Read } from '@/pages/read'
import { reportedFile } from '@/pages/reported-file'
import { Button, Buttons, Card, Heading, Link, Sheet } from '@/ui'
import { GrievanceHead } from '@/ui/grievance-head'
import { GrievanceReport } from '@/ui/grievance-report'
import { NotSent } from '@/ui/told'
import { compareWords as words } from '@/words/command'
import { momentText } from '@/words/time'

/** What may be the same thing: each is laid beside this one before anybody says so. */
export function SimilarOnes({ similar, ...props }: StepProps & { similar: readonly Similar[] }) {
  const [other, setOther] = useState<string>()
  if (similar.length === 0) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.title} />
      {similar.map(({ id, title, at, place, stageText, why }) => (
        <View key={id} className="stack stack--s">
          <View className="strong command__title">{title}</View>
          <View className="soft">{[place.text, momentText(at, productNow()), stageText, why].join('，')}</View>
          <View>
            <Link text={words.open} label={words.openLabel(title)} onPress={() => setOther(id)} />
          </View>
        </View>
      ))}
      {other && <CompareSheet {...props} other={other} onClose={() => setOther(undefined)} />}
    </Card>
  )
}

function CompareSheet({ other, onClose, ...props }: StepProps & { other: string; onClose: () => void }) {
  const { view, onDone, onRefused } = props
  const asked = useAsk('matter.get', { id: other })
  const { send, wrong } = useCommand('grievance.follow', {
    onDone: (after) => {
      onClose()
      onDone(after, words.followed)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  return (
    <Sheet open title={words.heading} onClose={onClose}>
      <View className="command__pair">
        <One title={words.mine} view={view} />
        <Read value={asked.value} failed={asked.failed} again={asked.again}>
          {(found) => <One title={words.other} view={found} />}
        </Read>
      </View>
      {may(view, 'grievance.follow') && (
        <>
          <View className="soft">{words.sameText}</View>
          <NotSent wrong={wrong} />
          <Buttons>
            <Button share="half" text={words.notSame} onPress={onClose} />
            <Button share="half" kind="main" text={words.same} onPress={() => send({ id: view.id, parent: other })} />
          </Buttons>
        </>
      )}
    </Sheet>
  )
}

function One({ title, view }: { title: string; view: MatterView }) {
  const now = productNow()
  return (
    <View className="stack" ariaRole="group" ariaLabel={title}>
      <View className="soft">{title}</View>
      <GrievanceHead view={view} now={now} level={3} />
      <GrievanceReport view={view} now={now} file={reportedFile} />
    </View>
  )
}

/** It is another thing after all. */
export function Unfollow({ view, onDone, onRefused }: StepProps) {
  const { send, wrong } = useCommand('grievance.unfollow', {
    onDone: (after) => onDone(after, words.unfollowed),
    onRefused,
  })
  return (
    <>
      <NotSent wrong={wrong} />
      <Button text={words.unfollow} onPress={() => send({ id: view.id })} />
    </>
  )
}
