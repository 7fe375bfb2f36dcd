import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { fill } from '@/client/register-draft'
import { dayOf } from '@/domain/time'
import { ChoiceList, DatePicker, Field } from '@/ui'
import { languageTexts } from '@/words/aid'
import { fillUrgent as urgentWords } from '@/words/centre-more'
import { registerWords as words } from '@/words/register'
import { dayText } from '@/words/time'
import { CustodyFields } from './custody'
import type { FieldsProps } from './form'

const languages = (['zh', 'mn'] as const).map((value) => ({ value, text: languageTexts[value] ?? '' }))

const yesNo = (['yes', 'no'] as const).map((value) => ({ value, text: urgentWords[value] }))

/** What may be asked now and may wait. */
export function More({ draft, role, ids, wrong }: FieldsProps) {
  return (
    <View className="forward__two">
      <View className="forward__half">
        <DatePicker
          id={ids('deadline')}
          label={words.deadline}
          hint={words.deadlineHint}
          value={draft.deadline}
          valueText={draft.deadline && dayText(draft.deadline, productNow())}
          earliest={dayOf(productNow())}
          error={wrong('deadline')}
          onChange={(deadline) => fill({ deadline })}
        />
        <ChoiceList<'yes' | 'no'>
          id={ids('preservation')}
          label={urgentWords.preserve}
          hint={urgentWords.preserveHint}
          choices={yesNo}
          value={draft.preserve}
          error={wrong('preservation')}
          optional
          onChange={(preserve) => fill({ preserve })}
        />
        <Field
          id={ids('parties.0.name')}
          label={words.opponent}
          value={draft.opponent}
          error={wrong('parties.0.name')}
          max={80}
          optional
          onChange={(opponent) => fill({ opponent })}
        />
        <Field
          id={ids('parties.0.phone')}
          type="phone"
          label={words.opponentPhone}
          value={draft.opponentPhone}
          error={wrong('parties.0.phone')}
          optional
          onChange={(opponentPhone) => fill({ opponentPhone })}
        />
        <CustodyFields {...{ draft, role, ids, wrong }} />
      </View>
      <View className="forward__half">
        <Field
          id={ids('slip')}
          label={words.slip}
          hint={words.slipHint}
          value={draft.slip}
          error={wrong('slip')}
          max={40}
          optional
          onChange={(slip) => fill({ slip })}
        />
        <Field
          id={ids('where.elsewhere')}
          label={words.elsewhere}
          hint={words.elsewhereHint}
          value={draft.elsewhere}
          error={wrong('where.elsewhere')}
          max={100}
          optional
          onChange={(elsewhere) => fill({ elsewhere })}
        />
        <ChoiceList
          id={ids('applicant.language')}
          label={words.language}
          choices={languages}
          value={draft.language}
          error={wrong('applicant.language')}
          optional
          onChange={(language) => fill({ language })}
        />
      </View>
    </View>
  )
}
