import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { east, may, told, wrongs } from './given'
import { booked, form, hourAt, hours, starts, visiting, WEDNESDAY, withPlans } from './visit-given'

/** An hour that is offered is really free: it is held, booked, kept, moved and given back by one and only one. */

describe('the hours that are offered', () => {
  it('are the plan’s, on its weekdays, from the earliest on', async () => {
    const county = await withPlans(WEDNESDAY)
    const items = await hours(county)
    expect(starts(items)).toEqual(['10-15T09:00', '10-15T09:30', '10-15T10:00', '10-15T10:30', '10-15T11:00'])
    expect(items[0]).toMatchObject({ kind: 'office', left: 1, person: { name: '李律' } })
  })
  it('are none on a festival’s day off, though it is a Thursday, and are there on the make-up Saturday', async () => {
    const county = await withPlans('2026-09-29T09:00:00+08:00')
    expect(await hours(county, { from: '2026-10-01', to: '2026-10-02' })).toEqual([])
    expect(await hours(county, { from: '2026-10-10', to: '2026-10-11' })).toHaveLength(5)
    expect(await hours(county, { from: '2026-10-11', to: '2026-10-12' })).toEqual([])
  })
  it('are shown to whoever isn’t signed in, and booked only by somebody', async () => {
    const county = await withPlans(WEDNESDAY)
    const seen = await county.ask(undefined as never, 'visit.slots', {
      kind: 'office',
      village: east,
      from: '2026-10-15',
      to: '2026-10-16',
    })
    expect(seen.status).toBe(200)
    const slot = await hourAt(county, '2026-10-15T09:00')
    expect((await county.ask(undefined as never, 'visit.book', { ...form(), slot })).status).toBe(401)
  })
})

describe('booking', () => {
  it('makes one visit with a person, an hour and a place, and tells both sides', async () => {
    const county = await withPlans(WEDNESDAY)
    const visit = await booked(county, '2026-10-15T09:30')
    expect(visit).toMatchObject({
      kind: 'visit',
      stage: 'booked',
      detail: { kind: 'office', start: '2026-10-15T09:30:00.000+08:00', host: { name: '李律' } },
    })
    expect(visit.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/)
    expect(visit.detail.checkIn).toMatch(/^\d{4}$/)
    expect(may(visit)).toEqual(expect.arrayContaining(['visit.confirm', 'visit.reschedule', 'visit.cancel']))
    const letters = told(await county.demo.outbox(visit.id))
    expect(letters).toContain('bao app visit.booked')
    expect(letters.some((letter) => letter.startsWith('li app visit.'))).toBe(true)
    expect(starts(await hours(county))).not.toContain('10-15T09:30')
  })
  it('is handed out as a calendar file with an alarm, to those it concerns alone', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id } = await booked(county, '2026-10-15T09:30')
    const { text, name } = await county.api('bao', 'visit.calendar', { id })
    expect(name).toBe('2026-10-15.ics')
    expect(text).toMatch(/DTSTART:20261015T013000Z\r\n[\s\S]*BEGIN:VALARM/)
    expect((await county.ask('wu', 'visit.calendar', { id })).status).toBe(404)
  })
  it('whoever comes too late is told so with the next three hours, and nothing of his is made', async () => {
    const county = await withPlans(WEDNESDAY)
    const slot = await hourAt(county, '2026-10-15T09:30')
    await county.api('bao', 'visit.book', { ...form(), slot })
    const late = await county.ask('wu', 'visit.book', { ...form({ name: '吴群众', phone: '13900000012' }), slot })
    expect([late.status, wrongs(late)]).toEqual([409, ['visit.slot-taken']])
    const { next } = (late.body as unknown as { detail: { next: { start: string; slot: string }[] } }).detail
    expect(starts(next)).toEqual(['10-15T10:00', '10-15T10:30', '10-15T11:00'])
    expect(next[0]).toMatchObject({ kind: 'office', left: 1, person: { name: '李律' } })
    expect(JSON.stringify(next)).not.toContain('13900000001')
    expect((await county.api('wu', 'matter.list', {})).items).toEqual([])
    const other = await county.ask('wu', 'visit.book', { ...form(), slot: next[0]?.slot ?? '' })
    expect(other.status).toBe(200)
  })
  it('sent twice is booked once; the same request with another hour is refused', async () => {
    const county = await withPlans(WEDNESDAY)
    const slot = await hourAt(county, '2026-10-15T09:30')
    const requestId = 'the-same-request-0001'
    const first = await county.ask('bao', 'visit.book', { ...form(), slot, requestId } as never)
    const again = await county.ask('bao', 'visit.book', { ...form(), slot, requestId } as never)
    expect([first.status, again.status]).toEqual([200, 200])
    const idOf = ({ body }: typeof first) => (body as unknown as { value: { id: string } }).value.id
    expect(idOf(again)).toBe(idOf(first))
    expect((await county.api('bao', 'matter.list', {})).items).toHaveLength(1)
    const other = await hourAt(county, '2026-10-15T11:00')
    const reused = await county.ask('bao', 'visit.book', { ...form(), slot: other, requestId } as never)
    expect(wrongs(reused)).toEqual(['request.reused'])
  })
  it('as many come to an hour as its plan has room for', async () => {
    const county = await withPlans(WEDNESDAY)
    const phone = { kind: 'phone' as const, village: east }
    const slot = await hourAt(county, '2026-10-15T14:00', phone)
    await county.api('bao', 'visit.book', { ...form(), slot })
    expect((await hours(county, phone)).find((hour) => hour.slot === slot)?.left).toBe(1)
    await county.api('wu', 'visit.book', { ...form({ name: '吴群众', phone: '13900000012' }), slot })
    const third = await county.ask('tang', 'visit.book', { ...form({ name: '三某', phone: '13900000013' }), slot })
    expect(wrongs(third)).toEqual(['visit.slot-taken'])
  })
})

