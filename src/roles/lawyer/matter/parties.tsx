import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import type { AidDetail, MatterView } from '@/contract/views'
import { Button, Card, Chips, Field, Link, Notice, Rows, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { partyTexts } from '@/words/aid'
import { lawyerWords as words } from '@/words/lawyer'
import type { StepProps } from './to-do'

type Role = 'opponent' | 'co-party' | 'third'
type Added = { role: Role; name: string; phone: string }
/** `base`: the list it was written about; if that has changed meanwhile, one starts over from the new one. */
type Draft = { base: string; gone: number[]; added: Added[] }

const roles = (['opponent', 'co-party', 'third'] as const).map((value) => ({ value, text: partyTexts[value] ?? value }))
const MOST = 20

export function Parties(props: StepProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon="people" text={words.parties} onPress={() => setOpen(true)} />
      <PartiesSheet {...props} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

type SheetProps = StepProps & { open: boolean; onClose: () => void }

/** The other side is somebody else, or one more: who is known stays or goes, who is new is written down. */
function PartiesSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const known = view.detail.parties ?? []
  const { draft, write, drop } = usePartiesDraft(view)
  const { gone, added } = draft
  const [tried, setTried] = useState(false)
  const { send, wrong } = useCommand('aid.parties', {
    onDone: (after) => {
      drop()
      onClose()
      onDone(after, partiesText(after))
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const same = gone.length === 0 && added.length === 0
  const staying = known.filter((_, n) => !gone.includes(n))
  const set = (n: number, part: Partial<Added>) =>
    write({ added: added.map((party, at) => (at === n ? { ...party, ...part } : party)) })

  function submit() {
    setTried(true)
    return same || added.some(unnamed)
      ? undefined
      : send({ id: view.id, version: view.version, parties: said(staying, added) })
  }
  return (
    <Sheet open={open} title={words.parties} onClose={onClose}>
      <View className="soft">{words.partiesText}</View>
      {known.length > 0 && <Known known={known} gone={gone} onGone={(next) => write({ gone: next })} />}
      {added.map((party, n) => (
        <New
          // biome-ignore lint/suspicious/noArrayIndexKey: a party's place is its name here, as in the contract's fields
          key={n}
          n={n}
          party={party}
          wrong={(field) =>
            field === 'name' && tried && unnamed(party)
              ? words.partyNameMissing
              : wrong.fields[`parties.${staying.length + n}.${field}`]
          }
          onChange={(part) => set(n, part)}
          onUndo={() => write({ added: added.filter((_, at) => at !== n) })}
        />
      ))}
      {staying.length + added.length < MOST && (
        <Button
          icon="plus"
          text={words.partyAdd}
          onPress={() => write({ added: [...added, { role: 'opponent', name: '', phone: '' }] })}
        />
      )}
      {tried && same && (
        <Notice tone="amber" said>
          {words.partiesSame}
        </Notice>
      )}
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.partiesSend} onPress={submit} />
    </Sheet>
  )
}

const unnamed = ({ name }: Added) => name.trim() === ''

function usePartiesDraft({ id, detail }: MatterView) {
  const fresh: Draft = { base: JSON.stringify(detail.parties ?? []), gone: [], added: [] }
  const { draft, write, drop } = useKept(`parties|${id}`, fresh)
  const current = draft.base === fresh.base ? draft : { ...fresh, added: draft.added }
  return { draft: current, drop, write: (part: Partial<Draft>) => write({ ...current, ...part }) }
}

const partiesText = ({ can }: MatterView) =>
  can.some(({ action }) => action === 'aid.conflictAnswer') ? words.partiesAgain : words.partiesDone

/** What is shown with stars in it isn't sent: the list's keeper still knows it. */
function said(staying: NonNullable<AidDetail['parties']>, added: Added[]) {
  return [
    ...staying.map(({ role, name, creditCode }) => ({ role: role as Role, name, ...(creditCode && { creditCode }) })),
    ...added.map(({ role, name, phone }) => ({ role, name, ...(phone.trim() && { phone }) })),
  ]
}

type KnownProps = { known: NonNullable<AidDetail['parties']>; gone: number[]; onGone: (gone: number[]) => void }

function Known({ known, gone, onGone }: KnownProps) {
  return (
    <Rows>
      {known.map(({ role, name, phone }, n) => {
        const leaves = gone.includes(n)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of one name are told apart by their place
          <View key={n} className="lawyer__party">
            <View className="grow">
              <Text className={leaves ? 'block lawyer__gone' : 'block strong'}>{name}</Text>
              <Text className="block small soft">
                {[partyTexts[role], phone, leaves && words.partyLeaves].filter(Boolean).join('，')}
              </Text>
            </View>
            <Link
              text={leaves ? words.partyKeep : words.partyGone}
              label={leaves ? words.partyKeepLabel(name) : words.partyGoneLabel(name)}
              onPress={() => onGone(leaves ? gone.filter((at) => at !== n) : [...gone, n])}
            />
          </View>
        )
      })}
    </Rows>
  )
}

type NewProps = {
  n: number
  party: Added
  wrong: (field: string) => string | undefined
  onChange: (part: Partial<Added>) => void
  onUndo: () => void
}

function New({ n, party, wrong, onChange, onUndo }: NewProps) {
  return (
    <Card>
      <View className="head">
        <View className="strong">{words.partyNew(n + 1)}</View>
        <Link text={words.partyUndo} label={words.partyUndoLabel(n + 1)} onPress={onUndo} />
      </View>
      <Chips<Role> label={words.partyRole} chips={roles} value={party.role} onChange={(role) => onChange({ role })} />
      <Field
        id={`party-${n}-name`}
        label={words.partyName}
        max={80}
        value={party.name}
        onChange={(name) => onChange({ name })}
        error={wrong('name')}
      />
      <Field
        id={`party-${n}-phone`}
        type="phone"
        optional
        label={words.partyPhone}
        value={party.phone}
        onChange={(phone) => onChange({ phone })}
        error={wrong('phone')}
      />
    </Card>
  )
}
