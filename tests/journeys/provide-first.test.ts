import { describe, expect, it } from 'vitest'
import { pdfWords } from '../support/pdf-words'
import { acting, at, clockOf, county as countyOf, forOther, may, story, told, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
/** The employer was left a year ago all but a few days (劳动争议调解仲裁法 27). */
const left = (ended: string) => wages({ employment: { ended } })

describe('what can’t wait (法律援助法 44)', () => {
  it('fewer than seven days to the possible end of the limitation: somebody is telephoned, and nobody decided', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', left('2025-10-18'))
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen.stage).toBe('submitted')
    expect(seen.detail.limitation).toMatchObject({ day: '2026-10-18', from: '2025-10-18', certain: true })
    expect(seen.detail.limitation?.source).toContain('劳动争议调解仲裁法')
    expect(seen.detail.urgent).toEqual({ at: '2026-10-12T09:00:00.000+08:00', day: '2026-10-18' })
    expect(told(await county.demo.outbox(id)).slice(-2)).toEqual(['gao app aid.urgent', '04750000001 sms aid.urgent'])
    expect(may(seen)).toContain('aid.provideFirst')
    // To staff only: what may be the last day isn't told to her as if it were.
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.detail).not.toHaveProperty('limitation')
    expect(hers.detail).not.toHaveProperty('urgent')
  })

  it('what may be the last day stands in no line of hers, nor of whoever entered it for her', async () => {
    const county = await at(monday)
    const { id } = await county.api('tang', 'aid.submit', forOther({}, { employment: { ended: '2025-10-18' } }))
    const own = await county.api('bao', 'aid.submit', left('2025-10-18'))
    const lines = async (who: string, matter: string) =>
      story(await county.api(who, 'matter.get', { id: matter })).join()
    expect(await lines('gao', own.id)).toContain('10 月 18 日可能到期')
    for (const [who, matter] of [
      ['bao', own.id],
      ['tang', id],
    ] as const)
      expect(await lines(who, matter)).not.toMatch(/到期|等不得/)
  })

  it('seven days off is not under seven; while she is employed it doesn’t run; claiming begins it anew', async () => {
    const county = await at(monday)
    const limited = async (employment: object, more: object = {}) => {
      const { id } = await county.api('bao', 'aid.submit', wages({ employment, ...more }))
      const { detail } = await county.api('gao', 'matter.get', { id })
      return [detail.limitation?.day, detail.urgent?.day]
    }
    expect(await limited({ ended: '2025-10-19' })).toEqual(['2026-10-19', undefined])
    expect(await limited({ still: true }, { happened: '2025-09-01' })).toEqual([undefined, undefined])
    expect(await limited({ ended: '2025-10-18', claimed: '2026-03-02' })).toEqual(['2027-03-02', undefined])
    // Claimed before it ended, it runs from the end.
    expect(await limited({ ended: '2025-10-18', claimed: '2025-10-01' })).toEqual(['2026-10-18', '2026-10-18'])
    expect(await limited({}, { happened: '2025-10-14' })).toEqual(['2026-10-14', '2026-10-14'])
    // Claimed when it had run out already, it began nothing anew: the earliest that it may be is over.
    expect(await limited({ ended: '2024-10-18', claimed: '2025-10-18' })).toEqual(['2026-10-18', '2026-10-18'])
    expect(await limited({ ended: '2024-10-18', claimed: '2025-10-19' })).toEqual(['2025-10-18', '2025-10-18'])
    const both = await county.ask('bao', 'aid.submit', wages({ employment: { still: true, ended: '2026-01-01' } }))
    expect(wrongs(both)).toEqual(['employment.ended not-an-option'])
  })

  it('her own date counts as well, and what a clerk learns later is told then, once', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    const urgent = async () => (await county.demo.outbox(id)).filter(({ template }) => template === 'aid.urgent').length
    expect(await urgent()).toBe(0)
    await act('gao', 'aid.complete', { deadline: '2026-10-16' })
    expect(await urgent()).toBe(2)
    await act('gao', 'aid.complete', { story: '工地欠了我三个月工资，16 日开庭' })
    expect(await urgent()).toBe(2)
  })

  it('ten days before, nobody is telephoned; once six are left somebody is, though nobody touched it', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', left('2025-10-22'))
    const alarm = async () => (await county.demo.outbox(id)).filter(({ template }) => template === 'aid.urgent')
    // Seven days are left on the 15th; on the 16th six, which is fewer than seven.
    await county.demo.to('2026-10-15T23:59:00+08:00')
    expect(await alarm()).toEqual([])
    expect((await county.api('gao', 'matter.get', { id })).detail).not.toHaveProperty('urgent')
    await county.demo.to('2026-10-16T00:00:00+08:00')
    expect((await alarm()).map(({ to, channel }) => [to, channel])).toEqual([
      ['gao', 'app'],
      ['04750000001', 'sms'],
    ])
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen.detail.urgent).toEqual({ at: '2026-10-16T00:00:00.000+08:00', day: '2026-10-22' })
    expect(seen.people[0]).toMatchObject({ role: 'responsible', name: '高审查' })
    // Told once, however often time comes by; and not of one that was decided on.
    await county.demo.to('2026-10-23T09:00:00+08:00')
    expect(await alarm()).toHaveLength(2)
    const other = await county.api('bao', 'aid.submit', left('2025-11-05'))
    await county.api('gao', 'aid.grant', { id: other.id })
    await county.demo.to('2026-10-31T09:00:00+08:00')
    const told = (await county.demo.outbox(other.id)).filter(({ template }) => template === 'aid.urgent')
    expect(told).toEqual([])
  })

  it('something has to be held fast: told at once without any day, once, and a day that comes near is told besides', async () => {
    const county = await at(monday)
    const alarm = async (id: string) =>
      (await county.demo.outbox(id)).filter(({ template, channel }) => template === 'aid.urgent' && channel === 'app')
    const { id } = await county.api('gao', 'aid.submit', wages({ preservation: true, deadline: '2026-10-22' }))
    expect(await alarm(id)).toHaveLength(1)
    const seen = await county.api('qin', 'matter.get', { id })
    expect(seen.detail.urgent).toEqual({ at: '2026-10-12T09:00:00.000+08:00', toPreserve: true })
    expect(seen.timeline.map(({ text }) => text)).toContainEqual(expect.stringContaining('要马上保全'))
    await county.demo.to('2026-10-16T00:00:00+08:00')
    expect(await alarm(id)).toHaveLength(2)
    expect((await county.api('qin', 'matter.get', { id })).detail.urgent).toMatchObject({
      day: '2026-10-22',
      toPreserve: true,
    })
    await county.demo.to('2026-10-19T09:00:00+08:00')
    expect(await alarm(id)).toHaveLength(2)
  })

  it('learned on the telephone later it is told then; of what was granted nobody is told', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    const urgent = async () => (await county.demo.outbox(id)).filter(({ template }) => template === 'aid.urgent').length
    await act('gao', 'aid.complete', { preservation: false })
    expect(await urgent()).toBe(0)
    await act('gao', 'aid.complete', { preservation: true })
    expect(await urgent()).toBe(2)
    const other = await county.api('bao', 'aid.submit', wages())
    await county.api('gao', 'aid.grant', { id: other.id })
    await acting(county, other.id)('gao', 'aid.complete', { preservation: true })
    expect((await county.demo.outbox(other.id)).filter(({ template }) => template === 'aid.urgent')).toEqual([])
  })

  it('provided first: a lawyer at once, the papers later under a clock of their own', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', left('2025-10-18'))
    const act = acting(county, id)
    const given = await act('gao', 'aid.provideFirst', { ground: 'limitation', why: '18 日可能到期' })
    expect(given).toMatchObject({
      stage: 'assigned',
      detail: { lawyer: { id: 'li' }, providedFirst: { by: '高审查', ground: 'limitation' } },
    })
    expect(clockOf(given, 'aid.promise').outcome).toBe('kept')
    expect(clockOf(given, 'aid.decide').outcome).toBe('cancelled')
    // Fifteen days is what the county starts with; the law only says without delay.
    expect(clockOf(given, 'aid.regularise').dueAt).toBe('2026-10-28T00:00:00.000+08:00')
    expect(story(given)).toContain('先行提供法律援助，手续随后补')

    await act('gao', 'aid.supplementList', { items: [{ key: 'id', text: '身份证' }] })
    const owed = await county.api('bao', 'matter.get', { id })
    expect(owed.stage).toBe('assigned')
    expect(may(owed)).toContain('aid.supplement')
    await act('bao', 'aid.supplement', { items: [{ key: 'id', text: '身份证丢了，有户口页' }] })
    const whole = await act('gao', 'aid.regularise', {})
    expect(whole.stage).toBe('assigned')
    expect(clockOf(whole, 'aid.regularise').outcome).toBe('kept')
    expect(whole.detail.providedFirst?.regularised).toMatchObject({ by: '高审查' })
    expect(may(whole)).not.toContain('aid.regularise')
  })

  it('papers that don’t come are whose who provided it first: the lawyer isn’t told to ring for them', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', left('2025-10-18'))
    const act = acting(county, id)
    await act('qin', 'aid.provideFirst', { ground: 'limitation', why: '18 日可能到期' })
    await act('qin', 'aid.supplementList', { items: [{ key: 'id', text: '身份证' }] })
    await county.demo.to('2026-10-28T00:01:00+08:00')
    const owed = (await county.demo.outbox(id)).flatMap(({ to, template, text }) =>
      template === 'aid.ring-for-papers' || text.includes('补手续') ? [`${to} ${template}`] : [],
    )
    expect(owed).toEqual(['qin aid.ring-for-papers', 'qin clock.overdue'])
    // What is his to do he is told of himself.
    expect(told(await county.demo.outbox(id))).toContain('li app clock.overdue')
  })

  it('his house has its letter at once, by the article on what can’t wait; the decision to grant comes with the papers', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', left('2025-10-18'))
    await acting(county, id)('gao', 'aid.provideFirst', { ground: 'limitation', why: '18 日可能到期' })
    const letter = async () =>
      pdfWords(county, await county.api('gao', 'aid.document', { id, document: 'assignment', form: 'pdf' }))
    expect(await letter()).toMatch(/先行给予.*第四十四条.*指派你处李律承办/)
    expect(wrongs(await county.ask('gao', 'aid.document', { id, document: 'grant' }))).toEqual(['aid.no-such-document'])
    await acting(county, id)('gao', 'aid.regularise', {})
    expect(await letter()).toMatch(/（2026）援字第0001号.*第四十三条/)
  })

  it('a county sets its own days; what turns out not to be due is terminated', async () => {
    const county = await at(monday, { county: countyOf({ policy: { 'aid.regulariseDays': 5 } }) })
    const { id } = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    const given = await act('gao', 'aid.provideFirst', { ground: 'preservation', why: '要马上冻结账户' })
    expect(clockOf(given, 'aid.regularise').dueAt).toBe('2026-10-20T00:00:00.000+08:00')
    const ended = await act('gao', 'aid.terminate', { ground: '48-4', why: '不符合经济困难条件' })
    expect(ended.stage).toBe('terminated')
    expect(clockOf(ended, 'aid.regularise').outcome).toBe('cancelled')
  })

  it('a person decides, of two the second learns who was first, and never on her own application', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', left('2025-10-18'))
    for (const who of ['bao', 'li', 'sun'])
      expect((await county.ask(who, 'aid.provideFirst', { id, ground: 'limitation' })).status).toBe(403)
    await county.api('gao', 'aid.provideFirst', { id, ground: 'limitation' })
    expect(wrongs(await county.ask('qin', 'aid.provideFirst', { id, ground: 'other' }))).toEqual(['matter.changed'])
    expect(wrongs(await county.ask('gao', 'aid.refuse', { id, article: '31-5', why: '不' }))).toEqual([
      'aid.not-awaiting-review',
    ])
  })
})

