import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { at, east, inHand, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const ask = (text: string) => ({ village: east, topic: 'debt' as const, text, language: 'zh' as const })

type County = Awaited<ReturnType<typeof at>>
/** Asked and answered. */
async function answered(county: County, who: string, text: string): Promise<MatterView> {
  const { id } = await county.api(who, 'question.ask', ask(text))
  await county.api('gao', 'question.take', { id })
  await county.api('gao', 'question.answer', { id, summary: '可以起诉' })
  return county.api(who, 'question.helped', { id, yes: true })
}

describe('being forgotten', () => {
  it('a closed question goes; an open application stays; the answer names each with its reason', async () => {
    const county = await at(monday)
    const question = await answered(county, 'bao', '借条丢了')
    const aid = await inHand(county)
    const done = await county.api('bao', 'me.erase', {})
    const outcome = (id: string) => done.items.find(({ matter }) => matter === id)?.outcome
    expect([outcome(question.id), outcome(aid)]).toEqual(['erased', 'open'])
    expect(done.items.every(({ text }) => text.length > 5)).toBe(true)
    expect((await county.ask('bao', 'matter.get', { id: question.id })).status).toBe(404)
    expect((await county.ask('gao', 'matter.get', { id: question.id })).status).toBe(404)
    expect((await county.ask('bao', 'matter.get', { id: aid })).status).toBe(200)
  })
  it('asked twice under one number it is one request; with other words under it, it is refused', async () => {
    const county = await at(monday)
    await answered(county, 'bao', '借条丢了')
    const once = await county.api('bao', 'me.erase', { requestId: 'erase-1' })
    const twice = await county.api('bao', 'me.erase', { requestId: 'erase-1' })
    expect(twice).toEqual(once)
    const { body } = await county.ask('bao', 'me.erase', { requestId: 'erase-1', what: 'profile' })
    expect(body).toMatchObject({ refused: 'request.reused' })
    expect((await county.api('bao', 'me.requests', {})).items).toHaveLength(1)
  })
})

describe('closing the account', () => {
  it('names what is open first, and goes on with it by query code; the account knows nothing afterwards', async () => {
    const county = await at(monday)
    const { id, code } = await county.api('bao', 'question.ask', ask('草场的边界'))
    const refused = await county.ask('bao', 'me.close', {})
    expect(refused.body).toMatchObject({
      refused: 'me.open-matters',
      detail: { matters: [expect.objectContaining({ id })] },
    })
    await county.api('bao', 'me.close', { sure: true })
    expect((await county.api('bao', 'matter.list', {})).items).toEqual([])
    expect((await county.ask('bao', 'matter.get', { id })).status).toBe(404)
    expect((await county.api('bao', 'notice.list', {})).items).toEqual([])
    expect((await county.api('bao', 'me.profile', {})).profile).not.toHaveProperty('phone')
    expect(await county.api(undefined, 'matter.track', { code: code ?? '' })).toMatchObject({ stage: 'open' })
    await county.api('gao', 'question.take', { id })
    expect((await county.ask('gao', 'matter.get', { id })).status).toBe(200)
  })
  it('an application goes on too: the centre still has it, with her number', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await county.api('bao', 'me.close', { sure: true })
    expect((await county.ask('bao', 'matter.get', { id })).status).toBe(404)
    expect(await county.api('gao', 'matter.callLog', { id })).toMatchObject({ name: '包群众' })
  })
  it('is not for whoever works here', async () => {
    const county = await at(monday)
    expect((await county.ask('gao', 'me.close', { sure: true })).body).toMatchObject({ refused: 'me.staff-account' })
    expect((await county.api('gao', 'session.me', {})).name).toBe('高审查')
  })
})

