import { init } from '@cloudbase/node-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import recorded from '../fixtures/cloudbase-wire.json'
import { type CloudBase, startCloudBase } from '../support/cloudbase'
import { type Recorded, replay } from '../support/cloudbase/replay'
import { matter, write } from './suite/desk'

/**
 * The fixture is a recorded run of node-sdk 3.18.3, one of each operation. An SDK that sends anything else fails here
 * before it meets the platform; whoever takes a newer one records again and reads the difference.
 */

const vectors: Recorded[] = recorded
const keys = { secretId: 'AKIDfake', secretKey: 'any' }
type Database = ReturnType<ReturnType<typeof init>['database']>
const settled = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  )

// In the order of the fixture; three of them are answered with an error.
async function everyCall(app: ReturnType<typeof init>, db: Database) {
  const {
    command: _,
    command: { aggregate: $ },
  } = db
  const cases = db.collection('cases')
  const first = {
    _id: 'c1',
    no: 'A-1',
    n: 1,
    at: new Date(0),
    sd: db.serverDate({ offset: 1000 }),
    loc: new db.Geo.Point(113.1, 23.2),
    nested: { a: 1 },
    tags: ['x'],
    big: 2 ** 40,
    f: 1.5,
  }
  await cases.count()
  await cases.add(first)
  await cases.add([
    { no: 'A-2', n: 2 },
    { no: 'A-3', n: 3 },
  ])
  const codes = [await settled(cases.add({ _id: 'c1', no: 'A-9' })), await settled(cases.add({ no: 'A-1' }))]
  await cases.doc('c1').get()
  await cases.doc('nope').get()
  const some = { no: _.in(['A-1', 'A-2']), n: _.gte(1).and(_.lt(9)), 'nested.a': _.exists(true) }
  await cases.where(some).orderBy('n', 'desc').limit(10).field({ no: true, n: true }).get()
  await cases.where(_.or({ n: 2 }, { no: /a-3/i })).get()
  await cases.where({ n: _.gt(1) }).count()
  await cases.doc('c1').update({ n: _.inc(5), tags: _.push(['y']), gone: _.remove(), nested: { b: 2 } })
  await cases.where({ _id: 'c1', n: 6 }).update({ n: 7 })
  await cases.where({ _id: 'c1' }).updateAndReturn({ n: _.inc(1) })
  await cases.doc('c2').set({ no: 'B', n: 0 })
  await cases
    .aggregate()
    .match({ n: _.gte(0) })
    .group({ _id: null, total: $.sum('$n') })
    .end()
  await cases.where({ n: _.gte(0) }).get()
  await cases.where({ n: 0 }).remove()
  await cases.doc('c2').remove()
  const one = await db.startTransaction()
  await one.collection('cases').doc('c1').get()
  await one.collection('cases').doc('c1').update({ n: 9 })
  await one.collection('log').add({ e: 'x' })
  await one.collection('log').doc('L1').set({ z: 1 })
  await one.commit()
  const two = await db.startTransaction()
  await two.collection('cases').doc('c1').update({ n: 1000 })
  await two.rollback()
  await cases.doc('c1').field({ n: true }).get()
  await app.callFunction({ name: 'hello', data: { name: 'w' } })
  return codes
}

describe('what the SDK sends', () => {
  const told = vectors.filter(({ call }) => !/conflict/.test(call))
  let server: Awaited<ReturnType<typeof replay>>
  let codes: string[]
  beforeAll(async () => {
    server = await replay(told.map(({ response }) => response))
    const app = init({ env: 'local-env', ...keys, serviceUrl: server.url })
    // The SDK keeps the last context that a function of its process was called with, be it in another file of tests.
    Object.assign(app.constructor, { scfContext: undefined })
    codes = await everyCall(app, app.database())
  })
  afterAll(() => server.stop())

  it('is as many requests as recorded', () => expect(server.sent).toHaveLength(told.length))
  it.each(told.map(({ call }, at) => [call, at] as const))('%s, to the letter', (_, at) => {
    expect(server.sent[at]?.body).toEqual(told[at]?.body)
  })
  it.each(told.map(({ call }, at) => [call, at] as const))('%s, under the same headers', (_, at) => {
    const plain = ({ authorization, ...headers } = told[at]?.headers ?? {}) => headers
    expect(server.sent[at]?.headers).toMatchObject(plain())
    expect(signed(server.sent[at]?.headers.authorization)).toEqual(signed(told[at]?.headers.authorization))
    expect(server.sent[at]?.url).toMatch(/^\/admin\?env=local-env&seqId=[0-9a-f]+_[0-9a-f]+$/)
  })
  it('throws what is answered with a code', () => {
    expect(codes).toEqual(['DATABASE_REQUEST_FAILED', 'DATABASE_REQUEST_FAILED'])
  })
  it('our own conditions, written as operators, are the same on the wire', async () => {
    const update = vectors.find(({ call }) => call === 'update where')
    const other = await replay([update?.response ?? {}])
    const db = init({ env: 'local-env', ...keys, serviceUrl: other.url }).database()
    await db
      .collection('cases')
      .options({ raw: true })
      .where({ _id: 'c1', n: 6 })
      .update({ $set: { n: 7 } })
    await other.stop()
    expect(other.sent[0]?.body).toEqual(update?.body)
  })
})

