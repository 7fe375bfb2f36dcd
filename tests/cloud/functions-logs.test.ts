import { describe, expect, it } from 'vitest'
import { application, type Given, openid, personOf } from './functions-given'
import { withHouse } from './with-house'

/** What the built functions write into the platform's log. */

const canaries = {
  name: '泄露甲',
  phone: '13712300001',
  idNumber: '11010519491231002X',
  story: '泄露乙的工钱没有给',
  party: '泄露丙',
  partyPhone: '13712300002',
  conflict: '泄露丁',
  note: '泄露戊',
  report: '泄露己开庭了',
  result: '泄露庚拿到了',
}
const c = canaries
const form = application(c.name, {
  applicant: { name: c.name, phone: c.phone, idNumber: c.idNumber },
  story: c.story,
  parties: [{ role: 'opponent', name: c.party, phone: c.partyPhone }],
})

const begun = withHouse()

const secrets = (g: Given) => [
  ...Object.values(canaries),
  ...['bao', 'gao', 'li', 'wu'].flatMap((name) => [openid(name), personOf(name)]),
  g.env.SECRET,
]
type Line = Record<string, unknown>
const read = (lines: string[]): Line[] => lines.map((line) => JSON.parse(line))

describe('the log of a function', () => {
  it('has one line of JSON for each call of a whole life, and nobody and nothing of it in them', async () => {
    const g = await begun()
    const api = await g.start('api')
    const clock = await g.start('clock', '2026-10-20T00:10:00.000+08:00')
    let id = ''
    let calls = 0
    const call = async (who: string | undefined, action: string, input: object) => {
      calls += 1
      const body = { ...input, requestId: `life-${calls}`, ...(id && { id }) }
      return api.call({ action, input: body }, who ? { openid: openid(who) } : {})
    }
    const must = async (who: string, action: string, input: object = {}) => {
      const reply = await call(who, action, input)
      if (!reply.ok) throw new Error(`${action} ${JSON.stringify(reply)}`)
      return reply.value as { id: string; code?: string }
    }
    const { id: matter, code } = await must('bao', 'aid.submit', form)
    id = matter
    await must('gao', 'aid.grant')
    await must('li', 'aid.conflictAnswer', { conflict: 'no', why: c.conflict })
    await must('li', 'aid.take')
    await must('li', 'aid.contacted', { how: 'call', note: c.note })
    await must('li', 'aid.report', { change: true, text: c.report })
    await must('li', 'aid.close', { result: 'mediated', text: c.result })
    await must('gao', 'aid.reviewClose', { ok: true })
    expect(await call(undefined, 'matter.track', { code })).toMatchObject({ ok: true })
    // And what goes wrong: a stranger, a form full of mistakes, an action that is somebody's name.
    expect(await call('wu', 'matter.get', {})).toMatchObject({ ok: false })
    expect(await call('bao', 'aid.submit', { ...form, route: c.name, for: c.phone })).toMatchObject({ ok: false })
    expect(await call('bao', c.name, {})).toMatchObject({ refused: 'action.not-found' })
    const beat = await clock.beat()
    expect(beat).toMatchObject({ ok: true })

    const lines = [...read(api.lines()), ...read(clock.lines())]
    expect(lines).toHaveLength(calls + 1)
    for (const line of lines)
      expect(line).toMatchObject({
        at: expect.stringMatching(/^2026-10-\d\dT/),
        level: 'info',
        trace: expect.stringMatching(/^[0-9a-f-]{36}$/),
        action: expect.stringMatching(/^[a-zA-Z.]+$/),
        ms: expect.any(Number),
        status: expect.any(Number),
      })
    expect(lines.map(({ action, status }) => `${action} ${status}`)).toEqual(
      expect.arrayContaining(['aid.submit 200', 'matter.get 404', 'aid.submit 400', 'unknown 404', 'clock 200']),
    )
    expect(new Set(lines.map(({ trace }) => trace)).size).toBe(lines.length)
    const all = [...api.lines(), ...clock.lines()].join('\n')
    expect(all).not.toContain(String(code))
    for (const secret of secrets(g)) expect(all).not.toContain(secret)
  })

  it('tells where a call broke under the trace that the person is shown, and quotes nothing', async () => {
    const g = await begun()
    const { id } = await g.ask('bao', 'aid.submit', form)
    // The matter of another one under this one's id: the seal does not open.
    const [mine] = (await g.world.store.list('matters', { index: 'byWake', where: {}, limit: 1 })).docs
    if (!mine) throw new Error('no matter')
    const body = JSON.parse(mine.body)
    body.state.personal = `${String(body.state.personal).slice(0, -4)}AAAA`
    await g.world.store.save([{ collection: 'matters', ...mine, expected: mine.version, body: JSON.stringify(body) }])
    const api = await g.start('api')
    const answer = await api.call({ action: 'matter.get', input: { id } }, { openid: openid('bao') })
    expect(answer).toMatchObject({ ok: false, fault: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const lines = read(api.lines())
    expect(lines).toMatchObject([
      { level: 'error', what: 'matter.get', trace: answer.fault, where: expect.stringContaining('index.js') },
      { level: 'error', action: 'matter.get', trace: answer.fault, status: 500, refused: 'fault' },
    ])
    for (const secret of secrets(g)) expect(api.lines().join('\n')).not.toContain(secret)
  })
})