describe('a promise that seems untrue (法律援助法 64)', () => {
  it('goes to a supervisor and stops nothing, here or in the next urgent application', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages())
    const act = acting(county, id)
    const doubted = await act('gao', 'aid.falsePromise', { what: '名下有两套房' })
    expect(doubted.detail.doubt).toMatchObject({ by: '高审查', to: '孙督查', what: '名下有两套房' })
    expect(told(await county.demo.outbox(id)).at(-1)).toBe('sun app aid.doubt-to-rule')
    expect((await act('gao', 'aid.grant', {})).stage).toBe('assigned')
    const hers = await county.api('bao', 'matter.get', { id })
    expect(JSON.stringify([hers.detail, hers.timeline])).not.toMatch(/两套房|核实/)
    expect((await county.ask('gao', 'aid.ruleFalsePromise', { id, found: true, why: '属实' })).status).toBe(403)
    const ruled = await act('sun', 'aid.ruleFalsePromise', { found: true, why: '登记在她名下' })
    expect(ruled).toMatchObject({ stage: 'assigned', detail: { doubt: { ruled: { found: true, by: '孙督查' } } } })
    // Her next one is as urgent as anybody's.
    const next = await county.api('bao', 'aid.submit', left('2025-10-14'))
    expect((await county.api('gao', 'aid.provideFirst', { id: next.id, ground: 'limitation' })).stage).toBe('assigned')
  })
})
