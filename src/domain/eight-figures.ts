import { after, type Instant } from './time'

/** The eight minutes as four numbers, counted anew from facts: a fact is what happened once to one question. */

export type EightFact = {
  what: string
  matter: string
  sentAt: Instant
  village: string
  town: string
  topic: string
  outcome?: 'kept' | 'missed' | 'cancelled'
  how?: 'answered' | 'routed' | 'nobody'
  yes?: boolean
}

/** `open`: within its eight minutes; `withdrawn`: taken back within them; `missed`: neither answered nor routed in time. */
export type Result = 'answered' | 'routed' | 'missed' | 'open' | 'withdrawn'
export type Story = {
  matter: string
  sentAt: Instant
  village: string
  town: string
  topic: string
  result: Result
  /** How it was missed: nobody had it, or it was answered or routed too late; absent while it still isn't judged. */
  late?: 'answered' | 'routed' | 'nobody'
  callBacks: { kept: number; missed: number }
  /** Answered at some time, so she may say whether it helped. */
  answered: boolean
  helped?: boolean
}

/**
 * One story a question. A question without a result whose `limitMs` is over counts as missed, whether the machine has
 * judged it yet or not. `overdue`: questions whose promised call is late and not made; no fact tells of those yet.
 */
export function storiesOf(
  facts: readonly EightFact[],
  { now, limitMs, overdue }: { now: Instant; limitMs: number; overdue: ReadonlySet<string> },
): Story[] {
  const about = new Map<string, EightFact[]>()
  for (const fact of facts) about.set(fact.matter, [...(about.get(fact.matter) ?? []), fact])
  return [...about.values()].flatMap((all): Story[] => {
    const asked = all.find(({ what }) => what === 'question.asked')
    if (!asked) return []
    const { matter, sentAt, village, town, topic } = asked
    const of = (what: string) => all.filter((fact) => fact.what === what)
    const promised = of('question.callback')
    const count = (outcome: string) => promised.filter((fact) => fact.outcome === outcome).length
    const said = of('question.helped')[0]?.yes
    return [
      {
        ...{ matter, sentAt, village, town, topic },
        ...resultOf(of('question.answer'), after(sentAt, limitMs) <= now),
        callBacks: { kept: count('kept'), missed: count('missed') + (overdue.has(matter) ? 1 : 0) },
        answered: of('question.answered').length > 0,
        ...(said !== undefined && { helped: said }),
      },
    ]
  })
}

function resultOf(judged: readonly EightFact[], over: boolean): Pick<Story, 'result' | 'late'> {
  const missed = judged.find(({ outcome }) => outcome === 'missed')
  if (missed) return { result: 'missed', ...(missed.how && { late: missed.how }) }
  const kept = judged.find(({ outcome }) => outcome === 'kept')
  if (kept) return { result: kept.how === 'answered' ? 'answered' : 'routed' }
  if (judged.length > 0) return { result: 'withdrawn' }
  return { result: over ? 'missed' : 'open' }
}

type Share = { kept: number; of: number }
export type Numbers = {
  asked: number
  open: number
  withdrawn: number
  answered: Share
  routed: Share
  callBacks: Share
  helped: Share & { unasked: number }
}

/**
 * Answered and routed are shares of all that were asked, but those still within their time and those taken back within
 * it. Calls are shares of the promises that came due; helped, of whoever said so, with those who didn't say beside it.
 */
export function numbersOf(stories: readonly Story[]): Numbers {
  const has = (result: Result) => stories.filter((story) => story.result === result).length
  const sum = (count: (story: Story) => number) => stories.reduce((all, story) => all + count(story), 0)
  const withdrawn = has('withdrawn')
  const asked = stories.length - withdrawn
  const open = has('open')
  const kept = sum(({ callBacks }) => callBacks.kept)
  const said = stories.filter(({ helped }) => helped !== undefined)
  return {
    asked,
    open,
    withdrawn,
    answered: { kept: has('answered'), of: asked - open },
    routed: { kept: has('routed'), of: asked - open },
    callBacks: { kept, of: kept + sum(({ callBacks }) => callBacks.missed) },
    helped: {
      kept: said.filter(({ helped }) => helped).length,
      of: said.length,
      unasked: stories.filter(({ answered, helped }) => answered && helped === undefined).length,
    },
  }
}

/** Whoever was promised a call may still wait for it: nothing says yet that it was made. */
export const mayAwaitCall = ({ result, late, callBacks, answered }: Story): boolean =>
  (result === 'routed' || late === 'routed' || late === 'nobody') && !answered && callBacks.kept === 0
