import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { ExportFile } from '@/contract/views'
import { samples } from '../support/sample-files'
import { acting, at, inHand, story, uploaded, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
const bare = (text: string) => text.replaceAll(/\s/g, '')

describe('a mandate, from the matter to the signed page', () => {
  it('is made as PDF behind a link, printed, signed, photographed and seen by her', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    const made = (await county.api('li', 'aid.document', { id, document: 'mandate', form: 'pdf' })) as ExportFile
    expect(made).toMatchObject({ type: 'application/pdf', name: expect.stringMatching(/^授权委托书 .*\.pdf$/) })
    const answer = await fetch(`${county.url}${made.url}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
    const words = bare((await extractText(pdf, { mergePages: true })).text)
    for (const part of ['包群众', '110101199003077539', '李律', '第一律师事务所', '（2026）援字第0001号'])
      expect(words).toContain(part)

    const act = acting(county, id)
    const fileId = await uploaded(county, 'li', samples.jpeg, '委托书.jpg')
    const after = await act('li', 'aid.documentSigned', { document: 'mandate', files: [fileId] })
    expect(story(after).at(-1)).toBe('交回了签好字的授权委托书')
    const hers = await county.api('bao', 'matter.get', { id })
    expect(hers.papers).toContainEqual({ id: fileId, name: '已签：授权委托书' })
    expect((await county.api('bao', 'file.link', { fileId })).type).toBe('image/jpeg')
  })

  it('isn’t for another lawyer, nor a paper that doesn’t exist, nor a form that isn’t one', async () => {
    const county = await at(monday)
    const id = await inHand(county)
    expect(wrongs(await county.ask('wang', 'aid.document', { id, document: 'mandate' }))).toEqual(['aid.not-found'])
    expect(wrongs(await county.ask('li', 'aid.document', { id, document: 'refusal' }))).toEqual([
      'aid.no-such-document',
    ])
    expect(wrongs(await county.ask('li', 'aid.document', { id, document: 'will' } as never))).toEqual([
      'document not-an-option',
    ])
    expect(wrongs(await county.ask('li', 'aid.document', { id, document: 'mandate', form: 'odt' } as never))).toEqual([
      'form not-an-option',
    ])
  })
})
