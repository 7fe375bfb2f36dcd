import { describe, expect, it } from 'vitest'
import type { MatterView, Reply } from '@/contract/views'
import { application, type Given, value, world } from '../given-world'

/** Invented, and found nowhere else: whatever of this lies in the clear anywhere was left there by us. */
const canaries = {
  name: '泄露甲',
  phone: '13712300001',
  idNumber: '11010519491231002X',
  birth: '1949-12-31',
  story: '泄露乙的工钱没有给',
  income: '泄露丙',
  group: '泄露丁',
  body: '泄露戊派出所',
  party: '泄露己',
  partyPhone: '13712300002',
  creditCode: '91350100M000100Y43',
  kin: '泄露庚',
  kinPhone: '13712300003',
  witness: '泄露辛',
  grantWhy: '泄露壬',
  conflictWhy: '泄露癸',
  contactNote: '泄露子',
  report: '泄露丑开庭了',
  achieved: '泄露寅拿到了',
  returned: '泄露卯没有写',
  withdrawn: '泄露辰不办了',
}
const c = canaries
const form = application({
  for: 'other',
  applicant: { name: c.name, phone: c.phone, idNumber: c.idNumber, birth: c.birth, groups: [c.group] },
  where: { place: '150524100200', body: c.body },
  story: c.story,
  income: { monthly: 900, note: c.income },
  parties: [{ role: 'opponent', name: c.party, phone: c.partyPhone, creditCode: c.creditCode }],
  forwarded: {
    consent: { kind: 'witness', name: c.witness },
    tell: ['person', 'kin', 'helper'],
    kin: { name: c.kin, phone: c.kinPhone },
  },
})

/** A matter forwarded by the village, through every step that takes words, up to `withdrawn` again or closed. */
async function lived(w: Given): Promise<string> {
  const { id } = value(await w.as('mei')('aid.submit', form))
  const path: [string, string, object][] = [
    ['gao', 'aid.grant', { lawyer: 'li', why: c.grantWhy }],
    ['li', 'aid.conflictAnswer', { conflict: 'yes', why: c.conflictWhy }],
    ['he', 'aid.conflictAnswer', { conflict: 'no' }],
    ['he', 'aid.take', {}],
    ['he', 'aid.contacted', { how: 'call', note: c.contactNote }],
    ['he', 'aid.report', { change: true, text: c.report }],
    ['he', 'aid.close', { result: 'mediated', text: c.achieved }],
    ['gao', 'aid.reviewClose', { ok: false, why: c.returned }],
  ]
  for (const [who, action, input] of path) value(await w.as(who)(action, { id, ...input }))
  return id
}
const leaks = (text: string) =>
  Object.entries(canaries).flatMap(([what, canary]) => (text.includes(canary) ? [what] : []))

describe('what lies in the store', () => {
  it('holds no name, number or word of an applicant, her kin or a party in the clear, in bodies or keys', async () => {
    const w = await world()
    await lived(w)
    const own = {
      ...application(),
      applicant: { name: c.name, phone: c.phone },
      story: c.story,
      parties: [{ role: 'opponent', name: c.party }],
    }
    const { id } = value(await w.as('bao')('aid.submit', own))
    value(await w.as('bao')('aid.withdraw', { id, why: c.withdrawn }))
    const docs = await w.docs()
    expect(docs.length).toBeGreaterThan(40)
    const found = docs.flatMap((doc) => leaks(JSON.stringify(doc)).map((what) => `${doc.collection}: ${what}`))
    expect([...new Set(found)]).toEqual([])
  })
  it('nor a query code: only its keyed hash', async () => {
    const w = await world()
    const { code = '' } = value(await w.as('bao')('aid.submit', application()))
    expect(code).toHaveLength(13)
    for (const doc of await w.docs()) expect(JSON.stringify(doc)).not.toContain(code)
  })
  it('nor the telephone of anybody with an account who works for nobody', async () => {
    const w = await world()
    for (const doc of await w.docs('people')) expect(JSON.stringify(doc)).not.toContain('13900000002')
  })
  it('a sealed part moved to another matter no longer opens', async () => {
    const w = await world()
    const mine = value(await w.as('bao')('aid.submit', form))
    const hers = value(await w.as('wu')('aid.submit', application({ applicant: { name: '别人' } })))
    const docs = await w.docs('matters')
    const [from, to] = [mine.id, hers.id].map((id) => docs.find((doc) => doc.id === id))
    if (!from || !to) throw new Error('no matter')
    const body = JSON.parse(to.body)
    body.state.personal = JSON.parse(from.body).state.personal
    await w.store.save([{ ...to, expected: to.version, body: JSON.stringify(body) }])
    const answer = await w.as('wu')('matter.get', { id: hers.id })
    expect(answer.status).toBe(500)
    expect(leaks(JSON.stringify([answer, w.logs]))).toEqual([])
  })
})

