import { describe, expect, it } from 'vitest'
import { questionWakeAt } from '@/domain/question'
import { NEVER } from '@/domain/time'
import {
  actor,
  answer,
  asked,
  clock,
  lawyer,
  ma,
  of,
  pass,
  policy,
  ref,
  route,
  s,
  say,
  take,
  tried,
  types,
} from './question-given'

const an = actor('an')
const bi = actor('bi')
const gao = actor('gao', 'centre')
const bao = actor('bao', 'resident')
const taken = asked('9:00:00').does('9:00:20', an, take)
const routed = taken.does('9:02:00', an, route('bi', s('10:00:00')))
const late = (at: string) => ({ type: 'RingLater', at: s(at) }) as const

describe('words', () => {
  it('of the asker and of whoever has it; nobody else speaks in it', () => {
    const story = taken.does('9:01:00', bao, say).does('9:02:00', an, say)
    expect(of(story.events, 'MessageSent').map(({ side, by, tell }) => [side, by?.id, tell])).toEqual([
      ['asker', undefined, 'an'],
      ['staff', 'an', 'bao'],
    ])
    expect(story.state.said).toEqual({ count: 2, askerAt: s('9:01:00'), staffAt: s('9:02:00') })
    expect(story.refuses('9:02:10', bi, say).refused).toBe('question.not-yours')
  })
  it('the other side is told once until it has written itself', () => {
    const tells = taken
      .does('9:01:00', bao, say)
      .does('9:01:10', bao, say)
      .does('9:02:00', an, say)
      .does('9:02:10', an, say)
      .does('9:03:00', bao, say)
    expect(of(tells.events, 'MessageSent').map(({ tell }) => tell)).toEqual(['an', undefined, 'bao', undefined, 'an'])
  })
  it('what she writes before anybody has it waits, and is no news to nobody', () => {
    const story = asked('9:00:00').does('9:00:05', bao, say).does('9:00:20', an, take).does('9:01:00', bao, say)
    expect(of(story.events, 'MessageSent').map(({ tell }) => tell)).toEqual([undefined, 'an'])
  })
  it('only the first word of the taker ends his silence, not hers', () => {
    expect(taken.does('9:01:00', bao, say).state.taker).not.toHaveProperty('spokeAt')
    expect(taken.does('9:01:00', an, say).does('9:02:00', an, say).state.taker?.spokeAt).toBe(s('9:01:00'))
  })
  it('ends with the question, and with more files than anybody looks at', () => {
    const over = taken.does('9:01:00', bao, { type: 'WithdrawQuestion' })
    expect(over.refuses('9:02:00', bao, say).refused).toBe('question.already-closed')
    const files = Array.from({ length: 100 }, (_, n) => `f${n}`)
    expect(taken.refuses('9:01:00', bao, { type: 'Say', files }).refused).toBe('question.too-many-files')
  })
})

describe('the answer', () => {
  it('inside eight minutes keeps the promise; at the eighth it is late', () => {
    const spoke = taken.does('9:01:00', an, say)
    expect(clock(spoke.does('9:07:59', an, answer()), 'question.answer')?.outcome).toBe('kept')
    expect(clock(spoke.does('9:08:00', an, answer()), 'question.answer')?.outcome).toBe('missed')
  })
  it('says something, and the same again changes nothing; other words come late', () => {
    const done = taken.does('9:03:00', an, answer())
    expect(done.state).toMatchObject({ stage: 'answered', open: true, personal: { summary: '先找劳动监察' } })
    expect(done.does('9:03:01', an, answer()).events).toEqual(done.events)
    expect(done.refuses('9:03:01', an, answer('别的')).refused).toBe('matter.changed')
    expect(taken.refuses('9:03:00', an, answer(' 好 ')).refused).toBe('question.summary-missing')
    expect(asked('9:00:00').refuses('9:03:00', an, answer()).refused).toBe('question.not-taken')
  })
  it('she says whether it helped, once; a no goes to whoever was responsible', () => {
    const done = taken.does('9:03:00', an, answer())
    const helped = done.does('9:10:00', bao, { type: 'SayHelped', yes: false, text: '没听懂' })
    expect(helped.state).toMatchObject({ stage: 'closed', open: false, helped: { yes: false } })
    expect(helped.does('9:11:00', bao, { type: 'SayHelped', yes: false }).events).toEqual(helped.events)
    expect(helped.refuses('9:11:00', bao, { type: 'SayHelped', yes: true }).refused).toBe('question.already-said')
    expect(done.refuses('9:10:00', gao, { type: 'SayHelped', yes: true }).refused).toBe('question.not-yours')
    expect(taken.refuses('9:02:00', bao, { type: 'SayHelped', yes: true }).refused).toBe('question.not-answered')
  })
  it('closes of itself after three days, and she may still say whether it helped', () => {
    const done = taken.does('9:03:00', an, answer())
    expect(questionWakeAt(done.state, policy)).toBe(s('10-03 9:03:00'))
    expect(done.until('10-03 9:02:59').state).toMatchObject({ stage: 'answered', open: true })
    const closed = done.until('10-03 9:03:00')
    expect(closed.state).toMatchObject({ stage: 'closed', open: false })
    expect(of(closed.events, 'QuestionClosed')).toMatchObject([{ why: 'quiet' }])
    expect(closed.does('10-04 9:00:00', bao, { type: 'SayHelped', yes: true }).state.helped?.yes).toBe(true)
  })
})

