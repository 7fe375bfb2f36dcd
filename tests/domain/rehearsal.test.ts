import { describe, expect, it } from 'vitest'
import licences from '@/data/licences.json'
import type { LawyerCard } from '@/domain/lawyer-card'
import type { LicenceRules } from '@/domain/matching'
import { type PastQuestion, type RehearsalPerson, type RehearsalRequest, rehearse } from '@/domain/rehearsal'
import { demonstrationHistory, laidOn, responsesFrom } from '@/domain/rehearsal-history'
import type { Rota } from '@/domain/rota-types'
import { dayOf, timeOf } from '@/domain/time'
import { calendar, policy } from './draft-given'
import { t } from './rota-given'

const lawyer = (id: string, more: Partial<LawyerCard> = {}): RehearsalPerson => ({
  ref: { id, name: id },
  languages: more.languages ?? ['zh'],
  card: {
    person: id,
    name: id,
    org: 'firm',
    orgName: 'firm',
    languages: ['zh'],
    licence: 'practising',
    since: '2015-01-01',
    subjects: ['labour'],
    capacity: 8,
    towns: ['kulun'],
    advises: [],
    inService: true,
    matters: [],
    ...more,
  },
})
/** Who stands in which seat all October; `kulun` and `edu` are towns with seats of their own. */
const rota = (standing: Record<string, string[]>): Rota => ({
  seats: [
    { id: 'kulun', kind: 'town', unit: 'kulun' },
    { id: 'edu', kind: 'town', unit: 'edu' },
    { id: 'centre-duty', kind: 'centre' },
  ],
  layers: [],
  festivals: [],
  overrides: [],
  rosters: Object.entries(standing).map(([seat, people]) => {
    const span = { from: t('10-01 00:00'), to: t('11-01 00:00') }
    return { seat, ...span, shifts: people.map((person) => ({ person, ...span })) }
  }),
})
const question = (at: string, more: Partial<PastQuestion> = {}): PastQuestion => ({
  at: t(at),
  town: 'kulun',
  language: 'zh',
  subject: 'labour',
  ...more,
})
/** Everybody takes whatever he is offered after 30 seconds, unless it is said otherwise. */
const sure = { takes: 1, afterSeconds: [30] }
const rehearsed = (
  standing: Record<string, string[]>,
  people: RehearsalPerson[],
  questions: PastQuestion[],
  more: Partial<RehearsalRequest> = {},
) =>
  rehearse({
    rota: rota(standing),
    people,
    questions,
    leaders: [],
    calendar,
    policy,
    licences: licences.values as LicenceRules,
    assumed: { byDay: sure, byNight: sure },
    ...more,
  })
const why = (result: ReturnType<typeof rehearse>) => result.failed.map(({ why, seat }) => [why, seat])

describe('a question is in time', () => {
  it('when whoever stands in her town takes it and speaks', () => {
    const { asked, inTime, failed } = rehearsed({ kulun: ['li'] }, [lawyer('li')], [question('10-13 09:00')])
    expect({ asked, inTime, failed }).toEqual({ asked: 1, inTime: 1, failed: [] })
  })
  it('when the town is silent and another town’s lawyer takes it in the second wave', () => {
    const silent = { li: { takes: 0, afterSeconds: [30] } }
    const people = [lawyer('li'), lawyer('wang')]
    const result = rehearsed({ kulun: ['li'], edu: ['wang'] }, people, [question('10-13 09:00')], { responses: silent })
    expect(result.inTime).toBe(1)
    const alone = rehearsed({ kulun: ['li'] }, people, [question('10-13 09:00')], { responses: silent })
    expect(why(alone)).toEqual([['silent', undefined]])
  })
  it('until eight minutes to the second, and not a second later', () => {
    const speaks = (speaksAfterSeconds: number) =>
      rehearsed({ kulun: ['li'] }, [lawyer('li')], [question('10-13 09:00')], {
        assumed: { byDay: sure, byNight: sure, speaksAfterSeconds },
      })
    expect(speaks(450).inTime).toBe(1)
    expect(why(speaks(451))).toEqual([['late', undefined]])
  })
  it('when all who were asked are busy and the next wave begins at once', () => {
    const people = [lawyer('li'), lawyer('wang')]
    const slow = { responses: { wang: { takes: 1, afterSeconds: [400] } } }
    const both = [question('10-13 09:00'), question('10-13 09:02')]
    // The second is passed by the busy one after 30 seconds; 400 later is within eight minutes, from 1:30 it would not be.
    expect(rehearsed({ kulun: ['li'], edu: ['wang'] }, people, both, slow).inTime).toBe(2)
  })
})

