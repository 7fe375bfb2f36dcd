import { describe, expect, it } from 'vitest'
import groups from '@/data/groups.json'
import topics from '@/data/topics.json'
import { type Finding, type ScreeningFacts, type ScreeningLaw, screen } from '@/domain/screening'

const law: ScreeningLaw = { topics: topics.values, groups: groups.values }
/** Wu Yun's wages, told at the counter: she asks for herself and promises. */
const facts = (change: Partial<ScreeningFacts> = {}): ScreeningFacts => ({
  for: 'self',
  topic: 'wages',
  route: 'promise',
  groups: [],
  evidence: 0,
  signed: true,
  ...change,
})
const find = (check: Finding['check'], change: Partial<ScreeningFacts> = {}, given = law) =>
  screen(facts(change), given).find((finding) => finding.check === check)
const says = (verdict: string, article: string, because: string, certain = true) => ({
  verdict,
  article,
  because,
  certain,
})

describe('the questions of the law, in its order', () => {
  it('place, person, matter, means; urgency stays with the reviewer', () => {
    expect(screen(facts(), law)).toEqual([
      { check: 'jurisdiction', ...says('look', '38', 'ask-labour-body') },
      { check: 'standing', ...says('fits', '40', 'own') },
      { check: 'scope', ...says('fits', '31-5', 'listed') },
      { check: 'hardship', ...says('fits', '41', 'pledge') },
    ])
  })
  it('only what lies elsewhere is ever called unlikely', () => {
    for (const topic of [...Object.keys(topics.values), 'no-such-topic'])
      for (const whom of ['self', 'ward', 'other'] as const)
        for (const route of ['promise', 'proof', undefined] as const)
          for (const group of [undefined, ...Object.keys(groups.values), '村里的困难户'])
            for (const evidence of [0, 1])
              for (const signed of [true, false]) {
                const found = screen(
                  { for: whom, topic, route, evidence, signed, groups: group ? [group] : [], income: '一年三万' },
                  law,
                )
                expect(found.map(({ check }) => check)).toEqual(['jurisdiction', 'standing', 'scope', 'hardship'])
                expect(found.filter(({ verdict }) => verdict === 'unlikely')).toEqual([])
              }
  })
  it('income is compared with nothing: the standard is not loaded', () => {
    expect(screen(facts({ income: '每月两万' }), law)).toEqual(screen(facts({ income: '没有' }), law))
  })
})

describe('where it belongs (art. 38)', () => {
  it('a place in another county is handed over, whatever body is named', () => {
    for (const body of [undefined, '铁西区劳动仲裁委'])
      expect(find('jurisdiction', { elsewhere: '沈阳铁西区的工地', body })).toMatchObject(
        says('unlikely', '38', 'elsewhere'),
      )
    expect(find('jurisdiction', { elsewhere: '  ' })?.because).toBe('ask-labour-body')
  })
  it('a named body is looked at; where none is named the reviewer asks', () => {
    expect(find('jurisdiction', { topic: 'support', body: '库伦旗法院' })).toMatchObject(
      says('look', '38', 'body-named'),
    )
    expect(find('jurisdiction', { topic: 'support' })).toMatchObject(says('look', '38', 'ask-body'))
    expect(find('jurisdiction', { topic: 'support', body: ' ' })?.because).toBe('ask-body')
  })
  it('labour: the place of work or the employer’s seat; not so for a traffic accident', () => {
    expect(find('jurisdiction', { topic: 'work-injury', body: '劳动仲裁委' })?.because).toBe('labour-body')
    expect(find('jurisdiction', { topic: 'wages' })?.because).toBe('ask-labour-body')
    expect(find('jurisdiction', { topic: 'traffic' })?.because).toBe('ask-body')
  })
  it('a criminal case follows the body that handles it, not the place where it happened', () => {
    const here = { topic: 'criminal', elsewhere: '通辽市区', body: '库伦旗公安局' }
    expect(find('jurisdiction', here)).toMatchObject(says('look', '38', 'criminal-body'))
    expect(find('jurisdiction', { topic: 'criminal', elsewhere: '通辽市区' })?.because).toBe('elsewhere')
    expect(find('jurisdiction', { topic: 'criminal' })).toMatchObject(says('look', '38', 'ask-criminal-body'))
  })
})

