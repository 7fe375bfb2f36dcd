import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cloudFiles, namesBy, storageRule } from '../../cloudfunctions/cloudbase/files'
import { embeddedFiles } from '../../cloudfunctions/embedded/files'
import { memoryFiles } from '../../cloudfunctions/memory/files'
import { type Files, StoreBusy } from '../../cloudfunctions/ports'
import { sealer } from '../../cloudfunctions/seal'
import { s3Files } from '../../cloudfunctions/server/s3-files'
import { settingsFrom } from '../../cloudfunctions/server/settings'
import { type CloudBase, startCloudBase } from '../support/cloudbase'
import { startS3 } from '../support/s3'
import { filesSuite } from './files-suite'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
const names = namesBy(sealer([{ id: 'k1', secret: 'a secret that only the tests know, 32+' }]))
// Waits are told apart from their length.
const hasty = { attempts: 4, wait: async () => {} }
const quick = { attempts: 4, waitMs: 1, answerMs: 20_000 }
let cloud: CloudBase
let s3: Awaited<ReturnType<typeof startS3>>
let opened = 0
beforeAll(async () => {
  cloud = await startCloudBase()
  s3 = await startS3()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await Promise.all([cloud.stop(), s3.stop()])
})

filesSuite('memory', async () => memoryFiles())
filesSuite('the disk', async () => embeddedFiles(join(folder, String(opened++))))
// The platform's own SDK against a loopback server of its wire format.
filesSuite('the platform', async () => cloudFiles(cloud.fresh(), names))
filesSuite('an S3 store', async () => {
  s3.objects.clear()
  return s3Files(s3.settings)
})

const id = 'f_AAAAAAAAAAAAAAAAAAAAAA'
const bytes = Uint8Array.of(1, 2, 3)

describe('an S3 store', () => {
  let files: Files
  beforeEach(() => {
    s3.objects.clear()
    s3.faults.length = 0
    s3.seen.length = 0
    files = s3Files(s3.settings, quick)
  })

  it('is told the type, and is addressed by path', async () => {
    await files.put(id, bytes, 'image/png')
    expect([...s3.objects]).toEqual([[`/county/evidence/${id}`, { bytes: Buffer.from(bytes), type: 'image/png' }]])
  })

  it.each([
    ['another key', { key: 'AKIDSOMEBODY' }, 403],
    ['another secret', { secret: 'not-the-secret' }, 403],
    ['another region', { region: 'us-east-1' }, 403],
    ['another bucket', { bucket: 'elsewhere' }, 404],
  ])('%s puts nothing, and says so at once', async (_, other, status) => {
    const wrong = s3Files({ ...s3.settings, ...other }, quick)
    await expect(wrong.put(id, bytes, 'x/y')).rejects.toMatchObject({ name: 'S3Refused', status })
    expect([s3.objects.size, s3.seen.length]).toEqual([0, 1])
  })

  it('a wrong key is never taken for a file that isn’t there', async () => {
    await files.put(id, bytes, 'x/y')
    const wrong = s3Files({ ...s3.settings, secret: 'not-the-secret' }, quick)
    for (const call of [wrong.get, wrong.size, wrong.remove]) await expect(call(id)).rejects.toThrow('403')
    expect(await files.get(id)).toEqual(bytes)
  })

  it.each(['overloaded', 'cut', 'cut-after'] as const)(
    '%s three times is tried again, four times told',
    async (fault) => {
      s3.faults.push(fault, fault, fault)
      await files.put(id, bytes, 'x/y')
      expect([await files.get(id), s3.seen.length]).toEqual([bytes, 5])
      s3.faults.push(fault, fault, fault, fault)
      await expect(files.get(id)).rejects.toThrow(StoreBusy)
    },
  )

  it('that is not there at all is told', async () => {
    const nowhere = s3Files({ ...s3.settings, endpoint: 'http://127.0.0.1:1' }, quick)
    await expect(nowhere.put(id, bytes, 'x/y')).rejects.toThrow(StoreBusy)
  })

  it('is chosen by settings, all of them or none', () => {
    const { endpoint, bucket, key, secret } = s3.settings
    const all = { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret }
    expect(settingsFrom(all)).toMatchObject({ ok: true, settings: { s3: { endpoint, bucket, region: 'us-east-1' } } })
    expect(settingsFrom({})).toMatchObject({ ok: true, settings: { s3: undefined } })
    expect(settingsFrom({ ...all, S3_SECRET: '' })).toEqual({
      ok: false,
      problem: 'S3_SECRET is not set: set all of S3_*, or none.',
    })
    expect(settingsFrom({ ...all, S3_ENDPOINT: 'ftp://x' })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('S3_ENDPOINT is "ftp://x"'),
    })
  })
})

