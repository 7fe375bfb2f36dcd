import { View } from '@tarojs/components'
import type { Hour, Knows } from '@/client/report'
import { useSession } from '@/client/session'
import { Chips, ChoiceList, Field, Notice } from '@/ui'
import { reportWords as words } from '@/words/report'
import type { PartProps } from './report-form'

const degrees = (['public', 'handler', 'full'] as const).map((value) => ({
  value,
  text: words.knowsTexts[value],
  more: words.knowsMore[value],
}))
const hours = (['any', 'morning', 'afternoon', 'evening'] as const).map((value) => ({
  value,
  text: words.hours[value],
}))

/** Who may know that it was she, and how to reach her where anybody may. */
export function WhoKnows({ kept: { draft, write }, ids, wrong }: PartProps) {
  const known = useSession((session) => session.me !== undefined)
  return (
    <>
      <ChoiceList<Knows>
        id={ids('anonymity')}
        label={words.knows}
        choices={degrees}
        value={draft.knows}
        error={wrong('anonymity')}
        onChange={(knows) => write({ knows })}
      />
      {draft.knows === 'full' ? (
        <Notice tone="amber" icon="info" said>
          {words.fullText}
        </Notice>
      ) : (
        <>
          <Field
            id={ids('reporter.phone')}
            type="phone"
            label={words.phone}
            hint={known ? words.phoneKnown : words.phoneHint}
            value={draft.phone}
            error={wrong('reporter.phone')}
            optional
            onChange={(phone) => write({ phone })}
          />
          {!known && (
            <Field
              id={ids('reporter.name')}
              label={words.name}
              value={draft.name}
              error={wrong('reporter.name')}
              max={50}
              optional
              onChange={(name) => write({ name })}
            />
          )}
          <View className="field">
            <View className="field__label" ariaHidden>
              {words.hour}
            </View>
            <Chips<Hour> label={words.hour} chips={hours} value={draft.hour} onChange={(hour) => write({ hour })} />
          </View>
        </>
      )}
    </>
  )
}