describe('who asks (art. 40)', () => {
  it('the person herself; entered by somebody else, only with her consent', () => {
    expect(find('standing')).toMatchObject(says('fits', '40', 'own'))
    expect(find('standing', { signed: false })).toMatchObject(says('look', '40', 'consent-missing'))
  })
  it('somebody who helps with consent; without it the reviewer asks', () => {
    expect(find('standing', { for: 'other' })).toMatchObject(says('fits', '40', 'agreed'))
    expect(find('standing', { for: 'other', signed: false })).toMatchObject(says('look', '40', 'consent-missing'))
  })
  it('whether she is the guardian is looked at, consent or not', () => {
    for (const signed of [true, false])
      expect(find('standing', { for: 'ward', signed })).toMatchObject(says('look', '40', 'guardian'))
  })
  it('near kin may ask for the accused without consent (art. 24), but not in a wage claim', () => {
    const kin = { for: 'other', signed: false } as const
    expect(find('standing', { ...kin, topic: 'criminal' })).toMatchObject(says('look', '24', 'kin'))
    expect(find('standing', { ...kin, topic: 'wages' })?.because).toBe('consent-missing')
  })
})

describe('what it is about (arts. 31, 32, 24)', () => {
  it.each([
    ['wages', '31-5'],
    ['work-injury', '31-7'],
    ['traffic', '31-7'],
    ['support', '31-4'],
  ])('%s is named in %s', (topic, article) => {
    expect(find('scope', { topic })).toMatchObject(says('fits', article, 'listed'))
  })
  it('violence is named in 32-4, criminal cases in 24', () => {
    expect(find('scope', { topic: 'violence' })).toMatchObject(says('fits', '32-4', 'listed-no-means-test'))
    expect(find('scope', { topic: 'criminal' })).toMatchObject(says('fits', '24', 'listed-criminal'))
  })
  it('land and pasture stand on the region’s list: 31-9, and not certain', () => {
    for (const topic of ['land', 'pasture'])
      expect(find('scope', { topic })).toMatchObject(says('look', '31-9', 'regional-list', false))
    const loaded = { ...law, topics: { ...law.topics, land: { article: '31-9', certainty: 'verified' } } }
    expect(find('scope', { topic: 'land' }, loaded)?.verdict).toBe('look')
  })
  it('divorce and debt are not in art. 31: a look, never a refusal', () => {
    expect(find('scope', { topic: 'marriage' })).toMatchObject(says('look', '31-4', 'partly-listed', false))
    for (const topic of ['debt', 'inheritance', 'road', 'other', 'no-such-topic'])
      expect(find('scope', { topic })).toMatchObject(says('look', '31', 'not-listed', false))
  })
  it('what the law names in part points at that part', () => {
    const parts = { consumer: '31-7', administrative: '31-1', subsidy: '31-2' }
    for (const [topic, article] of Object.entries(parts))
      expect(find('scope', { topic })).toMatchObject(says('look', article, 'partly-listed', false))
  })
  it('a row known from memory or an account is not certain, and only looked at', () => {
    for (const certainty of ['memory', 'account']) {
      const given = { ...law, topics: { wages: { article: '31-5', certainty } } }
      expect(find('scope', {}, given)).toMatchObject(says('look', '31-5', 'to-confirm', false))
    }
    expect(find('scope', {}, { ...law, topics: { wages: { article: '31-5', certainty: 'verified' } } })?.verdict).toBe(
      'fits',
    )
  })
  it('a divorce after violence may belong to 32-4; a debt of a pensioner gains nothing by 42', () => {
    expect(find('scope', { topic: 'marriage', groups: ['abuse-victim'] })).toMatchObject(
      says('look', '32-4', 'group-matter'),
    )
    expect(find('scope', { topic: 'debt', groups: ['no-income-elder'] })?.because).toBe('not-listed')
    expect(find('scope', { topic: 'wages', groups: ['abuse-victim'] })?.because).toBe('listed')
  })
})

