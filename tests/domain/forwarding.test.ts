import { describe, expect, it } from 'vitest'
import sensitive from '@/data/sensitive-topics.json'
import { type Entered, isOwnParty, mustAsk } from '@/domain/forwarding'

/** Whom a forwarded matter makes somebody ring, and what nobody enters for another. */

const place = { code: '150524100200', town: '150524100' }
const helper = { id: 'zhou', name: '周书记', phone: '13900000021' }
const entered = (more: Partial<Entered> = {}, said: Entered['personal'] = {}): Entered => ({
  topic: 'wages',
  place,
  helper,
  ...more,
  personal: { consent: {}, ...said },
})
const monday = '2026-10-12T09:00:00.000+08:00'
const asked = (more: Partial<Entered>, said?: Entered['personal'], now = monday) =>
  mustAsk(entered(more, said), sensitive.rows, now)

describe('she is asked herself', () => {
  it('of what the table names, from the day that its row stands for', () => {
    for (const topic of ['violence', 'marriage', 'village-cadre']) expect(asked({ topic })).toBe(topic)
    expect(asked({ topic: 'wages' })).toBeUndefined()
    expect(asked({ topic: 'violence' }, {}, '2026-08-31T23:59:59.000+08:00')).toBeUndefined()
    expect(asked({ topic: 'violence' }, {}, '2026-09-01T00:00:00.000+08:00')).toBe('violence')
  })
  it('of what is a minor’s: by the day of birth, the identity number, the group, or how a visit is told', () => {
    const born = (birth: string) => asked({}, { applicant: { birth } })
    expect([born('2008-10-13'), born('2008-10-12')]).toEqual(['minor', undefined])
    expect(asked({}, { applicant: { idNumber: '150524201001010011' } })).toBe('minor')
    expect(asked({}, { applicant: { idNumber: '110101199003077539' } })).toBeUndefined()
    expect(asked({}, { groups: ['no-income-minor'] })).toBe('minor')
    expect([asked({ minor: true }), asked({ need: 'left-behind-child' }), asked({ need: 'elder' })]).toEqual([
      'minor',
      'minor',
      undefined,
    ])
  })
  it('not where it is her own, nor where a clerk only wrote down what she said', () => {
    const { helper: _, ...own } = entered({ topic: 'violence' })
    expect(mustAsk(own, sensitive.rows, monday)).toBeUndefined()
    const { consent: _c, ...said } = entered().personal
    expect(mustAsk({ ...entered({ topic: 'violence' }), personal: said }, sensitive.rows, monday)).toBeUndefined()
  })
  it('every row gives its reason and is marked as not yet confirmed', () => {
    for (const row of sensitive.rows) expect([row.reason.length > 5, row.certainty]).toEqual([true, '待确认'])
  })
})

describe('the other side', () => {
  it('is whoever enters it by his number; by his name only where no number tells the two apart', () => {
    const is = (name: string, phone?: string) => isOwnParty(helper, { parties: [{ name, phone }] })
    expect([is('周书记'), is('某某', '13900000021'), is('周书记', '13900000099'), is('某某')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
  it('is the kin who would be told of every step', () => {
    const kin = { name: '他哥', phone: '13900000078' }
    expect(isOwnParty(helper, { parties: [{ name: '他哥' }], kin })).toBe(true)
    expect(isOwnParty(helper, { parties: [{ name: '他弟' }], kin })).toBe(false)
  })
})
