import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { clockOf, east, may, told, uploaded, wrongs } from './given'
import { booked, form, hours, south, starts, visiting, WEDNESDAY, withPlans } from './visit-given'

/** Who can't come is visited within a day, round the clock; nobody goes where he can't be in time. */

const elder = {
  kind: 'home' as const,
  need: 'elder' as const,
  address: '东嘎查 3 组',
  name: '乌老人',
  phone: '13900000077',
}
const NIGHT = '2026-10-14T22:10:00+08:00'

describe('a visit at home', () => {
  it('is owed within 24 hours, also where nobody has an hour: whoever stands for the town answers for it', async () => {
    const county = await withPlans(NIGHT)
    const visit = await county.api('bao', 'visit.book', form(elder))
    expect(visit.stage).toBe('booked')
    expect(clockOf(visit, 'visit.home').dueAt).toBe('2026-10-15T22:10:00.000+08:00')
    // The night's turn in the town's seat is wang's.
    expect(visit.people[0]?.name).toBe('王律')
    expect(told(await county.demo.outbox(visit.id)).filter((letter) => letter.startsWith('wang '))).toContain(
      'wang app visit.find-hour',
    )
  })
  it('is offered by night from whoever stands for her town, and only to whoever can’t come', async () => {
    const county = await withPlans(NIGHT)
    const span = { kind: 'home' as const, from: '2026-10-14', to: '2026-10-15' }
    expect(await hours(county, span)).toEqual([])
    const items = await hours(county, { ...span, need: 'elder' })
    expect(starts(items)[0]).toBe('10-14T23:00')
    expect(items[0]?.person?.name).toBe('王律')
  })
  it('kept by an arrival before the instant it is due, missed at that instant', async () => {
    const county = await withPlans(NIGHT)
    const [one, two] = [
      await county.api('bao', 'visit.book', form(elder)),
      await county.api('wu', 'visit.book', form({ ...elder, name: '吴群众' })),
    ]
    await county.demo.to('2026-10-15T22:09:59.999+08:00')
    const kept = await visiting(county, one.id)('wang', 'visit.arrive')
    expect(kept.body).toMatchObject({ ok: true, value: { clocks: [{ outcome: 'kept' }] } })
    await county.demo.to('2026-10-15T22:10:00+08:00')
    const missed = await visiting(county, two.id)('wang', 'visit.arrive')
    expect(missed.body).toMatchObject({ ok: true, value: { clocks: [{ outcome: 'missed' }] } })
  })
  it('stands still in a storm, with a picture of it, and goes on when the way is free', async () => {
    const county = await withPlans(NIGHT)
    const { id } = await county.api('bao', 'visit.book', form(elder))
    const act = visiting(county, id)
    await county.demo.to('2026-10-15T06:10:00+08:00')
    expect(wrongs(await act('wang', 'visit.suspend', { ground: 'weather', evidence: [] }))).toEqual([
      'evidence missing',
    ])
    const photo = await uploaded(county, 'wang', samples.png, 'snow.png')
    const still = await act('wang', 'visit.suspend', { ground: 'weather', evidence: [photo] })
    expect(still.body).toMatchObject({ ok: true, value: { clocks: [{ state: 'paused' }] } })
    await county.demo.to('2026-10-15T10:10:00+08:00')
    const on = await act('wang', 'visit.resume')
    expect(on.body).toMatchObject({ ok: true, value: { clocks: [{ dueAt: '2026-10-16T02:10:00.000+08:00' }] } })
  })
  it('of a child needs an adult beside it', async () => {
    const county = await withPlans(NIGHT)
    const child = { ...elder, need: 'left-behind-child' as const, name: '小明' }
    expect(wrongs(await county.ask('bao', 'visit.book', form(child)))).toEqual(['visit.minor-alone'])
    const companion = { name: '奶奶', phone: '13900000078', relation: '祖母' }
    const visit = await county.api('bao', 'visit.book', form({ ...child, companion }))
    expect((await county.api('wang', 'matter.get', { id: visit.id })).detail.companion?.name).toBe('奶奶')
  })
  it('says what is missing beside its field', async () => {
    const county = await withPlans(NIGHT)
    const tried = async (input: object) =>
      wrongs(await county.ask('tang', 'visit.book', { ...form(elder), ...input } as never))
    expect(await tried({ need: undefined })).toEqual(['need missing'])
    expect(await tried({ village: undefined })).toEqual(['village missing'])
    expect(await tried({ address: undefined, phone: undefined })).toEqual(['address missing'])
    expect(await tried({ need: 'rich' })).toEqual(['need not-an-option'])
  })
})

