import { randomUUID } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { secureHeaders } from 'hono/secure-headers'
import { expandIPv6 } from 'hono/utils/ipaddr'
import type { Origin } from '../handle'
import { logError } from '../log'
import { type Identity, StoreBusy } from '../ports'
import type { World } from '../world'
import { actionsAt } from './actions'
import { calendarAt } from './calendar'
import { demoAt } from './demo'
import { fault, refused, send } from './envelope'
import { filesAt } from './files'
import { healthAt } from './health'
import { type Limits, limiter } from './limits'
import { stillCounts } from './logins'
import { measures } from './metrics'
import { openapi } from './openapi'
import type { Cost } from './password'
import type { ProductClock } from './product-clock'
import { receiptsAt } from './receipts'
import { sessions } from './session'
import { signInAt } from './sign-in'
import { siteAt } from './site'
import { smsInAt } from './sms-in'
import type { Beat, Turns } from './turns'
import type { CodeExchange } from './wechat'

export type DoorEnv = {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } }
  Variables: { who: Identity | undefined; caller: Origin }
}

/** What a door is built of. Without `demo` there is no demonstration: its routes do not exist. */
export type Door = {
  world: World
  demo?: { clock: ProductClock; turns: Turns; empty: boolean }
  site?: string
  /** Behind a proxy of our own, which also speaks TLS. */
  proxied?: boolean
  /** WeChat's code exchange, where this county has a mini-program of its own. */
  wechat?: CodeExchange
  /** Nobody is turned away for haste without them. */
  limits?: Limits
  /** Kept by whoever lets time pass. */
  beat?: Beat
  /** What a password costs to try; less than the usual only where many are tried on purpose. */
  cost?: Cost
  /** Reads `/metrics` from elsewhere than this machine. */
  metricsToken?: string
  /** The last part of the addresses at which answers by SMS and receipts come in; none come in without it. */
  smsIn?: string
}

/** The whole web door as one Hono app; whoever made it decides whether and where it listens. */
export function app(world: World, options: Omit<Door, 'world'> = {}): Hono<DoorEnv> {
  const door: Door = { world, ...options }
  const tokens = sessions(world.seal.lookup('session', 'token'), () => world.clock.wall())
  const now = () => world.clock.now()
  const app = new Hono<DoorEnv>()

  app.use(compress({ contentTypeFilter: /^(text\/|application\/(json|javascript)|image\/svg)/ }))
  app.use(guards(door))
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c) => send(c, refused(now(), 'method.not-allowed', 405)) }))
  app.use(async (c, next) => {
    c.set('caller', { source: sourceOf(door, c.env, c.req.header('x-forwarded-for')), trace: randomUUID() })
    return next()
  })
  const measured = measures(world, door.beat ?? { lateMs: 0 })
  const { limits } = door
  if (limits) app.use(limiter(world, limits.pages, 'place'))
  if (limits) app.use('/sign-in/*', limiter(world, limits.signIn, 'place'))
  healthAt(app, door, measured)
  app.get('/api/openapi.json', (c) => c.json(openapi()))
  // Pages and the demonstration's own sign-in stay open to whoever still carries an old token.
  for (const path of ['/api/*', '/files/*'])
    app.use(path, async (c, next) => {
      const who = await tokens.read(c.req.header('authorization'))
      if (who === 'missing' || who === 'expired') return send(c, refused(now(), `session.${who}`))
      // A demonstration's session has no account; one of the same secret must open nothing in production.
      if (who && !who.account && !door.demo) return send(c, refused(now(), 'session.missing'))
      if (who?.epoch !== undefined && !(await stillCounts(world, { person: who.person, epoch: who.epoch })))
        return send(c, refused(now(), 'session.expired'))
      c.set('who', who)
      return next()
    })
  if (limits) app.use('/api/*', limiter(world, limits.api, 'session'))
  signInAt(app, door, tokens)
  actionsAt(app, door, measured)
  filesAt(app, door)
  calendarAt(app, door)
  if (door.smsIn) {
    smsInAt(app, world, door.smsIn)
    receiptsAt(app, world, door.smsIn)
  }
  if (door.demo) demoAt(app, door, door.demo, tokens)
  if (door.site) siteAt(app, door.site)

  app.notFound((c) => send(c, refused(now(), 'path.not-found')))
  app.onError((error, c) => {
    // Nothing was stored, and the same again is safe: no fault of anybody's.
    if (error instanceof StoreBusy) return send(c, refused(now(), 'matter.busy'))
    const { trace } = c.get('caller') ?? { trace: randomUUID() }
    logError(world.log, `${c.req.method} ${c.req.routePath}`, error, trace)
    return send(c, fault(now(), trace))
  })
  return app
}

const self = "'self'"
const guards = ({ demo, proxied }: Door) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [self],
      scriptSrc: [self],
      // Taro's router and its toasts write <style> elements; nobody can write a script.
      styleSrc: [self, "'unsafe-inline'"],
      imgSrc: [self, 'data:', 'blob:'],
      mediaSrc: [self, 'blob:'],
      fontSrc: [self, 'data:'],
      connectSrc: [self, 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: [self],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // A promise that only a machine behind TLS can keep: on plain HTTP a browser must not be told it.
    strictTransportSecurity: !demo && proxied ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: ['self'], microphone: ['self'], geolocation: ['self'], payment: [], usb: [] },
    // A file's own, stricter policy stays.
    overwrite: false,
  })

/** One mark per caller for throttles; the address itself goes nowhere. */
function sourceOf({ world, proxied }: Door, env: DoorEnv['Bindings'] | undefined, forwarded?: string): string {
  const last = proxied ? forwarded?.split(',').at(-1)?.trim() : undefined
  return world.seal.lookup('lookup', `address ${placeOf(last || env?.incoming?.socket?.remoteAddress || 'local')}`)
}

/** RFC 6177: a household has 2^64 addresses of IPv6 and more, so they count as the one place they are. */
function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return isIPv6(plain) ? expandIPv6(plain).split(':').slice(0, 4).join(':') : plain
}
