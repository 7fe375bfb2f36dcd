import { describe, expect, it } from 'vitest'
import type { TestServer } from '../support/server'
import { clockOf, explained, may, plain, told, uploaded, wrongs } from './given'
import { about, answering, asked, lines, offers, onDuty, shown } from './question-given'

/** What a stranger tried at the eight minutes: 14 October 2026, a Wednesday, asked at 09:00:00. */

const time = (at: string) => `2026-10-14T${at}.000+08:00`
const consent = { kind: 'witness' as const, name: '邻居陈' }
const facts = async (county: TestServer, what: string) => {
  const { docs } = await county.world.store.list('facts', { index: 'byDay', where: { what }, limit: 50 })
  return docs.map(({ body }) => JSON.parse(body) as { outcome: string; how?: string })
}

describe('her letters and her clocks say the hour', () => {
  it('the first letter says 9:08, not the minute she asked', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const first = (await county.demo.outbox(id)).find(({ template }) => template === 'question.received')
    expect(plain(first?.text ?? '')).toContain('最晚 9:08 有人答复')
  })
  it('a call that is written down too late is not promised the eight minutes again', async () => {
    const county = await onDuty('09:00:00')
    const call = { ...about({ phone: '13900000077' }), callFrom: time('08:50:00'), source: 'call' as const }
    const { id, stage } = await county.api('gao', 'question.ask', call)
    const letters = told(await county.demo.outbox(id)).filter((row) => row.startsWith('13900000077'))
    expect([stage, letters]).toEqual(['routed', ['13900000077 sms question.routed']])
  })
  it('a promised call is explained as what was agreed', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const routed = await answering(county, id)('bao', 'question.ringLater', { at: time('15:00:00') })
    expect(explained(routed, 'question.callback').at(-1)).toBe('今天 15:00 到期：说好的时间')
  })
  it('who rings after the hour is over: she hears that she was let down, not an hour in the past', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const act = answering(county, id)
    await act('li', 'question.take', {})
    await act('li', 'question.route', { person: 'he', callBackAt: time('10:00:00') })
    await county.demo.to(time('10:20:00'))
    await county.api('gao', 'matter.reassign', { id, to: 'xu', why: '何律病了' })
    const last = (await county.demo.outbox(id)).filter(({ to }) => to === 'bao').at(-1)
    expect([last?.template, plain(last?.text ?? '')]).toEqual([
      'question.callback-missed',
      '对不起，说好的时间没有给您打电话。徐律会尽快打，电话 13900000004。',
    ])
    expect(told(await county.demo.outbox(id))).toContain('he app question.gone')
  })
})

