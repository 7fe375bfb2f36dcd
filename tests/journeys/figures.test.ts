import { describe, expect, it } from 'vitest'
import { wrongs } from './given'
import { answering, asked, onDuty, south } from './question-given'

const today = { from: '2026-10-14', to: '2026-10-14' }

/** Five questions of one morning: answered and helped, routed and rung, nobody took it, taken back, still open. */
async function morning() {
  const county = await onDuty('09:00:00')
  const first = await asked(county)
  const act = answering(county, first.id)
  await act('li', 'question.take', {})
  await act('li', 'question.answer', { summary: '带工资条去劳动监察大队' })
  await act('bao', 'question.helped', { yes: true })

  const second = await asked(county, { text: '想离婚孩子归谁', topic: 'marriage' })
  const routed = answering(county, second.id)
  await routed('li', 'question.take', {})
  await routed('li', 'question.route', { person: 'li', callBackAt: '2026-10-14T09:30:00+08:00' })

  const withdrawn = await asked(county, { text: '不问了', topic: 'debt' })
  await answering(county, withdrawn.id)('bao', 'question.withdraw', {})

  const third = await asked(county, { village: south, text: '草场被占了', topic: 'pasture' })
  await county.demo.to('2026-10-14T09:08:00+08:00')
  return { county, answered: first.id, routed: second.id, nobody: third.id }
}

describe('the eight minutes as four numbers', () => {
  it('each number tells what became of the morning, and the matters that were missed stand behind it', async () => {
    const { county, nobody, answered, routed } = await morning()
    const eight = await county.api('sun', 'figures.eight', today)
    expect(eight).toMatchObject({
      ...{ asked: 3, open: 0, withdrawn: 1 },
      answered: { kept: 1, of: 3 },
      routed: { kept: 1, of: 3 },
      callBacks: { kept: 0, of: 0 },
      helped: { kept: 1, of: 1, unasked: 0 },
    })
    expect(eight.missed).toEqual([
      {
        id: nobody,
        at: '2026-10-14T09:00:00.000+08:00',
        place: '乙镇 南嘎查',
        text: '草场：8\u00a0分钟没有人接，转给值班的人回电话',
        number: 'answered',
      },
    ])
    expect(eight.kept?.map(({ id, number }) => [id, number])).toEqual([
      [answered, 'answered'],
      [routed, 'routed'],
      [answered, 'helped'],
    ])
    expect(eight.byTown.map(({ name, asked }) => [name, asked])).toEqual([
      ['甲镇', 2],
      ['乙镇', 1],
    ])
    expect((await county.api('sun', 'figures.eight', { ...today, unit: '150524101' })).answered).toEqual({
      kept: 0,
      of: 1,
    })
  })
  it('a question still in its time is open and in no denominator; at its end it is missed', async () => {
    const county = await onDuty('09:00:00')
    await asked(county)
    await county.demo.to('2026-10-14T09:07:59+08:00')
    expect(await county.api('sun', 'figures.eight', today)).toMatchObject({ open: 1, answered: { kept: 0, of: 0 } })
    // The clock jumps as if nothing had been awake: nobody judged it, and it counts all the same.
    await county.demo.to('2026-10-14T09:08:00+08:00', false)
    const eight = await county.api('sun', 'figures.eight', today)
    expect(eight).toMatchObject({ open: 0, answered: { kept: 0, of: 1 } })
    expect(eight.missed).toHaveLength(1)
  })
  it('a promised call counts when it was made in time, and as missed from the minute it is late', async () => {
    const { county, routed, nobody } = await morning()
    const calls = async () => (await county.api('sun', 'figures.eight', today)).callBacks
    await answering(county, routed)('li', 'question.calledBack', { reached: true, note: '说清楚了' })
    expect(await calls()).toEqual({ kept: 1, of: 1 })
    await county.demo.to('2026-10-14T09:37:59+08:00')
    expect(await calls()).toEqual({ kept: 1, of: 1 })
    await county.demo.to('2026-10-14T09:38:00+08:00')
    expect(await calls()).toEqual({ kept: 1, of: 2 })
    const behind = (await county.api('sun', 'figures.eight', today)).missed
    expect(behind.filter(({ number }) => number === 'callBacks').map(({ id }) => id)).toEqual([nobody])
    // Made late it stays missed, and is counted once.
    await answering(county, nobody)('gao', 'question.calledBack', { reached: true, note: '晚了，道了歉' })
    expect(await calls()).toEqual({ kept: 1, of: 2 })
  })
  it('counts by the day she asked: the day before and the day after have nothing of it', async () => {
    const { county } = await morning()
    for (const day of ['2026-10-13', '2026-10-15'])
      expect(await county.api('sun', 'figures.eight', { from: day, to: day })).toMatchObject({ asked: 0, missed: [] })
    expect((await county.api('gao', 'figures.eight', { from: '2026-10-01', to: '2026-10-31' })).asked).toBe(3)
  })
  it('is the centre’s and the supervisor’s; days that end before they begin, or too many, are named', async () => {
    const county = await onDuty('09:00:00')
    for (const who of ['bao', 'li', 'zhou'])
      expect(wrongs(await county.ask(who, 'figures.eight', today))).toEqual(['permission.role'])
    expect(wrongs(await county.ask('sun', 'figures.eight', { from: today.to, to: '2026-10-13' }))).toEqual([
      'to ends-before-it-starts',
    ])
    expect(wrongs(await county.ask('sun', 'figures.coverage', { from: '2025-01-01', to: today.to }))).toEqual([
      'to too-far',
    ])
  })
})

