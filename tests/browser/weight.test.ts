import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { staffSentences } from '../../tools/check-weapp/staff-words'
import { phone, settled, withBrowser } from '../support/browser'

const KB = 1024
const { at, visitor } = withBrowser({ now: '2026-11-23T10:00:00+08:00', county: 'demo' })

describe('the first page of the web build', () => {
  it('asks an old phone for at most 150 KB of packed JavaScript, and for nothing of a desk', async () => {
    const { page } = await visitor(phone)
    const scripts: Promise<Buffer>[] = []
    page.on('response', (response) => {
      if (/\.js($|\?)/.test(response.url())) scripts.push(response.body())
    })
    await page.goto(`${at.server.url}/`)
    await settled(page)
    const loaded = await Promise.all(scripts)
    const bytes = loaded.reduce((sum, body) => sum + gzipSync(body).byteLength, 0)
    console.log(`first JavaScript: ${Math.round(bytes / KB)} KB packed, in ${loaded.length} files`)
    // Less would mean that the page didn't come up, or was counted wrongly.
    expect(bytes).toBeGreaterThan(60 * KB)
    expect(bytes).toBeLessThanOrEqual(150 * KB)
    const code = loaded.map(String).join('\n')
    expect(staffSentences().filter((sentence) => code.includes(sentence))).toEqual([])
  })
})
