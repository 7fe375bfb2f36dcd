import { createRequire } from 'node:module'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { ExportFile, MatterView, SheetFile } from '@/contract/views'
import { aidDocuments } from '@/domain/aid-documents'
import type { AidFacts } from '../../cloudfunctions/aid-document-facts'
import { aidPage } from '../../cloudfunctions/aid-document-pages'
import { numbersOf } from '../../cloudfunctions/aid-numbers'
import { fileWrite, newFileId } from '../../cloudfunctions/evidence/file-records'
import type { Page } from '../../cloudfunctions/paper-page'
import { application, county, type Given, no, reach, value, world } from '../given-world'

/** The papers of legal aid: each says what the matter holds, to nobody more than its page, and every character survives. */

const ID = '110101199003077539'
const PHONE = '13812345678'
const RARE = '包·龑㛃𬭎䶮'
const form = application({
  applicant: { name: RARE, phone: PHONE, idNumber: ID, language: 'mn' },
  where: { place: '150524100200', body: '劳动监察大队' },
  story: '工地欠了我三个月的工资',
  income: 900,
  parties: [{ role: 'opponent', name: '某建筑公司', phone: '13900000099' }],
})
type Made = SheetFile | ExportFile

// The library that writes a .docx brings the one that opens it.
type Zip = {
  loadAsync: (bytes: Buffer) => Promise<{ file: (name: string) => { async: (as: 'string') => Promise<string> } | null }>
}
const zip = createRequire(createRequire(import.meta.url).resolve('docx'))('jszip') as Zip

const bare = (text: string) => text.replaceAll(/\s/g, '')
async function wordsOf(made: Made): Promise<string> {
  if (!('base64' in made)) throw new Error('not a .docx')
  const opened = await zip.loadAsync(Buffer.from(made.base64, 'base64'))
  const body = (await opened.file('word/document.xml')?.async('string')) ?? ''
  return bare(body.replaceAll('</w:p>', '').replaceAll(/<[^>]+>/g, ''))
}
async function pdfOf(w: Given, made: Made): Promise<{ words: string; bytes: Uint8Array; pages: number }> {
  if (!('fileId' in made)) throw new Error('not a PDF')
  const bytes = (await w.world.files.get(made.fileId)) ?? new Uint8Array()
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text, totalPages } = await extractText(pdf, { mergePages: true })
  return { words: bare(text), bytes, pages: totalPages }
}

function codeOf(answer: Parameters<typeof no>[0]): string | undefined {
  const said = no(answer)
  return 'refused' in said ? said.refused : undefined
}

const rowOf = async (...[world, series, year]: Parameters<typeof numbersOf>) =>
  (await numbersOf(world, series, year)).numbers ?? []

const on = (w: Given, id: string) => ({
  make: async (who: string, document: string, form: 'docx' | 'pdf' = 'docx') =>
    value<Made>(await w.as(who)('aid.document', { id, document, form })),
  refused: async (who: string, document: string) => codeOf(await w.as(who)('aid.document', { id, document })),
  step: async (who: string, action: string, input: object = {}) =>
    value<MatterView>(await w.as(who)(action, { id, ...input })),
})

async function applied(more: object = {}) {
  const w = await world()
  const { id } = value<MatterView>(await w.as('bao')('aid.submit', { ...form, ...more }))
  return { w, id, ...on(w, id) }
}

describe('what may be made follows from what has happened', () => {
  it('an application has its form, promise and hardship statement; no decision before there is one', async () => {
    const { w, id, refused } = await applied()
    const view = value<MatterView>(await w.as('bao')('matter.get', { id }))
    expect(view.detail.documents?.map(({ document }) => document)).toEqual(['application', 'promise', 'hardship'])
    // All of these forms are from memory: the bureau is told so.
    expect(view.detail.documents?.every(({ certain }) => !certain)).toBe(true)
    for (const document of aidDocuments.slice(3)) expect(await refused('gao', document)).toBe('aid.no-such-document')
  })

  it('a proposed refusal is no paper; a confirmed one is, with reasons and both remedies', async () => {
    const { w, id, make, refused, step } = await applied()
    await step('gao', 'aid.refuse', { article: '31-5', why: '已经过了这一步' })
    expect(await refused('gao', 'refusal')).toBe('aid.no-such-document')
    await step('ma', 'aid.confirmRefusal')
    const words = await wordsOf(await make('bao', 'refusal'))
    for (const part of [
      '不予法律援助决定书',
      RARE,
      '已经过了这一步',
      '法律援助法第三十一条第五项',
      '司法局提出',
      '五日内审查',
      '行政复议',
      '行政诉讼',
      '（2026）援不字第0001号',
    ])
      expect(words, part).toContain(part)
    // Who proposed and who confirmed is the bureau's own affair.
    expect(words).not.toContain('高')
    expect(codeOf(await w.as('bao')('aid.document', { id, document: 'grant' }))).toBe('aid.no-such-document')
  })

  it('a matter that isn’t legal aid, or isn’t his, has none for him', async () => {
    const { w, id } = await applied()
    expect(codeOf(await w.as('wu')('aid.document', { id, document: 'application' }))).toBe('aid.not-found')
    expect(codeOf(await w.as('bao')('aid.document', { id: 'aid:nothing', document: 'application' }))).toBe(
      'aid.not-found',
    )
  })
})

