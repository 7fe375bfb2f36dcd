import { describe, expect, it } from 'vitest'
import { sure, wageRoutes } from '@/words/wage-routes'

describe('the ways to wages that are owed', () => {
  it('are four, each with its law, a sentence in plain words and how sure it is', () => {
    expect(wageRoutes.map(({ code }) => code)).toEqual(['inspection', 'arbitration', 'iou', 'main-contractor'])
    for (const { text, plain, source } of wageRoutes) {
      expect(source).toMatch(/第.+条/)
      expect(plain.length).toBeLessThan(text.length)
    }
  })
  it('what is from memory isn’t told to a resident', () => {
    const [first, ...others] = wageRoutes
    if (!first) throw new Error('no routes')
    const doubtful = { ...first, certainty: 'memory' as const, toConfirm: '须核对原文' }
    expect(sure([doubtful, ...others])).toEqual(others)
  })
})
