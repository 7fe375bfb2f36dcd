import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { DoorEnv } from './door'

const hashed = /[.-][0-9a-f]{8,}\.\w+$/

/** The built web pages: what has its content's hash in its name is kept for a year, everything else asks each time. */
export function siteAt(app: Hono<DoorEnv>, root: string) {
  app.use(
    '*',
    etag(),
    async (c, next) => {
      await next()
      if (c.res.ok)
        c.header('Cache-Control', hashed.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
    serveStatic({ root }),
  )
}
