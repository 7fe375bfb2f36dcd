import { describe, expect, it } from 'vitest'
import { at, clockOf, county as countyOf, people, story, told, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const forwarded = (tell: ('person' | 'helper' | 'kin')[] = ['person', 'helper'], more: object = {}) =>
  wages({
    for: 'other',
    applicant: { name: '乌群众', phone: '139 0000 0077' },
    forwarded: { consent: { kind: 'witness', name: '邻居陈' }, tell, ...more },
  })

describe('a village secretary applies for somebody who cannot', () => {
  it('gets the code once, in that reply; the person is told by SMS to her own number', async () => {
    const county = await at(monday)
    const sent = await county.api('zhou', 'aid.submit', forwarded())
    expect(sent.code).toMatch(/^[0-9A-Z]{13}$/)
    expect(await county.api('zhou', 'matter.get', { id: sent.id })).not.toHaveProperty('code')
    expect((await county.api(undefined, 'matter.track', { code: sent.code ?? '' })).stage).toBe('submitted')
    expect(
      (await county.demo.outbox(sent.id)).map(({ to, channel, template, state }) => [to, channel, template, state]),
    ).toEqual(
      expect.arrayContaining([
        ['13900000077', 'sms', 'aid.received', 'waiting'],
        ['zhou', 'app', 'aid.received', 'delivered'],
        ['gao', 'app', 'aid.to-review', 'delivered'],
      ]),
    )
    expect(await county.demo.outbox(sent.id)).toHaveLength(3)
  })

  it('tells only those whom the person chose: herself, her helper, her kin', async () => {
    const county = await at(monday)
    const kin = { kin: { name: '儿子', phone: '13900000078' } }
    const toldOf = async (tell: ('person' | 'helper' | 'kin')[]) => {
      const { id } = await county.api('zhou', 'aid.submit', forwarded(tell, kin))
      return told(await county.demo.outbox(id)).filter((row) => !row.startsWith('gao'))
    }
    expect(await toldOf(['person'])).toEqual(['13900000077 sms aid.received'])
    expect(await toldOf(['helper'])).toEqual(['zhou app aid.received'])
    expect(await toldOf(['kin'])).toEqual(['13900000078 sms aid.received'])
  })

  it('without saying how the person agreed: refused, by field', async () => {
    const county = await at(monday)
    const { status, body } = await county.ask('zhou', 'aid.submit', wages({ for: 'other' }))
    expect([status, body]).toMatchObject([400, { invalid: [{ field: 'forwarded', code: 'missing' }] }])
    const toNobody = await county.ask('zhou', 'aid.submit', forwarded([]))
    expect([toNobody.status, toNobody.body]).toMatchObject([400, { invalid: [{ field: 'forwarded.tell' }] }])
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toEqual([])
  })
})

describe('a clerk registers a telephone call', () => {
  it('the promise runs from when the call began, not from when it was typed', async () => {
    const county = await at('2026-10-13T00:05:00+08:00')
    const call = { ...wages({ for: 'other' }), callFrom: '2026-10-12T15:55:00+08:00' }
    const matter = await county.api('gao', 'aid.submit', call)
    expect(clockOf(matter, 'aid.promise')).toMatchObject({
      startedAt: '2026-10-12T15:55:00.000+08:00',
      dueAt: '2026-10-13T00:00:00.000+08:00',
      colour: 'overdue',
    })
    // Before the cut-off: no grace, although it was typed at night.
    expect(matter.clocks.map(({ code }) => code)).toEqual(['aid.promise', 'aid.decide'])
    expect(story(matter)).toEqual(['电话申请法律援助，从接起电话开始计时'])
    await county.demo.advance('PT0S')
    expect((await county.demo.outbox(matter.id)).slice(-1)).toMatchObject([
      { to: 'gao', template: 'clock.overdue', at: '2026-10-13T00:05:00.000+08:00', lateBy: 'PT5M' },
    ])
  })

  it('a call that has not been yet, or one that a resident claims, is refused', async () => {
    const county = await at(monday)
    const future = await county.ask('gao', 'aid.submit', { ...wages(), callFrom: '2026-10-12T09:00:00.001+08:00' })
    expect([future.status, future.body]).toMatchObject([
      400,
      { invalid: [{ field: 'callFrom', code: 'in-the-future' }] },
    ])
    const claimed = await county.ask('bao', 'aid.submit', { ...wages(), callFrom: '2026-10-12T08:00:00+08:00' })
    expect([claimed.status, claimed.body]).toMatchObject([400, { invalid: [{ field: 'callFrom' }] }])
  })

  it('the caller tracks it with the code that the clerk read out', async () => {
    const county = await at(monday)
    const { code } = await county.api('gao', 'aid.submit', { ...wages(), callFrom: '2026-10-12T08:58:00+08:00' })
    expect((await county.api(undefined, 'matter.track', { code: code ?? '' })).createdAt).toBe(
      '2026-10-12T09:00:00.000+08:00',
    )
  })
})

describe('a person with two roles', () => {
  const both = { ...people.li, id: 'both', name: '双身份', roles: [...people.li.roles, { role: 'centre' }] }
  const withBoth = { county: countyOf({ people: [...Object.values(people), both] }) }

  it('acts in the first one, changes it for this session only, and may always be a resident', async () => {
    const county = await at(monday, withBoth)
    const one = await county.demo.signIn('both')
    const other = await county.demo.signIn('both')
    expect((await county.api(one, 'session.me', {})).acting).toEqual({ role: 'lawyer', unit: 'firm:1' })
    expect((await county.api(one, 'session.actAs', { role: 'centre' })).acting).toEqual({ role: 'centre' })
    expect((await county.api(one, 'desk.list', { desk: 'centre' })).items).toEqual([])
    expect((await county.ask(other, 'desk.list', { desk: 'centre' })).status).toBe(403)
    expect((await county.api(other, 'session.actAs', { role: 'resident' })).acting).toEqual({ role: 'resident' })
    expect((await county.api(other, 'aid.submit', wages())).code).toMatch(/^\w{13}$/)
    expect((await county.ask(one, 'aid.submit', { ...wages() })).status).toBe(200)
    expect((await county.api(await county.demo.signIn('both'), 'session.me', {})).acting.role).toBe('lawyer')
  })

  it('cannot take a role that is not hers', async () => {
    const county = await at(monday, withBoth)
    for (const role of ['supervisor', 'admin', 'system', 'visitor', 'king']) {
      const { status } = await county.ask('both', 'session.actAs', { role })
      expect([role, status >= 400]).toEqual([role, true])
    }
    expect((await county.api('both', 'session.me', {})).acting.role).toBe('lawyer')
  })

  it('what she applies for as a resident is not on her lawyer’s desk', async () => {
    const county = await at(monday, withBoth)
    const token = await county.demo.signIn('both')
    await county.api(token, 'session.actAs', { role: 'resident' })
    const { id } = await county.api(token, 'aid.submit', wages())
    expect((await county.api(token, 'matter.list', {})).items).toMatchObject([{ id }])
    await county.api(token, 'session.actAs', { role: 'lawyer' })
    expect((await county.ask(token, 'matter.get', { id })).status).toBe(404)
    expect((await county.api(token, 'desk.list', { desk: 'lawyer' })).items).toEqual([])
  })
})
