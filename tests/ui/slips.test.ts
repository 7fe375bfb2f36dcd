import { describe, expect, it } from 'vitest'
import { sheetsOf } from '@/ui/slips'

const counts = (slips: number) => sheetsOf(Array.from({ length: slips }, (_, at) => at)).map((sheet) => sheet.length)

describe('slips on paper', () => {
  it('stand ten on a page', () => expect(counts(10)).toEqual([10]))
  it('begin another page with the eleventh', () => expect(counts(11)).toEqual([10, 1]))
  it('make no page of nothing', () => expect(counts(0)).toEqual([]))
  it('keep their order', () => expect(sheetsOf(['a', 'b'])).toEqual([['a', 'b']]))
})
