import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/decider'
import { can, mayOn } from '@/domain/permission'
import { after, HOUR, type Instant, MINUTE, NEVER } from '@/domain/time'
import { visit, visitDesks, visitNotices, visitTimeIsUp, visitWakeAt } from '@/domain/visit'
import { visitEntries } from '@/domain/visit-entries'
import type { Hour, Visit, VisitCommand, VisitEvent } from '@/domain/visit-types'
import {
  actor,
  advanceAt,
  arrive,
  askMove,
  atHome,
  bao,
  book,
  cancel,
  companion,
  confirm,
  decideAt,
  done,
  elder,
  free,
  friday,
  gao,
  givenAt,
  he,
  hes,
  hold,
  hour,
  later,
  li,
  mei,
  moveTo,
  noShow,
  policy,
  ref,
  storm,
  t,
  taken,
  type World,
  waitingHome,
} from './visit-given'

/** Every command, by everybody who may give it and by many who may not. */
const wang = actor('wang', 'town')
const address = { visitor: { phone: '13812345678' }, address: '三组' }
const sunday = hour('10-04 9:00', { way: 'home' })
const commands: VisitCommand[] = [
  confirm,
  confirm,
  moveTo(friday),
  moveTo(later),
  moveTo(hes),
  moveTo(atHome),
  moveTo(sunday),
  askMove(hes),
  askMove(later, 'visit:other'),
  { type: 'AnswerMove', yes: true },
  { type: 'AnswerMove', yes: false },
  { type: 'TakeRoom', hour: sunday },
  cancel(),
  cancel('要开庭'),
  { type: 'SetOut' },
  arrive,
  { type: 'Arrive', checked: false },
  storm(),
  { type: 'ResumeVisit' },
  done(),
  noShow('staff'),
  noShow('person'),
  { type: 'RateVisit', stars: 1 },
  { type: 'RateVisit', stars: 4 },
  { type: 'TakeNote', text: '记' },
  { type: 'Reassign', to: ref('he'), why: '出差' },
  { type: 'RevealNumber' },
  book(),
  elder(),
  hold(),
]
/** What is hers to do next: lives get somewhere. */
function likely({ asked, stage }: Visit): number[] {
  const type = asked ? 'AnswerMove' : stage === 'held' ? 'BookVisit' : stage === 'done' ? 'RateVisit' : undefined
  return commands.flatMap((command, n) => (command.type === type ? [n] : []))
}
const people: Actor[] = [bao, bao, li, li, he, gao, gao, wang, mei]
const hours: Hour[] = [friday, later, hes, atHome, sunday]
const hourOf = (command: VisitCommand): Hour | undefined =>
  'slot' in command ? hours.find(({ slot }) => slot === command.slot) : undefined

/** The action that becomes the command: the door asks who may. What one visit does to another nobody asks for. */
const actionOf: Partial<Record<VisitCommand['type'], string>> = {
  BookVisit: 'visit.book',
  ConfirmVisit: 'visit.confirm',
  MoveVisit: 'visit.reschedule',
  AskMove: 'visit.askMove',
  AnswerMove: 'visit.answerMove',
  CancelVisit: 'visit.cancel',
  SetOut: 'visit.setOut',
  Arrive: 'visit.arrive',
  SuspendVisit: 'visit.suspend',
  ResumeVisit: 'visit.resume',
  FinishVisit: 'visit.done',
  NoShow: 'visit.noShow',
  RateVisit: 'visit.rate',
  TakeNote: 'matter.note',
  Reassign: 'matter.reassign',
  RevealNumber: 'matter.callLog',
}
const mayGive = (state: Visit, by: Actor, { type }: VisitCommand): boolean => {
  const action = actionOf[type]
  return action === undefined || mayOn(action, state, by)
}

type Move = { minutes: number; which: number; who: number; full: boolean; sleeps: boolean; on: boolean }
const move: fc.Arbitrary<Move> = fc.record({
  minutes: fc.oneof({ weight: 5, arbitrary: fc.nat(240) }, { weight: 2, arbitrary: fc.nat(5000) }),
  which: fc.nat(commands.length - 1),
  who: fc.nat(people.length - 1),
  full: fc.boolean(),
  sleeps: fc.boolean(),
  on: fc.boolean(),
})
const beginnings: [VisitCommand, World][] = [
  [hold(), free(friday)],
  [book(), free(friday)],
  [book({ owner: undefined, helper: ref('mei') }), free(friday)],
  [elder({ personal: address }), {}],
  [elder({ personal: address }), free(atHome)],
  [book({ personal: address, way: 'home' }), free(sunday)],
  [elder({ need: 'left-behind-child', personal: { ...address, companion } }), {}],
]
const life = fc.record({ begins: fc.nat(beginnings.length - 1), moves: fc.array(move, { maxLength: 16, size: 'max' }) })
type Life = { begins: number; moves: Move[] }
type Look = (state: Visit, events: VisitEvent[], now: Instant, before: Visit | undefined) => void

