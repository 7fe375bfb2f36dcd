import { jobs } from '../cloudfunctions/clock/jobs'
import { cloudStore } from '../cloudfunctions/cloudbase/store'
import { bureau } from '../cloudfunctions/demo/bureau'
import { handle } from '../cloudfunctions/handle'
import type { World } from '../cloudfunctions/world'
import { startCloudBase } from '../tests/support/cloudbase'
import { benchWorld } from './world'

/**
 * What a person's usual sitting costs on the platform: calls of the function, and what the real SDK asks of the database
 * for them, counted at a server of its wire format. Nothing here is timed, so two runs print the same.
 * docs/handbook/配额与费用.md takes its numbers from this table.
 */
type Line = { who: string; what: string; calls: number; reads: number; writes: number; transactions: number }
type Input = Record<string, unknown>
type Value = { id: string; code: string; detail: { lawyer: { id: string } } }

async function county() {
  const cloud = await startCloudBase()
  let now = Date.parse('2026-10-12T09:00:00+08:00')
  let calls = 0
  const world = await benchWorld(cloudStore(cloud.settings), () => now)
  const lines: Line[] = []
  const asked = (names: string[]) => cloud.requests.filter(({ action }) => names.includes(action)).length
  return {
    world,
    lines,
    wait: (ms: number) => {
      now += ms
    },
    stop: cloud.stop,
    async send(person: string, action: string, input: Input = {}): Promise<Value> {
      calls += 1
      now += 20_000
      const who = { person, session: `of ${person}` }
      const full = { requestId: `session-${calls}-${action}`, ...input }
      const { status, reply } = await handle(world, action, full, who, { source: person, trace: 'bench' })
      if (!reply.ok) throw new Error(`${action} ${status} ${JSON.stringify(reply)}`)
      return reply.value as Value
    },
    async sitting<T>(who: string, what: string, work: () => Promise<T>): Promise<T> {
      cloud.requests.length = 0
      const before = calls
      const value = await work()
      lines.push({
        who,
        what,
        calls: calls - before,
        reads: asked(['database.getDocument', 'database.calculateDocument']),
        writes: asked(['database.insertDocument', 'database.modifyDocument', 'database.removeDocument']),
        transactions: asked(['database.startTransaction']),
      })
      return value
    },
  }
}

const holder = (role: string) => bureau.people.find(({ roles }) => roles?.[0]?.role === role)?.id ?? ''
const [resident, centre] = [holder('resident'), holder('centre')]
const application = {
  for: 'self',
  applicant: { name: '测试的人', phone: '13900009999' },
  where: { place: bureau.units.find(({ kind }) => kind === 'village')?.code ?? '' },
  matter: 'wages',
  story: '干了四个月活，工钱一直没给。',
  route: 'promise',
  parties: [{ role: 'opponent', name: '某工地' }],
}

const beat = async (world: World) => {
  for (const { run } of jobs) await run(world, Number.POSITIVE_INFINITY)
}

async function main() {
  const { send, sitting, wait, world, lines, stop } = await county()
  const { id, code } = await sitting('resident', 'opens, applies, looks at it', async () => {
    await send(resident, 'session.me')
    await send(resident, 'matter.list', { open: true })
    const matter = await send(resident, 'aid.submit', application)
    await send(resident, 'matter.get', { id: matter.id })
    return matter
  })
  await sitting('resident', 'opens, looks at her matter and messages', async () => {
    await send(resident, 'session.me')
    await send(resident, 'matter.list', { open: true })
    await send(resident, 'matter.get', { id })
    await send(resident, 'notice.list')
  })
  const lawyer = await sitting('centre', 'opens the desk, grants and assigns', async () => {
    await send(centre, 'session.me')
    await send(centre, 'desk.list', { desk: 'centre' })
    await send(centre, 'matter.get', { id })
    await send(centre, 'aid.candidates', { id })
    const granted = await send(centre, 'aid.grant', { id })
    await send(centre, 'desk.list', { desk: 'centre' })
    return granted.detail.lawyer.id
  })
  await sitting('lawyer', 'answers for conflicts, takes it, has called', async () => {
    await send(lawyer, 'session.me')
    await send(lawyer, 'desk.list', { desk: 'lawyer' })
    await send(lawyer, 'aid.conflictAnswer', { id, conflict: 'no' })
    await send(lawyer, 'aid.take', { id })
    await send(lawyer, 'matter.get', { id })
    await send(lawyer, 'aid.contacted', { id, how: 'call' })
  })
  await sitting('lawyer', 'opens, reports', async () => {
    await send(lawyer, 'session.me')
    await send(lawyer, 'desk.list', { desk: 'lawyer' })
    await send(lawyer, 'aid.report', { id, change: true, text: '和对方联系过了' })
  })
  await sitting('anybody', 'follows a query code', () => send('stranger', 'matter.track', { code }))
  // Once before: some of what the clock does it does only once in a county's life.
  await beat(world)
  await sitting('clock', 'a beat with nothing due', () => beat(world))
  wait(40 * 24 * 3_600_000)
  await sitting('clock', 'a beat with one matter due', () => beat(world))
  await stop()

  const head = ['who', 'what', 'calls', 'reads', 'writes', 'transactions']
  const rows = lines.map(({ who, what, calls, reads, writes, transactions }) =>
    [who, what, calls, reads, writes, transactions].map(String),
  )
  for (const row of [head, ...rows]) console.log(row.map((word, at) => word.padEnd(at === 1 ? 46 : 10)).join(''))
}

void main()
