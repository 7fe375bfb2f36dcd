import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { fill } from '@/client/register-draft'
import type { Knows } from '@/client/report'
import { useSession } from '@/client/session'
import { dayOf } from '@/domain/time'
import { Chips, DatePicker, Field, Notice } from '@/ui'
import { emergenciesIn, emergencyWords } from '@/words/emergency'
import { registerReportWords as words } from '@/words/register'
import { nearDay } from '@/words/time'
import type { FieldsProps } from './form'
import { isClerk } from './question-form'

/** An order of the city's or region's line: its own number, and by when it wants an answer. */
export function UpperFields({ draft, ids, wrong }: FieldsProps) {
  if (draft.source !== 'upper') return null
  const now = productNow()
  const { upperDay, upperTime } = draft
  return (
    <>
      <Field
        id={ids('upperNo')}
        label={words.upperNo}
        value={draft.upperNo}
        error={wrong('upperNo')}
        max={60}
        onChange={(upperNo) => fill({ upperNo })}
      />
      <View className="forward__pair forward__pair--near">
        <DatePicker
          id={ids('upperDue')}
          label={words.upperDay}
          value={upperDay}
          valueText={upperDay && nearDay(upperDay, now)}
          earliest={dayOf(now)}
          error={wrong('upperDue')}
          onChange={(day) => fill({ upperDay: day })}
        />
        <DatePicker
          id={ids('upperTime')}
          mode="time"
          label={words.upperTime}
          value={upperTime}
          onChange={(time) => fill({ upperTime: time })}
        />
      </View>
    </>
  )
}

export const SpotField = ({ draft, ids, wrong }: FieldsProps) => (
  <Field
    id={ids('spot')}
    label={words.spot}
    placeholder={words.spotExample}
    value={draft.spot}
    error={wrong('spot')}
    max={100}
    optional
    onChange={(spot) => fill({ spot })}
  />
)

/** What can't wait, and what a village may not pass on. */
export function Warnings({ draft, role }: FieldsProps) {
  const own = useSession((session) => session.me?.acting.unit)
  const [first] = emergenciesIn(draft.topic, draft.story)
  const ours = draft.topic === 'village-cadre' && !isClerk(role) && draft.place !== undefined && draft.place === own
  return (
    <>
      {first && draft.topic !== 'violence' && (
        <Notice tone="red" said>
          {words.danger(first.number, emergencyWords.ring(first.number))}
        </Notice>
      )}
      {ours && (
        <Notice tone="amber" said>
          {words.ours}
        </Notice>
      )}
    </>
  )
}

const degrees = (['public', 'handler', 'full'] as const).map((value) => ({ value, text: words.knows[value] }))

/** Who may know whose report it is. */
export const KnowsField = ({ draft }: FieldsProps) => (
  <View className="field">
    <View className="field__label" ariaHidden>
      {words.whoKnows}
    </View>
    <Chips<Knows> label={words.whoKnows} chips={degrees} value={draft.knows} onChange={(knows) => fill({ knows })} />
    {draft.knows === 'full' && <View className="small soft">{words.nameless}</View>}
  </View>
)
