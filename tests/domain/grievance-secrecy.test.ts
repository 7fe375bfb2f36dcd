import { describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/decider'
import { grievance, grievanceDesks } from '@/domain/grievance'
import { BY_RESULT } from '@/domain/grievance-clocks'
import type { Grievance, GrievanceState } from '@/domain/grievance-types'
import { can, standing } from '@/domain/permission'
import { parts, seesPart } from '@/domain/sight'
import { noticeText } from '@/words/notices'
import { timelineText } from '@/words/timeline'
import {
  accept,
  actor,
  bao,
  check,
  dispatch,
  giveBack,
  land,
  lin,
  reported,
  resolve,
  respond,
  rule,
  type Story,
  shi,
  sign,
  sun,
  tian,
  water,
} from './grievance-given'
import { byCode, callBack, ding, letters, reveal } from './grievance-stages-given'

/**
 * 举报: nothing that reaches a unit's people differs whoever reported. The same words about the same thing, at the same
 * minute, from five people; what the unit that handles it gets of it is compared byte by byte.
 */

const words = { text: '大坝边上堆垃圾' }
const about = { topic: 'sanitation', against: 'dept:water' }
type Reporter = { by: Actor; more: object }
const reporters: Record<string, Reporter> = {
  'by her name, with a telephone': {
    by: bao,
    more: { personal: { ...words, reporter: { name: '包某', phone: '13812345678' } } },
  },
  'without a name, by her code': {
    by: byCode,
    more: { anonymity: 'full', owner: byCode.id, personal: { ...words, reporter: {} } },
  },
  'hidden from whoever handles it': {
    by: bao,
    more: { anonymity: 'handler', personal: { ...words, reporter: { name: '包某', phone: '13812345678' } } },
  },
  'by a helper, with kin and consent, by telephone': {
    by: ding,
    more: {
      owner: undefined,
      helper: { id: 'ding', name: '丁明白', phone: '13700000000' },
      tell: ['person', 'helper', 'kin'],
      source: 'counter',
      language: 'mn',
      personal: {
        ...words,
        reporter: { name: '白某', phone: '13900000002', hours: { from: '18:00', to: '20:00' } },
        kin: { name: '白女儿', phone: '13600000001' },
        consent: { kind: 'voice', fileId: 'file:7' },
      },
    },
  },
  'by another, who wants it hidden from the public': {
    by: actor('wu', 'resident'),
    more: { owner: 'wu', anonymity: 'public', personal: { ...words, reporter: { name: '吴某' } } },
  },
}

/** From Monday to the next: given back once, kept, signed, overdue, answered, resolved, checked. */
function handled({ by, more }: Reporter): Story {
  return reported('09-28 9:00', { ...about, photos: ['file:1'], ...more }, by)
    .does('09-28 9:05', tian, accept('quick', { as: 'report' }))
    .does('09-28 9:10', tian, dispatch(land, [], { brief: '请查大坝边的垃圾' }))
    .does('09-28 9:20', lin, giveBack)
    .does('09-28 9:30', shi, rule('keep'))
    .does('09-28 9:40', lin, sign)
    .until('09-29 12:00')
    .does('09-29 12:10', lin, respond())
    .until('09-30 8:00')
    .does('09-30 9:00', lin, resolve())
    .does('09-30 9:30', shi, check())
}

const unitsPeople = ['unit:dept:land', 'unit:dept:water', 'lin', 'wang', 'hua']
/** What reaches the people of the units: the letters in words, with their times. */
const lettersTo = (story: Story) =>
  letters(story)
    .filter(({ to }) => unitsPeople.includes(to))
    .map(({ at, lateBy, to, channel, template, params }) => ({
      at,
      lateBy,
      to,
      channel,
      template,
      params,
      text: noticeText(template, params),
    }))
/** The line of each step up to the check: what follows it is between her and the command seat. */
const lines = ({ events }: Story) =>
  events
    .filter((event) => !('code' in event))
    .map((event) => [event.at, timelineText(event as Parameters<typeof timelineText>[0])])
    .filter(([, text]) => text)
const seenBy = (state: Grievance, by: Actor) => {
  const reader = standing(state, by)
  return {
    reader,
    parts: parts.filter((part) => reader && seesPart(reader, part, state)),
    can: can(state, by).map(({ action }) => action),
    desks: grievanceDesks(state).filter((key) => key.startsWith('unit:')),
    main: state.main,
    hops: state.hops,
    with: state.with,
    returns: state.personal.returns,
    brief: state.personal.brief,
    response: state.personal.response,
    result: state.personal.result,
    resolved: state.resolved,
    clocks: state.clocks.filter(({ code }) => BY_RESULT.includes(code)),
    papers: state.papers.filter(({ unit }) => unit.code === 'dept:land'),
  }
}
/** The state after each event, until the check is passed. */
function course({ events }: Story): Grievance[] {
  let state: GrievanceState = grievance.initial
  const all = events.map((event) => {
    state = grievance.evolve(state, event)
    return state as Grievance
  })
  return all.slice(0, events.findIndex(({ type }) => type === 'ResultChecked') + 1)
}

const [first, ...others] = Object.entries(reporters).map(([name, reporter]) => ({ name, story: handled(reporter) }))
if (!first) throw new Error('nobody reported')

describe('what reaches a unit’s people of 举报', () => {
  it('is something: letters, papers and a brief', () => {
    expect(lettersTo(first.story).length).toBeGreaterThan(10)
    expect(first.story.state.papers.filter(({ unit }) => unit.code === 'dept:land').length).toBeGreaterThan(2)
    const handedIn = course(first.story).findLast(({ stage }) => stage === 'resolved')
    expect(handedIn && seenBy(handedIn, lin).reader).toBe('briefed-handler')
    // From the check on it is between her and the command seat.
    expect(seenBy(first.story.state, lin).reader).toBeUndefined()
  })
  it.each(others)('letters: the same, byte by byte, from her by her name and $name', ({ story }) => {
    expect(JSON.stringify(lettersTo(story))).toBe(JSON.stringify(lettersTo(first.story)))
  })
  it.each(others)('the lines of its history: the same, from her by her name and $name', ({ story }) => {
    const until = ({ events }: Story) => events.findIndex(({ type }) => type === 'ResultChecked') + 1
    const upTo = (each: Story) => lines({ ...each, events: each.events.slice(0, until(each)) })
    expect(JSON.stringify(upTo(story))).toBe(JSON.stringify(upTo(first.story)))
  })
  it.each(others)('what it may see and do at every step: the same, from her by her name and $name', ({ story }) => {
    const seen = (each: Story) => JSON.stringify(course(each).map((state) => seenBy(state, lin)))
    expect(seen(story)).toBe(seen(first.story))
  })
  it('neither her words, nor where or what it is about, stand in a letter', () => {
    for (const { story } of [first, ...others])
      expect(JSON.stringify(lettersTo(story))).not.toMatch(/垃圾|东嘎查|卫生|包|白|吴|丁|13\d{9}/)
  })
  it('the unit it is against gets no letter, finds it in no list and stands to it nowhere', () => {
    for (const { story } of [first, ...others]) {
      expect(letters(story).filter(({ to }) => to === 'unit:dept:water' || to === 'wang')).toEqual([])
      for (const state of course(story)) {
        expect(grievanceDesks(state)).not.toContain('unit:dept:water')
        expect(standing(state, actor('wang', 'department', 'dept:water'))).toBeUndefined()
      }
    }
  })
  it('it can’t be sent there, nor moved there', () => {
    const { by, more } = reporters['by her name, with a telephone'] ?? { by: bao, more: {} }
    const accepted = reported('09-28 9:00', { ...about, ...more }, by).does('09-28 9:05', tian, accept())
    const to = dispatch(water, [], { brief: '请查' })
    expect(accepted.refuses('09-28 9:10', tian, to).refused).toBe('grievance.accused-unit')
    const back = accepted
      .does('09-28 9:10', tian, dispatch(land, [], { brief: '请查' }))
      .does('09-28 9:20', lin, giveBack)
    expect(back.refuses('09-28 9:30', shi, rule('move', water)).refused).toBe('grievance.accused-unit')
  })
  it('whoever handles it is never shown her number, though she left one', () => {
    expect(can(first.story.state, lin).map(({ action }) => action)).not.toContain('matter.callLog')
    const inHand = course(first.story).find(({ stage }) => stage === 'in-hand')
    if (!inHand) throw new Error('never in hand')
    expect(can(inHand, lin).map(({ action }) => action)).not.toContain('matter.callLog')
    expect(can(inHand, tian).map(({ action }) => action)).toContain('matter.callLog')
    expect(reveal.type).toBe('RevealNumber')
  })
  it('after the check the unit hears nothing of how she was reached', () => {
    const rung = first.story.does('09-30 10:00', shi, callBack(false)).does('09-30 11:00', shi, callBack(true, true))
    expect(lettersTo(rung)).toEqual(lettersTo(first.story))
  })
})

describe('the other way round', () => {
  it('the command seat and a supervisor do see who reported, where she said it', () => {
    for (const by of [tian, sun]) {
      const reader = standing(first.story.state, by)
      expect(reader && seesPart(reader, 'applicant-name', first.story.state)).toBe(true)
    }
  })
  it('of what isn’t 举报 a unit that may know her sees her, and is told where it is', () => {
    const open = reported('09-28 9:00', { topic: 'sanitation' })
      .does('09-28 9:05', tian, accept())
      .does('09-28 9:10', tian, dispatch(land))
    const reader = standing(open.state, lin)
    expect(reader && seesPart(reader, 'applicant-name', open.state)).toBe(true)
    expect(lettersTo(open)[0]?.text).toContain('东嘎查')
  })
})
