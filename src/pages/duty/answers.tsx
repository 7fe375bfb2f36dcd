import { View } from '@tarojs/components'
import { useCommand } from '@/client/command'
import type { MatterView } from '@/contract/views'
import { Button, Buttons } from '@/ui'
import { NotSent } from '@/ui/told'
import { dutyWords as words } from '@/words/duty'

type AnswersProps = {
  view: Pick<MatterView, 'id' | 'can'>
  onTaken: (view: MatterView) => void
  onPassed: (text: string) => void
  /** Somebody else was quicker, or it is over: the message says who has it. */
  onRefused: (message: string) => void
}

/** 接 · 正忙 · 有利害关系: as many of the three as the door lets through. */
export function Answers({ view: { id, can }, onTaken, onPassed, onRefused }: AnswersProps) {
  const take = useCommand('question.take', { onDone: onTaken, onRefused })
  const busy = useCommand('question.pass', { onDone: () => onPassed(words.passed), onRefused })
  const bound = useCommand('question.pass', { onDone: () => onPassed(words.interestDone), onRefused })
  const may = (action: string) => can.some((each) => each.action === action)
  if (!may('question.take')) return null
  return (
    <View className="stack">
      <NotSent wrong={[take.wrong, busy.wrong, bound.wrong].find(({ text }) => text) ?? take.wrong} />
      <Button kind="main" text={words.take} onPress={() => take.send({ id })} />
      {may('question.pass') && (
        <>
          <Buttons>
            <Button share="half" text={words.busy} onPress={() => busy.send({ id, why: 'busy' })} />
            <Button share="half" text={words.interest} onPress={() => bound.send({ id, why: 'interest' })} />
          </Buttons>
          <View className="small soft center">{words.passHint}</View>
        </>
      )}
    </View>
  )
}
