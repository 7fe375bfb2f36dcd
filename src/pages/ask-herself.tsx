import { View } from '@tarojs/components'
import { useState } from 'react'
import { may, type SheetProps, type StepProps, useStep } from '@/client/step'
import { Button, Card, ChoiceList, Field, Heading, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { askWords as words } from '@/words/ask-herself'

/**
 * Somebody else entered it: whoever is to ring her sees so and writes down what she said; whoever may not, how that
 * stands. Nothing where it was never asked.
 */
export function AskHerself(props: StepProps) {
  const { view } = props
  const [open, setOpen] = useState(false)
  const { consentCheck: check } = view
  if (!check) return null
  if (!may(view, 'matter.consentChecked'))
    return (
      <Notice tone={check.state === 'agreed' ? 'green' : 'amber'}>
        <View>{check.text}</View>
      </Notice>
    )
  return (
    <Card>
      <Heading size="lead" level={2} text={words.title} />
      <View>{check.text}</View>
      <View className="soft">{words.hint}</View>
      <Button icon="pen" text={words.open} onPress={() => setOpen(true)} />
      <AnswerSheet {...props} open={open} onClose={() => setOpen(false)} />
    </Card>
  )
}

type Outcome = keyof typeof words.outcomes
const choices = (['yes', 'no', 'unreached'] as const).map((value) => ({ value, text: words.outcomes[value] }))
const empty: { outcome?: Outcome; note: string } = { note: '' }

function AnswerSheet(props: SheetProps) {
  const { view, open, onClose } = props
  const [tried, setTried] = useState(false)
  const { draft, write, latest, send, wrong } = useStep('matter.consentChecked', {
    ...props,
    empty,
    told: (): string => words.told[latest().outcome ?? 'unreached'],
  })
  const { outcome } = draft
  function submit() {
    setTried(true)
    if (!outcome) return undefined
    const note = draft.note.trim()
    const said = outcome === 'unreached' ? {} : { agrees: outcome === 'yes' }
    return send({ id: view.id, reached: outcome !== 'unreached', ...said, ...(note && { note }) })
  }
  return (
    <Sheet open={open} title={words.title} onClose={onClose}>
      <ChoiceList<Outcome>
        id="consent-outcome"
        label={words.label}
        choices={choices}
        value={outcome}
        error={tried && !outcome ? words.missing : wrong.fields.agrees}
        onChange={(chosen) => write({ outcome: chosen })}
      />
      {outcome === 'no' && <Notice tone="amber">{words.refusedNote}</Notice>}
      <Field
        id="consent-note"
        type="textarea"
        max={500}
        optional
        label={words.note}
        hint={words.noteHint}
        value={draft.note}
        onChange={(note) => write({ note })}
        error={wrong.fields.note}
      />
      <NotSent wrong={wrong} />
      <Button kind={outcome === 'no' ? 'danger' : 'main'} text={words.send} onPress={submit} />
    </Sheet>
  )
}