describe('coverage', () => {
  it('a village with fewer than five tells no share; the hours and the silent villages are counted', async () => {
    const { county } = await morning()
    const { villages, hours, silent } = await county.api('sun', 'figures.coverage', today)
    expect(villages).toEqual([
      { unit: '150524100200', name: '东嘎查', town: '甲镇', asked: 2, few: true },
      { unit: south, name: '南嘎查', town: '乙镇', asked: 1, few: true },
    ])
    expect(silent).toBe(0)
    expect(hours.filter(({ asked }) => asked > 0)).toEqual([{ hour: 9, asked: 3 }])
  })
  it('with five and more on both sides the shares are told', async () => {
    const county = await onDuty('09:00:00')
    for (const village of ['150524100200', south])
      for (let n = 0; n < 5; n += 1) await asked(county, { village, text: `第 ${n} 问` })
    await county.demo.to('2026-10-14T09:08:00+08:00')
    const { villages, hours } = await county.api('gao', 'figures.coverage', today)
    expect(villages.map(({ asked, few, inTime, share }) => [asked, few, inTime, share])).toEqual([
      [5, false, 0, 0],
      [5, false, 0, 0],
    ])
    expect(hours[9]).toEqual({ hour: 9, asked: 10, inTime: 0, share: 0 })
  })
  it('beside a village with few, the only other one of the county is withheld too', async () => {
    const county = await onDuty('09:00:00')
    for (let n = 0; n < 5; n += 1) await asked(county, { text: `第 ${n} 问` })
    await asked(county, { village: south })
    await county.demo.to('2026-10-14T09:08:00+08:00')
    const { villages } = await county.api('sun', 'figures.coverage', today)
    expect(villages.map(({ asked, few, share }) => [asked, few, share])).toEqual([
      [5, false, undefined],
      [1, true, undefined],
    ])
  })
  it('a village that nobody asked from is counted as silent and named', async () => {
    const county = await onDuty('09:00:00')
    await asked(county)
    const { villages, silent } = await county.api('sun', 'figures.coverage', today)
    expect(silent).toBe(1)
    expect(villages.find(({ unit }) => unit === south)).toMatchObject({ asked: 0, few: false })
  })
})
