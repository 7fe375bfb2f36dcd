import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Asked } from '@/client/ask'
import { type StepProps, useStep } from '@/client/step'
import type { DispatchAdvice } from '@/contract/views'
import { type Ruling, rulings } from '@/domain/grievance-types'
import { Button, Card, ChoiceList, Field, Heading, Link } from '@/ui'
import { NotSent } from '@/ui/told'
import { rulingWords as words } from '@/words/command-steps'
import { type Unit, UnitSheet } from './unit-choice'

const empty = { decision: undefined as Ruling | undefined, main: undefined as Unit | undefined, why: '' }

/** Whose it is, after a unit said it isn't its own. */
export function RuleReturn({ advice, ...props }: StepProps & { advice: Asked<DispatchAdvice> }) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('grievance.ruleReturn', {
    ...props,
    empty,
    told: ({ detail }) => words.sent(detail.hop?.unit.name ?? ''),
  })
  const [tried, setTried] = useState(false)
  const [picking, setPicking] = useState(false)
  const { decision, main } = draft
  const why = draft.why.trim()
  const { returns = [], hop } = view.detail
  const last = returns.at(-1)
  const advised = advice.value?.units.find(({ code }) => code !== hop?.unit.code)

  function submit() {
    setTried(true)
    if (!decision || !why || (decision === 'move' && !main)) return
    return send({ id: view.id, decision, why, ...(decision === 'move' && main && { main: main.code }) })
  }
  return (
    <Card offer>
      <Heading size="lead" level={2} text={words.title} />
      {last && <View className="soft">{words.asked(last.unit, last.by, returns.length)}</View>}
      {last && <View className="command__said">{last.why}</View>}
      {last && <View className="soft command__said">{last.basis}</View>}
      <ChoiceList<Ruling>
        id="ruling-decision"
        label={words.decision}
        choices={rulings.map((value) => ({ value, ...words.decisions[value] }))}
        value={decision}
        onChange={(chosen) => write({ decision: chosen })}
        error={tried && !decision ? words.missing : wrong.fields.decision}
      />
      {decision === 'move' && (
        <View className="stack stack--s">
          <View className="soft">{words.main}</View>
          <View className="strong">{main?.name ?? words.mainNone}</View>
          {(wrong.fields.main || (tried && !main)) && (
            <View className="red" ariaRole="alert">
              {wrong.fields.main ?? words.mainMissing}
            </View>
          )}
          <View className="row row--wrap row--tight">
            {advised && advised.code !== main?.code && (
              <Link
                text={words.advised(advised.name)}
                onPress={() => write({ main: { code: advised.code, name: advised.name } })}
              />
            )}
            <Link text={words.choose} onPress={() => setPicking(true)} />
          </View>
        </View>
      )}
      <Field
        id="ruling-why"
        type="textarea"
        max={500}
        label={words.why}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !why ? words.whyMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
      <UnitSheet
        open={picking}
        title={words.chooseTitle}
        without={hop ? [hop.unit.code] : []}
        onClose={() => setPicking(false)}
        onChosen={(unit) => write({ main: unit })}
      />
    </Card>
  )
}
