import type { Candidates, MatterView, Reply } from '@/contract/views'
import type { Role } from '@/domain/decider'
import type { LawyerCard } from '@/domain/lawyer-card'
import { after } from '@/domain/time'
import { loadCounty } from '../cloudfunctions/county'
import { facts } from '../cloudfunctions/facts'
import { type Answer, handle } from '../cloudfunctions/handle'
import { memoryStore, type Pause } from '../cloudfunctions/memory/store'
import { readNotice } from '../cloudfunctions/outbox'
import { fontIn } from '../cloudfunctions/paper-font'
import { soundOfName } from '../cloudfunctions/pinyin'
import type { Doc, Store, Write } from '../cloudfunctions/ports'
import { sealer } from '../cloudfunctions/seal'
import { sweep } from '../cloudfunctions/sweep'
import type { World } from '../cloudfunctions/world'
import { t } from './domain/clock-given'

/** A small county in a world on the memory store, with a clock that stands until it is set. */

const lawyer = (more: object = {}) => ({
  licence: 'practising',
  since: '2015-03-01',
  subjects: ['labour', 'family'],
  capacity: 8,
  towns: ['150524100'],
  advises: [],
  ...more,
})
const holds = (role: Role, unit?: string) => ({ role, ...(unit && { unit }) })

/** A banner, two towns, three villages, two firms; `li` fits best, then `he`, then `tao`; `yin` is a notary. */
export function county(lawyers: Record<'li' | 'he' | 'tao', object> = { li: {}, he: {}, tao: {} }) {
  const legal = (code: string) => ({ parents: { legal: code, grievance: code } })
  return {
    units: [
      { code: '150524', kind: 'banner', name: '示例旗' },
      { code: '150524100', kind: 'town', name: '甲镇', ...legal('150524') },
      { code: '150524101', kind: 'town', name: '乙镇', ...legal('150524') },
      { code: '150524100200', kind: 'village', name: '东嘎查', ...legal('150524100') },
      { code: '150524100201', kind: 'village', name: '西嘎查', ...legal('150524100') },
      { code: '150524101200', kind: 'village', name: '南嘎查', ...legal('150524101') },
      { code: 'firm:1', kind: 'organisation', name: '甲律师事务所' },
      { code: 'firm:2', kind: 'organisation', name: '乙法律服务所' },
      { code: 'dept:land', kind: 'department', name: '自然资源局' },
    ],
    people: [
      { id: 'gao', name: '高审查', roles: [holds('centre')] },
      { id: 'ma', name: '马审查', roles: [holds('centre')] },
      { id: 'sun', name: '孙督查', roles: [holds('supervisor')] },
      { id: 'zhou', name: '周主任', roles: [holds('organisation', 'firm:1')] },
      { id: 'qin', name: '秦主任', roles: [holds('organisation', 'firm:2')] },
      {
        id: 'li',
        name: '李律师',
        phone: '13900000001',
        languages: ['zh', 'mn'],
        roles: [holds('lawyer', 'firm:1')],
        lawyer: lawyer(lawyers.li),
      },
      {
        id: 'he',
        name: '何律师',
        languages: ['zh'],
        roles: [holds('lawyer', 'firm:2')],
        lawyer: lawyer({ licence: 'grassroots', towns: ['150524101'], ...lawyers.he }),
      },
      {
        id: 'tao',
        name: '陶律师',
        languages: ['zh'],
        roles: [holds('lawyer', 'firm:1')],
        lawyer: lawyer({ towns: [], subjects: ['land'], ...lawyers.tao }),
      },
      { id: 'yin', name: '尹公证', roles: [holds('lawyer')], lawyer: lawyer({ licence: 'notary' }) },
      { id: 'bao', name: '包群众', phone: '13900000002', roles: [holds('resident')] },
      { id: 'wu', name: '吴群众', roles: [holds('resident')] },
      { id: 'mei', name: '梅书记', roles: [holds('village', '150524100200')] },
      { id: 'nan', name: '南书记', roles: [holds('village', '150524101200')] },
      { id: 'ding', name: '丁明白', roles: [holds('guide', '150524100200')] },
      { id: 'tong', name: '佟所长', roles: [holds('town', '150524100')] },
      { id: 'ke', name: '柯科员', roles: [holds('department', 'dept:land')] },
      { id: 'kong', name: '孔调度', roles: [holds('command')] },
      { id: 'guan', name: '关管理', roles: [holds('admin')] },
    ],
    seats: [{ id: 'centre-duty', kind: 'centre' }],
    layers: [
      { seat: 'centre-duty', people: ['gao'], every: 'day', handover: '08:00', anchor: '2026-09-01', priority: 1 },
    ],
  }
}
/** The same county with people on duty: `li` in the town's seat, whoever is named on the hotline. */
export function onDuty(...hotline: string[]) {
  const base = county()
  const turn = { every: 'day', handover: '08:00', anchor: '2026-09-01', priority: 1 }
  const seats = [
    ...base.seats,
    { id: 'town:150524100', kind: 'town', unit: '150524100' },
    { id: 'hot', kind: 'hotline', minimum: hotline.length },
  ]
  const layers = [
    ...base.layers,
    { seat: 'town:150524100', people: ['li'], ...turn },
    ...hotline.map((person) => ({ seat: 'hot', people: [person], ...turn })),
  ]
  return { ...base, seats, layers }
}
/** A county whose lawyers are all full. */
export const nobodyFree = () => county({ li: { capacity: 0 }, he: { capacity: 0 }, tao: { capacity: 0 } })

