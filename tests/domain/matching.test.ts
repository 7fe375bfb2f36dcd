import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LawyerCard, licences, subjects } from '@/domain/lawyer-card'
import { matchLawyers, type Need } from '@/domain/matching'
import { facts } from '../../cloudfunctions/facts'
import { card, t } from '../given'

const now = t('2026-10-12 10:00')
const need: Need = { subject: 'labour', town: '150524100', own: [], offered: [] }
const match = (cards: LawyerCard[], more: Partial<Need> = {}, policy = {}) =>
  matchLawyers({ ...need, ...more }, cards, facts.licences, { ...facts.policy, ...policy }, now)
const order = (...args: Parameters<typeof match>) => match(...args).ranked.map(({ lawyer }) => lawyer)
const ruleOf = (more: Partial<LawyerCard>, asks: Partial<Need> = {}) =>
  match([card({ person: 'li', ...more })], asks).excluded[0]?.rule

describe('each hard limit, alone', () => {
  it('a lawyer who meets all of them is proposed', () => expect(ruleOf({})).toBeUndefined())
  it('was asked about this matter before', () => {
    expect(ruleOf({}, { offered: ['li'] })).toBe('offered-before')
    expect(ruleOf({}, { offered: ['he'] })).toBeUndefined()
  })
  it('is out of service', () => expect(ruleOf({ inService: false })).toBe('out-of-service'))
  it('is full: the last place may be given, the next one not', () => {
    expect(ruleOf({ capacity: 2, matters: ['a'] })).toBeUndefined()
    expect(ruleOf({ capacity: 2, matters: ['a', 'b'] })).toBe('full')
    expect(ruleOf({ capacity: 0 })).toBe('full')
  })
  it('speaks Mongolian where the applicant does; everybody speaks Chinese', () => {
    expect(ruleOf({ languages: ['zh'] }, { language: 'mn' })).toBe('language')
    expect(ruleOf({ languages: ['zh', 'mn'] }, { language: 'mn' })).toBeUndefined()
    expect(ruleOf({ languages: ['mn'] }, { language: 'zh' })).toBeUndefined()
    expect(ruleOf({ languages: ['zh'] })).toBeUndefined()
  })
  it('holds a licence that allows the subject: notaries and volunteers none, grassroots workers no crimes', () => {
    const refused = licences.map((licence) => [
      licence,
      subjects.filter((subject) => ruleOf({ licence }, { subject }) === 'licence'),
    ])
    expect(Object.fromEntries(refused)).toEqual({
      practising: [],
      'legal-aid': [],
      government: ['criminal'],
      grassroots: ['criminal'],
      notary: [...subjects],
      volunteer: [...subjects],
    })
  })
  it('names one rule for each who is left out, and proposes none of them', () => {
    const out = [
      card({ person: 'a', inService: false }),
      card({ person: 'b', licence: 'notary' }),
      card({ person: 'c', capacity: 0 }),
    ]
    expect(match(out)).toEqual({
      proposed: [],
      ranked: [],
      excluded: [
        { lawyer: 'a', name: 'a律师', rule: 'out-of-service' },
        { lawyer: 'b', name: 'b律师', rule: 'licence' },
        { lawyer: 'c', name: 'c律师', rule: 'full' },
      ],
    })
  })
})

describe('the conflict wall', () => {
  type Walled = NonNullable<Need['walled']>
  const wall = (more: Partial<Walled> = {}): Partial<Need> => ({
    walled: { lawyers: new Map(), units: new Map(), ...more },
  })
  const both = [card({ person: 'li' }), card({ person: 'he', org: 'firm:2' }), card({ person: 'tao' })]
  const rules = (...args: Parameters<typeof match>) => match(...args).excluded.map(({ lawyer, rule }) => [lawyer, rule])
  const allow = { 'conflict.sameOrganisation': 'allow' }

  it('keeps nobody out where nothing is held against them', () => {
    expect(rules(both)).toEqual([])
    expect(rules(both, wall())).toEqual([])
    expect(rules(both, wall({ lawyers: new Map([['somebody', 'conflict']]) }))).toEqual([])
  })
  it('keeps out who acts or acted for the other side, and who advises it', () => {
    expect(rules(both, wall({ lawyers: new Map([['li', 'conflict']]) }))).toEqual([['li', 'conflict']])
    expect(rules(both, wall({ lawyers: new Map([['he', 'adviser']]) }))).toEqual([['he', 'adviser']])
  })
  it('keeps out everybody of the same organisation, unless the county allows it', () => {
    const walled = wall({ lawyers: new Map([['li', 'conflict']]), units: new Map([['firm:1', 'conflict']]) })
    expect(rules(both, walled)).toEqual([
      ['li', 'conflict'],
      ['tao', 'conflict'],
    ])
    expect(rules(both, walled, { 'conflict.sameOrganisation': 'exclude' })).toHaveLength(2)
    expect(rules(both, walled, allow)).toEqual([['li', 'conflict']])
  })
  it('keeps an adviser’s organisation out whatever the county allows', () => {
    const walled = wall({ lawyers: new Map([['li', 'adviser']]), units: new Map([['firm:1', 'adviser']]) })
    expect(rules(both, walled, allow)).toEqual([
      ['li', 'adviser'],
      ['tao', 'adviser'],
    ])
  })
  it('a lawyer without an organisation has no colleagues', () => {
    expect(ruleOf({ org: '' }, wall({ units: new Map([['firm:1', 'conflict']]) }))).toBeUndefined()
  })
  it('is told before what may pass: whoever is bound and full is bound', () => {
    const asks = wall({ lawyers: new Map([['li', 'conflict']]) })
    expect(ruleOf({ capacity: 0, inService: false }, asks)).toBe('conflict')
    expect(ruleOf({}, { ...asks, own: ['li'] })).toBe('own-matter')
    expect(ruleOf({}, { ...asks, offered: ['li'] })).toBe('offered-before')
  })
})

