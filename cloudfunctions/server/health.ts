import type { Context, Hono } from 'hono'
import { timingSafeEqual } from 'hono/utils/buffer'
import type { Answer } from '../handle'
import { POLICY } from '../records'
import type { Door, DoorEnv } from './door'
import { ok, refused, send } from './envelope'
import type { Measures } from './metrics'

const SWEEP_LATE_MS = 60_000
const STORE_PATIENCE_MS = 5000

/** Whether the product is well, for a watchdog; and its figures, for whoever watches from this machine. */
export function healthAt(app: Hono<DoorEnv>, door: Door, measured?: Measures) {
  const opened = door.world.clock.wall()
  app.get('/health', async (c) => send(c, await health(door, opened)))
  app.get('/metrics', async (c) => {
    if (!measured || !(await mayWatch(c, door.metricsToken))) return c.notFound()
    const { contentType } = measured.registry
    return c.body(await measured.registry.metrics(), 200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' })
  })
}

async function health({ world, demo, beat }: Door, opened: number): Promise<Answer> {
  const now = world.clock.now()
  const answers = await Promise.race([
    world.store.get('policy', POLICY).then(
      () => true,
      () => false,
    ),
    new Promise<false>((done) => setTimeout(done, STORE_PATIENCE_MS, false).unref()),
  ])
  if (!answers) return refused(now, 'health.no-store', 503)
  const sweptMs = beat && world.clock.wall() - (beat.sweptAt ?? opened)
  if (!demo && sweptMs !== undefined && sweptMs > SWEEP_LATE_MS) return refused(now, 'health.sweep-late', 503)
  const mode = demo ? 'demo' : 'production'
  const swept = beat?.sweptAt === undefined ? {} : { sweptSecondsAgo: Math.floor((sweptMs ?? 0) / 1000) }
  return ok(now, { mode, store: 'ok', ...swept })
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

/** This machine itself, not through a proxy on it; or whoever has the token. */
async function mayWatch(c: Context<DoorEnv>, token: string | undefined): Promise<boolean> {
  const [, given] = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  if (token && given && (await timingSafeEqual(given, token))) return true
  const forwarded = c.req.header('x-forwarded-for') ?? c.req.header('forwarded') ?? c.req.header('x-real-ip')
  return forwarded === undefined && LOOPBACK.test(c.env?.incoming?.socket?.remoteAddress ?? '')
}
