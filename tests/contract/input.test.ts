import { describe, expect, it } from 'vitest'
import { type ActionName, actions } from '@/contract/actions'
import { application, type Given, reach, value, world } from '../given-world'

type Invalid = { field: string; code: string; message: string }
/** What is wrong with an input, as `field code`; checks that each problem has a sentence and that nothing was stored. */
async function wrong(w: Given, who: string | undefined, action: string, input: object): Promise<string[]> {
  const before = await w.docs()
  const { status, reply } = await w.as(who)(action, input)
  expect(status, JSON.stringify(reply)).toBe(400)
  if (reply.ok || !('invalid' in reply)) throw new Error(JSON.stringify(reply))
  for (const { message } of reply.invalid as Invalid[]) {
    expect(message).toMatch(/\p{Script=Han}/u)
    expect(message).not.toMatch(/undefined|填的不对：|[a-z]{4,}/)
  }
  expect(await w.docs()).toEqual(before)
  return reply.invalid.map(({ field, code }) => `${field} ${code}`)
}
const at = (path: string, put: unknown): object => {
  const form = structuredClone(application({ parties: [{ role: 'opponent', name: '某公司' }] })) as Record<
    string,
    unknown
  >
  const keys = path.split('.')
  const last = keys.pop() as string
  let inside = form
  for (const key of keys) {
    inside[key] ??= {}
    inside = inside[key] as Record<string, unknown>
  }
  if (put === undefined) delete inside[last]
  else inside[last] = put
  return form
}

