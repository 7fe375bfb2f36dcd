import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shapesOf } from '../../cloudfunctions/checked'
import { collections } from '../../cloudfunctions/collections'
import { selectOf } from '../../cloudfunctions/embedded/select'
import { embeddedStore } from '../../cloudfunctions/embedded/store'
import { planOf } from '../../cloudfunctions/plan'
import type { Query } from '../../cloudfunctions/ports'
import { given, ids, matter, write } from './suite/desk'

const folder = mkdtempSync(join(tmpdir(), 'embedded-'))
let made = 0
const fresh = () => join(folder, `${made++}.db`)
afterAll(() => rmSync(folder, { recursive: true }))

const shapes = shapesOf(collections)
const indexes = [...shapes.values()].flatMap((shape) => [...shape.indexes.values()])

describe('every list is answered by its index', () => {
  const path = fresh()
  let db: InstanceType<typeof Libsql>
  beforeAll(async () => {
    await embeddedStore(path).close()
    db = new Libsql(path)
  })
  afterAll(() => void db.close())

  const explained = (collection: string, query: Query) => {
    const { sql, values } = selectOf(planOf(shapes, collection, query))
    const rows = db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .raw()
      .all(...values) as unknown[][]
    return rows.map((row) => String(row[3]))
  }
  // Every number of fixed keys, with and without a range, from the start and from a cursor.
  const shapesOfQuery = (index: (typeof indexes)[number]): Query[] =>
    index.columns.flatMap((_, at) => {
      const where = Object.fromEntries(index.columns.slice(0, at + (index.many ? 1 : 0)).map((column) => [column, 'x']))
      const rest = index.columns.length - Object.keys(where).length
      const ranges: Query['range'][] =
        rest > 0 ? [undefined, { from: 'a' }, { before: 'z' }, { from: 'a', before: 'z' }] : [undefined]
      return ranges.flatMap((range) =>
        (['ascending', 'descending'] as const).flatMap((order) => {
          const query: Query = { index: index.name, where, range, order, limit: 20 }
          const { mark } = planOf(shapes, index.collection, query)
          const after = Buffer.from(JSON.stringify([mark, ...Array(rest).fill('m'), 'id'])).toString('base64url')
          return [query, { ...query, after }]
        }),
      )
    })

  it.each(indexes.map((index) => [`${index.collection}.${index.name}`, index] as const))('%s', (name, index) => {
    for (const query of shapesOfQuery(index)) {
      const plan = explained(index.collection, query)
      const what = JSON.stringify([query, plan])
      const narrowed = Object.keys(query.where).length > 0 || query.range || query.after
      expect(plan[0], what).toMatch(
        index.many ? /^(SEARCH|SCAN) entry USING PRIMARY KEY/ : new RegExp(`USING INDEX ${name}`),
      )
      expect(plan[0], what).toMatch(narrowed ? /^SEARCH/ : /^(SEARCH|SCAN)/)
      for (const line of plan.slice(1))
        expect(line, what).toMatch(/^SEARCH doc USING INDEX sqlite_autoindex_\w+_1 \(_id=\?\)/)
      expect(plan.join(' '), what).not.toMatch(/TEMP B-TREE/)
      // Every equality and both ends of the range reach into the index; none is left to filter rows.
      const reaches = plan[0]?.match(/[=<>]\?|[<>]\(/g)?.length ?? 0
      const bounds =
        selectOf(planOf(shapes, index.collection, query))
          .sql.match(/WHERE (.*) ORDER/)?.[1]
          ?.split(' AND ').length ?? 0
      expect(reaches, what).toBe(bounds)
    }
  })
  it('getMany looks each id up', () => {
    const sql = 'EXPLAIN QUERY PLAN SELECT "body" FROM "matters" WHERE "_id" IN (SELECT value FROM json_each(?))'
    const rows = db.prepare(sql).raw().all('["a"]') as unknown[][]
    expect(String(rows[0]?.[3])).toMatch(/^SEARCH matters USING INDEX sqlite_autoindex_matters_1/)
  })
  it('is in WAL mode, and stays so in the file', () => {
    expect(db.prepare('PRAGMA journal_mode').raw().all().flat()[0]).toBe('wal')
  })
})

describe('opening a file again', () => {
  it('everything is as it was, cursors too', async () => {
    const path = fresh()
    const first = embeddedStore(path)
    await given(
      first,
      ['a', 'b', 'c'].map((id) => matter(id, { desk: ['d'], open: true })),
    )
    const page = await first.list('matters', { index: 'byDesk', where: { desk: 'd' }, limit: 2 })
    const before = await first.getMany('matters', ['a', 'b', 'c'])
    await first.close()
    const second = embeddedStore(path)
    expect(await second.getMany('matters', ['a', 'b', 'c'])).toEqual(before)
    const next = await second.list('matters', { index: 'byDesk', where: { desk: 'd' }, limit: 2, after: page.next })
    expect(ids(next.docs)).toEqual(['c'])
    await second.close()
  })
  it('a database of another program is refused and not a byte of it changed', () => {
    const path = fresh()
    const foreign = new Libsql(path)
    foreign.exec('CREATE TABLE matters (id TEXT); INSERT INTO matters VALUES (1)')
    foreign.close()
    const before = readFileSync(path)
    expect(() => embeddedStore(path)).toThrow(/database of another program/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })
  it('a file that is no database is refused and not a byte of it changed', () => {
    const path = fresh()
    const text = '这不是数据库。'.repeat(500)
    writeFileSync(path, text)
    expect(() => embeddedStore(path)).toThrow(/not a database/)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
  it('folders on the way are made', async () => {
    const path = join(folder, 'new', 'newer', 'store.db')
    await embeddedStore(path).close()
    expect(existsSync(path)).toBe(true)
  })
  it('two stores on one file see each other’s writes and never both win', async () => {
    const path = fresh()
    const [one, two] = [embeddedStore(path), embeddedStore(path)]
    await one.save([write('rota', 'r', 0, {}, '1')])
    expect((await two.get('rota', 'r'))?.body).toBe('1')
    expect(await two.save([write('rota', 'r', 1, {}, '2')])).toEqual({ ok: true })
    expect(await one.save([write('rota', 'r', 1, {}, '3')])).toMatchObject({ ok: false })
    expect((await one.get('rota', 'r'))?.body).toBe('2')
    await one.close()
    await two.close()
  })
  it('a copy of the file and its log, taken while it is open, is whole', async () => {
    const path = fresh()
    const store = embeddedStore(path)
    await store.save([write('rota', 'r')])
    for (const end of ['', '-wal']) copyFileSync(path + end, `${path}.copy${end}`)
    const copy = embeddedStore(`${path}.copy`)
    expect((await copy.get('rota', 'r'))?.version).toBe(1)
    await copy.close()
    await store.close()
  })
})
