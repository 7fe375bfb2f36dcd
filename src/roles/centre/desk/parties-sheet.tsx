import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Input } from '@/contract/actions'
import type { AidDetail } from '@/contract/views'
import { Button, Card, Chips, Field, Link, Rows, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { partyTexts } from '@/words/aid'
import { fillWords as words } from '@/words/centre-more'
import { type SheetProps, useStep } from './step'

type Parties = Input<'aid.parties'>['parties']
type Role = Parties[number]['role']
type Known = NonNullable<AidDetail['parties']>
type Added = { role: Role; name: string; phone: string; idNumber: string; creditCode: string }

const roles = Object.entries(partyTexts).map(([value, text]) => ({ value: value as Role, text }))
const blank: Added = { role: 'opponent', name: '', phone: '', idNumber: '', creditCode: '' }
const empty = { gone: [] as number[], added: [] as Added[] }
const MOST = 20

/** Who stands on the other side: who is known stays or goes, who is new is written down. */
export function PartiesSheet(props: SheetProps) {
  const { view } = props
  const { draft, write, send, wrong } = useStep('aid.parties', { ...props, empty, told: words.partiesDone })
  const { gone, added } = draft
  const [tried, setTried] = useState(false)
  const known = view.detail.parties ?? []
  const staying = known.filter((_, n) => !gone.includes(n))
  const change = (n: number, part: Partial<Added>) =>
    write({ added: added.map((party, at) => (at === n ? { ...party, ...part } : party)) })
  const unchanged = gone.length === 0 && added.length === 0

  function submit() {
    setTried(true)
    if (unchanged || added.some(({ name }) => !name.trim())) return
    // The whole list is replaced: whoever changed it meanwhile must not be undone.
    return send({ id: view.id, version: view.version, parties: [...staying.map(asKnown), ...added.map(filled)] })
  }
  return (
    <Sheet open={props.open} title={words.partiesTitle} onClose={props.onClose}>
      <View className="soft">{words.partiesText}</View>
      {known.length > 0 && <KnownParties known={known} gone={gone} onGone={(next) => write({ gone: next })} />}
      {added.map((party, n) => (
        <Add
          // biome-ignore lint/suspicious/noArrayIndexKey: a party has no name of its own until it is written
          key={n}
          party={party}
          n={n}
          wrong={(name) =>
            tried && name === 'name' && !party.name.trim()
              ? words.nameMissing
              : wrong.fields[`parties.${staying.length + n}.${name}`]
          }
          onChange={(part) => change(n, part)}
          onUndo={() => write({ added: added.filter((_, at) => at !== n) })}
        />
      ))}
      {staying.length + added.length < MOST && (
        <Button icon="plus" text={words.add} onPress={() => write({ added: [...added, blank] })} />
      )}
      <NotSent wrong={tried && unchanged ? { text: words.nothing } : wrong} />
      <Button kind="main" text={words.send} onPress={submit} />
    </Sheet>
  )
}

type KnownProps = { known: Known; gone: readonly number[]; onGone: (gone: number[]) => void }

function KnownParties({ known, gone, onGone }: KnownProps) {
  return (
    <Rows>
      {known.map(({ role, name, phone }, n) => {
        const leaves = gone.includes(n)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of one name are told apart by their place
          <View key={n} className="centre__party">
            <View className="grow">
              <Text className="block strong">{name}</Text>
              <Text className="block small soft">
                {[partyTexts[role], phone, leaves && words.leaves].filter(Boolean).join('，')}
              </Text>
            </View>
            <Link
              text={leaves ? words.keep : words.gone}
              label={leaves ? words.keepLabel(name) : words.goneLabel(name)}
              onPress={() => onGone(leaves ? gone.filter((at) => at !== n) : [...gone, n])}
            />
          </View>
        )
      })}
    </Rows>
  )
}

type AddProps = {
  party: Added
  n: number
  wrong: (name: keyof Added) => string | undefined
  onChange: (part: Partial<Added>) => void
  onUndo: () => void
}

function Add({ party, n, wrong, onChange, onUndo }: AddProps) {
  const field = (name: Exclude<keyof Added, 'role'>, label: string) => ({
    id: `party-${n}-${name}`,
    label,
    value: party[name],
    onChange: (typed: string) => onChange({ [name]: typed }),
    error: wrong(name),
  })
  return (
    <Card>
      <View className="row row--apart">
        <View className="strong">{words.partyNew(n + 1)}</View>
        <Link small text={words.undo} label={words.undoLabel(n + 1)} onPress={onUndo} />
      </View>
      <Chips<Role> label={words.role} chips={roles} value={party.role} onChange={(role) => onChange({ role })} />
      <Field {...field('name', words.name)} max={80} />
      <Field {...field('phone', words.phone)} type="phone" optional />
      <Field {...field('idNumber', words.partyId)} type="idcard" optional />
      <Field {...field('creditCode', words.partyCredit)} max={18} optional />
    </Card>
  )
}

// What is shown with stars in it isn't sent: the list's keeper still knows it.
const asKnown = ({ role, name, creditCode }: Known[number]): Parties[number] => ({
  role: role as Role,
  name,
  ...(creditCode && { creditCode }),
})

const filled = ({ role, ...texts }: Added): Parties[number] => ({
  role,
  name: texts.name.trim(),
  ...Object.fromEntries(
    (['phone', 'idNumber', 'creditCode'] as const).flatMap((name) => {
      const text = texts[name].trim()
      return text ? [[name, text]] : []
    }),
  ),
})
