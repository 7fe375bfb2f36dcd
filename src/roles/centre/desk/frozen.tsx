import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Buttons, Card, Field, Heading, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { assignWords as words } from '@/words/centre-more'
import { type SheetProps, type StepProps, useStep } from './step'

type Ruling = 'replace' | 'stay'

/** A new name binds the lawyer to the other side: nothing goes on until the reviewer has ruled. */
export function Frozen(props: StepProps) {
  const [ruling, setRuling] = useState<Ruling>()
  const name = props.view.detail.lawyer?.name ?? ''
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.frozen} />
      <View>{words.frozenText(name)}</View>
      <Buttons>
        <Button share="half" text={words.stay} onPress={() => setRuling('stay')} />
        <Button share="half" kind="main" text={words.replace} onPress={() => setRuling('replace')} />
      </Buttons>
      {ruling && <RuleSheet {...props} name={name} ruling={ruling} open onClose={() => setRuling(undefined)} />}
    </Card>
  )
}

const empty = { why: '' }

function RuleSheet({ ruling, name, ...props }: SheetProps & { ruling: Ruling; name: string }) {
  const ok = ruling === 'replace'
  const { draft, write, send, wrong } = useStep('aid.ruleChange', {
    ...props,
    empty,
    told: ({ detail }) => (ok ? words.replaced(detail.lawyer?.name) : words.stayed(name)),
  })
  const [tried, setTried] = useState(false)
  const why = draft.why.trim()
  function submit() {
    setTried(true)
    return why && send({ id: props.view.id, ok, why })
  }
  return (
    <Sheet open={props.open} title={ok ? words.replaceTitle(name) : words.stayTitle(name)} onClose={props.onClose}>
      <Field
        id="rule-why"
        type="textarea"
        max={500}
        label={words.why}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !why ? words.whyMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={ok ? words.replace : words.stay} onPress={submit} />
    </Sheet>
  )
}
