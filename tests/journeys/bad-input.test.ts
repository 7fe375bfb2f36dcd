import { describe, expect, it } from 'vitest'
import type { Reply } from '@/contract/views'
import type { TestServer } from '../support/server'
import { at, east, story, told, wages } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const requestId = 'r-1234'

const party = { role: 'opponent', name: '某公司' }
const idNumber = (idNumber: string) => ({ applicant: { name: '包群众', idNumber } })

/** One application, with something wrong in it, as a page that is broken or hostile would send it. */
const wrong: [what: string, field: string, code: string, change: object][] = [
  ['no story', 'story', 'missing', { story: undefined }],
  ['a story of nothing but spaces', 'story', 'missing', { story: '   ' }],
  ['a story that is a number', 'story', 'wrong-type', { story: 7 }],
  ['a story of 2001 characters', 'story', 'too-long', { story: '冤'.repeat(2001) }],
  ['a story that turns the text around', 'story', 'bad-characters', { story: '工钱\u202e没给' }],
  ['a story with half a character', 'story', 'bad-characters', { story: '工钱\ud800' }],
  ['a story with a NUL', 'story', 'bad-characters', { story: '工钱\u0000没给' }],
  ['no name', 'applicant.name', 'missing', { applicant: {} }],
  ['an applicant that is a text', 'applicant', 'wrong-type', { applicant: '包群众' }],
  ['a name of 51 characters', 'applicant.name', 'too-long', { applicant: { name: '包'.repeat(51) } }],
  ['a number one digit short', 'applicant.phone', 'bad-phone', { applicant: { name: '包', phone: '1390000001' } }],
  ['an identity number with a wrong check digit', 'applicant.idNumber', 'id-check', idNumber('110101199003077530')],
  ['an identity number of 30 February', 'applicant.idNumber', 'id-birth', idNumber('110101199002300012')],
  ['somebody born tomorrow', 'applicant.birth', 'in-the-future', { applicant: { name: '包', birth: '2026-10-13' } }],
  ['a birthday on 30 February', 'applicant.birth', 'bad-day', { applicant: { name: '包', birth: '1990-02-30' } }],
  ['a village that is not there', 'where.place', 'unknown-place', { where: { place: '150524100299' } }],
  ['an organisation as a place', 'where.place', 'unknown-place', { where: { place: 'firm:1' } }],
  ['a matter that is no topic', 'matter', 'not-an-option', { matter: 'weather' }],
  ['a route that is neither', 'route', 'not-an-option', { route: 'none' }],
  ['no route, which only a clerk may leave for later', 'route', 'missing', { route: undefined }],
  ['a party without a name', 'parties.1.name', 'missing', { parties: [party, { role: 'opponent' }] }],
  ['21 parties', 'parties', 'too-many', { parties: Array(21).fill(party) }],
  ['a file that nobody uploaded', 'evidence.0', 'unknown-file', { evidence: ['f_0123456789abcdefghijkl'] }],
  ['a call registered by herself', 'callFrom', 'not-an-option', { callFrom: '2026-10-12T08:00:00+08:00' }],
  ['no request id', 'requestId', 'missing', { requestId: undefined }],
  ['a request id with a slash', 'requestId', 'bad-request-id', { requestId: '../../x' }],
]

const nothingStored = async (county: TestServer) => {
  expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toEqual([])
  expect(await county.demo.outbox()).toEqual([])
}