describe('the weights', () => {
  const plain = card({ person: 'plain', towns: [], subjects: [], lastOfferAt: now })
  const better: [string, Partial<LawyerCard>, Partial<Need>][] = [
    ['town', { towns: ['150524100'] }, {}],
    ['subject', { subjects: ['labour'] }, {}],
    ['language', { languages: ['zh', 'mn'] }, { language: 'mn' }],
    ['load', { matters: [] }, {}],
    ['longest', { lastOfferAt: t('2026-10-02 10:00') }, {}],
  ]
  const busy = { matters: ['a', 'b', 'c', 'd'] }
  it.each(better)('%s alone puts a lawyer first', (_, more, asks) => {
    const other = { ...plain, ...busy, ...(asks.language && { languages: ['mn'] }) }
    const mn = asks.language ? { languages: ['zh', 'mn'] } : {}
    expect(order([other, { ...plain, ...busy, ...mn, ...more, person: 'zz-better' }], asks)[0]).toBe(
      asks.language ? 'plain' : 'zz-better',
    )
  })
  it('the county’s own weights decide: the town, or the load', () => {
    const near = card({ person: 'near', matters: ['a', 'b', 'c', 'd'] })
    const idle = card({ person: 'idle', towns: [] })
    expect(order([near, idle])).toEqual(['near', 'idle'])
    expect(order([near, idle], {}, { 'matching.town': 0 })).toEqual(['idle', 'near'])
  })
  it('adds up: town 30, subject 25, half the load 10, never asked 10', () => {
    const [first] = match([card({ person: 'li', capacity: 8, matters: ['a', 'b', 'c', 'd'] })]).ranked
    expect(first?.score).toBe(75)
  })
  it('waiting counts by the day up to thirty; a day that lies ahead counts as none', () => {
    const score = (lastOfferAt: string) => match([card({ person: 'li', lastOfferAt: t(lastOfferAt) })]).ranked[0]?.score
    expect([
      score('2026-10-12 09:59'),
      score('2026-10-09 10:00'),
      score('2026-09-12 10:00'),
      score('2026-01-01 10:00'),
    ]).toEqual([75, 76, 85, 85])
    expect(score('2026-12-01 10:00')).toBe(75)
  })
})

describe('reasons', () => {
  it('say what spoke for a lawyer', () => {
    const [first] = match(
      [card({ person: 'li', languages: ['zh', 'mn'], matters: ['a'], lastOfferAt: t('2026-10-09 10:00') })],
      { language: 'mn' },
    ).ranked
    expect(first?.reasons).toEqual([
      { code: 'town' },
      { code: 'subject', subject: 'labour' },
      { code: 'language', language: 'mn' },
      { code: 'load', load: 1, capacity: 8 },
      { code: 'waited', days: 3 },
    ])
  })
  it('don’t boast with what did not', () => {
    const [first] = match([card({ person: 'li', towns: [], subjects: [] })]).ranked
    expect(first?.reasons).toEqual([{ code: 'load', load: 0, capacity: 8 }, { code: 'never-asked' }])
  })
})

describe('the list', () => {
  it('proposes three at most, or as many as the county wants; the rest stay ranked', () => {
    const five = ['e', 'd', 'c', 'b', 'a'].map((person) => card({ person }))
    expect(match(five).proposed.map(({ lawyer }) => lawyer)).toEqual(['a', 'b', 'c'])
    expect(match(five, {}, { 'matching.proposals': 1 }).proposed).toHaveLength(1)
    expect(match(five).ranked).toHaveLength(5)
  })
  it('ties go by id, so equal inputs give one answer in whatever order the cards were read', () => {
    const some = fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      licence: fc.constantFrom(...licences),
      subjects: fc.subarray([...subjects]),
      languages: fc.subarray(['zh', 'mn']),
      capacity: fc.nat(5),
      towns: fc.subarray(['150524100', '150524101']),
      inService: fc.boolean(),
      matters: fc.uniqueArray(fc.string(), { maxLength: 4 }),
      lastOfferAt: fc.constantFrom(t('2026-10-01 10:00'), t('2026-10-11 10:00')),
    })
    const cards = fc
      .uniqueArray(some, { selector: ({ person }) => person, maxLength: 7 })
      .map((each) => each.map((c) => card(c)))
    const asked = fc.record({
      subject: fc.constantFrom(...subjects),
      offered: fc.subarray(['a', 'b']),
      language: fc.constantFrom('zh', 'mn'),
    })
    fc.assert(
      fc.property(cards, asked, fc.nat(6), (each, asks, turn) => {
        const found = match(each, asks)
        const turned = match([...each.slice(turn), ...each.slice(0, turn)].reverse(), asks)
        expect(turned.ranked).toEqual(found.ranked)
        expect(found.proposed).toEqual(found.ranked.slice(0, 3))
        expect(found.ranked.length + found.excluded.length).toBe(each.length)
        for (const { lawyer, score } of found.ranked) {
          const own = each.find(({ person }) => person === lawyer)
          expect(own?.inService && own.matters.length < own.capacity && !asks.offered.includes(lawyer)).toBe(true)
          expect(Number.isFinite(score)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