describe('hardship (arts. 32, 42, 41)', () => {
  it('isn’t asked after violence, on either route; it is in a divorce', () => {
    for (const route of ['promise', 'proof', undefined] as const)
      expect(find('hardship', { topic: 'violence', route })).toMatchObject(says('fits', '32-4', 'no-means-test'))
    expect(find('hardship', { topic: 'marriage' })?.article).toBe('41')
  })
  it('a person of art. 32 is spared it where the claim belongs to that', () => {
    expect(find('hardship', { topic: 'marriage', groups: ['abuse-victim'] })).toMatchObject(
      says('look', '32-4', 'no-means-test-group'),
    )
  })
  it('the groups of art. 42 are exempt with material, and promise without', () => {
    expect(find('hardship', { groups: ['assistance'], evidence: 1, route: 'proof' })).toMatchObject(
      says('fits', '42-2', 'exempt'),
    )
    expect(find('hardship', { groups: ['assistance'], evidence: 1 })?.because).toBe('exempt')
    expect(find('hardship', { groups: ['assistance'] })).toMatchObject(says('fits', '41', 'pledge'))
    expect(find('hardship', { groups: ['assistance'], route: 'proof' })).toMatchObject(
      says('look', '41', 'pledge-open'),
    )
  })
  it('migrant workers are exempt for wages and injury at work, not for a traffic accident or a debt', () => {
    const shown = { evidence: 2, route: 'proof' } as const
    expect(find('hardship', { ...shown, groups: ['migrant-wage'] })?.article).toBe('42-3')
    expect(find('hardship', { ...shown, topic: 'work-injury', groups: ['migrant-injury'] })?.article).toBe('42-3')
    for (const topic of ['traffic', 'debt'])
      expect(find('hardship', { ...shown, topic, groups: ['migrant-wage', 'migrant-injury'] })?.because).toBe('proof')
  })
  it('the first group that helps counts; free words are no group, nor is a name every object has', () => {
    const shown = { topic: 'debt', evidence: 1, route: 'proof' } as const
    expect(find('hardship', { ...shown, groups: ['migrant-wage', 'preferential'] })?.article).toBe('42-2')
    for (const words of ['村里的困难户', 'constructor'])
      expect(find('hardship', { ...shown, groups: [words] })?.because).toBe('proof')
  })
  it('a group known from memory is not certain', () => {
    const given = { ...law, groups: { assistance: { article: '42-2', certainty: 'memory' } } }
    expect(find('hardship', { groups: ['assistance'], evidence: 1 }, given)?.certain).toBe(false)
    expect(find('hardship', { groups: ['assistance'], evidence: 1 })?.certain).toBe(true)
  })
  it('who declines the promise and has no papers is offered it again, not told to bring proof', () => {
    expect(find('hardship', { route: 'proof' })).toMatchObject(says('look', '41', 'pledge-open'))
    expect(find('hardship', { route: 'proof', evidence: 3 })).toMatchObject(says('look', '41', 'proof'))
    expect(find('hardship', { route: undefined })).toMatchObject(says('look', '41', 'route-open'))
  })
  it('an accused person may have another reason than hardship; a promise settles it either way', () => {
    expect(find('hardship', { topic: 'criminal', route: 'proof' })).toMatchObject(says('look', '24', 'criminal-means'))
    expect(find('hardship', { topic: 'criminal' })).toMatchObject(says('fits', '41', 'pledge'))
  })
})
