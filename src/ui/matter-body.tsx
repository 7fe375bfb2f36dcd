import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { MatterView, PersonView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { matterWords, onDay } from '@/words/matter-page'
import { nextStep } from '@/words/next-step'
import { momentText } from '@/words/time'
import { Card, CardLine, Item, Rows } from './card'
import { Facts } from './facts'
import { Heading, Section } from './heading'
import { MatterClocks } from './matter-clocks'
import { factsOf } from './matter-facts'
import { PersonCard } from './person-card'
import { StageTag, type Tone } from './tag'
import { Timeline } from './timeline'

/** The parts of a matter's page, each drawn from its view. `now` is the product's clock: it says 「今天」 by it. */

const closedStages = [
  'closed',
  'archived',
  'refused',
  'withdrawn',
  'transferred',
  'terminated',
  'declined',
  'handed-over',
  'done',
  'cancelled',
]
const tones: Record<string, Tone> = {
  supplementing: 'amber',
  'refusal-unconfirmed': 'amber',
  'granted-unassigned': 'amber',
  closed: 'green',
  archived: 'green',
  refused: 'red',
  terminated: 'red',
  withdrawn: 'plain',
  transferred: 'plain',
  incomplete: 'amber',
  returned: 'amber',
  'extension-asked': 'amber',
  suspended: 'amber',
  declined: 'plain',
  'handed-over': 'plain',
  held: 'amber',
  confirmed: 'green',
  done: 'green',
  cancelled: 'plain',
  'no-show': 'amber',
}
export const stageTone = (stage: string): Tone => tones[stage] ?? 'blue'
export const isClosed = (stage: string): boolean => closedStages.includes(stage)

type Head = Pick<MatterView, 'title' | 'stage' | 'stageText' | 'place' | 'createdAt'>

/** `level`: 2 where the page has a heading of its own. */
export function MatterHead({ view, now, level = 1 }: { view: Head; now: Instant; level?: 1 | 2 }) {
  return (
    <View className="stack stack--m">
      <View>
        <StageTag text={view.stageText} tone={stageTone(view.stage)} />
      </View>
      <Heading size="big" level={level} text={view.title} />
      <View className="soft">{matterWords.placedOn(view.place.text, onDay(view.createdAt, now))}</View>
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
      {people.map(({ role, roleText, id, name, org, phone }, index) => (
        <View key={`${role}${id ?? name}`} className="stack">
          {index > 0 && <CardLine />}
          <PersonCard
            name={name}
            lines={[roleText, org].filter((line): line is string => Boolean(line))}
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
      {papers.map(({ id, name, no, state }, index) => (
        <Item
          key={id}
          first={index === 0}
          icon="paper"
          name={name}
          more={state ? matterWords.paperStates[state] : no}
          label={matterWords.openPaper(name)}
          onPress={onOpen && !state ? () => onOpen(id) : undefined}
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
  /** What waits for the reader, before everything but the headline. */
  first?: ReactNode
  /** What is asked of the reader: its buttons, or a form. */
  asks?: ReactNode
  /** Parts that the page draws elsewhere or not at all. */
  without?: readonly ('head' | 'clocks' | 'next' | 'timeline' | 'people' | 'papers' | 'facts')[]
  allClocks?: boolean
  /** 2 where the page has said something in a first heading before. */
  level?: 1 | 2
}

/** A whole matter, in the order in which a person asks about it. */
export function MatterBody(props: BodyProps) {
  const { view, now, onCall, onOpenPaper, first, asks, without = [], allClocks, level } = props
  const has = (part: (typeof without)[number]) => !without.includes(part)
  const next = nextStep(view, now)
  return (
    <View className="stack stack--l">
      {has('head') && <MatterHead view={view} now={now} level={level} />}
      {first}
      {(has('clocks') || has('next')) && (
        <Card>
          {has('clocks') && <MatterClocks clocks={view.clocks} now={now} all={allClocks} />}
          {has('next') && next && <View>{next}</View>}
        </Card>
      )}
      {asks}
      {has('people') && (view.people.length > 0 || !isClosed(view.stage)) && (
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
