import { describe, expect, it } from 'vitest'
import { at, told, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const hyphened = (code: string) => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase()

describe('a query code', () => {
  it('tracks without signing in, however it is typed', async () => {
    const county = await at(monday)
    const { code = '' } = await county.api('bao', 'aid.submit', wages())
    for (const typed of [code, code.toLowerCase(), hyphened(code), ` ${code} `]) {
      const tracked = await county.api(undefined, 'matter.track', { code: typed })
      expect(tracked).toMatchObject({ stageText: '等审查', people: [{ name: '高审查', phone: '04750000001' }] })
    }
  })

  it('shows the stage, the clocks and who has it; never the applicant, the other side, the story or the id', async () => {
    const county = await at(monday)
    const { id, code = '' } = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.grant', { id })
    const tracked = await county.api(undefined, 'matter.track', { code })
    expect(Object.keys(tracked).sort()).toEqual(
      ['clocks', 'createdAt', 'kind', 'people', 'place', 'stage', 'stageText', 'title'].sort(),
    )
    expect(tracked.people).toMatchObject([{ name: '李律', org: '第一律师事务所', phone: '13900000001' }])
    expect(tracked.clocks.map(({ code }) => code)).toEqual([
      'aid.promise',
      'aid.decide',
      'aid.assign',
      'aid.contact',
      'aid.sign',
    ])
    expect(JSON.stringify(tracked)).not.toMatch(/包群众|建筑公司|工地欠了|0011/)
    expect(JSON.stringify(tracked)).not.toContain(id)
  })

  it('wrong five times from one place must wait, and is told how many seconds; the right one too', async () => {
    const county = await at(monday)
    const { code = '' } = await county.api('bao', 'aid.submit', wages())
    const track = async (code: string, who?: string) => (await county.ask(who, 'matter.track', { code })).status
    const wrong = () => track('0000-0000-00000')
    // A minute may end while we try; after that it starts again from nothing.
    const answers: number[] = []
    for (let n = 0; n < 12 && answers.at(-1) !== 429; n++) answers.push(await wrong())
    expect(answers.slice(0, 5)).toEqual([404, 404, 404, 404, 404])
    expect(answers.at(-1)).toBe(429)
    const { status, body } = await county.ask(undefined, 'matter.track', { code })
    expect(status).toBe(429)
    expect(body).toMatchObject({
      refused: 'throttle.wait',
      message: expect.stringMatching(/^试得太多了，请等 \d+ 秒再试。$/),
    })
    const seconds = 'refused' in body ? Number(body.detail?.seconds) : 0
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    // Somebody who has signed in is counted by herself.
    expect(await track(code, 'wu')).toBe(200)
  })

  it('right is never counted: whoever looks twenty times still looks', async () => {
    const county = await at(monday)
    const { code = '' } = await county.api('bao', 'aid.submit', wages())
    for (let n = 0; n < 20; n++) await county.api(undefined, 'matter.track', { code })
  })
})

describe('the applicant withdraws', () => {
  it('before anybody decided: clocks end cancelled, whoever would have reviewed it hears of it, once', async () => {
    const county = await at(monday)
    const { id, code = '' } = await county.api('bao', 'aid.submit', wages())
    const gone = await county.api('bao', 'aid.withdraw', { id, why: '工钱已经给了' })
    expect(gone).toMatchObject({ stageText: '已撤回', can: [], people: [] })
    expect(gone.clocks.map(({ outcome, word }) => [outcome, word])).toEqual(Array(2).fill(['cancelled', '不再计时']))
    await county.api('bao', 'aid.withdraw', { id, why: '工钱已经给了' })
    expect(told(await county.demo.outbox(id)).slice(2)).toEqual(['gao app aid.withdrawn'])
    expect((await county.api(undefined, 'matter.track', { code })).stageText).toBe('已撤回')
    const { status, body } = await county.ask('gao', 'aid.grant', { id })
    expect([status, body]).toMatchObject([422, { refused: 'aid.not-awaiting-review' }])
  })

  it('after a lawyer has it: he hears of it and has his place back; no clock of it ever comes due', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.grant', { id })
    await county.api('bao', 'aid.withdraw', { id })
    await county.demo.to('2027-01-20T00:00:00+08:00')
    expect(told(await county.demo.outbox(id)).slice(6)).toEqual(['li app aid.withdrawn'])
    const next = await county.api('wu', 'aid.submit', wages())
    const { proposed } = await county.api('gao', 'aid.candidates', { id: next.id })
    expect(proposed[0]).toMatchObject({ lawyer: 'li' })
    expect(proposed[0]?.reasons).toContain('手上 0 件，最多 8 件')
  })

  it('nobody else can, and nobody once it is closed', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    expect((await county.ask('wu', 'aid.withdraw', { id })).status).toBe(404)
    expect((await county.ask('gao', 'aid.withdraw', { id })).body).toMatchObject({
      refused: 'aid.not-yours-to-withdraw',
    })
    expect((await county.ask('li', 'aid.withdraw', { id })).status).toBe(403)
    await county.api('gao', 'aid.grant', { id })
    await county.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    await county.api('li', 'aid.take', { id })
    await county.api('li', 'aid.close', { id, result: 'settled', text: '双方和解' })
    const { status, body } = await county.ask('bao', 'aid.withdraw', { id })
    expect([status, body]).toMatchObject([422, { refused: 'aid.already-closed' }])
  })
})
