import type { Context, Hono } from 'hono'
import type { MatterView } from '@/contract/views'
import { handle } from '../handle'
import { bodyWithin, fileIn } from './body'
import type { Door, DoorEnv } from './door'
import { invalid, ok, refused, send } from './envelope'
import { FILE_BYTES, isAsNamed, isShown, kindOf } from './file-kinds'
import { fileOf, keepFile, linkHolds, linkTo } from './file-records'

// A form's own lines around the file.
const ENVELOPE_BYTES = 64 * 1024

/** Evidence goes in by a form and comes out by a short-lived link, never through an action. */
export function filesAt(app: Hono<DoorEnv>, { world }: Door) {
  const now = () => world.clock.now()
  const wrong = (c: Context, code: string) => send(c, invalid(now(), { field: 'file', code }))

  app.post('/files', async (c) => {
    // Who may not upload is told so whatever he sends.
    const me = await handle(world, 'session.me', {}, c.get('who'), c.get('caller'))
    const body = await bodyWithin(c, FILE_BYTES + ENVELOPE_BYTES)
    const owner = c.get('who')?.person
    if (!me.reply.ok || !owner) return send(c, me)
    if (!body) return wrong(c, 'too-large')
    const file = await fileIn(c, body, 'file')
    if (!file) return wrong(c, 'missing')
    if (file.size === 0) return wrong(c, 'empty')
    if (file.size > FILE_BYTES) return wrong(c, 'too-large')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const type = await kindOf(bytes)
    if (!type) return wrong(c, 'not-allowed')
    if (!isAsNamed(file.name, type)) return wrong(c, 'not-what-it-says')
    const fileId = await keepFile(world, { owner, type, name: nameOf(file.name) }, bytes)
    return send(c, ok(now(), { fileId }))
  })

  app.get('/files/:id', async (c) => {
    const who = c.get('who')
    const found = await fileOf(world, c.req.param('id'))
    const mine = found !== undefined && found.record.owner === who?.person
    const me = await handle(world, 'session.me', {}, who, c.get('caller'))
    if (!me.reply.ok) return send(c, me)
    const seen = found?.matter
      ? await handle(world, 'matter.get', { id: found.matter }, who, c.get('caller'))
      : undefined
    // Seeing the matter isn't enough: its papers must be among the parts that this reader sees.
    const shown = seen?.reply.ok && (seen.reply.value as MatterView).papers.some(({ id }) => id === found?.record.id)
    if (!found || !(mine || shown)) return send(c, refused(now(), 'file.not-found'))
    return send(c, ok(now(), linkTo(world, found.record.id)))
  })

  app.get('/files/:id/bytes', async (c) => {
    const { id } = c.req.param()
    if (!linkHolds(world, id, c.req.query('until') ?? '', c.req.query('mark') ?? ''))
      return send(c, refused(now(), 'file.not-found'))
    const [found, bytes] = [await fileOf(world, id), await world.files.get(id)]
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

// A name is only ever shown; whatever could be a path, a header or a disguise is taken out of it.
function nameOf(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}"'*;]/gu, '').trim()
  return [...plain].slice(-80).join('') || 'file'
}
