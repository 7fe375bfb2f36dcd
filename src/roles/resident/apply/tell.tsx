import { change, type Person, type Tell as Whom } from '@/client/draft'
import { CheckList, ChoiceList, Field, Notice } from '@/ui'
import { questions } from '@/words/apply'
import { tellWords as words } from '@/words/apply-more'
import { forwards, type QuestionProps } from './form'

const everybody = (['person', 'helper', 'kin'] as const).map((value) => ({ value, text: words.other[value] }))

/** Who hears how far it is: herself, and whom she wants besides. */
export function Tell(props: QuestionProps) {
  const { draft, ids, wrong } = props
  const { tell } = draft
  const other = forwards(draft)
  return (
    <>
      {other ? (
        <CheckList<Whom>
          id={ids('forwarded.tell')}
          label={questions.tell.title}
          labelUnseen
          choices={everybody}
          values={tell}
          error={wrong('forwarded.tell')}
          onChange={(values) => change({ tell: values })}
        />
      ) : (
        <ChoiceList
          id={ids('tell')}
          label={questions.tell.title}
          labelUnseen
          choices={words.own}
          value={tell.includes('kin') ? 'kin' : 'person'}
          error={wrong('tell')}
          onChange={(value) => change({ tell: value === 'kin' ? ['person', 'kin'] : ['person'] })}
        />
      )}
      {draft.topic === 'violence' && <Notice tone="amber">{words.violence}</Notice>}
      {tell.includes('kin') && <Kin {...props} />}
      {other && !draft.phone.trim() && tell.every((whom) => whom === 'person') && (
        <Notice tone="amber">{words.noPhone}</Notice>
      )}
    </>
  )
}

function Kin({ draft, ids, wrong }: QuestionProps) {
  const { kin } = draft
  const other = forwards(draft)
  const at = other ? 'forwarded.kin' : 'kin'
  const set = (part: Partial<Person>) => change({ kin: { ...kin, ...part } })
  return (
    <>
      <Field
        id={ids(`${at}.name`)}
        label={words.kin}
        hint={other ? words.kinHintOther : words.kinHint}
        value={kin.name}
        error={wrong(`${at}.name`)}
        max={50}
        onChange={(name) => set({ name })}
      />
      <Field
        id={ids(`${at}.phone`)}
        type="phone"
        label={words.kinPhone}
        value={kin.phone}
        error={wrong(`${at}.phone`)}
        onChange={(phone) => set({ phone })}
      />
    </>
  )
}