/** Time goes on by itself between the moves, unless the machine sleeps; then somebody does something. */
function lived({ begins, moves }: Life, look: Look, did: (which: number) => void = () => {}) {
  let now = t('10-02 22:10')
  const [command, world] = beginnings[begins] ?? [book(), free(friday)]
  const first = decideAt(visit.initial, command, givenAt(now, bao, world))
  let state = first.state
  const events = [...first.events]
  look(state, first.events, now, undefined)
  const turn = (next: { state: Visit; events: VisitEvent[] }) => {
    const before = state
    state = next.state
    events.push(...next.events)
    look(state, next.events, now, before)
  }
  for (const { minutes, which: any, who, full, sleeps, on } of moves) {
    const until = after(now, (state.stage === 'held' ? minutes % 4 : minutes) * MINUTE)
    for (let n = 0; !sleeps && visitWakeAt(state, policy) <= until; n++) {
      if (n > 40) throw new Error('it never sleeps')
      now = [now, visitWakeAt(state, policy)].sort()[1] ?? now
      turn(advanceAt(state, now))
    }
    now = until
    const hers = on ? likely(state) : []
    const which = hers[any % hers.length] ?? any
    const [by, does] = [hers.length > 0 ? bao : (people[who] ?? bao), commands[which] ?? confirm]
    if (!mayGive(state, by, does)) continue
    const wanted = hourOf(does)
    // Nobody is offered an hour that is over.
    const offered = wanted && wanted.start > now ? (full ? taken(wanted) : free(wanted)) : {}
    const next = decideAt(state, does, givenAt(now, by, { ...offered, waiting: waitingHome }))
    if (!next.refusal) did(which)
    turn(next)
  }
  return { state, events, now }
}
const runs = { numRuns: 700, seed: 20261002 }
const holds = (look: Look, numRuns = runs.numRuns) =>
  fc.assert(
    fc.property(life, (each) => {
      lived(each, look)
    }),
    { ...runs, numRuns },
  )

describe('whatever happens to a visit', () => {
  it('everything is reached by some life', () => {
    const seen = new Set<string>()
    const did = new Set<string | undefined>()
    fc.assert(
      fc.property(life, (each) => {
        const { events } = lived(
          each,
          ({ stage }) => seen.add(stage),
          (which) => did.add(commands[which]?.type),
        )
        for (const { type } of events) seen.add(type)
      }),
      { ...runs, numRuns: 1500 },
    )
    const stages = ['held', 'booked', 'confirmed', 'set-out', 'arrived', 'done', 'cancelled', 'no-show']
    const rare = ['HoldEnded', 'MoveAnswered', 'MoveLapsed', 'RoomTaken', 'VisitResumed', 'VisitUnmarked', 'VisitRated']
    expect([...stages, ...rare].filter((one) => !seen.has(one))).toEqual([])
    expect(commands.map(({ type }) => type).filter((type) => !did.has(type))).toEqual(['HoldVisit'])
  })
  it('while it is open one named person answers for it, and it stands on his desk', () =>
    holds((state) => {
      expect(state.responsible.id).not.toBe('')
      expect(state.responsible.id).not.toBe(state.owner)
      if (state.open && state.stage !== 'held') expect(visitDesks(state)).toContain(`person:${state.responsible.id}`)
    }))
  it('no hold outlives its three minutes', () =>
    holds((state, _, now) => {
      if (state.stage === 'held') expect((state.heldUntil ?? '') > now).toBe(true)
    }))
  it('one clock runs at most, of home visits that nobody has come to yet and nobody else’s', () =>
    holds(({ clocks, way, stage, open, weather }) => {
      const alive = clocks.filter(({ state }) => state !== 'stopped')
      const owed = way === 'home' && open && stage !== 'held' && stage !== 'arrived'
      expect(alive.length).toBe(owed ? 1 : 0)
      if (alive[0]?.state === 'paused') expect(weather).toBeDefined()
      const generations = clocks.map(({ generation }) => generation)
      expect(generations).toEqual(generations.map((_, n) => n + 1))
    }))
  it('what it has in people’s days is what its events gave and took', () => {
    fc.assert(
      fc.property(life, (each) => {
        const has = new Map<'own' | 'kept', string>()
        lived(each, (state, events) => {
          for (const event of events) count(has, event)
          const entries = visitEntries('visit:1', state).map(({ taken: { slot } }) => slot)
          expect(entries.sort()).toEqual([...has.values()].sort())
        })
      }),
      runs,
    )
  })
  it('once it is over nothing more happens but rating, notes and ringing', () =>
    holds((state, events, _, before) => {
      if (!before || before.open) return
      const ended = ['VisitRated', 'NoteTaken', 'NumberRevealed']
      expect(events.filter(({ type }) => !ended.includes(type))).toEqual([])
      expect(state.stage).toBe(before.stage)
    }))
  it('it wakes for what is due and sleeps when there is nothing; after time’s work nothing is left at that moment', () => {
    fc.assert(
      fc.property(life, (each) => {
        const { state, now } = lived(each, () => {})
        const rested = advanceAt(state, now)
        expect(visitTimeIsUp(rested.state, { now, policy })).toBe(false)
        expect(advanceAt(rested.state, now).events).toEqual([])
        expect(visitWakeAt(rested.state, policy) > now).toBe(true)
        if (!state.open) expect(visitWakeAt(state, policy)).toBe(NEVER)
        // Nobody sleeps through the end of anything.
        const late = advanceAt(rested.state, after(now, 24 * 40 * HOUR))
        if (visitWakeAt(rested.state, policy) !== NEVER) expect(late.events).not.toEqual([])
      }),
      runs,
    )
  })
  it('no letter names her, her number, her address or her words', () =>
    holds((state, events, now) => {
      const params = events.flatMap((event) => visitNotices(event, state, { now, due: now })).map((each) => each.params)
      expect(JSON.stringify(params)).not.toMatch(/包|13812345678|三组|奶奶|工钱/)
    }))
})

