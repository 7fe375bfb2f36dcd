import { describe, expect, it } from 'vitest'
import { inkOf, type Stroke, written } from '@/ui/strokes'

const line = (from: number, to: number): Stroke => [
  { x: from, y: 10 },
  { x: (from + to) / 2, y: 10 },
  { x: to, y: 10 },
]

describe('the pad', () => {
  it('measures ink along the stroke, not across the gap between strokes', () => {
    expect(inkOf([line(0, 30), line(200, 230)])).toBe(60)
    expect(
      inkOf([
        [
          { x: 0, y: 0 },
          { x: 3, y: 4 },
        ],
      ]),
    ).toBe(5)
  })
  it('takes no empty pad', () => expect(written([])).toBe('nothing'))
  it('takes no stray dot, nor ten of them', () => {
    expect(written([[{ x: 5, y: 5 }]])).toBe('little')
    expect(written(Array.from({ length: 10 }, (_, at) => [{ x: at * 30, y: 5 }]))).toBe('little')
  })
  it('takes no slip of the finger', () => expect(written([line(0, 59)])).toBe('little'))
  it('takes a name, in one stroke or in several', () => {
    expect(written([line(0, 60)])).toBe('signature')
    expect(written([line(0, 20), line(40, 60), line(80, 100)])).toBe('signature')
  })
})
