import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ActionName, actions, desks } from '@/contract/actions'
import type { Role } from '@/domain/decider'
import { mayEver } from '@/domain/permission'
import { refusalCodes } from '@/words/refusals'
import { handle } from '../../cloudfunctions/handle'
import { application, breath, reach, value, world } from '../given-world'

const INPUTS = 20_000
const names = Object.keys(actions) as ActionName[]
const roleOf: Record<string, Role> = {
  bao: 'resident',
  wu: 'resident',
  li: 'lawyer',
  he: 'lawyer',
  gao: 'centre',
  ma: 'centre',
  sun: 'supervisor',
  mei: 'village',
  zhou: 'organisation',
  tong: 'town',
  ke: 'department',
  kong: 'command',
  guan: 'admin',
}
// Everybody tries everything, and those whose role has an action try it more often: they get further in.
const tries = names.flatMap((action) => {
  const all = [...Object.keys(roleOf), 'nobody', undefined].map((person) => ({ action, person }))
  const allowed = all.filter(({ person }) => mayEver(action, roleOf[person ?? ''] ?? 'visitor'))
  return [...all, ...allowed, ...allowed, ...allowed, ...allowed]
})

const odd = fc.constantFrom<unknown>(
  '',
  ' ',
  '0',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\ud800',
  '\u202e',
  '🐎',
  '%00',
  '../..',
  'NaN',
  '9'.repeat(300),
  -1,
  0,
  1,
  1.5,
  1e308,
  -0,
  Number.MAX_SAFE_INTEGER,
  null,
  true,
  false,
  [],
  {},
  [[]],
  { $gt: '' },
  { $where: 'sleep(1)' },
  { length: 5 },
  '9999-12-31T00:00:00.000+08:00',
  '1000-01-01T00:00:00.000+08:00',
  '0001-01-01',
  '2026-09-30T10:00:00Z',
  '2030-02-03T04:05:06+14:59',
  'f_0123456789abcdef',
  'foo:12345678',
  'aid:AAAAAAAAAAAAAAAA',
  'WyJ4Il0',
  'bnVsbA',
  'li',
  'gao',
  '150524100200',
  'centre-duty',
)
const json = fc.oneof({ weight: 3, arbitrary: odd }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) })
/** A key that the contract knows somewhere, or any other. */
const fields = [...new Set(names.flatMap((name) => Object.keys(actions[name].input.entries)))]
const key = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...fields) }, { weight: 1, arbitrary: fc.string() })

// Whoever acts in another role does so in a session of her own, or soon everybody would be a resident.
const sessionFor = (action: string) => (action === 'session.actAs' ? 'acting' : 'plain')

describe('whatever anybody sends to any action', () => {
  it(`is answered, never by a fault, in ${INPUTS} inputs`, async () => {
    const w = await world()
    const ids = [
      await reach(w, 'in-hand'),
      await reach(w, 'asked'),
      await reach(w, 'closing'),
      await reach(w, 'submitted'),
      await reach(w, 'closed'),
    ]
    const beside = async (who: string, action: string, input: object) => {
      const id = await reach(w, 'submitted')
      value(await w.as(who)(action, { id, ...input }))
      ids.push(id)
    }
    await beside('gao', 'aid.supplementList', { items: [{ key: 'id', text: '身份证' }] })
    await beside('gao', 'aid.refuse', { article: '31-5', why: '不属于' })
    const whole: Record<string, unknown> = {
      ...application({
        parties: [{ role: 'third', name: '甲', idNumber: '11010519491231002X' }],
        income: { monthly: 1 },
      }),
      forwarded: {
        consent: { kind: 'witness', name: '丁' },
        tell: ['helper'],
        kin: { name: '弟', phone: '13700000001' },
      },
      id: ids[0],
      requestId: 'fuzzed-1',
      role: 'resident',
      village: '150524100200',
      seat: 'centre-duty',
      ids: ['x'],
      code: '0000000000000',
      desk: 'centre',
      conflict: 'no',
      how: 'call',
      change: true,
      text: '字',
      result: 'other',
      ok: true,
      why: '因',
      article: '31-5',
      to: 'ma',
      lawyer: 'tao',
      stars: 2,
      reached: true,
      note: '说了',
      call: '说了',
      count: 2,
      elsewhere: '沈阳',
      source: 'counter',
      happened: '2026-06-01',
      items: [{ key: 'id', text: '身份证' }],
    }
    // A well-formed input with some fields replaced gets deeper than noise does.
    const bent = fc.record({
      changes: fc.array(fc.tuple(key, json), { maxLength: 3 }),
      id: fc.constantFrom(...ids),
      desk: fc.constantFrom(...desks),
      request: fc.nat(400),
    })
    const input = fc.oneof(
      {
        weight: 6,
        arbitrary: bent.map(({ changes, id, desk, request }) => ({
          ...whole,
          id,
          desk,
          requestId: `fuzzed-${request}`,
          ...Object.fromEntries(changes),
        })),
      },
      { weight: 1, arbitrary: fc.dictionary(key, json) },
      { weight: 1, arbitrary: json },
    )
    let sent = 0
    const seen = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tries), input, async ({ action, person }, body) => {
        sent += 1
        await breath()
        const { status, reply } = await handle(
          w.world,
          action,
          body,
          person ? { person, session: sessionFor(action) } : undefined,
          {
            source: 'x',
            trace: 't',
          },
        )
        seen.set(status, (seen.get(status) ?? 0) + 1)
        if (status === 500) throw new Error(JSON.stringify(w.logs.at(-1)))
        if (reply.ok) return
        if ('refused' in reply) expect(refusalCodes).toContain(reply.refused)
        if ('invalid' in reply)
          for (const { code, message } of reply.invalid)
            expect(message.endsWith('：填的不对'), code).toBe(code === 'wrong-type')
        if (sent % 500 === 0) w.advance(3_600_000)
      }),
      { numRuns: INPUTS, endOnFailure: true },
    )
    expect(sent).toBeGreaterThanOrEqual(INPUTS)
    // The fuzz has teeth: it came all the way through as often as it was turned away.
    for (const status of [200, 400, 401, 403, 404, 409, 422])
      expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(20)
  })
})
