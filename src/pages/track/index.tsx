import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Answer, call, whatWentWrong } from '@/client/call'
import { hold } from '@/client/held'
import { productNow } from '@/client/now'
import { dial, go, isGrievance, places } from '@/client/places'
import type { TrackView } from '@/contract/views'
import { Button, Card, Field, Heading, MatterClocks, MatterHead, MatterPeople, Notice, Section } from '@/ui'
import { trackWords } from '@/words/home'
import { nextStep } from '@/words/next-step'
import { Frame, HotlineFoot } from '../frame'

/** How a matter stands, by its query code and without an account. */
export default function Track() {
  const [code, setCode] = useState(useRouter().params.code ?? '')
  const [missing, setMissing] = useState(false)
  const [answer, setAnswer] = useState<Answer<TrackView>>()

  async function look() {
    setAnswer(undefined)
    setMissing(!code.trim())
    if (code.trim()) setAnswer(await call('matter.track', { code: code.trim() }))
  }

  return (
    <Frame foot={<HotlineFoot />}>
      <Heading size="big" text={trackWords.title} />
      <Field
        id="code"
        label={trackWords.label}
        hint={trackWords.hint}
        placeholder={trackWords.example}
        value={code}
        onChange={setCode}
        max={40}
        error={missing && !code.trim() ? trackWords.missing : undefined}
      />
      <Button kind="main" icon="search" text={trackWords.go} busyText={trackWords.going} onPress={look} />
      {answer && !answer.ok && (
        <Notice tone={isFault(answer) ? 'red' : 'amber'} icon={'offline' in answer ? 'offline' : undefined} said>
          {whatWentWrong(answer)}
        </Notice>
      )}
      {answer?.ok && <Found view={answer.value} code={code.trim()} />}
    </Frame>
  )
}

/** A code that isn't known, a slip that isn't registered yet: nothing is broken, and the sentence says what to do. */
const isFault = (answer: Answer<unknown>) => 'fault' in answer || 'invalid' in answer

function Found({ view, code }: { view: TrackView; code: string }) {
  const now = productNow()
  const next = nextStep(view, now)
  return (
    <View className="stack stack--l" ariaRole="status">
      <MatterHead view={view} now={now} level={2} />
      <Card>
        <MatterClocks clocks={view.clocks} now={now} />
        {next && <View>{next}</View>}
      </Card>
      <ToWhole view={view} code={code} />
      {view.people.length > 0 && (
        <Section title={trackWords.people}>
          <MatterPeople people={view.people} onCall={(phone) => void dial(phone)} />
        </Section>
      )}
      <View className="soft small">{trackWords.hidden}</View>
    </View>
  )
}

/** Where the code stands for whoever asked or reported, what was said opens on this phone too. */
function ToWhole({ view: { id, createdAt }, code }: { view: TrackView; code: string }) {
  if (!id) return null
  const reported = isGrievance(id)
  function open(id: string) {
    hold({ id, createdAt }, code)
    void go(reported ? places.grievance : places.question, { id })
  }
  return (
    <Button
      kind="main"
      icon={reported ? 'report' : 'ask'}
      text={reported ? trackWords.openReport : trackWords.open}
      onPress={() => open(id)}
    />
  )
}
