import { describe, expect, it } from 'vitest'
import { contradictions } from '@/domain/contradictions'
import { keepingNumbers, sameAsApplicant } from '@/domain/parties'

type Named = { role: string; name: string; phone?: string; creditCode?: string; idNumber?: string }
const builder: Named = { role: 'opponent', name: '某建筑公司', phone: '13900000099', creditCode: '91350100M000100Y43' }
const uncle: Named = { role: 'third', name: '包大伯', idNumber: '11010519491231002X' }

describe('the other side told anew', () => {
  it('keeps the numbers that a page shows masked and can’t send back', () => {
    expect(keepingNumbers([builder, uncle], [{ role: 'opponent', name: '某建筑公司' }])).toEqual([builder])
  })
  it('takes a new number in the place of an old one', () => {
    const [told] = keepingNumbers([builder], [{ role: 'opponent', name: '某建筑公司', phone: '13900000088' }])
    expect(told).toEqual({ ...builder, phone: '13900000088' })
  })
  it('knows nothing of a new name, nor of the same name on the other side', () => {
    const told = [
      { role: 'opponent', name: '另一家公司' },
      { role: 'co-party', name: '某建筑公司' },
    ]
    expect(keepingNumbers([builder], told)).toEqual(told)
  })
  it('gives the numbers of one of two namesakes to one of them only', () => {
    const told = [
      { role: 'opponent', name: '某建筑公司' },
      { role: 'opponent', name: '某建筑公司' },
    ]
    expect(keepingNumbers([builder], told)).toEqual([builder, told[1]])
  })
})

describe('a party who is the applicant', () => {
  const bao = { name: '包群众', phone: '13900000011', idNumber: '110101199003077539' }
  it('is known by the number, whatever the name', () => {
    expect(sameAsApplicant(bao, [{ name: '别的名字', idNumber: bao.idNumber }])).toEqual([
      { party: 0, field: 'idNumber' },
    ])
  })
  it('is not a namesake with another number or another telephone', () => {
    expect(sameAsApplicant(bao, [{ name: '包群众', idNumber: '11010519491231002X' }])).toEqual([])
    expect(sameAsApplicant(bao, [{ name: '包群众', phone: '13900000012' }])).toEqual([])
  })
  it('is one of the same name where nothing tells the two apart; a shared telephone alone is a household', () => {
    expect(sameAsApplicant(bao, [builder, { name: '包群众' }])).toEqual([{ party: 1, field: 'name' }])
    expect(sameAsApplicant(bao, [{ name: '她丈夫', phone: bao.phone }])).toEqual([])
  })
})

describe('days that can’t both be true', () => {
  const born = { birth: '1990-03-07', idNumber: '110101199003077539' }
  it.each([
    [
      { applicant: born, happened: '1990-03-06' },
      ['applicant.birth born-after-it', 'applicant.idNumber born-after-it'],
    ],
    [{ applicant: born, happened: '1990-03-07' }, []],
    [{ applicant: { ...born, birth: '1990-03-08' } }, ['applicant.birth not-as-in-id']],
    [{ happened: '2026-05-01', deadline: '2026-04-30' }, ['deadline before-it-happened']],
    [{ happened: '2026-05-01', deadline: '2026-05-01' }, []],
    [{ deadline: '2026-04-30' }, []],
  ])('%j: %j', (told, wrong) => {
    expect(contradictions(told).map(({ field, code }) => `${field} ${code}`)).toEqual(wrong)
  })
})
