import { Text, View } from '@tarojs/components'
import type { ClockView, MatterView } from '@/contract/views'
import { Button, PrintSheet, printNow } from '@/ui'
import { receiptPaper as paper, receiptWords as words } from '@/words/apply-more'
import { hotline } from '@/words/common'
import { groupedCode } from '@/words/matter-page'

type PrintProps = { code: string; view: MatterView; promise?: ClockView }

/** On paper for whoever has no telephone: the code, who has it, whom to ring. WeChat can't print: the code is copied. */
export function PrintSlip({ code, view, promise }: PrintProps) {
  if (process.env.TARO_ENV !== 'h5') return null
  const { detail, people, createdAt } = view
  const has = people.find(({ role }) => role === 'responsible') ?? people[0]
  const by = detail.where?.elsewhere ? paper.byElsewhere : paper.by
  const lines = [
    paper.what(detail.topicText, createdAt),
    promise && by(promise.dueAt),
    has && paper.who(has.name, has.phone),
    paper.track(hotline),
    paper.keep,
  ]
  return (
    <>
      <Button icon="paper" text={words.print} onPress={printNow} />
      <PrintSheet>
        <View className="slip">
          <Text className="slip__title">{paper.title}</Text>
          <Text className="slip__code">{groupedCode(code)}</Text>
          {lines.map((line) => line && <Text key={line}>{line}</Text>)}
        </View>
      </PrintSheet>
    </>
  )
}
