import { describe, expect, it } from 'vitest'
import { packagesIn } from '../../tools/check-weapp/sizes'
import { carried, staffSentences } from '../../tools/check-weapp/staff-words'
import { built } from './built'

describe('the sizes that are checked', () => {
  it('are cut by app.json’s subPackages, and count only what WeChat takes along', () => {
    const app = JSON.stringify({ pages: ['a'], subPackages: [{ root: 'roles/x', pages: ['b'] }] })
    const root = built({
      'app.json': app,
      'a.js': '12345',
      'roles/x/b.js': '123',
      'roles/x/b.wxml': '1',
      'roles/xyz.js': '12',
      'a.js.map': 'not taken',
      'a.js.LICENSE.txt': 'not taken',
      'project.config.json': 'not taken',
    })
    expect(packagesIn(root).map(({ name, bytes }) => [name, bytes])).toEqual([
      ['main', app.length + 7],
      ['roles/x', 4],
    ])
  })
})

describe('the sentences of the desks', () => {
  it('are found in a main package that carries one, and only there', () => {
    const [one = '', other = ''] = staffSentences()
    expect(staffSentences().length).toBeGreaterThan(100)
    const root = built({ 'common.js': `var a="${one}"`, 'vendors.js': 'var b=1' })
    expect(carried(root, ['common.js', 'vendors.js'])).toEqual([one])
    expect(carried(root, ['vendors.js'])).toEqual([])
    expect(other).not.toBe(one)
  })
  it('are found also where the build wrote every character as an escape', () => {
    const one = staffSentences().find((sentence) => sentence.includes('\u00a0')) ?? ''
    const escaped = one.replace(/[^ -~]/g, (sign) => {
      const code = sign.charCodeAt(0)
      return code < 256 ? `\\x${code.toString(16)}` : `\\u${code.toString(16).padStart(4, '0')}`
    })
    expect(escaped).toMatch(/^[ -~]{20,}$/)
    expect(carried(built({ 'common.js': `var a="${escaped}"` }), ['common.js'])).toEqual([one])
  })
})
