import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions } from '@/contract/actions'
import { roles } from '@/domain/decider'
import { after, HOUR } from '@/domain/time'
import { seats } from '../../cloudfunctions/demo/rota'
import { startServer, type TestServer } from '../support/server'
import { wages } from './given'
import { type Schema, unfit } from './schema'

const now = '2026-11-23T10:00:00+08:00'
let bureau: TestServer
beforeAll(async () => {
  bureau = await startServer({ now, county: 'demo' })
})
afterAll(() => bureau.stop())

describe('the demonstration bureau', () => {
  it('starts with nothing in its log, and has somebody in every role', async () => {
    expect(bureau.lines).toEqual([])
    const people = await bureau.demo.people()
    const held = new Set(people.flatMap((person) => person.roles.map(({ role }) => role)))
    expect([...held].sort()).toEqual(roles.filter((role) => role !== 'visitor' && role !== 'system').sort())
  })

  it('has matters in many stages, each open one with a named person responsible', async () => {
    const { items } = await bureau.api('gao', 'desk.list', { desk: 'centre', sort: 'new', limit: 50 })
    const all = ['submitted', 'supplementing', 'refusal-unconfirmed', 'transferred', 'granted-unassigned', 'assigned']
    expect(new Set(items.map(({ stage }) => stage))).toEqual(
      new Set([...all, 'in-hand', 'closing', 'closed', 'withdrawn', 'answered']),
    )
    const open = await bureau.api('gao', 'desk.list', { desk: 'centre', open: true, limit: 50 })
    expect(open.items.length).toBeGreaterThanOrEqual(5)
    const names = new Set((await bureau.demo.people()).map(({ name }) => name))
    for (const { id, stage, responsible, clock } of open.items) {
      expect([...names]).toContain(responsible)
      // What was answered only waits for her word whether it helped.
      if (stage !== 'answered') expect([id, clock?.state]).toEqual([id, 'running'])
      const { people } = await bureau.api('gao', 'matter.get', { id })
      expect(people[0]).toMatchObject({
        roleText: '现在负责的人',
        name: responsible,
        phone: expect.stringMatching(/^1390000/),
      })
    }
  })

  it('names somebody in every seat at every seventh hour of a week, and never a gap', async () => {
    // Each hour of the day comes once, on some day of the week; every minute is the rules' own test.
    const hours = Array.from({ length: 24 }, (_, n) => after('2026-11-23T00:30:00.000+08:00', 7 * n * HOUR))
    for (const { id: seat } of seats) {
      const standing = await Promise.all(hours.map((at) => bureau.api('gao', 'rota.whoIsOn', { seat, at })))
      for (const [n, { items }] of standing.entries()) {
        expect([seat, hours[n], items.length > 0]).toEqual([seat, hours[n], true])
        for (const { name, gap, why } of items) expect([name !== '' && why !== '', gap]).toEqual([true, false])
      }
    }
  })

  it('tells a visitor who answers for each village now, with a number to ring', async () => {
    const towns = (await bureau.api(undefined, 'unit.list', { kind: 'town' })).items
    expect(towns).toHaveLength(9)
    for (const town of towns) {
      const villages = (await bureau.api(undefined, 'unit.list', { parent: town.code })).items
      const circle = await bureau.api(undefined, 'circle.show', { village: villages[0]?.code ?? '' })
      expect(circle).toMatchObject({ town: { code: town.code }, hotline: '12348' })
      expect(circle.onDuty.map(({ seat }) => seat)).toContain(`town:${town.code}`)
      for (const { name, phone } of circle.onDuty) expect([name, phone?.length]).toEqual([name, 11])
    }
  })
})

describe('the API’s own description', () => {
  type Operation = { 'x-roles': string[]; responses: Record<string, { content: Record<string, { schema: Schema }> }> }
  type Document = { paths: Record<string, { post?: Operation }>; components: { schemas: Record<string, Schema> } }
  const document = async () => (await (await fetch(`${bureau.url}/api/openapi.json`)).json()) as Document

  it('lists every action with the roles that have it', async () => {
    const { paths } = await document()
    const described = Object.keys(paths).filter((path) => path.startsWith('/api/'))
    expect(described.sort()).toEqual(
      Object.keys(actions)
        .map((name) => `/api/${name}`)
        .sort(),
    )
    for (const path of described) expect([path, (paths[path]?.post?.['x-roles'].length ?? 0) > 0]).toEqual([path, true])
  })

  it('fits the replies as they really come: done, wrong, refused, not there, first', async () => {
    const { paths, components } = await document()
    const { id } = await bureau.api('zhao', 'aid.submit', { ...wages(), where: { place: '150524101200' } })
    await bureau.api('gao', 'aid.grant', { id })
    const asked = [
      await bureau.ask('zhao', 'matter.get', { id }),
      await bureau.ask('gao', 'matter.get', { id: '' }),
      await bureau.ask(undefined, 'matter.get', { id }),
      await bureau.ask('zhao', 'aid.grant', { id }),
      await bureau.ask('liu', 'matter.get', { id }),
      await bureau.ask('qin', 'aid.grant', { id }),
      await bureau.ask('gao', 'aid.reviewClose', { id, ok: true }),
    ]
    expect(asked.map(({ status }) => status)).toEqual([200, 400, 401, 403, 404, 409, 422])
    for (const { status, body } of asked) {
      const schema = paths['/api/matter.get']?.post?.responses[status]?.content['application/json']?.schema
      expect([status, schema && unfit(schema, body, components.schemas)]).toEqual([status, []])
    }
  })
})
