import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { acting, at, county, east, people, story, wages, west, wrongs } from './given'

/** All that waits for a lawyer, proposed and assigned at once: what one by one would give stands beside it. */

const NOW = '2026-10-12T09:00:00+08:00'
const speaks = (person: object, languages: string[], lawyer: object) => {
  const one = person as typeof people.li
  return { ...one, languages, lawyer: { ...one.lawyer, ...lawyer } }
}
/** Li speaks Mongolian, Wang doesn't; each has room for so many. Wang is of the town only where `towns` says so. */
const withRoom = (li: number, wang: number, languages = ['zh', 'mn'], towns: string[] = []) => ({
  county: county({
    people: Object.values({
      ...people,
      li: speaks(people.li, languages, { capacity: li }),
      wang: speaks(people.wang, ['zh'], { capacity: wang, towns }),
    }),
  }),
})
/** Each a minute after the one before, so that it is known who waits longer. */
async function applied(server: TestServer, name: string, more: object = {}, applicant: object = {}) {
  await server.demo.advance('PT1M')
  const said = { applicant: { name, phone: '13900000011', ...applicant }, story: `${name}的事` }
  return (await server.api('bao', 'aid.submit', wages({ ...said, ...more }))).id
}
/** Granted while nobody of the county speaks her language; then it turns out that she speaks Chinese. */
async function waiting(server: TestServer, name: string) {
  const id = await applied(server, name, {}, { language: 'mn' })
  const { stage } = await server.api('gao', 'aid.grant', { id })
  expect(stage).toBe('granted-unassigned')
  await acting(server, id)('gao', 'aid.complete', { applicant: { language: 'zh' } })
  return id
}
const noMongolian = (li: number, wang: number) => withRoom(li, wang, ['zh'])
const now = (server: TestServer, id: string) => server.api('gao', 'matter.get', { id })
const pairs = ({ items }: { items: { matter: { id: string }; lawyer: { lawyer: string } }[] }) =>
  Object.fromEntries(items.map(({ matter, lawyer }) => [matter.id, lawyer.lawyer]))

describe('what waits is proposed at once', () => {
  it('nothing waits: nothing is proposed', async () => {
    const server = await at(NOW)
    await applied(server, '甲')
    expect(await server.api('gao', 'aid.batch', {})).toEqual({
      items: [],
      left: [],
      placed: 0,
      total: 0,
      best: 0,
      oneByOne: { placed: 0, total: 0 },
      groups: [],
      more: false,
    })
  })

  it('one by one the first takes the only Mongolian speaker; together both have somebody, and the page can say so', async () => {
    const server = await at(NOW, withRoom(1, 1))
    const chinese = await applied(server, '甲')
    const mongolian = await applied(server, '乙', {}, { language: 'mn' })
    const found = await server.api('gao', 'aid.batch', { also: [chinese, mongolian] })
    expect(pairs(found)).toEqual({ [chinese]: 'wang', [mongolian]: 'li' })
    expect(found).toMatchObject({ placed: 2, left: [], oneByOne: { placed: 1 }, more: false })
    expect(found.total).toBe(found.best)
    expect(found.items.map(({ alone }) => alone)).toEqual([{ lawyer: 'li', name: '李律' }, null])
    expect(found.items[0]?.matter).toMatchObject({ applicant: '甲', stage: 'submitted' })
    expect(found.items[0]?.lawyer.reasons).toContain('手上 0 件，最多 1 件')
    // Asking changes nothing.
    expect((await now(server, chinese)).stage).toBe('submitted')
  })

  it('who gets nobody is told why, and who waits longest is asked first', async () => {
    const server = await at(NOW, noMongolian(1, 0))
    const first = await waiting(server, '甲')
    const second = await waiting(server, '乙')
    const found = await server.api('sun', 'aid.batch', {})
    expect(pairs(found)).toEqual({ [first]: 'li' })
    expect(found.left.map(({ matter, reasons }) => [matter.id, reasons])).toEqual([
      [second, ['1 位：手上已满', '1 位：执业类别不办这类事', '1 位：能办，这一批里都派满了']],
    ])
  })

  it('both sides of one quarrel never go in one batch: the wall can’t see what isn’t assigned yet', async () => {
    const server = await at(NOW)
    const other = { name: '吴群众', phone: '13900000012', idNumber: '110101198001010010' }
    const bao = { name: '包群众', phone: '13900000011', idNumber: '110101199003077539' }
    const ours = await applied(server, bao.name, { parties: [{ role: 'opponent', ...other }] }, bao)
    const theirs = (
      await server.api('wu', 'aid.submit', wages({ applicant: other, parties: [{ role: 'opponent', ...bao }] }))
    ).id
    const found = await server.api('gao', 'aid.batch', { also: [ours, theirs] })
    expect(Object.keys(pairs(found))).toEqual([ours])
    expect(found.left).toMatchObject([
      { matter: { id: theirs }, reasons: ['和这一批里另一件是对方，等那一件派好再派'] },
    ])
  })

  it('only for the centre and its supervisor, and only the centre assigns', async () => {
    const server = await at(NOW)
    const id = await applied(server, '甲')
    for (const who of ['bao', 'li', 'zhou', 'tang', 'fang'])
      expect(await server.ask(who, 'aid.batch', {})).toMatchObject({ status: 403 })
    const items = [{ id, lawyer: 'li', grant: true }]
    for (const who of ['bao', 'li', 'sun'])
      expect(await server.ask(who, 'aid.batchAssign', { items })).toMatchObject({ status: 403 })
    expect((await now(server, id)).stage).toBe('submitted')
  })
})

