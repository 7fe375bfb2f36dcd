import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { actions } from '@/contract/actions'
import { county } from '@/contract/county'
import { topics } from '@/contract/fields'
import limits from '@/data/limits.json'
import { roles } from '@/domain/decider'
import { subjects } from '@/domain/lawyer-card'
import {
  contactTexts,
  languageTexts,
  reasonText,
  resultTexts,
  roleTexts,
  ruleTexts,
  stageTexts,
  subjectTexts,
  topicTexts,
} from '@/words/aid'
import { clockTitles } from '@/words/clock'
import { doorCodes, doorProblem, doorSentence } from '@/words/door'
import { noticeTemplates, noticeText } from '@/words/notices'
import { problemText } from '@/words/problems'
import { refusalCodes, sentence } from '@/words/refusals'
import { inTimeline } from '@/words/timeline'
import { QUIET } from '../../cloudfunctions/matter-document'

const root = join(import.meta.dirname, '../..')
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
const source = (...folders: string[]) =>
  folders
    .flatMap(files)
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n')
const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()

/** Every message of a valibot schema, wherever it lies inside. */
function messages(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return []
  seen.add(schema)
  const { message } = schema as { message?: unknown }
  return [
    ...(typeof message === 'string' ? [message] : []),
    ...Object.values(schema).flatMap((part) => messages(part, seen)),
  ]
}
const UNKNOWN = '填的不对'
const HAN = /\p{Script=Han}/u

