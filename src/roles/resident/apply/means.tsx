import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { change, useDraft } from '@/client/draft'
import groupData from '@/data/groups.json'
import { tellsHealth } from '@/domain/consent'
import { Card, CheckList, ChoiceList, EvidencePicker, Field, Heading, Link, Notice } from '@/ui'
import { questions, meansWords as words } from '@/words/apply'
import { groupTexts } from '@/words/screening'
import { forwards, type QuestionProps } from './form'
import { HealthConsent } from './health'
import { mostPhotos, usePhotos } from './photos'

const routesOf = (other: boolean) =>
  [
    { value: 'promise', text: other ? words.promiseOther : words.promise, more: words.promiseMore },
    { value: 'proof', text: other ? words.proofOther : words.proof, more: words.proofMore },
  ] as const

const groupRows = groupData.values
// Those of article 42 are asked of everybody; the rare ones that need no means test at all stand behind a tap.
const isCommon = (code: string) => groupRows[code as keyof typeof groupRows]?.article.startsWith('42')
const groups = Object.entries(groupTexts).map(([value, text]) => ({ value, text }))
const common = groups.filter(({ value }) => isCommon(value))

/** The honesty promise or the proof; nobody is worse off for either. */
export function Means({ draft, ids, wrong }: QuestionProps) {
  const { route, topic, income } = draft
  const other = forwards(draft)
  return (
    <>
      {topic === 'violence' && <Notice>{words.violence}</Notice>}
      <ChoiceList
        id={ids('route')}
        label={questions.means.title}
        labelUnseen
        choices={routesOf(other)}
        value={route}
        error={wrong('route')}
        onChange={(value) => change({ route: value })}
      />
      {/* Where somebody else holds the pen, the promise is a part of what is read to the person later. */}
      {route === 'promise' && !other && <Pledge />}
      {route && (
        <>
          <Groups draft={draft} ids={ids} wrong={wrong} />
          <Field
            id={ids('income')}
            label={words.income}
            hint={words.incomeHint}
            value={income}
            error={wrong('income')}
            max={200}
            optional
            onChange={(value) => change({ income: value })}
          />
          <Papers draft={draft} ids={ids} wrong={wrong} />
        </>
      )}
    </>
  )
}

function Groups({ draft, ids, wrong }: QuestionProps) {
  const [open, setOpen] = useState(() => draft.groups.some((code) => !isCommon(code)))
  return (
    <>
      <CheckList
        id={ids('groups')}
        label={words.groups}
        hint={words.groupsHint}
        choices={open ? groups : common}
        values={draft.groups}
        error={wrong('groups')}
        optional
        onChange={(groups) => change({ groups })}
      />
      {!forwards(draft) && tellsHealth(draft.groups) && <HealthConsent draft={draft} ids={ids} />}
      {!open && <Link text={words.moreGroups} onPress={() => setOpen(true)} />}
    </>
  )
}

function Pledge() {
  return (
    <Card>
      <Heading size="lead" level={2} text={words.pledge} />
      <View className="stack" ariaRole="list">
        {words.pledgeLines.map((line, n) => (
          <View key={line} className="pledge" ariaRole="listitem">
            <Text className="pledge__n">{n + 1}</Text>
            <Text>{line}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}

function Papers({ draft, ids, wrong }: QuestionProps) {
  const { add, retry, remove, message } = usePhotos()
  const lost = useDraft((state) => state.lostPhotos)
  return (
    <>
      {lost > 0 && <Notice tone="amber">{words.lost(lost)}</Notice>}
      <EvidencePicker
        id={ids('evidence')}
        label={words.photos}
        hint={draft.route === 'proof' ? words.photosProof : words.photosHint}
        photos={draft.photos.map(({ id, path, state, percent }) => ({ id, url: path, state, percent }))}
        max={mostPhotos}
        error={wrong('evidence') ?? message}
        optional={draft.route !== 'proof'}
        onAdd={() => void add()}
        onRemove={remove}
        onRetry={(id) => void retry(id)}
      />
    </>
  )
}
