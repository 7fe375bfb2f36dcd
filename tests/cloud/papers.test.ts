import { describe, expect, it } from 'vitest'
import type { PaperView } from '@/contract/views'
import type { PaperRef } from '@/domain/ladder-types'
import { numbersNow, paperWrites, readPaper } from '../../cloudfunctions/papers'
import type { Doc } from '../../cloudfunctions/ports'
import { type Given, no, value, world } from '../given-world'
import { LAND, withSeat } from './papers-given'

/** Three urgings and what becomes of them, in the whole pipeline; at the command seat is `kong`, supervisors are two. */

const night = (at = '2026-10-03 02:10') => world({ at, county: withSeat() })
const report = (w: Given, n = 0) =>
  w
    .as('bao')('grievance.submit', { topic: 'road', place: '150524100200', text: `桥头的路断了 ${n}` })
    .then((a) => value(a).id)

type Paper = PaperRef & { matter: string }
const papersOf = async (w: Given): Promise<Paper[]> =>
  (await w.docs('papers')).map((doc) => readPaper(doc as Doc)).map(({ matter, paper }) => ({ matter, ...paper }))
const numbersOf = async (w: Given, rung: string) =>
  (await papersOf(w))
    .filter((paper) => paper.rung === rung && paper.n !== undefined)
    .map(({ year, n }) => `${year}/${n}`)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
const upTo = (year: number, n: number) => Array.from({ length: n }, (_, at) => `${year}/${at + 1}`)
const counter = async (w: Given, id: string) =>
  JSON.parse((await w.docs('counters')).find((doc) => doc.id === id)?.body ?? '{}').last

describe('numbers', () => {
  it('of twenty matters that race are given without a gap and without a double', async () => {
    const w = await night()
    const ids: string[] = []
    for (let n = 0; n < 20; n++) ids.push(await report(w, n))
    w.set('2026-10-03 02:18')
    await Promise.all(ids.map((id) => w.as('kong')('matter.get', { id })))
    await w.sweep()
    expect(await numbersOf(w, 'remind')).toEqual(upTo(2026, 20))
    expect(await counter(w, 'remind:2026')).toBe(20)
    expect(new Set((await papersOf(w)).map(({ matter }) => matter)).size).toBe(20)
  })
  it('begin again with the year', async () => {
    const w = await night('2026-12-31 23:40')
    await report(w, 1)
    w.set('2026-12-31 23:50')
    await w.sweep()
    await report(w, 2)
    w.set('2027-01-01 00:01')
    await w.sweep()
    expect(await numbersOf(w, 'remind')).toEqual(['2026/1', '2027/1'])
    expect(await numbersOf(w, 'urge')).toEqual(['2027/1'])
  })
  it.each(['before', 'after'])('are neither lost nor given twice by a crash %s the write', async (when) => {
    const w = await night()
    const id = await report(w)
    w.set('2026-10-03 02:18')
    let crashed = false
    w.hooks.pause = async (point) => {
      const text = JSON.stringify(point)
      if (crashed || !text.includes('save') || !text.includes(when)) return
      crashed = true
      throw new Error('died')
    }
    await w.as('kong')('matter.get', { id })
    w.hooks.pause = undefined
    expect(crashed).toBe(true)
    await w.sweep()
    await w.sweep()
    expect(await numbersOf(w, 'remind')).toEqual(['2026/1'])
    expect(await counter(w, 'remind:2026')).toBe(1)
  })
})

/** Accepted and with the department, its day half over: one reminder to the department. */
async function atDepartment(w: Given, form: object = {}): Promise<string> {
  const said = {
    topic: 'road',
    place: '150524100200',
    text: '桥头的路断了',
    reporter: { name: '包某某', phone: '13812345678' },
  }
  const { id } = value(await w.as('bao')('grievance.submit', { ...said, ...form }))
  const secret = 'against' in form
  value(await w.as('kong')('grievance.accept', { id, type: secret ? 'report' : 'help', handling: 'quick' }))
  const brief = secret ? { brief: '请核实占地情况' } : {}
  value(await w.as('kong')('grievance.dispatch', { id, main: LAND, why: '归口', ...brief }))
  w.set('2026-10-03 14:11')
  await w.sweep()
  return id
}
type List = { items: PaperView[]; next?: string }
const list = async (w: Given, who: string, input: object = {}) => value<List>(await w.as(who)('notice.papers', input))
const shown = ({ items }: List) => items.map(({ rung, state, unit }) => `${rung} ${state} ${unit.code}`)

