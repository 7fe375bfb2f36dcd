import { Text, View } from '@tarojs/components'
import { change, useDraft } from '@/client/draft'
import { Card, ChoiceList, EvidencePicker, Field, Heading, Notice } from '@/ui'
import { meansWords, questions } from '@/words/apply'
import type { QuestionProps } from './form'
import { usePhotos } from './photos'

const routes = [
  { value: 'promise', text: meansWords.promise, more: meansWords.promiseMore },
  { value: 'proof', text: meansWords.proof, more: meansWords.proofMore },
] as const

/** The honesty promise or the proof; nobody is worse off for either. */
export function Means({ draft, ids, wrong }: QuestionProps) {
  const { route, topic, income } = draft
  return (
    <>
      {topic === 'violence' && <Notice>{meansWords.violence}</Notice>}
      <ChoiceList
        id={ids('route')}
        label={questions.means.title}
        labelUnseen
        choices={routes}
        value={route}
        error={wrong('route')}
        onChange={(value) => change({ route: value })}
      />
      {route === 'promise' && <Pledge />}
      {route === 'proof' && <Proof draft={draft} ids={ids} wrong={wrong} />}
      {route && (
        <Field
          id={ids('income')}
          label={meansWords.income}
          hint={meansWords.incomeHint}
          value={income}
          error={wrong('income')}
          max={200}
          optional
          onChange={(value) => change({ income: value })}
        />
      )}
    </>
  )
}

function Pledge() {
  return (
    <Card>
      <Heading size="lead" level={2} text={meansWords.pledge} />
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

function Proof({ draft, ids, wrong }: QuestionProps) {
  const { add, retry, remove, message } = usePhotos()
  const lost = useDraft((state) => state.lostPhotos)
  return (
    <>
      {lost > 0 && <Notice tone="amber">{meansWords.lost(lost)}</Notice>}
      <EvidencePicker
        id={ids('evidence')}
        label={meansWords.photos}
        hint={meansWords.photosHint}
        photos={draft.photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
        error={wrong('evidence') ?? message}
        onAdd={() => void add()}
        onRemove={remove}
        onRetry={(id) => void retry(id)}
      />
    </>
  )
}
