import { describe, expect, it } from 'vitest'
import { clockOf, plain, told, wages, wrongs } from './given'
import { answering, asked, onDuty, shown } from './question-given'

/** Who can't be answered now is told who rings, and when; that promise has its own clock. 14 October 2026. */

const time = (at: string) => `2026-10-14T${at}.000+08:00`

describe('routed to a named person', () => {
  it('within two hours; she reads who rings and until when, and the eight minutes are kept', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const act = answering(county, id)
    await act('li', 'question.take', {})
    const routed = await act('li', 'question.route', { person: 'he', callBackAt: time('10:30:00') })
    expect(routed.stage).toBe('routed')
    const hers = await shown(county, id)
    expect(plain(hers.detail.routed?.text ?? '')).toBe('何律 今天 10:30 前给您打电话')
    expect(clockOf(hers, 'question.answer').outcome).toBe('kept')
    expect(clockOf(hers, 'question.callback').dueAt).toBe(time('10:30:00'))
    expect(told(await county.demo.outbox(id))).toContain('he app question.ring-her')
  })
  it('not later than two hours, unless she chose the hour', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('li', 'question.take', {})
    const late = await county.ask('li', 'question.route', { id, person: 'he', callBackAt: time('11:00:01') })
    expect([late.status, wrongs(late)]).toEqual([422, ['question.too-late']])
    const own = await answering(county, id)('bao', 'question.ringLater', { at: time('18:00:00') })
    expect([own.stage, own.detail.routed?.name, own.detail.routed?.callBackAt]).toEqual([
      'routed',
      '李律',
      time('18:00:00'),
    ])
  })
  it('she asks to be rung later before anybody took it: whoever is on duty at that hour is named', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const later = await answering(county, id)('bao', 'question.ringLater', { at: time('15:00:00') })
    expect([later.stage, later.detail.routed?.name]).toEqual(['routed', '高审查'])
    expect(clockOf(later, 'question.answer').outcome).toBe('kept')
  })
  it('not to somebody nobody knows, nor to a resident, nor in the past', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('li', 'question.take', {})
    const route = async (person: string, at: string) =>
      wrongs(await county.ask('li', 'question.route', { id, person, callBackAt: time(at) }))
    expect(await route('nobody', '10:00:00')).toEqual(['person unknown-person'])
    expect(await route('wu', '10:00:00')).toEqual(['person unknown-person'])
    expect(await route('he', '08:59:59')).toEqual(['callBackAt in-the-past'])
  })
})

describe('the call-back', () => {
  const promised = async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const act = answering(county, id)
    await act('li', 'question.take', {})
    await act('li', 'question.route', { person: 'he', callBackAt: time('10:00:00') })
    return { county, id, act }
  }
  it('kept: he reached her, and the question is answered', async () => {
    const { county, act } = await promised()
    await county.demo.to('2026-10-14T09:59:59+08:00')
    const rung = await act('he', 'question.calledBack', { reached: true, note: '讲了怎么去劳动监察' })
    expect([rung.stage, clockOf(rung, 'question.callback').outcome]).toEqual(['answered', 'kept'])
    expect(rung.detail.answered?.summary).toBe('讲了怎么去劳动监察')
  })
  it('missed: she hears an apology, a supervisor is told, and he still has to ring', async () => {
    const { county, id, act } = await promised()
    await county.demo.to('2026-10-14T10:00:00+08:00')
    const hers = await shown(county, id)
    expect(hers.detail.routed).toMatchObject({ missed: true })
    const rows = told(await county.demo.outbox(id))
    expect(rows).toContain('bao app question.callback-missed')
    expect(rows).toContain('sun app question.alarm-callback')
    await county.demo.to('2026-10-14T10:05:00+08:00')
    const rung = await act('he', 'question.calledBack', { reached: true, note: '打通了' })
    expect([rung.stage, clockOf(rung, 'question.callback').outcome]).toEqual(['answered', 'missed'])
  })
  it('three tries in vain end it, and she is told', async () => {
    const { county, id, act } = await promised()
    for (const note of ['没人接', '关机', '还是关机']) await act('he', 'question.calledBack', { reached: false, note })
    const over = await shown(county, id)
    expect([over.stage, clockOf(over, 'question.callback').outcome]).toEqual(['closed', 'kept'])
    expect(told(await county.demo.outbox(id))).toContain('bao app question.unreached')
  })
  it('nobody else reports it, and nobody reads her number but who rings', async () => {
    const { county, id } = await promised()
    expect(wrongs(await county.ask('xu', 'question.calledBack', { id, reached: true, note: '我打的' }))).toEqual([
      'question.not-found',
    ])
    expect(wrongs(await county.ask('xu', 'matter.callLog', { id }))).toEqual(['question.not-found'])
    expect(await county.api('he', 'matter.callLog', { id })).toMatchObject({ phone: '13900000011' })
  })
})

describe('what the machine does late', () => {
  it('is judged at its due time; whoever is asked late is asked when he really is, and that is said', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:04:10+08:00', false)
    const seen = await shown(county, id)
    const late = (seen.detail.offers ?? []).filter(({ wave }) => wave > 0)
    expect(late.every(({ at }) => at === time('09:04:10'))).toBe(true)
    expect(late.filter(({ wave }) => wave === 1).map(({ lateBy }) => lateBy)).toEqual(['PT2M40S', 'PT2M40S', 'PT2M40S'])
  })
  it('asleep past the eighth minute: missed at 9:08, named when it woke', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:40:00+08:00', false)
    const seen = await shown(county, id)
    expect(clockOf(seen, 'question.answer').outcome).toBe('missed')
    expect(seen.detail.routed?.callBackAt).toBe(time('10:10:00'))
    const alarm = (await county.demo.outbox(id)).find(
      ({ template, to }) => template === 'question.alarm' && to === 'sun',
    )
    expect(alarm?.lateBy).toBeDefined()
  })
  it('an offer made at 19:59:30 stays where it is when the seat changes hands at 20:00', async () => {
    const county = await onDuty('19:59:30')
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T20:00:00+08:00')
    expect((await county.api('li', 'question.take', { id })).detail.taker?.name).toBe('李律')
    const next = await asked(county)
    expect(next.detail.offers?.map(({ person }) => person)).toEqual(['wang'])
  })
})

describe('carried on', () => {
  it('an answer that leads to legal aid: she applies from it, and each names the other', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const act = answering(county, id)
    await act('li', 'question.take', {})
    const answered = await act('li', 'question.answer', { summary: '可以申请法律援助', next: 'aid' })
    expect(answered.detail.answered?.next).toBe('aid')
    const aid = await county.api('bao', 'aid.submit', { ...wages(), question: id })
    expect((await shown(county, id)).detail.child).toBe(aid.id)
  })
  it('somebody else’s question isn’t carried on, and the application stands all the same', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const act = answering(county, id)
    await act('li', 'question.take', {})
    await act('li', 'question.answer', { summary: '可以申请法律援助', next: 'aid' })
    const aid = await county.api('wu', 'aid.submit', { ...wages(), question: id })
    expect(aid.stage).toBe('submitted')
    expect((await shown(county, id)).detail.child).toBeUndefined()
  })
})