describe('a promised call', () => {
  it('is a named person and an hour: the eight minutes are kept, the promise runs', () => {
    expect(routed.state).toMatchObject({ stage: 'routed', responsible: { id: 'bi' }, routed: { by: { id: 'an' } } })
    expect(clock(routed, 'question.answer')?.outcome).toBe('kept')
    expect(clock(routed, 'question.callback')).toMatchObject({ state: 'running', dueAt: s('10:00:00') })
    expect(routed.does('9:02:01', an, route('bi', s('10:00:00'))).events).toEqual(routed.events)
  })
  it('lies at most two hours ahead, and ahead', () => {
    expect(taken.does('9:02:00', an, route('bi', s('11:02:00'))).state.stage).toBe('routed')
    expect(taken.refuses('9:02:00', an, route('bi', s('11:02:01')))).toEqual({
      refused: 'question.too-late',
      detail: { until: s('11:02:00') },
    })
    expect(taken.refuses('9:02:00', an, route('bi', s('9:02:00'))).refused).toBe('question.too-early')
  })
  it('isn’t promised in her own name, nor by whoever doesn’t have it', () => {
    expect(taken.refuses('9:02:00', an, route('bao', s('10:00:00'))).refused).toBe('question.own-question')
    expect(taken.refuses('9:02:00', bi, route('bi', s('10:00:00'))).refused).toBe('matter.changed')
    expect(taken.does('9:02:00', gao, route('bi', s('10:00:00'))).state.routed?.to.id).toBe('bi')
  })
  it('kept when he has spoken with her: that is the answer', () => {
    const spoken = routed.does('9:59:59', bi, tried(true, '讲清楚了'))
    expect(spoken.state).toMatchObject({ stage: 'answered', answered: { by: { id: 'bi' } } })
    expect(spoken.state.personal.summary).toBe('讲清楚了')
    expect(clock(spoken, 'question.callback')?.outcome).toBe('kept')
    expect(routed.refuses('9:59:59', bi, tried(true, '')).refused).toBe('question.summary-missing')
  })
  it('missed at its minute: once an alarm, and it stays to be done', () => {
    expect(of(routed.until('9:59:59').events, 'SupervisorAlarmed')).toEqual([])
    const { events, state } = routed.until('12:00:00')
    expect(of(events, 'SupervisorAlarmed')).toMatchObject([{ what: 'callback', at: s('10:00:00') }])
    expect(state).toMatchObject({ stage: 'routed', responsible: { id: 'bi' } })
    const spoken = routed.until('10:20:00').does('10:20:00', bi, tried(true, '讲清楚了'))
    expect(clock(spoken, 'question.callback')).toMatchObject({ outcome: 'missed', lateBy: 'PT20M' })
  })
  it('a missed one after a missed eight minutes is alarmed for itself', () => {
    const { events } = asked('9:00:00').until('10:00:00')
    expect(of(events, 'SupervisorAlarmed').map(({ at, what }) => [at.slice(11, 19), what])).toEqual([
      ['09:07:00', 'unanswered'],
      ['09:08:00', 'unanswered'],
      ['09:38:00', 'callback'],
    ])
  })
  it('is tried three times; the third unanswered one ends it', () => {
    const two = routed.does('9:30:00', bi, tried(false)).does('9:40:00', bi, tried(false))
    expect(two.state.stage).toBe('routed')
    const three = two.does('9:50:00', bi, tried(false))
    expect(three.state).toMatchObject({ stage: 'closed', open: false })
    expect(of(three.events, 'CallBackTried').map(({ nth }) => nth)).toEqual([1, 2, 3])
    expect(clock(three, 'question.callback')?.outcome).toBe('kept')
    expect(questionWakeAt(three.state, policy)).toBe(NEVER)
  })
  it('promised anew, the first promise ends and each has tries of its own; a missed one stays missed', () => {
    const moved = routed.does('9:30:00', bi, tried(false)).does('9:40:00', bi, route('an', s('11:00:00')))
    expect(clock(moved, 'question.callback')?.outcome).toBe('cancelled')
    expect(clock(moved, 'question.callback', 2)).toMatchObject({ state: 'running', dueAt: s('11:00:00') })
    expect(of(moved.does('10:30:00', an, tried(false)).events, 'CallBackTried').at(-1)?.nth).toBe(1)
    const after = routed.until('10:05:00').does('10:05:00', bi, route('an', s('11:00:00')))
    expect(clock(after, 'question.callback')?.outcome).toBe('missed')
  })
  it('another named person keeps the hour that she was promised', () => {
    const other = routed.does('9:30:00', gao, { type: 'Reassign', to: ref('zu'), why: '开庭' })
    expect(other.state).toMatchObject({
      responsible: { id: 'zu' },
      routed: { to: { id: 'zu' }, callBackAt: s('10:00:00') },
    })
    expect(clock(other, 'question.callback')?.state).toBe('running')
    expect(taken.refuses('9:30:00', gao, { type: 'Reassign', to: ref('zu'), why: '开庭' }).refused).toBe(
      'question.not-routed',
    )
    const own = routed.refuses('9:30:00', gao, { type: 'Reassign', to: ref('bao'), why: '开庭' })
    expect(own.refused).toBe('question.own-question')
  })
})

