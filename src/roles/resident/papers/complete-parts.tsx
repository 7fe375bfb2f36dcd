import { Text, View } from '@tarojs/components'
import type { Kept } from '@/client/kept'
import { usePhotos } from '@/client/photos'
import type { AidDetail } from '@/contract/views'
import { Card, CheckList, ChoiceList, EvidencePicker, Field, Heading, Notice } from '@/ui'
import { applicantWords, meansWords } from '@/words/apply'
import { papersWords, completeWords as words } from '@/words/papers'
import { groupTexts } from '@/words/screening'
import type { CompleteForm } from './complete-form'

export const idOf = (field: string) => `complete-${field}`
const routesOf = (other: boolean) =>
  [
    { value: 'promise', text: other ? meansWords.promiseOther : meansWords.promise, more: meansWords.promiseMore },
    { value: 'proof', text: other ? meansWords.proofOther : meansWords.proof, more: meansWords.proofMore },
  ] as const
const groups = Object.entries(groupTexts).map(([value, text]) => ({ value, text }))

type PartProps = { kept: Kept<CompleteForm>; wrong: (field: string) => string | undefined }

/** Promise and proof are as good as each other here too. */
export function Means({ kept, wrong, other }: PartProps & { other: boolean }) {
  const { draft, write } = kept
  return (
    <>
      <ChoiceList
        id={idOf('route')}
        label={words.route}
        hint={words.routeHint}
        choices={routesOf(other)}
        value={draft.route}
        error={wrong('route')}
        onChange={(route) => write({ route })}
      />
      {draft.route === 'promise' && <Pledge other={other} />}
      {draft.route === 'proof' && <Proof kept={kept} wrong={wrong} />}
      <Field
        id={idOf('income')}
        label={meansWords.income}
        hint={meansWords.incomeHint}
        value={draft.income}
        error={wrong('income')}
        max={200}
        optional
        onChange={(income) => write({ income })}
      />
      <CheckList
        id={idOf('groups')}
        label={meansWords.groups}
        hint={meansWords.groupsHint}
        choices={groups}
        values={draft.groups}
        error={wrong('groups')}
        optional
        onChange={(chosen) => write({ groups: chosen })}
      />
    </>
  )
}

function Pledge({ other }: { other: boolean }) {
  return (
    <Card>
      <Heading size="lead" level={2} text={meansWords.pledge} />
      {other && <View>{words.readAloud}</View>}
      <View className="stack" ariaRole="list">
        {meansWords.pledgeLines.map((line, n) => (
          <View key={line} className="pledge" ariaRole="listitem">
            <Text className="pledge__n">{n + 1}</Text>
            <Text>{line}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}

function Proof({ kept, wrong }: PartProps) {
  const { photos, lost } = kept.draft
  const { add, retry, remove, message } = usePhotos({
    photos: () => kept.now().photos,
    keep: (taken) => kept.write({ photos: taken, lost: 0 }),
  })
  return (
    <>
      {lost > 0 && <Notice tone="amber">{papersWords.lost(lost)}</Notice>}
      <EvidencePicker
        id={idOf('evidence')}
        label={meansWords.photos}
        hint={meansWords.photosProof}
        photos={photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
        error={wrong('evidence') ?? message}
        onAdd={() => void add()}
        onRemove={remove}
        onRetry={(photo) => void retry(photo)}
      />
    </>
  )
}

export function Person({ kept: { draft, write }, wrong, known }: PartProps & { known: AidDetail['applicant'] }) {
  return (
    <>
      <Field
        id={idOf('idNumber')}
        type="idcard"
        label={applicantWords.idNumber}
        hint={known?.idNumber ? words.known(known.idNumber) : words.idHint}
        value={draft.idNumber}
        error={wrong('idNumber')}
        optional
        onChange={(idNumber) => write({ idNumber })}
      />
      <Field
        id={idOf('phone')}
        type="phone"
        label={applicantWords.phone}
        hint={known?.phone ? words.known(known.phone) : words.phoneHint}
        value={draft.phone}
        error={wrong('phone')}
        optional
        onChange={(phone) => write({ phone })}
      />
    </>
  )
}
