import { aid } from '@/domain/aid'
import type { Aid, AidState } from '@/domain/aid-types'
import { circumstances, findPlace } from '../cloudfunctions/circumstances'
import { bureau } from '../cloudfunctions/demo/bureau'
import { append, matterWrite } from '../cloudfunctions/matter-document'
import { codeOf, codeWrite } from '../cloudfunctions/query-code'
import { sweep } from '../cloudfunctions/sweep'
import type { World } from '../cloudfunctions/world'
import { asked, compare, measure, type Timed } from './metered'

/**
 * What each action costs at 1,000 and at 100,000 open matters on the embedded store: store operations (which must be
 * equal) and the median time (which is only told: it depends on the machine). Exits 1 where the operations differ.
 */
const SIZES = (process.env.SIZES ?? '1000,100000').split(',').map(Number)
const START = Date.parse('2026-10-12T09:00:00+08:00')

type Send = (
  person: string,
  action: string,
  input: Record<string, unknown>,
) => Promise<Record<string, never> & { id: string; code: string }>

/** One application from the first word to the closed file, each action timed. */
async function oneLife(world: World, round: number, timed: Timed) {
  let lawyer = ''
  const send: Send = (person, action, input) =>
    timed(action, () => {
      const requestId = `bench-${round}-${action}-${Math.random().toString(36).slice(2)}`
      return asked(world, person, action, { requestId, ...input })
    })
  const matter = await send(RESIDENT, 'aid.submit', application)
  await send(RESIDENT, 'matter.get', { id: matter.id })
  await send(RESIDENT, 'matter.list', { open: true })
  await send(RESIDENT, 'matter.track', { code: matter.code })
  await send(CENTRE, 'desk.list', { desk: 'centre' })
  await send(CENTRE, 'desk.list', { desk: 'centre', stage: 'submitted' })
  await send(CENTRE, 'aid.candidates', { id: matter.id })
  const granted = (await send(CENTRE, 'aid.grant', { id: matter.id })) as unknown as {
    detail: { lawyer: { id: string } }
  }
  lawyer = granted.detail.lawyer.id
  await send(lawyer, 'aid.conflictAnswer', { id: matter.id, conflict: 'no' })
  await send(lawyer, 'aid.take', { id: matter.id })
  await send(lawyer, 'aid.contacted', { id: matter.id, how: 'call' })
  await send(lawyer, 'aid.report', { id: matter.id, change: true, text: '和对方联系过了' })
  await send(lawyer, 'aid.close', { id: matter.id, result: 'mediated', text: '调解成了' })
  await send(CENTRE, 'aid.reviewClose', { id: matter.id, ok: true })
  const question = await send(RESIDENT, 'question.ask', asking)
  const { detail } = (await send(CENTRE, 'matter.get', { id: question.id })) as unknown as {
    detail: { offers: { person: string }[] }
  }
  const taker = detail.offers[0]?.person ?? ''
  await send(taker, 'question.take', { id: question.id })
  await send(taker, 'question.message', { id: question.id, text: '您有欠条吗' })
  await send(RESIDENT, 'question.messages', { id: question.id })
  await send(taker, 'question.answer', { id: question.id, summary: '带欠条去劳动监察' })
  await send(RESIDENT, 'question.helped', { id: question.id, yes: true })
  await timed('sweep, nothing due', () => sweep(world))
}

const who = (role: string) => bureau.people.find(({ roles }) => roles?.[0]?.role === role)?.id ?? ''
const RESIDENT = who('resident')
const CENTRE = who('centre')
const VILLAGE = bureau.units.find(({ kind }) => kind === 'village')?.code ?? ''
const application = {
  for: 'self',
  applicant: { name: '测试的人', phone: '13900009999' },
  where: { place: VILLAGE },
  matter: 'wages',
  story: '干了四个月活，工钱一直没给。',
  route: 'promise',
  parties: [{ role: 'opponent', name: '某工地' }],
}

const asking = { village: VILLAGE, topic: 'wages', text: '工钱三个月没给', language: 'zh' }

/** Open applications of many people, decided by the real decider and written as the pipeline writes them. */
async function fill(world: World, size: number): Promise<void> {
  const now = world.clock.now()
  const actor = { id: 'filler', name: '', role: 'resident' as const }
  const { duty, rota: _, ...given } = await circumstances(world, actor, now)
  const place = await findPlace(world, VILLAGE)
  if (!duty || !place) throw new Error('the bench needs a duty seat and a village')
  for (let done = 0; done < size; done += 10) {
    const writes = Array.from({ length: Math.min(10, size - done) }, (_, n) => {
      const id = `aid:filled${String(done + n).padStart(12, '0')}`
      const { applicant, story, parties } = { ...application, parties: [] }
      const events = aid.decide(
        aid.initial,
        {
          type: 'SubmitAid',
          for: 'self',
          place,
          topic: 'wages',
          route: 'promise',
          evidence: [],
          tell: ['person'],
          owner: `filler${(done + n) % 5000}`,
          personal: { applicant, story, parties, groups: [] },
        },
        { ...given, duty },
      )
      if (!Array.isArray(events)) throw new Error(events.refused)
      const state = events.reduce<AidState>(aid.evolve, aid.initial) as Aid
      const opened = { id, version: 0, state, events: [], seq: 0, revision: 1, head: '', seen: [], outbox: [] }
      const { matter } = append(opened, events, state, world.seal)
      return [matterWrite(matter, world, world.policy), codeWrite(world, id, codeOf(world, id, 'filler'))]
    }).flat()
    await world.store.save(writes)
  }
}

void compare(SIZES, (size) => measure(size, START, { fill, live: oneLife }))
