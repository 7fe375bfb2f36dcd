import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startServer } from '../support/server'
import { acting, at, county as countyOf, inHand, people, story, told, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const { li } = people

describe('a tap that arrives more than once', () => {
  it('the same application sent twenty times at once is one matter with one code, received once', async () => {
    const county = await at(monday)
    const requestId = randomUUID()
    await county.tokenOf('bao')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => county.api('bao', 'aid.submit', { ...wages(), requestId })),
    )
    expect(new Set(answers.map(({ id, code }) => `${id} ${code}`)).size).toBe(1)
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(1)
    expect(told(await county.demo.outbox())).toEqual(['bao app aid.received', 'gao app aid.to-review'])
    expect(story(await county.api('bao', 'matter.get', { id: answers[0]?.id ?? '' }))).toEqual(['提交了法律援助申请'])
  })

  it('another person’s same request id opens her own matter and reveals nothing', async () => {
    const county = await at(monday)
    const requestId = randomUUID()
    const hers = await county.api('bao', 'aid.submit', { ...wages(), requestId })
    const his = await county.api('wu', 'aid.submit', { ...wages(), requestId })
    expect(his.id).not.toBe(hers.id)
    expect(his.code).not.toBe(hers.code)
  })

  it('the same request id with another body is refused, and changes nothing', async () => {
    const county = await at(monday)
    const requestId = randomUUID()
    const { id } = await county.api('bao', 'aid.submit', { ...wages(), requestId })
    const { status, body } = await county.ask('bao', 'aid.submit', { ...wages({ story: '另一件事' }), requestId })
    expect([status, body]).toMatchObject([409, { refused: 'request.reused' }])
    expect((await county.api('bao', 'matter.get', { id })).detail.story).toBe('工地欠了我三个月的工资')
    // Its fields in another order are the same body.
    const reordered = Object.fromEntries(Object.entries(wages()).reverse()) as ReturnType<typeof wages>
    expect((await county.api('bao', 'aid.submit', { ...reordered, requestId })).id).toBe(id)
  })

  it('a report sent twice is one report; the same words with a new request id are two', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const act = acting(county, id)
    const reports = async () => story(await county.api('li', 'matter.get', { id })).filter((t) => t.includes('新进展'))
    const again = { id, change: true, text: '已立案', requestId: randomUUID() }
    await Promise.all(Array.from({ length: 5 }, () => county.api('li', 'aid.report', again)))
    expect(await reports()).toHaveLength(1)
    await act('li', 'aid.report', { change: true, text: '已立案' })
    expect(await reports()).toHaveLength(2)
  })
})

