import type { Hono } from 'hono'
import { isAction } from '@/contract/actions'
import { handle } from '../handle'
import { jsonWithin } from './body'
import type { Door, DoorEnv } from './door'
import { invalid, refused, send } from './envelope'
import type { Measures } from './metrics'

/** Nothing larger is an action; files have their own way in. */
export const BODY_BYTES = 100 * 1024

/** Every action of the contract by its name; what it means is handle's business. */
export function actionsAt(app: Hono<DoorEnv>, { world }: Door, measured?: Measures) {
  app.post('/api/:action', async (c) => {
    const action = c.req.param('action')
    if (!isAction(action)) return send(c, refused(world.clock.now(), 'action.not-found'))
    const input = await jsonWithin(c, BODY_BYTES)
    if (!input.ok) return send(c, invalid(world.clock.now(), { field: '', code: input.code }))
    const began = performance.now()
    const answer = await handle(world, action, input.value, c.get('who'), c.get('caller'))
    measured?.answered(action, answer.reply, (performance.now() - began) / 1000)
    return send(c, answer)
  })
}
