import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Applicant, Party } from '@/domain/aid-types'
import { firstOf, matchLawyers, type Need, nearHits } from '@/domain/matching'
import { calledIn, type NearHit, nearMarksOf, nearPairs, type People } from '@/domain/near'
import { marksOf, otherSide } from '@/domain/wall'
import { facts } from '../../cloudfunctions/facts'
import { soundOfName } from '../../cloudfunctions/pinyin'
import { soundsIn } from '../../cloudfunctions/wall'
import type { World } from '../../cloudfunctions/world'
import { card } from '../given'
import { t } from './clock-given'

const heard = async (people: People): Promise<People> => {
  const sounds = await soundsIn({ soundOfName } as World, people)
  return { ...people, ...(sounds && { sounds }) }
}
const alone = (applicant: Applicant) => heard({ applicant, parties: [] })
const against = (name: string, more: Partial<Party> = {}) =>
  heard({ applicant: { name: '' }, parties: [{ role: 'opponent', name, ...more }] })
const kinds = (one: People, other: People) => nearPairs(one, other).map(({ kind }) => kind)
/** How an applicant of this name looks beside an opponent of that one. */
const beside = async (hers: string | Applicant, theirs: string, more: Partial<Party> = {}) =>
  kinds(await alone(typeof hers === 'string' ? { name: hers } : hers), await against(theirs, more))

describe('people of like names', () => {
  it('sound the same, whatever the tone and the character', async () => {
    for (const [one, other] of [
      ['王芳', '王方'],
      ['巴特尔', '巴特儿'],
      ['哈斯朝鲁', '哈斯超鲁'],
      ['张丽华', '章莉花'],
      ['吕 绿', '吕律'],
    ] as const)
      expect([one, other, await beside(one, other)]).toEqual([one, other, ['sound']])
  })
  it('a surname is read as one: 单 as shan, 解 as xie, 区 as ou, 仇 as qiu', async () => {
    for (const [surname, like, unlike] of [
      ['单', '山', '丹'],
      ['解', '谢', '姐'],
      ['区', '欧', '屈'],
      ['仇', '邱', '愁'],
    ] as const) {
      expect([surname, await beside(`${surname}晓`, `${like}晓`)]).toEqual([surname, ['sound']])
      expect([surname, await beside(`${surname}晓`, `${unlike}晓`)]).toEqual([surname, []])
    }
    // A Mongolian name of four characters has no 查 in front.
    expect(await beside('查干巴拉', '察干巴拉')).toEqual(['sound'])
  })
  it('are written with the same characters, in whatever order, width or spacing', async () => {
    for (const [one, other] of [
      ['王芳', '王 芳'],
      ['王小芳', '王芳小'],
      ['额尔德尼·其木格', '额尔德尼其木格'],
    ] as const)
      expect([one, other, await beside(one, other)]).toEqual([one, other, ['characters']])
    // The old form of a character sounds as the new one.
    expect(await beside('張三', '张三')).toEqual(['sound'])
  })
  it('are not alike where sound and characters differ, nor where the name says nothing', async () => {
    for (const [one, other] of [
      ['王芳', '王萍'],
      ['王芳', '王芳芳'],
      ['王某', '王某'],
      ['王', '王'],
      ['', ''],
      ['不', '不'],
    ] as const)
      expect([one, other, await beside(one, other)]).toEqual([one, other, []])
  })
  it('are two where years of birth or identity numbers differ; one without either may be anybody', async () => {
    const idOf1990 = '110101199003077539'
    const born = (birth: string) => beside({ name: '王方', birth }, '王芳', { idNumber: idOf1990 })
    expect([await born('1990-12-31'), await born('1991-01-01')]).toEqual([['sound'], []])
    expect(await beside({ name: '王方', idNumber: idOf1990 }, '王芳', { idNumber: '110101199012317715' })).toEqual([])
    expect(await beside({ name: '王方' }, '王芳', { idNumber: idOf1990 })).toEqual(['sound'])
  })
  it('only on opposite sides: two who are sued, or two who sue, are no question', async () => {
    expect(nearPairs(await against('王芳'), await against('王方'))).toEqual([])
    expect(nearPairs(await alone({ name: '王芳' }), await alone({ name: '王方' }))).toEqual([])
    const beside = await heard({ applicant: { name: '' }, parties: [{ role: 'co-party', name: '王方' }] })
    expect(kinds(beside, await against('王芳'))).toEqual(['sound'])
  })
  it('whose matter was stored before names were heard are known by their characters alone', async () => {
    const old: People = { applicant: { name: '王方' }, parties: [] }
    expect(kinds(old, await against('王芳'))).toEqual([])
    expect(kinds(old, await against('王方'))).toEqual(['characters'])
  })
})

