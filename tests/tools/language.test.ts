import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverageNow, shownNow } from '../../tools/language'
import { wrongWith } from '../../tools/language/checks'
import type { Prompt } from '../../tools/language/prompt-sheet'
import { MANIFEST, type Manifest, PROMPTS } from '../../tools/language/prompts'
import {
  coverageOf,
  orphansOf,
  ROWS,
  type Row,
  readJson,
  SHOWN,
  shownOf,
  standingOf,
} from '../../tools/language/reviewed'
import { allSentences, hashOf, sentencesIn } from '../../tools/language/sentences'

const of = (code: string, room = 'home') => sentencesIn(room, code)
const row = (key: string, zh: string, rest: Partial<Row> = {}): Row => ({
  ...{ key, zh, hash: hashOf(zh), text: 'ᠠᠡᠢ', status: 'reviewed', by: '乌云', on: '2026-11-20' },
  ...rest,
})

describe('sentences are found by the language’s own parser', () => {
  it('each has a key of its place and its name, whatever stands around it', () => {
    const [sentence, ...more] = of("export const homeWords = {\n  // 问\n  ask: '问律师',\n  n: 3,\n  code: 'aid',\n}")
    expect(more).toEqual([])
    expect(sentence).toEqual({ key: 'home.ts#homeWords.ask', room: 'home', zh: '问律师', hash: hashOf('问律师') })
  })
  it('a template says its parts by name; the same part twice has one name, another of that name a number', () => {
    const zh = (code: string) => of(`const f = (p, name, x) => ${code}`).map((each) => each.zh)
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: this is code to be read
    expect(zh('`会说${name}`')).toEqual(['会说{name}'])
    expect(zh('`${name}的${name}`')).toEqual(['{name}的{name}'])
    expect(zh('`从${p.at}到${x.at}`')).toEqual(['从{at}到{at2}'])
    expect(zh('`等${spanText(name)}`')).toEqual(['等{name}'])
    expect(zh('`他${name ? `在${name}` : "走了"}`')).toEqual(['他{part}', '在{name}', '走了'])
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: this is code to be read
  })
  it('what nobody reads is no sentence: types, comparisons, keys, imports', () => {
    expect(
      of(
        "import a from '中'\ntype T = '甲' | '乙'\nconst b = { 汉语: 'zh' }\nif (a === '丙') b['丁']\nswitch (a) { case '戊': }",
      ),
    ).toEqual([])
  })
  it('every sentence of the house has a key of its own', () => {
    const all = allSentences()
    expect(all.length).toBeGreaterThan(1000)
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  })
})

describe('only reviewed Mongolian may be shown', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code to be read
  const code = "export const homeWords = { ask: '问律师', by: (name) => `${name} 在办的事` }"
  const sentences = of(code)
  const [ask, by] = ['home.ts#homeWords.ask', 'home.ts#homeWords.by'] as const

  it('a reviewed one whose Chinese still stands', () => {
    expect(shownOf(sentences, [row(ask, '问律师')])).toEqual([['问律师', 'ᠠᠡᠢ']])
  })
  it('no draft, and nothing that nobody signed', () => {
    expect(shownOf(sentences, [row(ask, '问律师', { status: 'draft' })])).toEqual([])
    expect(shownOf(sentences, [row(ask, '问律师', { by: '' })])).toEqual([])
    expect(shownOf(sentences, [row(ask, '问律师', { on: '' })])).toEqual([])
  })
  it('nothing whose Chinese has changed since, nor whose hash was made up', () => {
    const changed = of(code.replace('问律师', '问一问律师'))
    expect(shownOf(changed, [row(ask, '问律师')])).toEqual([])
    expect(standingOf(changed[0] ?? { key: '', room: '', zh: '', hash: '' }, row(ask, '问律师'))).toBe('stale')
    expect(shownOf(sentences, [row(ask, '问张律师', { hash: hashOf('问律师') })])).toEqual([])
  })
  it('nothing that lacks a part, or has one too many', () => {
    expect(shownOf(sentences, [row(by, '{name} 在办的事', { text: 'ᠠ {name}' })])).toHaveLength(1)
    expect(shownOf(sentences, [row(by, '{name} 在办的事')])).toEqual([])
    expect(shownOf(sentences, [row(ask, '问律师', { text: 'ᠠ {name}' })])).toEqual([])
  })
  it('a sentence said in two places counts once both are reviewed and say the same', () => {
    const two = [...sentences, ...of("export const meWords = { ask: '问律师' }", 'me')]
    const second = 'me.ts#meWords.ask'
    expect(shownOf(two, [row(ask, '问律师')])).toEqual([])
    expect(shownOf(two, [row(ask, '问律师'), row(second, '问律师', { text: 'ᠣ' })])).toEqual([])
    expect(shownOf(two, [row(ask, '问律师'), row(second, '问律师')])).toEqual([['问律师', 'ᠠᠡᠢ']])
  })
  it('nothing that only staff read', () => {
    const desk = of("export const centreWords = { ask: '派给谁' }", 'centre')
    expect(shownOf(desk, [row('centre.ts#centreWords.ask', '派给谁')])).toEqual([])
  })
  it('what the servers answer with has nothing but that, as the files stand today', () => {
    const known = {
      ...{ sentences: allSentences(), rows: readJson<Row[]>(ROWS) },
      ...{ prompts: readJson<Prompt[]>(PROMPTS), manifest: readJson<Manifest>(MANIFEST) },
    }
    const now = shownNow(known)
    const kept = readJson<typeof now>(SHOWN)
    const may = new Set(now.rows.map((each) => JSON.stringify(each)))
    expect(kept.rows.filter((each) => !may.has(JSON.stringify(each)))).toEqual([])
    const heard = new Set(now.prompts.map((each) => JSON.stringify(each)))
    expect(kept.prompts.filter((each) => !heard.has(JSON.stringify(each)))).toEqual([])
  })
})

