import { change } from '@/client/draft'
import { CheckList } from '@/ui'
import { healthWords as words } from '@/words/consent-field'
import type { QuestionProps } from './form'

/** Her yes to what a group says of her health, beside the field; nothing waits for it. */
export function HealthConsent({ draft, ids }: Pick<QuestionProps, 'draft' | 'ids'>) {
  return (
    <CheckList
      id={ids('consents')}
      label={words.label}
      hint={words.hint}
      choices={[{ value: 'yes', text: words.yes }]}
      values={draft.agreesHealth ? ['yes'] : []}
      optional
      onChange={(said) => change({ agreesHealth: said.length > 0 })}
    />
  )
}
