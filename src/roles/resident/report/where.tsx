import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { problemOf } from '@/client/failed'
import { canPin, whereIAm } from '@/client/pin'
import { usePlaceOf } from '@/client/report'
import { placeText, useUnits } from '@/client/units'
import { Button, Buttons, ChoiceList, Field, Icon, Link, Notice, PlacePicker, Problem, Sheet, Skeleton } from '@/ui'
import { FieldError } from '@/ui/field'
import { reportWords as words } from '@/words/report'
import { isKept } from './form'
import type { PartProps } from './report-form'

/** The village by choice, the spot in words, a pin only after a yes. */
export function Where({ kept, ids, wrong }: PartProps) {
  const { draft, write } = kept
  const place = usePlaceOf(draft)
  const [picking, setPicking] = useState(false)
  const id = ids('place')
  return (
    <View className="stack">
      <View id={id} className="field" ariaRole="group" ariaLabel={words.where}>
        <View className="field__label" ariaHidden>
          {words.where}
        </View>
        {place ? (
          <View className="row row--apart row--wrap">
            <View className="row row--tight">
              <Icon name="place" />
              <Text>{place.text}</Text>
            </View>
            <Link text={words.otherPlace} onPress={() => setPicking(true)} />
          </View>
        ) : (
          <Button icon="place" text={words.pickPlace} onPress={() => setPicking(true)} />
        )}
        <FieldError id={id} error={wrong('place')} />
      </View>
      <Field
        id={ids('spot')}
        label={words.spot}
        placeholder={words.spotExample}
        value={draft.spot}
        error={wrong('spot')}
        max={100}
        optional
        onChange={(spot) => write({ spot })}
      />
      {canPin && <PinPart kept={kept} />}
      <Against kept={kept} ids={ids} wrong={wrong} />
      <PlaceSheet
        open={picking}
        value={place?.code}
        onClose={() => setPicking(false)}
        onChoose={(chosen) => {
          // Who is meant is named by the place.
          write({ place: chosen, against: undefined })
          setPicking(false)
        }}
      />
    </View>
  )
}

type SheetProps = {
  open: boolean
  value?: string
  onClose: () => void
  onChoose: (place: { code: string; text: string }) => void
}

/** Where it is, which need not be where she lives: the phone's own village stays as it was. */
function PlaceSheet({ open, value, onClose, onChoose }: SheetProps) {
  const { units, failed, waiting, again } = useUnits(open)
  return (
    <Sheet open={open} title={words.placeTitle} onClose={onClose}>
      {waiting && <Skeleton cards={2} />}
      {failed && <Problem {...problemOf(failed, again)} />}
      {units.length > 0 && (
        <PlacePicker
          id="report-place"
          label={words.placeTitle}
          labelUnseen
          places={units}
          value={value}
          townWillDo
          onChange={(code) => onChoose({ code, text: placeText(units, code) })}
        />
      )}
    </Sheet>
  )
}

function PinPart({ kept: { draft, write } }: Pick<PartProps, 'kept'>) {
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState(false)

  async function yes() {
    const pin = await whereIAm()
    setFailed(!pin)
    if (pin) write({ pin })
    setAsking(false)
  }

  if (draft.pin)
    return (
      <View className="row row--apart row--wrap" ariaRole="status">
        <View className="row row--tight">
          <Icon name="check" size="s" />
          <Text>{words.pinned}</Text>
        </View>
        <Link small text={words.unpin} onPress={() => write({ pin: undefined })} />
      </View>
    )
  return (
    <View>
      <Link small icon="place" text={words.pin} onPress={() => setAsking(true)} />
      {failed && (
        <Notice tone="amber" said>
          {words.pinFailed}
        </Notice>
      )}
      <Sheet open={asking} title={words.pinAsk} onClose={() => setAsking(false)}>
        <View>{words.pinText}</View>
        <Buttons>
          <Button share="half" text={words.pinNo} onPress={() => setAsking(false)} />
          <Button share="half" kind="main" text={words.pinYes} onPress={yes} />
        </Buttons>
      </Sheet>
    </View>
  )
}

const NOBODY = '-'

/** Whether somebody of the village or the town is meant: then it goes round them. */
function Against({ kept: { draft, write }, ids, wrong }: PartProps) {
  const place = usePlaceOf(draft)
  const [open, setOpen] = useState(false)
  const { units } = useUnits(open || draft.against !== undefined)
  if (draft.topic === 'village-cadre') return <Notice icon="shield">{words.cadre}</Notice>
  if (!place) return null
  if (!open && !draft.against)
    return (
      <View>
        <Link small icon="shield" text={words.againstOpen} onPress={() => setOpen(true)} />
      </View>
    )
  const here = units.find(({ code }) => code === place.code)
  const above = units.find(({ code }) => code === here?.parent)
  const meant = [here, above].flatMap((unit) => (unit ? [{ value: unit.code, text: unit.name }] : []))
  return (
    <>
      <ChoiceList
        id={ids('against')}
        label={words.against}
        hint={words.againstMore}
        choices={[{ value: NOBODY, text: words.againstNone }, ...meant]}
        value={draft.against?.code ?? NOBODY}
        error={wrong('against')}
        onChange={(code) => {
          const unit = meant.find(({ value }) => value === code)
          write({ against: unit && { code, name: unit.text } })
        }}
      />
      {draft.against && isKept(draft) && <Notice icon="shield">{words.secret(draft.against.name)}</Notice>}
    </>
  )
}
