import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import { may, type StepProps, useStep } from '@/client/step'
import { Read } from '@/pages/read'
import { reportedFile } from '@/pages/reported-file'
import { Button, Card, ChoiceList, Field, Heading, Link, Notice } from '@/ui'
import { GrievanceHead } from '@/ui/grievance-head'
import { GrievanceOutcome } from '@/ui/grievance-outcome'
import { GrievanceReport } from '@/ui/grievance-report'
import { NotSent, ToldNotice, useTold } from '@/ui/told'
import { objectionWords as words } from '@/words/supervisor-grievance'

/** What she says is wrong, what was reported and what came of it; then the ruling. */
export function Ruling({ id, onRuled }: { id: string; onRuled: () => void }) {
  const { put, ...asked } = useAsk('matter.get', { id })
  const { told, done, refused } = useTold()
  const now = productNow()
  return (
    <View className="stack stack--l">
      <ToldNotice told={told} />
      <Read {...asked}>
        {(view) => (
          <>
            <GrievanceHead view={view} now={now} />
            <Rule
              view={view}
              onDone={(after, text) => {
                put(after)
                done(text)
                onRuled()
              }}
              onRefused={(message) => {
                refused(message)
                void asked.again()
                onRuled()
              }}
            />
            <GrievanceOutcome view={view} now={now} file={reportedFile} />
            <GrievanceReport view={view} now={now} file={reportedFile} />
            <View>
              <Link text={words.whole} onPress={() => void go(places.commandMatter, { id })} />
            </View>
          </>
        )}
      </Read>
    </View>
  )
}

type Decision = 'reopen' | 'keep'
const choices = [
  { value: 'reopen', text: words.reopen, more: words.reopenMore },
  { value: 'keep', text: words.keep, more: words.keepMore },
] as const
const empty = { decision: undefined as Decision | undefined, why: '' }

function Rule(props: StepProps) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('grievance.ruleObjection', {
    ...props,
    empty,
    // Begun again, it no longer carries the objection.
    told: ({ stage }) => words.told[stage === 'reopened' ? 'reopen' : 'keep'],
  })
  const [tried, setTried] = useState(false)
  const { decision } = draft
  const why = draft.why.trim()
  const { objection } = view.detail
  function submit() {
    setTried(true)
    return decision && why ? send({ id: view.id, reopen: decision === 'reopen', why }) : undefined
  }
  if (!objection || objection.ruled) return null
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.said} />
      <View className="grievance__said">{objection.why}</View>
      <View className="soft">{words.saidAt(objection.at, productNow())}</View>
      {may(view, 'grievance.ruleObjection') ? (
        <>
          <ChoiceList<Decision>
            id="rule-decision"
            label={words.decision}
            choices={choices}
            value={decision}
            onChange={(chosen) => write({ decision: chosen })}
            error={tried && !decision ? words.decisionMissing : wrong.fields.reopen}
          />
          <Field
            id="rule-why"
            type="textarea"
            max={500}
            label={words.why}
            hint={words.whyHint}
            value={draft.why}
            onChange={(typed) => write({ why: typed })}
            error={tried && !why ? words.whyMissing : wrong.fields.why}
          />
          <NotSent wrong={wrong} />
          <Button kind="main" text={words.send} onPress={submit} />
        </>
      ) : (
        <Notice>{words.own}</Notice>
      )}
    </Card>
  )
}
