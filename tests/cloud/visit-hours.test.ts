import { describe, expect, it } from 'vitest'
import type { MyDay, PlanView } from '@/contract/views'
import { county, no, value } from '../given-world'
import { far, invalid, names, open, plan, slots, town, turn, village, weekdays } from './visit-given'

const plans = (answer: Parameters<typeof value>[0]) => value<PlanView>(answer)
const wednesday = { from: '2026-09-30', to: '2026-10-01' }
const friday = { from: '2026-10-09', to: '2026-10-10' }

describe('hours that are offered', () => {
  it('come from the plans that the county loaded, earliest first, each with its person and place', async () => {
    const w = await open()
    const { items, otherwise } = await slots(w, wednesday)
    expect(items.map(({ slot }) => slot)).toEqual([
      'office.20260930T0900.30.li',
      'office.20260930T0930.30.li',
      'office.20260930T1000.30.li',
      'office.20260930T1030.30.li',
      'office.20260930T1100.30.li',
    ])
    expect(items[0]).toEqual({
      slot: 'office.20260930T0900.30.li',
      kind: 'office',
      start: '2026-09-30T09:00:00.000+08:00',
      end: '2026-09-30T09:30:00.000+08:00',
      text: '9\u00a0月\u00a030\u00a0日（周三）9:00–9:30',
      person: { id: 'li', name: '李律师', org: '甲律师事务所', languages: ['zh', 'mn'] },
      place: { code: 'firm:1', text: '甲律师事务所' },
      left: 1,
    })
    expect(otherwise).toBeUndefined()
    expect(w.touched()).toBe(false)
  })
  it('are read by a visitor too, and none of them names anybody who asks', async () => {
    const w = await open()
    expect(value(await w.as(undefined)('visit.slots', { kind: 'office', ...wednesday }))).toHaveProperty('items')
  })
  it('not while he is on leave, away, or on a telephone that rings all the time; in a shared seat or a town’s they stay', async () => {
    const seats = (shared: boolean) => ({
      seats: [...county().seats, { id: 'hot', kind: 'hotline', ...(shared && { shared }) }],
      layers: [...county().layers, { seat: 'hot', people: ['li'], ...turn, from: '09:00', to: '10:00' }],
    })
    expect(names(await slots(await open(seats(false)), wednesday))).toHaveLength(3)
    expect(names(await slots(await open(seats(true)), wednesday))).toHaveLength(5)
    // The town's telephone goes with him.
    const ofTown = {
      seats: [...county().seats, { id: `town:${town}`, kind: 'town', unit: town }],
      layers: [...county().layers, { seat: `town:${town}`, people: ['li'], ...turn }],
    }
    expect(names(await slots(await open(ofTown), wednesday))).toHaveLength(5)
    const w = await open()
    const leave = { from: '2026-10-09T00:00:00+08:00', to: '2026-10-09T10:00:00+08:00', why: '看病' }
    value(await w.as('li')('rota.leave', leave))
    expect(names(await slots(w, friday))).toEqual([
      'office.20261009T1000.30.li',
      'office.20261009T1030.30.li',
      'office.20261009T1100.30.li',
    ])
  })
  it('for a subject only from whoever knows it, or takes everything in', async () => {
    const w = await open({ plans: [plan('li', 'office'), plan('tao', 'office'), plan('tong', 'office')] })
    const who = async (subject: string) =>
      new Set((await slots(w, { ...wednesday, subject })).items.map(({ person }) => person.id))
    expect([...(await who('labour'))]).toEqual(['li', 'tong'])
    expect([...(await who('pasture'))]).toEqual(['tao', 'tong'])
  })
  it('at home only from whoever goes to that town, and with a village to go to', async () => {
    const w = await open()
    const home = { kind: 'home', ...wednesday, to: '2026-10-10' }
    expect(names(await slots(w, { ...home, village: far }))).toEqual([
      'home.20261008T0900.60.he',
      'home.20261008T1000.60.he',
      'home.20261008T1100.60.he',
    ])
    expect(names(await slots(w, { ...home, village }))).toEqual([])
    expect(invalid(await w.as('bao')('visit.slots', home))).toEqual(['village missing'])
    expect(invalid(await w.as('bao')('visit.slots', { ...home, village: 'nowhere' }))).toEqual([
      'village unknown-place',
    ])
  })
  it('for whoever can’t come: at any hour of the night from whoever stands for her town', async () => {
    const stands = {
      seats: [...county().seats, { id: `town:${town}`, kind: 'town', unit: town }],
      layers: [...county().layers, { seat: `town:${town}`, people: ['tong'], ...turn }],
    }
    const w = await open(stands, '2026-10-02 22:10')
    const asked = { kind: 'home', village, from: '2026-10-02', to: '2026-10-05' }
    const night = names(await slots(w, { ...asked, need: 'elder' }))
    expect(night[0]).toBe('home.20261002T2300.90.tong')
    expect(night).toHaveLength(24)
    expect(names(await slots(w, asked))).toEqual([])
    expect(names(await slots(w, { ...asked, village: far, need: 'elder' }))).toEqual([])
  })
  it('where none is free a named person answers: the one of her town for a visit that is owed, else the centre’s', async () => {
    const stands = {
      plans: [],
      seats: [...county().seats, { id: `town:${town}`, kind: 'town', unit: town }],
      layers: [...county().layers, { seat: `town:${town}`, people: ['li'], ...turn, from: '08:00', to: '20:00' }],
    }
    const w = await open(stands, '2026-09-30 21:10')
    const owed = await slots(w, {
      kind: 'home',
      village,
      need: 'disabled',
      ...wednesday,
      to: '2026-10-01T08:00:00+08:00',
    })
    // 「最晚 明天 21:10」; the day seat of the town is closed by then, and the centre's answers.
    expect(owed.otherwise).toMatchObject({ name: '高审查', text: expect.stringContaining('明天 21:10') })
    const plain = await slots(w, wednesday)
    expect(plain.otherwise).toEqual({ name: '高审查', text: expect.stringContaining('高审查') })
    w.set('2026-09-30 09:10')
    const byDay = await slots(w, {
      kind: 'home',
      village,
      need: 'disabled',
      from: '2026-09-30',
      to: '2026-09-30T09:30:00+08:00',
    })
    expect(byDay.otherwise).toMatchObject({ name: '李律师', phone: '13900000001' })
  })
  it('are cut where there are too many, and say from when on to ask again; asked so, none is left out', async () => {
    const many = Array.from({ length: 12 }, (_, n) => ({
      id: `t${n}`,
      name: `所员${n}`,
      roles: [{ role: 'town', unit: town }],
    }))
    const w = await open({
      people: [...county().people, ...many],
      plans: many.map(({ id }) => plan(id, 'office', { minutes: 10 })),
    })
    const span = { from: '2026-10-08', to: '2026-10-14' }
    const all: string[] = []
    for (let from: string | undefined = span.from, asked = 0; from; asked += 1) {
      expect(asked).toBeLessThan(6)
      const page = await slots(w, { ...span, from })
      all.push(...names(page))
      from = page.upTo
    }
    expect(all).toHaveLength(12 * 15 * 5)
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('plans, openings and closings', () => {
  const gao = (w: Awaited<ReturnType<typeof open>>, action: string, input: object = {}) =>
    w.as('gao')(action, { person: 'li', ...input })

  it('are saved, changed and removed; every answer is the whole plan', async () => {
    const w = await open({ plans: [] })
    const mine = { kind: 'phone', weekdays, from: '14:00', to: '15:00', minutes: 30, capacity: 2 }
    const saved = plans(await w.as('li')('visit.savePlan', { plan: mine }))
    const [one] = saved.plans
    expect(one).toMatchObject({ ...mine, text: '周一至周五 14:00–15:00，打电话，每次 30\u00a0分钟，同时 2\u00a0位' })
    expect(names(await slots(w, { kind: 'phone', ...wednesday }))).toHaveLength(2)
    const changed = plans(await w.as('li')('visit.savePlan', { plan: { ...mine, id: one?.id, to: '14:30' } }))
    expect(changed.plans.map(({ id, to }) => [id, to])).toEqual([[one?.id, '14:30']])
    expect(names(await slots(w, { kind: 'phone', ...wednesday }))).toEqual(['phone.20260930T1400.30.li'])
    expect(plans(await w.as('li')('visit.removePlan', { plan: one?.id })).plans).toEqual([])
    expect(names(await slots(w, { kind: 'phone', ...wednesday }))).toEqual([])
    expect(no(await w.as('li')('visit.removePlan', { plan: one?.id }))).toEqual({
      status: 404,
      refused: 'plan.not-found',
    })
  })
  it('the same request twice is one; with another body it is refused', async () => {
    const w = await open({ plans: [] })
    const once = {
      requestId: 'saved-once-and-for-all',
      plan: { kind: 'phone', weekdays, from: '14:00', to: '15:00', minutes: 30, capacity: 1 },
    }
    const answers = await Promise.all([1, 2, 3, 4].map(() => w.as('li')('visit.savePlan', once)))
    for (const answer of answers) expect(plans(answer).plans).toHaveLength(1)
    const other = { ...once, plan: { ...once.plan, to: '16:00' } }
    expect(no(await w.as('li')('visit.savePlan', other))).toEqual({ status: 409, refused: 'request.reused' })
  })
  it('an opening on a day off is offered, and taken back it isn’t', async () => {
    const w = await open()
    const holiday = { from: '2026-10-03', to: '2026-10-04' }
    const opening = {
      kind: 'office',
      from: '2026-10-03T09:00:00+08:00',
      to: '2026-10-03T10:00:00+08:00',
      minutes: 30,
      capacity: 1,
      why: '国庆值班',
    }
    const view = plans(await w.as('li')('visit.open', opening))
    expect(names(await slots(w, holiday))).toEqual(['office.20261003T0900.30.li', 'office.20261003T0930.30.li'])
    expect(view.openings.map(({ text }) => text)).toEqual([
      '10\u00a0月\u00a03\u00a0日（周六）9:00–10:00 加开，到办公室，每次 30\u00a0分钟，国庆值班',
    ])
    plans(await w.as('li')('visit.unclose', { entry: view.openings[0]?.id }))
    expect(names(await slots(w, holiday))).toEqual([])
  })
  it('a closing takes the hours away and never the booking: that one is named for whoever must move it', async () => {
    const w = await open()
    const { id } = value(await w.as('bao')('visit.book', { slot: 'office.20261009T0900.30.li', village }))
    const closed = plans(
      await gao(w, 'visit.close', { from: '2026-10-09T08:00:00+08:00', to: '2026-10-09T10:00:00+08:00', why: '出庭' }),
    )
    expect(closed.orphans.map((row) => row.id)).toEqual([id])
    expect(names(await slots(w, friday))).toEqual([
      'office.20261009T1000.30.li',
      'office.20261009T1030.30.li',
      'office.20261009T1100.30.li',
    ])
    expect(value(await w.as('bao')('matter.get', { id })).stage).toBe('booked')
    const [{ id: entry } = { id: '' }] = closed.closings
    expect(plans(await gao(w, 'visit.unclose', { entry })).orphans).toEqual([])
    const gone = plans(await gao(w, 'visit.removePlan', { plan: 'loaded:0' }))
    expect(gone.orphans.map((row) => row.id)).toEqual([id])
  })
  it('why somebody closed his hours lies sealed', async () => {
    const w = await open()
    await gao(w, 'visit.close', {
      from: '2026-10-09T08:00:00+08:00',
      to: '2026-10-09T10:00:00+08:00',
      why: '去医院复查',
    })
    const text = JSON.stringify([await w.docs(), w.logs])
    expect(text).not.toContain('医院')
  })
  it.each([
    [
      'visit.savePlan',
      { plan: { kind: 'office', weekdays, from: '10:00', to: '10:00', minutes: 30, capacity: 1 } },
      'plan.to ends-before-it-begins',
    ],
    [
      'visit.savePlan',
      { plan: { kind: 'office', weekdays, from: '10:00', to: '10:30', minutes: 31, capacity: 1 } },
      'plan.minutes hour-too-long',
    ],
    [
      'visit.savePlan',
      { plan: { kind: 'office', weekdays, from: '10:00', to: '11:00', minutes: 30, capacity: 1, place: 'nowhere' } },
      'plan.place unknown-unit',
    ],
    [
      'visit.savePlan',
      {
        plan: {
          kind: 'office',
          weekdays,
          from: '10:00',
          to: '11:00',
          minutes: 30,
          capacity: 1,
          since: '2026-10-02',
          until: '2026-10-01',
        },
      },
      'plan.until ends-before-it-begins',
    ],
    [
      'visit.open',
      { kind: 'office', from: '2026-09-29T09:00:00+08:00', to: '2026-09-29T10:00:00+08:00', minutes: 30, capacity: 1 },
      'to in-the-past',
    ],
    [
      'visit.open',
      { kind: 'office', from: '2026-10-03T09:00:00+08:00', to: '2026-10-03T09:20:00+08:00', minutes: 30, capacity: 1 },
      'minutes hour-too-long',
    ],
    [
      'visit.close',
      { from: '2026-09-29T09:00:00+08:00', to: '2026-09-29T10:00:00+08:00', why: '开会' },
      'to in-the-past',
    ],
  ])('%s with what can’t be is told by its field (%#)', async (action, input, problem) => {
    const w = await open()
    expect(invalid(await w.as('li')(action, input))).toEqual([problem])
  })
})

describe('whose plan may be seen and changed', () => {
  const may = async (w: Awaited<ReturnType<typeof open>>, who: string, person: string, action = 'visit.plans') => {
    const closing = { from: '2026-10-09T08:00:00+08:00', to: '2026-10-09T10:00:00+08:00', why: '开会' }
    const answer = await w.as(who)(action, { person, ...(action === 'visit.close' && closing) })
    const { reply } = answer
    return reply.ok ? 'yes' : 'refused' in reply ? reply.refused : reply
  }
  it('a lawyer’s is his own; a town’s those of its people and of its lawyers; the centre’s everybody’s', async () => {
    const w = await open()
    const asked = async (action: string) =>
      Object.fromEntries(
        await Promise.all(
          ['li', 'tong', 'gao', 'sun', 'bao', 'mei'].map(async (who) => [
            who,
            await Promise.all(['li', 'he', 'tong', 'bao', 'nobody'].map((person) => may(w, who, person, action))),
          ]),
        ),
      )
    const [none, role] = ['person.not-found', 'permission.role']
    const shared = {
      li: ['yes', none, none, none, none],
      tong: ['yes', none, 'yes', none, none],
      gao: ['yes', 'yes', 'yes', none, none],
      bao: Array(5).fill(role),
      mei: Array(5).fill(role),
    }
    expect(await asked('visit.plans')).toEqual({ ...shared, sun: ['yes', 'yes', 'yes', none, none] })
    expect(await asked('visit.close')).toEqual({ ...shared, sun: Array(5).fill(role) })
  })
})

describe('what a day holds', () => {
  it('hour by hour: what is booked, with the matter, and what is free; days off and leave say so', async () => {
    const w = await open()
    const { id } = value(await w.as('bao')('visit.book', { slot: 'office.20261009T0930.30.li', village }))
    value(await w.as('wu')('visit.hold', { slot: 'office.20261009T1000.30.li' }))
    value(
      await w.as('li')('rota.leave', {
        from: '2026-10-12T00:00:00+08:00',
        to: '2026-10-13T00:00:00+08:00',
        why: '事假',
      }),
    )
    const { days } = value<MyDay>(await w.as('li')('visit.day', { from: '2026-10-07', to: '2026-10-13' }))
    expect(days.map(({ day, note }) => `${day} ${note ?? ''}`)).toEqual([
      '2026-10-07 国庆节放假',
      '2026-10-08 ',
      '2026-10-09 ',
      '2026-10-10 调休上班',
      '2026-10-11 休息日',
      '2026-10-12 请假',
    ])
    const day = days.find((each) => each.day === '2026-10-09')
    expect(
      day?.hours.map(({ start, left, visits }) => [start.slice(11, 16), left, visits.map((row) => row.id)]),
    ).toEqual([
      ['09:00', 1, []],
      ['09:30', 0, [id]],
      // Held while somebody fills in the form: no longer free, and nobody's yet.
      ['10:00', 0, []],
      ['10:30', 1, []],
      ['11:00', 1, []],
    ])
    expect(days.find((each) => each.day === '2026-10-12')?.hours).toEqual([])
  })
})