describe('who may be promised to her', () => {
  const taken = async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('li', 'question.pass', { why: 'interest' })
    await answering(county, id)('he', 'question.take', {})
    const route = (person: string) => county.ask('he', 'question.route', { id, person, callBackAt: time('10:00:00') })
    return { county, id, route }
  }
  it('nobody who said that he is bound, and he reads nothing of hers', async () => {
    const { county, id, route } = await taken()
    const refused = await route('li')
    expect([refused.status, wrongs(refused)]).toEqual([422, ['question.person-conflict']])
    expect((await county.ask('li', 'matter.get', { id })).status).toBe(404)
    expect((await route('xu')).status).toBe(200)
    const again = await county.ask('gao', 'matter.reassign', { id, to: 'li', why: '徐律病了' })
    expect(wrongs(again)).toEqual(['question.person-conflict'])
  })
  it('nobody who acts against her in an application', async () => {
    const county = await onDuty('09:00:00')
    const wu = await county.api('wu', 'aid.submit', {
      for: 'self',
      applicant: { name: '吴群众', phone: '13900000012', idNumber: '110101199003077539' },
      where: { place: about().village },
      matter: 'wages',
      story: '欠钱',
      route: 'promise',
      parties: [{ role: 'opponent', name: '包群众', phone: '13900000011' }],
    })
    const against = (await county.api('gao', 'aid.grant', { id: wu.id })).detail.lawyer?.id ?? ''
    const { id } = await asked(county)
    const named = await county.ask('gao', 'question.route', { id, person: against, callBackAt: time('10:00:00') })
    expect(wrongs(named)).toEqual(['question.person-conflict'])
  })
  it('not the village secretary, who never learns who asks', async () => {
    const { county, id, route } = await taken()
    expect(wrongs(await route('zhou'))).toEqual(['person unknown-person'])
    expect((await route('xu')).status).toBe(200)
    const to = await county.ask('gao', 'matter.reassign', { id, to: 'zhou', why: '徐律病了' })
    expect(wrongs(to)).toEqual(['to not-of-the-centre'])
  })
  it('nobody who is on leave or in court at that hour; after it he may', async () => {
    const { county, id, route } = await taken()
    await county.api('xu', 'rota.away', { until: time('10:30:00') })
    expect(wrongs(await route('xu'))).toEqual(['question.person-away'])
    const later = await county.ask('he', 'question.route', { id, person: 'xu', callBackAt: time('10:45:00') })
    expect(later.status).toBe(200)
  })
  it('whoever had it hears that another has it now', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const act = answering(county, id)
    await act('li', 'question.take', {})
    await act('li', 'question.message', { text: '在' })
    await act('gao', 'question.route', { person: 'he', callBackAt: time('10:00:00') })
    expect(told(await county.demo.outbox(id))).toContain('li app question.gone')
    await act('gao', 'question.route', { person: 'xu', callBackAt: time('10:30:00') })
    expect(told(await county.demo.outbox(id))).toContain('he app question.gone')
  })
})

describe('the hour is hers to choose', () => {
  it('the centre doesn’t choose next week for her', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const chosen = await county.ask('gao', 'question.ringLater', { id, at: '2026-10-20T09:00:00+08:00' })
    expect([chosen.status, wrongs(chosen)]).toEqual([422, ['question.not-yours']])
    expect(may(await shown(county, id, 'gao'))).not.toContain('question.ringLater')
    expect((await shown(county, id)).stage).toBe('open')
  })
  it('who works in the centre and asks for herself isn’t promised a call from herself', async () => {
    const county = await onDuty('09:00:00')
    const token = await county.tokenOf('gao')
    await county.http('POST', '/api/session.actAs', { role: 'resident' }, token)
    const { id } = await county.api(token, 'question.ask', about())
    const later = await county.api(token, 'question.ringLater', { id, at: time('15:00:00') })
    expect(later.detail.routed?.name).toBe('秦审查')
  })
})

