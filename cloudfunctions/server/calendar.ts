import type { Hono } from 'hono'
import { calendarFeed } from '../calendar-feed'
import type { Door, DoorEnv } from './door'
import { refused, send } from './envelope'

/** What a telephone's calendar subscribes to: whoever has the address reads it, so it is never kept on the way. */
export function calendarAt(app: Hono<DoorEnv>, { world }: Door) {
  app.get('/calendar/:file', async (c) => {
    const [, token] = /^([\w-]{20,80})\.ics$/.exec(c.req.param('file')) ?? []
    const text = token && (await calendarFeed(world, token))
    if (!text) return send(c, refused(world.clock.now(), 'calendar.not-found'))
    return c.body(text, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    })
  })
}
