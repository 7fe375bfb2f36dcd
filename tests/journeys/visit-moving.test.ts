import { describe, expect, it } from 'vitest'
import { may, story, told, wrongs } from './given'
import { booked, form, hourAt, hours, starts, visiting, WEDNESDAY, withPlans } from './visit-given'

/** What becomes of a booked hour: kept, moved, given back, missed by either side. */

describe('keeping and moving', () => {
  it('either side confirms, and confirming claims the hour again', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id } = await booked(county, '2026-10-15T09:30')
    const act = visiting(county, id)
    const yes = await act('bao', 'visit.confirm')
    expect(yes.body).toMatchObject({ ok: true, value: { stage: 'confirmed' } })
    expect((await act('bao', 'visit.confirm')).status).toBe(200)
    const both = await act('li', 'visit.confirm')
    expect(both.body).toMatchObject({ ok: true, value: { detail: { willCome: { staff: expect.any(String) } } } })
    expect((await act('wu', 'visit.confirm')).status).toBe(404)
  })
  it('she moves it: the new hour is hers, the old one is free, and the lawyer hears of it', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id } = await booked(county, '2026-10-15T09:30')
    const act = visiting(county, id)
    const slot = await hourAt(county, '2026-10-15T11:00')
    const moved = await act('bao', 'visit.reschedule', { slot })
    expect(moved.body).toMatchObject({ ok: true, value: { detail: { start: '2026-10-15T11:00:00.000+08:00' } } })
    expect(starts(await hours(county))).toEqual(['10-15T09:00', '10-15T09:30', '10-15T10:00', '10-15T10:30'])
    expect(told(await county.demo.outbox(id))).toContain('li app visit.host-moved')
  })
  it('whoever moves to an hour that is gone keeps the one she has', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id } = await booked(county, '2026-10-15T09:30')
    const other = await booked(county, '2026-10-15T10:00', { who: 'wu', more: { name: '吴群众' } })
    const late = await visiting(county, id)('bao', 'visit.reschedule', { slot: other.detail.slot })
    expect([late.status, wrongs(late)]).toEqual([409, ['visit.slot-taken']])
    expect((await county.api('bao', 'matter.get', { id })).detail.start).toBe('2026-10-15T09:30:00.000+08:00')
  })
  it('she cancels without a reason, staff with one; the hour is free at once', async () => {
    const county = await withPlans(WEDNESDAY)
    const one = await booked(county, '2026-10-15T09:30')
    const two = await booked(county, '2026-10-15T10:00')
    expect((await visiting(county, one.id)('bao', 'visit.cancel')).status).toBe(200)
    expect(wrongs(await visiting(county, two.id)('li', 'visit.cancel'))).toEqual(['visit.why-missing'])
    expect((await visiting(county, two.id)('li', 'visit.cancel', { why: '开庭' })).status).toBe(200)
    expect(await hours(county)).toHaveLength(5)
    expect(told(await county.demo.outbox(two.id))).toContain('bao app visit.cancelled')
  })
  it('she is reminded a day before and two hours before, and the day after nothing more comes', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id } = await booked(county, '2026-10-16T09:30', { asked: { from: '2026-10-16', to: '2026-10-17' } })
    const reminded = async () =>
      told(await county.demo.outbox(id)).filter((letter) =>
        /^bao app visit\.(confirm-please|reminded|remind-soon)$/.test(letter),
      ).length
    await county.demo.to('2026-10-15T09:29:59+08:00')
    expect(await reminded()).toBe(0)
    await county.demo.to('2026-10-15T09:30:00+08:00')
    expect(await reminded()).toBe(1)
    await county.demo.to('2026-10-16T07:30:00+08:00')
    expect(await reminded()).toBe(2)
    await county.demo.to('2026-10-17T09:30:00+08:00')
    expect(await reminded()).toBe(2)
  })
})