describe('how much is reviewed', () => {
  it('counts each room, residents’ first, with what waits', () => {
    const sentences = [
      ...of("export const centreWords = { a: '派给谁' }", 'centre'),
      ...of("export const homeWords = { a: '问律师', b: '查进度', c: '全部' }"),
    ]
    const rows = [
      row('home.ts#homeWords.a', '问律师'),
      row('home.ts#homeWords.b', '查进度', { status: 'draft' }),
      row('home.ts#homeWords.c', '全都'),
      row('home.ts#homeWords.gone', '没了'),
    ]
    const [home, centre] = coverageOf(sentences, rows)
    expect(home).toMatchObject({ room: 'home', for: 'resident', sentences: 3, reviewed: 1, draft: 1, stale: 1 })
    expect(home?.waiting).toEqual(['查进度', '全部'])
    expect(centre).toMatchObject({ room: 'centre', for: 'staff', reviewed: 0, waiting: [] })
    expect(orphansOf(sentences, rows)).toEqual(['home.ts#homeWords.gone'])
  })
  it('is told with each run, and stands in nobody’s way', () => {
    const known = {
      ...{ sentences: allSentences(), rows: readJson<Row[]>(ROWS) },
      ...{ prompts: readJson<Prompt[]>(PROMPTS), manifest: readJson<Manifest>(MANIFEST) },
    }
    const { rooms, prompts } = coverageNow(known)
    const theirs = rooms.filter((room) => room.for === 'resident')
    const [all, reviewed] = [theirs, theirs].map((each, n) =>
      each.reduce((sum, room) => sum + (n === 0 ? room.sentences : room.reviewed), 0),
    )
    console.log(
      `Mongolian: ${reviewed} of ${all} sentences reviewed, ${prompts.reviewed} of ${prompts.wanted} prompts heard`,
    )
    expect(all).toBeGreaterThan(500)
    expect(theirs.filter(({ title }) => !/\p{Script=Han}/u.test(title)).map(({ room }) => room)).toEqual([])
    // The counts that the reviewer's page shows have the same shape; how far they are behind is told by the tool.
    const written = readJson<ReturnType<typeof coverageNow>>('src/data/language-coverage.json')
    expect(Object.keys(written.rooms[0] ?? {})).toEqual(Object.keys(rooms[0] ?? {}))
  })
})

describe('a text in the traditional script', () => {
  it('has its letters, separators, suffix spaces, digits and punctuation', () => {
    expect(wrongWith('ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ\u202fᠶᠢᠨ ᠨᠡᠷ\u180eᠡ 8᠂ 15᠃', '蒙古语的名字 8、15。')).toEqual([])
  })
  it.each([
    ['Монгол хэл', '西里尔'],
    ['ᠠ монгол', '西里尔'],
    ['\ue264\ue2b5', '旧编码'],
    ['ᠠ\u202eᠡ', '看不见'],
    ['ᠠ\u2066ᠡ', '看不见'],
    ['ᠠ\u{e0041}', '看不见'],
    ['ᠠ\nᠡ', '换行'],
    ['ᠠ\u0000', '换行'],
    ['ᠠ<b>', '< >'],
    ['ᠠ律师', '汉字'],
    ['ᠠ lawyer', '拉丁'],
    ['123', '没有蒙古文字母'],
    ['ᠠ한', 'U+D55C'],
    ['ᠠ'.repeat(400), '长太多'],
  ])('%s is told to be wrong', (text, say) => {
    expect(wrongWith(text, '问律师').join()).toContain(say)
  })
  it('no sentence of the house is written in it by hand: what is shown comes from the reviewers’ table alone', () => {
    const rooms = allSentences().map(({ room }) => room)
    const carrying = [...new Set(rooms)].filter((room) =>
      /[\u1820-\u18aa]/.test(readFileSync(`src/words/${room}.ts`, 'utf8')),
    )
    expect(carrying).toEqual([])
  })
})
