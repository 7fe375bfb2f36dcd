import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import type { AidDetail } from '@/contract/views'
import { Button, Card, CardLine, Chips, Field, Link, Notice } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { partyTexts } from '@/words/aid'
import { partyWords } from '@/words/apply'
import { partiesWords as words } from '@/words/papers'
import { Done, type FormProps, Leaf, NotNow, SendBar } from './leaf'
import { type Added, formOf, inputOf, MOST, newParty, onNow, type PartiesForm, staying } from './parties-form'

/** Who the other side is, told anew: a lawyer who is already there is asked again about new names. */
export function ChangeParties({ view, put, again }: FormProps) {
  const { id, detail } = view
  const known = detail.parties ?? []
  const [done, setDone] = useState(false)
  const [tried, setTried] = useState(false)
  const told = useTold()
  const kept = useKept<PartiesForm>(`parties|${id}`, formOf(known))
  const form = onNow(kept.draft, known)
  const { gone, added } = form
  const write = (part: Partial<PartiesForm>) => kept.write({ ...onNow(kept.now(), known), ...part })
  const { send, wrong } = useCommand('aid.parties', {
    onDone: (after) => {
      kept.drop()
      put(after)
      setDone(true)
    },
    onRefused: (message) => {
      told.refused(message)
      void again()
    },
  })

  if (done)
    return (
      <Done id={id} title={words.done}>
        {detail.lawyer && detail.lawyer.conflict !== 'clear' && <View>{words.doneText}</View>}
      </Done>
    )
  if (!view.can.some(({ action }) => action === 'aid.parties')) return <NotNow id={id} label={words.page} />

  const same = gone.length === 0 && added.length === 0
  function sendIt() {
    setTried(true)
    if (!same && !added.some(unnamed)) return send({ id, version: view.version, parties: inputOf(known, form) })
  }
  function addOne() {
    setTried(false)
    write({ added: [...added, newParty] })
  }
  const wrongAt = (n: number) => (field: string) =>
    field === 'name' && tried && unnamed(added[n])
      ? words.nameMissing
      : wrong.fields[`parties.${staying(known, form).length + n}.${field}`]

  return (
    <Leaf
      id={id}
      title={words.title}
      foot={<SendBar wrong={tried && same ? { text: words.nothing } : wrong} text={words.send} onSend={sendIt} />}
    >
      <ToldNotice told={told.told} />
      <View>{words.lead}</View>
      {!detail.parties && <Notice tone="amber">{words.unseen}</Notice>}
      {known.length > 0 && <Known known={known} gone={gone} onGone={(next) => write({ gone: next })} />}
      {added.map((party, n) => (
        <NewParty
          // biome-ignore lint/suspicious/noArrayIndexKey: a party's place is its name here, as in the contract's fields
          key={n}
          nth={n}
          party={party}
          wrong={wrongAt(n)}
          onChange={(part) => write({ added: added.map((each, at) => (at === n ? { ...each, ...part } : each)) })}
          onRemove={() => write({ added: added.filter((_, at) => at !== n) })}
        />
      ))}
      {staying(known, form).length + added.length < MOST && <Button icon="plus" text={words.add} onPress={addOne} />}
    </Leaf>
  )
}

const unnamed = (party: Added | undefined) => party?.name.trim() === ''

type KnownProps = { known: NonNullable<AidDetail['parties']>; gone: number[]; onGone: (gone: number[]) => void }

function Known({ known, gone, onGone }: KnownProps) {
  return (
    <Card>
      {known.map(({ role, name, phone, idNumber }, n) => {
        const leaves = gone.includes(n)
        const about = [partyTexts[role], phone, idNumber].filter(Boolean).join('，')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of one name are told apart by their place
          <View key={n} className="stack">
            {n > 0 && <CardLine />}
            <View className="head">
              <View className="grow">
                <Text className="block strong">{name}</Text>
                <Text className={leaves ? 'block small red' : 'block small soft'}>{leaves ? words.leaves : about}</Text>
              </View>
              <Link
                text={leaves ? words.keep : partyWords.removeText}
                label={leaves ? words.keepLabel(name) : words.goneLabel(name)}
                onPress={() => onGone(leaves ? gone.filter((at) => at !== n) : [...gone, n])}
              />
            </View>
          </View>
        )
      })}
    </Card>
  )
}

type NewProps = {
  party: Added
  nth: number
  wrong: (field: string) => string | undefined
  onChange: (part: Partial<Added>) => void
  onRemove: () => void
}

const roles = (['opponent', 'co-party', 'third'] as const).map((value) => ({ value, text: partyTexts[value] ?? value }))

function NewParty({ party, nth, wrong, onChange, onRemove }: NewProps) {
  return (
    <Card>
      <View className="head">
        <View className="strong">{words.one(nth + 1)}</View>
        <Link text={partyWords.removeText} label={words.remove(nth + 1)} onPress={onRemove} />
      </View>
      <Chips label={words.who} chips={roles} value={party.role} onChange={(role) => onChange({ role })} />
      <Field
        id={`party-${nth}-name`}
        label={partyWords.name}
        value={party.name}
        error={wrong('name')}
        max={80}
        onChange={(name) => onChange({ name })}
      />
      <Field
        id={`party-${nth}-phone`}
        type="phone"
        label={partyWords.phone}
        value={party.phone}
        error={wrong('phone')}
        optional
        onChange={(phone) => onChange({ phone })}
      />
    </Card>
  )
}