describe('an hour that is held', () => {
  it('is kept for three minutes and is free again at the very instant they are over', async () => {
    const county = await withPlans(WEDNESDAY)
    const slot = await hourAt(county, '2026-10-15T09:30')
    const held = await county.api('bao', 'visit.hold', { slot, village: east })
    expect(held).toMatchObject({ stage: 'held', detail: { heldUntil: '2026-10-14T09:03:00.000+08:00' } })
    expect((await county.api('bao', 'matter.list', {})).items).toEqual([])
    await county.demo.to('2026-10-14T09:02:59.999+08:00')
    expect(wrongs(await county.ask('wu', 'visit.book', { ...form(), slot }))).toEqual(['visit.slot-taken'])
    await county.demo.to('2026-10-14T09:03:00+08:00')
    expect((await county.ask('wu', 'visit.book', { ...form({ name: '吴群众' }), slot })).status).toBe(200)
    const gone = await visiting(county, held.id)('bao', 'matter.get' as never)
    expect(gone.body).toMatchObject({ ok: true, value: { stage: 'cancelled' } })
  })
  it('is booked by whoever holds it, and its repeat answers with that visit', async () => {
    const county = await withPlans(WEDNESDAY)
    const slot = await hourAt(county, '2026-10-15T09:30')
    const held = await county.api('bao', 'visit.hold', { slot, village: east })
    const requestId = 'booking-of-a-hold-0001'
    const first = await county.ask('bao', 'visit.book', { ...form(), slot, requestId } as never)
    expect(first.body).toMatchObject({ ok: true, value: { id: held.id, stage: 'booked' } })
    const again = await county.ask('bao', 'visit.book', { ...form(), slot, requestId } as never)
    expect(again.body).toMatchObject({ ok: true, value: { id: held.id, stage: 'booked' } })
    expect((await county.api('bao', 'matter.list', {})).items).toHaveLength(1)
  })
  it('that ran out can’t be booked as if it were there, where somebody else has it', async () => {
    const county = await withPlans(WEDNESDAY)
    const slot = await hourAt(county, '2026-10-15T09:30')
    const held = await county.api('bao', 'visit.hold', { slot, village: east })
    await county.demo.to('2026-10-14T09:04:00+08:00')
    await county.api('wu', 'visit.book', { ...form({ name: '吴群众' }), slot })
    const late = await county.ask('bao', 'visit.book', { ...form(), id: held.id })
    expect(late.status).toBeGreaterThanOrEqual(409)
    expect((await county.api('bao', 'matter.list', {})).items).toEqual([])
  })
})