describe('every paper says what the matter holds', () => {
  /** Granted to li, in hand, then closed: every paper that these events bind. */
  async function closing() {
    const w = await world()
    const id = await reach(w, 'closing', form)
    return { w, id, ...on(w, id) }
  }
  const facts: Record<string, string[]> = {
    application: [
      RARE,
      ID,
      PHONE,
      '劳动监察大队',
      '工地欠了我三个月的工资',
      '对方：某建筑公司',
      '蒙古语',
      '性别',
      '男',
    ],
    promise: [RARE, ID, '第四十一条', '第六十四条', '三千元以下'],
    hardship: [RARE, ID, '每月900元', '个人诚信承诺'],
    grant: [RARE, '（2026）援字第0001号', '第四十三条', '李律师', '不向受援人收取任何费用'],
    assignment: [RARE, PHONE, '（2026）援字第0001号', '指派你处李律师承办', '第四十六条'],
    mandate: [RARE, ID, '李律师', '一般代理', '（2026）援字第0001号'],
    letter: ['劳动监察大队', RARE, '李律师'],
    closing: [RARE, '调解成了', '工钱要回来了', '李律师'],
  }

  it.each(Object.entries(facts))('%s, as .docx and as PDF alike', async (document, parts) => {
    const { w, make } = await closing()
    const words = await wordsOf(await make('gao', document))
    const pdf = await pdfOf(w, await make('gao', document, 'pdf'))
    for (const part of parts) {
      expect(words, part).toContain(part)
      expect(pdf.words, part).toContain(part)
    }
    for (const text of [words, pdf.words]) expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    // A table's page numbers aside, the two are the same words.
    expect(pdf.words.replaceAll(/—\d—/g, '')).toBe(words)
  })

  it('a supplement notice lists everything that is owed, and until when; the receipt what came in', async () => {
    const { make, step } = await applied()
    const items = [
      { key: 'id', text: '身份证照片' },
      { key: 'contract', text: '劳动合同' },
    ]
    await step('gao', 'aid.supplementList', { items })
    const notice = await wordsOf(await make('bao', 'supplement'))
    for (const part of ['1.身份证照片', '2.劳动合同', '一次性告知', '视为撤回']) expect(notice).toContain(part)
    await step('gao', 'aid.supplement', { items: [{ key: 'id', text: '当面看过' }] })
    const receipt = await wordsOf(await make('bao', 'receipt'))
    expect(receipt).toContain('身份证照片')
    expect(receipt).not.toContain('劳动合同')
  })

  it('a lawyer has none before he said that nothing binds him; his house reads a name and no number', async () => {
    const w = await world()
    const id = await reach(w, 'asked', form)
    const { make, refused } = on(w, id)
    for (const document of ['application', 'assignment', 'mandate'])
      expect(codeOf(await w.as('li')('aid.document', { id, document }))).toBe('aid.not-found')
    const letter = await wordsOf(await make('zhou', 'assignment'))
    expect(letter).toContain(RARE)
    expect(letter).not.toContain(PHONE)
    expect(letter).not.toContain(ID)
    expect(await refused('zhou', 'application')).toBe('aid.no-such-document')
  })

  it('a lawyer changed inside his house is named on the notice, and not why', async () => {
    const w = await world()
    const { make, step } = on(w, await reach(w, 'in-hand'))
    await step('zhou', 'aid.swapInside', { lawyer: 'tao', why: '李律师住院了' })
    await step('tao', 'aid.conflictAnswer', { conflict: 'no' })
    const words = await wordsOf(await make('bao', 'replacement'))
    expect(words).toContain('原由李律师承办，现更换为陶律师')
    expect(words).not.toContain('住院')
  })
})

