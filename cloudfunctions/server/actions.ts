import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isAction } from '@/contract/actions'
import { handle } from '../handle'
import type { Door, DoorEnv } from './door'
import { invalid, refused, send } from './envelope'

export const BODY_BYTES = 100 * 1024

/** Every action of the contract by its name; what it means is handle's business. */
export function actionsAt(app: Hono<DoorEnv>, { world }: Door) {
  const now = () => world.clock.now()
  app.post(
    '/api/:action',
    async (c, next) => (isAction(c.req.param('action')) ? next() : send(c, refused(now(), 'action.not-found'))),
    jsonLimit(now),
    async (c) => {
      const input = jsonOf(await c.req.text())
      if (!input) return send(c, invalid(now(), { field: '', code: 'bad-json' }))
      return send(c, await handle(world, c.req.param('action'), input.value, c.get('who'), c.get('caller')))
    },
  )
}

/** Nothing over 100 KB is an action; files have their own way in. */
export const jsonLimit = (now: () => string, maxSize = BODY_BYTES) =>
  bodyLimit({ maxSize, onError: (c) => send(c, invalid(now(), { field: '', code: 'body-too-large' })) })

/** An empty body is an empty input; undefined where it isn't JSON. */
export function jsonOf(text: string): { value: unknown } | undefined {
  try {
    return { value: text.trim() === '' ? {} : JSON.parse(text) }
  } catch {
    return undefined
  }
}