describe('on the day', () => {
  it('they meet by the four digits that she shows; wrong ones aren’t taken', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id, detail } = await booked(county, '2026-10-15T09:30')
    const act = visiting(county, id)
    expect((await county.api('li', 'matter.get', { id })).detail.checkIn).toBeUndefined()
    await county.demo.to('2026-10-15T09:28:00+08:00')
    const wrong = String((Number(detail.checkIn) + 1) % 10_000).padStart(4, '0')
    expect(wrongs(await act('li', 'visit.arrive', { code: wrong }))).toEqual(['code wrong-code'])
    const met = await act('li', 'visit.arrive', { code: detail.checkIn })
    expect(met.body).toMatchObject({ ok: true, value: { stage: 'arrived', detail: { arrived: { checked: true } } } })
    const done = await act('li', 'visit.done', { note: '告诉她怎么申请仲裁', next: 'aid' })
    expect(done.body).toMatchObject({ ok: true, value: { stage: 'done' } })
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail.finished?.note).toBe('告诉她怎么申请仲裁')
    expect((await act('bao', 'visit.rate', { stars: 5 })).status).toBe(200)
    expect((await act('zhou', 'visit.rate', { stars: 1 })).status).toBe(403)
  })
  it('her query code does as well, however it is typed; without either it is written down so', async () => {
    const county = await withPlans(WEDNESDAY)
    const one = await booked(county, '2026-10-15T09:30')
    const two = await booked(county, '2026-10-15T10:00')
    await county.demo.to('2026-10-15T09:30:00+08:00')
    const typed = (one.code ?? '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
    const met = await visiting(county, one.id)('li', 'visit.arrive', { code: typed })
    expect(met.body).toMatchObject({ ok: true, value: { detail: { arrived: { checked: true } } } })
    const plainly = await visiting(county, two.id)('li', 'visit.arrive')
    expect(plainly.body).toMatchObject({ ok: true, value: { detail: { arrived: { checked: false } } } })
  })
  it('she didn’t come: said only once the hour has begun, and it is closed', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id } = await booked(county, '2026-10-15T09:30')
    const act = visiting(county, id)
    await county.demo.to('2026-10-15T09:29:00+08:00')
    expect(wrongs(await act('li', 'visit.noShow', { who: 'person' }))).toEqual(['visit.too-early'])
    await county.demo.to('2026-10-15T09:45:00+08:00')
    const missed = await act('li', 'visit.noShow', { who: 'person' })
    expect(missed.body).toMatchObject({ ok: true, value: { stage: 'no-show' } })
  })
  it('staff didn’t come: she says so, the centre answers for it, and she may take another hour', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id } = await booked(county, '2026-10-15T09:30')
    const act = visiting(county, id)
    await county.demo.to('2026-10-15T09:50:00+08:00')
    const missed = await act('bao', 'visit.noShow', { who: 'staff' })
    expect(missed.body).toMatchObject({ ok: true, value: { stage: 'no-show', detail: { missed: { who: 'staff' } } } })
    const view = await county.api('bao', 'matter.get', { id })
    expect(view.people.some(({ name }) => name === '高审查')).toBe(true)
    expect(may(view)).toContain('visit.reschedule')
    const slot = await hourAt(county, '2026-10-15T11:00')
    const moved = await act('bao', 'visit.reschedule', { slot })
    expect(moved.body).toMatchObject({ ok: true, value: { stage: 'booked' } })
  })
  it('whoever has it is asked what became of it where nobody said so', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id } = await booked(county, '2026-10-15T09:30')
    await county.demo.to('2026-10-15T10:59:00+08:00')
    expect(told(await county.demo.outbox(id))).not.toContain('li app visit.unmarked')
    await county.demo.to('2026-10-15T11:00:00+08:00')
    expect(told(await county.demo.outbox(id))).toContain('li app visit.unmarked')
  })
})

describe('an hour given up for somebody at home', () => {
  const atHome = {
    kind: 'home' as const,
    need: 'elder' as const,
    address: '东嘎查 3 组',
    name: '乌老人',
    phone: '13900000077',
  }
  const asking = async () => {
    const county = await withPlans(WEDNESDAY)
    const office = await booked(county, '2026-10-15T09:30')
    const home = await county.api('tang', 'visit.book', form(atHome))
    const instead = await hourAt(county, '2026-10-15T11:00')
    const asked = await visiting(county, office.id)('li', 'visit.askMove', { slot: instead, for: home.id })
    return { county, office, home, instead, asked }
  }
  it('only with her yes: then she has the other hour, and the home visit has hers', async () => {
    const { county, office, home, instead, asked } = await asking()
    expect(asked.status).toBe(200)
    const page = await county.api('bao', 'matter.get', { id: office.id })
    expect(page.detail).toMatchObject({ start: '2026-10-15T09:30:00.000+08:00', asked: { hour: { slot: instead } } })
    // What she is offered is kept for her while she thinks.
    expect(wrongs(await county.ask('wu', 'visit.book', { ...form(), slot: instead }))).toEqual(['visit.slot-taken'])
    await visiting(county, office.id)('bao', 'visit.answerMove', { yes: true })
    expect((await county.api('bao', 'matter.get', { id: office.id })).detail.start).toBe(
      '2026-10-15T11:00:00.000+08:00',
    )
    const given = await county.api('li', 'matter.get', { id: home.id })
    expect(given.detail).toMatchObject({ kind: 'home', start: '2026-10-15T09:30:00.000+08:00', host: { name: '李律' } })
    expect(starts(await hours(county))).not.toContain('10-15T09:30')
  })
  it('her no, or her silence, changes nothing, and what was offered is free again', async () => {
    const { county, office, home } = await asking()
    await visiting(county, office.id)('bao', 'visit.answerMove', { yes: false })
    expect((await county.api('bao', 'matter.get', { id: office.id })).detail.start).toBe(
      '2026-10-15T09:30:00.000+08:00',
    )
    expect(starts(await hours(county))).toContain('10-15T11:00')
    expect((await county.api('gao', 'matter.get', { id: home.id })).detail.start).toBeUndefined()
    const silent = await asking()
    await silent.county.demo.to('2026-10-14T11:00:00+08:00')
    const late = await visiting(silent.county, silent.office.id)('bao', 'visit.answerMove', { yes: true })
    expect(wrongs(late)).toEqual(['visit.nobody-asked'])
    expect(starts(await hours(silent.county))).toContain('10-15T11:00')
  })
  it('reads in her timeline what happened to her hour', async () => {
    const { county, office } = await asking()
    await visiting(county, office.id)('bao', 'visit.answerMove', { yes: true })
    expect(story(await county.api('bao', 'matter.get', { id: office.id })).length).toBeGreaterThanOrEqual(3)
  })
})
