import { describe, expect, it } from 'vitest'
import type { Input } from '@/contract/actions'
import type { TestServer } from '../support/server'
import { at, told, wrongs } from './given'

const NOW = '2026-09-07T08:00:00+08:00'
const DAY = '2026-09-10'

type Save = Omit<Input<'class.save'>, 'requestId'>
const live = (more: Partial<Save> = {}): Save => ({
  kind: 'live',
  title: '周四问律师',
  host: '李律师',
  where: { channels: '示例普法', link: 'https://example.org/live' },
  rhythm: { every: 'week' },
  first: '2026-09-03',
  start: '19:30',
  minutes: 60,
  festival: 'skip',
  ...more,
})
const saved = async (county: TestServer, more: Partial<Save> = {}, who = 'gao') =>
  (await county.api(who, 'class.save', live(more))).id
const letters = async (county: TestServer, id: string) => await county.demo.outbox(`class:${id}:${DAY}`)
const ask = (text: string, more: object = {}) => ({ date: DAY, text, ...more })
const SHORT = { from: '2026-09-07', to: '2026-09-21' }

describe('the programme', () => {
  it('is everybody’s, also without signing in, in the order of time', async () => {
    const county = await at(NOW)
    const evening = await saved(county)
    const table = await saved(county, { kind: 'round-table', title: '圆桌', first: '2026-09-08', start: '09:00' })
    const { items } = await county.api(undefined, 'class.list', SHORT)
    expect(items.map(({ id, day }) => [id, day])).toEqual([
      [table, '2026-09-08'],
      [evening, DAY],
      [table, '2026-09-15'],
      [evening, '2026-09-17'],
    ])
    expect(await county.api(undefined, 'class.get', { id: evening })).toMatchObject({
      title: '周四问律师',
      on: { date: DAY },
      mine: false,
    })
  })
  it('asks for a span of some weeks, the right way round', async () => {
    const county = await at(NOW)
    expect(wrongs(await county.ask(undefined, 'class.list', { from: DAY, to: DAY }))).toEqual([
      'to ends-before-it-begins',
    ])
    expect(wrongs(await county.ask(undefined, 'class.list', { from: DAY, to: '2027-09-10' }))).toEqual(['to too-far'])
  })
  it('shows what a plan would give before it is saved', async () => {
    const county = await at(NOW)
    const { rhythm, first, start, minutes, festival } = live()
    const { items } = await county.api('gao', 'class.dates', { rhythm, first, start, minutes, festival })
    // The first of October is a feast.
    expect(items.map(({ day }) => day)).toEqual([
      DAY,
      '2026-09-17',
      '2026-09-24',
      '2026-10-08',
      '2026-10-15',
      '2026-10-22',
    ])
  })
  it('gives one of its days as a calendar file', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    const file = await county.api(undefined, 'class.calendar', { id, date: DAY })
    expect(file.text).toMatch(/DTSTART:20260910T113000Z[\s\S]*DTEND:20260910T123000Z/)
    expect(wrongs(await county.ask(undefined, 'class.calendar', { id, date: '2026-09-11' }))).toEqual([
      'class.not-found',
    ])
  })
})

describe('who keeps it', () => {
  it('is the centre, the supervisor, and a town for its own', async () => {
    const county = await at(NOW)
    const centres = await saved(county)
    const towns = await saved(county, { title: '镇上的课' }, 'tang')
    const rename = (who: string, id: string) => county.ask(who, 'class.save', { ...live(), id, title: '改名' })
    expect(wrongs(await rename('tang', centres))).toEqual(['class.not-yours'])
    expect(wrongs(await rename('tang', towns))).toEqual([])
    expect(wrongs(await rename('sun', towns))).toEqual([])
    expect(await county.api('tang', 'class.get', { id: towns })).toMatchObject({ title: '改名', mine: true })
    for (const who of ['bao', 'zhou', 'li']) expect(wrongs(await rename(who, towns))).toEqual(['permission.role'])
    expect(wrongs(await rename('gao', 'c-nothing'))).toEqual(['class.not-found'])
  })
  it('is told what is wrong with a plan', async () => {
    const county = await at(NOW)
    const save = async (more: object) => wrongs(await county.ask('gao', 'class.save', { ...live(), ...more } as never))
    expect(await save({ where: {} })).toEqual(['where.place missing'])
    expect(await save({ where: { link: 'javascript:alert(1)' } })).toEqual(['where.link bad-link'])
    expect(await save({ last: '2026-09-02' })).toEqual(['last ends-before-it-begins'])
    expect(await save({ start: '24:30' })).toEqual(['start bad-time'])
    expect(await save({ rhythm: { every: 'month' } })).toEqual(['rhythm.week missing'])
  })
  it('saves over nobody else’s change, and the same request twice is once', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    await county.api('gao', 'class.save', { ...live({ title: '甲' }), id, version: 1 })
    expect(wrongs(await county.ask('qin', 'class.save', { ...live({ title: '乙' }), id, version: 1 }))).toEqual([
      'matter.changed',
    ])
    const once = { ...live({ title: '丙' }), requestId: 'same-request' }
    const [first, second] = [await county.api('gao', 'class.save', once), await county.api('gao', 'class.save', once)]
    expect(second).toEqual(first)
    expect(wrongs(await county.ask('gao', 'class.save', { ...once, title: '丁' }))).toEqual(['request.reused'])
  })
  it('ends a series today: what was stays, nothing follows', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    await county.api('gao', 'class.save', { ...live(), id, ended: true })
    const { items } = await county.api(undefined, 'class.list', { from: '2026-09-01', to: '2026-09-30' })
    expect(items.map(({ day }) => day)).toEqual(['2026-09-03'])
    expect((await county.api(undefined, 'class.get', { id })).on).toBeUndefined()
  })
})

