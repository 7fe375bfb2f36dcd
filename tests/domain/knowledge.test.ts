import { describe, expect, it } from 'vitest'
import shipped from '@/data/knowledge.json'
import { findKnowledge, isDue, type KnowledgeEntry } from '@/domain/knowledge'
import { soundOf } from '../../cloudfunctions/pinyin'

const entries: KnowledgeEntry[] = shipped.items.map((entry) => ({ ...entry, forStaff: false }))
const first = (text: string) => findKnowledge(entries, text)[0]?.id

describe('a question is found', () => {
  it('by words of the question or by a key word', () => {
    expect(first('劳动仲裁')).toBe('arbitration-days')
    expect(first('欠薪 时效')).toBe('wage-limit')
    expect(first('司法确认')).toBe('mediation-confirm')
  })
  it('as people ask it', () => {
    expect(first('老板拖欠我工资好几年了还能不能要')).toBe('wage-limit')
    expect(first('没有困难证明怎么办')).toBe('aid-pledge')
  })
  it('by its pinyin, whole or half typed, with gaps or without, from any syllable on', () => {
    expect(first('laodongzhongcai')).toBe('arbitration-days')
    expect(first('lao dong zhongc')).toBe('arbitration-days')
    expect(first('sifaqueren')).toBe('mediation-confirm')
  })
  it('by its first letters', () => expect(first('sfqr')).toBe('mediation-confirm'))
  it('not at all by what isn’t there', () => {
    expect(findKnowledge(entries, '滑雪场')).toEqual([])
    expect(findKnowledge(entries, 'xyzzy')).toEqual([])
    expect(findKnowledge(entries, 'aodong')).toEqual([])
    expect(findKnowledge(entries, '？')).toEqual([])
  })
  it('and with nothing asked, all of them stand there, at most fifty', () => {
    expect(findKnowledge(entries, '  ')).toHaveLength(shipped.items.length)
    const many = Array.from({ length: 60 }, (_, n) => ({ ...(entries[0] as KnowledgeEntry), id: `k${n}` }))
    expect(findKnowledge(many, '')).toHaveLength(50)
  })
})

describe('what the product ships with', () => {
  it('has a source, a day of review and an id of its own, each', () => {
    expect(shipped.items.length).toBeGreaterThanOrEqual(12)
    expect(new Set(shipped.items.map(({ id }) => id)).size).toBe(shipped.items.length)
    for (const { source, reviewAt, certainty } of shipped.items) {
      expect(source.length).toBeGreaterThan(4)
      expect(reviewAt > shipped.since).toBe(true)
      expect(['verified', 'memory']).toContain(certainty)
    }
  })
  it('sounds as the dictionary says', async () => {
    for (const { question, keywords, sounds } of shipped.items)
      expect(await Promise.all([question, ...keywords].map(soundOf))).toEqual(sounds)
  })
})

describe('the day of review', () => {
  it('has come on that very day, not on the day before', () => {
    expect(isDue({ reviewAt: '2026-12-01' }, '2026-11-30')).toBe(false)
    expect(isDue({ reviewAt: '2026-12-01' }, '2026-12-01')).toBe(true)
  })
})
