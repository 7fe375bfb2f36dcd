import { describe, expect, it } from 'vitest'
import { east, may, told, wrongs } from './given'
import { about, answering, asked, onDuty, shown } from './question-given'

/** By whichever door a question comes in, and who sees what of it. */

describe('three doors', () => {
  it('a clerk writes down a call: the clock runs from when it began, and the waves that are due begin', async () => {
    const county = await onDuty('09:00:00')
    await county.demo.to('2026-10-14T09:02:00+08:00')
    const question = await county.api('gao', 'question.ask', {
      ...about({ name: '乌群众', phone: '13900000077' }),
      callFrom: '2026-10-14T09:00:00+08:00',
      source: 'call',
    })
    expect(question.clocks[0]?.dueAt).toBe('2026-10-14T09:08:00.000+08:00')
    expect(new Set(question.detail.offers?.map(({ wave }) => wave))).toEqual(new Set([0, 1]))
    expect(question.code).toBeDefined()
    expect(told(await county.demo.outbox(question.id))).toContain('13900000077 sms question.received')
  })
  it('a village forwards with consent, and is told no more than the person wants', async () => {
    const county = await onDuty('09:00:00')
    const forwarded = { consent: { kind: 'witness' as const, name: '邻居陈' }, tell: ['person' as const] }
    const less = await county.ask('zhou', 'question.ask', about({ name: '乌群众', phone: '13900000077' }))
    expect(wrongs(less)).toEqual(['forwarded missing'])
    const { id } = await county.api('zhou', 'question.ask', {
      ...about({ name: '乌群众', phone: '13900000077' }),
      forwarded,
    })
    const act = answering(county, id)
    await act('li', 'question.take', {})
    await act('li', 'question.message', { text: '请带身份证' })
    await act('li', 'question.answer', { summary: '去劳动监察大队' })
    const seen = await shown(county, id, 'zhou')
    expect([seen.stageText, seen.detail.answered]).toEqual(['已经答复', undefined])
    expect((await county.api('zhou', 'question.messages', { id })).items).toEqual([])
  })
  it('a village doesn’t forward what is asked about its own cadres', async () => {
    const county = await onDuty('09:00:00')
    const forwarded = { consent: { kind: 'witness' as const, name: '邻居陈' }, tell: ['person' as const] }
    const own = await county.ask('zhou', 'question.ask', { ...about({ topic: 'village-cadre' }), forwarded })
    expect(wrongs(own)).toEqual(['question.against-your-own'])
    expect(east).toBe('150524100200')
  })
  it('what is missing is named beside its field, and nothing is saved', async () => {
    const county = await onDuty('09:00:00')
    const tried = async (input: object) =>
      wrongs(await county.ask('bao', 'question.ask', { ...about(), ...input } as never))
    expect(await tried({ village: 'nowhere' })).toEqual(['village unknown-place'])
    expect(await tried({ text: undefined })).toEqual(['text missing'])
    expect(await tried({ language: 'en' })).toEqual(['language not-an-option'])
    expect(await tried({ topic: 'weather' })).toEqual(['topic not-an-option'])
    expect(await tried({ callFrom: '2026-10-14T08:59:00+08:00' })).toEqual(['callFrom not-an-option'])
    expect((await county.api('bao', 'matter.list', {})).items).toEqual([])
  })
})

describe('who sees what', () => {
  it('who is asked reads the question and not who asks; who isn’t asked finds nothing', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const offered = await shown(county, id, 'li')
    expect([offered.detail.text, offered.detail.asker, offered.detail.offers]).toEqual([
      about().text,
      undefined,
      undefined,
    ])
    expect(may(offered)).toEqual(['question.take', 'question.pass'])
    expect(wrongs(await county.ask('he', 'matter.get', { id }))).toEqual(['matter.not-found'])
    expect(wrongs(await county.ask('wu', 'matter.get', { id }))).toEqual(['matter.not-found'])
  })
  it('the asker sees who is being asked, and never why somebody couldn’t', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('li', 'question.pass', { why: 'interest' })
    const [first] = (await shown(county, id)).detail.offers ?? []
    expect([first?.name, first?.text, first?.why]).toEqual(['李律', '9:00 这会儿接不了', undefined])
    expect((await shown(county, id, 'gao')).detail.offers?.[0]?.why).toBe('interest')
  })
  it('who said that he is bound can’t take it by the group’s card either', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    await answering(county, id)('li', 'question.pass', { why: 'interest' })
    expect(wrongs(await county.ask('li', 'question.take', { id }))).toEqual(['question.conflict'])
  })
  it('the group’s card shows nothing of hers; whoever of the duty people taps first has it', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    const card = await county.api('naren', 'question.card', { id })
    expect(card).toMatchObject({ title: '有人问律师：工钱', mayTake: true, stage: 'open' })
    expect(JSON.stringify(card)).not.toContain('工地')
    await county.api('naren', 'question.take', { id })
    expect(await county.api('zhou', 'question.card', { id })).toMatchObject({ takenBy: '娜仁', mayTake: false })
  })
  it('the group isn’t told that somebody is beaten', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county, { topic: 'violence' })
    expect(await county.api('naren', 'question.card', { id })).toMatchObject({ title: '有人问律师' })
  })
  it('who isn’t on duty doesn’t take it', async () => {
    const county = await onDuty('09:00:00')
    const { id } = await asked(county)
    expect(wrongs(await county.ask('wang', 'question.take', { id }))).toEqual(['question.not-on-duty'])
  })
  it('a lawyer who acts against the asker is never asked', async () => {
    const county = await onDuty('09:00:00')
    const wu = await county.api('wu', 'aid.submit', {
      for: 'self',
      applicant: { name: '吴群众', phone: '13900000012', idNumber: '110101199003077539' },
      where: { place: east },
      matter: 'wages',
      story: '欠钱',
      route: 'promise',
      parties: [{ role: 'opponent', name: '包群众', phone: '13900000011' }],
    })
    const { detail } = await county.api('gao', 'aid.grant', { id: wu.id })
    const hers = detail.lawyer?.id
    const { detail: question } = await asked(county)
    expect(question.offers?.map(({ person }) => person)).not.toContain(hers)
    expect(hers).toBeDefined()
  })
})

describe('fifty takers in one second', () => {
  it('one has it, forty-nine are told who', async () => {
    const many = Array.from({ length: 50 }, (_, n) => ({
      id: `l${n}`,
      name: `律${n}`,
      languages: ['zh'],
      roles: [{ role: 'lawyer', unit: 'firm:1' }],
      lawyer: { licence: 'practising', since: '2015-03-01', subjects: ['labour'], capacity: 8, towns: [] },
    }))
    const layers = many.map(({ id }) => ({
      seat: 'hotline',
      people: [id],
      every: 'day',
      handover: '08:00',
      anchor: '2026-09-01',
    }))
    const county = await onDuty('09:00:00', { people: many, layers })
    const { id } = await asked(county)
    await county.demo.to('2026-10-14T09:03:30+08:00')
    await Promise.all(many.map((each) => county.tokenOf(each.id)))
    const answers = await Promise.all(many.map((each) => county.ask(each.id, 'question.take', { id })))
    const statuses = answers.map(({ status }) => status)
    expect([statuses.filter((s) => s === 200).length, statuses.filter((s) => s === 409).length]).toEqual([1, 49])
    const winner = (await shown(county, id)).detail.taker?.name
    for (const { status, body } of answers)
      if (status === 409) expect(body).toMatchObject({ refused: 'matter.changed', detail: { by: winner } })
  })
})
