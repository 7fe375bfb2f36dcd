import { View } from '@tarojs/components'
import { useState } from 'react'
import { useSession } from '@/client/session'
import { type SheetProps, useStep } from '@/client/step'
import { useUnits } from '@/client/units'
import { Button, ChoiceList, Field, Link, Sheet, Skeleton } from '@/ui'
import { NotSent } from '@/ui/told'
import { commonWords } from '@/words/common'
import { sendDownWords as words } from '@/words/unit-desk'

const empty = { unit: undefined as string | undefined, why: '' }

/** A town has one of its own villages settle it. */
export function SendDownSheet(props: SheetProps) {
  const { view } = props
  const town = useSession(({ me }) => me?.acting.unit)
  const { units, waiting, again } = useUnits(props.open)
  const villages = units.filter(({ parent }) => parent !== undefined && parent === town)
  const { draft, write, send, wrong } = useStep('grievance.sendDown', {
    ...props,
    empty,
    // Once it left, the page no longer says where to.
    told: (): string => words.told(chosen),
  })
  const chosen: string = villages.find(({ code }) => code === draft.unit)?.name ?? ''
  const [tried, setTried] = useState(false)
  const why = draft.why.trim()
  function submit() {
    setTried(true)
    return draft.unit ? send({ id: view.id, unit: draft.unit, ...(why && { why }) }) : undefined
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      {waiting && <Skeleton cards={0} lines={3} />}
      {!waiting && villages.length === 0 && (
        <View>
          <View>{words.none}</View>
          <Link text={commonWords.again} onPress={() => void again()} />
        </View>
      )}
      {villages.length > 0 && (
        <ChoiceList
          id="down-unit"
          label={words.unit}
          choices={villages.map(({ code, name }) => ({ value: code, text: name }))}
          value={draft.unit}
          onChange={(unit) => write({ unit })}
          error={tried && !draft.unit ? words.unitMissing : wrong.fields.unit}
        />
      )}
      <Field
        id="down-why"
        type="textarea"
        max={500}
        optional
        label={words.why}
        value={draft.why}
        onChange={(typed) => write({ why: typed })}
        error={wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}
