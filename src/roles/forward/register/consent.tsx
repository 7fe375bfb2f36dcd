import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Attached, type ConsentKind, fill, type Registration, useRegistration } from '@/client/register-draft'
import { ChoiceList, EvidencePicker, Field, Link, Notice, Signature, VoiceRecorder } from '@/ui'
import { consentWords as words } from '@/words/register'
import { visitRegisterWords } from '@/words/visit-page'
import { useFiles, waits } from './files'
import { type FieldsProps, takesPhotos } from './form'
import { needsConsent, takesVoice } from './question-form'

const kinds: { value: ConsentKind; text: string; more: string }[] = (['witness', 'voice', 'signature'] as const).map(
  (value) => ({ value, text: words.kinds[value], more: words.kindsMore[value] }),
)

const saysFor: Partial<Record<Registration['kind'], string>> = {
  aid: words.saysApplied,
  grievance: words.saysReported,
  visit: visitRegisterWords.says,
}

/** What came from the group or on paper: the person's yes, and what it looks like. */
export function Attachments(props: FieldsProps) {
  const { draft, role, ids, wrong } = props
  const files = useFiles()
  const lost = useRegistration((state) => state.lost)
  const group = draft.source === 'group'
  const agrees = needsConsent(draft, role)
  const asks = draft.kind === 'question'
  const shows = takesPhotos(draft)
  if (!agrees && !shows) return null
  const photos = draft.files.filter(({ use }) => use === 'photo')
  return (
    <>
      {lost > 0 && <Notice tone="amber">{words.lost(lost)}</Notice>}
      {agrees && <Consent {...props} files={files} />}
      {agrees && !group && <Kin {...props} />}
      {shows && (
        <EvidencePicker
          id={ids('evidence')}
          label={group ? words.photos : draft.source === 'paper' ? words.paperPhotos : words.placePhotos}
          photos={photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
          max={8}
          error={wrong('evidence') ?? files.message}
          optional
          onAdd={() => void files.addPhotos()}
          onRemove={files.remove}
          onRetry={(id) => void files.retry(id)}
        />
      )}
      {asks && files.message && (
        <Notice tone="amber" said>
          {files.message}
        </Notice>
      )}
      {takesVoice(draft, role) && <Message {...props} files={files} />}
    </>
  )
}

type ConsentProps = FieldsProps & { files: ReturnType<typeof useFiles> }

/** Few messages are spoken: asked for only where this one is. */
function Message({ draft, ids, wrong, files }: ConsentProps) {
  const [open, setOpen] = useState(false)
  const value = spoken(draft.files, 'voice')
  const group = draft.source === 'group'
  if (!open && !value)
    return (
      <View>
        <Link icon="mic" text={group ? words.addMessage : words.addVoice} onPress={() => setOpen(true)} />
      </View>
    )
  return (
    <View className="field">
      <VoiceRecorder
        id={ids('voice')}
        label={group ? words.message : words.herVoice}
        hint={group ? words.messageHint : words.herVoiceHint}
        value={value}
        error={wrong('voice')}
        optional
        onRecorded={(path, seconds) => void files.put('voice', path, seconds)}
        onRemove={() => files.drop('voice')}
      />
      <Again use="voice" all={draft.files} onRetry={files.retry} />
    </View>
  )
}

function Consent({ draft, ids, wrong, files }: ConsentProps) {
  const { consent } = draft
  const signed = draft.files.find(({ use }) => use === 'consent')
  const file = ids('forwarded.consent.fileId')
  return (
    <View className="field">
      <ChoiceList<ConsentKind>
        id={ids('forwarded.consent')}
        label={draft.source === 'group' ? words.says : (saysFor[draft.kind] ?? words.saysHelped)}
        hint={words.hint}
        choices={kinds}
        value={consent}
        error={wrong('forwarded.consent')}
        onChange={(kind) => {
          // A signature isn't a recording.
          if (kind !== consent) files.drop('consent')
          fill({ consent: kind })
        }}
      />
      {consent === 'witness' && (
        <Field
          id={ids('forwarded.consent.name')}
          label={words.witness}
          value={draft.witness}
          error={wrong('forwarded.consent.name')}
          max={50}
          onChange={(witness) => fill({ witness })}
        />
      )}
      {consent === 'voice' && (
        <VoiceRecorder
          id={file}
          label={words.voice}
          value={spoken(draft.files, 'consent')}
          error={wrong('forwarded.consent.fileId')}
          onRecorded={(path, seconds) => void files.put('consent', path, seconds)}
          onRemove={() => files.drop('consent')}
        />
      )}
      {consent === 'signature' && (
        <Signature
          id={file}
          label={words.signature}
          value={signed && { path: signed.path }}
          error={wrong('forwarded.consent.fileId')}
          onSigned={(path) => void files.put('consent', path)}
          onClear={() => files.drop('consent')}
        />
      )}
      <Again use="consent" all={draft.files} onRetry={files.retry} />
    </View>
  )
}

const kins = (['no', 'yes'] as const).map((value) => ({ value, text: words.kins[value] }))

/** Nobody enters what is against his own kin: asked once, and kept with his name. */
function Kin({ draft, ids, wrong }: FieldsProps) {
  const { opponentIsKin } = draft
  return (
    <>
      <ChoiceList<'no' | 'yes'>
        id={ids('forwarded.opponentIsKin')}
        label={words.kin}
        hint={words.kinHint}
        choices={kins}
        value={opponentIsKin === undefined ? undefined : opponentIsKin ? 'yes' : 'no'}
        error={wrong('forwarded.opponentIsKin')}
        onChange={(said) => fill({ opponentIsKin: said === 'yes' })}
      />
      {opponentIsKin && !wrong('forwarded.opponentIsKin') && <Notice tone="amber">{words.kinNo}</Notice>}
    </>
  )
}

const spoken = (files: readonly Attached[], use: Attached['use']) => {
  const file = files.find((each) => each.use === use)
  return file && { path: file.path, seconds: file.seconds ?? 0 }
}

type AgainProps = { use: Attached['use']; all: readonly Attached[]; onRetry: (id: string) => unknown }

/** A recording or a signature that didn't get through is still here. */
function Again({ use, all, onRetry }: AgainProps) {
  const failed = all.find((file) => file.use === use && file.state === 'failed')
  if (!failed) return null
  return (
    <Notice tone="amber" icon="offline" said>
      <View>{waits(failed) ? words.waits : words.failed}</View>
      <Link text={words.retry} onPress={() => onRetry(failed.id)} />
    </Notice>
  )
}
