import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { PaperView, SheetFile } from '@/contract/views'
import { type Given, no, value, world } from '../given-world'
import { LAND, withSeat } from './papers-given'

/** Papers as files: what a department opens says what it must and nothing of who reported. */

const PERSONAL = ['包某某', '13812345678', '我家门口', '塌了一个坑', '包群众']
const reported = {
  topic: 'road',
  place: '150524100200',
  text: '塌了一个坑，晚上看不见',
  spot: '我家门口',
  reporter: { name: '包某某', phone: '13812345678' },
}

async function atDepartment(w: Given, form: object = {}, brief?: string): Promise<string> {
  const { id } = value(await w.as('bao')('grievance.submit', { ...reported, ...form }))
  const type = brief ? 'report' : 'help'
  value(await w.as('kong')('grievance.accept', { id, type, handling: 'quick' }))
  value(await w.as('kong')('grievance.dispatch', { id, main: LAND, why: '归口', ...(brief && { brief }) }))
  return id
}
/** The day is over: reminded, then urged. */
async function urged(w: Given, form: object = {}, brief?: string) {
  const id = await atDepartment(w, form, brief)
  w.set('2026-10-04 02:30')
  await w.sweep()
  return { id, paper: `${id}:grievance.quick:1:urge` }
}
const night = () => world({ at: '2026-10-03 02:10', county: withSeat() })
const file = async (w: Given, who: string, input: object) => value<SheetFile>(await w.as(who)('notice.document', input))

// The library that writes a .docx brings the one that opens it.
type Zip = {
  loadAsync: (bytes: Buffer) => Promise<{ file: (name: string) => { async: (as: 'string') => Promise<string> } | null }>
}
const zip = createRequire(createRequire(import.meta.url).resolve('docx'))('jszip') as Zip

/** The words of the document, a line for each paragraph; and everything else that lies in the file. */
async function read({ base64 }: SheetFile) {
  const opened = await zip.loadAsync(Buffer.from(base64, 'base64'))
  const part = async (name: string) => (await opened.file(name)?.async('string')) ?? ''
  const body = await part('word/document.xml')
  const lines = body
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .map((line) => line.replaceAll('\u00a0', ' '))
    .filter(Boolean)
  return { lines, body, about: await part('docProps/core.xml') }
}

describe('a 催办单', () => {
  it('is a Word file of some ten KB: title, number, addressee, what is asked, date, copy', async () => {
    const w = await night()
    const { id, paper } = await urged(w)
    const made = await file(w, 'ke', { id, paper })
    expect(made).toMatchObject({ name: '催办单〔2026〕1号.docx' })
    expect(made.type).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    expect(made.base64.length).toBeLessThan(100 * 1024)
    const { lines } = await read(made)
    expect(lines.slice(0, 3)).toEqual(['催办单', '催办单〔2026〕1号', '自然资源局（柯科员）：'])
    expect(lines[3]).toContain('时限已经在 2026 年 10 月 4 日 02:10 到期，还没有办到。请马上交办理结果，并回复本单')
    expect(lines[4]).toBe(
      '本单应当在 2026 年 10 月 4 日 02:10 作出，系统到 2026 年 10 月 4 日 02:30 才作出，晚了 20 分钟。',
    )
    expect(lines.slice(5)).toEqual(['指挥中心', '2026 年 10 月 4 日 02:30'])
  })
  it('is A4 with the margins of an official document', async () => {
    const w = await night()
    const { body } = await read(await file(w, 'ke', await urged(w)))
    expect(body).toMatch(/<w:pgSz w:w="1190[67](\.\d+)?" w:h="168(3[89]|4\d)(\.\d+)?"/)
    expect(body).toContain('仿宋')
  })
  it('carries its receipt and its answer', async () => {
    const w = await night()
    const at = await urged(w)
    value(await w.as('ke')('notice.reply', { ...at, text: '已派人围挡\n明天填平' }))
    const { lines } = await read(await file(w, 'ke', at))
    expect(lines.slice(-3)).toEqual(['回复（柯科员　2026 年 10 月 4 日 02:30）：', '已派人围挡', '明天填平'])
  })
  it('names nobody who reported, nor her words, in the text or in the file’s own particulars', async () => {
    const w = await night()
    const { body, about } = await read(await file(w, 'sun', await urged(w)))
    for (const word of PERSONAL) expect(body + about).not.toContain(word)
    expect(about).toContain('催办单')
  })
  it('of 举报 says neither where nor what, and reads the same whoever reported', async () => {
    const papers = await Promise.all(
      [{}, { topic: 'pasture', place: '150524101200', reporter: { name: '别人', phone: '13900000009' } }].map(
        async (form) => {
          const w = await night()
          const at = await urged(w, { against: '150524100201', ...form }, '请核实占地情况')
          const { lines } = await read(await file(w, 'ke', at))
          return lines.map((line) => line.replace(at.id.slice('grievance:'.length).slice(0, 8), '编号'))
        },
      ),
    )
    expect(papers[0]?.[3]).toMatch(/^交由你处办理的一件事项（编号 编号），/)
    expect(papers[0]).toEqual(papers[1])
  })
})

