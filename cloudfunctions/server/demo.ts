import { randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import * as v from 'valibot'
import { check } from '@/contract/check'
import { flag, instant, phone, ref } from '@/contract/fields'
import { after, msOfDuration } from '@/domain/time'
import { findPerson } from '../circumstances'
import { isEmpty, loadCounty } from '../county'
import { everybody } from '../everybody'
import type { Answer } from '../handle'
import { deliverAll } from '../notifier/deliver'
import { answerBySms } from '../sms-answers'
import type { World } from '../world'
import { BODY_BYTES } from './actions'
import { jsonWithin } from './body'
import type { Door, DoorEnv } from './door'
import { invalid, ok, refused, send } from './envelope'
import { outbox } from './outbox'
import type { Sessions } from './session'
import { jump, travel } from './travel'

const duration = v.pipe(
  v.string('wrong-type'),
  v.check((text) => msOfDuration(text) !== undefined, 'bad-duration'),
)
const moveTo = v.object(
  { to: v.optional(instant), advance: v.optional(duration), sweep: v.optional(flag, true) },
  'wrong-type',
)
const signIn = v.object({ person: ref }, 'wrong-type')
const message = v.object({ from: phone, text: v.string('wrong-type'), key: v.optional(ref) }, 'wrong-type')
const line = v.optional(v.picklist(['up', 'down', 'off'], 'not-an-option'))
const lines = v.object({ sms: line, wechat: line, voice: line }, 'wrong-type')

// A whole county is larger than an action.
const COUNTY_BYTES = 16 * 1024 * 1024

/** What only a demonstration has: anybody's session, a movable clock, what was sent to whom, a county of one's own. */
export function demoAt(app: Hono<DoorEnv>, { world }: Door, demo: NonNullable<Door['demo']>, tokens: Sessions) {
  const now = () => world.clock.now()
  const withBody = async (c: Context, answer: (body: unknown) => Promise<Answer>, limit = BODY_BYTES) => {
    const body = await jsonWithin(c, limit)
    return send(c, body.ok ? await answer(body.value) : invalid(now(), { field: '', code: body.code }))
  }

  app.get('/demo/people', async (c) => {
    const text = c.req.query('q')?.trim() ?? ''
    const items = (await everybody(world)).filter(({ id, name }) => name.includes(text) || id === text)
    return send(c, ok(now(), { items: items.map(({ id, name, roles }) => ({ id, name, roles })) }))
  })
  app.post('/demo/sign-in', (c) =>
    withBody(c, async (body) => {
      const input = check(signIn, body)
      if (!input.ok) return invalid(now(), ...input.problems)
      const found = await findPerson(world, input.value.person)
      if (!found) return refused(now(), 'person.not-found')
      const { id, name, roles } = found
      return ok(now(), { token: await tokens.issue({ person: id }), person: { id, name, roles } })
    }),
  )
  app.get('/demo/clock', (c) => send(c, ok(now(), { now: now() })))
  app.post('/demo/clock', (c) => withBody(c, (body) => demo.turns(() => moveClock(world, demo, body))))
  app.get('/demo/outbox', async (c) => send(c, ok(now(), { items: await outbox(world, c.req.query('matter')) })))
  app.post('/demo/sms', (c) => withBody(c, (body) => demo.turns(() => heard(world, body))))
  app.post('/demo/channels', (c) => withBody(c, async (body) => pretend(world, body)))
  if (demo.empty)
    app.post('/demo/load', (c) => withBody(c, (body) => demo.turns(() => load(world, body)), COUNTY_BYTES))
}

async function moveClock(world: World, { clock }: NonNullable<Door['demo']>, body: unknown): Promise<Answer> {
  const input = check(moveTo, body)
  const now = clock.now()
  if (!input.ok) return invalid(now, ...input.problems)
  const { to, advance, sweep } = input.value
  if (to !== undefined && advance !== undefined) return invalid(now, { field: 'advance', code: 'one-of-two' })
  const target = to ?? (advance === undefined ? undefined : after(now, msOfDuration(advance) ?? 0))
  if (target === undefined) return invalid(now, { field: 'to', code: 'missing' })
  if (target < now) return refused(now, 'clock.forwards-only')
  await (sweep ? travel(world, clock, target) : jump(clock, target))
  return ok(clock.now(), { now: clock.now() })
}

async function load(world: World, body: unknown): Promise<Answer> {
  if (!(await isEmpty(world))) return refused(world.clock.now(), 'demo.not-empty')
  const loaded = await loadCounty(world, body)
  const now = world.clock.now()
  return loaded.ok ? ok(now, loaded.counts) : invalid(now, ...loaded.problems)
}

/** What somebody answers by SMS; `key` names the message where it is to come twice. */
async function heard(world: World, body: unknown): Promise<Answer> {
  const input = check(message, body)
  if (!input.ok) return invalid(world.clock.now(), ...input.problems)
  const { from, text, key = randomUUID() } = input.value
  // He answers what reached him, and is answered.
  await deliverAll(world)
  const outcome = await answerBySms(world, { from, text, key })
  await deliverAll(world)
  return ok(world.clock.now(), { heard: outcome })
}

/** From now on letters of a channel arrive (`up`), fail (`down`), or have no channel to leave by (`off`). */
function pretend(world: World, body: unknown): Answer {
  const input = check(lines, body)
  if (!input.ok) return invalid(world.clock.now(), ...input.problems)
  for (const channel of ['sms', 'wechat', 'voice'] as const) {
    const is = input.value[channel]
    if (is) world.notifier?.pretend?.(channel, is)
  }
  return ok(world.clock.now(), input.value)
}