describe('the way there', () => {
  const thursday = { kind: 'home' as const, from: '2026-10-15', to: '2026-10-16' }
  it('an hour that can’t be reached from the visit before isn’t offered', async () => {
    const county = await withPlans(WEDNESDAY, {
      more: {
        plans: [{ person: 'he', kind: 'home', weekdays: [4], from: '14:00', to: '18:00', minutes: 60, capacity: 1 }],
      },
    })
    expect(starts(await hours(county, thursday))).toEqual(['10-15T14:00', '10-15T15:00', '10-15T16:00', '10-15T17:00'])
    await booked(county, '2026-10-15T15:00', { asked: thursday, more: { village: east, address: '3 组' } })
    // An hour there and an hour back: from the other town only what lies an hour away from it.
    expect(starts(await hours(county, { ...thursday, village: south }))).toEqual(['10-15T17:00'])
    const near = await hours(county, thursday)
    expect(starts(near)).toEqual(['10-15T14:00', '10-15T16:00', '10-15T17:00'])
    expect(near.every(({ sameTrip }) => sameTrip)).toBe(true)
  })
  it('whoever saw it before is told that it is gone, with the next that can be reached', async () => {
    const county = await withPlans(WEDNESDAY, {
      more: {
        plans: [{ person: 'he', kind: 'home', weekdays: [4], from: '14:00', to: '18:00', minutes: 60, capacity: 1 }],
      },
    })
    const far = (await hours(county, { ...thursday, village: south })).find(({ start }) => start.includes('T16:00'))
    await booked(county, '2026-10-15T15:00', { asked: thursday, more: { village: east, address: '3 组' } })
    const tried = await county.ask('wu', 'visit.book', {
      ...form({ village: south, address: '1 组', name: '吴群众' }),
      slot: far?.slot ?? '',
    })
    expect(wrongs(tried)).toEqual(['visit.slot-taken'])
    const { next } = (tried.body as unknown as { detail: { next: { start: string }[] } }).detail
    expect(starts(next)[0]).toBe('10-15T17:00')
  })
})

describe('who sees it', () => {
  it('a helper enters it with consent; she sees the hour, and only the person rates', async () => {
    const county = await withPlans(WEDNESDAY)
    const forwarded = { consent: { kind: 'witness' as const, name: '邻居陈' }, tell: ['person' as const] }
    expect(wrongs(await county.ask('zhou', 'visit.book', form(elder)))).toEqual(['forwarded missing'])
    const visit = await county.api('zhou', 'visit.book', form({ ...elder, forwarded }))
    expect(visit.code).toBeDefined()
    expect(may(visit)).not.toContain('visit.rate')
    expect((await county.ask('tian', 'matter.get', { id: visit.id })).status).toBe(404)
  })
  it('the query code shows stage, clock and whom to ring, and neither her name nor where she lives', async () => {
    const county = await withPlans(NIGHT)
    const visit = await county.api('bao', 'visit.book', form(elder))
    const seen = await county.api(undefined as never, 'matter.track', { code: visit.code ?? '' })
    expect(seen).toMatchObject({ stage: 'booked', clocks: [{ code: 'visit.home' }] })
    expect(JSON.stringify(seen)).not.toMatch(/乌老人|3 组|13900000077/)
  })
  it('a lawyer without an hour in it finds nothing', async () => {
    const county = await withPlans(WEDNESDAY)
    const { id } = await booked(county, '2026-10-15T09:30')
    expect((await county.ask('he', 'matter.get', { id })).status).toBe(404)
    expect((await county.ask('li', 'matter.get', { id })).status).toBe(200)
    expect((await county.api('li', 'desk.list', { desk: 'lawyer', kind: 'visit' })).items).toHaveLength(1)
    expect((await county.api('gao', 'desk.list', { desk: 'centre', kind: 'visit' })).items).toHaveLength(1)
  })
})
