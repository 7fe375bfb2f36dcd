import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  birthOf,
  identityNumberProblem,
  isCreditCode,
  isPhone,
  maskIdNumber,
  maskPhone,
} from '@/domain/identity-number'
import { addDays } from '@/domain/time'

// Reckoned by the other rule of GB 11643: all 18 places, weighted by 2^(18-place) mod 11, come to 1.
function numbered(seventeen: string): string {
  const sum = [...seventeen].reduce((total, digit, n) => total + Number(digit) * (2 ** (17 - n) % 11), 0)
  return seventeen + ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11]
}
const day = fc.integer({ min: 0, max: 46_000 }).map((n) => addDays('1900-01-01', n))
const invented = fc
  .tuple(fc.constantFrom('150524', '110101', '659004'), day, fc.nat(999))
  .map(([area, born, n]) => numbered(`${area}${born.replaceAll('-', '')}${String(n).padStart(3, '0')}`))

describe('an identity number', () => {
  it('the example of the standard holds together', () => {
    expect(identityNumberProblem('11010519491231002X')).toBeUndefined()
    expect(birthOf('11010519491231002X')).toBe('1949-12-31')
  })
  it.each([
    ['1101051949123100', 'id-length'],
    ['11010519491231002X1', 'id-length'],
    ['', 'id-length'],
    ['11010519491231002x', 'id-characters'],
    ['1101051949123100X2', 'id-characters'],
    ['１１０１０５１９４９１２３１００２０', 'id-characters'],
    ['110105194902300020', 'id-birth'],
    ['110105194913310020', 'id-birth'],
    ['110105190002290020', 'id-birth'],
    ['110105194912310021', 'id-check'],
  ])('%s: %s', (text, problem) => expect(identityNumberProblem(text)).toBe(problem))
  it('29 February counts in leap years only', () => {
    expect(identityNumberProblem(numbered('15052420000229001'))).toBeUndefined()
    expect(identityNumberProblem(numbered('15052420010229001'))).toBe('id-birth')
  })
  it('every invented one with its check digit holds together', () => {
    fc.assert(
      fc.property(invented, (id) => {
        expect(identityNumberProblem(id)).toBeUndefined()
      }),
    )
  })
  it('changing any one digit is noticed, by the check digit or the date', () => {
    fc.assert(
      fc.property(invented, (id) => {
        for (let place = 0; place < 18; place++)
          for (const digit of place === 17 ? '0123456789X' : '0123456789') {
            if (digit === id[place]) continue
            const changed = id.slice(0, place) + digit + id.slice(place + 1)
            expect(identityNumberProblem(changed), changed).toMatch(/^id-(birth|check)$/)
          }
      }),
      { numRuns: 40 },
    )
  })
  it('swapping two neighbours that differ is noticed', () => {
    fc.assert(
      fc.property(invented, fc.nat(15), (id, place) => {
        const swapped = id.slice(0, place) + id[place + 1] + id[place] + id.slice(place + 2)
        if (swapped !== id) expect(identityNumberProblem(swapped)).toBeDefined()
      }),
    )
  })
})

describe('a unified social credit code', () => {
  // Invented; reckoned by GB 32100: the weights are the powers of 3 mod 31.
  const CODES = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const coded = (seventeen: string) => {
    const sum = [...seventeen].reduce((total, c, n) => total + CODES.indexOf(c) * Number(3n ** BigInt(n) % 31n), 0)
    return seventeen + CODES[(31 - (sum % 31)) % 31]
  }
  it('holds together with its check character, and with no other', () => {
    const whole = coded('91150524MA0EXAMPL')
    for (const last of CODES) expect(isCreditCode(whole.slice(0, 17) + last)).toBe(last === whole[17])
  })
  it('has 18 characters, and no I, O, S, V or Z', () => {
    for (const text of ['', '91150524MA0EXAMP', '91150524MA0EXAMPIX', '91150524ma0exampl0', '9'.repeat(19)])
      expect(isCreditCode(text)).toBe(false)
  })
})

describe('a telephone number', () => {
  it.each(['13812345678', '19900000000', '0475-4912345', '04754912345', '010-12345678'])('%s can be rung', (text) =>
    expect(isPhone(text)).toBe(true),
  )
  it.each(['12812345678', '1381234567', '138123456789', '4912345', '+8613812345678', '１３８１２３４５６７８', ''])(
    '%s cannot',
    (text) => expect(isPhone(text)).toBe(false),
  )
  it('masked, it can be recognised and not rung', () => {
    expect(maskPhone('13812342716')).toBe('138****2716')
    expect(maskIdNumber('11010519491231002X')).toBe('110***********002X')
  })
})