describe('bodies of like names', () => {
  it('a company by what stands between its place and its trade', async () => {
    for (const [name, core] of [
      ['通辽市宏达建设有限公司', '宏达'],
      ['宏达建筑工程有限责任公司', '宏达'],
      ['内蒙古自治区通辽市科尔沁区宏达劳务股份有限公司', '宏达'],
      ['建设集团', '建设'],
      ['水泉乡人民政府', '水泉乡'],
      ['示例旗甲镇东嘎查村民委员会', '东嘎查'],
    ] as const)
      expect([name, calledIn({ applicant: { name }, parties: [] }).map((each) => each.name)]).toEqual([name, [core]])
    expect(await beside('鸿达商贸有限公司', '通辽市宏达建设有限公司')).toEqual(['sound'])
    expect(await beside('宏达商贸有限公司', '通辽市宏达建设有限公司')).toEqual(['characters'])
    expect(await beside('宏远商贸有限公司', '通辽市宏达建设有限公司')).toEqual([])
  })
  it('are two where their credit codes differ, and never a person', async () => {
    const code = { creditCode: '91350100M000100Y43' }
    const other = await against('宏达商贸有限公司', code)
    const sued = (more: Partial<Party>) =>
      heard({ applicant: { name: '' }, parties: [{ role: 'co-party', name: '鸿达建设有限公司', ...more }] })
    expect(kinds(await sued(code), other)).toEqual(['sound'])
    expect(kinds(await sued({}), other)).toEqual(['sound'])
    expect(kinds(await sued({ creditCode: '91350100M000100Y44' }), other)).toEqual([])
    expect(kinds(await alone({ name: '洪达' }), other)).toEqual([])
  })
})

describe('by chance', () => {
  const names = [
    '王芳',
    '王方',
    '芳王',
    '单晓',
    '山晓',
    '巴特尔',
    '巴特儿',
    '宏达建设有限公司',
    '鸿达劳务有限公司',
    '东嘎查',
  ]
  const name = fc.constantFrom(...names)
  const idNumber = fc.constantFrom('110101199003077539', '11010519491231002X')
  const role = fc.constantFrom('opponent' as const, 'co-party' as const, 'third' as const)
  const applicant = fc.record({ name, idNumber }, { requiredKeys: ['name'] })
  const party = fc.record({ role, name, idNumber }, { requiredKeys: ['role', 'name'] })
  const people = fc.record({ applicant, parties: fc.array(party, { maxLength: 3 }) })

  it('who is like whom is the same from either side, and is always found under a mark of both', async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(people, people, async (told, toldThere) => {
        const [here, there] = [await heard(told), await heard(toldThere)]
        const pairs = nearPairs(here, there).map(({ kind, one, other }) => `${kind} ${one} ${other}`)
        const back = nearPairs(there, here).map(({ kind, one, other }) => `${kind} ${other} ${one}`)
        expect(back.sort()).toEqual(pairs.sort())
        if (pairs.length === 0) return
        found += 1
        const marks = new Set(nearMarksOf(there).map(({ side, mark }) => `${side} ${mark}`))
        const turned = nearMarksOf(here).map(({ side, mark }) => `${otherSide(side)} ${mark}`)
        expect(turned.some((mark) => marks.has(mark))).toBe(true)
      }),
      { numRuns: 300 },
    )
    expect(found).toBeGreaterThan(30)
  })
  it('no near mark is ever an exact one', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (told) => {
        const all = await heard(told)
        const exact = new Set(marksOf(all).map(({ mark }) => mark))
        expect(nearMarksOf(all).filter(({ mark }) => exact.has(mark))).toEqual([])
      }),
    )
  })

  const lawyer = fc.record({
    org: fc.constantFrom('firm:0', 'firm:1', 'firm:2'),
    capacity: fc.nat(2),
    towns: fc.constantFrom<string[]>(['150524100'], []),
    near: fc.boolean(),
  })
  it('a near hit shuts nobody out and changes no score; whoever has none comes first, where there is one', () => {
    fc.assert(
      fc.property(fc.array(lawyer, { minLength: 1, maxLength: 8 }), fc.boolean(), (lawyers, house) => {
        const cards = lawyers.map(({ near: _, ...each }, n) => card({ person: `p${n}`, ...each }))
        const hits = (pair: string): NearHit[] => [{ matter: `aid:${pair}`, kind: 'sound', pair }]
        const near = {
          lawyers: new Map(
            cards.flatMap(({ person }, n) => (lawyers[n]?.near ? [[person, hits(person)] as const] : [])),
          ),
          units: new Map(house ? [['firm:1', hits('firm:1')]] : []),
        }
        const need: Need = { subject: 'labour', town: '150524100', own: [], offered: [] }
        const match = (more: Partial<Need>) =>
          matchLawyers({ ...need, ...more }, cards, facts.licences, facts.policy, t('2026-09-30 10:00'))
        const [without, having] = [match({}), match({ walled: { lawyers: new Map(), units: new Map(), near } })]
        expect(having.excluded).toEqual(without.excluded)
        expect(having.ranked.map(({ near: _, ...rest }) => rest)).toEqual(without.ranked)
        const shown = having.ranked.filter((each) => each.near).map((each) => each.lawyer)
        const expected = having.ranked.filter(({ lawyer: id, unit }) => near.lawyers.has(id) || near.units.has(unit))
        expect(shown).toEqual(expected.map((each) => each.lawyer))
        const clean = having.ranked.find((each) => !each.near)
        expect(firstOf(having)).toEqual(clean)
        expect(having.proposed[0]).toEqual(clean ?? having.ranked[0])
        expect(having.proposed.length).toBe(without.proposed.length)
      }),
      { numRuns: 300 },
    )
  })
  it('a county that lets colleagues stand on both sides lets them stand beside a near name', () => {
    const near = { lawyers: new Map(), units: new Map([['firm:1', [{ matter: 'aid:1', kind: 'sound', pair: 'a' }]]]) }
    const asked = { walled: { lawyers: new Map(), units: new Map(), near } } as Pick<Need, 'walled'>
    const allow = { ...facts.policy, 'conflict.sameOrganisation': 'allow' as const }
    const one = card({ person: 'li' })
    expect([nearHits(asked, one, facts.policy).length, nearHits(asked, one, allow).length]).toEqual([1, 0])
  })
})
