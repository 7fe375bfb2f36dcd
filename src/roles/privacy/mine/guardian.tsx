import { View } from '@tarojs/components'
import { useState } from 'react'
import { productNow } from '@/client/now'
import { useOwn } from '@/client/own-data'
import { go, places } from '@/client/places'
import { dayOf } from '@/domain/time'
import { Button, Card, DatePicker, Field, Heading, Notice, Sheet } from '@/ui'
import { guardianWords as words } from '@/words/guardian'

const blank = { code: '', name: '', relation: '', birth: '' }

/** On the child's phone a code is shown; on the guardian's it is typed in, and from then on both know each other. */
export function Guardian() {
  const [code, setCode] = useState('')
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(blank)
  const write = (part: Partial<typeof blank>) => setDraft((now) => ({ ...now, ...part }))
  const giving = useOwn('me.guardCode', (value) => setCode(value.code))
  const taking = useOwn('me.guard', ({ id }) => {
    setOpen(false)
    setDraft(blank)
    void go(places.myData, { ward: id })
  })
  const fields = taking.wrong?.fields ?? {}
  return (
    <Card>
      <Heading text={words.title} />
      <View className="soft">{words.lead}</View>
      {code && (
        <Notice tone="green" said>
          <View className="strong">{`${words.code} ${code.replace(/(.{4})(.{4})/, '$1-$2-')}`}</View>
          <View>{words.codeText}</View>
        </Notice>
      )}
      {giving.wrong && (
        <Notice tone="amber" said>
          {giving.wrong.text}
        </Notice>
      )}
      <Button text={words.give} onPress={() => giving.send({})} />
      <Button text={words.take} onPress={() => setOpen(true)} />
      <Sheet open={open} title={words.sheet} onClose={() => setOpen(false)}>
        <Field
          id="guard-code"
          label={words.code}
          value={draft.code}
          max={20}
          error={fields.code}
          onChange={(next) => write({ code: next })}
        />
        <Field
          id="guard-name"
          label={words.name}
          value={draft.name}
          max={50}
          error={fields.name}
          onChange={(name) => write({ name })}
        />
        <Field
          id="guard-relation"
          label={words.relation}
          value={draft.relation}
          max={20}
          error={fields.relation}
          onChange={(relation) => write({ relation })}
        />
        <DatePicker
          id="guard-birth"
          label={words.birth}
          value={draft.birth}
          valueText={draft.birth || words.noBirth}
          earliest="1990-01-01"
          latest={dayOf(productNow())}
          error={fields.birth}
          onChange={(birth) => write({ birth })}
        />
        {taking.wrong && Object.keys(fields).length === 0 && (
          <Notice tone="amber" said>
            {taking.wrong.text}
          </Notice>
        )}
        <Button kind="main" text={words.send} onPress={() => taking.send(draft)} />
      </Sheet>
    </Card>
  )
}