describe('an application', () => {
  it.each<[string, unknown, string]>([
    ['story', undefined, 'story missing'],
    ['story', null, 'story missing'],
    ['story', '   ', 'story missing'],
    ['story', 7, 'story wrong-type'],
    ['story', ['a'], 'story wrong-type'],
    ['story', { $gt: '' }, 'story wrong-type'],
    ['story', '长'.repeat(2001), 'story too-long'],
    ['story', '铃\u0007响', 'story bad-characters'],
    ['story', '空\u0000字', 'story bad-characters'],
    ['story', '反\u202e过来', 'story bad-characters'],
    ['story', '隔\u2066离', 'story bad-characters'],
    ['story', '半\ud800个', 'story bad-characters'],
    ['story', '半个\udc00', 'story bad-characters'],
    ['for', 'nobody', 'for not-an-option'],
    ['for', '__proto__', 'for not-an-option'],
    ['matter', 'constructor', 'matter not-an-option'],
    ['route', undefined, 'route missing'],
    ['where', undefined, 'where missing'],
    ['where', 'here', 'where wrong-type'],
    ['where.place', '150524999999', 'where.place unknown-place'],
    ['where.place', 'constructor', 'where.place unknown-place'],
    ['where.place', 'firm:1', 'where.place unknown-place'],
    ['where.place', '__proto__', 'where.place unknown-place'],
    ['where.place', { $ne: null }, 'where.place wrong-type'],
    ['where.body', '长'.repeat(101), 'where.body too-long'],
    ['applicant', undefined, 'applicant missing'],
    ['applicant.name', undefined, 'applicant.name missing'],
    ['applicant.name', '长'.repeat(51), 'applicant.name too-long'],
    ['applicant.name', '名\u202e字', 'applicant.name bad-characters'],
    ['applicant.phone', '1381234567', 'applicant.phone bad-phone'],
    ['applicant.phone', 13_812_345_678, 'applicant.phone wrong-type'],
    ['applicant.idNumber', '150524', 'applicant.idNumber id-length'],
    ['applicant.idNumber', '11010519491231002A', 'applicant.idNumber id-characters'],
    ['applicant.idNumber', '11010519490230002X', 'applicant.idNumber id-birth'],
    ['applicant.idNumber', '110105194912310021', 'applicant.idNumber id-check'],
    // Born tomorrow; its check digit holds.
    ['applicant.idNumber', '150524202610010019', 'applicant.idNumber id-birth'],
    ['applicant.birth', '2026-02-29', 'applicant.birth bad-day'],
    ['applicant.birth', '1990-1-1', 'applicant.birth bad-day'],
    ['applicant.birth', '2026-10-01', 'applicant.birth in-the-future'],
    ['applicant.language', 'en', 'applicant.language not-an-option'],
    ['parties', 'none', 'parties wrong-type'],
    ['parties', Array.from({ length: 21 }, () => ({ role: 'third', name: '甲' })), 'parties too-many'],
    ['parties.0.name', undefined, 'parties.0.name missing'],
    ['parties.0.role', 'friend', 'parties.0.role not-an-option'],
    ['parties.0.creditCode', '91350100M000100Y44', 'parties.0.creditCode bad-credit-code'],
    ['parties.0.idNumber', '110105194912310021', 'parties.0.idNumber id-check'],
    ['evidence', ['nofile'], 'evidence.0 bad-id'],
    ['evidence', ['f_0123456789abcdef'], 'evidence.0 unknown-file'],
    ['evidence', Array.from({ length: 10 }, (_, n) => `f_0123456789abcde${n}`), 'evidence too-many'],
    ['income', -1, 'income wrong-type'],
    ['where.elsewhere', '长'.repeat(101), 'where.elsewhere too-long'],
    ['happened', '2026-10-01', 'happened in-the-future'],
    ['happened', '2026-9-1', 'happened bad-day'],
    ['parties.0.name', '包某', 'parties.0.name is-the-applicant'],
    ['tell', [], 'tell missing'],
    ['tell', ['kin'], 'kin missing'],
    ['tell', ['neighbour'], 'tell.0 not-an-option'],
    ['source', 'counter', 'source not-an-option'],
    ['slip', 'ABCDEFGHJKMNP', 'slip not-an-option'],
    ['callFrom', '2026-09-30T09:00', 'callFrom bad-instant'],
    ['callFrom', '2026-09-31T09:00:00+08:00', 'callFrom bad-instant'],
    ['callFrom', '2026-09-30T10:01:00+08:00', 'callFrom in-the-future'],
    ['callFrom', '2026-09-30T09:00:00+08:00', 'callFrom not-an-option'],
    ['requestId', 'no', 'requestId bad-request-id'],
    ['requestId', 'has spaces in it', 'requestId bad-request-id'],
    ['requestId', { $gt: '' }, 'requestId wrong-type'],
  ])('%s = %j: %s', async (path, put, problem) => {
    const w = await world()
    expect(await wrong(w, 'bao', 'aid.submit', at(path, put))).toContain(problem)
  })
  it('tells everything that is wrong with it at once, each field by its path', async () => {
    const w = await world()
    const form = { for: 'me', applicant: { phone: '1' }, where: {}, parties: [{ role: 'x' }, { name: 5 }] }
    expect((await wrong(w, 'bao', 'aid.submit', form)).sort()).toEqual(
      [
        'for not-an-option',
        'route missing',
        'applicant.name missing',
        'applicant.phone bad-phone',
        'where.place missing',
        'matter missing',
        'story missing',
        'parties.0.role not-an-option',
        'parties.0.name missing',
        'parties.1.role missing',
        'parties.1.name wrong-type',
      ].sort(),
    )
  })
  it('how hardship is shown is asked of whoever applies, and of a helper; a clerk may leave it for later', async () => {
    const w = await world()
    const forwarded = { consent: { kind: 'witness', name: '丁' }, tell: ['helper'] }
    expect(await wrong(w, 'bao', 'aid.submit', at('route', undefined))).toEqual(['route missing'])
    expect(await wrong(w, 'mei', 'aid.submit', { ...at('route', undefined), forwarded })).toEqual(['route missing'])
    for (const who of ['gao', 'tong', 'ke'])
      expect((await w.as(who)('aid.submit', { ...at('route', undefined), forwarded })).status).toBe(200)
  })
  it('by which door it came is a clerk’s to say; a message from the group needs the person’s consent', async () => {
    const w = await world()
    const { forwarded } = { forwarded: { consent: { kind: 'witness', name: '丁' }, tell: ['person'] } }
    for (const who of ['bao', 'mei'])
      expect(await wrong(w, who, 'aid.submit', { ...application(), forwarded, source: 'group' })).toContain(
        'source not-an-option',
      )
    expect(await wrong(w, 'gao', 'aid.submit', application({ source: 'group' }))).toEqual(['forwarded missing'])
    expect((await w.as('gao')('aid.submit', application({ source: 'counter' }))).status).toBe(200)
  })
  it('names the field in words, with its place in a list', async () => {
    const w = await world()
    const { reply } = await w.as('bao')('aid.submit', at('parties.0.name', ''))
    expect(!reply.ok && 'invalid' in reply && reply.invalid).toEqual([
      { field: 'parties.0.name', code: 'missing', message: '对方和相关的人（第 1 个）的名字：还没填' },
    ])
  })
  it('born after it happened, in the field or in the number, and a limit before the thing itself', async () => {
    const w = await world()
    const happened = '1949-12-30'
    expect(await wrong(w, 'bao', 'aid.submit', { ...at('applicant.birth', '1949-12-31'), happened })).toEqual([
      'applicant.birth born-after-it',
    ])
    expect(
      await wrong(w, 'bao', 'aid.submit', { ...at('applicant.idNumber', '11010519491231002X'), happened }),
    ).toEqual(['applicant.idNumber born-after-it'])
    const days = { happened: '2026-09-02', deadline: '2026-09-01' }
    expect(await wrong(w, 'bao', 'aid.submit', application(days))).toEqual(['deadline before-it-happened'])
    const same = { ...application({ happened: '2026-09-02', deadline: '2026-09-02' }) }
    expect((await w.as('bao')('aid.submit', same)).status).toBe(200)
  })
  it('from a helper says how the person agreed; a call from before the limits were in force is no call', async () => {
    const w = await world()
    expect(await wrong(w, 'mei', 'aid.submit', application())).toEqual(['forwarded missing'])
    for (const callFrom of ['2020-01-01T00:00:00+08:00', '1000-01-01T00:00:00+08:00'])
      expect(await wrong(w, 'gao', 'aid.submit', application({ callFrom }))).toEqual([
        expect.stringMatching(/^callFrom /),
      ])
  })
  it('is read forgivingly where nothing is lost: spaces, dashes, a small x', async () => {
    const w = await world()
    const applicant = { name: '  包某 ', phone: '138 1234-5678', idNumber: '110105 19491231 002x', birth: '1949-12-31' }
    const view = value(await w.as('bao')('aid.submit', application({ applicant })))
    expect(view.detail.applicant).toMatchObject({ name: '包某', phone: '138****5678', idNumber: '110***********002X' })
  })
  it('keeps emoji, Mongolian script, new lines and characters beyond the first plane', async () => {
    const w = await world()
    const story = 'ᠮᠣᠩᠭᠣᠯ\n𠮷野家👨‍👩‍👧欠我工钱\t三千'
    expect(value(await w.as('bao')('aid.submit', application({ story }))).detail.story).toBe(story)
  })
  it('of a person born today is a person’s', async () => {
    const w = await world()
    expect((await w.as('bao')('aid.submit', at('applicant.birth', '2026-09-30'))).status).toBe(200)
  })
})

