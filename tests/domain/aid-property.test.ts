import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { aid } from '@/domain/aid'
import { decidedIt } from '@/domain/aid-ending'
import type { AidStage, AidState } from '@/domain/aid-types'
import { holdsLawyer, owesLater } from '@/domain/aid-types'
import { NEVER } from '@/domain/time'
import { refusalCodes } from '@/words/refusals'
import { beginnings, tries } from './aid-life-acts'
import { life, usual } from './aid-life-ways'
import { type Life, lived, stored, type Taken, wakesAt } from './aid-lives'

// A worker that never breathes is taken for dead.
afterEach(() => new Promise((done) => setImmediate(done)))

// Every usual way to its end, then what chance makes of them.
const all = { numRuns: usual.length + 60, examples: usual.map((one): [Life] => [one]) }
const always = (look: (taken: Taken) => void) =>
  fc.assert(
    fc.property(life, (one: Life) => {
      lived(one, look)
    }),
    all,
  )
const centre = ['gao', 'ma']
const bureau = [...centre, 'sun', 'lan']

describe('whatever people do, in whatever order and however late', () => {
  it('every command of theirs comes through in some life: the lives below are not spent at closed doors', () => {
    const done = new Set<string>()
    const key = ({ who, command }: { who: string; command: object }) => JSON.stringify([who, command])
    for (const one of [...usual, ...fc.sample(life, { numRuns: 700, seed: 7 })])
      lived(one, ({ tried, decided }) => tried && decided.length > 0 && done.add(key(tried)))
    expect([...tries, ...Object.values(beginnings)].filter((each) => !done.has(key(each)))).toEqual([])
  })

  it('replaying the events gives what is stored, and what is stored reads back as it was', () => {
    fc.assert(
      fc.property(life, (one) => {
        const { state, events } = lived(one, (taken) => expect(stored(taken.state)).toEqual(taken.state))
        expect(stored(events.reduce<AidState>(aid.evolve, aid.initial))).toEqual(state)
      }),
      all,
    )
  })

  it('an open matter has one named person, and the one whose turn it is', () => {
    always(({ state }) => {
      if (!state.open) return
      const { responsible, stage, lawyer, escalated } = state
      expect(responsible.id && responsible.name).toBeTruthy()
      for (const left of state.offered) expect(lawyer?.ref.id).not.toBe(left)
      if (escalated) expect([stage, responsible]).toEqual(['granted-unassigned', escalated.to])
      if (stage === 'granted-unassigned') expect([lawyer, centre.includes(responsible.id)]).toEqual([undefined, true])
      else if (holdsLawyer(state)) {
        expect(lawyer).toBeDefined()
        // While somebody of the bureau has to rule, it is his or hers; else the lawyer's.
        const toRule = lawyer?.conflict === 'frozen' || state.leaving || state.changeAsked
        if (toRule) expect(bureau).toContain(responsible.id)
        else expect(responsible).toEqual(lawyer?.ref)
      } else if (stage === 'objected') expect(decidedIt(state)).not.toContain(responsible.id)
      else expect(bureau).toContain(responsible.id)
      if (stage === 'refusal-unconfirmed') expect(responsible.id).not.toBe(state.refusal?.by.id)
    })
  })

  it('a refusal has a code that has words', () => {
    always(({ refusal }) => refusal && expect(refusalCodes).toContain(refusal.refused))
  })

  it('it goes from stage to stage only by what the law knows', () => {
    always(({ was, events }) => {
      let state = was
      for (const event of events) {
        const next = aid.evolve(state, event)
        if (next.stage !== state.stage) expect(WAYS[state.stage][event.type]).toContain(next.stage)
        state = next
      }
    })
  })
})

type Ways = Partial<Record<Taken['events'][number]['type'], AidStage[]>>
const leavesHer: Ways = { AidWithdrawn: ['withdrawn'] }
const ends: Ways = { ...leavesHer, AidTerminated: ['terminated'] }
const none: Ways = {}
/** Everything that leads out of a stage; a refusal and a termination are left by an objection and by nothing else. */
const WAYS: Record<AidState['stage'], Ways> = {
  blank: { AidSubmitted: ['submitted'], NoticeReceived: ['granted-unassigned'] },
  submitted: {
    ...leavesHer,
    AidGranted: ['granted-unassigned'],
    AidProvidedFirst: ['granted-unassigned'],
    PapersListed: ['supplementing'],
    RefusalProposed: ['refusal-unconfirmed'],
    AidTransferred: ['transferred'],
  },
  supplementing: {
    ...leavesHer,
    AidProvidedFirst: ['granted-unassigned'],
    PapersSupplied: ['submitted'],
    AidTransferred: ['transferred'],
    AidDeemedWithdrawn: ['withdrawn'],
  },
  'refusal-unconfirmed': { ...leavesHer, AidRefused: ['refused'], RefusalReturned: ['submitted'] },
  'granted-unassigned': { ...ends, LawyerAssigned: ['assigned'] },
  assigned: { ...ends, AidTaken: ['in-hand'], LawyerReleased: ['granted-unassigned'] },
  'in-hand': {
    ...ends,
    AidClosed: ['closing'],
    LawyerReleased: ['granted-unassigned'],
    LawyerSwapped: ['assigned'],
  },
  closing: { CloseReviewed: ['closed', 'in-hand'] },
  refused: { AidObjected: ['objected'] },
  terminated: { AidObjected: ['objected'] },
  objected: { ObjectionRuled: ['refused', 'terminated', 'granted-unassigned'] },
  closed: none,
  archived: none,
  withdrawn: none,
  transferred: none,
}

