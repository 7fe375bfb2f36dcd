import * as sdk from '@cloudbase/node-sdk'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CloudSettings } from '../../cloudfunctions/cloudbase/settings'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import { type CloudBase, startCloudBase } from '../support/cloudbase'
import { matter, write } from './suite/desk'
import { platformSuite } from './suite/platform'

/** The loopback server must not be kinder than the platform, or the store's tests prove nothing: its traps, one by one. */

// Its types leave this one out.
const { init, setThrowOnCode } = sdk as typeof sdk & { setThrowOnCode(value: boolean): void }

let cloud: CloudBase
let settings: CloudSettings
let db: ReturnType<ReturnType<typeof init>['database']>
beforeAll(async () => {
  cloud = await startCloudBase({ transactionLifeMs: 600 })
})
beforeEach(() => {
  settings = cloud.fresh()
  db = init({ env: settings.env, ...settings.keys, serviceUrl: settings.url }).database()
})
afterEach(() => setThrowOnCode(true))
afterAll(() => cloud.stop())

const doc = async (id: string) => (await db.collection('rota').doc(id).get()).data[0]
const code = (call: Promise<unknown>) =>
  call.then(
    (answer) => (answer as { code?: string }).code ?? 'none',
    (error) => error.code as string,
  )
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('what the SDK does with documents', () => {
  it('merges nested objects by path, which is why a body is one text', async () => {
    await db.collection('rota').add({ _id: 'a', nested: { a: 1, b: 1 } })
    await db
      .collection('rota')
      .doc('a')
      .update({ nested: { b: 2 } })
    expect(await doc('a')).toEqual({ _id: 'a', nested: { a: 1, b: 2 } })
  })
  it('takes a list whole, and the store’s own change replaces it', async () => {
    const store = cloudStore(settings)
    await store.save([matter('m', { desk: ['x', 'y'] })])
    await store.save([matter('m', { desk: ['z'] }, 1)])
    expect(cloud.documents('matters', settings.env)).toMatchObject([{ _id: 'm', version: 2, desk: ['z'] }])
  })
  it('a key that is no longer declared is not seen, one declared since reads as empty', async () => {
    const wide = cloudStore(settings, { rota: { keys: ['old', 'kept'], indexes: {} } })
    await wide.save([{ collection: 'rota', id: 'a', expected: 0, keys: { old: 'x', kept: 'y' }, body: '{}' }])
    const other = cloudStore(settings, { rota: { keys: ['kept', 'since', 'several[]'], indexes: {} } })
    expect((await other.get('rota', 'a'))?.keys).toEqual({ kept: 'y', since: '', several: [] })
  })
})

describe('transactions', () => {
  it('reads what it read first, whatever others commit', async () => {
    await db.collection('rota').add({ _id: 'a', n: 1 })
    const transaction = await db.startTransaction()
    expect((await transaction.collection('rota').doc('a').get()).data.n).toBe(1)
    await db.collection('rota').doc('a').update({ n: 2 })
    expect((await transaction.collection('rota').doc('a').get()).data.n).toBe(1)
    expect(await code(transaction.collection('rota').doc('a').update({ n: 3 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect((await doc('a'))?.n).toBe(2)
  })
  it('is over after a conflict', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await one.collection('rota').add({ _id: 'a' })
    expect(await code(two.collection('rota').add({ _id: 'a' }))).toBe('DATABASE_TRANSACTION_CONFLICT')
    expect(await code(two.commit())).toBe('DATABASE_TRANSACTION_FAIL')
    await one.commit()
    expect(await doc('a')).toEqual({ _id: 'a' })
  })
  it('write skew goes through where the guard is only read, and not where it is written', async () => {
    await db.collection('rota').add({ _id: 'guard', n: 0 })
    for (const written of [false, true]) {
      const both = [await db.startTransaction(), await db.startTransaction()]
      for (const transaction of both) await transaction.collection('rota').doc('guard').get()
      const codes = []
      for (const [at, transaction] of both.entries()) {
        await transaction.collection('lease').add({ _id: `${written}${at}` })
        if (written) codes.push(await code(transaction.collection('rota').doc('guard').set({ n: at })))
      }
      codes.push(await code(both[0].commit()), await code(both[1].commit()))
      expect(codes.filter((one) => one !== 'none')).toEqual(
        written ? ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL'] : [],
      )
    }
    expect(cloud.documents('lease', settings.env).map(({ _id }) => _id)).toEqual(['false0', 'false1', 'true0'])
  })
  it('a change by `where` looks as if it belonged to it and survives its rollback', async () => {
    await db.collection('rota').add({ _id: 'a', n: 1 })
    const transaction = await db.startTransaction()
    await transaction.collection('rota').where({ _id: 'a' }).update({ n: 2 })
    await transaction.rollback()
    expect((await doc('a'))?.n).toBe(2)
  })
  it('knows no list', async () => {
    const transaction = await db.startTransaction()
    expect(await code(transaction.collection('rota').where({ _id: 'a' }).get())).toBe('DATABASE_INVALID_OPERRATOR')
  })
  it('a write outside waits for whoever holds the document', async () => {
    await db.collection('rota').add({ _id: 'a', n: 1 })
    const transaction = await db.startTransaction()
    await transaction.collection('rota').doc('a').update({ n: 2 })
    const outside = db.collection('rota').where({ _id: 'a', n: 1 }).update({ n: 3 })
    await later(20)
    expect((await doc('a'))?.n).toBe(1)
    await transaction.commit()
    expect((await outside).updated).toBe(0)
  })
  it('ends by itself when it lasts too long', async () => {
    const transaction = await db.startTransaction()
    await transaction.collection('rota').add({ _id: 'a' })
    await later(800)
    const error = await transaction.commit().catch((thrown: Error) => thrown)
    expect(String(error)).toMatch(/TransactionNotExist/)
    expect([await doc('a'), cloud.transactions(settings.env).expired]).toEqual([undefined, 1])
  })
})

describe('what it refuses', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    ['a collection nobody made', 'DATABASE_COLLECTION_NOT_EXIST', () => db.collection('nowhere').add({ _id: 'a' })],
    ['a list without an order', 'DATABASE_INVALID_OPERRATOR', () => matters({ wakeAt: 'x' }).get()],
    [
      'a list by no declared index',
      'DATABASE_INVALID_OPERRATOR',
      () => matters({ topic: 'x' }).orderBy('_id', 'asc').get(),
    ],
    [
      'an order that is not the index’s',
      'DATABASE_INVALID_OPERRATOR',
      () => matters({ desk: 'x' }).orderBy('dueAt', 'asc').orderBy('_id', 'asc').get(),
    ],
    [
      'an unknown operator',
      'DATABASE_INVALID_OPERRATOR',
      () =>
        matters({ _id: { $where: 'x' } })
          .orderBy('_id', 'asc')
          .get(),
    ],
    ['an aggregation', 'DATABASE_INVALID_OPERRATOR', () => db.collection('rota').aggregate().match({}).end()],
    ['a change of many', 'DATABASE_INVALID_OPERRATOR', () => db.collection('rota').where({ n: 1 }).update({ n: 2 })],
    [
      'more than 16 MB',
      'EXCEED_MAX_PAYLOAD_SIZE',
      () => db.collection('rota').add({ _id: 'a', body: 'x'.repeat(17e6) }),
    ],
    [
      'an environment nobody made',
      'INVALID_ENV',
      () =>
        init({ env: 'other', ...settings.keys, serviceUrl: settings.url })
          .database()
          .collection('rota')
          .doc('a')
          .get(),
    ],
    [
      'a function',
      'FUNCTION_NOT_FOUND',
      () =>
        init({ env: settings.env, ...settings.keys, serviceUrl: settings.url }).callFunction({ name: 'api', data: {} }),
    ],
  ])('%s: %s', async (_, expected, call) => {
    expect(await code(call())).toBe(expected)
  })
  const matters = (condition: object) => db.collection('matters').options({ raw: true }).where(condition)
  it('knows the difference between a rule of the platform’s and a mistake of its own', async () => {
    expect(await code(matters({ wakeAt: 'x' }).orderBy('_id', 'asc').get())).toBe('none')
  })
})

