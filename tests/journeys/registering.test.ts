import { describe, expect, it } from 'vitest'
import { acting, at, clockOf, east, forOther, may, story, told, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
/** What a clerk writes down while somebody speaks: name, village, topic, one sentence, telephone. */
const least = (more: object = {}) => ({
  for: 'other' as const,
  applicant: { name: '乌群众', phone: '13900000077' },
  where: { place: east },
  matter: 'wages' as const,
  story: '工地欠工钱',
  ...more,
})

describe('a clerk registers a call that began six minutes ago', () => {
  it('of 15:57, typed at 16:03: the promise runs from 15:57, so this day is promised and nothing milder', async () => {
    const county = await at('2026-10-12T16:03:00+08:00')
    const call = least({ source: 'call', callFrom: '2026-10-12T15:57:00+08:00' })
    const matter = await county.api('gao', 'aid.submit', call)
    expect(matter.clocks.map(({ code, startedAt, dueAt }) => [code, startedAt, dueAt])).toEqual([
      ['aid.promise', '2026-10-12T15:57:00.000+08:00', '2026-10-13T00:00:00.000+08:00'],
      ['aid.decide', '2026-10-12T15:57:00.000+08:00', '2026-10-20T00:00:00.000+08:00'],
    ])
    expect(matter.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/)
    expect(story(matter)).toEqual(['电话申请法律援助，从接起电话开始计时'])
    expect(matter.detail.source).toEqual({ code: 'call', text: '电话登记' })
    expect(told(await county.demo.outbox(matter.id))).toContain('13900000077 sms aid.received')
    // The same call without its beginning is of 16:03, and is promised noon tomorrow as well.
    const later = await county.api('gao', 'aid.submit', least({ source: 'call' }))
    expect(later.clocks.map(({ code }) => code)).toContain('aid.grace')
  })

  it('needs no route, no parties and no consent form; a person who applies herself must say how she shows it', async () => {
    const county = await at(monday)
    const { id } = await county.api('tang', 'aid.submit', least({ source: 'counter' }))
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen.detail).toMatchObject({ source: { text: '来人登记' }, forwardedBy: '唐司法', parties: [] })
    expect(seen.detail).not.toHaveProperty('route')
    expect(seen.detail.screening?.find(({ check }) => check === 'hardship')).toMatchObject({ verdict: 'look' })
    const { route: _, ...without } = wages()
    expect(wrongs(await county.ask('bao', 'aid.submit', without))).toEqual(['route missing'])
    expect(wrongs(await county.ask('zhou', 'aid.submit', least()))).toEqual(['route missing', 'forwarded missing'])
  })

  it('the rest comes later, from him or from the centre, and the history says that it did', async () => {
    const county = await at(monday)
    const { id } = await county.api('tang', 'aid.submit', least({ source: 'counter' }))
    const act = acting(county, id)
    await county.demo.advance('PT20M')
    await act('tang', 'aid.complete', { route: 'promise', body: '劳动监察大队', happened: '2026-08-31' })
    const fixed = await act('gao', 'aid.complete', {
      applicant: { idNumber: '110101199003077539' },
      groups: ['migrant-wage'],
      income: { monthly: 1200, people: 3 },
    })
    expect(fixed.detail).toMatchObject({
      route: 'promise',
      happened: '2026-08-31',
      where: { body: '劳动监察大队' },
      applicant: { name: '乌群众', phone: '139****0077', idNumber: '110***********7539' },
      groupTexts: ['进城打工，讨工钱'],
      income: '每月 1200 元，家里 3 口人',
    })
    expect(story(fixed).slice(1)).toEqual(['补充了申请内容', '补充了申请内容'])
    expect((await act('gao', 'aid.grant', {})).stage).toBe('assigned')
    // Nothing in it is nothing done.
    const { version } = await county.api('gao', 'matter.get', { id })
    expect((await act('gao', 'aid.complete', {})).version).toBe(version)
  })

  it('what is completed is checked as the application is, and not by whoever has nothing to do with it', async () => {
    const county = await at(monday)
    const { id } = await county.api('tang', 'aid.submit', least())
    const ask = async (who: string, input: object) => wrongs(await county.ask(who, 'aid.complete', { id, ...input }))
    expect(await ask('tang', { applicant: { birth: '2026-10-13' } })).toEqual(['applicant.birth in-the-future'])
    expect(await ask('tang', { happened: '2026-09-01', deadline: '2026-08-01' })).toEqual([
      'deadline before-it-happened',
    ])
    expect(await ask('bao', { story: '我的' })).toEqual(['aid.not-found'])
    expect(await ask('li', { story: '我的' })).toEqual(['permission.role'])
  })
})

describe('by which door it came', () => {
  it('counter, paper and group are for clerks; each stands in the history and on the page', async () => {
    const county = await at(monday)
    const came = async (source: 'counter' | 'paper' | 'group') => {
      const entry = source === 'group' ? forOther({}, { source }) : least({ source })
      const matter = await county.api('gao', 'aid.submit', entry)
      return [matter.detail.source?.text, ...story(matter)]
    }
    expect(await came('counter')).toEqual(['来人登记', '申请法律援助（来人登记）'])
    expect(await came('paper')).toEqual(['纸质申请', '申请法律援助（纸质申请）'])
    expect(await came('group')).toEqual(['微信群转来', '申请法律援助（微信群转来）'])
    for (const who of ['bao', 'zhou'])
      expect(wrongs(await county.ask(who, 'aid.submit', forOther({}, { source: 'paper' })))).toEqual([
        'source not-an-option',
      ])
  })

  it('a message from the village’s group without consent is told beside its field', async () => {
    const county = await at(monday)
    expect(wrongs(await county.ask('gao', 'aid.submit', least({ source: 'group' })))).toEqual(['forwarded missing'])
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toEqual([])
  })

  it('a paper of Friday, typed on Monday, counts from Friday; one of the last century does not', async () => {
    const county = await at(monday)
    const paper = least({ source: 'paper', callFrom: '2026-10-09T15:00:00+08:00' })
    const matter = await county.api('gao', 'aid.submit', paper)
    expect(clockOf(matter, 'aid.promise')).toMatchObject({ dueAt: '2026-10-10T00:00:00.000+08:00', colour: 'overdue' })
    const old = await county.ask('gao', 'aid.submit', least({ callFrom: '1999-10-09T15:00:00+08:00' }))
    expect(wrongs(old)).toEqual(['callFrom bad-instant'])
  })

  it('the clerk who registered it may withdraw it for her, and hears of it where she chose so', async () => {
    const county = await at(monday)
    const matter = await county.api('tang', 'aid.submit', forOther({}, { source: 'call' }))
    expect(may(matter)).toEqual(['aid.complete', 'aid.parties', 'aid.withdraw', 'matter.note'])
    expect(told(await county.demo.outbox(matter.id))).toContain('tang app aid.received')
  })
})