describe('an application with something wrong in it', () => {
  it('is answered with the field, a code and a Chinese sentence, and nothing is stored', async () => {
    const county = await at(monday)
    const token = await county.tokenOf('bao')
    for (const [what, field, code, change] of wrong) {
      const { status, body } = await county.http('POST', '/api/aid.submit', { requestId, ...wages(), ...change }, token)
      const { invalid = [] } = body as Extract<Reply<unknown>, { invalid: unknown }>
      expect([what, status, ...invalid.map((problem) => [problem.field, problem.code])]).toEqual([
        what,
        400,
        [field, code],
      ])
      expect(invalid[0]?.message, what).toMatch(/^\p{Script=Han}.*：.*\p{Script=Han}/u)
    }
    await nothingStored(county)
  })

  it('tells everything that is wrong at once, each field once', async () => {
    const county = await at(monday)
    const token = await county.tokenOf('bao')
    const { body } = await county.http('POST', '/api/aid.submit', {}, token)
    const { invalid } = body as Extract<Reply<unknown>, { invalid: unknown }>
    const fields = ['for', 'applicant', 'where', 'matter', 'story', 'route', 'requestId']
    expect(invalid.map(({ field, code }) => [field, code])).toEqual(fields.map((field) => [field, 'missing']))
    await nothingStored(county)
  })

  it('a body that is no JSON, no object or over 100 KB is refused in the same form', async () => {
    const county = await at(monday)
    const token = await county.tokenOf('bao')
    for (const body of ['{"story":', '[]', '"text"', '7', JSON.stringify({ ...wages(), story: 'x'.repeat(110_000) })]) {
      const answer = await county.http('POST', '/api/aid.submit', body, token)
      expect([body.slice(0, 10), answer.status]).toEqual([body.slice(0, 10), 400])
      const { invalid } = answer.body as Extract<Reply<unknown>, { invalid: unknown }>
      for (const { message } of invalid) expect(message).toMatch(/\p{Script=Han}/u)
    }
    await nothingStored(county)
  })

  it('hostile but harmless text is kept letter by letter and given back the same', async () => {
    const county = await at(monday)
    const text = `<script>alert(1)</script> '; DROP TABLE matters; -- \${x} {{y}} %s 𠮷 👩‍⚖️ ᠮᠣᠩᠭᠣᠯ "`
    const { id } = await county.api('bao', 'aid.submit', wages({ story: text, applicant: { name: text.slice(0, 39) } }))
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail).toMatchObject({ story: text, applicant: { name: text.slice(0, 39) } })
    expect(story(hers)).toEqual(['提交了法律援助申请'])
  })

  it('fields nobody asked for are ignored: who she is and who has it are not hers to say', async () => {
    const county = await at(monday)
    const more = {
      owner: 'wu',
      stage: 'closed',
      responsible: { id: 'wu' },
      by: 'gao',
      now: '2030-01-01T00:00:00+08:00',
    }
    const { id } = await county.api('bao', 'aid.submit', { ...wages(), ...more })
    expect(await county.api('bao', 'matter.get', { id })).toMatchObject({ stage: 'submitted', people: [{ id: 'gao' }] })
    expect((await county.ask('wu', 'matter.get', { id })).status).toBe(404)
  })
})

describe('who may ask', () => {
  const as = async (county: TestServer, who: string | undefined, action: string, input: object = {}) => {
    const token = who && (who.includes('.') ? who : await county.tokenOf(who))
    const { status, body } = await county.http('POST', `/api/${action}`, { requestId, ...input }, token)
    return [status, body.ok || ('refused' in body ? body.refused : body)]
  }

  it('without a session: 401 for what needs one, and the query code still works', async () => {
    const county = await at(monday)
    const { id, code } = await county.api('bao', 'aid.submit', wages())
    expect(await as(county, undefined, 'aid.submit', wages())).toEqual([401, 'session.missing'])
    expect(await as(county, undefined, 'matter.get', { id })).toEqual([401, 'session.missing'])
    expect(await as(county, 'no.such.token', 'matter.get', { id })).toEqual([401, 'session.missing'])
    expect(await as(county, undefined, 'matter.track', { code })).toEqual([200, true])
    expect(await as(county, undefined, 'circle.show', { village: east })).toEqual([200, true])
  })

  it('a role that never has the action: 403; a matter that is not his: 404, as if it were not there', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    for (const who of ['bao', 'li', 'fang', 'zhou', 'tang', 'sun'])
      expect([who, ...(await as(county, who, 'aid.grant', { id }))]).toEqual([who, 403, 'permission.role'])
    expect(await as(county, 'li', 'aid.take', { id })).toEqual([404, 'aid.not-found'])
    expect(await as(county, 'gao', 'aid.grant', { id: 'aid:ThisMatterIsNotThere' })).toEqual([404, 'aid.not-found'])
    expect(await as(county, 'gao', 'grievance.accept', { id })).toEqual([403, 'permission.role'])
    expect(await as(county, 'gao', 'project.decide', { id })).toEqual([404, 'action.not-found'])
    expect(await as(county, 'bao', 'desk.list', { desk: 'centre' })).toEqual([403, 'permission.role'])
    expect(await as(county, 'zhou', 'desk.list', { desk: 'centre' })).toEqual([403, 'permission.role'])
    expect(told(await county.demo.outbox(id))).toHaveLength(2)
  })

  it('a step out of turn: 422 with what to do instead', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    expect(await as(county, 'gao', 'aid.reviewClose', { id, ok: true })).toEqual([422, 'aid.not-closing'])
    await county.api('gao', 'aid.grant', { id })
    expect(await as(county, 'li', 'aid.report', { id, change: false })).toEqual([422, 'aid.not-in-hand'])
    const { body } = await county.ask('li', 'aid.take', { id })
    expect(body).toMatchObject({ message: '请先看对方是谁，回答有没有利害关系。' })
  })
})
