import { Text, View } from '@tarojs/components'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import type { MatterRow, MatterView } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Card, ClockLine, clockTone, Heading, Link } from '@/ui'
import { NotSent } from '@/ui/told'
import { lawyerWords as words } from '@/words/lawyer'
import { ConflictQuestion } from '../conflict-question'

const EVERY_MS = 30_000

type Ends = {
  onStep: (text: string, view: MatterView) => void
  onRefused: (message: string) => void
  onOpen: (id: string) => void
}

/** A matter proposed to him: its topic and place, the names, his answer; then the matter is his to take. */
export function Offer({ row, ...ends }: { row: MatterRow } & Ends) {
  const { id, title, place, clock } = row
  const { put, ...asked } = useAsk('matter.get', { id }, EVERY_MS)
  return (
    <Card offer>
      <View>
        <Heading size="lead" level={3} text={title} />
        <Text className="block soft">{place.text}</Text>
        {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={clock.dueText} />}
      </View>
      <Read {...asked} cards={1} lines={10}>
        {(view) => <Answering view={view} put={put} again={asked.again} {...ends} />}
      </Read>
    </Card>
  )
}

type AnsweringProps = Ends & { view: MatterView; put: (view: MatterView) => void; again: () => Promise<void> }

function Answering({ view, put, again, onStep, onRefused, onOpen }: AnsweringProps) {
  const may = (action: string) => view.can.some((can) => can.action === action)
  const refused = (message: string) => {
    void again()
    onRefused(message)
  }
  const take = useCommand('aid.take', { onDone: (taken) => onStep(words.taken, taken), onRefused: refused })

  function answered(after: MatterView) {
    if (after.can.length === 0) return onStep(words.leftText, after)
    if (after.stage === 'in-hand') return onStep(words.freedAgain, after)
    put(after)
  }
  if (may('aid.conflictAnswer')) return <ConflictQuestion view={view} onDone={answered} onRefused={refused} />
  if (!may('aid.take')) return null
  return (
    <View className="stack">
      <View>{words.freed}</View>
      {view.detail.applicant && <Text className="block strong">{view.detail.applicant.name}</Text>}
      {view.detail.story && <View className="reading">{view.detail.story}</View>}
      <NotSent wrong={take.wrong} />
      <Button kind="main" text={words.take} onPress={() => take.send({ id: view.id })} />
      <Link text={words.whole} onPress={() => onOpen(view.id)} />
    </View>
  )
}
