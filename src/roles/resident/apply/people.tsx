import { View } from '@tarojs/components'
import { change, type Person } from '@/client/draft'
import { Button, Card, ChoiceList, Field, Link } from '@/ui'
import { languageTexts } from '@/words/aid'
import { applicantWords, partyWords } from '@/words/apply'
import type { QuestionProps } from './form'

export function Parties({ draft: { parties }, ids, wrong }: QuestionProps) {
  const set = (n: number, part: Partial<Person>) =>
    change({ parties: parties.map((party, at) => (at === n ? { ...party, ...part } : party)) })
  return (
    <>
      {parties.map(({ name, phone }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a party's place is its name here, as in the contract's fields
        <Card key={n}>
          <View className="head">
            <View className="strong">{partyWords.one(n + 1)}</View>
            <Link
              text={partyWords.removeText}
              label={partyWords.remove(n + 1)}
              onPress={() => change({ parties: parties.filter((_, at) => at !== n) })}
            />
          </View>
          <Field
            id={ids(`parties.${n}.name`)}
            label={partyWords.name}
            value={name}
            error={wrong(`parties.${n}.name`)}
            max={80}
            onChange={(value) => set(n, { name: value })}
          />
          <Field
            id={ids(`parties.${n}.phone`)}
            type="phone"
            label={partyWords.phone}
            value={phone}
            error={wrong(`parties.${n}.phone`)}
            optional
            onChange={(value) => set(n, { phone: value })}
          />
        </Card>
      ))}
      {parties.length < 20 && (
        <Button
          icon="plus"
          text={parties.length === 0 ? partyWords.addFirst : partyWords.add}
          onPress={() => change({ parties: [...parties, { name: '', phone: '' }] })}
        />
      )}
      {parties.length === 0 && <View className="soft">{partyWords.none}</View>}
    </>
  )
}

const phoneHints = {
  self: applicantWords.phoneHint,
  ward: applicantWords.phoneHintWard,
  other: applicantWords.phoneHintOther,
}
const languages = (['zh', 'mn'] as const).map((value) => ({ value, text: languageTexts[value] ?? '' }))

export function Applicant({ draft, ids, wrong }: QuestionProps) {
  return (
    <>
      <Field
        id={ids('applicant.name')}
        label={applicantWords.name}
        hint={applicantWords.nameHint}
        value={draft.name}
        error={wrong('applicant.name')}
        max={50}
        onChange={(name) => change({ name })}
      />
      <Field
        id={ids('applicant.phone')}
        type="phone"
        label={applicantWords.phone}
        hint={phoneHints[draft.for ?? 'self']}
        value={draft.phone}
        error={wrong('applicant.phone')}
        optional
        onChange={(phone) => change({ phone })}
      />
      <Field
        id={ids('applicant.idNumber')}
        type="idcard"
        label={applicantWords.idNumber}
        hint={applicantWords.idHint}
        value={draft.idNumber}
        error={wrong('applicant.idNumber')}
        optional
        onChange={(idNumber) => change({ idNumber })}
      />
      <ChoiceList
        id={ids('applicant.language')}
        label={applicantWords.language}
        choices={languages}
        value={draft.language}
        error={wrong('applicant.language')}
        optional
        onChange={(language) => change({ language })}
      />
    </>
  )
}
