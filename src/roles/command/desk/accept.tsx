import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Asked } from '@/client/ask'
import { type StepProps, useStep } from '@/client/step'
import type { DispatchAdvice } from '@/contract/views'
import { type GrievanceType, grievanceTypes, type Handling, handlings } from '@/domain/grievance-types'
import { Button, Card, CheckList, ChoiceList, Heading, Notice } from '@/ui'
import { NotSent } from '@/ui/told'
import { acceptWords as words } from '@/words/command'
import { handlingTexts, typeTexts } from '@/words/grievance'
import { isSecret } from './secret'

type Safety = 'yes'
const NONE = '-'
const empty = {
  type: undefined as GrievanceType | undefined,
  handling: undefined as Handling | undefined,
  item: undefined as string | undefined,
  safety: [] as Safety[],
}

/** What it is and in which class it is handled; the catalogue's word is proposed, a person decides. */
export function Accept({ advice, ...props }: StepProps & { advice: Asked<DispatchAdvice> }) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('grievance.accept', { ...props, empty, told: words.accepted })
  const [tried, setTried] = useState(false)
  const items = itemsOf(advice.value)
  const item = draft.item ?? items[0]?.code
  const advised = advice.value?.units.find((unit) => unit.item?.code === item)?.handling
  const type = draft.type ?? (isSecret(view) ? 'report' : undefined)
  const handling = draft.handling ?? advised

  function submit() {
    setTried(true)
    if (!type || !handling) return
    return send({
      id: view.id,
      type,
      handling,
      ...(item && item !== NONE && { item }),
      ...(draft.safety.length > 0 && { publicSafety: true }),
    })
  }
  return (
    <Card>
      <Heading size="lead" level={2} text={words.title} />
      <View className="command__types">
        <ChoiceList<GrievanceType>
          id="accept-type"
          label={words.type}
          choices={grievanceTypes.map((value) => ({ value, text: typeTexts[value] }))}
          value={type}
          onChange={(chosen) => write({ type: chosen })}
          error={tried && !type ? words.typeMissing : wrong.fields.type}
        />
      </View>
      {type === 'report' && <Notice>{words.secret}</Notice>}
      {items.length > 0 && (
        <ChoiceList
          id="accept-item"
          label={words.item}
          choices={[
            ...items.map(({ code, name }) => ({ value: code, text: name })),
            { value: NONE, text: words.noItem },
          ]}
          value={item}
          onChange={(chosen) => write({ item: chosen })}
          error={wrong.fields.item}
        />
      )}
      <ChoiceList<Handling>
        id="accept-handling"
        label={words.handling}
        hint={advised && words.handlingHint(handlingTexts[advised])}
        choices={handlings.map((value) => ({ value, text: handlingTexts[value], more: words.handlings[value] }))}
        value={handling}
        onChange={(chosen) => write({ handling: chosen })}
        error={tried && !handling ? words.handlingMissing : wrong.fields.handling}
      />
      <CheckList<Safety>
        id="accept-safety"
        label={words.safety}
        choices={[{ value: 'yes', text: words.publicSafety, more: words.publicSafetyText }]}
        values={draft.safety}
        onChange={(safety) => write({ safety })}
      />
      <NotSent wrong={wrong} />
      <View className="command__act">
        <Button kind="main" text={words.send} onPress={submit} />
      </View>
    </Card>
  )
}

/** Rows of the catalogue that fit, each once. */
function itemsOf(advice?: DispatchAdvice): { code: string; name: string }[] {
  const found = new Map(advice?.units.flatMap(({ item }) => (item ? [[item.code, item] as const] : [])))
  return [...found.values()]
}
