import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { ClockView, MatterView, PersonView } from '@/contract/views'
import { dayOf, type Instant } from '@/domain/time'
import { matterWords, nextSteps, onDay } from '@/words/matter-page'
import { momentText } from '@/words/time'
import { Card, CardLine, Item, Rows } from './card'
import { classes } from './classes'
import { Clock, type ClockTone } from './clock'
import { Facts } from './facts'
import { Heading, Section } from './heading'
import { Link } from './link'
import { factsOf } from './matter-facts'
import { PersonCard } from './person-card'
import { StageTag, type Tone } from './tag'
import { Timeline } from './timeline'

/** The parts of a matter's page, each drawn from its view. `now` is the product's clock: it says 「今天」 by it. */

const closedStages = ['closed', 'archived', 'refused', 'withdrawn', 'transferred', 'terminated']
const tones: Record<string, Tone> = {
  supplementing: 'amber',
  'granted-unassigned': 'amber',
  closed: 'green',
  archived: 'green',
  refused: 'red',
  terminated: 'red',
  withdrawn: 'plain',
  transferred: 'plain',
}
export const stageTone = (stage: string): Tone => tones[stage] ?? 'blue'
export const isClosed = (stage: string): boolean => closedStages.includes(stage)

type Head = Pick<MatterView, 'title' | 'stage' | 'stageText' | 'place' | 'createdAt'>

export function MatterHead({ view, now }: { view: Head; now: Instant }) {
  return (
    <View className="stack stack--m">
      <View>
        <StageTag text={view.stageText} tone={stageTone(view.stage)} />
      </View>
      <Heading size="big" text={view.title} />
      <View className="soft">{matterWords.placedOn(view.place.text, onDay(view.createdAt, now))}</View>
    </View>
  )
}

/** How a clock is coloured, in lists and on pages alike. */
export function clockTone({ state, outcome, colour }: Pick<ClockView, 'state' | 'outcome' | 'colour'>): ClockTone {
  if (state === 'paused' || outcome === 'cancelled') return 'paused'
  if (state === 'stopped') return outcome === 'missed' ? 'over' : 'done'
  return ({ green: 'green', yellow: 'amber', red: 'red', overdue: 'over' } as const)[colour]
}

/** Running first; what the applicant was promised (grace) before the stricter promise kept beside it. */
export function inPublicOrder(clocks: readonly ClockView[]): ClockView[] {
  const rank = ({ code, state }: ClockView) =>
    (state === 'stopped' ? 10 : 0) + (code === 'aid.grace' ? 0 : code === 'aid.promise' ? 1 : 2)
  return [...clocks].sort((a, b) => rank(a) - rank(b) || (a.dueAt < b.dueAt ? -1 : 1))
}

type ClocksProps = {
  clocks: readonly ClockView[]
  now: Instant
  /** A desk shows every clock at once; a resident sees what still runs, the rest behind a link. */
  all?: boolean
}

export function MatterClocks({ clocks, now, all }: ClocksProps) {
  const [open, setOpen] = useState(false)
  const ordered = inPublicOrder(clocks)
  const graced = clocks.some(({ code }) => code === 'aid.grace')
  const first = ordered.filter(({ code, state }) => state !== 'stopped' && !(graced && code === 'aid.promise'))
  const shown = all ? ordered : first.length > 0 ? first : ordered.slice(0, 1)
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
        <View>
          {explain.map(({ day, text }) => {
            // Each line is worded as 「哪天：怎么算」.
            const [when, how] = text.split('：')
            return (
              <View key={text} className={classes('reason', day === dayOf(now) && 'reason--now')}>
                <Text className="reason__when">{when}</Text>
                {how && <Text className="reason__how">{how}</Text>}
              </View>
            )
          })}
        </View>
      </Clock>
    </View>
  )
}

export function MatterTimeline({ view, now }: { view: Pick<MatterView, 'timeline' | 'stage'>; now: Instant }) {
  const newestFirst = [...view.timeline].sort((a, b) => b.seq - a.seq)
  const steps = newestFirst.map(({ seq, at, text, by }, index) => ({
    id: String(seq),
    what: text,
    when: by ? `${momentText(at, now)}，${by}` : momentText(at, now),
    state: index === 0 && !isClosed(view.stage) ? ('now' as const) : ('past' as const),
  }))
  return (
    <Card>
      <Timeline steps={steps} />
    </Card>
  )
}

type PeopleProps = { people: readonly PersonView[]; onCall?: (phone: string) => void }

export function MatterPeople({ people, onCall }: PeopleProps) {
  return (
    <Card>
      {people.length === 0 && <View className="soft">{matterWords.nobody}</View>}
      {people.map(({ role, id, name, org, phone }, index) => (
        <View key={`${role}${id ?? name}`} className="stack">
          {index > 0 && <CardLine />}
          <PersonCard
            name={name}
            lines={[role, org].filter((line): line is string => Boolean(line))}
            onCall={phone && onCall ? () => onCall(phone) : undefined}
          />
        </View>
      ))}
    </Card>
  )
}

type PapersProps = { papers: MatterView['papers']; onOpen?: (id: string) => void }

export function MatterPapers({ papers, onOpen }: PapersProps) {
  return (
    <Rows>
      {papers.map(({ id, name, no }, index) => (
        <Item
          key={id}
          first={index === 0}
          icon="paper"
          name={name}
          more={no}
          label={matterWords.openPaper(name)}
          onPress={onOpen && (() => onOpen(id))}
        />
      ))}
    </Rows>
  )
}

export function MatterFacts({ view, now }: { view: Pick<MatterView, 'detail' | 'place'>; now: Instant }) {
  return (
    <Rows>
      <Facts facts={factsOf(view, now)} />
    </Rows>
  )
}

type BodyProps = {
  view: MatterView
  now: Instant
  onCall?: (phone: string) => void
  onOpenPaper?: (id: string) => void
  /** What is asked of the reader: its buttons, or a form. */
  asks?: ReactNode
  /** Parts that the page draws elsewhere or not at all. */
  without?: readonly ('head' | 'clocks' | 'next' | 'timeline' | 'people' | 'papers' | 'facts')[]
  allClocks?: boolean
}

/** A whole matter, in the order in which a person asks about it. */
export function MatterBody({ view, now, onCall, onOpenPaper, asks, without = [], allClocks }: BodyProps) {
  const has = (part: (typeof without)[number]) => !without.includes(part)
  const next = nextSteps[view.stage]
  return (
    <View className="stack stack--l">
      {has('head') && <MatterHead view={view} now={now} />}
      {(has('clocks') || has('next')) && (
        <Card>
          {has('clocks') && <MatterClocks clocks={view.clocks} now={now} all={allClocks} />}
          {has('next') && next && <View>{next}</View>}
        </Card>
      )}
      {asks}
      {has('people') && (
        <Section title={matterWords.people}>
          <MatterPeople people={view.people} onCall={onCall} />
        </Section>
      )}
      {has('timeline') && view.timeline.length > 0 && (
        <Section title={matterWords.timeline}>
          <MatterTimeline view={view} now={now} />
        </Section>
      )}
      {has('papers') && view.papers.length > 0 && (
        <Section title={matterWords.papers}>
          <MatterPapers papers={view.papers} onOpen={onOpenPaper} />
        </Section>
      )}
      {has('facts') && (
        <Section title={matterWords.facts}>
          <MatterFacts view={view} now={now} />
        </Section>
      )}
    </View>
  )
}