describe('a lost race is told as one', () => {
  it('who passes twice, or thinks again, isn’t told that it doesn’t exist', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await county.demo.to(time('09:01:30'))
    const pass = (why: 'busy' | 'interest') => county.ask('li', 'question.pass', { id, why })
    expect([(await pass('busy')).status, (await pass('busy')).status]).toEqual([200, 200])
    expect((await pass('interest')).status).toBe(200)
    expect(wrongs(await county.ask('li', 'question.take', { id }))).toEqual(['question.conflict'])
    expect(wrongs(await county.ask('naren', 'question.pass', { id }))).toEqual(['question.not-offered'])
  })
  it('who passes after it was taken, or answers what another has by now, is told who has it', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('li', 'question.take', {})
    await county.demo.to(time('09:05:00'))
    await answering(county, id)('he', 'question.take', {})
    for (const late of [
      await county.ask('xu', 'question.pass', { id }),
      await county.ask('li', 'question.answer', { id, summary: '带欠条来' }),
    ]) {
      expect([late.status, wrongs(late)]).toEqual([409, ['matter.changed']])
      expect(late.body).toMatchObject({ detail: { by: '何律' } })
    }
    expect((await shown(county, id)).stage).toBe('taken')
  })
  it('in a county of ninety on duty sixty-four are asked, and whoever wasn’t may still take it by the card', async () => {
    const people = Array.from({ length: 90 }, (_, n) => ({
      id: `l${n}`,
      name: `律${n}`,
      roles: [{ role: 'lawyer', unit: 'firm:1' }],
      lawyer: { licence: 'practising', since: '2015-03-01', subjects: ['labour'], capacity: 8, towns: [] },
    }))
    const every = { seat: 'hotline', every: 'day', handover: '08:00', anchor: '2026-09-01' }
    const county = await onDuty('09:00:00', { people, layers: people.map(({ id }) => ({ ...every, people: [id] })) })
    const { id } = await asked(county)
    await county.demo.to(time('09:05:30'))
    const all = offers(await shown(county, id))
    expect([all.length, all.at(-1), all.join().includes('l89')]).toEqual([64, '3 gao proposed', false])
    expect((await county.api('l89', 'question.take', { id })).detail.taker?.name).toBe('律89')
  })
  it('a message that comes again after forty others is still one', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('li', 'question.take', {})
    const first = { id, text: '在', requestId: '0d6d4a2e-58a5-4c8e-9f4b-2f3a6c1d7e90' }
    await county.api('li', 'question.message', first)
    for (let n = 0; n < 40; n++) await county.api('li', 'question.message', { id, text: `第 ${n} 句` })
    expect((await county.ask('li', 'question.message', first)).status).toBe(200)
    expect((await shown(county, id)).detail.said?.count).toBe(41)
  })
  it('the group’s card offers it only to whom the door would let take it', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county, { language: 'mn' })
    const card = async (who: string) => (await county.api(who, 'question.card', { id })).mayTake
    expect([await card('naren'), await card('li'), await card('qin')]).toEqual([true, false, false])
    await answering(county, id)('naren', 'question.pass', { why: 'interest' })
    expect(await card('naren')).toBe(false)
  })
})