const signed = (authorization = '') =>
  authorization.replace(/\d{4}-\d\d-\d\d/, 'day').replace(/Signature=\w+/, 'Signature')

describe('what our store sends', () => {
  it('one request to create, one to update, one to list, one to get many; four and two a document for several', async () => {
    const cloud = await startCloudBase()
    const store = cloudStore(cloud.settings)
    const asked = async (call: () => Promise<unknown>) => {
      const before = cloud.requests.length
      await call()
      return cloud.requests.slice(before).map(({ action }) => action.replace('database.', ''))
    }
    const eight = Array.from({ length: 8 }, (_, at) => write('rota', `r${at}`))
    expect(await asked(() => store.save([matter('m', { desk: ['d'] })]))).toEqual(['insertDocument'])
    expect(await asked(() => store.save([matter('m', { desk: ['d'] }, 1)]))).toEqual(['modifyDocument'])
    expect(await asked(() => store.list('matters', { index: 'byDesk', where: { desk: 'd' }, limit: 50 }))).toEqual([
      'getDocument',
    ])
    expect(
      await asked(() =>
        store.getMany(
          'rota',
          eight.map(({ id }) => id),
        ),
      ),
    ).toEqual(['getDocument'])
    expect(await asked(() => store.save(eight))).toEqual([
      'startTransaction',
      ...Array(8).fill('insertDocument'),
      'commitTransaction',
    ])
    expect(await asked(() => store.save(eight.map(({ id }) => write('rota', id, 1))))).toEqual([
      'startTransaction',
      ...Array(8).fill('getDocument'),
      ...Array(8).fill('modifyDocument'),
      'commitTransaction',
    ])
    await cloud.stop()
  })
  it('a page after a cursor is one condition by the index, in every type that may follow', async () => {
    const server = await replay([
      { requestId: 'r', data: { list: [flat('m1'), flat('m2')] } },
      { requestId: 'r', data: { list: [] } },
    ])
    const store = cloudStore({ env: 'local-env', keys, url: server.url })
    const query = { index: 'byDesk', where: { desk: 'd', open: true }, limit: 1 }
    const { next } = await store.list('matters', query)
    await store.list('matters', { ...query, after: next })
    await server.stop()
    const asked = server.sent.map(({ body }) => ({
      query: JSON.parse(String(body.query)),
      order: JSON.parse(String(body.order)),
      limit: body.limit,
    }))
    const one = { $numberInt: '1' }
    expect(asked[0]).toEqual({ query: { desk: 'd', open: true }, order: { dueAt: one, _id: one }, limit: 2 })
    expect(asked[1]?.query).toEqual({
      desk: 'd',
      open: true,
      $or: [{ dueAt: 'x', _id: { $gt: 'm1' } }, { dueAt: { $gt: 'x' } }, { dueAt: { $gte: false } }],
    })
  })
})

const flat = (_id: string) =>
  JSON.stringify({ _id, version: { $numberInt: '1' }, body: '{}', desk: ['d'], open: true, dueAt: 'x' })

describe('the loopback server', () => {
  let cloud: CloudBase
  beforeAll(async () => {
    const declared = { cases: { keys: ['no', 'n'], indexes: { byNo: ['no'] } }, log: { keys: ['e'], indexes: {} } }
    cloud = await startCloudBase({ declared })
  })
  afterAll(() => cloud.stop())

  // What it refuses on purpose: lists without an index, aggregation, unique keys; and functions, which it doesn't have.
  const refused =
    /^(add a taken unique key|list|list by either|list by one|update and return|aggregate|remove where|call a function)$/
  const answerable = vectors.filter(({ call }) => !refused.test(call))
  const ids = new Map<unknown, unknown>()

  it.each(answerable.map((vector) => [vector.call, vector] as const))(
    'answers in the recorded shape: %s',
    async (_, { body, response, headers }) => {
      const transactionId = ids.get(body.transactionId) ?? body.transactionId
      const answer = await fetch(cloud.url, {
        method: 'POST',
        headers: {
          authorization: String(headers.authorization).replace('AKIDfake', cloud.settings.keys?.secretId ?? ''),
        },
        body: JSON.stringify({ ...body, envName: cloud.env, ...(transactionId !== undefined && { transactionId }) }),
      })
      const told = (await answer.json()) as object
      if ('transactionId' in response && 'transactionId' in told) ids.set(response.transactionId, told.transactionId)
      expect(answer.status).toBe(200)
      expect(shapeOf(told)).toEqual(
        shapeOf('code' in response && response.code === 'DATABASE_TRANSACTION_CONFLICT' ? gone : response),
      )
    },
  )
})

// Its transaction was another run's: here it never began.
const gone = { requestId: 'r', code: 'DATABASE_TRANSACTION_FAIL', message: 'm' }

/** Names and types; a code and what was changed as they are, since they are the answer. */
function shapeOf(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])]
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner, key)]))
  return name === 'code' || name === 'updated' ? value : typeof value
}