describe('papers whose events come later are drawn from their facts alone', () => {
  const held = { now: '2026-10-15T09:00:00.000+08:00', on: '2026-10-12' }
  const facts: AidFacts = {
    agency: '示例旗法律援助中心',
    bureau: '示例旗司法局',
    today: held.on,
    submittedOn: held.on,
    submitted: held.on,
    topic: '工钱',
    applicant: { name: RARE },
    parties: [],
    materials: [],
    no: { termination: '（2026）援终字第0001号' },
  }
  const textIn = (page: Page | undefined) => JSON.stringify([page?.no, ...(page?.lines ?? [])]).replaceAll('\u00a0', '')

  it('a termination with its ground and the objection; none without one', () => {
    const termination = { at: held.now, article: '法律援助法第四十八条', why: '受援人自行委托了律师' }
    const words = textIn(aidPage('termination', { ...facts, termination }))
    for (const part of ['援终字第0001号', '第四十八条', '自行委托了律师', '示例旗司法局提出', '2026年10月15日'])
      expect(words).toContain(part)
    expect(aidPage('termination', facts)).toBeUndefined()
  })

  it('a ruling that upholds names what may be done next; one that corrects doesn’t have to', () => {
    const objection = { at: '2026-10-09T10:00:00.000+08:00', ruledAt: held.now, why: '事实清楚' }
    const upheld = textIn(aidPage('objection', { ...facts, objection: { ...objection, decision: 'uphold' } }))
    for (const part of ['决定维持', '行政复议', '行政诉讼', '示例旗司法局（盖章）', '2026年10月9日'])
      expect(upheld).toContain(part)
    const corrected = textIn(aidPage('objection', { ...facts, objection: { ...objection, decision: 'correct' } }))
    expect(corrected).toContain('责令法律援助机构改正')
    expect(corrected).not.toContain('行政复议')
  })
})

describe('characters', () => {
  it('one that no font has stands as itself in the .docx, and in the PDF as a box with its code below', async () => {
    const { w, make } = await applied({ applicant: { name: '𠮷日嘎拉·ᠠ', phone: PHONE } })
    expect(await wordsOf(await make('gao', 'application'))).toContain('𠮷日嘎拉·ᠠ')
    const { words } = await pdfOf(w, await make('gao', 'application', 'pdf'))
    expect(words).toContain('□①日嘎拉·□②')
    expect(words).toContain('该字无法嵌入，请手写：□①处为U+20BB7；□②处为U+1820。')
  })

  it('a story as long as the form takes is all there, over as many pages as it needs', async () => {
    const story = Array.from({ length: 400 }, (_, n) => `第${String(n).padStart(4, '0')}`).join('')
    const { w, make } = await applied({ story })
    const { words, pages, bytes } = await pdfOf(w, await make('gao', 'application', 'pdf'))
    const missing = Array.from({ length: 400 }, (_, n) => String(n).padStart(4, '0')).filter((n) => !words.includes(n))
    expect(missing).toEqual([])
    expect(pages).toBeGreaterThan(2)
    // Only the characters it uses are in it: the font alone is 15 MB.
    expect(bytes.byteLength).toBeLessThan(200_000)
  })

  it('where the font isn’t there the .docx still is, and the PDF is refused in words', async () => {
    const { w, id, make } = await applied()
    w.world.font = async () => undefined
    const answer = await w.as('gao')('aid.document', { id, document: 'application', form: 'pdf' })
    expect(codeOf(answer)).toBe('paper.no-font')
    expect(await wordsOf(await make('gao', 'application'))).toContain(RARE)
  })
})