describe('a question fails, and it is said why', () => {
  it('nobody stands anywhere', () => {
    expect(why(rehearsed({}, [], [question('10-13 03:00')]))).toEqual([['nobody', 'empty']])
  })
  it('nobody on duty speaks Mongolian; one who does is enough, in whichever town', () => {
    const mongolian = question('10-13 09:00', { language: 'mn' })
    const one = rehearsed({ kulun: ['li'] }, [lawyer('li')], [mongolian])
    expect(why(one)).toEqual([['language', 'language']])
    const people = [lawyer('li'), lawyer('bao', { languages: ['zh', 'mn'] })]
    expect(rehearsed({ kulun: ['li'], edu: ['bao'] }, people, [mongolian]).failed).toEqual([])
  })
  it('nobody on duty may advise on it', () => {
    const people = [lawyer('li', { licence: 'grassroots' })]
    const criminal = question('10-13 09:00', { subject: 'criminal' })
    expect(why(rehearsed({ kulun: ['li'] }, people, [criminal]))).toEqual([['licence', undefined]])
  })
  it('the only lawyer is with somebody else, for as long as that takes', () => {
    const first = question('10-13 09:00', { tookSeconds: 20 * 60 })
    const ask = (at: string) => rehearsed({ kulun: ['li'] }, [lawyer('li')], [first, question(at)])
    expect(why(ask('10-13 09:10'))).toEqual([['busy', undefined]])
    expect(ask('10-13 09:21').inTime).toBe(2)
  })
  it('a centre’s clerk takes what nobody else does, but only in the centre’s wave', () => {
    const clerk: RehearsalPerson = { ref: { id: 'gao', name: 'gao' }, languages: ['zh'] }
    const asked = [question('10-13 09:00')]
    expect(rehearsed({ 'centre-duty': ['gao'] }, [clerk], asked).inTime).toBe(1)
    expect(why(rehearsed({ edu: ['gao'] }, [clerk], asked))).toEqual([['licence', 'empty']])
  })
})

describe('the tallies', () => {
  it('count each question once by town, hour and language', () => {
    const asked = [question('10-13 09:00'), question('10-13 09:40', { town: 'edu', language: 'mn' })]
    const result = rehearsed({ kulun: ['li'] }, [lawyer('li')], asked)
    expect(result.byTown).toEqual([
      { key: 'edu', asked: 1, inTime: 0 },
      { key: 'kulun', asked: 1, inTime: 1 },
    ])
    expect(result.byHour).toEqual([{ key: '09', asked: 2, inTime: 1 }])
    expect(result.byLanguage.map(({ key, asked }) => [key, asked])).toEqual([
      ['mn', 1],
      ['zh', 1],
    ])
  })
  it('equal requests give equal answers, and another seed draws anew', () => {
    const asked = Array.from({ length: 60 }, (_, n) => question(`10-${String(1 + (n % 28)).padStart(2, '0')} 10:00`))
    const people = [lawyer('li')]
    const play = (seed: number) => rehearsed({ kulun: ['li'] }, people, asked, { assumed: {}, seed })
    expect(play(1)).toEqual(play(1))
    expect(play(1).failed).not.toEqual(play(2).failed)
    expect(play(1).inTime).toBeGreaterThan(0)
  })
  it('no questions are no failures', () => {
    expect(rehearsed({}, [], [])).toEqual({ asked: 0, inTime: 0, byTown: [], byHour: [], byLanguage: [], failed: [] })
  })
})

describe('a history', () => {
  const town = (code: string, villages: number) => [
    { code, kind: 'town' },
    ...Array.from({ length: villages }, (_, n) => ({
      code: `${code}-${n}`,
      kind: 'village',
      parents: { legal: code },
    })),
  ]
  const history = demonstrationHistory([...town('big', 40), ...town('small', 5)], calendar, {
    until: '2026-10-01',
    days: 90,
    seed: 1,
  })
  it('of a demonstration says that it is one, and is the same for the same seed', () => {
    expect(history.demonstration).toBe(true)
    const again = demonstrationHistory([...town('big', 40), ...town('small', 5)], calendar, {
      until: '2026-10-01',
      days: 90,
      seed: 1,
    })
    expect(again).toEqual(history)
    expect(demonstrationHistory([], calendar, { until: '2026-10-01', days: 90, seed: 1 }).questions).toEqual([])
  })
  it('has its days, more by day than by night, and more where there are more villages', () => {
    const { questions } = history
    const count = (of: (question: PastQuestion) => boolean) => questions.filter(of).length
    expect(questions.every(({ at }) => '2026-07-03' <= dayOf(at) && dayOf(at) < '2026-10-01')).toBe(true)
    expect(questions.length).toBeGreaterThan(400)
    expect(questions.length).toBeLessThan(1100)
    expect(count(({ town }) => town === 'big')).toBeGreaterThan(4 * count(({ town }) => town === 'small'))
    const byDay = count(({ at }) => timeOf(at) >= '08:00' && timeOf(at) < '20:00')
    expect(byDay).toBeGreaterThan(2 * (questions.length - byDay))
    expect(count(({ language }) => language === 'mn')).toBeGreaterThan(0.3 * questions.length)
  })
  it('is laid on the days of another month: a day off’s questions on days off, each at its time of day', () => {
    const past = [question('09-19 10:15'), question('09-20 23:30'), question('09-21 08:00')]
    // 19 September is a Saturday, the 20th a Sunday on which people work, the 21st a Monday.
    const laid = laidOn(past, { from: '2026-11-01', to: '2026-11-30' }, calendar)
    expect(laid.map(({ at }) => at.slice(5, 16))).toEqual(['11-01T10:15', '11-02T23:30', '11-03T08:00'])
    const crowded = laidOn(past, { from: '2026-11-02', to: '2026-11-02' }, calendar)
    expect(crowded.map(({ at }) => timeOf(at))).toEqual(['08:00', '10:15', '23:30'])
  })
  it('teaches how each answers; who has had few offers answers nearly as assumed', () => {
    const often = Array.from({ length: 40 }, () => ({ person: 'li', took: false }))
    const once = [{ person: 'wang', took: true, afterSeconds: 200 }]
    const { li, wang, nobody } = responsesFrom([...often, ...once])
    expect(li?.takes).toBeLessThan(0.1)
    expect(wang?.takes).toBeCloseTo(0.75)
    expect(wang?.afterSeconds).toContain(200)
    expect(nobody).toBeUndefined()
  })
})
