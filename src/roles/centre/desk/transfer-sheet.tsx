import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Field, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { transferWords as words } from '@/words/centre-more'
import { type SheetProps, useStep } from './step'

const empty = { agency: '', person: '', phone: '', why: '' }

/** Handing it over to the body it belongs to, with a name and a number, on the same day. */
export function TransferSheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('aid.transfer', {
    ...props,
    empty,
    told: ({ detail }) => words.sent(detail.transfer?.agency ?? ''),
  })
  const [tried, setTried] = useState(false)
  const { elsewhere } = props.view.detail.where ?? {}
  const [agency, person, phone, why] = [draft.agency, draft.person, draft.phone, draft.why].map((text) => text.trim())

  function submit() {
    setTried(true)
    if (!agency || !why) return
    return send({ id: props.view.id, to: { agency, ...(person && { person }), ...(phone && { phone }) }, why })
  }
  const field = (name: keyof typeof empty, label: string, missing?: string) => ({
    id: `transfer-${name}`,
    label,
    value: draft[name],
    onChange: (typed: string) => write({ [name]: typed }),
    error: (tried && missing) || wrong.fields[`to.${name}`] || wrong.fields[name],
  })
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <Notice icon="phone">{words.first}</Notice>
      {elsewhere && <View className="strong">{words.elsewhere(elsewhere)}</View>}
      <Field {...field('agency', words.agency, agency ? undefined : words.agencyMissing)} max={120} />
      <Field {...field('person', words.person)} max={50} optional />
      <Field {...field('phone', words.phone)} type="phone" optional />
      <Field {...field('why', words.why, why ? undefined : words.whyMissing)} type="textarea" max={500} />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}
