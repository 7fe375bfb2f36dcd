import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/seeded'
import { sweep } from '../../cloudfunctions/sweep'
import { ditch, type Reporting, reporting } from './bulletin-given'
import { walk } from './bulletin-walk'

/** Random days of a county, in which most of what is tried is refused: the bulletin beside a walk over the histories. */

const [east, south] = ['150524100200', '150524101200']
type Try = [who: string, action: string, input: object]
type Pick = <T>(of: readonly T[]) => T

const result = { result: 'explained', text: '已经说明', photos: [] }
const rung = { reached: true, note: '打通' }
const dispatch = (pick: Pick): Try => [
  'lu',
  'grievance.dispatch',
  { main: pick(['dept:water', 'dept:traffic', south]), why: '归它管', brief: '请核对' },
]
const UNITS = ['shui', 'jiao', 'nan', 'he']
/** What is sensible at a stage; the unit that doesn't have it tries too, and is refused. */
const SENSIBLE: Record<string, (pick: Pick) => Try[]> = {
  submitted: (pick) => [
    ...(['consult', 'quick', 'escalate'] as const).map(
      (handling): Try => ['lu', 'grievance.accept', { type: pick(['help', 'help', 'report']), handling }],
    ),
    ['lu', 'grievance.sendBack', { items: ['哪一段渠'] }],
    ['lu', 'grievance.decline', { reason: 'litigation', channel: '法院' }],
  ],
  incomplete: () => [['bao', 'grievance.complete', { text: '从桥头到泵站', photos: [] }]],
  accepted: (pick) => [
    dispatch(pick),
    dispatch(pick),
    ['lu', 'grievance.reclassify', { handling: pick(['consult', 'quick']), why: '重新看过' }],
  ],
  dispatched: (pick) => [
    ...UNITS.map((who): Try => [who, 'grievance.sign', {}]),
    [pick(['shui', 'jiao']), 'grievance.return', { why: '不归我们', basis: '三定方案' }],
  ],
  reopened: (pick) => [dispatch(pick)],
  'passed-up': (pick) => [dispatch(pick), ['he', 'grievance.sign', {}], ['he', 'grievance.sign', {}]],
  returned: (pick) => [
    ['lu', 'grievance.ruleReturn', { decision: pick(['keep', 'force']), why: '看过职责' }],
    ['lu', 'grievance.ruleReturn', { decision: 'move', main: 'dept:water', why: '看过职责' }],
  ],
  'in-hand': (pick) => [
    ...UNITS.map((who): Try => [who, 'grievance.respond', { text: '正在看' }]),
    ...UNITS.map((who): Try => [who, 'grievance.resolve', result]),
    [pick(['nan', 'he']), 'grievance.passUp', { why: '这里办不了' }],
  ],
  resolved: (pick) => [
    ['mei', 'grievance.check', { ok: true }],
    ['mei', 'grievance.check', pick([{ ok: true }, { ok: false, why: '没说清' }])],
  ],
  checked: (pick) => [
    ['mei', 'grievance.callBack', { ...rung, satisfied: pick([true, false]) }],
    ['ye', 'grievance.callBack', { reached: false, note: '没人接' }],
  ],
  closed: (pick) => [
    ['bao', 'grievance.rate', { stars: pick([1, 2, 3, 4, 5]) }],
    ['bao', 'grievance.object', { why: '没办好' }],
    ['dong', 'grievance.ruleObjection', { reopen: true, why: '重办' }],
  ],
}
const WITHDRAW: Try = ['bao', 'grievance.withdraw', {}]

async function randomDays(g: Reporting, seed: number): Promise<string[]> {
  const random = seeded(seed)
  const pick: Pick = (of) => of[Math.floor(random() * of.length)] as (typeof of)[number]
  const ids: string[] = []
  for (let n = 0; n < 400; n++) {
    if (n % 20 === 0) {
      const said = { topic: n === 100 ? 'village-cadre' : 'water' }
      ids.push((await g.act('bao', 'grievance.submit', ditch(pick([east, south]), said))).id)
    }
    const id = pick(ids.slice(-6))
    const { stage } = (await g.opened(id)).state
    const of = SENSIBLE[random() < 0.9 ? stage : pick(Object.keys(SENSIBLE))]?.(pick) ?? [['he', 'grievance.sign', {}]]
    const [who, action, input] = random() < 0.02 ? WITHDRAW : pick<Try>(of)
    await g.tried(who, action as never, { id, ...input })
    g.pass(random() < 0.04 ? pick([20, 90, 600]) : 1)
    if (n % 40 === 0) await sweep(g.world)
  }
  return ids
}

const SHARES = ['accepted', 'responded', 'resolved', 'satisfied']
const COUNTS = ['overdue', 'returned', 'unreached', 'remind', 'urge']

describe('a month of random days', () => {
  it.each([2, 3])(
    'counts from facts what a walk over the histories finds (%i)',
    async (seed) => {
      const g = await reporting('2026-10-09T08:00:00.000+08:00')
      const ids = await randomDays(g, seed)
      const walked = await Promise.all(ids.map(async (id) => walk(await g.history(id), g.now())))
      const shares = ['accepted', 'responded', 'resolved'].map((promised) => {
        const of = walked.filter(({ missed, kept }) => missed.has(promised) || kept.has(promised))
        return [promised, of.filter(({ missed }) => !missed.has(promised)).length, of.length]
      })
      const asked = walked.filter(({ satisfied }) => satisfied !== undefined)
      const found = [
        ...shares,
        ['satisfied', asked.filter(({ satisfied }) => satisfied).length, asked.length],
        [
          'overdue',
          walked.filter(({ missed }) => ['passed', 'responded', 'resolved'].some((each) => missed.has(each))).length,
        ],
        ...['returned', 'unreached', 'remind', 'urge'].map((step) => [
          step,
          walked.filter(({ steps }) => steps.has(step)).length,
        ]),
      ]
      const { total, rows } = await g.act('dong', 'figures.bulletin', { month: '2026-10' })
      expect([
        ...SHARES.map((what) => [what, total[what]?.n, total[what]?.of]),
        ...COUNTS.map((what) => [what, total[what]?.n]),
      ]).toEqual(found)
      const had = [...new Set(walked.flatMap(({ units }) => [...units]))].sort()
      const ofUnits = rows.filter(({ unit }) => unit.level !== 'banner')
      expect(ofUnits.map(({ unit, numbers }) => [unit.code, numbers.held?.n]).sort()).toEqual(
        had.map((code) => [code, walked.filter(({ units }) => units.has(code)).length]),
      )
      expect(had.length).toBeGreaterThan(2)
      // Of nothing nothing would be compared.
      for (const what of SHARES) expect([what, (total[what]?.of ?? 0) > 0]).toEqual([what, true])
      for (const what of ['accepted', 'responded', 'resolved'])
        expect([what, (total[what]?.n ?? 0) > 0]).toEqual([what, true])
      for (const what of ['overdue', 'returned', 'remind', 'urge'])
        expect([what, (total[what]?.n ?? 0) > 0]).toEqual([what, true])
    },
    60_000,
  )
})
