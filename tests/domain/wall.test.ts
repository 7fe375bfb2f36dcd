import { describe, expect, it } from 'vitest'
import divisions from '@/data/divisions.json'
import type { Applicant, Party } from '@/domain/aid-types'
import { type Mark, marksOf, marksOfUnit, otherSide, phoneMark } from '@/domain/wall'

/** Invented numbers; only the shape counts here, the check digit is asked for at the door. */
const idOf1990 = '110101199003077539'
const marks = (applicant: Applicant, ...parties: Party[]) => marksOf({ applicant, parties })
const written = (all: Mark[]) => all.map(({ side, mark }) => `${side} ${mark}`)
/** The marks of an opponent alone. */
const opponent = (more: Partial<Party> & { name: string }) =>
  marks({ name: '' }, { role: 'opponent', ...more }).map(({ mark }) => mark)
const meets = (left: string[], right: string[]) => left.some((mark) => right.includes(mark))

describe('sides', () => {
  it('applicant and co-party stand on ours, opponent and third person on theirs', () => {
    const tel = (n: number) => `1390000000${n}`
    const all = marks(
      { name: '包群众', phone: tel(1) },
      { role: 'co-party', name: '吴群众', phone: tel(2) },
      { role: 'opponent', name: '赵老板', phone: tel(3) },
      { role: 'third', name: '钱工头', phone: tel(4) },
    )
    expect(written(all)).toEqual([
      'ours tel:13900000001',
      'ours tel:13900000002',
      'theirs tel:13900000003',
      'theirs tel:13900000004',
    ])
    expect([otherSide('ours'), otherSide('theirs')]).toEqual(['theirs', 'ours'])
  })
  it('one mark on both sides is two, twice on one side is one', () => {
    const phone = '13900000001'
    const all = marks(
      { name: '包群众', phone },
      { role: 'co-party', name: '包二', phone },
      { role: 'opponent', name: '包三', phone },
    )
    expect(written(all)).toEqual(['ours tel:13900000001', 'theirs tel:13900000001'])
  })
})

describe('a person', () => {
  it('is known by identity number, however it is typed', () => {
    for (const idNumber of ['11010119490307753x', '１１０１０１１９４９０３０７７５３Ｘ', '110101 19490307 753X'])
      expect(opponent({ name: '赵某', idNumber })).toContain('id:11010119490307753X')
    expect(opponent({ name: '赵某', idNumber: '不详' })).toEqual([])
  })
  it('is known by telephone, with or without +86', () => {
    for (const phone of ['13900000099', '+86 139-0000-0099', '０１３９ ００００ ００９９', '0086 13900000099'])
      expect(phoneMark(phone)).toBe('13900000099')
    for (const phone of ['0475-4912345', '(0475) 4912345', '+86 475 4912345', '86 0475 4912345'])
      expect(phoneMark(phone)).toBe('4754912345')
    expect(phoneMark('010-86543210')).toBe('1086543210')
  })
  it('is not known by half a number: 4912345 rings in every county', () => {
    expect(phoneMark('4912345')).toBeUndefined()
    expect(phoneMark('不知道')).toBeUndefined()
    expect(opponent({ name: '赵某', phone: '110' })).toEqual([])
  })
  it('is known by name and year of birth, from the birthday or from the identity number', () => {
    expect(written(marks({ name: '包 群众', birth: '1990-12-31' }))).toEqual(['ours name:包群众|1990'])
    expect(opponent({ name: '包群众', idNumber: idOf1990 })).toContain('name:包群众|1990')
    expect(opponent({ name: '额尔德尼·其木格', idNumber: idOf1990 })).toContain('name:额尔德尼其木格|1990')
    expect(written(marks({ name: '包群众', birth: '1991-01-01', idNumber: idOf1990 }))).toEqual([
      'ours id:110101199003077539',
      'ours name:包群众|1990',
      'ours name:包群众|1991',
    ])
  })
  it('is not known by name alone: of two called 包群众 nobody can tell which is meant', () => {
    expect(opponent({ name: '包群众' })).toEqual([])
    expect(written(marks({ name: '包群众' }))).toEqual([])
    expect(meets(opponent({ name: '包群众', idNumber: idOf1990 }), opponent({ name: '包群众' }))).toBe(false)
    const born1991 = opponent({ name: '包群众', idNumber: '110101199103077539' })
    expect(meets(opponent({ name: '包群众', idNumber: idOf1990 }), born1991)).toBe(false)
  })
})

