import type { Context, Hono } from 'hono'
import type { Me } from '@/contract/views'
import { refuse } from '@/domain/decider'
import { cleaner, OWN_MACHINE } from '../evidence/cleaner'
import { FILE_BYTES, isShown } from '../evidence/file-kinds'
import { fileOf, nameOf, newFileId } from '../evidence/file-records'
import { inspect, keep } from '../evidence/inspect'
import { linkHolds } from '../evidence/links'
import { handle, refused as refusal } from '../handle'
import { takeShare } from '../throttle'
import { bodyWithin, fileIn } from './body'
import type { Door, DoorEnv } from './door'
import { invalid, ok, refused, send } from './envelope'

// A form's own lines around the file.
const ENVELOPE_BYTES = 64 * 1024

/** One thread for the whole process, however many doors it has: a large picture needs much memory. */
export const clean = cleaner({ bounds: OWN_MACHINE })

/** Evidence goes in by a form and comes out by a short-lived link, never through an action. */
export function filesAt(app: Hono<DoorEnv>, { world }: Door) {
  const now = () => world.clock.now()
  const wrong = (c: Context, code: string) => send(c, invalid(now(), { field: 'file', code }))

  app.post('/files', async (c) => {
    // Who may not upload is told so whatever he sends.
    const me = await handle(world, 'session.me', {}, c.get('who'), c.get('caller'))
    const owner = me.reply.ok ? (me.reply.value as Me).id : undefined
    const seconds = owner && (await takeShare(world, 'file', owner))
    // Of whoever is sent away nothing is held.
    const body = await bodyWithin(c, owner && !seconds ? FILE_BYTES + ENVELOPE_BYTES : 0)
    if (!owner) return send(c, me)
    if (seconds) return send(c, refusal(refuse('throttle.files', { seconds }), now()))
    if (!body) return wrong(c, 'too-large')
    const file = await fileIn(c, body, 'file')
    if (!file) return wrong(c, 'missing')
    if (file.size === 0) return wrong(c, 'empty')
    if (file.size > FILE_BYTES) return wrong(c, 'too-large')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const fileId = newFileId()
    await keep(world, { id: fileId, owner, type: '', size: bytes.byteLength, name: nameOf(file.name) }, bytes)
    const outcome = await inspect(world, clean, fileId, true)
    if (outcome?.state === 'refused') return wrong(c, outcome.code)
    return send(c, ok(now(), { fileId }))
  })

  app.get('/files/:id', async (c) =>
    send(c, await handle(world, 'file.link', { fileId: c.req.param('id') }, c.get('who'), c.get('caller'))),
  )

  app.get('/files/:id/bytes', async (c) => {
    const { id } = c.req.param()
    if (!linkHolds(world, id, c.req.query('until') ?? '', c.req.query('mark') ?? ''))
      return send(c, refused(now(), 'file.not-found'))
    const found = await fileOf(world, id)
    const bytes = found?.state === 'ready' ? await world.files.get(id) : undefined
    if (!found || !bytes) return send(c, refused(now(), 'file.not-found'))
    return part(c, bytes, found.record)
  })
}

/** Whole or one range of it: iOS plays no sound from a server that cannot send a part. */
function part(c: Context, bytes: Uint8Array, { type, name }: { type: string; name: string }): Response {
  const size = bytes.byteLength
  const asked = /^bytes=(\d+)-(\d*)$/.exec(c.req.header('range') ?? '')
  const from = Number(asked?.[1] ?? 0)
  const to = Math.min(asked?.[2] ? Number(asked[2]) : size - 1, size - 1)
  const whole = !asked || from > to
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `${isShown(type) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    // What a stranger uploaded is never a page of ours, whatever a browser makes of it.
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
  }
  const body = (whole ? bytes : bytes.subarray(from, to + 1)) as Uint8Array<ArrayBuffer>
  const length = { 'Content-Length': String(body.byteLength) }
  if (whole) return c.body(body, 200, { ...headers, ...length })
  return c.body(body, 206, { ...headers, ...length, 'Content-Range': `bytes ${from}-${to}/${size}` })
}
