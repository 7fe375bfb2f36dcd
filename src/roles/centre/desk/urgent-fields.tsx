import { productNow } from '@/client/now'
import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { dayOf } from '@/domain/time'
import { ChoiceList, DatePicker } from '@/ui'
import { fillUrgent as words } from '@/words/centre-more'
import { birthText } from '@/words/matter-page'

/** What tells whether it can wait: something to be held fast, and of wages since when the limitation runs. */

type YesNo = 'yes' | 'no'
export type UrgentDraft = { preserve?: YesNo; still?: YesNo; ended?: string; claimed?: string }
type Filled = Pick<Input<'aid.complete'>, 'preservation' | 'employment'>

export const urgentKnown = ({ urgent, employment }: MatterView['detail']): UrgentDraft => ({
  ...(urgent?.toPreserve && { preserve: 'yes' }),
  ...(employment?.still !== undefined && { still: employment.still ? 'yes' : 'no' }),
  ...(employment?.ended && { ended: employment.ended }),
  ...(employment?.claimed && { claimed: employment.claimed }),
})

/** Only what changed; of her employment all that is known goes along. */
export function urgentFilled(draft: UrgentDraft, known: UrgentDraft): Filled {
  const { still, ended, claimed } = { ...known, ...draft }
  const changed = (['still', 'ended', 'claimed'] as const).some((name) => draft[name] && draft[name] !== known[name])
  return {
    ...(draft.preserve && draft.preserve !== known.preserve && { preservation: draft.preserve === 'yes' }),
    ...(changed && {
      employment: {
        ...(still && { still: still === 'yes' }),
        ...(ended && still !== 'yes' && { ended }),
        ...(claimed && { claimed }),
      },
    }),
  }
}

const yesNo = (['yes', 'no'] as const).map((value) => ({ value, text: words[value] }))

type Props = {
  view: MatterView
  shown: UrgentDraft
  onChange: (part: UrgentDraft) => void
  wrong: Partial<Record<string, string>>
}

export function UrgentFields({ view, shown, onChange, wrong }: Props) {
  const today = dayOf(productNow())
  return (
    <>
      <ChoiceList<YesNo>
        id="complete-preserve"
        label={words.preserve}
        hint={words.preserveHint}
        optional
        choices={yesNo}
        value={shown.preserve}
        onChange={(preserve) => onChange({ preserve })}
        error={wrong.preservation}
      />
      {view.detail.topic === 'wages' && (
        <>
          <ChoiceList<YesNo>
            id="complete-still"
            label={words.still}
            optional
            choices={yesNo}
            value={shown.still}
            onChange={(still) => onChange({ still })}
          />
          {shown.still !== 'yes' && (
            <DatePicker
              id="complete-ended"
              label={words.ended}
              value={shown.ended ?? ''}
              {...(shown.ended && { valueText: birthText(shown.ended) })}
              latest={today}
              onChange={(ended) => onChange({ ended })}
              error={wrong['employment.ended']}
            />
          )}
          <DatePicker
            id="complete-claimed"
            label={words.claimed}
            hint={words.claimedHint}
            value={shown.claimed ?? ''}
            {...(shown.claimed && { valueText: birthText(shown.claimed) })}
            latest={today}
            onChange={(claimed) => onChange({ claimed })}
            error={wrong['employment.claimed']}
          />
        </>
      )}
    </>
  )
}
