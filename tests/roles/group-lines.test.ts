import { describe, expect, it } from 'vitest'
import { peopleIn } from '@/roles/forward/group/lines'

describe('a list of people, a line each', () => {
  it('is read from spaces, from commas and from a table’s columns', () => {
    const li = { applicant: { name: '李某', phone: '13900000001' } }
    for (const line of ['李某 13900000001', '李某，13900000001', '李某\t13900000001', '　李某　1390000-0001 '])
      expect(peopleIn(line)).toEqual([li])
  })
  it('numbers stand in any order; what is none of them are his own words', () => {
    expect(peopleIn('王某 150524199003071230 13900000002 欠 8000元 没打欠条')).toEqual([
      {
        applicant: { name: '王某', phone: '13900000002', idNumber: '150524199003071230' },
        story: '欠 8000元 没打欠条',
      },
    ])
  })
  it('+86 goes, a small x becomes large, full-width digits are digits', () => {
    expect(peopleIn('王某 +8613900000002 11010519491231002x')[0]?.applicant).toEqual({
      name: '王某',
      phone: '13900000002',
      idNumber: '11010519491231002X',
    })
    expect(peopleIn('王某 １３９００００００02')[0]?.applicant.phone).toBe('13900000002')
  })
  it('a number with a digit too few stays a number, so that the form can say what is wrong with it', () => {
    expect(peopleIn('王某 1390000000')[0]?.applicant.phone).toBe('1390000000')
    expect(peopleIn('王某 11010519491231002')[0]?.applicant.idNumber).toBe('11010519491231002')
  })
  it('names of several words stay together, a name alone is somebody, empty lines are nobody', () => {
    expect(peopleIn('巴特尔 宝音 13900000003\n\n  \n李某')).toEqual([
      { applicant: { name: '巴特尔 宝音', phone: '13900000003' } },
      { applicant: { name: '李某' } },
    ])
    expect(peopleIn('')).toEqual([])
  })
})