describe('a batch is assigned', () => {
  it('each as a step of its own: clocks run, the lawyer is asked, the decision names its reason', async () => {
    const server = await at(NOW, noMongolian(8, 8))
    const waits = await waiting(server, '甲')
    const read = await applied(server, '乙')
    const found = await server.api('gao', 'aid.batch', { also: [read] })
    const items = found.items.map(({ matter, lawyer }) => ({
      id: matter.id,
      lawyer: lawyer.lawyer,
      grant: matter.stage === 'submitted',
    }))
    const done = await server.api('gao', 'aid.batchAssign', { items, why: '符合条件' })
    expect(done.items.map(({ id, done }) => [id, done])).toEqual([
      [waits, true],
      [read, true],
    ])
    for (const id of [waits, read]) {
      const matter = await now(server, id)
      expect(matter).toMatchObject({ stage: 'assigned', detail: { lawyer: { id: pairs(found)[id] } } })
      expect(matter.clocks.filter(({ state }) => state === 'running').map(({ code }) => code)).toEqual(
        expect.arrayContaining(['aid.contact', 'aid.sign']),
      )
    }
    expect((await now(server, read)).detail.decision).toMatchObject({ by: '高审查' })
    // He answers the conflict question like after any other assignment.
    const lawyer = pairs(found)[waits] ?? ''
    expect((await acting(server, waits)(lawyer, 'aid.conflictAnswer', { conflict: 'no' })).stage).toBe('assigned')
    expect((await server.api('gao', 'aid.batch', {})).items).toEqual([])
  })

  it('one that lost its lawyer in between is told and goes on waiting; the others are assigned all the same', async () => {
    const server = await at(NOW, noMongolian(1, 1))
    const first = await waiting(server, '甲')
    const second = await waiting(server, '乙')
    const chosen = pairs(await server.api('gao', 'aid.batch', {}))
    const rival = await applied(server, '丙')
    await acting(server, rival)('qin', 'aid.grant', { lawyer: chosen[first] ?? '', why: '先到' })
    const items = [first, second].map((id) => ({ id, lawyer: chosen[id] ?? '' }))
    const done = await server.api('gao', 'aid.batchAssign', { items })
    expect(done.items).toMatchObject([
      { id: first, done: false, refused: 'aid.lawyer-excluded', message: expect.stringContaining('手上已满') },
      { id: second, done: true },
    ])
    expect(await now(server, first)).toMatchObject({ stage: 'granted-unassigned' })
    expect(await now(server, second)).toMatchObject({ stage: 'assigned', detail: { lawyer: { id: chosen[second] } } })
  })

  it('what somebody else assigned meanwhile is told with his name', async () => {
    const server = await at(NOW, noMongolian(8, 8))
    const id = await waiting(server, '甲')
    await acting(server, id)('qin', 'aid.assign', {})
    const { items } = await server.api('gao', 'aid.batchAssign', { items: [{ id, lawyer: 'wang' }] })
    expect(items).toMatchObject([
      { done: false, refused: 'matter.changed', message: expect.stringContaining('秦审查') },
    ])
    expect((await now(server, id)).detail.lawyer?.id).toBe('li')
  })

  it('sent again under the same request id it is the same answer, and nothing is done twice', async () => {
    const server = await at(NOW, noMongolian(1, 1))
    const ids = [await waiting(server, '甲'), await waiting(server, '乙'), await waiting(server, '丙')]
    const items = ids.map((id, n) => ({ id, lawyer: n === 1 ? 'wang' : 'li' }))
    const asked = { items, requestId: '01JBATCH00000000000000000A' }
    const once = await server.ask('gao', 'aid.batchAssign', asked)
    expect(once.body).toMatchObject({ ok: true, value: { items: [{ done: true }, { done: true }, { done: false }] } })
    const before = await Promise.all(ids.map((id) => now(server, id)))
    const again = await server.ask('gao', 'aid.batchAssign', asked)
    expect(again.body).toEqual(once.body)
    const after = await Promise.all(ids.map((id) => now(server, id)))
    expect(after.map(story)).toEqual(before.map(story))
    expect(after.map(({ version }) => version)).toEqual(before.map(({ version }) => version))
    // The same id with something else in it isn't the same request.
    const other = await server.ask('gao', 'aid.batchAssign', { ...asked, items: items.slice(0, 1) })
    expect(other.body).toMatchObject({ ok: true, value: { items: [{ done: false, refused: 'request.reused' }] } })
  })

  it('two clerks at once: each matter has one lawyer, and no lawyer more than his room', async () => {
    const server = await at(NOW, noMongolian(2, 2))
    const ids: string[] = []
    for (const name of ['甲', '乙', '丙', '丁']) ids.push(await waiting(server, name))
    const [mine, hers] = [ids.map((id) => ({ id, lawyer: 'li' })), ids.map((id) => ({ id, lawyer: 'wang' }))]
    const answers = await Promise.all([
      server.api('gao', 'aid.batchAssign', { items: mine }),
      server.api('qin', 'aid.batchAssign', { items: hers }),
    ])
    const given = (await Promise.all(ids.map((id) => now(server, id)))).map(({ detail }) => detail.lawyer?.id)
    const held = (who: string) => given.filter((lawyer) => lawyer === who).length
    expect([held('li'), held('wang')]).toEqual([2, 2])
    expect(answers.flatMap(({ items }) => items).filter(({ done }) => done)).toHaveLength(4)
  })

  it('what is wrong in it is said beside its field, and nothing is done', async () => {
    const server = await at(NOW)
    const id = await applied(server, '甲')
    const ask = async (input: object) => wrongs(await server.ask('gao', 'aid.batchAssign', input as never))
    expect(await ask({ items: [] })).toEqual(['items missing'])
    expect(
      await ask({
        items: [
          { id, lawyer: 'li' },
          { id, lawyer: 'wang' },
        ],
      }),
    ).toEqual(['items duplicate'])
    expect(await ask({ items: [{ id }] })).toEqual(['items.0.lawyer missing'])
    const unknown = await server.api('gao', 'aid.batchAssign', {
      items: [
        { id: 'aid:nobody', lawyer: 'li' },
        { id, lawyer: 'li' },
        { id: await applied(server, '乙'), lawyer: 'nobody', grant: true },
      ],
    })
    expect(unknown.items.map((item) => 'refused' in item && item.refused)).toEqual([
      'aid.not-found',
      'aid.not-waiting-for-a-lawyer',
      'aid.lawyer-unknown',
    ])
    expect((await now(server, id)).stage).toBe('submitted')
  })
})