describe('a company', () => {
  it('is known by its credit code, however it is typed', () => {
    for (const creditCode of ['91350100m000100y43', '９１３５０１００Ｍ０００１００Ｙ４３', '91350100 M000100Y43'])
      expect(opponent({ name: '某建筑公司', creditCode })).toContain('credit:91350100M000100Y43')
  })
  it('is known by its name: widths, spaces and brackets fall away, 有限责任公司 and 有限公司 are one', () => {
    for (const name of ['通辽市某建筑（北京）有限责任公司', '通辽市某建筑(北京) 有限公司'])
      expect(opponent({ name })).toEqual(['body:通辽市某建筑北京有限公司'])
    expect(opponent({ name: '某建筑股份有限公司' })).toEqual(['body:某建筑股份有限公司'])
  })
  it('is what reads like one: works, shops, schools, co-operatives, offices', () => {
    for (const name of [
      '某砖厂',
      '某煤矿',
      '某饭店',
      '旗医院',
      '旗自然资源局',
      '某派出所',
      '某养殖合作社',
      '某协会',
      '蒙古族小学',
      '某银行',
      '某服务中心',
    ])
      expect([name, opponent({ name })]).toEqual([name, [`body:${name}`]])
  })
  it('is not 「公司」 or 「镇政府」 alone, nor a person', () => {
    for (const name of ['公司', '镇政府', '村委会', '嘎查委员会', '王所', '赵老板', '那仁满都拉', '李大学', ''])
      expect([name, opponent({ name })]).toEqual([name, []])
  })
})

describe('a village', () => {
  it('is one body however its committee is written, with the town or the banner or without', () => {
    const village = opponent({ name: '东嘎查' })
    expect(village).toEqual(['body:东嘎查'])
    for (const name of [
      '东嘎查村民委员会',
      '东嘎查委员会',
      '东嘎查村委会',
      '东嘎查居民委员会',
      '东嘎查村',
      '甲镇东嘎查',
      '甲镇东嘎查委员会',
      '示例旗甲镇东嘎查村民委员会',
      '内蒙古自治区通辽市示例旗甲镇东嘎查',
      '示例旗东嘎查',
      '甲镇 东嘎查',
    ])
      expect([name, meets(opponent({ name }), village)]).toEqual([name, true])
  })
  it('the same for a 村 and a 社区', () => {
    for (const name of ['水泉村', '水泉村民委员会', '水泉村村民委员会', '水泉村委会', '水泉村村委会', '水泉乡水泉村'])
      expect([name, opponent({ name })]).toEqual([name, expect.arrayContaining(['body:水泉村'])])
    for (const name of ['兴源社区', '兴源社区居民委员会', '兴源居委会', '某街道办事处兴源社区'])
      expect([name, opponent({ name })]).toEqual([name, expect.arrayContaining([expect.stringMatching(/兴源社区$/)])])
  })
  it('is not its neighbour, its town, its co-operative or its school', () => {
    const village = opponent({ name: '甲镇东嘎查' })
    for (const name of ['西嘎查', '甲镇西嘎查', '甲镇人民政府', '东嘎查小学', '东嘎查养殖合作社'])
      expect([name, meets(opponent({ name }), village)]).toEqual([name, false])
  })
  it('a town is one with its government', () => {
    for (const name of ['扣河子镇', '扣河子镇人民政府', '扣河子镇政府', '库伦旗扣河子镇人民政府'])
      expect([name, opponent({ name })]).toEqual([name, ['body:扣河子镇']])
    expect(opponent({ name: '库伦街道办事处' })).toEqual(opponent({ name: '库伦街道办' }))
  })
  it('a person whose name ends like a village’s is a person once her birth is known', () => {
    expect(opponent({ name: '李新村' })).toEqual(['body:李新村'])
    expect(opponent({ name: '李新村', idNumber: idOf1990 })).toEqual(['id:110101199003077539', 'name:李新村|1990'])
    expect(opponent({ name: '张村' })).toEqual([])
  })
})

describe('a unit of the county', () => {
  const names = (code: string | undefined): string[] => {
    const town = divisions.towns.find((t) => t.code === code)
    return town ? [town.name, '库伦旗（演示数据）'] : []
  }
  const units = divisions.villages.map((unit) => ({ ...unit, marks: marksOfUnit(unit, names(unit.parent)) }))

  it('is found by its name, with its town, with town and banner', () => {
    expect(marksOfUnit({ name: '东嘎查' }, ['甲镇', '示例旗'])).toEqual(['body:东嘎查', 'body:甲镇东嘎查'])
    expect(marksOfUnit({ name: '甲镇' }, ['示例旗'])).toEqual(['body:甲镇'])
    // The list of the statistics office writes the town into some names.
    expect(marksOfUnit({ name: '库伦镇东嘎查' }, ['库伦镇', '库伦旗'])).toContain('body:东嘎查')
  })
  it('each of the banner’s 196 villages is recognised in a complaint, under each of its names', () => {
    expect(units).toHaveLength(196)
    for (const { name, parent, marks } of units)
      for (const full of [name, `${name}委员会`, `${names(parent)[0]}${name}`, `库伦旗${names(parent)[0]}${name}`])
        expect([full, meets(opponent({ name: full }), marks)]).toEqual([full, true])
  })
  it('no two villages share a mark, but for the two called 苏日图嘎查', () => {
    const shared = units.flatMap((a, n) => units.slice(n + 1).filter((b) => meets(a.marks, b.marks)))
    expect(shared.map(({ name }) => name)).toEqual(['苏日图嘎查'])
  })
})
