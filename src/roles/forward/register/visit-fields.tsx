import { View } from '@tarojs/components'
import { letGo, useHold } from '@/client/hour-hold'
import { fill, type Registration, useRegistration } from '@/client/register-draft'
import { isChild, type Need, needOf } from '@/client/visit'
import type { SlotView } from '@/contract/views'
import { type VisitWay, visitWays } from '@/domain/visit-types'
import { HeldNotice, NotHad } from '@/pages/hours-pick/held'
import { HoursPick } from '@/pages/hours-pick/hours-pick'
import { CheckList, ChoiceList, Field, Link, Notice } from '@/ui'
import { FieldError } from '@/ui/field'
import { hoursWords, needTexts, visitFormWords, wayTexts, visitRegisterWords as words } from '@/words/visit-page'
import type { FieldsProps } from './form'
import { aboutOf } from './visit-form'

const ways = visitWays.map((value) => ({ value, text: wayTexts[value].text }))
const needs = (['elder', 'disabled', 'left-behind-child', 'none'] as const).map((value) => ({
  value,
  text: needTexts[value].text,
}))

type VisitFieldsProps = FieldsProps & { next: SlotView[] | undefined }

/** How and when they meet; at home also whom one goes to. */
export function VisitFields({ next, ...fields }: VisitFieldsProps) {
  const { draft, ids, wrong } = fields
  const { take, said } = useHold(
    () => useRegistration.getState().draft.held,
    (held) => fill({ held, anyTime: false }),
  )
  const choose = (hour: SlotView) => take(hour, { village: draft.place, need: needOf(aboutOf(draft)) })
  // Hours of another kind are other hours.
  function meet(way: VisitWay) {
    if (draft.held) letGo(draft.held)
    fill({ way, held: undefined, anyTime: false })
  }
  return (
    <>
      <ChoiceList<VisitWay>
        id={ids('way')}
        label={words.way}
        choices={ways}
        value={draft.way}
        error={wrong('way')}
        onChange={meet}
      />
      {draft.way === 'home' && <AtHome {...fields} />}
      <NotHad said={next ? { text: '', next } : said} onPick={choose} />
      <When {...fields} choose={choose} />
    </>
  )
}

function AtHome({ draft, ids, wrong }: FieldsProps) {
  const { need, minor, address, companion, companionPhone } = draft
  function choose(chosen: Need) {
    if (draft.held) letGo(draft.held)
    fill({ need: chosen, held: undefined, anyTime: false })
  }
  return (
    <>
      <ChoiceList<Need>
        id={ids('need')}
        label={visitFormWords.need}
        choices={needs}
        value={need}
        error={wrong('need')}
        onChange={choose}
      />
      <Field
        id={ids('address')}
        label={words.address}
        value={address}
        error={wrong('address')}
        max={200}
        onChange={(typed) => fill({ address: typed })}
      />
      {need !== 'left-behind-child' && (
        <CheckList<'minor'>
          id={ids('minor')}
          label={words.minor}
          labelUnseen
          choices={[{ value: 'minor', text: words.minor }]}
          values={minor ? ['minor'] : []}
          onChange={(values) => fill({ minor: values.length > 0 })}
        />
      )}
      {isChild(aboutOf(draft)) && (
        <View className="forward__pair">
          <Field
            id={ids('companion.name')}
            label={words.companion}
            value={companion}
            error={wrong('companion.name')}
            max={50}
            onChange={(typed) => fill({ companion: typed })}
          />
          <Field
            id={ids('companion.phone')}
            type="phone"
            label={words.companionPhone}
            value={companionPhone}
            error={wrong('companion.phone')}
            optional
            onChange={(typed) => fill({ companionPhone: typed })}
          />
        </View>
      )}
    </>
  )
}

type WhenProps = FieldsProps & { choose: (hour: SlotView) => Promise<boolean> }

/** The hour: chosen and kept, or still to choose. */
function When({ draft, ids, wrong, choose }: WhenProps) {
  const { way, place, held, anyTime } = draft
  if (!way) return null
  const id = ids('slot')
  const first = firstOf(draft)
  const need = needOf(aboutOf(draft))

  function other() {
    if (held) letGo(held)
    fill({ held: undefined, anyTime: false })
  }
  return (
    <View className="field">
      <View className="field__label" ariaHidden>
        {words.hour}
      </View>
      {held ? (
        <HeldNotice held={held} onAgain={() => choose(held.hour)} onOther={other} />
      ) : anyTime ? (
        <Notice tone="green" icon="home">
          <View className="row row--apart row--wrap">
            <View className="strong">{hoursWords.anyTime}</View>
            <Link small text={hoursWords.otherHour} onPress={other} />
          </View>
        </Notice>
      ) : first ? (
        <View id={id}>
          <View className="soft">{first}</View>
          <FieldError id={id} error={wrong('slot')} />
        </View>
      ) : (
        <HoursPick
          key={`${way} ${place} ${need}`}
          id={id}
          about={{ kind: way, village: place, need }}
          error={wrong('slot')}
          onPick={choose}
          anyTime={need && { chosen: false, onPress: () => fill({ anyTime: true, held: undefined }) }}
        />
      )}
    </View>
  )
}

/** At home the hours hang on where that is, and on whom one visits. */
function firstOf({ way, place, need }: Registration): string | undefined {
  if (way !== 'home') return undefined
  return place ? (need ? undefined : words.needHome) : words.placeFirst
}
