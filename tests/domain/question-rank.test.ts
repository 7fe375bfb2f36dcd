import { describe, expect, it } from 'vitest'
import { type QuestionNeed, rankForQuestion } from '@/domain/question-rank'
import type { DutyPerson } from '@/domain/question-types'
import { facts } from '../../cloudfunctions/facts'
import { clerk, lawyer, policy, s } from './question-given'

const need: QuestionNeed = { subject: 'labour', town: '150524100', language: 'zh', own: ['bao'], offered: [] }
const rank = (people: DutyPerson[], more: Partial<QuestionNeed> = {}) =>
  rankForQuestion({ ...need, ...more }, people, facts.licences, policy, s('9:00:00'))
const order = (people: DutyPerson[], more: Partial<QuestionNeed> = {}) =>
  rank(people, more).ranked.map(({ person }) => person.id)
const ruleOf = (person: DutyPerson, more: Partial<QuestionNeed> = {}) => rank([person], more).excluded[0]?.rule

describe('who can’t be asked, each by its rule', () => {
  it('her own question, asked before, bound, not to be reached', () => {
    expect(ruleOf(lawyer('bao'))).toBe('own-matter')
    expect(ruleOf(lawyer('an'), { offered: ['an'] })).toBe('offered-before')
    expect(ruleOf(lawyer('an', { walled: 'adviser' }))).toBe('adviser')
    expect(ruleOf(lawyer('an', { reachable: false }))).toBe('unreachable')
    expect(ruleOf(lawyer('an'))).toBeUndefined()
  })
  it('Mongolian asks for Mongolian; Chinese is asked of everybody', () => {
    expect(ruleOf(lawyer('an'), { language: 'mn' })).toBe('language')
    expect(ruleOf(lawyer('an', { languages: ['mn'] }), { language: 'mn' })).toBeUndefined()
    expect(ruleOf(lawyer('an', { languages: ['mn'] }))).toBeUndefined()
  })
  it('the licence must allow the subject; notaries and volunteers may advise on each', () => {
    const by = (licence: 'grassroots' | 'government' | 'notary' | 'volunteer' | 'practising') =>
      ruleOf(lawyer('an', {}, { licence }), { subject: 'criminal' })
    expect([by('grassroots'), by('government'), by('notary'), by('volunteer'), by('practising')]).toEqual([
      'licence',
      'licence',
      undefined,
      undefined,
      undefined,
    ])
    expect(ruleOf(lawyer('an', {}, { licence: 'grassroots' }), { subject: 'land' })).toBeUndefined()
  })
  it('without a licence only where clerks may be asked', () => {
    expect([ruleOf(clerk('gao')), ruleOf(clerk('gao'), { clerks: true })]).toEqual(['licence', undefined])
  })
})

describe('who comes first', () => {
  it('the own town weighs most; the subject and a free hand weigh the same', () => {
    const town = lawyer('z', {}, { towns: ['150524100'], subjects: [], matters: Array(8).fill('m') })
    const subject = lawyer('y', {}, { matters: Array(8).fill('m') })
    const free = lawyer('x', {}, { subjects: [] })
    expect(order([free, subject, town])).toEqual(['z', 'x', 'y'])
  })
  it('questions in hand are load like matters', () => {
    const busy = lawyer('a', {}, { questions: ['q1', 'q2'] })
    const idle = lawyer('b', {}, { matters: ['m'] })
    expect(order([busy, idle])).toEqual(['b', 'a'])
    expect(rank([busy]).ranked[0]?.reasons).toContainEqual({ code: 'load', load: 2, capacity: 8 })
  })
  it('who has waited longest before who was asked this morning', () => {
    const morning = lawyer('a', {}, { lastOfferAt: s('8:00:00') })
    const lastWeek = lawyer('b', {}, { lastOfferAt: s('09-23 9:00:00') })
    expect(order([morning, lastWeek, lawyer('c')])).toEqual(['c', 'b', 'a'])
  })
  it('equal ones go by id, however they are listed; the three weightiest reasons are kept', () => {
    expect(order([lawyer('b'), lawyer('a'), lawyer('c')])).toEqual(['a', 'b', 'c'])
    const full = lawyer('a', { ownTown: true, languages: ['mn'] })
    expect(rank([full], { language: 'mn' }).ranked[0]?.reasons).toEqual([
      { code: 'town' },
      { code: 'subject', subject: 'labour' },
      { code: 'load', load: 0, capacity: 8 },
    ])
  })
  it('nobody’s capacity is nothing; more than full is no less than full', () => {
    const none = lawyer('a', {}, { capacity: 0 })
    const over = lawyer('b', {}, { capacity: 1, matters: ['m', 'n', 'o'] })
    expect(rank([none, over]).ranked.map(({ score }) => score)).toEqual([40, 40])
  })
  it('looks at 64 and no more', () => {
    const many = Array.from({ length: 90 }, (_, n) => lawyer(`p${String(n).padStart(2, '0')}`))
    const { ranked, excluded } = rank(many)
    expect([ranked.length, excluded.length]).toEqual([64, 0])
  })
})
