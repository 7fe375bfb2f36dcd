import type { Clock } from './clock'
import { type Actor, type PersonRef, type Refusal, refuse } from './decider'
import { ACCEPT, CALL_BACK, RULING, UPPER } from './grievance-clocks'
import type { GrievanceGiven, LadderCommand } from './grievance-types'
import type { Ladderable, LadderGiven } from './ladder'
import { yearOf } from './ladder-evolve'
import type { LadderEvent, PaperRef, Rung } from './ladder-types'
import type { Instant } from './time'

/** How a paper is made, and what people do with it: issue by hand, sign, receive, reply, take back. */

/** The unit's code on a paper that is addressed to the command seat. */
export const COMMAND_SEAT = 'command'
/** How many leaders sign a rung before it is issued; a machine issues what needs none. */
export const signsNeeded: Record<Rung, number> = { remind: 0, urge: 0, supervise: 1, transfer: 2 }
/** Clocks that are the command seat's whoever has the matter. */
const COMMANDS_OWN: readonly string[] = [ACCEPT, RULING, CALL_BACK, UPPER]

type Given = LadderGiven & Pick<GrievanceGiven, 'actor'>
type Of<T extends LadderCommand['type']> = Extract<LadderCommand, { type: T }>

/** What a command on a paper makes of it: events, nothing where one repeats oneself, or the rule that says no. */
export function decidePaper(state: Ladderable, command: LadderCommand, given: Given): LadderEvent[] | Refusal {
  if (command.type === 'IssuePaper') return issue(state, command, given)
  const paper = state.papers.find(({ id }) => id === command.paper)
  if (!paper) return refuse('paper.not-found')
  switch (command.type) {
    case 'SignPaper':
      return sign(state, paper, command, given)
    case 'ReceivePaper':
      return receive(paper, given)
    case 'ReplyToPaper':
      return reply(paper, command, given)
    case 'CancelPaper':
      return cancel(paper, command, given)
  }
}

/** By hand: a reminder or an urging goes out at once; a leader's own 督办单 too, a 移交函 waits for another leader. */
function issue(state: Ladderable, { rung, clock: code, text, until }: Of<'IssuePaper'>, given: Given) {
  const { now, actor } = given
  const clock = state.clocks.findLast((each) => each.code === code && each.limit.ladder && each.state !== 'stopped')
  if (!clock) return refuse('paper.no-clock')
  const there = state.papers.filter((paper) => isOn(clock, paper) && paper.rung === rung)
  const first = there.find((paper) => paper.state !== 'cancelled')
  if (first) {
    if (!first.by) return refuse('paper.already')
    return first.by.id === actor.id ? [] : refuse('matter.changed', { by: first.by.name, at: first.at })
  }
  if (rung === 'transfer' && !isUnmet(state, clock, now)) return refuse('paper.too-early')
  const by = personOf(actor)
  const made = { ...paperFor(state, clock, rung, given), dueAt: now, by }
  // The machine's own was taken back: this is another paper on the same rung.
  const paper: PaperRef = there.length > 0 ? { ...made, id: `${made.id}:${there.length + 1}` } : made
  if (signsNeeded[rung] === 0) {
    const issued: PaperRef = { ...paper, n: numbersFrom(given)(rung), state: 'issued', issuedAt: now }
    return [{ type: 'PaperIssued' as const, at: now, by, paper: issued, personal: { text } }]
  }
  const leader = actor.role === 'supervisor'
  const before = !leader && given.supervisor ? { before: given.supervisor } : {}
  const drafted = { type: 'PaperDrafted' as const, at: now, by, ...before, paper, personal: { text } }
  if (!leader) return [drafted]
  const signed = sign({ ...state, papers: [...state.papers, paper] }, paper, { until }, given)
  return 'refused' in signed ? signed : [drafted, ...signed]
}

function sign(
  { clocks }: Ladderable,
  paper: PaperRef,
  { until, text }: Pick<Of<'SignPaper'>, 'until' | 'text'>,
  given: Given,
): LadderEvent[] | Refusal {
  const { now, actor } = given
  const { rung, signs } = paper
  const own = signs.some(({ by }) => by.id === actor.id)
  if (paper.state === 'cancelled') return refuse('paper.cancelled')
  if (paper.state !== 'draft') {
    const last = signs.at(-1)
    return own || !last ? [] : refuse('matter.changed', { by: last.by.name, at: last.at })
  }
  if (!clocks.some((clock) => isOn(clock, paper) && clock.state !== 'stopped')) return refuse('paper.clock-ended')
  if (own) return refuse('paper.same-person')
  if (rung === 'supervise') {
    if (!until) return refuse('paper.until-missing')
    if (until <= now) return refuse('paper.until-past')
  }
  const last = signs.length + 1 >= signsNeeded[rung]
  return [
    {
      type: 'PaperSigned',
      at: now,
      by: personOf(actor),
      paper: paper.id,
      ...(last && { n: numbersFrom(given)(rung) }),
      ...(rung === 'supervise' && until && { until }),
      ...(text && { personal: { text } }),
    },
  ]
}

function receive(paper: PaperRef, { now, actor }: Given): LadderEvent[] | Refusal {
  if (!isAddressee(paper, actor)) return refuse('paper.not-yours')
  const { receivedBy, receivedAt } = paper
  if (receivedBy)
    return receivedBy.id === actor.id ? [] : refuse('matter.changed', { by: receivedBy.name, at: receivedAt })
  const not = notIssued(paper)
  return not ?? [{ type: 'PaperReceived', at: now, by: personOf(actor), paper: paper.id }]
}