const promised = ['aid.promise', 'aid.grace', 'aid.decide']
const later = ['aid.regularise', 'aid.supplement']
const held = [...later, 'aid.notify', 'aid.contact', 'aid.sign', 'aid.change', 'aid.file']
/** Which clocks may stand in a stage, and of which at least one does. */
const CLOCKS: Record<AidStage, { may: string[]; must: string[] }> = {
  submitted: { may: promised, must: ['aid.decide'] },
  supplementing: { may: [...promised, 'aid.supplement'], must: ['aid.supplement'] },
  'refusal-unconfirmed': { may: promised, must: ['aid.decide'] },
  'granted-unassigned': {
    may: [...later, 'aid.promise', 'aid.grace', 'aid.assign', 'aid.notify', 'aid.file'],
    must: ['aid.assign'],
  },
  assigned: { may: held, must: ['aid.contact'] },
  'in-hand': { may: [...held, 'aid.progress'], must: ['aid.progress', 'aid.file'] },
  closing: { may: [...later, 'aid.review'], must: ['aid.review'] },
  closed: { may: ['grievance.rectify', 'grievance.rectify.contact'], must: ['grievance.rectify'] },
  terminated: { may: ['aid.terminate'], must: ['aid.terminate'] },
  objected: { may: ['aid.objection', 'aid.terminate'], must: ['aid.objection'] },
  refused: { may: [], must: [] },
  withdrawn: { may: [], must: [] },
  transferred: { may: [], must: [] },
  archived: { may: [], must: [] },
}

describe('its clocks', () => {
  it('are those of its stage: one of them runs as long as it is open, none after the end', () => {
    always(({ state }) => {
      const alive = state.clocks.filter((clock) => clock.state !== 'stopped').map(({ code }) => code)
      const { may, must } = CLOCKS[state.stage]
      expect(alive.filter((code) => !may.includes(code))).toEqual([])
      expect(new Set(alive).size).toBe(alive.length)
      if (state.open) expect(alive.some((code) => must.includes(code))).toBe(true)
      else expect(alive).toEqual([])
      expect(alive.includes('aid.change')).toBe(holdsLawyer(state) && state.changeAsked !== undefined)
      expect(alive.includes('aid.regularise')).toBe(owesLater(state))
      if (state.stage === 'terminated') expect(state.open).toBe(alive.includes('aid.terminate'))
    })
  })

  it('stand still only while papers are owed, or a court lets it rest', () => {
    always(({ state }) => {
      for (const { state: is, code } of state.clocks)
        if (is === 'paused')
          expect(state.stage === 'supplementing' || (code === 'aid.progress' && state.suspended !== undefined)).toBe(
            true,
          )
      if (!state.suspended) return
      const progress = state.clocks.filter(({ code, state: is }) => code === 'aid.progress' && is !== 'stopped')
      expect([state.stage, progress.map((clock) => clock.state)]).toEqual(['in-hand', ['paused']])
    })
  })

  it('have a due time and wake somebody; once time has come by it has nothing more to do', () => {
    always(({ state, now, passed }) => {
      for (const clock of state.clocks) {
        if (clock.state === 'stopped') continue
        expect(clock.dueAt < NEVER).toBe(true)
        if (clock.state === 'running' && !clock.overdueNoted) expect(wakesAt(state) <= clock.dueAt).toBe(true)
      }
      if (!state.open) expect(wakesAt(state)).toBe(NEVER)
      if (passed) expect(wakesAt(state) > now).toBe(true)
    })
  })

  it('run once in each generation; what stopped stays stopped, and each is judged at its due time', () => {
    fc.assert(
      fc.property(life, (one) => {
        const { events } = lived(one, () => {})
        const each = (type: string) =>
          events.flatMap((e) => (e.type === type && 'generation' in e ? `${e.code}/${e.generation}` : []))
        for (const type of ['ClockStarted', 'ClockStopped', 'ClockOverdue'])
          expect(new Set(each(type)).size).toBe(each(type).length)
        for (const event of events) {
          if (event.type === 'ClockOverdue') expect(event.at).toBe(event.dueAt)
          if (event.type !== 'ClockStopped' || event.outcome === 'cancelled') continue
          const overdue = each('ClockOverdue').includes(`${event.code}/${event.generation}`)
          expect(event.outcome).toBe(overdue ? 'missed' : 'kept')
        }
      }),
      all,
    )
  })

  it('of a promise run once: whoever leaves or comes, no date that was told to her moves', () => {
    fc.assert(
      fc.property(life, (one) => {
        const { events } = lived(one, ({ before, state, tried }) => {
          if (before.stage === 'blank' || !tried || !MOVING.includes(tried.command.type)) return
          for (const { code, generation, dueAt } of before.clocks) {
            const after = state.clocks.find((clock) => clock.code === code && clock.generation === generation)
            if (after && [...promised, 'aid.assign'].includes(code)) expect(after.dueAt).toBe(dueAt)
          }
        })
        for (const code of promised) {
          const runs = events.filter((event) => event.type === 'ClockStarted' && event.code === code)
          expect(runs.length).toBeLessThanOrEqual(1)
        }
      }),
      all,
    )
  })
})
/** After these another lawyer may come, or a decision is made anew. */
const MOVING = [
  'LeaveAid',
  'AskForChange',
  'RuleChange',
  'SwapLawyer',
  'AnswerConflict',
  'ChangeParties',
  'RuleObjection',
]
