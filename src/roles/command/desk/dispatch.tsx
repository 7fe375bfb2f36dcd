import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Asked } from '@/client/ask'
import { type StepProps, useStep } from '@/client/step'
import type { DispatchAdvice } from '@/contract/views'
import { Button, Card, Field, Heading, Icon, Link, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { dispatchWords as words } from '@/words/command'
import { isSecret } from './secret'
import { type Unit, UnitSheet } from './unit-choice'

type Advised = DispatchAdvice['units'][number]
const empty = {
  main: undefined as Unit | undefined,
  with: undefined as Unit[] | undefined,
  why: '',
  brief: '',
}
const MOST_WITH = 8
const MOST_WHY = 500

/** One unit has it, others help: the catalogue proposes with its reasons, a person decides. */
export function Dispatch({ advice, ...props }: StepProps & { advice: Asked<DispatchAdvice> }) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('grievance.dispatch', {
    ...props,
    empty,
    told: ({ detail }) => words.sent(detail.hop?.unit.name ?? ''),
  })
  const [tried, setTried] = useState(false)
  const [picking, setPicking] = useState<'main' | 'with'>()
  const units = advice.value?.units ?? []
  const main = draft.main ?? units[0]
  const advised = units.find(({ code }) => code === main?.code)
  const others = (draft.with ?? advised?.with ?? []).filter(({ code }) => code !== main?.code)
  const why = draft.why.trim() || reasonsOf(advised)
  const brief = draft.brief.trim()
  const secret = isSecret(view)
  const quiet = secret || ['handler', 'full'].includes(view.detail.anonymity ?? '')

  function submit() {
    setTried(true)
    if (!main || !why || (secret && !brief)) return
    return send({ id: view.id, main: main.code, with: others.map(({ code }) => code), why, ...(brief && { brief }) })
  }
  return (
    <Card>
      <Heading size="lead" level={2} text={words.title} />
      <Main advice={advice.value} main={main} advised={advised} />
      {wrong.fields.main && <Notice tone="red">{wrong.fields.main}</Notice>}
      {units.length > 1 && (
        <View className="stack stack--s">
          <View className="soft">{words.otherAdvice}</View>
          <View className="row row--wrap row--tight">
            {units
              .filter(({ code }) => code !== main?.code)
              .map(({ code, name }) => (
                <Link key={code} text={name} onPress={() => write({ main: { code, name }, with: undefined })} />
              ))}
          </View>
        </View>
      )}
      <View className="row row--wrap row--tight">
        <Link text={words.choose} onPress={() => setPicking('main')} />
        {draft.main && units[0] && draft.main.code !== units[0].code && (
          <Link text={words.back} onPress={() => write({ main: undefined, with: undefined })} />
        )}
      </View>
      <Helpers
        others={others}
        onAdd={others.length < MOST_WITH && main ? () => setPicking('with') : undefined}
        onRemove={(code) => write({ with: others.filter((each) => each.code !== code) })}
      />
      {wrong.fields.with && <Notice tone="red">{wrong.fields.with}</Notice>}
      {quiet && (
        <Field
          id="dispatch-brief"
          type="textarea"
          max={1000}
          optional={!secret}
          label={secret ? words.briefNeeded : words.briefOptional}
          hint={secret ? words.briefWhy : words.briefOptionalHint}
          value={draft.brief}
          onChange={(typed) => write({ brief: typed })}
          error={tried && secret && !brief ? words.briefMissing : wrong.fields.brief}
        />
      )}
      <Field
        id="dispatch-why"
        type="textarea"
        max={MOST_WHY}
        optional={Boolean(reasonsOf(advised))}
        label={words.reason}
        hint={reasonsOf(advised) ? words.reasonHint : undefined}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={tried && !why ? words.reasonMissing : wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <View className="command__act">
        <Button
          kind="main"
          text={main ? words.send(main.name) : words.title}
          offReason={main ? undefined : words.sendNobody}
          onPress={submit}
        />
      </View>
      <UnitSheet
        open={picking !== undefined}
        title={picking === 'with' ? words.withAdd : words.chooseTitle}
        without={picking === 'with' ? [main?.code ?? '', ...others.map(({ code }) => code)] : []}
        onClose={() => setPicking(undefined)}
        onChosen={(unit) => (picking === 'with' ? write({ with: [...others, unit] }) : write({ main: unit, with: [] }))}
      />
    </Card>
  )
}

/** What the catalogue says for this unit becomes the reason, unless the dispatcher writes her own. */
const reasonsOf = (advised?: Advised): string =>
  (advised?.reasons ?? [])
    .filter(({ good }) => good)
    .map(({ text }) => text)
    .join('；')
    .slice(0, MOST_WHY)

type MainProps = { advice?: DispatchAdvice; main?: Unit; advised?: Advised }

/** Who it would go to, and what speaks for it and against it. */
function Main({ advice, main, advised }: MainProps) {
  if (!main)
    return advice ? (
      <Notice tone="amber">
        <View>{words.none}</View>
        <View className="soft">{words.noneText}</View>
      </Notice>
    ) : null
  return (
    <View className="stack">
      <View className="stack stack--s">
        <View className="soft">{advised ? words.advised : words.chosen}</View>
        <Heading text={main.name} level={3} />
        {advised?.item && <View className="soft">{words.item(advised.item.name)}</View>}
      </View>
      {advised && (
        <View className="well stack stack--s">
          <View className="strong">{words.why}</View>
          {advised.reasons.map(({ good, text }) => (
            <View key={text} className="command__reason">
              <View className={good ? 'command__sign green' : 'command__sign amber'}>
                <Icon name={good ? 'check' : 'alert'} size="s" />
              </View>
              <View>{text}</View>
            </View>
          ))}
          {advice && <View className="small soft">{words.version(advice.catalogueVersion)}</View>}
        </View>
      )}
    </View>
  )
}

type HelpersProps = { others: readonly Unit[]; onAdd?: () => void; onRemove: (code: string) => void }

function Helpers({ others, onAdd, onRemove }: HelpersProps) {
  return (
    <View className="stack stack--s">
      <View className="soft">{others.length > 0 ? words.withTitle : words.withNone}</View>
      {others.map(({ code, name }) => (
        <View key={code} className="row row--apart">
          <View className="grow">{name}</View>
          <Link small text={words.remove} label={words.withRemove(name)} onPress={() => onRemove(code)} />
        </View>
      ))}
      {onAdd && (
        <View>
          <Link text={words.withAdd} onPress={onAdd} />
        </View>
      )}
    </View>
  )
}