describe('two people at once', () => {
  it('two reviewers grant: one assigns, the other is told who was first and when', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await Promise.all(['gao', 'qin'].map((who) => county.tokenOf(who)))
    const answers = await Promise.all(['gao', 'qin'].map((who) => county.ask(who, 'aid.grant', { id })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = answers.find(({ status }) => status === 409)?.body
    const winner = answers[0]?.status === 200 ? '高审查' : '秦审查'
    expect(lost).toMatchObject({
      refused: 'matter.changed',
      message: `${winner} 在 今天 9:00 已经先办了这一步，请刷新看看。`,
      detail: { by: winner, at: '2026-10-12T09:00:00.000+08:00' },
    })
    expect(told(await county.demo.outbox(id))).toHaveLength(6)
  })

  it('whoever comes an hour later hears the same; the winner’s own repeat succeeds', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.grant', { id })
    await county.demo.advance('PT1H')
    const late = await county.ask('qin', 'aid.grant', { id, lawyer: 'wang', why: '我看他合适' })
    expect([late.status, late.body]).toMatchObject([409, { refused: 'matter.changed', detail: { by: '高审查' } }])
    expect((await county.ask('gao', 'aid.grant', { id })).status).toBe(200)
    expect(told(await county.demo.outbox(id))).toHaveLength(6)
  })

  it('a lawyer with room for one gets one of two matters granted at once; the other is escalated by name', async () => {
    const only = { ...li, lawyer: { ...li.lawyer, capacity: 1 } }
    const { gao, qin, bao, wu } = people
    const county = await at(monday, { county: countyOf({ people: [gao, qin, bao, wu, only] }) })
    const ids = await Promise.all(
      ['bao', 'wu', 'bao', 'wu'].map(async (who) => (await county.api(who, 'aid.submit', wages())).id),
    )
    const granted = await Promise.all(ids.map((id, n) => county.api(n % 2 ? 'qin' : 'gao', 'aid.grant', { id })))
    expect(granted.map(({ stage }) => stage).sort()).toEqual(['assigned', ...Array(3).fill('granted-unassigned')])
    for (const {
      stage,
      people: [responsible],
    } of granted)
      expect(responsible?.name).toBe(stage === 'assigned' ? '李律' : '高审查')
    const free = granted.find(({ stage }) => stage !== 'assigned')?.id ?? ''
    expect((await county.api('gao', 'aid.candidates', { id: free })).excluded).toMatchObject([{ rule: 'full' }])
  })

  it('a page that was read before somebody acted does not act on what it has not seen', async () => {
    const county = await at(monday)
    const { id, version } = await county.api('bao', 'aid.submit', wages())
    const stale = await county.ask('gao', 'aid.grant', { id, version: version - 1 })
    expect([stale.status, stale.body]).toMatchObject([409, { refused: 'matter.changed' }])
    const read = await county.api('gao', 'matter.get', { id })
    expect((await county.ask('gao', 'aid.grant', { id, version: read.version })).status).toBe(200)
  })

  it('the applicant withdraws while a reviewer grants: both are answered, and the lawyer is never left holding it', async () => {
    const county = await at(monday)
    for (let n = 0; n < 5; n++) {
      const { id } = await county.api('bao', 'aid.submit', wages())
      const [withdrawn, granted] = await Promise.all([
        county.ask('bao', 'aid.withdraw', { id }),
        county.ask('gao', 'aid.grant', { id }),
      ])
      expect(withdrawn.status).toBe(200)
      expect([200, 422]).toContain(granted.status)
      expect(await county.api('bao', 'matter.get', { id })).toMatchObject({
        stage: 'withdrawn',
        people: expect.any(Array),
      })
    }
    const { id } = await county.api('wu', 'aid.submit', wages())
    const { proposed } = await county.api('gao', 'aid.candidates', { id })
    expect(proposed[0]?.reasons).toContain('手上 0 件，最多 8 件')
  })
})

describe('a restart on the same folder', () => {
  it('keeps what was said, and answers the retry with the same matter and the same code', async () => {
    const county = await startServer({ now: monday, county: countyOf() })
    const requestId = randomUUID()
    const before = await county.api('bao', 'aid.submit', { ...wages(), requestId })
    await county.api('gao', 'aid.grant', { id: before.id })
    const outbox = await county.demo.outbox(before.id)
    await county.stop({ keep: true })

    const again = await at(monday, { folder: county.folder })
    const retried = await again.api('bao', 'aid.submit', { ...wages(), requestId })
    expect([retried.id, retried.code, retried.stage]).toEqual([before.id, before.code, 'assigned'])
    expect(await again.demo.outbox(before.id)).toEqual(outbox)
    expect((await again.api(undefined, 'matter.track', { code: before.code ?? '' })).stage).toBe('assigned')
    expect((await again.api('li', 'desk.list', { desk: 'lawyer' })).items).toMatchObject([{ id: before.id }])
  })

  it('resumes the product’s clock where it stood, and settles what fell due when time goes on', async () => {
    const county = await startServer({ now: '2026-09-30T23:58:00+08:00', county: countyOf() })
    const { id } = await county.api('bao', 'aid.submit', wages())
    const sent = (await county.demo.outbox(id)).length
    await county.demo.to('2026-10-01T00:05:00+08:00', false)
    await county.stop({ keep: true })
    const again = await at('2026-01-01T00:00:00+08:00', { folder: county.folder })
    expect(await again.demo.now()).toBe('2026-10-01T00:05:00.000+08:00')
    await again.demo.advance('PT0S')
    expect((await again.demo.outbox(id)).slice(sent)).toMatchObject([
      { template: 'clock.overdue', at: '2026-10-01T00:05:00.000+08:00', lateBy: 'PT5M' },
    ])
  })

  it('a clock that runs and was moved two days ahead is still two days ahead', async () => {
    const county = await startServer({ county: countyOf() })
    const moved = await county.demo.advance('PT48H')
    await county.stop({ keep: true })
    const again = await startServer({ folder: county.folder })
    const ahead = Date.parse(await again.demo.now()) - Date.parse(moved)
    await again.stop()
    expect(ahead).toBeGreaterThanOrEqual(0)
    expect(ahead).toBeLessThan(60_000)
  })
})
