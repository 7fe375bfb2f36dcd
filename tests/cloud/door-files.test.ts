import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '@/contract/views'
import { dimensionsOf } from '../../cloudfunctions/evidence/dimensions'
import { samples } from '../support/sample-files'
import { startServer, type TestServer } from '../support/server'
import { smallCounty } from '../support/small-county'

const AT = '2026-10-12T09:00:00.000+08:00'
let server: TestServer
beforeAll(async () => {
  server = await startServer({ now: AT, county: smallCounty })
})
afterAll(() => server.stop())

type Kept = { fileId: string }
type Link = { url: string; expiresAt: string }

async function upload(
  person: string | undefined,
  bytes: Uint8Array<ArrayBuffer>,
  name = 'evidence.bin',
  field = 'file',
) {
  const form = new FormData()
  form.set(field, new File([bytes], name))
  const headers: Record<string, string> = person ? { authorization: `Bearer ${await server.tokenOf(person)}` } : {}
  const response = await fetch(`${server.url}/files`, { method: 'POST', body: form, headers })
  return { status: response.status, body: (await response.json()) as Reply<Kept> }
}
async function kept(person: string, bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<string> {
  const { body } = await upload(person, bytes, name)
  if (!body.ok) throw new Error(JSON.stringify(body))
  return body.value.fileId
}
const linkFor = async (person: string, id: string) =>
  server.http<Link>('GET', `/files/${id}`, undefined, await server.tokenOf(person))

describe('files', () => {
  it.each(['png', 'jpeg', 'webp', 'pdf', 'mp3', 'amr', 'mp4'] as const)(
    'takes a real %s, by what it is and not by its name',
    async (kind) => {
      const { status, body } = await upload('bao', samples[kind], 'evidence')
      expect([status, body]).toMatchObject([
        200,
        { ok: true, now: AT, value: { fileId: expect.stringMatching(/^f_[\w-]{22}$/) } },
      ])
    },
  )

  it.each([
    ['png', '照片.jpg', true],
    ['webp', 'IMG_1.JPG', true],
    ['mp4', '录音.m4a', true],
    ['png', '合同.pdf', false],
    ['pdf', '身份证.jpg', false],
    ['jpeg', 'page.html', false],
    ['mp3', '照片.png', false],
  ] as const)('a %s called %s: taken is %s', async (kind, name, taken) => {
    const { status, body } = await upload('bao', samples[kind], name)
    if (taken) expect(status).toBe(200)
    else expect([status, body]).toMatchObject([400, { invalid: [{ field: 'file', code: 'not-what-it-says' }] }])
  })

  it('takes what a browser records, and hands it back as sound', async () => {
    const webm = Uint8Array.from(
      Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701', 'hex'),
    )
    const { body } = await linkFor('bao', await kept('bao', webm, '说的话.bin'))
    if (!body.ok) throw new Error('no link')
    const { headers } = await fetch(server.url + body.value.url)
    expect(headers.get('content-type')).toBe('audio/webm')
    expect(headers.get('content-disposition')).toMatch(/^inline;/)
    const unlike = webm.map((byte, at) => (at === 24 ? 0 : byte))
    expect((await upload('bao', unlike)).body).toMatchObject({ invalid: [{ field: 'file', code: 'not-allowed' }] })
  })

  it.each(['IMG_1.HEIC', 'IMG_1.JPG'])('takes no HEIC called %s, and says how to send it', async (name) => {
    const { status, body } = await upload('bao', samples.heic, name)
    expect([status, body]).toMatchObject([
      400,
      { invalid: [{ field: 'file', code: 'heic', message: expect.stringContaining('JPEG') }] },
    ])
  })

  it.each(['svg', 'html', 'gif', 'zip', 'exe'] as const)('takes no %s, whatever its name', async (kind) => {
    const { status, body } = await upload('bao', samples[kind], 'photo.jpg')
    expect([status, body]).toMatchObject([400, { invalid: [{ field: 'file', code: 'not-allowed' }] }])
  })

  it('says what is missing', async () => {
    expect((await upload('bao', samples.png, 'a.png', 'photo')).body).toMatchObject({
      invalid: [{ field: 'file', code: 'missing' }],
    })
    expect((await upload('bao', samples.nothing)).body).toMatchObject({ invalid: [{ field: 'file', code: 'empty' }] })
    const json = await server.http('POST', '/files', { file: 'x' }, await server.tokenOf('bao'))
    expect([json.status, json.body]).toMatchObject([400, { invalid: [{ field: 'file', code: 'missing' }] }])
  })

  it('takes 10 MB and not a byte more', async () => {
    const image = (size: number) => {
      const bytes = new Uint8Array(size)
      bytes.set(samples.png)
      return bytes
    }
    const limit = 10 * 1024 * 1024
    expect((await upload('bao', image(limit))).status).toBe(200)
    for (const size of [limit + 1, limit + 200_000, 2 * limit]) {
      const { status, body } = await upload('bao', image(size))
      expect([status, body]).toMatchObject([400, { invalid: [{ field: 'file', code: 'too-large' }] }])
    }
  })

  it('takes nothing from somebody who is not signed in', async () => {
    const { status, body } = await upload(undefined, samples.png)
    expect([status, body]).toMatchObject([401, { refused: 'session.missing' }])
  })

  it('hands bytes back by a link that lasts five minutes, as what they are and never as a page', async () => {
    const id = await kept('bao', samples.png, '../照片 "1".png')
    const { body } = await linkFor('bao', id)
    if (!body.ok) throw new Error('no link')
    expect(Date.parse(body.value.expiresAt) - Date.now()).toBeLessThanOrEqual(5 * 60_000)
    const response = await fetch(server.url + body.value.url)
    expect(response.status).toBe(200)
    const shown = new Uint8Array(await response.arrayBuffer())
    expect([shown.subarray(0, 8), dimensionsOf(shown, 'image/png')]).toEqual([
      samples.png.subarray(0, 8),
      { width: 1, height: 1 },
    ])
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename*=UTF-8''${encodeURIComponent('照片 1.png')}`,
    )
    const part = await fetch(server.url + body.value.url, { headers: { range: 'bytes=0-3' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-3/${shown.length}`])
  })

  it('opens no link that is altered, over, or for another file', async () => {
    const id = await kept('bao', samples.pdf)
    const other = await kept('bao', samples.png)
    const { body } = await linkFor('bao', id)
    if (!body.ok) throw new Error('no link')
    const url = new URL(body.value.url, server.url)
    const bent = (change: (url: URL) => void) => {
      const copy = new URL(url)
      change(copy)
      return copy
    }
    const links = [
      bent((u) => u.searchParams.set('until', String(Number(u.searchParams.get('until')) + 1))),
      bent((u) => u.searchParams.set('until', '1000000000000')),
      bent((u) => u.searchParams.set('mark', 'x')),
      bent((u) => u.searchParams.delete('mark')),
      bent((u) => {
        u.pathname = `/files/${other}/bytes`
      }),
    ]
    for (const link of links) expect((await fetch(link)).status).toBe(404)
    expect((await fetch(url)).headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  it("does not tell somebody else's file from one that is not there", async () => {
    const id = await kept('bao', samples.png)
    const seen = await Promise.all([
      linkFor('wu', id),
      linkFor('gao', id),
      linkFor('wu', `f_${'A'.repeat(22)}`),
      linkFor('wu', 'x'),
    ])
    for (const { status, body } of seen) expect([status, body]).toEqual([404, seen[0]?.body])
    expect(seen[0]?.body).toMatchObject({ refused: 'file.not-found' })
    expect((await server.http('GET', `/files/${id}`)).status).toBe(401)
  })

  it('opens a file of a matter to whoever may see that matter, and to nobody else', async () => {
    const id = await kept('bao', samples.png)
    await server.api('bao', 'aid.submit', {
      for: 'self',
      applicant: { name: '包群众', phone: '13900000002' },
      where: { place: '150524100200' },
      matter: 'wages',
      story: '老板欠我三个月工钱',
      route: 'promise',
      evidence: [id],
    })
    expect((await linkFor('gao', id)).status).toBe(200)
    expect((await linkFor('bao', id)).status).toBe(200)
    expect((await linkFor('wu', id)).status).toBe(404)
  })
})
