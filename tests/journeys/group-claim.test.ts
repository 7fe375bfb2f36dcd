import { describe, expect, it } from 'vitest'
import type { Input } from '@/contract/actions'
import type { TestServer } from '../support/server'
import { at, county, east, people, wrongs } from './given'

/** Several people and one employer: one form, an application of its own for each, assigned together. */

const MONDAY = '2026-10-12T09:00:00+08:00'
const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const worker = (n: number) => ({
  applicant: { name: `工友${n < 10 ? '' : '十'}${numbers[n % 10]}`, phone: `1390000${1000 + n}` },
})
const claim = (count: number, more: object = {}): Input<'aid.submitGroup'> => ({
  requestId: '01JGROUP00000000000000000A',
  people: Array.from({ length: count }, (_, n) => worker(n)),
  where: { place: east },
  matter: 'wages',
  story: '某建筑公司欠我们五月到九月的工钱',
  parties: [{ role: 'opponent', name: '某建筑有限公司' }],
  ...more,
})
/** The form is sent until all are entered, as the page does. */
async function entered(server: TestServer, form: Input<'aid.submitGroup'>, who = 'gao') {
  let calls = 0
  for (;;) {
    calls += 1
    const { items, more } = await server.api(who, 'aid.submitGroup', form)
    if (!more) return { calls, items, ids: items.flatMap((each) => ('id' in each ? [each.id] : [])) }
  }
}
const withRoom = (room: number) =>
  county({
    people: Object.values({ ...people, li: { ...people.li, lawyer: { ...people.li.lawyer, capacity: room } } }),
  })

describe('twenty workers and one employer', () => {
  it('one form makes an application for each, each with a code and a promise of its own', async () => {
    const server = await at(MONDAY)
    const { calls, items, ids } = await entered(server, claim(20))
    expect(calls).toBe(4)
    expect(new Set(ids).size).toBe(20)
    expect(new Set(items.map((each) => 'code' in each && each.code)).size).toBe(20)
    const [first, last] = [ids[0] ?? '', ids[19] ?? '']
    const theirs = await server.api('gao', 'matter.get', { id: last })
    expect(theirs).toMatchObject({ stage: 'submitted', detail: { groupClaim: { count: 20, nth: 20 } } })
    expect(theirs.clocks.map(({ code }) => code)).toContain('aid.promise')
    expect(theirs.detail.parties).toMatchObject([{ role: 'opponent', name: '某建筑有限公司' }])
    const { count, items: all } = await server.api('gao', 'aid.group', { id: first })
    expect(count).toBe(20)
    expect(all.map(({ nth, matter }) => [nth, matter?.id])).toEqual(ids.map((id, n) => [n + 1, id]))
    // Each looks up his own, and nobody else's name stands there.
    const code = items.flatMap((each) => ('code' in each ? [each.code] : []))[4] ?? ''
    const tracked = await server.ask(undefined, 'matter.track', { code })
    expect(tracked.body).toMatchObject({ ok: true })
    expect(JSON.stringify(tracked.body)).not.toMatch(/工友/)
  })

  it('the answer is lost half-way: who is entered says that twenty belong to it, sent again nobody is doubled', async () => {
    const server = await at(MONDAY)
    const once = await server.api('gao', 'aid.submitGroup', claim(20))
    expect([once.items.length, once.more]).toEqual([5, true])
    const id = once.items.flatMap((each) => ('id' in each ? [each.id] : []))[0] ?? ''
    const half = await server.api('gao', 'aid.group', { id })
    expect(half.count).toBe(20)
    expect(half.items.filter(({ matter }) => matter)).toHaveLength(5)
    const { ids } = await entered(server, claim(20))
    const again = await entered(server, claim(20))
    expect(again.ids).toEqual(ids)
    const { items } = await server.api('gao', 'desk.list', { desk: 'centre', limit: 50 })
    expect(items).toHaveLength(20)
  })

  it('the same request with other people in it is another form, and nobody’s application is changed by it', async () => {
    const server = await at(MONDAY)
    const { ids } = await entered(server, claim(2))
    const { items } = await server.api('gao', 'aid.submitGroup', claim(2, { story: '另一回事' }))
    expect(items.map((each) => 'refused' in each && each.refused)).toEqual(['request.reused', 'request.reused'])
    const seen = await server.api('gao', 'matter.get', { id: ids[0] ?? '' })
    expect(seen.detail.story).toContain('五月到九月')
  })

  it('go to one lawyer together, in one list of proposals, though nothing tells the employer’s name for sure', async () => {
    const server = await at(MONDAY, { county: withRoom(30) })
    // 「老王」 may be anybody: it is the form that holds them together.
    const { ids } = await entered(server, claim(12, { parties: [{ role: 'opponent', name: '老王' }] }))
    const found = await server.api('gao', 'aid.batch', { also: ids, together: true })
    expect(found.groups).toEqual([{ matters: 12, lawyers: 1 }])
    const items = found.items.map(({ matter, lawyer }) => ({ id: matter.id, lawyer: lawyer.lawyer, grant: true }))
    for (const part of [items.slice(0, 10), items.slice(10)])
      expect((await server.api('gao', 'aid.batchAssign', { items: part })).items.every(({ done }) => done)).toBe(true)
    const after = await server.api('gao', 'aid.group', { id: ids[0] ?? '' })
    expect(after.items.map(({ matter }) => matter?.stage)).toEqual(ids.map(() => 'assigned'))
  })
})

describe('who may, and what is wrong with it', () => {
  it('a town’s clerk may; residents and village secretaries enter one by one', async () => {
    const server = await at(MONDAY)
    const ask = async (who: string) => (await server.ask(who, 'aid.submitGroup', claim(2))).body
    for (const who of ['bao', 'zhou', 'li']) expect(await ask(who)).toMatchObject({ ok: false })
    expect(await ask('tang')).toMatchObject({ ok: true })
  })

  it('what is about one of them is said beside him, what they share once', async () => {
    const server = await at(MONDAY)
    const wrong = async (form: object) => wrongs(await server.ask('gao', 'aid.submitGroup', form as never))
    expect(await wrong(claim(1))).toEqual(['people too-few'])
    expect(await wrong(claim(31))).toEqual(['people too-many'])
    expect(await wrong(claim(2, { people: [worker(0), worker(0)] }))).toEqual(['people.1.applicant.phone duplicate'])
    // Father and son share a telephone: two names are two people.
    const son = { applicant: { name: '工友小一', phone: worker(0).applicant.phone } }
    expect(await wrong(claim(2, { people: [worker(0), son] }))).toEqual([])
    const unborn = { applicant: { name: '工友二', birth: '2026-10-13' } }
    expect(await wrong(claim(2, { people: [worker(0), unborn] }))).toEqual(['people.1.applicant.birth in-the-future'])
    expect(await wrong(claim(2, { happened: '2026-10-13' }))).toEqual(['happened in-the-future'])
    expect(await wrong(claim(2, { story: '' }))).toEqual(['story missing'])
    expect(await wrong(claim(2, { where: { place: 'nowhere' } }))).toEqual(['where.place unknown-place'])
  })

  it('nobody was entered where something they share is wrong', async () => {
    const server = await at(MONDAY)
    await server.ask('gao', 'aid.submitGroup', claim(2, { where: { place: 'nowhere' } }))
    expect((await server.api('gao', 'desk.list', { desk: 'centre' })).items).toEqual([])
  })
})
