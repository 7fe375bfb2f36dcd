import { describe, expect, it } from 'vitest'
import { packagesOf } from './harness/report'
import { wired } from './harness/wire'

const MORNING = '2026-10-12T09:00:00+08:00'
// The name of the language out of public data; here it stands for a reviewed text.
const WORD = 'ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ'
const FONT = 'file wxfile://usr/mongolian.woff'
const chosen = ['session', JSON.stringify({ language: 'both' })] as const
const table = ['mongolian', JSON.stringify({ version: 'kept', rows: [['问律师', WORD]] })] as const

describe('Mongolian in the mini-program', () => {
  it('the letters come with the language’s own package, once somebody wants them, and stay on her phone', async () => {
    const county = await wired(MORNING)
    const storage = new Map<string, unknown>()
    const she = county.held('bao', { storage, strays: true })
    she.phone.open('pages/home/index')
    await she.sees('问律师')
    expect(she.sent).not.toContain('language.table')
    expect(packagesOf(she.phone)).not.toContain('roles/language')
    await she.tap('语言')
    await she.sees('蒙古文正在请人审，审好才显示')
    expect(storage.has(FONT)).toBe(false)
    await she.tap(/汉字和蒙古文一起看/)
    await she.waits('the letters', () => storage.has(FONT))
    await she.tap('就用这个')
    await she.on('pages/home/index')
    expect(String(storage.get(FONT)).length).toBeGreaterThan(20_000)
    expect(JSON.parse(String(storage.get('session')))).toMatchObject({ language: 'both' })
    await she.sees(/说蒙古语的/)
  })
  it('after a restart, and without signal, what is reviewed stands beside its Chinese', async () => {
    const county = await wired(MORNING)
    const storage = new Map<string, unknown>([chosen, table, [FONT, 'AAAA']])
    const she = county.held('bao', { storage })
    she.signal.cut = true
    she.phone.open('pages/home/index')
    await she.sees(WORD)
  })
  it('a phone without the letters shows Chinese alone, and no boxes; so does one that chose Chinese', async () => {
    const county = await wired(MORNING)
    for (const storage of [
      new Map<string, unknown>([chosen, table]),
      new Map<string, unknown>([table, [FONT, 'AAAA'], ['session', JSON.stringify({ language: 'zh' })]]),
    ]) {
      const she = county.held('bao', { storage })
      she.signal.cut = true
      she.phone.open('pages/home/index')
      await she.sees('问律师')
      await she.waits('nothing more to do', () => she.phone.idle())
      expect(she.has(WORD)).toBe(false)
    }
  })
})