describe('the platform’s storage', () => {
  const here = () => {
    const settings = cloud.fresh()
    return { env: settings.env, files: cloudFiles(settings, names, hasty) }
  }

  it('takes a file where the phone was told, and only there', async () => {
    const { env, files } = here()
    const path = files.sendTo?.(`incoming:${id}`) ?? ''
    expect(path).toMatch(/^incoming\/[\w-]{43}$/)
    cloud.files(env).set(path, { bytes: Buffer.from(bytes), type: 'image/jpeg' })
    expect([await files.get(`incoming:${id}`), await files.get(id)]).toEqual([bytes, undefined])
    // Whoever knows the id, and where he himself sends, doesn't know where the cleaned one will lie.
    await files.put(id, bytes, 'x/y')
    const kept = [...cloud.files(env).keys()].find((each) => each !== path) ?? ''
    expect([kept.startsWith('evidence/'), kept.includes(id), path.includes(kept.slice(9))]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('its rule lets a phone write to where it is told and nobody read', () => {
    const pattern = /\/(\^incoming.*?)\/\.test/.exec(storageRule.write)?.[1] ?? ''
    const rule = new RegExp(pattern)
    expect([storageRule.read, rule.test('incoming/abc'), rule.test('evidence/abc'), rule.test('x/incoming/')]).toEqual([
      false,
      true,
      false,
      false,
    ])
  })

  it('hands out an address that opens the file, and none for what isn’t there', async () => {
    const { files } = here()
    expect(await files.link?.(id, 300)).toBeUndefined()
    await files.put(id, bytes, 'x/y')
    const response = await fetch((await files.link?.(id, 300)) ?? '')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
    const over = await fetch((await files.link?.(id, -1)) ?? '')
    expect(over.status).toBe(403)
  })

  it.each(['limit', 'system', 'reset', 'gateway'] as const)(
    '%s three times is tried again, four times told',
    async (fault) => {
      const { files } = here()
      cloud.faults.next(fault, { count: 3 })
      await files.put(id, bytes, 'x/y')
      cloud.faults.next(fault, { count: 3 })
      expect(await files.get(id)).toEqual(bytes)
      cloud.faults.next(fault, { count: 4 })
      await expect(files.remove(id)).rejects.toThrow(StoreBusy)
      cloud.faults.clear()
      expect(await files.size(id)).toBe(3)
    },
  )

  it.each(['error-empty', 'error-page'] as const)(
    'a bucket that answers %s has taken nothing: put again',
    async (trouble) => {
      const { env, files } = here()
      cloud.bucketTroubles(env).push(trouble, trouble, trouble)
      await files.put(id, bytes, 'x/y')
      expect(await files.get(id)).toEqual(bytes)
    },
  )

  it.each(['error-empty', 'error-page'] as const)('and one that answers %s four times is told', async (trouble) => {
    const { env, files } = here()
    cloud.bucketTroubles(env).push(trouble, trouble, trouble, trouble)
    await expect(files.put(id, bytes, 'x/y')).rejects.toThrow(StoreBusy)
    expect(cloud.files(env).size).toBe(0)
  })

  it('a bucket that never answers is given up, and asked again', async () => {
    const settings = cloud.fresh()
    const files = cloudFiles(settings, names, { ...hasty, answerMs: 300 })
    cloud.bucketTroubles(settings.env).push('unanswered')
    await files.put(id, bytes, 'x/y')
    cloud.bucketTroubles(settings.env).push('unanswered')
    expect(await files.get(id)).toEqual(bytes)
  })

  it('knows how many bytes lie there although the answer doesn’t say', async () => {
    const { env, files } = here()
    await files.put(id, bytes, 'x/y')
    cloud.bucketTroubles(env).push('no-length')
    expect(await files.size(id)).toBe(3)
    await files.put(id, new Uint8Array(), 'x/y')
    expect(await files.size(id)).toBe(0)
  })

  it('asks for the bucket’s name once', async () => {
    const { files } = here()
    const before = cloud.requests.length
    for (let n = 0; n < 3; n++) await files.size(id)
    const asked = cloud.requests.slice(before).map(({ action }) => action)
    expect(asked.filter((action) => action === 'storage.getUploadMetadata')).toHaveLength(1)
  })
})