describe('a guardian', () => {
  const child = { name: '小吴', relation: '母亲', birth: '2015-03-01' }
  it('finds the child’s account by a code from its phone, and then sees, corrects, copies and erases', async () => {
    const county = await at(monday)
    await answered(county, 'wu', '同学打我')
    const { code } = await county.api('wu', 'me.guardCode', {})
    const got = await county.api('bao', 'me.guard', { code, ...child })
    expect(got).toMatchObject({ id: 'wu', guardian: { relation: '母亲' } })
    expect((await county.api('bao', 'me.profile', {})).wards).toEqual([{ id: 'wu', name: '小吴', relation: '母亲' }])
    const consents = await county.api('bao', 'me.consents', { ward: 'wu' })
    expect(consents.items.find(({ what }) => what === 'minor')?.given).toBe(true)
    expect((await county.api('bao', 'me.save', { ward: 'wu', birth: child.birth })).profile.birth).toBe(child.birth)
    const copy = await county.api('bao', 'me.export', { ward: 'wu' })
    const machine = copy.items.find(({ type }) => type === 'application/json')
    expect(await (await fetch(`${county.url}${machine?.url}`)).text()).toContain('同学打我')
    const done = await county.api('bao', 'me.erase', { ward: 'wu' })
    expect(done.items.map(({ outcome }) => outcome)).toContain('erased')
    expect((await county.api('wu', 'matter.list', {})).items).toEqual([])
  })
  it('without the code nothing; a code serves once, for a day, and a grown-up has no guardian', async () => {
    const county = await at(monday)
    for (const action of ['me.profile', 'me.consents', 'me.requests', 'me.accesses'] as const)
      expect((await county.ask('bao', action, { ward: 'wu' })).status).toBe(404)
    for (const action of ['me.export', 'me.erase'] as const)
      expect((await county.ask('bao', action, { ward: 'wu' })).status).toBe(404)
    const wrong = await county.ask('bao', 'me.guard', { code: '0000000000000', ...child })
    expect(wrong.body).toMatchObject({ refused: 'me.guard-code-unknown' })
    const { code } = await county.api('wu', 'me.guardCode', {})
    const grown = await county.ask('bao', 'me.guard', { code, ...child, birth: '2000-01-01' })
    expect(grown.body).toMatchObject({ refused: 'me.ward-of-age' })
    await county.api('bao', 'me.guard', { code, ...child })
    expect((await county.ask('zhou', 'me.guard', { code, ...child })).body).toMatchObject({
      refused: 'me.guard-code-unknown',
    })
    // At eighteen the child asks for itself.
    await county.demo.to('2033-03-01T09:00:00+08:00', false)
    expect((await county.ask('bao', 'me.profile', { ward: 'wu' })).body).toMatchObject({ refused: 'me.ward-of-age' })
  })
  it('a birthday under 14 is kept in one’s own profile only once a guardian agreed', async () => {
    const county = await at(monday)
    const before = await county.ask('wu', 'me.save', { birth: '2015-03-01' })
    expect(before.body).toMatchObject({ refused: 'me.consent-missing', detail: { what: 'minor' } })
    expect((await county.ask('wu', 'me.consent', { what: 'minor' })).status).toBe(400)
    await county.api('wu', 'me.consent', { what: 'minor', guardian: { name: '吴母', relation: '母亲' } })
    expect((await county.api('wu', 'me.save', { birth: '2015-03-01' })).profile.birth).toBe('2015-03-01')
  })
})

describe('what is logged, told and linked while all this happens', () => {
  it('holds nothing of hers', async () => {
    const county = await at(monday)
    const marks = ['痕名', '13712399001', '痕话', '痕错', '痕答']
    await county.api('bao', 'me.save', { name: marks[0], phone: marks[1] })
    const question = await answered(county, 'bao', '痕话')
    const aid = await inHand(county, { applicant: { name: '痕名', phone: '13712399001' }, story: '痕话' })
    const { id } = await county.api('bao', 'me.correct', { id: aid, text: '痕错' })
    await county.api('sun', 'request.answer', { request: id, ok: false, text: '痕答' })
    const { items } = await county.api('bao', 'me.export', {})
    await county.ask('bao', 'me.save', { phone: '13712399001x' })
    await county.api('bao', 'me.close', { sure: true })
    const told = (await Promise.all([question.id, aid].map((matter) => county.demo.outbox(matter)))).flat()
    const shown = [county.lines, told.map(({ text }) => text), items.map(({ url, name }) => [url, name])]
    for (const mark of marks) expect(JSON.stringify(shown)).not.toContain(mark)
  })
})