function reply(paper: PaperRef, { text }: Of<'ReplyToPaper'>, { now, actor }: Given): LadderEvent[] | Refusal {
  if (!isAddressee(paper, actor)) return refuse('paper.not-yours')
  const { repliedBy, repliedAt } = paper
  if (repliedBy) return repliedBy.id === actor.id ? [] : refuse('matter.changed', { by: repliedBy.name, at: repliedAt })
  const not = notIssued(paper)
  if (not) return not
  const by = personOf(actor)
  // Whoever answers has it.
  const received: LadderEvent[] = paper.receivedAt ? [] : [{ type: 'PaperReceived', at: now, by, paper: paper.id }]
  return [...received, { type: 'PaperReplied', at: now, by, paper: paper.id, personal: { text } }]
}

function cancel(paper: PaperRef, { why }: Of<'CancelPaper'>, { now, actor }: Given): LadderEvent[] | Refusal {
  const { cancelledBy, cancelledAt } = paper
  if (paper.state === 'cancelled')
    return !cancelledBy
      ? refuse('paper.cancelled')
      : cancelledBy.id === actor.id
        ? []
        : refuse('matter.changed', { by: cancelledBy.name, at: cancelledAt })
  if (paper.state === 'replied') return refuse('paper.replied')
  // Nobody takes back what is addressed to himself, nor what is a leader's to sign.
  if (actor.role !== 'supervisor' && paper.unit.code === COMMAND_SEAT) return refuse('paper.own')
  if (actor.role !== 'supervisor' && signsNeeded[paper.rung] > 0) return refuse('paper.leaders-only')
  return [{ type: 'PaperCancelled', at: now, by: personOf(actor), paper: paper.id, personal: { why } }]
}

/** Drafts of clocks that have ended: nobody signs them any more. */
export const cancelDrafts = (state: Pick<Ladderable, 'papers' | 'clocks'>, now: Instant): LadderEvent[] =>
  staleDrafts(state).map(({ paper }) => ({ type: 'PaperCancelled', at: now, paper: paper.id, personal: { why: '' } }))

export function staleDrafts({ papers, clocks }: Pick<Ladderable, 'papers' | 'clocks'>) {
  return papers
    .filter((paper) => paper.state === 'draft')
    .flatMap((paper) => {
      const clock = clocks.find((each) => isOn(each, paper))
      return !clock || clock.state === 'stopped' ? [{ paper, endedAt: clock?.stoppedAt ?? paper.at }] : []
    })
}

/** A draft, to be issued by whoever makes it: whoever has the matter is its addressee. */
export function paperFor(state: Ladderable, clock: Clock, rung: Rung, given: LadderGiven): Omit<PaperRef, 'dueAt'> {
  const { now, matter = '', head } = given
  const { code, generation } = clock
  const hop = state.main && !state.main.leftAt && !state.careUntil ? state.main : undefined
  const unit = hop && !COMMANDS_OWN.includes(code) ? hop.unit : undefined
  const to = hop && !unit ? given.command.on : state.responsible
  const copy = rung === 'urge' && unit ? (head ?? unit.person) : undefined
  return {
    id: `${matter}:${code}:${generation}:${rung}`,
    rung,
    year: yearOf(now),
    clock: code,
    generation,
    state: 'draft',
    at: now,
    unit: unit ? { code: unit.code, name: unit.name } : { code: COMMAND_SEAT, name: '' },
    to: plain(to),
    ...(copy && copy.id !== to.id && { copy: plain(copy) }),
    signs: [],
  }
}

/** The next number of a series; several in one step count on. */
export function numbersFrom({ numbers }: Pick<LadderGiven, 'numbers'>): (rung: Rung) => number {
  const next: Record<string, number> = { ...numbers }
  return (rung) => {
    const n = next[rung]
    if (n === undefined) throw new Error(`no next number of ${rung} was given`)
    next[rung] = n + 1
    return n
  }
}

export const isOn = (clock: Clock, paper: PaperRef): boolean =>
  paper.clock === clock.code && paper.generation === clock.generation

export const hasRung = ({ papers }: Ladderable, clock: Clock, rung: Rung): boolean =>
  papers.some((paper) => isOn(clock, paper) && paper.rung === rung)

/** Whether a 督办单 of this clock was issued and its limit is over. */
const isUnmet = ({ papers }: Ladderable, clock: Clock, now: Instant): boolean =>
  papers.some(
    (paper) =>
      isOn(clock, paper) &&
      paper.rung === 'supervise' &&
      paper.issuedAt !== undefined &&
      paper.state !== 'cancelled' &&
      paper.until !== undefined &&
      paper.until <= now,
  )

const isAddressee = ({ unit }: PaperRef, actor: Actor): boolean =>
  actor.role === 'command' ? unit.code === COMMAND_SEAT : unit.code === actor.unit

const notIssued = ({ state }: PaperRef): Refusal | undefined =>
  state === 'draft' ? refuse('paper.not-issued') : state === 'cancelled' ? refuse('paper.cancelled') : undefined

const personOf = ({ id, name, unit }: Actor): PersonRef => ({ id, name, ...(unit && { unit }) })
/** Without the seat and the telephone: a paper names a person and no more. */
const plain = ({ id, name, unit }: PersonRef): PersonRef => ({ id, name, ...(unit && { unit }) })
