import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/seeded'
import { ditch, type Reporting, reporting } from './bulletin-given'
import { walk } from './bulletin-walk'

/** Random days of a county, in which most of what is tried is refused: the bulletin beside a walk over the histories. */

const [east, south] = ['150524100200', '150524101200']
type Try = [who: string, action: string, input: object]
type Pick = <T>(of: readonly T[]) => T

const tries = (id: string, pick: Pick): Try => {
  const some: Try[] = [
    [
      'lu',
      'grievance.accept',
      { type: pick(['help', 'complaint', 'report']), handling: pick(['consult', 'quick', 'escalate']) },
    ],
    ['lu', 'grievance.sendBack', { items: ['哪一段渠'] }],
    ['bao', 'grievance.complete', { text: '从桥头到泵站', photos: [] }],
    ['lu', 'grievance.decline', { reason: 'litigation', channel: '法院' }],
    ['lu', 'grievance.reclassify', { handling: pick(['consult', 'quick']), why: '重新看过' }],
    ['lu', 'grievance.dispatch', { main: pick(['dept:water', 'dept:traffic', south]), why: '归它管', brief: '请核对' }],
    [pick(['shui', 'jiao', 'nan']), 'grievance.sign', {}],
    [pick(['shui', 'jiao', 'nan']), 'grievance.respond', { text: '正在看' }],
    [pick(['shui', 'jiao']), 'grievance.return', { why: '不归我们', basis: '三定方案' }],
    ['lu', 'grievance.ruleReturn', { decision: pick(['keep', 'move', 'force']), main: 'dept:water', why: '看过职责' }],
    ['nan', 'grievance.passUp', { why: '村里办不了' }],
    ['he', 'grievance.passUp', { why: '镇里办不了' }],
    [
      pick(['shui', 'jiao', 'nan', 'he', 'lu']),
      'grievance.resolve',
      { result: 'explained', text: '已经说明', photos: [] },
    ],
    [pick(['lu', 'mei']), 'grievance.check', { ok: true }],
    ['mei', 'grievance.check', { ok: false, why: '没说清' }],
    ['mei', 'grievance.callBack', { reached: true, satisfied: pick([true, false]), note: '打通' }],
    ['ye', 'grievance.callBack', { reached: false, note: '没人接' }],
    ['bao', 'grievance.rate', { stars: pick([1, 2, 3, 4, 5]) }],
    ['bao', 'grievance.object', { why: '没办好' }],
    ['dong', 'grievance.ruleObjection', { reopen: true, why: '重办' }],
    ['bao', 'grievance.withdraw', {}],
  ]
  const [who, action, input] = pick(some)
  return [who, action, { id, ...input }]
}

async function randomDays(g: Reporting, seed: number): Promise<string[]> {
  const random = seeded(seed)
  const pick: Pick = (of) => of[Math.floor(random() * of.length)] as (typeof of)[number]
  const ids: string[] = []
  for (let n = 0; n < 12; n++) {
    const said = { topic: n === 5 ? 'village-cadre' : 'water' }
    ids.push((await g.act('bao', 'grievance.submit', ditch(pick([east, south]), said))).id)
    g.pass(pick([1, 7, 16]))
  }
  for (let n = 0; n < 900; n++) {
    const [who, action, input] = tries(pick(ids), pick)
    await g.tried(who, action as never, input)
    g.pass(random() < 0.1 ? pick([20, 90, 300]) : 1)
  }
  return ids
}

const SHARES = ['accepted', 'responded', 'resolved', 'satisfied']
const COUNTS = ['overdue', 'returned', 'unreached', 'remind', 'urge']

describe('a month of random days', () => {
  it.each([1, 2, 3])(
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
      const { total } = await g.act('dong', 'figures.bulletin', { month: '2026-10' })
      expect([
        ...SHARES.map((what) => [what, total[what]?.n, total[what]?.of]),
        ...COUNTS.map((what) => [what, total[what]?.n]),
      ]).toEqual(found)
      // Something of it happened, or nothing was compared.
      expect(total.resolved?.of).toBeGreaterThan(0)
      expect(total.responded?.of).toBeGreaterThan(0)
    },
    60_000,
  )
})
