import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Ends, useCommand } from '@/client/command'
import { useKept } from '@/client/kept'
import type { MatterView } from '@/contract/views'
import { Button, Buttons, Field, Notice, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { partyTexts } from '@/words/aid'
import { lawyerWords as words } from '@/words/lawyer'

type Props = Ends & { view: Pick<MatterView, 'id' | 'version' | 'stage' | 'detail'> }

/** Names and nothing else, and the one question that must come before the matter itself. */
export function ConflictQuestion({ view, onDone, onRefused }: Props) {
  const { id, version, stage, detail } = view
  const [asking, setAsking] = useState(false)
  const { send, wrong } = useCommand('aid.conflictAnswer', { onDone, onRefused })
  return (
    <View className="stack">
      {stage === 'in-hand' && (
        <Notice tone="amber">
          <View className="strong">{words.again}</View>
          <View>{words.againText}</View>
        </Notice>
      )}
      <Text className="strong">{words.bound}</Text>
      <Names detail={detail} />
      {stage !== 'in-hand' && <View className="small soft">{words.boundHint}</View>}
      {!asking && <NotSent wrong={wrong} />}
      <Buttons>
        <Button share="half" text={words.conflict} onPress={() => setAsking(true)} />
        <Button
          share="half"
          kind="main"
          text={words.free}
          // He answers for the names he saw: if a name was added since, he is asked again.
          onPress={() => send({ id, version, conflict: 'no' })}
        />
      </Buttons>
      <ConflictSheet open={asking} view={view} onClose={() => setAsking(false)} onDone={onDone} onRefused={onRefused} />
    </View>
  )
}

function Names({ detail: { applicant, parties = [] } }: Pick<MatterView, 'detail'>) {
  const names = [
    ...(applicant ? [{ role: words.applicant, name: applicant.name }] : []),
    ...parties.map(({ role, name }) => ({ role: partyTexts[role] ?? '', name })),
  ]
  return (
    <View ariaRole="list">
      {names.map(({ role, name }) => (
        <View key={`${role}${name}`} className="lawyer__name" ariaRole="listitem">
          <Text className="block small soft">{role}</Text>
          <Text className="strong">{name}</Text>
        </View>
      ))}
      {parties.length === 0 && <View className="lawyer__name soft">{words.noParties}</View>}
    </View>
  )
}

function ConflictSheet({ view, open, onClose, onDone, onRefused }: Props & { open: boolean; onClose: () => void }) {
  const { draft, write, drop } = useKept(`conflict|${view.id}`, { why: '' })
  const { send, wrong } = useCommand('aid.conflictAnswer', {
    onDone: (left) => {
      drop()
      onClose()
      onDone(left)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  const why = draft.why.trim()
  return (
    <Sheet open={open} title={words.conflictTitle} onClose={onClose}>
      <View>{words.conflictText}</View>
      <Field
        id={`conflict-${view.id}`}
        type="textarea"
        max={500}
        optional
        label={words.conflictWhy}
        hint={words.conflictWhyHint}
        value={draft.why}
        onChange={(value) => write({ why: value })}
        error={wrong.fields.why}
      />
      <NotSent wrong={wrong} />
      <Button
        kind="main"
        text={words.conflictSend}
        onPress={() => send({ id: view.id, version: view.version, conflict: 'yes', ...(why && { why }) })}
      />
    </Sheet>
  )
}