function count(has: Map<'own' | 'kept', string>, event: VisitEvent) {
  switch (event.type) {
    case 'VisitHeld':
    case 'VisitMoved':
    case 'RoomTaken':
    case 'VisitBooked':
      has.delete('kept')
      if (event.hour) has.set('own', event.hour.slot)
      break
    case 'MoveAsked':
      has.set('kept', event.hour.slot)
      break
    case 'MoveAnswered':
      has.delete('kept')
      if (event.hour) has.set('own', event.hour.slot)
      break
    case 'MoveLapsed':
    case 'VisitorArrived':
    case 'VisitDone':
    case 'VisitMissed':
      has.delete('kept')
      break
    case 'HoldEnded':
    case 'VisitCancelled':
      has.clear()
  }
}

/** What a page sends for an action, so far as the rules look at it. */
const distant = (state: Visit) => hour('10-20 9:00', { way: state.way })
const sent: Record<string, (state: Visit) => VisitCommand[]> = {
  'visit.book': () => [book()],
  'visit.confirm': () => [confirm],
  'visit.reschedule': (state) => [moveTo(distant(state))],
  'visit.askMove': (state) => [askMove(distant(state))],
  'visit.answerMove': () => [
    { type: 'AnswerMove', yes: true },
    { type: 'AnswerMove', yes: false },
  ],
  'visit.cancel': () => [cancel('要开庭')],
  'visit.setOut': () => [{ type: 'SetOut' }],
  'visit.arrive': () => [arrive],
  'visit.suspend': () => [storm()],
  'visit.resume': () => [{ type: 'ResumeVisit' }],
  'visit.done': () => [done()],
  'visit.noShow': () => [noShow('staff')],
  'visit.rate': () => [{ type: 'RateVisit', stars: 3 }],
  'matter.note': () => [{ type: 'TakeNote', text: '记' }],
  'matter.callLog': () => [{ type: 'RevealNumber' }],
  'matter.reassign': () => [{ type: 'Reassign', to: ref('ma'), why: '出差' }],
}
/** A page is painted once, and time goes on: what only the hour decides is said when she taps. */
const byTheHour = ({ hour: has, way }: Visit, refused: string, now: Instant): boolean =>
  refused === 'visit.too-early' ||
  (refused === 'visit.not-ahead' && way !== 'home' && has !== undefined && has.start <= now)

describe('what a page offers', () => {
  it('the rules don’t refuse, but for what the hour itself decides', () => {
    const offered = new Set<string>()
    holds((state, _, now) => {
      for (const by of [bao, li, he, gao, wang, mei])
        for (const { action } of can(state, by))
          for (const command of sent[action]?.(state) ?? []) {
            offered.add(action)
            const world = { ...free(distant(state)), waiting: waitingHome }
            const { refusal } = decideAt(state, command, givenAt(now, by, world))
            const refused = refusal && !byTheHour(state, refusal.refused, now) ? refusal.refused : undefined
            expect([state.stage, by.id, action, refused]).toEqual([state.stage, by.id, action, undefined])
          }
    }, 80)
    expect(Object.keys(sent).filter((action) => !offered.has(action))).toEqual([])
  })
})