describe('the list', () => {
  it('shows a unit its own, command seat and supervisors all, newest first', async () => {
    const w = await night()
    await atDepartment(w)
    await report(w)
    w.set('2026-10-03 14:20')
    await w.sweep()
    const all = ['remind issued command', `remind issued ${LAND}`]
    expect(shown(await list(w, 'ke'))).toEqual([`remind issued ${LAND}`])
    expect(shown(await list(w, 'kong'))).toEqual(all)
    expect(shown(await list(w, 'sun'))).toEqual(all)
    expect(shown(await list(w, 'mei'))).toEqual([])
  })
  it('by state, page by page', async () => {
    const w = await night()
    for (let n = 0; n < 5; n++) await report(w, n)
    w.set('2026-10-03 06:30')
    await w.sweep()
    expect(shown(await list(w, 'sun', { state: 'draft' }))).toEqual(Array(5).fill('supervise draft command'))
    const first = await list(w, 'sun', { limit: 4 })
    const rest = await list(w, 'sun', { limit: 50, after: first.next })
    const ids = [...first.items, ...rest.items].map(({ id }) => id)
    expect([first.items.length, new Set(ids).size]).toEqual([4, 15])
    expect(rest.next).toBeUndefined()
  })
  it('a draft is not the unit’s to see', async () => {
    const w = await night()
    const id = await atDepartment(w)
    w.set('2026-10-04 06:20')
    await w.sweep()
    expect(shown(await list(w, 'ke'))).toEqual([`urge issued ${LAND}`, `remind issued ${LAND}`])
    const draft = `${id}:grievance.quick:1:supervise`
    expect(no(await w.as('ke')('notice.paper', { paper: draft }))).toEqual({ status: 404, refused: 'paper.not-found' })
    expect(value<PaperView>(await w.as('sun')('notice.paper', { paper: draft })).state).toBe('draft')
  })
  it('residents and strangers have no door to it', async () => {
    const w = await night()
    const id = await atDepartment(w)
    const paper = `${id}:grievance.quick:1:remind`
    expect(no(await w.as('bao')('notice.papers'))).toMatchObject({ refused: 'permission.role' })
    expect(no(await w.as('bao')('notice.paper', { paper }))).toMatchObject({ refused: 'permission.role' })
    expect(no(await w.as('tong')('notice.paper', { paper }))).toMatchObject({ refused: 'paper.not-found' })
    expect(no(await w.as('sun')('notice.paper', { paper: 'nothing:there' }))).toMatchObject({
      refused: 'paper.not-found',
    })
  })
})

describe('a paper', () => {
  it('says what is asked, by when, and how to tell the matter, in whole dates', async () => {
    const w = await night()
    const id = await atDepartment(w)
    const paper = value<PaperView>(await w.as('ke')('notice.paper', { paper: `${id}:grievance.quick:1:remind` }))
    expect(paper).toMatchObject({
      no: '提醒单〔2026〕1号',
      title: '提醒单',
      to: '柯科员',
      can: ['notice.receive', 'notice.reply'],
    })
    expect(paper.text[0]?.replaceAll('\u00a0', ' ')).toMatch(
      /^甲镇 东嘎查的「.+」事项（编号 .{8}），「即办办结」的时限到 2026 年 10 月 4 日 02:10 为止，已经临期。请在这之前交办理结果。$/,
    )
  })
  it('goes its way: received, answered, and no longer to be taken back', async () => {
    const w = await night()
    const id = await atDepartment(w)
    const paper = `${id}:grievance.quick:1:remind`
    value(await w.as('ke')('notice.receive', { id, paper }))
    value(await w.as('ke')('notice.reply', { id, paper, text: '已派人去修' }))
    const view = value<PaperView>(await w.as('sun')('notice.paper', { paper }))
    expect(view).toMatchObject({
      state: 'replied',
      received: { by: '柯科员' },
      reply: { by: '柯科员', text: '已派人去修' },
      can: [],
    })
    expect(shown(await list(w, 'ke', { state: 'replied' }))).toHaveLength(1)
    expect(shown(await list(w, 'ke', { state: 'issued' }))).toHaveLength(0)
    expect(no(await w.as('sun')('notice.cancel', { id, paper, why: '发错' }))).toMatchObject({
      refused: 'paper.replied',
    })
    // What was answered lies sealed in the matter, nowhere else.
    expect(JSON.stringify(await w.docs())).not.toContain('已派人去修')
  })
  it('a 督办单 takes one leader, a 移交函 two, whatever the machine does', async () => {
    const w = await night()
    const id = await report(w)
    w.set('2026-10-03 06:26')
    await w.sweep()
    const of = (rung: string) => ({ id, paper: `${id}:grievance.accept:1:${rung}` })
    const until = '2026-10-03T08:00:00.000+08:00'
    expect(no(await w.as('kong')('notice.sign', { ...of('supervise'), until }))).toMatchObject({
      refused: 'permission.role',
    })
    const [one, other] = await Promise.all([
      w.as('sun')('notice.sign', { ...of('supervise'), until }),
      w.as('zhao')('notice.sign', { ...of('supervise'), until }),
    ])
    expect([one, other].filter(({ reply }) => reply.ok)).toHaveLength(1)
    expect(await numbersOf(w, 'supervise')).toEqual(['2026/1'])
    w.set('2026-10-03 08:01')
    await w.sweep()
    value(await w.as('sun')('notice.sign', of('transfer')))
    expect(await numbersOf(w, 'transfer')).toEqual([])
    expect(no(await w.as('sun')('notice.sign', of('transfer')))).toMatchObject({ refused: 'paper.same-person' })
    value(await w.as('zhao')('notice.sign', of('transfer')))
    expect(await numbersOf(w, 'transfer')).toEqual(['2026/1'])
  })
})

describe('a save', () => {
  it('numbers that were read for another year are not given', async () => {
    const w = await night()
    const numbers = await numbersNow(w.world, w.now())
    const paper: PaperRef = { ...(await issued(w)), year: 2025 }
    await expect(paperWrites(w.world, 'grievance:x', [], [paper], numbers)).rejects.toThrow('was not read')
    await expect(paperWrites(w.world, 'grievance:x', [], [{ ...paper, year: 2026 }])).rejects.toThrow('was not read')
  })
  it('what did not change is not written again', async () => {
    const w = await night()
    const paper = await issued(w)
    expect(await paperWrites(w.world, 'grievance:x', [paper], [paper])).toEqual([])
  })
})

async function issued(w: Given): Promise<PaperRef> {
  await report(w)
  w.set('2026-10-03 02:18')
  await w.sweep()
  const [paper] = await papersOf(w)
  if (!paper) throw new Error('no paper')
  const { matter: _, ...ref } = paper
  return ref
}