/** What a person sends who was not paid. */
export const application = (more: object = {}) => ({
  for: 'self',
  applicant: { name: '包某', phone: '13812345678' },
  where: { place: '150524100200' },
  matter: 'wages',
  story: '干了三个月，工钱一直没给',
  route: 'promise',
  ...more,
})

// The pipeline on the memory store.

let calls = 0
/**
 * Nothing in a world of memory ever waits, so a file of many calls would never let its process answer the runner, who
 * gives up on it after a minute.
 */
export function breath(): Promise<unknown> | undefined {
  calls += 1
  return calls % 100 === 0 ? new Promise((done) => setImmediate(done)) : undefined
}

// Its keys take longer to make than a world, and it holds nothing else.
const seal = sealer([{ id: 'k1', secret: 'a secret that only the tests know, 32+' }])

export type Stored = Write & { version: number }
export type As = (action: string, input?: object) => Promise<Answer>

export async function world(options: { at?: string; county?: object; from?: Stored[] } = {}) {
  let now = t(options.at ?? '2026-09-30 10:00')
  let requests = options.from ? 1000 : 0
  const hooks: { pause?: Pause } = {}
  const logs: object[] = []
  const base = memoryStore({ pause: async (point) => hooks.pause?.(point) })
  const named = new Map<string, { collection: string; id: string }>()
  let touched = false
  const store: Store = {
    ...base,
    save: (writes) => {
      touched = true
      for (const { collection, id } of writes) named.set(`${collection}/${id}`, { collection, id })
      return base.save(writes)
    },
  }
  const files = new Map<string, Uint8Array>()
  const it: World = {
    store,
    seal,
    clock: { now: () => now, wall: () => Date.parse(now) },
    files: {
      put: async (id, bytes) => void files.set(id, bytes),
      get: async (id) => files.get(id),
      remove: async (id) => void files.delete(id),
      size: async (id) => files.get(id)?.byteLength,
    },
    font: fontIn(import.meta.dirname),
    soundOfName,
    log: (line) => void logs.push(line),
    ...facts,
  }
  const origin = { source: 'here', trace: 'trace-1' }
  const tools = {
    world: it,
    store,
    logs,
    hooks,
    set: (text: string) => {
      now = t(text)
    },
    advance: (ms: number) => {
      now = after(now, ms)
    },
    now: () => now,
    /** `as('bao')('aid.submit', application())`; without a requestId each call gets a new one. */
    as:
      (person: string | undefined): As =>
      async (action, input = {}) => {
        requests += 1
        const body = { requestId: `request-${requests}`, ...input }
        const pause = breath()
        // Whoever races calls is left the order in which he began them.
        if (pause) await pause
        return handle(it, action, body, person ? { person, session: `s:${person}` } : undefined, origin)
      },
    sweep: () => sweep(it),
    /** Whether anybody has tried to save anything since it was made. */
    touched: () => touched,
    /** Every document there is, read past the hooks. */
    docs: async (collection?: string): Promise<Stored[]> => {
      const { pause } = hooks
      hooks.pause = undefined
      const wanted = [...named.values()].filter((place) => !collection || place.collection === collection)
      const found = await Promise.all(wanted.map((place) => base.get(place.collection, place.id)))
      hooks.pause = pause
      return wanted.flatMap(({ collection }, n) => {
        const doc = found[n]
        return doc ? [{ collection, expected: doc.version - 1, ...doc }] : []
      })
    },
    /** What was told: to whom, by which template, on which channel; in a fixed order. */
    told: async (): Promise<string[]> => {
      const docs = await tools.docs('notices')
      return docs
        .map((doc) => readNotice(it, doc as Doc))
        .map(({ to, template, channel }) => `${to} ${template} ${channel}`)
        .sort()
    },
    card: async (person: string): Promise<LawyerCard> =>
      JSON.parse((await tools.docs('lawyers')).find(({ id }) => id === `lawyer:${person}`)?.body ?? '{}'),
  }
  if (options.from) {
    for (let n = 0; n < options.from.length; n += 20) {
      const some = options.from.slice(n, n + 20)
      await store.save(some.map(({ collection, id, keys, body }) => ({ collection, id, keys, body, expected: 0 })))
    }
  } else {
    const loaded = await loadCounty(it, options.county ?? county())
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  }
  touched = false
  return tools
}
export type Given = Awaited<ReturnType<typeof world>>