describe('the other actions', () => {
  it.each<[string, ActionName, object, string]>([
    ['gao', 'aid.grant', { lawyer: '../li' }, 'lawyer bad-id'],
    ['gao', 'aid.grant', { lawyer: { $ne: '' } }, 'lawyer wrong-type'],
    ['gao', 'aid.grant', { why: '长'.repeat(501) }, 'why too-long'],
    ['gao', 'aid.grant', { id: undefined }, 'id missing'],
    ['gao', 'aid.grant', { id: { $gt: '' } }, 'id wrong-type'],
    ['gao', 'aid.grant', { version: -1 }, 'version wrong-type'],
    ['gao', 'aid.grant', { version: '1' }, 'version wrong-type'],
    ['li', 'aid.conflictAnswer', { conflict: true }, 'conflict not-an-option'],
    ['li', 'aid.report', { change: 'yes' }, 'change wrong-type'],
    ['li', 'aid.report', { change: true, text: '长'.repeat(1001) }, 'text too-long'],
    ['li', 'aid.close', { result: 'won', text: '赢了' }, 'result not-an-option'],
    ['li', 'aid.close', { result: 'other', text: '完', papers: ['f_0123456789abcdef'] }, 'papers.0 unknown-file'],
    ['gao', 'aid.reviewClose', {}, 'ok missing'],
    ['gao', 'aid.supplementList', { items: [] }, 'items missing'],
    ['gao', 'aid.supplementList', { items: [{ key: 'a b', text: '证' }] }, 'items.0.key bad-id'],
    [
      'gao',
      'aid.supplementList',
      {
        items: [
          { key: 'a', text: '证' },
          { key: 'a', text: '证' },
        ],
      },
      'items duplicate',
    ],
    ['bao', 'aid.supplement', { items: [{ key: 'a' }] }, 'items.0.text missing'],
    [
      'bao',
      'aid.supplement',
      { items: [{ key: 'a', fileIds: ['f_0123456789abcdef'] }] },
      'items.0.fileIds.0 unknown-file',
    ],
    ['gao', 'aid.deemedWithdrawn', {}, 'call missing'],
    ['gao', 'aid.refuse', { article: '31-5' }, 'why missing'],
    ['gao', 'aid.refuse', { article: '第三十一条', why: '不属于' }, 'article not-an-article'],
    ['gao', 'aid.refuse', { article: '0', why: '不属于' }, 'article not-an-article'],
    ['gao', 'aid.transfer', { to: '沈阳', why: '' }, 'why missing'],
    ['gao', 'aid.transfer', { to: { agency: '沈阳', phone: '12' }, why: '在那里' }, 'to.phone bad-phone'],
    ['gao', 'aid.ruleChange', { ok: true }, 'why missing'],
    ['gao', 'aid.complete', { happened: '2026-09-02', deadline: '2026-09-01' }, 'deadline before-it-happened'],
    ['gao', 'aid.complete', { happened: '2026-10-01' }, 'happened in-the-future'],
    ['bao', 'aid.parties', { parties: [{ role: 'opponent', name: '包某' }] }, 'parties.0.name is-the-applicant'],
    ['bao', 'aid.rate', { stars: 0 }, 'stars not-an-option'],
    ['bao', 'aid.rate', { stars: 6 }, 'stars not-an-option'],
    ['bao', 'aid.rate', { stars: 2.5 }, 'stars wrong-type'],
    ['ma', 'aid.calledBack', { reached: true }, 'stars missing'],
    ['gao', 'aid.rectified', { text: ' ' }, 'text missing'],
    ['gao', 'matter.note', { text: '' }, 'text missing'],
    ['gao', 'matter.reassign', { to: 'ma' }, 'why missing'],
    ['gao', 'matter.reassign', { to: 'li', why: '病了' }, 'to not-of-the-centre'],
    ['gao', 'slip.print', { village: '150524100200', count: 21 }, 'count too-many'],
    ['gao', 'slip.print', { village: '150524100200', count: 0 }, 'count too-small'],
    ['mei', 'slip.print', { village: '150524101200' }, 'village unknown-place'],
    ['gao', 'desk.list', { desk: 'kitchen' }, 'desk not-an-option'],
    ['gao', 'desk.list', { desk: 'centre', stage: 'boiling' }, 'stage unknown-stage'],
    ['gao', 'desk.list', { desk: 'centre', stage: 'constructor' }, 'stage unknown-stage'],
    ['gao', 'desk.list', { desk: 'centre', limit: 51 }, 'limit too-many'],
    ['gao', 'desk.list', { desk: 'centre', after: 'nonsense' }, 'after bad-cursor'],
    ['bao', 'matter.list', { after: 'WyJ4Il0' }, 'after bad-cursor'],
    ['bao', 'notice.list', { after: '{}' }, 'after bad-cursor'],
    ['bao', 'unit.list', { after: Buffer.from('["x",1,2,3]').toString('base64url') }, 'after bad-cursor'],
    ['bao', 'unit.list', { kind: 'planet' }, 'kind not-an-option'],
    ['bao', 'notice.seen', { ids: Array.from({ length: 51 }, (_, n) => `n${n}`) }, 'ids too-many'],
    ['bao', 'session.actAs', { role: 'emperor' }, 'role not-an-option'],
    ['gao', 'rota.whoIsOn', { seat: 'centre-duty', at: 'noon' }, 'at bad-instant'],
    ['bao', 'matter.track', { code: ['a'] }, 'code wrong-type'],
  ])('%s %s %j: %s', async (who, action, input, problem) => {
    const w = await world()
    const id = await reach(w, 'submitted')
    const own = 'id' in actions[action].input.entries ? { id } : {}
    expect(await wrong(w, who, action, { ...own, ...input })).toContain(problem)
  })
  it('an id of another kind, or of none, is not found, in words', async () => {
    const w = await world()
    for (const id of ['foo:12345678', 'project:12345678', 'constructor:12345678'])
      expect((await w.as('gao')('aid.grant', { id })).reply).toMatchObject({
        refused: 'matter.not-found',
        message: '没找到这件事。请核对查询码或编号；也可能它不归您看。',
      })
  })
  it('a cursor of one list doesn’t open another', async () => {
    const w = await world()
    for (let n = 0; n < 3; n++) value(await w.as('bao')('aid.submit', application()))
    const { next } = value<{ next: string }>(await w.as('bao')('matter.list', { limit: 2 }))
    expect(await wrong(w, 'gao', 'desk.list', { desk: 'centre', after: next })).toEqual(['after bad-cursor'])
    expect(await wrong(w, 'wu', 'matter.list', { after: next })).toEqual(['after bad-cursor'])
  })
})

describe('keys that a language gives a meaning', () => {
  it('are neither read nor stored, and pollute nothing', async () => {
    const w = await world()
    const nested = `{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"requestId":"proto-1"}`
    expect(await wrong(w, 'bao', 'aid.submit', JSON.parse(nested))).toContain('story missing')
    const only = JSON.parse(`{"requestId":"proto-2","__proto__":${JSON.stringify(application())}}`)
    expect(await wrong(w, 'bao', 'aid.submit', only)).toHaveLength(6)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
  it('an unknown field is left out, whatever it is called', async () => {
    const w = await world()
    const more = JSON.parse('{"__proto__":{"stage":"closed"},"$where":"1","stage":"closed","owner":"wu","open":false}')
    value(await w.as('bao')('aid.submit', { ...application(), ...more }))
    const [matter] = await w.docs('matters')
    expect(matter?.keys).toMatchObject({ stage: 'submitted', open: true })
    expect(JSON.stringify(matter)).not.toContain('$where')
  })
})
