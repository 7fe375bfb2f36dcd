import { describe, expect, it } from 'vitest'
import type { Knowledge, KnowledgeRow } from '@/contract/views'
import { type Given, no, value, world } from '../given-world'

/** Questions and answers: found by everybody, written by staff, looked at again on their day. */

const given = () => world({ at: '2026-11-23 09:00' })
const search = async ({ as }: Given, who: string | undefined, text?: string, topic?: string) =>
  value<{ items: KnowledgeRow[] }>(
    await as(who)('knowledge.search', { ...(text && { text }), ...(topic && { topic }) }),
  ).items
const entry = (more: object = {}) => ({
  topic: 'water',
  question: '机井坏了找谁修？',
  answer: '先打水务局的电话。',
  keywords: ['机井', '修井'],
  reviewAt: '2027-11-23',
  source: '水务局职责',
  ...more,
})
const save = (it: Given, more: object = {}, who = 'kong') => it.as(who)('knowledge.save', entry(more))
const get = (it: Given, who: string | undefined, id: string) => it.as(who)('knowledge.get', { id })

describe('anybody', () => {
  it('finds what the product ships with, without an account, by words, pinyin or first letters', async () => {
    const it = await given()
    for (const text of ['劳动仲裁', 'laodongzhongcai', 'ldzc'])
      expect((await search(it, undefined, text))[0]?.id).toBe('arbitration-days')
    const answer = value<Knowledge>(await get(it, undefined, 'arbitration-days'))
    expect(answer).toMatchObject({ version: 0, due: false, source: '劳动争议调解仲裁法 第二十九条、第四十三条' })
    expect(answer.unsure).toBeUndefined()
  })
  it('finds by its pinyin what staff wrote', async () => {
    const it = await given()
    const { id } = value<Knowledge>(await save(it))
    for (const text of ['机井', 'xiujing', 'jijinghuai', 'xj', '井坏了没人修'])
      expect((await search(it, 'bao', text)).map((row) => row.id)).toContain(id)
    expect(await search(it, 'bao', '机井', 'road')).toEqual([])
  })
  it('but a resident nothing that is for staff, neither listed nor by its id', async () => {
    const it = await given()
    const { id } = value<Knowledge>(await save(it, { forStaff: true }))
    expect(await search(it, 'bao', '机井')).toEqual([])
    expect(no(await get(it, 'bao', id))).toMatchObject({ status: 404, refused: 'knowledge.not-found' })
    expect(no(await get(it, undefined, 'not-ours'))).toMatchObject({ status: 404 })
    expect((await search(it, 'gao', '机井')).map((row) => row.id)).toEqual([id])
  })
})

describe('the day of review', () => {
  it('marks an entry for staff, and to a resident it is no longer certain', async () => {
    const it = await given()
    const { id } = value<Knowledge>(await save(it, { reviewAt: '2026-12-01' }))
    const row = async (who: string) => (await search(it, who, '机井')).find((one) => one.id === id)
    it.set('2026-11-30 23:59')
    expect(await row('bao')).toMatchObject({ due: false })
    expect((await row('bao'))?.unsure).toBeUndefined()
    it.set('2026-12-01 00:00')
    for (const who of ['bao', 'kong']) expect(await row(who)).toMatchObject({ due: true, unsure: true })
    expect(value<Knowledge>(await get(it, 'bao', id))).toMatchObject({ due: true, unsure: true })
  })
  it('must lie ahead when something is saved', async () => {
    const it = await given()
    expect(no(await save(it, { reviewAt: '2026-11-23' }))).toEqual({ status: 400, invalid: ['reviewAt in-the-past'] })
  })
  it('of what is from memory doesn’t matter: it was never certain', async () => {
    expect(value<Knowledge>(await get(await given(), 'bao', 'mediation-confirm'))).toMatchObject({
      due: false,
      unsure: true,
    })
  })
})

describe('writing', () => {
  it('changes what we ship with, and moves it to another topic without leaving it in the first', async () => {
    const it = await given()
    const change = { id: 'arbitration-days', version: 0, topic: 'work-injury', question: '工伤仲裁多久？' }
    value(await save(it, change))
    expect(value<Knowledge>(await get(it, 'bao', 'arbitration-days'))).toMatchObject({ version: 1, savedBy: '孔调度' })
    expect((await search(it, 'bao', '', 'wages')).map(({ id }) => id)).not.toContain('arbitration-days')
    expect((await search(it, 'bao', '', 'work-injury')).map(({ id }) => id)).toEqual(['arbitration-days'])
    expect((await search(it, 'bao')).filter(({ id }) => id === 'arbitration-days')).toHaveLength(1)
  })
  it('of one that was changed meanwhile says by whom', async () => {
    const it = await given()
    const { id, version } = value<Knowledge>(await save(it))
    value(await save(it, { id, version, answer: '打 110。' }, 'gao'))
    expect(no(await save(it, { id, version }))).toMatchObject({
      status: 409,
      refused: 'matter.changed',
      detail: { by: '高审查' },
    })
    expect(value<Knowledge>(await get(it, 'kong', id)).answer).toBe('打 110。')
  })
  it('twice by the same request is there once', async () => {
    const it = await given()
    const requestId = 'knowledge-request'
    const first = value<Knowledge>(await save(it, { requestId }))
    expect(value<Knowledge>(await save(it, { requestId })).id).toBe(first.id)
    expect(await search(it, 'bao', '', 'water')).toHaveLength(1)
    expect(no(await save(it, { requestId, answer: '别的' }))).toMatchObject({ refused: 'request.reused' })
  })
  it('two entries of one topic at once keeps both', async () => {
    const it = await given()
    for (const answer of await Promise.all([save(it), save(it, { question: '河堤塌了找谁？' })])) value(answer)
    expect(await search(it, 'bao', '', 'water')).toHaveLength(2)
  })
  it('takes away what no longer holds, also what we ship with, and says whose id is unknown', async () => {
    const it = await given()
    const { id } = value<Knowledge>(await save(it))
    for (const gone of [id, 'arbitration-days']) {
      value(await it.as('sun')('knowledge.remove', { id: gone, why: '过时' }))
      expect(no(await get(it, 'bao', gone))).toMatchObject({ status: 404 })
      expect(no(await it.as('sun')('knowledge.remove', { id: gone, why: '过时' }))).toMatchObject({ status: 404 })
    }
    expect(await search(it, 'bao', '劳动仲裁')).not.toContainEqual(expect.objectContaining({ id: 'arbitration-days' }))
    expect(no(await save(it, { id: 'nothing' }))).toMatchObject({ status: 404 })
  })
  it('is for staff who answer, not for a village and not for residents', async () => {
    const it = await given()
    for (const who of ['mei', 'bao', 'li']) expect(no(await save(it, {}, who))).toMatchObject({ status: 403 })
  })
})