describe('numbers', () => {
  it('run by year from 1 without a gap, whoever grants at the same moment', async () => {
    const w = await world({ county: { ...county(), policy: { 'aid.numberMark': '库' } } })
    const ids = await Promise.all(
      Array.from({ length: 6 }, async () => value<MatterView>(await w.as('bao')('aid.submit', form)).id),
    )
    const views = await Promise.all(ids.map(async (id) => value<MatterView>(await w.as('gao')('aid.grant', { id }))))
    const given = views.map(({ detail }) => detail.documents?.find(({ document }) => document === 'grant')?.no).sort()
    expect(given).toEqual([1, 2, 3, 4, 5, 6].map((n) => `（2026）库援字第000${n}号`))
    const row = await rowOf(w.world, 'grant', 2026)
    expect(row.map(({ n, record }) => [n, record && ids.includes(record.matter)])).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => [n, true]),
    )
  })

  it('a cancelled one stays in the row with its day, the paper gets the next, and nobody else gets the old', async () => {
    const w = await world()
    const id = await reach(w, 'in-hand', form)
    const { step, make } = on(w, id)
    const requestId = 'renumber-once'
    const again = await step('gao', 'aid.renumber', { document: 'grant', why: '打印时编号盖错了', requestId })
    await step('gao', 'aid.renumber', { document: 'grant', why: '打印时编号盖错了', requestId })
    expect(again.timeline.at(-1)?.text).toBe('文书编号 （2026）援字第0001号 作废，改为 （2026）援字第0002号')
    expect(await wordsOf(await make('gao', 'grant'))).toContain('（2026）援字第0002号')
    const row = await rowOf(w.world, 'grant', 2026)
    expect(row.map(({ record }) => [record?.text, Boolean(record?.cancelled)])).toEqual([
      ['（2026）援字第0001号', true],
      ['（2026）援字第0002号', false],
    ])
    expect(codeOf(await w.as('gao')('aid.renumber', { id, document: 'refusal', why: '没有' }))).toBe('aid.no-number')
    expect(codeOf(await w.as('li')('aid.renumber', { id, document: 'grant', why: '我要' }))).toBe('permission.role')
  })

  it('begin again with a new year', async () => {
    const w = await world({ at: '2026-12-31 23:50' })
    await reach(w, 'asked', form)
    w.set('2027-01-01 00:10')
    await reach(w, 'asked', form)
    expect((await rowOf(w.world, 'grant', 2026)).length).toBe(1)
    expect((await rowOf(w.world, 'grant', 2027)).map(({ record }) => record?.text)).toEqual(['（2027）援字第0001号'])
  })
})

describe('who made one', () => {
  it('stands where she reads who looked at her data; her own don’t', async () => {
    const { w, make } = await applied()
    await make('bao', 'application')
    await make('gao', 'promise')
    const { items } = value<{ items: { by: string; why?: string }[] }>(await w.as('bao')('me.accesses'))
    expect(items.map(({ by, why }) => [by, why])).toContainEqual([expect.stringContaining('高'), '个人诚信承诺书'])
    expect(items.some(({ why }) => why === '法律援助申请表')).toBe(false)
  })
})

async function photo(w: Given, owner: string): Promise<string> {
  const id = newFileId()
  await w.store.save([
    fileWrite(w.world, { id, owner, type: 'image/jpeg', size: 1, name: '签字.jpg' }, 0, { state: 'ready' }),
  ])
  return id
}

describe('printed, signed and photographed', () => {
  it('the photos lie with the matter under the paper’s name; the newest count, and none take it back', async () => {
    const w = await world()
    const id = await reach(w, 'clear', form)
    const { step } = on(w, id)
    const [first, second] = [await photo(w, 'li'), await photo(w, 'li')]
    const view = await step('li', 'aid.documentSigned', { document: 'mandate', files: [first] })
    expect(view.papers).toContainEqual({ id: first, name: '已签：授权委托书' })
    expect(view.detail.documents?.find(({ document }) => document === 'mandate')?.signed?.files).toEqual([first])
    expect(view.timeline.at(-1)?.text).toBe('交回了签好字的授权委托书')
    const hers = value<MatterView>(await w.as('bao')('matter.get', { id }))
    expect(hers.papers.map(({ id }) => id)).toContain(first)
    const later = await step('li', 'aid.documentSigned', { document: 'mandate', files: [second] })
    expect(later.papers.map(({ id }) => id)).not.toContain(first)
    const gone = await step('li', 'aid.documentSigned', { document: 'mandate', files: [] })
    expect(gone.papers).toEqual([])
    expect(gone.timeline.at(-1)?.text).toBe('撤下了签好字的授权委托书')
  })

  it('not for a paper that he may not make, nor with somebody else’s photo', async () => {
    const w = await world()
    const id = await reach(w, 'clear', form)
    const own = await photo(w, 'li')
    const signed = async (document: string, files: string[]) =>
      no(await w.as('li')('aid.documentSigned', { id, document, files }))
    expect(await signed('closing', [own])).toEqual({ status: 422, refused: 'aid.no-such-document' })
    expect(await signed('refusal', [own])).toEqual({ status: 422, refused: 'aid.no-such-document' })
    expect(await signed('mandate', [await photo(w, 'wu')])).toEqual({ status: 400, invalid: ['files.0 unknown-file'] })
  })
})
