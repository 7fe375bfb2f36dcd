import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, call, whatWentWrong } from '@/client/call'
import { dial } from '@/client/places'
import { newRequestId } from '@/client/request-id'
import type { MatterView, Reached } from '@/contract/views'
import { Button, Notice } from '@/ui'
import { ringWords as words } from '@/words/matter-page'

/** Rings the applicant. The number is shown only then, and the history says who asked for it. */
export function Ring({ view, main }: { view: MatterView; main?: boolean }) {
  const [answer, setAnswer] = useState<Answer<Reached>>()
  const { applicant, reporter, visitor } = view.detail
  const name = applicant?.name ?? reporter?.name ?? visitor?.name ?? words.nameless

  async function ring() {
    // The number that is already shown was logged; ringing again needs no second line.
    if (answer?.ok) return void dial(answer.value.phone)
    const reached = await call('matter.callLog', { id: view.id, requestId: newRequestId() })
    setAnswer(reached)
    if (reached.ok) void dial(reached.value.phone)
  }

  return (
    <View className="stack">
      <Button icon="phone" kind={main ? 'main' : 'plain'} text={words.ring(name)} onPress={ring} />
      {answer && (
        <Notice tone={answer.ok ? 'info' : 'red'} said>
          {answer.ok ? words.number(answer.value.name, answer.value.phone) : whatWentWrong(answer)}
        </Notice>
      )}
    </View>
  )
}
