import { Text, View } from '@tarojs/components'
import type { Draft } from '@/client/draft'
import { useSession } from '@/client/session'
import { Card, ChoiceList, Field, Heading, Notice, Signature } from '@/ui'
import { consentWords as words } from '@/words/apply-more'
import type { QuestionProps } from './form'
import { Said, Sent } from './kept-file'
import { agree, agreedVoice, sendFile, signature, useKept } from './sending'

/** Who can't type still decides: the words are read to her, and her yes is kept beside them. */
export function Consent(props: QuestionProps) {
  const { draft, ids, wrong } = props
  const { how, kind } = draft.consent
  return (
    <>
      <Words draft={draft} />
      <ChoiceList
        id={ids('forwarded.consent.readAloud')}
        label={words.how}
        choices={words.hows}
        value={how}
        error={wrong('forwarded.consent.readAloud')}
        onChange={(how) => agree({ how })}
      />
      <ChoiceList
        id={ids('forwarded.consent.kind')}
        label={words.kind}
        choices={words.kinds}
        value={kind}
        error={wrong('forwarded.consent.kind')}
        onChange={(kind) => agree({ kind })}
      />
      {kind === 'voice' && <Voice {...props} />}
      {kind === 'signature' && <Signed {...props} />}
      {kind === 'witness' && (
        <Field
          id={ids('forwarded.consent.name')}
          label={words.witness}
          hint={words.witnessHint}
          value={draft.consent.witness}
          error={wrong('forwarded.consent.name')}
          max={50}
          onChange={(witness) => agree({ witness })}
        />
      )}
      {draft.parties.length > 0 && <Kin {...props} />}
      <View className="soft">{words.away}</View>
    </>
  )
}

/** Nobody enters what is against his own kin: asked once where there is another side, and kept with his name. */
function Kin({ draft, ids, wrong }: QuestionProps) {
  const { opponentIsKin } = draft.consent
  return (
    <>
      <ChoiceList
        id={ids('forwarded.opponentIsKin')}
        label={words.kin}
        choices={words.kins}
        value={opponentIsKin === undefined ? undefined : opponentIsKin ? 'yes' : 'no'}
        error={wrong('forwarded.opponentIsKin')}
        onChange={(said) => agree({ opponentIsKin: said === 'yes' })}
      />
      {opponentIsKin && !wrong('forwarded.opponentIsKin') && <Notice tone="amber">{words.kinNo}</Notice>}
    </>
  )
}

function Words({ draft }: { draft: Draft }) {
  const { name, helper } = useNames(draft)
  const lines = words.lines({ name, helper, ward: draft.for === 'ward', promise: draft.route === 'promise' })
  return (
    <Card>
      <Heading size="lead" level={2} text={words.aloud} />
      <View className="stack" ariaRole="list">
        {lines.map((line, n) => (
          <View key={line} className="pledge" ariaRole="listitem">
            <Text className="pledge__n">{n + 1}</Text>
            <Text>{line}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}

function useNames({ name }: Draft) {
  const helper = useSession((session) => session.me?.name)
  return { name: name.trim() || words.nobody, helper: helper || words.helper }
}

function Voice({ draft, ids, wrong }: QuestionProps) {
  const { name, helper } = useNames(draft)
  const hint = draft.for === 'ward' ? words.voiceHintWard : words.voiceHint
  return (
    <Said
      id={ids('forwarded.consent.fileId')}
      label={words.voice}
      hint={hint(name, helper)}
      error={wrong('forwarded.consent.fileId')}
      file={draft.consent.voice}
      slot={agreedVoice}
    />
  )
}

function Signed({ draft: { consent }, ids, wrong }: QuestionProps) {
  useKept(signature)
  const file = consent.signature
  return (
    <>
      <Signature
        id={ids('forwarded.consent.fileId')}
        label={words.signature}
        error={wrong('forwarded.consent.fileId')}
        value={file && { path: file.path }}
        onSigned={(path) => {
          signature.put({ path, state: 'sending' })
          void sendFile(signature)
        }}
        onClear={() => signature.put(undefined)}
      />
      <Sent file={file} onAgain={() => void sendFile(signature)} />
    </>
  )
}
