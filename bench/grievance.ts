import { grievance } from '@/domain/grievance'
import type { Grievance, GrievanceCommand, GrievanceState } from '@/domain/grievance-types'
import { after, DAY } from '@/domain/time'
import { circumstances, findPlace } from '../cloudfunctions/circumstances'
import { commandAt } from '../cloudfunctions/command-seat'
import { bureau } from '../cloudfunctions/demo/bureau'
import { append, matterWrite } from '../cloudfunctions/matter-document'
import { codeOf, codeWrite } from '../cloudfunctions/query-code'
import { sweep } from '../cloudfunctions/sweep'
import type { World } from '../cloudfunctions/world'
import { asked, compare, measure, type Timed } from './metered'

/**
 * What people report, from the first word to the end, beside 1,000 and 100,000 reports that lie open (others by
 * `npm run bench:grievance -- 1000000`): store operations, which must be equal, and median times.
 */
const given = process.argv.slice(2).map(Number)
const SIZES = given.length > 0 ? [1000, ...given] : [1000, 100_000]
const START = Date.parse('2026-10-12T09:00:00+08:00')

const who = (role: string, nth = 0) =>
  bureau.people.filter(({ roles }) => roles?.some((held) => held.role === role))[nth]?.id ?? ''
const [RESIDENT, ONE, OTHER, SUPERVISOR] = [who('resident'), who('command'), who('command', 1), who('supervisor')]
const UNIT = 'dept:land'
const CLERK = 'dept-land'
const VILLAGE = bureau.units.find(({ kind }) => kind === 'village')?.code ?? ''
const report = { topic: 'water', place: VILLAGE, text: '村西那条水渠从桥头到泵站都淤了', anonymity: 'none' as const }

/** One report: accepted, dispatched, answered, resolved, checked, called back, rated. */
async function oneLife(world: World, round: number, timed: Timed) {
  let id = ''
  const send = async (person: string, action: string, input: object = {}) => {
    const requestId = `bench-${round}-${action}-${Math.random().toString(36).slice(2)}`
    const ask = { requestId, ...(id && { id }), ...input }
    return timed(action, () => asked<{ id: string }>(world, person, action, ask))
  }
  id = (await send(RESIDENT, 'grievance.submit', report)).id
  await send(ONE, 'desk.list', { desk: 'command' })
  await send(ONE, 'matter.get')
  await send(ONE, 'grievance.accept', { type: 'help', handling: 'quick' })
  await send(ONE, 'grievance.dispatch', { main: UNIT, why: '归它管' })
  await send(CLERK, 'grievance.sign')
  await send(CLERK, 'grievance.respond', { text: '明天上午去看' })
  await send(CLERK, 'grievance.resolve', { result: 'explained', text: `清淤的安排说清楚了，第${round}段`, photos: [] })
  await send(ONE, 'grievance.check', { ok: true })
  await send(OTHER, 'grievance.callBack', { reached: true, satisfied: true, note: '打通了' })
  await send(RESIDENT, 'grievance.rate', { stars: 5 })
  await send(SUPERVISOR, 'matter.get')
  await timed('sweep, nothing due', () => sweep(world))
}

/** Accepted reports of many people, decided by the real decider and written as the pipeline writes them. */
async function fill(world: World, size: number): Promise<void> {
  const now = world.clock.now()
  const actor = { id: ONE, name: '', role: 'command' as const }
  const { duty, rota, ...known } = await circumstances(world, actor, now)
  const command = await commandAt(world, { now, rota })
  const place = await findPlace(world, VILLAGE)
  if (!duty || !command || !place) throw new Error('the bench needs a duty seat, a command seat and a village')
  // As long as it takes: nobody's shift ends while the others are measured.
  const circumstance = { ...known, duty, command: { ...command, until: after(now, DAY) } }
  for (let done = 0; done < size; done += 10) {
    const writes = Array.from({ length: Math.min(10, size - done) }, (_, n) => {
      const id = `grievance:filled${String(done + n).padStart(12, '0')}`
      const commands: GrievanceCommand[] = [
        {
          type: 'SubmitGrievance',
          place,
          topic: 'water',
          anonymity: 'none',
          photos: [],
          tell: ['person'],
          owner: `filler${(done + n) % 5000}`,
          personal: { text: report.text, reporter: {} },
        },
        { type: 'AcceptGrievance', as: 'help', handling: 'quick' },
      ]
      let state: GrievanceState = grievance.initial
      const events = commands.flatMap((each) => {
        const decided = grievance.decide(state, each, circumstance)
        if (!Array.isArray(decided)) throw new Error(decided.refused)
        state = decided.reduce<GrievanceState>(grievance.evolve, state)
        return decided
      })
      const opened = { id, version: 0, state: state as Grievance, events: [], seq: 0, revision: 1, head: '', seen: [] }
      const { matter } = append({ ...opened, outbox: [] }, events, opened.state, world.seal)
      return [matterWrite(matter, world, world.policy), codeWrite(world, id, codeOf(world, id, 'filler'))]
    }).flat()
    await world.store.save(writes)
  }
}

void compare(SIZES, (size) => measure(size, START, { fill, live: oneLife }))