describe('who may have it', () => {
  it('its addressee, the command seat and supervisors; nobody else learns that it exists', async () => {
    const w = await night()
    const at = await urged(w)
    for (const who of ['ke', 'kong', 'sun']) expect((await file(w, who, at)).base64).not.toBe('')
    for (const who of ['tong', 'mei'])
      expect(no(await w.as(who)('notice.document', at))).toMatchObject({ refused: 'grievance.not-found' })
    expect(no(await w.as('bao')('notice.document', at))).toMatchObject({ refused: 'permission.role' })
  })
  it('a draft is marked as one, and is no paper of the unit yet', async () => {
    const w = await night()
    const { id } = await urged(w)
    w.set('2026-10-04 06:11')
    await w.sweep()
    const draft = { id, paper: `${id}:grievance.quick:1:supervise` }
    expect((await read(await file(w, 'sun', draft))).lines).toContain('（草稿，没有签发，不作凭据）')
    expect(no(await w.as('ke')('notice.document', draft))).toMatchObject({ refused: 'paper.no-document' })
  })
  it('without naming a paper there is none', async () => {
    const w = await night()
    const { id } = await urged(w)
    expect(no(await w.as('sun')('notice.document', { id }))).toMatchObject({ refused: 'paper.no-document' })
  })
})

describe('a mediation', () => {
  const mediation = {
    parties: ['包某某', '吴某'],
    mediators: ['梅书记', '佟所长'],
    place: '东嘎查调解室',
    record: '双方说明了地界的来历。',
    agreement: '以老水渠为界。\n十天内拔掉界桩。',
  }
  async function mediated(w: Given) {
    // What has no place is settled without a photo.
    const id = await atDepartment(w, { topic: 'inheritance' })
    value(await w.as('ke')('grievance.sign', { id }))
    const said = { result: 'solved', text: '说和了', photos: [], mediation }
    const done = await w.as('ke')('grievance.resolve', { id, ...said })
    return { id, done }
  }
  it('gives the agreement and its record, with the thirty days for its confirmation', async () => {
    const w = await night()
    const { id, done } = await mediated(w)
    value(done)
    const agreement = (await read(await file(w, 'ke', { id, what: 'agreement' }))).lines
    expect(agreement[0]).toBe('人民调解协议书')
    for (const line of [
      '当事人1：包某某',
      '调解员：梅书记、佟所长',
      '以老水渠为界。',
      '十天内拔掉界桩。',
      '2026 年 10 月 3 日',
    ])
      expect(agreement).toContain(line)
    expect(agreement.join()).toContain('到 2026 年 11 月 2 日 为止')
    const record = (await read(await file(w, 'kong', { id, what: 'mediation-record' }))).lines
    expect(record).toContain('双方说明了地界的来历。')
    expect(record.join()).not.toContain('老水渠')
  })
  it('where none was held there is nothing, and another unit has none of it', async () => {
    const w = await night()
    const { id } = await urged(w)
    expect(no(await w.as('ke')('notice.document', { id, what: 'agreement' }))).toMatchObject({
      refused: 'paper.no-document',
    })
    expect(no(await w.as('sun')('notice.document', { id, what: 'mediation-record' }))).toMatchObject({
      refused: 'paper.no-document',
    })
  })
})

it('what was handed to the discipline bodies has its record, for command seat and supervisors only', async () => {
  const w = await night()
  const { id } = value(await w.as('bao')('grievance.submit', reported))
  const record = '反映村干部占地，已电话告知 12388。'
  value(await w.as('kong')('grievance.handOver', { id, to: '旗纪委监委', record }))
  const { lines } = await read(await file(w, 'sun', { id, what: 'hand-over' }))
  expect(lines).toEqual(expect.arrayContaining(['移送记录', '旗纪委监委：', record, '移送人：孔调度']))
  for (const word of PERSONAL) expect(lines.join()).not.toContain(word)
  expect(no(await w.as('ke')('notice.document', { id, what: 'hand-over' }))).toMatchObject({
    refused: 'grievance.not-found',
  })
})

it('what is printed on a screen is what the file says', async () => {
  const w = await night()
  const at = await urged(w)
  const view = value<PaperView>(await w.as('ke')('notice.paper', { paper: at.paper }))
  const { lines } = await read(await file(w, 'ke', at))
  for (const line of view.text) expect(lines).toContain(line.replaceAll('\u00a0', ' '))
})