describe('every code that code can say has a sentence', () => {
  const rules = source('src/domain')
  const pipeline = source('src/domain', 'cloudfunctions')
  it('what is wrong with a field', () => {
    const checks = [...Object.values(actions).flatMap(({ input }) => messages(input)), ...messages(county)]
    const codes = [
      ...new Set([
        ...checks,
        ...found(source('src/contract', 'cloudfunctions'), /field[^}]*code: '([a-z-]+)'/g),
        'id-length',
        'id-characters',
        'id-birth',
        'id-check',
      ]),
    ]
    expect(codes.length).toBeGreaterThan(20)
    const silent = codes.filter(
      (code) => code !== 'wrong-type' && !doorProblem(code) && problemText({ field: 'story', code }).endsWith(UNKNOWN),
    )
    expect(silent).toEqual([])
  })
  it('every field of the contract has a name', () => {
    const fields = (schema: unknown): string[] => {
      if (typeof schema !== 'object' || schema === null) return []
      const { entries, item, wrapped, pipe, options } = schema as Record<string, unknown>
      const inside = [
        item,
        wrapped,
        ...(Array.isArray(pipe) ? pipe : []),
        ...(Array.isArray(options) ? options : []),
      ].flatMap(fields)
      return [
        ...inside,
        ...Object.entries((entries as object) ?? {}).flatMap(([name, part]) => [name, ...fields(part)]),
      ]
    }
    const named = [...new Set(Object.values(actions).flatMap(({ input }) => fields(input)))]
    expect(named.length).toBeGreaterThan(30)
    expect(
      named.filter((name) => !HAN.test(problemText({ field: name, code: 'missing' }).split('：')[0] ?? '')),
    ).toEqual([])
  })
  it('what the rules refuse', () => {
    const codes = found(pipeline, /refuse\(\s*(?:[^()']*\? )?'([a-z.-]+)'/g)
    expect(codes.length).toBeGreaterThan(20)
    for (const code of codes) expect([...refusalCodes, ...doorCodes.refused], code).toContain(code)
    for (const code of found(source('cloudfunctions/server'), /refused\([^,()']*(?:\(\))?, '([a-z.-]+)'/g))
      expect([...refusalCodes, ...doorCodes.refused], code).toContain(code)
  })
  it('what people are told; and nothing is worded that nobody says', () => {
    const rules = ['notice', 'question-notice', 'grievance-notice', 'grievance-notice-papers', 'visit-notice'].map(
      (name) => readFileSync(join(root, `src/domain/${name}.ts`), 'utf8'),
    )
    const said = found(rules.join('\n'), /'((?:aid|clock|question|grievance|visit)\.[a-z-]+)'/g)
    expect(said.filter((code) => !noticeTemplates.includes(code) && !clockTitles[code])).toEqual([])
    // A cancelled change is told under the name of the change.
    const named = (code: string) =>
      pipeline.includes(`'${code}'`) || pipeline.includes(`'${code.replace(/^sms\./, '')}'`)
    expect(noticeTemplates.filter((code) => !named(code.replace(/-cancelled$/, '')))).toEqual([])
  })
  it('each clock that is started', () => {
    const started = found(source('src/domain'), /(?:start\(|RECTIFY = \[.*)'((?:aid|grievance)\.[a-z.]+)'/g)
    expect(started).toEqual([
      'aid.assign',
      'aid.change',
      'aid.contact',
      'aid.decide',
      'aid.file',
      'aid.grace',
      'aid.handover',
      'aid.notify',
      'aid.objection',
      'aid.progress',
      'aid.promise',
      'aid.review',
      'aid.sign',
      'aid.supplement',
      'aid.terminate',
      'grievance.rectify',
    ])
    for (const code of started) {
      expect(clockTitles[code], code).toMatch(HAN)
      expect(limits.some((row) => row.code === code)).toBe(true)
    }
  })
  it('each event, but for what only the machine needs', () => {
    const types = found(
      readFileSync(join(root, 'src/domain/aid-types.ts'), 'utf8').split('export type AidEvent')[1] ?? '',
      /type: '([A-Za-z]+)'/g,
    )
    expect(types.filter((type) => !inTimeline(type) && !QUIET.includes(type))).toEqual([])
    expect(['ClockOverdue', 'ClockRecomputed'].every(inTimeline)).toBe(true)
  })
  it('each topic, subject, role, rule and reason', () => {
    for (const topic of topics) expect(topicTexts[topic], topic).toMatch(HAN)
    for (const subject of subjects) expect(subjectTexts[subject]).toMatch(HAN)
    for (const role of roles) if (role !== 'system' && role !== 'visitor') expect(roleTexts[role], role).toMatch(HAN)
    for (const rule of found(rules.split('export type Rule =')[1]?.split('\n')[0] ?? '', /'([a-z-]+)'/g))
      expect(ruleTexts[rule as 'full'], rule).toMatch(HAN)
    for (const text of [
      ...Object.values(resultTexts),
      ...Object.values(contactTexts),
      ...Object.values(stageTexts),
      ...Object.values(languageTexts),
    ])
      expect(text).toMatch(HAN)
  })
})

/** Latin letters that a resident reads every day, or has to read out. */
const PROPER = /\b(PDF|MB|X|Shift|KB|PT8M|P3D|O、I、L|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5})\b/g
const english = (text: string) => /[A-Za-z]/.test(text.replace(PROPER, ''))

describe('sentences are Chinese', () => {
  const names = {
    by: '高审查',
    lawyer: '李律师',
    org: '甲所',
    topic: 'wages',
    clock: 'aid.promise',
    count: '2',
    agency: '甲市法律援助中心',
    at: '2026-09-30T10:00:00.000+08:00',
    place: '甲镇 东嘎查',
    seat: '热线白班',
    person: '王律师',
    from: '2026-09-30T08:00:00.000+08:00',
    to: '2026-09-30T20:00:00.000+08:00',
    minutes: '10',
  }
  it('refusals, with and without what they are about', () => {
    const detail = { by: '高审查', at: '2026-09-30T10:00:00.000+08:00', seconds: 30 }
    for (const code of [...refusalCodes, 'no.such-code'])
      for (const about of [undefined, detail, {}])
        expect([code, english(sentence(code, about)), HAN.test(sentence(code, about))]).toEqual([code, false, true])
    for (const code of doorCodes.refused) expect([code, english(doorSentence(code) ?? '')]).toEqual([code, false])
  })
  it('a wait is told in seconds up to two minutes, beyond that in minutes', () => {
    expect(sentence('throttle.wait', { seconds: 120 })).toBe('试得太多了，请等 120\u00a0秒再试。')
    expect(sentence('throttle.wait', { seconds: 121 })).toBe('试得太多了，请等 3\u00a0分钟再试。')
    expect(sentence('throttle.wait', { seconds: 3591 })).toBe('试得太多了，请等 60\u00a0分钟再试。')
    expect(sentence('throttle.wait')).toBe('试得太多了，请等一会儿再试。')
  })
  it('a lost race names who was first and when', () => {
    const at = '2026-09-30T10:05:00.000+08:00'
    expect(sentence('matter.changed', { by: '高审查', at }, '2026-09-30T10:06:00.000+08:00')).toBe(
      '高审查 在 今天 10:05 已经先办了这一步，请刷新看看。',
    )
    expect(sentence('matter.changed')).toBe('别人先办了这一步，请刷新看看。')
  })
  it('notices, with every topic', () => {
    for (const template of noticeTemplates)
      for (const topic of topics)
        expect([template, english(noticeText(template, { ...names, topic }))]).toEqual([template, false])
    for (const template of noticeTemplates) expect(noticeText(template, names)).not.toMatch(/undefined|（）|其他/)
  })
  it('reasons', () => {
    const reasons = [
      { code: 'town' },
      { code: 'subject', subject: 'labour' },
      { code: 'language', language: 'mn' },
      { code: 'load', load: 1, capacity: 8 },
      { code: 'waited', days: 0 },
      { code: 'waited', days: 3 },
      { code: 'never-asked' },
    ] as const
    for (const reason of reasons) expect([reason.code, english(reasonText(reason))]).toEqual([reason.code, false])
  })
  it.each(readdirSync(join(root, 'src/words')))('every plain text of %s', async (file) => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : value && typeof value === 'object'
          ? Object.values(value).flatMap(texts)
          : []
    const module = await import(join(root, 'src/words', file))
    const shown = texts({ ...module }).filter((text) => HAN.test(text) || text.includes(' '))
    expect(shown.filter(english)).toEqual([])
  })
})