describe('who is asked, and what he reads', () => {
  it('a village secretary in a town’s seat is passed over: she forwards and answers no law', async () => {
    const seat = { seat: 'town:150524100', people: ['zhou'], every: 'day', handover: '08:00', anchor: '2026-09-01' }
    const county = await onDuty('09:00:00', { without: ['li'], layers: [seat] })
    const found = offers(await asked(county))
    expect(found.join()).not.toContain('zhou')
    expect(found.map((line) => line.slice(0, 2))).toEqual(['1 ', '1 ', '1 '])
  })
  it('whoever of the centre must take it still reads what she wrote down, and may take it back for her', async () => {
    const county = await onDuty('09:00:00')
    const call = { ...about({ name: '乌', phone: '13900000077' }), callFrom: time('08:54:00'), source: 'call' as const }
    const { id } = await county.api('gao', 'question.ask', call)
    const seen = await shown(county, id, 'gao')
    expect([seen.detail.offer?.wave, seen.detail.asker?.name]).toEqual([3, '乌'])
    expect(may(seen)).toEqual(expect.arrayContaining(['question.take', 'question.route', 'question.withdraw']))
    expect((await county.api('gao', 'question.withdraw', { id })).stage).toBe('withdrawn')
  })
  it('where only a supervisor leads, the call that is his he can report', async () => {
    const without = ['gao', 'li', 'wang', 'he', 'xu', 'gu', 'naren']
    const lead = { seat: 'centre-duty', people: ['sun'], every: 'day', handover: '08:00', anchor: '2026-09-01' }
    const county = await onDuty('09:00:00', { without, layers: [lead] })
    const { id } = await asked(county)
    await county.demo.to(time('09:08:00'))
    expect((await shown(county, id)).detail.routed?.name).toBe('孙督查')
    expect(may(await shown(county, id, 'sun'))).toContain('matter.reassign')
    const rung = await county.api('sun', 'question.calledBack', { id, reached: true, note: '讲清楚了' })
    expect([rung.stage, clockOf(rung, 'question.callback').outcome]).toEqual(['answered', 'kept'])
  })
  it('how she agreed, and what was sent in the talk, isn’t shown to whoever is only asked', async () => {
    const county = await onDuty('09:00:00')
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const fileId = await uploaded(county, 'zhou', new Uint8Array(png), 'agreed.png')
    const forwarded = { consent: { kind: 'signature' as const, fileId }, tell: ['person' as const] }
    const { id } = await county.api('zhou', 'question.ask', { ...about({ phone: '13900000077' }), forwarded })
    expect((await shown(county, id, 'li')).papers).toEqual([])
    expect((await shown(county, id, 'gao')).papers.map((paper) => paper.id)).toEqual([fileId])
  })
  it('a question about the village’s cadres isn’t shown to the village by the group’s card', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county, { topic: 'village-cadre' })
    expect((await county.ask('zhou', 'question.card', { id })).status).toBe(404)
    expect((await county.ask('li', 'question.card', { id })).status).toBe(200)
  })
  it('her helper doesn’t read that she applies for legal aid, nor that she wants to hire him', async () => {
    const county = await onDuty('09:00:00')
    const ask = (tell: ('person' | 'helper')[]) =>
      county.api('zhou', 'question.ask', { ...about({ phone: '13900000077' }), forwarded: { consent, tell } })
    const read = async (tell: ('person' | 'helper')[]) => {
      const { id } = await ask(tell)
      const act = answering(county, id)
      await act('li', 'question.take', {})
      await act('li', 'question.declareHire', { note: '她问过价钱' })
      await act('li', 'question.answer', { summary: '可以申请法律援助', next: 'aid' })
      const seen = await shown(county, id, 'zhou')
      return { text: lines(seen).join(), hire: seen.detail.hire }
    }
    const [quiet, open] = [await read(['person']), await read(['person', 'helper'])]
    expect(quiet.text).not.toMatch(/法律援助|花钱/)
    expect(quiet.text).toContain('李律 答复了')
    expect(open.text).toContain('接着办法律援助')
    expect([open.text.includes('花钱'), open.hire, quiet.hire]).toEqual([false, undefined, undefined])
  })
  it('the card of one that nobody had names who rings, and not who stayed silent', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('li', 'question.take', {})
    await county.demo.to(time('09:08:00'))
    expect(await county.api('xu', 'question.card', { id })).toMatchObject({ stage: 'routed', takenBy: '高审查' })
  })
  it('who declared that she wants to hire him is named, though another took it', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const act = answering(county, id)
    await act('li', 'question.take', {})
    await act('li', 'question.route', { person: 'he', callBackAt: time('10:00:00') })
    await act('he', 'question.declareHire', { note: '她问过价钱' })
    expect((await shown(county, id)).detail.hire?.by).toBe('何律')
  })
})

describe('honest figures', () => {
  it('taken back long after the eight minutes, unanswered, is still missed; within them it is taken back', async () => {
    const county = await onDuty('09:00:00')
    const late = await asked(county)
    await answering(county, late.id)('li', 'question.take', {})
    await answering(county, late.id)('li', 'question.message', { text: '在' })
    await county.demo.to(time('09:40:00'))
    await answering(county, late.id)('bao', 'question.withdraw', {})
    expect((await facts(county, 'question.answer')).map(({ outcome }) => outcome)).toEqual(['missed'])
    const soon = await asked(county, { text: '另一个' })
    await answering(county, soon.id)('bao', 'question.withdraw', {})
    const outcomes = (await facts(county, 'question.answer')).map(({ outcome }) => outcome)
    expect(outcomes.sort()).toEqual(['cancelled', 'missed'])
  })
  it('a missed call isn’t forgotten because she gave up waiting', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('bao', 'question.ringLater', { at: time('09:30:00') })
    await county.demo.to(time('10:00:00'))
    await answering(county, id)('bao', 'question.withdraw', {})
    expect((await facts(county, 'question.callback')).map(({ outcome }) => outcome)).toEqual(['missed'])
  })
})
