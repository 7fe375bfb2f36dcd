import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { AidCommand } from '@/domain/aid-commands'
import { decidedIt } from '@/domain/aid-ending'
import type { Aid } from '@/domain/aid-types'
import { noticesOf } from '@/domain/notice'
import { dayOf } from '@/domain/time'
import { never } from './aid-life-acts'
import { life, usual } from './aid-life-ways'
import { type Life, lawyers, lived, step, type Taken } from './aid-lives'

// A worker that never breathes is taken for dead.
afterEach(() => new Promise((done) => setImmediate(done)))

// Every usual way to its end, then what chance makes of them.
const all = { numRuns: usual.length + 60, examples: usual.map((one): [Life] => [one]) }
const always = (look: (taken: Taken) => void) =>
  fc.assert(
    fc.property(life, (one) => {
      lived(one, look)
    }),
    all,
  )

describe('who comes, who goes, who rules', () => {
  it('whoever had it and left is never proposed for it or assigned to it again', () => {
    fc.assert(
      fc.property(life, (one) => {
        const gone = new Set<string>()
        lived(one, ({ events, state, given }) => {
          for (const event of events) {
            if (event.type === 'LawyerAssigned' || event.type === 'LawyerSwapped')
              expect([...gone]).not.toContain(event.lawyer.id)
            if (event.type === 'LawyerReleased') gone.add(event.lawyer.id)
            if (event.type === 'LawyerSwapped') gone.add(event.from.id)
          }
          expect(new Set(state.offered)).toEqual(gone)
          const ranked = given?.match?.ranked.map(({ lawyer }) => lawyer) ?? []
          if (events.length === 0) for (const left of gone) expect(ranked).not.toContain(left)
        })
      }),
      all,
    )
  })

  it('where it is a matter of life, whoever defends has three years to the day; a minor’s lawyer knows minors', () => {
    let gravest = 0
    always(({ events, state }) => {
      for (const event of events) {
        if ((event.type !== 'LawyerAssigned' && event.type !== 'LawyerSwapped') || !state.criminal) continue
        const found = lawyers.find(({ person }) => person === event.lawyer.id)
        const since = found?.since ?? ''
        if (state.criminal.ground === 'minor') expect(found?.subjects).toContain('minors')
        if (state.criminal.ground !== 'life-or-death') continue
        expect(`${Number(since.slice(0, 4)) + 3}${since.slice(4)}` <= dayOf(event.at)).toBe(true)
        gravest += 1
      }
    })
    expect(gravest).toBeGreaterThan(0)
  })

  it('nobody rules on what he decided himself, whatever role he comes in', () => {
    let ruled = 0
    always(({ before, decided, tried }) => {
      if (before.stage === 'blank' || !decided.some(({ type }) => type === 'ObjectionRuled')) return
      expect(decidedIt(before)).not.toContain(tried && tried.who === 'gaoAbove' ? 'gao' : tried?.who)
      ruled += 1
    })
    expect(ruled).toBeGreaterThan(0)
  })

  it('what is never allowed never happens, at whatever stage it is tried', () => {
    const types = new Set(never.map(({ command }) => JSON.stringify(command)))
    always(({ tried, decided, before }) => {
      if (!tried || decided.length === 0 || !types.has(JSON.stringify(tried.command))) return
      // The same words from somebody else may be right.
      const { who, command } = tried
      expect(never.some((each) => each.who === who && each.command === command)).toBe(
        who === 'gaoAbove' && before.stage === 'objected' && !decidedIt(before).includes('gao'),
      )
    })
  })

  it('a notice is examined by nobody, and nothing is promised with it', () => {
    always(({ state, events }) => {
      if (!state.criminal) return
      const types = events.map(({ type }) => type)
      for (const type of ['AidGranted', 'RefusalProposed', 'AidTransferred', 'AidProvidedFirst', 'AidUrgent'])
        expect(types).not.toContain(type)
      expect(state.clocks.map(({ code }) => code).filter((code) => /promise|grace|decide/.test(code))).toEqual([])
    })
  })
})

describe('what one command leaves alone', () => {
  it('a promise that seems untrue changes nothing but itself, before it is ruled on and after', () => {
    const doubts = ['DoubtPromise', 'RuleDoubt']
    const rest = ({ doubted: _, personal: { doubt: _d, doubtRuling: _r, ...personal }, ...state }: Aid) => ({
      ...state,
      personal,
    })
    let doubted = 0
    always(({ before, state, tried, decided }) => {
      if (!tried || !doubts.includes(tried.command.type) || decided.length === 0 || before.stage === 'blank') return
      expect(rest(state)).toEqual(JSON.parse(JSON.stringify(rest(before))))
      doubted += 1
    })
    expect(doubted).toBeGreaterThan(0)
  })

  it('sent twice it is done once', () => {
    always(({ state, now, tried, decided, chance }) => {
      if (!tried || decided.length === 0 || tried.who === 'system' || SAID_AGAIN.includes(tried.command.type)) return
      if (tried.action === 'aid.submit' || tried.action === 'aid.criminalNotice') return
      const again = step(state, now, tried, chance)
      expect(again.decided).toEqual([])
    })
  })
})
/** What may be said again: there the request's own id tells a repeat from a second word. */
const SAID_AGAIN: AidCommand['type'][] = [
  'TakeNote',
  'FindLawyerAgain',
  'RevealNumber',
  'ReportProgress',
  'ReportContact',
  'CompleteAid',
  'Renumber',
  'ChangeParties',
]

describe('what is told', () => {
  /** Everything that was written in words on the matter; whom it was handed to is told her by design. */
  const words = ({ personal: { transfer: _, ...personal } }: Aid): string[] => {
    const found: string[] = []
    JSON.stringify(personal, (key, value) => {
      if (typeof value === 'string' && value.length > 1 && !NOT_WORDS.includes(key)) found.push(value)
      return value
    })
    return found
  }
  const NOT_WORDS = ['at', 'id', 'key', 'birth', 'deadline', 'ended', 'role', 'files', 'how']
  it('never carries what is sealed: not in a letter, and not in an event beside its sealed part', () => {
    let letters = 0
    always(({ events, state, now }) => {
      const secrets = words(state).filter((word) => !names.has(word))
      for (const event of events) {
        const { personal: _, ...open } = event as { personal?: object }
        const told = noticesOf(event, state, { now, due: now }).map(({ template, params }) => [template, params])
        letters += told.length
        const text = JSON.stringify([told, event.type === 'AidTransferred' ? [] : open])
        expect(secrets.filter((word) => text.includes(word))).toEqual([])
      }
    })
    expect(letters).toBeGreaterThan(100)
  })
  /** Of those who work on it. */
  const names = new Set(['高审查', '马审查', '孙督查', '兰督查', '系统', ...lawyers.map(({ name }) => name)])
})
