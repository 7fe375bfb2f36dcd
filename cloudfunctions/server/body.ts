import type { Context } from 'hono'

// As much again is read and thrown away, so that the sender hears why instead of a broken connection.
const PATIENCE_BYTES = 64 * 1024 * 1024

/** The body if it is within the limit; never more than the limit is held. */
export async function bodyWithin(c: Context, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const told = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
  if (told !== undefined && Number(told) <= limit) return new Uint8Array(await c.req.arrayBuffer())
  const reader = c.req.raw.body?.getReader()
  let chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) break
    size += value.byteLength
    if (size <= limit) chunks.push(value)
    else chunks = []
    if (size > limit + PATIENCE_BYTES) {
      await reader?.cancel()
      break
    }
  }
  return size <= limit ? new Uint8Array(Buffer.concat(chunks)) : undefined
}

export type Read = { ok: true; value: unknown } | { ok: false; code: 'bad-json' | 'body-too-large' }

/** An empty body is an empty input. */
export async function jsonWithin(c: Context, limit: number): Promise<Read> {
  const bytes = await bodyWithin(c, limit)
  if (!bytes) return { ok: false, code: 'body-too-large' }
  const text = new TextDecoder().decode(bytes)
  try {
    return { ok: true, value: text.trim() === '' ? {} : JSON.parse(text) }
  } catch {
    return { ok: false, code: 'bad-json' }
  }
}

/** The form's file; undefined where the body is no form or the form has none. */
export async function fileIn(c: Context, bytes: Uint8Array<ArrayBuffer>, field: string): Promise<File | undefined> {
  const type = c.req.header('content-type') ?? ''
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  const file = form?.get(field)
  return file instanceof File ? file : undefined
}