export function value<T = MatterView>({ reply }: Answer): T {
  const said = reply as Reply<T>
  if (!said.ok) throw new Error(JSON.stringify(said))
  return said.value
}
export const candidates = (answer: Answer) => value<Candidates>(answer)
/** What a refusal says, with its status. */
export function no({ status, reply }: Answer) {
  if (reply.ok) throw new Error('not refused')
  if ('refused' in reply) return { status, refused: reply.refused, ...(reply.detail && { detail: reply.detail }) }
  return 'invalid' in reply
    ? { status, invalid: reply.invalid.map(({ field, code }) => `${field} ${code}`) }
    : { status }
}

/** How far a matter has come; `asked` and `clear`: before and after the lawyer's answer about conflicts. */
export const steps = ['submitted', 'asked', 'clear', 'in-hand', 'closing', 'closed', 'withdrawn'] as const
export type Step = (typeof steps)[number]
/** `bao` applies, `gao` grants, `li` works: as far as the step. */
export async function reach({ as }: Given, step: Step, form: object = application()): Promise<string> {
  const { id } = value(await as('bao')('aid.submit', form))
  const path: [Step, string, string, object][] = [
    ['asked', 'gao', 'aid.grant', {}],
    ['clear', 'li', 'aid.conflictAnswer', { conflict: 'no' }],
    ['in-hand', 'li', 'aid.take', {}],
    ['closing', 'li', 'aid.close', { result: 'mediated', text: '工钱要回来了' }],
    ['closed', 'gao', 'aid.reviewClose', { ok: true }],
  ]
  if (step === 'withdrawn') value(await as('bao')('aid.withdraw', { id }))
  else
    for (const [, who, action, input] of path.slice(0, steps.indexOf(step)))
      value(await as(who)(action, { id, ...input }))
  return id
}