describe('she would rather be rung later', () => {
  it('by whoever has it; else by whoever is on duty at that hour', () => {
    const his = taken.does('9:01:00', bao, late('20:30:00'), { later: ma })
    expect(his.state.routed).toMatchObject({ to: { id: 'an' }, callBackAt: s('20:30:00'), chosen: true })
    const night = asked('9:00:00').does('9:01:00', bao, late('20:30:00'), { later: ma })
    expect(night.state.routed?.to).toEqual({ id: 'ma', name: '马审查' })
    expect(asked('9:00:00').does('9:01:00', bao, late('20:30:00')).state.routed?.to.id).toBe('gao')
  })
  it('the hour of her own keeps the eight minutes, however far it lies', () => {
    const story = asked('9:00:00').does('9:01:00', bao, late('20:30:00'))
    expect(clock(story, 'question.answer')?.outcome).toBe('kept')
    expect(story.does('9:01:05', bao, late('20:30:00')).events).toEqual(story.events)
    expect(asked('9:00:00').refuses('9:01:00', bao, late('9:00:30')).refused).toBe('question.too-early')
  })
  it('then a promise of the bureau may lie as late as hers', () => {
    const story = taken.does('9:01:00', bao, late('20:30:00'))
    expect(story.does('9:30:00', an, route('bi', s('20:30:00'))).state.routed).toMatchObject({ chosen: true })
    expect(story.refuses('9:30:00', an, route('bi', s('20:30:01'))).refused).toBe('question.too-late')
  })
})

describe('what else is said', () => {
  it('withdrawn, its clocks are cancelled and nobody is woken', () => {
    const gone = taken.does('9:01:00', bao, { type: 'WithdrawQuestion' })
    expect(gone.state).toMatchObject({ stage: 'withdrawn', open: false })
    expect(clock(gone, 'question.answer')?.outcome).toBe('cancelled')
    expect(questionWakeAt(gone.state, policy)).toBe(NEVER)
    expect(gone.does('9:01:05', bao, { type: 'WithdrawQuestion' }).events).toEqual(gone.events)
    expect(taken.refuses('9:01:00', gao, { type: 'WithdrawQuestion' }).refused).toBe('question.not-yours')
    const done = taken.does('9:01:00', an, answer())
    expect(done.refuses('9:02:00', bao, { type: 'WithdrawQuestion' }).refused).toBe('matter.changed')
  })
  it('that she wants to hire him is declared once, to her and to the centre', () => {
    const hired = taken.does('9:01:00', an, { type: 'DeclareHire', note: '她自己提的' })
    expect(of(hired.events, 'HireDeclared')[0]).toMatchObject({ by: { id: 'an' }, centre: { id: 'gao' } })
    expect(hired.does('9:01:05', an, { type: 'DeclareHire', note: '她自己提的' }).events).toEqual(hired.events)
    expect(hired.refuses('9:01:05', an, { type: 'DeclareHire', note: '改了' }).refused).toBe('question.hire-declared')
  })
  it('carried on as one larger matter, not as two', () => {
    const on = taken.does('9:01:00', an, answer()).does('9:02:00', bao, { type: 'CarryOn', child: 'aid:1' })
    expect(on.does('9:02:01', bao, { type: 'CarryOn', child: 'aid:1' }).events).toEqual(on.events)
    expect(on.refuses('9:02:01', bao, { type: 'CarryOn', child: 'aid:2' }).refused).toBe('question.carried-on')
  })
  it('a number that nobody left isn’t shown', () => {
    const none = asked('9:00:00', {}, { personal: { asker: {} } }).does('9:00:10', an, take)
    expect(none.refuses('9:00:20', an, { type: 'RevealNumber' }).refused).toBe('matter.no-number')
    expect(types(taken.does('9:00:30', an, { type: 'RevealNumber' }).events).at(-1)).toBe('NumberRevealed')
  })
  it('before it was asked there is nothing to do, and it is asked once', () => {
    expect(asked('9:00:00').refuses('9:01:00', bao, { type: 'AskQuestion' } as never).refused).toBe(
      'question.already-asked',
    )
    expect(taken.does('9:01:00', an, pass()).does('9:01:05', an, take, { self: lawyer('an') }).state.stage).toBe(
      'taken',
    )
  })
})
