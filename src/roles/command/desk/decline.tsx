import { View } from '@tarojs/components'
import { useState } from 'react'
import { dial } from '@/client/places'
import { type SheetProps, useStep } from '@/client/step'
import channels from '@/data/channels.json'
import { type DeclineReason, declineReasons } from '@/domain/grievance-types'
import { Button, ChoiceList, Field, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { declineWords as words } from '@/words/command'
import { declineTexts } from '@/words/grievance'

type Channel = { reason: string; name: string; phone?: string; whom: string; certainty: string; source: string }
const known: Channel[] = channels.values
const OWN = '-'
const empty = { reason: undefined as DeclineReason | undefined, channel: '', own: '', person: '', phone: '' }

/** Not for us: for a listed reason, with the right channel, and whom to ask there. */
export function DeclineSheet(props: SheetProps) {
  const { draft, write, send, wrong } = useStep('grievance.decline', {
    ...props,
    empty,
    told: ({ detail }) => words.sent(detail.declined?.channel ?? ''),
  })
  const [tried, setTried] = useState(false)
  const { reason } = draft
  const offered = known.filter((channel) => channel.reason === reason)
  const chosen = offered.find(({ name }) => name === draft.channel)
  const channel = chosen?.name ?? draft.own.trim()
  const person = draft.person.trim()
  const phone = draft.phone.trim()

  function submit() {
    setTried(true)
    if (!reason || !channel) return
    // What a colleague has accepted is declined only by somebody who saw that he did.
    const { id, version } = props.view
    return send({ id, version, reason, channel, ...(person && { person }), ...(phone && { phone }) })
  }
  return (
    <Sheet open={props.open} title={words.title} onClose={props.onClose}>
      <View>{words.text}</View>
      <ChoiceList<DeclineReason>
        id="decline-reason"
        label={words.reason}
        choices={declineReasons.map((value) => ({ value, text: declineTexts[value] }))}
        value={reason}
        onChange={(picked) => write({ reason: picked, channel: '', person: '', phone: '' })}
        error={tried && !reason ? words.reasonMissing : wrong.fields.reason}
      />
      {reason === 'emergency' && <Notice tone="red">{words.emergency}</Notice>}
      {reason && (
        <ChoiceList
          id="decline-channel"
          label={words.channel}
          choices={[
            ...offered.map(({ name, phone: number, whom }) => ({
              value: name,
              text: [name, number].filter(Boolean).join(' '),
              more: words.ask(whom),
            })),
            { value: OWN, text: words.own },
          ]}
          value={draft.channel || undefined}
          onChange={(picked) => {
            const { whom = '', phone: number = '' } = offered.find(({ name }) => name === picked) ?? {}
            write({ channel: picked, person: whom, phone: number })
          }}
          error={tried && !channel && draft.channel !== OWN ? words.channelMissing : undefined}
        />
      )}
      {chosen && <Known channel={chosen} />}
      {draft.channel === OWN && (
        <Field
          id="decline-own"
          max={100}
          label={words.channel}
          value={draft.own}
          onChange={(own) => write({ own })}
          error={tried && !channel ? words.channelMissing : wrong.fields.channel}
        />
      )}
      {draft.channel && (
        <>
          <Field
            id="decline-person"
            max={50}
            optional
            label={words.person}
            value={draft.person}
            onChange={(typed) => write({ person: typed })}
            error={wrong.fields.person}
          />
          <Field
            id="decline-phone"
            type="phone"
            optional
            label={words.phone}
            value={draft.phone}
            onChange={(typed) => write({ phone: typed })}
            error={wrong.fields.phone}
          />
        </>
      )}
      <NotSent wrong={wrong} />
      <Button kind="danger" text={words.send} onPress={submit} />
    </Sheet>
  )
}

/** Ring there first: on what the number rests, and whether somebody has to look at it again. */
function Known({ channel: { name, phone, source, certainty } }: { channel: Channel }) {
  return (
    <View className="well stack stack--s">
      {phone && (
        <Button
          icon="phone"
          text={words.dial(phone)}
          label={words.dialTo(name, phone)}
          onPress={() => void dial(phone)}
        />
      )}
      <View className="small soft">{words.source(source)}</View>
      {certainty !== 'verified' && <View className="small amber">{words.unsure}</View>}
    </View>
  )
}
