import { View } from '@tarojs/components'
import { letGo } from '@/client/hour-hold'
import { isChild, type Need, useVisitDraft } from '@/client/visit'
import { ChoiceList, Field, Notice } from '@/ui'
import { needTexts, visitFormWords as words } from '@/words/visit-page'
import type { QuestionProps } from './question'

const needs = (['elder', 'disabled', 'left-behind-child', 'none'] as const).map((value) => ({
  value,
  ...needTexts[value],
}))
const answers = (['yes', 'no'] as const).map((value) => ({ value, text: words.minorChoices[value] }))

/** Whom we go to, where that is, and who is there with a child. */
export function HomeQuestion({ ids, wrong }: QuestionProps) {
  const { draft, write } = useVisitDraft()
  const { need, address, minor } = draft

  // Who may be visited at any hour is offered other hours.
  function choose(chosen: Need) {
    if (chosen === need) return
    if (draft.held) letGo(draft.held)
    write({ need: chosen, held: undefined, ...(chosen === 'none' && { anyTime: false }) })
  }
  return (
    <>
      <ChoiceList<Need>
        id={ids('need')}
        label={words.need}
        hint={words.needHint}
        choices={needs}
        value={need}
        error={wrong('need')}
        onChange={choose}
      />
      <Field
        id={ids('address')}
        type="textarea"
        label={words.address}
        hint={words.addressHint}
        value={address}
        error={wrong('address')}
        max={200}
        onChange={(typed) => write({ address: typed })}
      />
      {need !== 'left-behind-child' && (
        <ChoiceList<'yes' | 'no'>
          id={ids('minor')}
          label={words.minor}
          choices={answers}
          value={minor === undefined ? undefined : minor ? 'yes' : 'no'}
          error={wrong('minor')}
          onChange={(chosen) => write({ minor: chosen === 'yes' })}
        />
      )}
      {isChild(draft) && <Companion ids={ids} wrong={wrong} />}
    </>
  )
}

/** Nobody visits a child alone. */
function Companion({ ids, wrong }: Pick<QuestionProps, 'ids' | 'wrong'>) {
  const { draft, write } = useVisitDraft()
  return (
    <>
      <View>
        <Notice icon="people">{words.minorText}</Notice>
      </View>
      <Field
        id={ids('companion.name')}
        label={words.companion}
        value={draft.companion}
        error={wrong('companion.name')}
        max={50}
        onChange={(companion) => write({ companion })}
      />
      <Field
        id={ids('companion.phone')}
        type="phone"
        label={words.companionPhone}
        value={draft.companionPhone}
        error={wrong('companion.phone')}
        optional
        onChange={(companionPhone) => write({ companionPhone })}
      />
      <Field
        id={ids('companion.relation')}
        label={words.relation}
        placeholder={words.relationExample}
        value={draft.relation}
        error={wrong('companion.relation')}
        max={40}
        optional
        onChange={(relation) => write({ relation })}
      />
    </>
  )
}