describe('an SDK that answers with a code instead of throwing', () => {
  beforeEach(() => setThrowOnCode(false))
  it('is understood: a taken id is stale, alone and in a save of several', async () => {
    const store = cloudStore(settings)
    await store.save([write('rota', 'a')])
    const stale = { ok: false, stale: [{ collection: 'rota', id: 'a' }] }
    expect(await store.save([write('rota', 'a')])).toEqual(stale)
    expect(await store.save([write('rota', 'b'), write('rota', 'a')])).toEqual(stale)
    expect(await store.get('rota', 'b')).toBeUndefined()
  })
  it.each(['limit', 'conflict', 'wrote-system'] as const)('is tried again after %s', async (kind) => {
    const store = cloudStore(settings)
    for (const action of ['insertDocument', 'commitTransaction', 'getDocument']) cloud.faults.next(kind, { action })
    expect(await store.save([write('rota', 'a'), write('rota', 'b')])).toEqual({ ok: true })
    expect((await store.getMany('rota', ['a', 'b'])).map(({ version }) => version)).toEqual([1, 1])
    expect(cloud.faults.hits).not.toEqual([])
    cloud.faults.clear()
  })
  it('a fault is thrown all the same', async () => {
    const store = cloudStore(settings, { nowhere: { keys: [], indexes: {} } })
    await expect(store.get('nowhere', 'a')).rejects.toThrow('DATABASE_COLLECTION_NOT_EXIST')
  })
})

describe('the storage', () => {
  const app = () => init({ env: settings.env, ...settings.keys, serviceUrl: settings.url })
  it('takes bytes, gives them back, and forgets them', async () => {
    const bytes = Buffer.from('证据')
    const { fileID } = await app().uploadFile({ cloudPath: 'evidence/f_1', fileContent: bytes })
    expect((await app().downloadFile({ fileID })).fileContent).toEqual(bytes)
    expect(await app().deleteFile({ fileList: [fileID] })).toMatchObject({ fileList: [{ code: 'SUCCESS' }] })
    expect(await code(app().downloadFile({ fileID }))).toBe('STORAGE_FILE_NONEXIST')
  })
  it('opens nothing without a link, nor with one that has run out', async () => {
    const { fileID } = await app().uploadFile({ cloudPath: 'evidence/f_1', fileContent: Buffer.from('x') })
    const { fileList } = await app().getTempFileURL({ fileList: [{ fileID, maxAge: 0.001 }] })
    const link = fileList[0]?.tempFileURL ?? ''
    await later(10)
    expect((await fetch(link)).status).toBe(403)
    expect((await fetch(link.split('?')[0] ?? '')).status).toBe(403)
  })
})

// Transactions of an ordinary length here: some of these write a great deal.
let patientCloud: CloudBase
beforeAll(async () => {
  patientCloud = await startCloudBase()
})
afterAll(() => patientCloud.stop())
platformSuite('the loopback server', async () => patientCloud.settings)
