import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Answer, call, whatWentWrong } from '@/client/call'
import { problemOf } from '@/client/failed'
import { useSession } from '@/client/session'
import { slipRequest, slipsAnswered } from '@/client/slip-attempt'
import { placeText, useUnits } from '@/client/units'
import type { Output } from '@/contract/actions'
import { BottomBar, Button, Heading, Link, Notice, PlacePicker, Problem, Skeleton } from '@/ui'
import { forwardWords, slipsWords as words } from '@/words/forward'
import { behindFor, ForRoles, Frame } from '../frame'
import { Printed } from './printed'

type Batch = Output<'slip.print'>
const COUNT = 10

/** Blank slips with query codes for a village. */
export default function SlipsPage() {
  return (
    <ForRoles
      roles={['village', 'town', 'centre']}
      page={words.page}
      signIn={{ title: forwardWords.signIn, text: forwardWords.signInText }}
      other={{ title: words.notAllowed, text: words.notAllowedText }}
    >
      <Known />
    </ForRoles>
  )
}

function Known() {
  const me = useSession((session) => session.me)
  const { role, unit } = me?.acting ?? {}
  const own = role === 'village' ? unit : undefined
  const ownName = me?.roles.find((held) => held.role === role && held.unit === unit)?.unitName
  const [chosen, setChosen] = useState<string>()
  const [missing, setMissing] = useState(false)
  const [answer, setAnswer] = useState<Answer<Batch>>()
  const village = own ?? chosen

  async function print() {
    setMissing(!village)
    if (!village || !me) return
    setAnswer(undefined)
    const printed = await call('slip.print', { village, count: COUNT, requestId: slipRequest(me.id, village) })
    // Until it was answered nobody knows whether these codes exist already.
    if (!('offline' in printed) && !('fault' in printed)) slipsAnswered()
    setAnswer(printed)
  }

  if (answer?.ok) return <Printed batch={answer.value} behind={behindFor(role)} onMore={() => setAnswer(undefined)} />
  const failed = answer && !answer.ok ? answer : undefined
  return (
    <Frame
      behind={behindFor(role)}
      foot={
        <BottomBar>
          <Button
            kind="main"
            icon="paper"
            text={failed ? words.again : words.print(COUNT)}
            busyText={words.making}
            onPress={print}
          />
        </BottomBar>
      }
    >
      <View className="stack stack--m">
        <Heading size="big" text={words.title} />
        <View className="soft">{words.what}</View>
      </View>
      {failed && (
        <Notice tone={'offline' in failed ? 'amber' : 'red'} icon={'offline' in failed ? 'offline' : 'alert'} said>
          {'offline' in failed ? words.notSent : whatWentWrong(failed)}
        </Notice>
      )}
      {own ? (
        <Fixed name={ownName ?? own} />
      ) : (
        <Village
          value={chosen}
          error={missing && !chosen ? words.villageMissing : undefined}
          onChange={(code) => {
            setChosen(code)
            setAnswer(undefined)
          }}
        />
      )}
      <View className="soft">{words.count(COUNT)}</View>
    </Frame>
  )
}

function Fixed({ name, onOther }: { name: string; onOther?: () => void }) {
  return (
    <View className="field">
      <View className="field__label">{words.village}</View>
      <View className="forward__chosen">
        <Text className="strong">{name}</Text>
        {onOther && <Link text={words.otherVillage} onPress={onOther} />}
      </View>
    </View>
  )
}

type VillageProps = { value?: string; error?: string; onChange: (code: string | undefined) => void }

function Village({ value, error, onChange }: VillageProps) {
  const { units, failed, waiting, again } = useUnits()
  if (value) return <Fixed name={placeText(units, value)} onOther={() => onChange(undefined)} />
  if (waiting) return <Skeleton cards={2} />
  if (failed && units.length === 0) return <Problem {...problemOf(failed, again)} />
  return <PlacePicker id="slips-village" label={words.village} places={units} error={error} onChange={onChange} />
}