describe('what is logged', () => {
  it('holds none of it, whatever goes wrong at whatever point and whatever the error quotes', async () => {
    const points = ['get.before', 'getMany.after', 'list.before', 'save.before', 'save.after']
    for (const point of points) {
      const w = await world()
      w.hooks.pause = async (at) => {
        if (at === point) throw new Error(`unexpected token in ${JSON.stringify(form)}`)
      }
      const answers = [await w.as('mei')('aid.submit', form), await w.as('mei')('matter.track', { code: c.name })]
      const failed = answers.filter(({ status }) => status === 500)
      expect(failed.length, point).toBeGreaterThan(0)
      expect(leaks(JSON.stringify(failed)), point).toEqual([])
      expect(leaks(JSON.stringify(w.logs)), point).toEqual([])
    }
  })
  it('names the trace, the action and where it broke', async () => {
    const w = await world()
    w.hooks.pause = async () => {
      throw new TypeError('broken')
    }
    expect(await w.as('bao')('session.me')).toMatchObject({ status: 500, reply: { fault: 'trace-1' } })
    expect(w.logs).toMatchObject([{ level: 'error', trace: 'trace-1', what: 'session.me', error: 'TypeError' }])
    expect(JSON.stringify(w.logs)).toMatch(/privacy\.test\.ts:\d+/)
  })
  it('nothing at all is logged while all goes well', async () => {
    const w = await world()
    await lived(w)
    await w.as('bao')('aid.submit', { ...form, story: 7 })
    expect(w.logs).toEqual([])
  })
})

describe('what each one sees', () => {
  const sees = async (w: Given, who: string | undefined, id: string, path: 'matter.get' | 'aid.grant' = 'matter.get') =>
    (await w.as(who)(path, { id })).reply as Reply<MatterView>
  it('the proposed lawyer: the names, and nothing else of them until he has answered', async () => {
    const w = await world()
    const { id } = value(await w.as('mei')('aid.submit', form))
    value(await w.as('gao')('aid.grant', { id, why: c.grantWhy }))
    expect(leaks(JSON.stringify(await sees(w, 'li', id))).sort()).toEqual(['name', 'party'])
    value(await w.as('li')('aid.conflictAnswer', { id, conflict: 'no' }))
    expect(leaks(JSON.stringify(await sees(w, 'li', id)))).toEqual(
      expect.arrayContaining(['name', 'story', 'party', 'birth']),
    )
  })
  it('once he has said that he is bound, nothing at all: neither by asking nor in the answer to his own repeat', async () => {
    const w = await world()
    const { id } = value(await w.as('mei')('aid.submit', form))
    value(await w.as('gao')('aid.grant', { id }))
    const bound = { id, conflict: 'yes', why: '亲戚', requestId: 'bound-1' }
    for (let n = 0; n < 2; n++)
      expect(leaks(JSON.stringify(value(await w.as('li')('aid.conflictAnswer', bound))))).toEqual([])
    expect(await sees(w, 'li', id)).toMatchObject({ ok: false, refused: 'matter.not-found' })
    expect(leaks(JSON.stringify((await w.as('li')('desk.list', { desk: 'lawyer' })).reply))).toEqual([])
  })
  it('the helper: what she entered herself, by name; no number, no means', async () => {
    const w = await world()
    const id = await lived(w)
    expect(leaks(JSON.stringify(await sees(w, 'mei', id))).sort()).toEqual([
      'body',
      'kin',
      'name',
      'party',
      'story',
      'witness',
    ])
  })
  it('whoever has the query code: neither the applicant nor the parties nor a word of it', async () => {
    const w = await world()
    const { code } = value(await w.as('mei')('aid.submit', form))
    const tracked = (await w.as(undefined)('matter.track', { code })).reply
    expect(tracked.ok).toBe(true)
    expect(leaks(JSON.stringify(tracked))).toEqual([])
  })
  it('no full telephone or identity number reaches anybody', async () => {
    const w = await world()
    const id = await lived(w)
    for (const who of ['gao', 'sun', 'he', 'mei', 'qin'])
      for (const found of leaks(JSON.stringify(await sees(w, who, id))))
        expect(['phone', 'idNumber', 'partyPhone', 'kinPhone']).not.toContain(found)
    for (const what of ['kin', 'witness']) expect(leaks(JSON.stringify(await sees(w, 'he', id)))).not.toContain(what)
  })
  it('the neighbour village, another resident, another firm: not even that it exists', async () => {
    const w = await world()
    const id = await lived(w)
    for (const who of ['nan', 'wu', 'bao', 'zhou', 'li', 'tao', 'tong', 'ke', 'ding', 'kong', 'guan'])
      expect(await sees(w, who, id), who).toMatchObject({ refused: 'matter.not-found' })
  })
})