describe('a reminder', () => {
  it('comes at six the evening before, once, and only to whoever wants it', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    for (const who of ['bao', 'wu']) await county.api(who, 'class.remind', { id, date: DAY, on: true })
    await county.api('wu', 'class.remind', { id, date: DAY, on: false })
    expect((await county.api('bao', 'class.list', SHORT)).items.map(({ reminded }) => reminded)).toEqual([
      true,
      undefined,
    ])
    await county.demo.to('2026-09-09T17:59:59+08:00')
    expect(await letters(county, id)).toEqual([])
    await county.demo.to('2026-09-09T18:00:00+08:00')
    expect(told(await letters(county, id)).sort()).toEqual(['bao app class.soon', 'bao wechat class.soon'])
    await county.demo.to('2026-09-12T18:00:00+08:00')
    expect(told(await letters(county, id)).filter((row) => row.endsWith('class.soon'))).toHaveLength(2)
    const { items } = await county.api('bao', 'notice.list', {})
    expect(items[0]?.text).toContain('「周四问律师」快开始了：周四 9 月 10 日 19:30')
  })
  it('needs an account, and a day that is still to come', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    expect(wrongs(await county.ask(undefined, 'class.remind', { id, date: DAY, on: true }))).toEqual([
      'session.missing',
    ])
    expect(wrongs(await county.ask('bao', 'class.remind', { id, date: '2026-09-03', on: true }))).toEqual([
      'class.not-held',
    ])
    expect(wrongs(await county.ask('bao', 'class.remind', { id, date: '2026-10-01', on: true }))).toEqual([
      'class.not-held',
    ])
  })
  it('tells of a cancelled day with its reason, and then no longer reminds', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    await county.api('bao', 'class.remind', { id, date: DAY, on: true })
    await county.api('gao', 'class.change', { id, date: DAY, kind: 'cancelled', why: '主讲人开庭' })
    await county.demo.to('2026-09-09T19:00:00+08:00')
    const rows = await letters(county, id)
    expect(told(rows).filter((row) => row.includes(' app '))).toEqual(['bao app class.cancelled'])
    expect(rows[0]?.text).toContain('主讲人开庭')
    expect((await county.api('bao', 'class.get', { id, date: DAY })).on).toMatchObject({
      state: 'cancelled',
      why: '主讲人开庭',
    })
  })
  it('moves with the class', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    await county.api('bao', 'class.remind', { id, date: DAY, on: true })
    const move = { id, date: DAY, kind: 'moved', day: '2026-09-12', start: '10:00', why: '礼堂修缮' } as const
    await county.api('gao', 'class.change', move)
    await county.demo.to('2026-09-11T17:59:00+08:00')
    const inApp = async () => told(await letters(county, id)).filter((row) => row.includes(' app '))
    expect(await inApp()).toEqual(['bao app class.moved'])
    await county.demo.to('2026-09-11T18:00:00+08:00')
    expect((await inApp()).sort()).toEqual(['bao app class.moved', 'bao app class.soon'])
  })
  it('is not changed once the class has begun, nor moved into the past, nor without a reason', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    const change = async (more: object) =>
      wrongs(await county.ask('gao', 'class.change', { id, date: DAY, kind: 'cancelled', ...more } as never))
    expect(await change({})).toEqual(['why missing'])
    expect(await change({ date: '2026-09-03', why: '病了' })).toEqual(['class.over'])
    expect(await change({ kind: 'moved', day: '2026-09-07', start: '07:00', why: '提前' })).toEqual(['day in-the-past'])
    expect(await change({ kind: 'moved', why: '提前' })).toEqual(['day missing', 'start missing'])
  })
})

