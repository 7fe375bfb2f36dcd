import { Text, View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import type { ClockView } from '@/contract/views'
import { type Day, dayOf, type Instant } from '@/domain/time'
import { matterWords } from '@/words/matter-page'
import { classes } from './classes'
import { Clock, type ClockTone } from './clock'
import { Link } from './link'

/** How a clock is coloured, in lists and on pages alike. */
export function clockTone({ state, outcome, colour }: Pick<ClockView, 'state' | 'outcome' | 'colour'>): ClockTone {
  if (state === 'paused' || outcome === 'cancelled') return 'paused'
  if (state === 'stopped') return outcome === 'missed' ? 'over' : 'done'
  return ({ green: 'green', yellow: 'amber', red: 'red', overdue: 'over' } as const)[colour]
}

const late = { running: 0, paused: 10, stopped: 20 } as const

/** Running first; what the applicant was promised (grace) before the stricter promise kept beside it. */
export function inPublicOrder(clocks: readonly ClockView[]): ClockView[] {
  const rank = ({ code, state }: ClockView) => late[state] + (code === 'aid.grace' ? 0 : code === 'aid.promise' ? 1 : 2)
  return [...clocks].sort((a, b) => rank(a) - rank(b) || (a.dueAt < b.dueAt ? -1 : 1))
}

/** Where nothing runs any more. What was never granted had no lawyer to find in a day: only the decision was due. */
function lastOf(clocks: readonly ClockView[]): ClockView[] {
  const granted = clocks.some(({ code }) => code === 'aid.assign')
  const decided = clocks.find(({ code }) => code === 'aid.decide')
  return !granted && decided ? [decided] : clocks.slice(0, 1)
}

type ClocksProps = {
  clocks: readonly ClockView[]
  now: Instant
  /** A desk shows every clock at once; a resident sees what runs, the rest behind a link. */
  all?: boolean
}

export function MatterClocks({ clocks, now, all }: ClocksProps) {
  const [open, setOpen] = useState(false)
  const ordered = inPublicOrder(clocks)
  const graced = clocks.some(({ code }) => code === 'aid.grace')
  const offered = ordered.filter(({ code }) => !(graced && code === 'aid.promise'))
  const alive = offered.filter(({ state }) => state !== 'stopped')
  const running = alive.filter(({ state }) => state === 'running')
  const shown = all ? ordered : [running, alive, lastOf(offered)].find((some) => some.length > 0) || []
  const rest = ordered.filter((clock) => !shown.includes(clock))
  if (ordered.length === 0) return null
  return (
    <View className="stack">
      {(open ? ordered : shown).map((clock) => (
        <OneClock key={`${clock.code}.${clock.generation}`} clock={clock} now={now} />
      ))}
      {rest.length > 0 && (
        <Link
          small
          text={open ? matterWords.fewerClocks : matterWords.moreClocks(rest.length)}
          onPress={() => setOpen(!open)}
        />
      )}
    </View>
  )
}

/** One promise: what it is of, how it stands, and on asking the days that were counted. */
export function OneClock({ clock, now }: { clock: ClockView; now: Instant }) {
  const { title, word, dueText, explain } = clock
  return (
    <View className="stack stack--s">
      <Text className="small soft">{title}</Text>
      <Clock
        tone={clockTone(clock)}
        word={word}
        due={dueText}
        why={explain.length > 0 ? { title: matterWords.whyTitle(title) } : undefined}
      >
        <Reasons lines={explain} today={dayOf(now)} />
      </Clock>
    </View>
  )
}

// A limit of weeks has its meaning at both ends: what lies between opens on asking.
const shownWhole = 9
const shownEachEnd = 3

function Reasons({ lines, today }: { lines: ClockView['explain']; today: Day }) {
  const [whole, setWhole] = useState(lines.length <= shownWhole)
  const hidden = (at: number) =>
    !whole && at >= shownEachEnd && at < lines.length - shownEachEnd && lines[at]?.day !== today
  const count = lines.filter((_, at) => hidden(at)).length
  const middle = lines.length - shownEachEnd
  return (
    <View>
      {lines.map(({ day, text }, at) => {
        // Each line is worded as 「哪天：怎么算」.
        const [when, how] = text.split('：')
        return (
          <Fragment key={text}>
            {at === middle && count > 0 && (
              <Link small text={matterWords.between(count)} onPress={() => setWhole(true)} />
            )}
            {!hidden(at) && (
              <View className={classes('reason', day === today && 'reason--now')}>
                <Text className="reason__when">{when}</Text>
                {how && <Text className="reason__how">{how}</Text>}
              </View>
            )}
          </Fragment>
        )
      })}
    </View>
  )
}
