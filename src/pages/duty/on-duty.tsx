import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { useCommand } from '@/client/command'
import { askForLetters, useLetters } from '@/client/letters'
import { productNow } from '@/client/now'
import type { Output } from '@/contract/actions'
import { addDays, after, dayOf, HOUR, type Instant, instantOf, MINUTE, msOf, startOf } from '@/domain/time'
import { Button, Buttons, Heading, Notice, StageTag } from '@/ui'
import { NotSent } from '@/ui/told'
import { shiftText, untilText, dutyWords as words } from '@/words/duty'
import { AwaySheet } from './away-sheet'

export type Mine = Output<'rota.mine'>

/** From yesterday, when a night may have begun, to a month on. */
export const dutySpan = (now: Instant): { from: Instant; to: Instant } => {
  const today = dayOf(now)
  return { from: startOf(addDays(today, -1)), to: startOf(addDays(today, 31)) }
}

/** The shift one stands in, the shorter one where there are several; and the one that comes. */
export function shiftsNow({ shifts }: Pick<Mine, 'shifts'>, now: Instant) {
  const stood = shifts.filter(({ start, end, gap }) => !gap && start <= now && now < end)
  const [current] = [...stood].sort((a, b) => (a.end < b.end ? -1 : 1))
  const [next] = shifts.filter(({ start, gap }) => !gap && start > now).sort((a, b) => (a.start < b.start ? -1 : 1))
  return { current, next }
}

type OnDutyProps = {
  mine: Mine
  onMonth?: () => void
  onDone: (text: string) => void
  onRefused: (message: string) => void
}

/** 「值到 18:00」, who comes next, and the way out for an hour in court. */
export function OnDuty({ mine, onMonth, onDone, onRefused }: OnDutyProps) {
  const now = productNow()
  const [asking, setAsking] = useState(false)
  const letters = useLetters()
  const { current, next } = shiftsNow(mine, now)
  const away = mine.awayUntil && mine.awayUntil > now ? mine.awayUntil : undefined
  const callMe = async () => {
    if (await askForLetters(letters)) onDone(words.lettersDone)
  }
  return (
    <View className="stack">
      <View className="row row--apart row--wrap row--top">
        <View className="grow">
          <Heading size="big" level={2} text={current ? words.until(untilText(current.end, now)) : words.off} />
          {current ? (
            <Current seat={current.seat} seatText={current.seatText} end={current.end} />
          ) : (
            <Text className="block soft">
              {next ? words.next(shiftText(next.start, next.end, now), next.seatText) : words.noNext}
            </Text>
          )}
        </View>
        {current && <StageTag tone={away ? 'amber' : 'green'} text={away ? words.away : words.onDuty} />}
      </View>
      {away && <Away until={away} now={now} onDone={onDone} onRefused={onRefused} />}
      <Buttons>
        {current && !away && <Button share="half" icon="pause" text={words.awayAsk} onPress={() => setAsking(true)} />}
        {letters.length > 0 && <Button share="half" icon="phone" text={words.letters} onPress={() => void callMe()} />}
        {onMonth && <Button share="half" icon="calendar" text={words.month} onPress={onMonth} />}
      </Buttons>
      <AwaySheet
        open={asking}
        choices={awayChoices(now, current?.end)}
        onClose={() => setAsking(false)}
        onDone={onDone}
        onRefused={onRefused}
      />
    </View>
  )
}

/** The seat, and who comes after; the name may come a moment later, in its own place. */
function Current({ seat, seatText, end }: { seat: string; seatText: string; end: Instant }) {
  const { value } = useAsk('rota.whoIsOn', { seat, at: end })
  const names = value?.items.map(({ name }) => name).join('、') ?? ''
  return <Text className="block soft">{words.untilNext(seatText, names)}</Text>
}

type AwayProps = { until: Instant; now: Instant } & Omit<OnDutyProps, 'mine' | 'onMonth'>

function Away({ until, now, onDone, onRefused }: AwayProps) {
  const { send, wrong } = useCommand('rota.away', { onDone: () => onDone(words.backDone), onRefused })
  return (
    <Notice tone="amber" icon="pause">
      <View className="strong">{words.awayNow(untilText(until, now))}</View>
      <View>{words.awayNowText}</View>
      <NotSent wrong={wrong} />
      <View className="asked__back">
        <Button kind="main" text={words.back} onPress={() => send({})} />
      </View>
    </Notice>
  )
}

const QUARTER = 15 * MINUTE
/** The quarters nearest to half an hour, one and two hours from now, and the end of the shift where it is near. */
function awayChoices(now: Instant, end: Instant | undefined): Instant[] {
  const rounded = (ms: number) => instantOf(Math.round((msOf(now) + ms) / QUARTER) * QUARTER)
  const soon = [HOUR / 2, HOUR, 2 * HOUR].map(rounded).filter((at) => !end || at < end)
  return end && end <= after(now, 12 * HOUR) ? [...soon, end] : soon
}