describe('a question beforehand', () => {
  it('shows her name to the host only where she gave it', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    await county.api('bao', 'class.ask', { id, ...ask('草场租金能不能涨', { named: true }) })
    await county.demo.to('2026-09-07T08:01:00+08:00')
    await county.api('wu', 'class.ask', { id, ...ask('打工没签合同怎么办') })
    await county.demo.to('2026-09-07T08:02:00+08:00')
    await county.api(undefined, 'class.ask', { id, ...ask('彩礼要不要退') })
    const { items } = await county.api('gao', 'class.questions', { id, date: DAY })
    expect(items.map(({ text, name }) => [text, name])).toEqual([
      ['草场租金能不能涨', '包群众'],
      ['打工没签合同怎么办', undefined],
      ['彩礼要不要退', undefined],
    ])
    expect(JSON.stringify(items)).not.toMatch(/wu|bao|person/)
    expect(await county.api('gao', 'class.get', { id, date: DAY })).toMatchObject({ questions: 3 })
    expect(await county.api('bao', 'class.get', { id, date: DAY })).toMatchObject({ questions: 0 })
  })
  it('sent twice is one, and the same id with other words is refused', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    const once = { id, ...ask('草场租金能不能涨'), requestId: 'asked-once' }
    await county.api('bao', 'class.ask', once)
    await county.api('bao', 'class.ask', once)
    expect((await county.api('gao', 'class.questions', { id, date: DAY })).items).toHaveLength(1)
    expect(wrongs(await county.ask('bao', 'class.ask', { ...once, text: '别的问题' }))).toEqual(['request.reused'])
  })
  it('is marked by the host alone', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    await county.api('bao', 'class.ask', { id, ...ask('草场租金能不能涨') })
    const { items } = await county.api('gao', 'class.questions', { id, date: DAY })
    const question = items[0]?.id ?? ''
    expect(await county.api('gao', 'class.mark', { id, date: DAY, question, mark: 'answered' })).toMatchObject({
      mark: 'answered',
    })
    expect(wrongs(await county.ask('bao', 'class.mark', { id, date: DAY, question, mark: 'open' }))).toEqual([
      'permission.role',
    ])
    expect(wrongs(await county.ask('tang', 'class.questions', { id, date: DAY }))).toEqual(['class.not-yours'])
    expect(wrongs(await county.ask('gao', 'class.mark', { id, date: DAY, question: 'nothing', mark: 'open' }))).toEqual(
      ['class.question-not-found'],
    )
  })
  it('is nobody’s name without an account, and comes too late after the class', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    expect(wrongs(await county.ask(undefined, 'class.ask', { id, ...ask('彩礼要不要退', { named: true }) }))).toEqual([
      'named not-an-option',
    ])
    expect(
      wrongs(await county.ask('bao', 'class.ask', { id, ...ask('草场租金能不能涨'), date: '2026-09-03' })),
    ).toEqual(['class.not-held'])
  })
  it('is asked by one phone only so often an hour', async () => {
    const county = await at(NOW, {})
    const id = await saved(county)
    const answers: string[][] = []
    for (let n = 0; n < 21; n++)
      answers.push(wrongs(await county.ask('bao', 'class.ask', { id, ...ask(`第 ${n} 个问题`) })))
    expect(answers.slice(0, 20).flat()).toEqual([])
    expect(answers[20]).toEqual(['throttle.wait'])
  })
})

describe('of what somebody asked and wanted to be reminded of', () => {
  const machine = async (county: TestServer, who: string) => {
    const { items } = await county.api(who, 'me.export', {})
    const file = items.find(({ type }) => type === 'application/json')
    return (await (await fetch(`${county.url}${file?.url}`)).json()).classes
  }
  it('she gets a copy, and another’s isn’t in it', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    await county.api('bao', 'class.ask', { id, ...ask('草场租金能不能涨', { named: true }) })
    await county.api('wu', 'class.ask', { id, ...ask('彩礼要不要退') })
    await county.api('bao', 'class.remind', { id, date: DAY, on: true })
    expect(await machine(county, 'bao')).toEqual({
      asked: [{ date: DAY, title: '周四问律师', at: expect.any(String), text: '草场租金能不能涨', name: '包群众' }],
      reminders: [{ date: DAY, title: '周四问律师' }],
    })
    expect((await machine(county, 'wu')).reminders).toEqual([])
  })
  it('nothing is left once she has it forgotten, and she is reminded of nothing; what others asked stays', async () => {
    const county = await at(NOW)
    const id = await saved(county)
    await county.api('bao', 'class.ask', { id, ...ask('草场租金能不能涨', { named: true }) })
    await county.api('wu', 'class.ask', { id, ...ask('彩礼要不要退') })
    await county.api('bao', 'class.remind', { id, date: DAY, on: true })
    await county.api('wu', 'class.remind', { id, date: DAY, on: true })
    await county.api('bao', 'me.erase', { what: 'profile' })
    expect(await machine(county, 'bao')).toEqual({ asked: [], reminders: [] })
    const { items } = await county.api('gao', 'class.questions', { id, date: DAY })
    // Both were asked in the same instant.
    expect(items.map(({ text }) => text).sort()).toEqual(['', '彩礼要不要退'])
    expect(JSON.stringify(items)).not.toContain('包群众')
    await county.demo.to('2026-09-09T19:00:00+08:00')
    const rows = told(await letters(county, id)).filter((row) => row.includes('class.soon'))
    expect(rows.some((row) => row.startsWith('wu '))).toBe(true)
    expect(rows.filter((row) => row.startsWith('bao '))).toEqual([])
  })
})
