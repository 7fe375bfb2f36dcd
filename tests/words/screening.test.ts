import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import groups from '@/data/groups.json'
import law from '@/data/legal-aid.json'
import topics from '@/data/topics.json'
import { type Finding, type ScreeningFacts, screen } from '@/domain/screening'
import { articleName, articleText, findingText, groupTexts } from '@/words/screening'

const finding = (change: Partial<Finding>): Finding => ({
  check: 'scope',
  verdict: 'look',
  article: '31',
  because: 'not-listed',
  certain: true,
  ...change,
})
const sentence = (text: string) => /\p{Script=Han}/u.test(text) && /。$/.test(text) && !/[A-Za-z,;:]/.test(text)

describe('each finding is a sentence with its article', () => {
  it('every topic, route and person gives place, matter and means, each with a sentence, a name and a text', () => {
    for (const topic of Object.keys(topics.values))
      for (const route of ['promise', 'proof', undefined] as const)
        for (const whom of ['self', 'ward', 'other'] as const) {
          const facts: ScreeningFacts = { for: whom, topic, route, groups: [], evidence: 0, signed: whom === 'self' }
          const found = screen(facts, { topics: topics.values, groups: groups.values })
          expect(found.map(({ check }) => check)).toEqual(expect.arrayContaining(['jurisdiction', 'scope', 'hardship']))
          for (const one of found) {
            expect([one, sentence(findingText(one))]).toEqual([one, true])
            expect(articleName(one.article)).toMatch(
              /^法律援助法第[一二三四五六七八九十]+条(第[一二三四五六七八九]项)?$/,
            )
            expect([one.article, articleText(one.article)]).not.toEqual([one.article, undefined])
          }
        }
  })
  it('each reason the rules know has its own sentence', () => {
    const source = readFileSync(join(import.meta.dirname, '../../src/domain/screening.ts'), 'utf8')
    const declared = source.split('export type Because =')[1]?.split('type Ruling')[0] ?? ''
    const codes = [...declared.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code ?? '')
    expect(codes.length).toBeGreaterThan(20)
    const texts = codes.map((because) => findingText(finding({ because })))
    expect(texts.filter((text) => !sentence(text))).toEqual([])
    expect(new Set(texts).size).toBe(codes.length)
    expect(texts).not.toContain(findingText(finding({ because: 'no-such-code' })))
  })
  it('an unknown reason still says what to look at; so does urgency', () => {
    expect(findingText(finding({ check: 'jurisdiction', because: 'constructor' }))).toBe('请您看一眼管辖。')
    expect(findingText(finding({ check: 'urgency', because: 'story' }))).toMatch(/急不急/)
  })
  it('nobody is told that proof is needed, nor to refuse', () => {
    for (const because of ['pledge', 'pledge-open', 'proof', 'route-open', 'criminal-means'])
      expect(findingText(finding({ because }))).toMatch(/承诺/)
    for (const because of ['elsewhere', 'not-listed', 'regional-list', 'consent-missing', 'pledge-open'])
      expect(findingText(finding({ because }))).not.toMatch(/必须|不予|拒绝|不符合|需要证明/)
    expect(findingText(finding({ because: 'elsewhere' }))).toMatch(/今天/)
    expect(findingText(finding({ because: 'pledge' }))).toBe('困难情况可用承诺。')
    expect(findingText(finding({ because: 'listed' }))).toBe('事项在范围内。')
  })
})

describe('articles by name and text', () => {
  it.each([
    ['31-5', '法律援助法第三十一条第五项'],
    ['38', '法律援助法第三十八条'],
    ['40', '法律援助法第四十条'],
    ['10', '法律援助法第十条'],
    ['12', '法律援助法第十二条'],
    ['5', '法律援助法第五条'],
    ['71', '法律援助法第七十一条'],
    ['nothing', '法律援助法'],
    ['', '法律援助法'],
    ['0', '法律援助法'],
  ])('%s is %s', (article, name) => expect(articleName(article)).toBe(name))
  it('an item is quoted, a gist says that it is one, an article nobody kept has no text', () => {
    expect(articleText('31-5')).toBe('请求确认劳动关系或者支付劳动报酬')
    expect(articleText('42-3')).toBe('申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员')
    expect(articleText('38')).toMatch(/^大意：诉讼事项向办案机关所在地/)
    expect(articleText('31')).toBe('大意：因经济困难没有委托代理人的，可以就下列事项申请法律援助')
    expect(articleText('1')).toBeUndefined()
    expect(articleText('constructor')).toBeUndefined()
  })
  it('every kept article has a name, and each newer row its source and certainty', () => {
    for (const [article, row] of Object.entries(law.values)) {
      expect(row.source).toContain(articleName(article).replace('法律援助法', ''))
      if ('summary' in row)
        expect([article, row.certainty, row.source]).toEqual([article, 'verified', expect.stringMatching(/概括/)])
    }
    for (const article of ['24', '38', '40', '41', '43', '44', '46', '48', '49', '53', '55'])
      expect(articleText(article)).toMatch(/^大意：/)
  })
})

describe('groups in everyday words', () => {
  it('each names an item of art. 32 or 42 that is kept, with its certainty', () => {
    for (const [code, row] of Object.entries(groups.values)) {
      expect(row.article).toMatch(/^(42-[123]|32-[1234])$/)
      expect(articleText(row.article)).toBeDefined()
      expect(row.source).toContain(articleName(row.article).replace('法律援助法', ''))
      expect([code, groupTexts[code]]).toEqual([code, row.text])
      expect(row.text).not.toMatch(/[A-Za-z,;:]/)
      expect(['verified', 'memory', 'account', 'policy']).toContain(row.certainty)
    }
    expect(new Set(Object.values(groupTexts)).size).toBe(Object.keys(groups.values).length)
    expect(groupTexts['no-such-group']).toBeUndefined()
  })
})