describe('one claim of several people', () => {
  const employer = [{ role: 'opponent' as const, name: '某建筑公司', phone: '13900000099' }]
  it('asked to stay together goes to one lawyer, and the page is told what that costs', async () => {
    const server = await at(NOW, withRoom(8, 8, ['zh'], ['150524100']))
    const workers: string[] = []
    for (const name of ['甲', '乙', '丙', '丁', '戊', '己'])
      workers.push(await applied(server, name, { parties: employer, where: { place: name === '己' ? west : east } }))
    const apart = await server.api('gao', 'aid.batch', { also: workers })
    expect(new Set(Object.values(pairs(apart))).size).toBe(2)
    const kept = await server.api('gao', 'aid.batch', { also: workers, together: true })
    expect(new Set(Object.values(pairs(kept))).size).toBe(1)
    expect(kept.groups).toEqual([{ matters: 6, lawyers: 1 }])
    expect(kept.items.map(({ group }) => group)).toEqual([0, 0, 0, 0, 0, 0])
    expect(kept.best).toBe(apart.total)
    expect(kept.total).toBeLessThan(kept.best)
    const items = kept.items.map(({ matter, lawyer }) => ({ id: matter.id, lawyer: lawyer.lawyer, grant: true }))
    expect((await server.api('gao', 'aid.batchAssign', { items })).items.every(({ done }) => done)).toBe(true)
  })
  it('another thing against the same employer is no part of it', async () => {
    const server = await at(NOW)
    const ids = [
      await applied(server, '甲', { parties: employer }),
      await applied(server, '乙', { parties: employer, matter: 'debt' }),
    ]
    const found = await server.api('gao', 'aid.batch', { also: ids, together: true })
    expect(found.groups).toEqual([])
  })
})