describe('one account', () => {
  const phone = { kind: 'phone' as const, to: '2026-10-17' }
  const leftAt = async (county: TestServer, slot: string) =>
    (await hours(county, phone)).find((hour) => hour.slot === slot)?.left

  it('has an hour once, however many there is room for: booked again it is the same booking', async () => {
    const county = await withPlans(WEDNESDAY)
    const slot = await hourAt(county, '2026-10-15T14:00', phone)
    const first = await county.api('bao', 'visit.book', { ...form(), slot })
    const again = await county.api('bao', 'visit.book', { ...form({ topic: 'land' }), slot })
    expect([again.id, again.code]).toEqual([first.id, first.code])
    expect(wrongs(await county.ask('bao', 'visit.hold', { slot, village: east }))).toEqual(['visit.already-yours'])
    expect(await leftAt(county, slot)).toBe(1)
    // Another account has the other place.
    await county.api('wu', 'visit.book', { ...form({ name: '吴群众', phone: '13900000012' }), slot })
    expect(await leftAt(county, slot)).toBeUndefined()
    // Nor by moving another visit of hers into it.
    const other = await booked(county, '2026-10-16T14:30', { asked: phone })
    const moved = await county.ask('bao', 'visit.reschedule', { id: other.id, slot })
    expect(wrongs(moved)).toEqual(['visit.already-yours'])
    // Given up it may be booked anew.
    await county.api('bao', 'visit.cancel', { id: first.id })
    expect((await county.api('bao', 'visit.book', { ...form(), slot })).id).not.toBe(first.id)
  })

  it('two requests at once for one hour are one booking', async () => {
    const county = await withPlans(WEDNESDAY)
    const slot = await hourAt(county, '2026-10-15T14:00', phone)
    const both = await Promise.all([1, 2, 3].map(() => county.api('bao', 'visit.book', { ...form(), slot })))
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    expect(await leftAt(county, slot)).toBe(1)
  })

  it('holds one hour at a time: the next hold lets the last one go, what was booked stays', async () => {
    const county = await withPlans(WEDNESDAY)
    const [one, two, three] = await Promise.all(
      ['2026-10-15T14:00', '2026-10-15T14:30', '2026-10-16T14:00'].map((start) => hourAt(county, start, phone)),
    )
    if (!one || !two || !three) throw new Error('the plan has fewer hours')
    const first = await county.api('bao', 'visit.hold', { slot: one, village: east })
    expect((await county.api('bao', 'visit.hold', { slot: one, village: east })).id).toBe(first.id)
    expect(await leftAt(county, one)).toBe(1)
    const second = await county.api('bao', 'visit.hold', { slot: two, village: east })
    expect(await leftAt(county, one)).toBe(2)
    expect((await county.api('bao', 'matter.get', { id: first.id })).stage).toBe('cancelled')
    await county.api('bao', 'visit.book', { ...form(), id: second.id })
    await county.api('bao', 'visit.hold', { slot: three, village: east })
    expect((await county.api('bao', 'matter.get', { id: second.id })).stage).toBe('booked')
    expect([await leftAt(county, two), await leftAt(county, three)]).toEqual([1, 1])
  })

  it('who enters visits for others holds an hour for each, also the same one', async () => {
    const county = await withPlans(WEDNESDAY)
    const slot = await hourAt(county, '2026-10-15T14:00', phone)
    const [a, b] = [
      await county.api('gao', 'visit.hold', { slot, village: east }),
      await county.api('gao', 'visit.hold', { slot, village: east }),
    ]
    expect(a.id).not.toBe(b.id)
    expect(await leftAt(county, slot)).toBeUndefined()
  })
})

describe('what isn’t an hour', () => {
  it('is said beside its field: past, on a day off, beyond the plan, far ahead, no slot at all', async () => {
    const county = await withPlans('2026-09-30T09:10:00+08:00')
    const tried = async (slot: string) => wrongs(await county.ask('bao', 'visit.book', { ...form(), slot }))
    const of = (day: string, time = '0930', minutes = 30) => `office.${day}T${time}.${minutes}.li`
    expect(await tried(of('20260929'))).toEqual(['slot in-the-past'])
    expect(await tried(of('20260930', '0900'))).toEqual(['slot in-the-past'])
    expect(await tried(of('20261001'))).toEqual(['slot day-off'])
    expect(await tried(of('20261009', '1300'))).toEqual(['slot not-in-plan'])
    expect(await tried(of('20261009', '0930', 45))).toEqual(['slot not-in-plan'])
    expect(await tried(of('20261209'))).toEqual(['slot too-far'])
    expect(await tried('tomorrow, please')).toEqual(['slot not-in-plan'])
    expect(await tried('office.20261009T0930.30.nobody')).toEqual(['slot not-in-plan'])
    expect(wrongs(await county.ask('bao', 'visit.book', form()))).toEqual(['slot missing'])
  })
  it('a form with mistakes keeps the hold, and each is named beside its field', async () => {
    const county = await withPlans(WEDNESDAY)
    const slot = await hourAt(county, '2026-10-15T09:30')
    await county.api('bao', 'visit.hold', { slot, village: east })
    const wrong = await county.ask('bao', 'visit.book', { ...form({ phone: '12', topic: 'weather' as never }), slot })
    expect(wrongs(wrong)).toEqual(expect.arrayContaining(['phone bad-phone', 'topic not-an-option']))
    expect((await county.ask('bao', 'visit.book', { ...form(), slot })).status).toBe(200)
  })
})
