import { describe, expect, it } from 'vitest'
import { at, inHand, may, story, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'

describe('the proposed lawyer', () => {
  it('sees names only, until he has said that nothing binds him to the other side', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.grant', { id })

    const before = await county.api('li', 'matter.get', { id })
    expect(before.detail.applicant).toEqual({ name: '包群众' })
    expect(before.detail.parties).toEqual([{ role: 'opponent', name: '某建筑公司' }])
    for (const part of ['story', 'route', 'income', 'reports', 'lawyer', 'decision', 'forwardedBy'] as const)
      expect(before.detail).not.toHaveProperty(part)
    expect(before.detail.where).toEqual({ place: before.place })
    expect([before.people, before.papers, before.timeline, before.code]).toEqual([[], [], [], undefined])
    expect(JSON.stringify(before)).not.toMatch(/工地欠了|0011|7539|0099/)

    for (const action of ['aid.take', 'aid.signed'] as const) {
      const { status, body } = await county.ask('li', action, { id })
      expect([action, status, body]).toMatchObject([action, 422, { refused: 'aid.conflict-unanswered' }])
    }
    await county.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    const after = await county.api('li', 'matter.get', { id })
    expect(after.detail).toMatchObject({ story: '工地欠了我三个月的工资', route: 'promise' })
    expect(after.detail.applicant?.phone).toBe('139****0011')
    expect(story(after)).toContain('派给 李律 律师')
  })

  it('who has left sees nothing more of it, and it is gone from his desk', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.grant', { id })
    const answer = await county.api('li', 'aid.conflictAnswer', { id, conflict: 'yes', why: '对方是我的客户' })
    expect(answer).toMatchObject({ clocks: [], people: [], timeline: [], can: [] })
    expect(answer.detail).toEqual({ topic: 'wages', topicText: '工钱' })
    expect((await county.ask('li', 'matter.get', { id })).status).toBe(404)
    expect((await county.api('li', 'desk.list', { desk: 'lawyer' })).items).toEqual([])
    expect((await county.api('wang', 'desk.list', { desk: 'lawyer' })).items).toMatchObject([{ id }])
  })
})

describe('one matter in hand', () => {
  it('is told whole to the applicant, with her code; her number and identity are masked even for herself', async () => {
    const county = await at(monday)
    const hers = await county.api('bao', 'matter.get', { id: await inHand(county) })
    expect(hers.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/)
    expect(hers.detail).toMatchObject({
      applicant: { name: '包群众', phone: '139****0011', idNumber: '110***********7539' },
      lawyer: { name: '李律', org: '第一律师事务所', reasons: [] },
      parties: [{ name: '某建筑公司', phone: '139****0099' }],
    })
  })

  it('shows the organisation whose lawyer has it names and course, but neither story nor numbers', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const firms = await county.api('fang', 'matter.get', { id })
    expect(firms.detail.applicant).toEqual({ name: '包群众' })
    expect(firms.detail).not.toHaveProperty('story')
    expect(firms.timeline.length).toBeGreaterThan(0)
    expect(firms.code).toBeUndefined()
    expect((await county.api('fang', 'desk.list', { desk: 'organisation' })).items).toMatchObject([{ id }])
    expect((await county.ask('ma', 'matter.get', { id })).status).toBe(404)
    expect((await county.api('ma', 'desk.list', { desk: 'organisation' })).items).toEqual([])
  })

  it('shows the centre and the supervisor everything but the code, with the reasons for the lawyer', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    for (const who of ['qin', 'sun']) {
      const view = await county.api(who, 'matter.get', { id })
      expect(view.detail.lawyer?.reasons).toEqual(['负责这个苏木乡镇', '擅长劳动', '手上 0 件，最多 8 件', '还没派过'])
      expect(view.detail.story).toBe('工地欠了我三个月的工资')
      expect(view.code).toBeUndefined()
    }
  })

  it('does not exist for a stranger, for the village, or for another lawyer: the same 404 as for an invented id', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    for (const who of ['wu', 'zhou', 'tang', 'wang'])
      for (const asked of [id, 'aid:ThisMatterIsNotThere']) {
        const { status, body } = await county.ask(who, 'matter.get', { id: asked })
        expect([who, status, body]).toMatchObject([who, 404, { refused: 'matter.not-found' }])
      }
    expect((await county.api('wu', 'matter.list', {})).items).toEqual([])
    expect((await county.api('zhou', 'desk.list', { desk: 'village' })).items).toEqual([])
  })
})

describe('an application that the village secretary forwarded', () => {
  const forwarded = wages({
    for: 'other',
    applicant: { name: '乌群众', phone: '13900000077' },
    forwarded: { consent: { kind: 'witness', name: '邻居陈' }, tell: ['person', 'helper'] },
  })

  it('shows her what she wrote and how it goes, and nothing of means or numbers', async () => {
    const county = await at(monday)
    const { id } = await county.api('zhou', 'aid.submit', forwarded)
    await county.api('gao', 'aid.grant', { id })
    const hers = await county.api('zhou', 'matter.get', { id })
    expect(hers.detail).toMatchObject({
      applicant: { name: '乌群众' },
      forwardedBy: '周书记',
      lawyer: { name: '李律' },
    })
    expect(hers.detail.applicant).toEqual({ name: '乌群众' })
    // The names of the other side, since she may put them right; nobody's numbers.
    expect(hers.detail.parties).toEqual([{ role: 'opponent', name: '某建筑公司' }])
    for (const part of ['route', 'groups', 'reports', 'decision'] as const) expect(hers.detail).not.toHaveProperty(part)
    // Who has no account completes it, says who the other side is, takes it back and asks for another lawyer through
    // whoever entered it.
    expect(may(hers)).toEqual(['aid.complete', 'aid.parties', 'aid.withdraw', 'aid.changeLawyer', 'matter.note'])
    expect((await county.api('zhou', 'desk.list', { desk: 'village' })).items).toMatchObject([{ id }])
  })

  it('is not there for the secretary of the next village, nor for another villager', async () => {
    const county = await at(monday)
    const { id } = await county.api('zhou', 'aid.submit', forwarded)
    for (const who of ['tian', 'wu']) expect((await county.ask(who, 'matter.get', { id })).status).toBe(404)
  })
})
