import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FONT_MOST_BYTES, smallFont } from '../../tools/language/font'
import type { Prompt } from '../../tools/language/prompt-sheet'
import { merged, PROMPTS, recordingsIn } from '../../tools/language/prompts'
import { readJson } from '../../tools/language/reviewed'
import { hashOf } from '../../tools/language/sentences'

const prompts: Prompt[] = [
  { id: 'home.ask', where: 'pages/home/index', zh: '问律师，不要钱。' },
  { id: 'home.aid', where: 'pages/home/index', zh: '申请法律援助。' },
]
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const lay = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes)

// MPEG-1 layer III, 128 kbit/s, 44.1 kHz: a frame is 417 bytes and 26 ms long.
const FRAME_BYTES = 417
const FRAMES_A_SECOND = 44100 / 1152
function mp3(seconds: number): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  return Buffer.concat(Array.from({ length: Math.round(seconds * FRAMES_A_SECOND) }, () => frame))
}
const said = async () => {
  const read = await recordingsIn(folder, prompts)
  return read.ok ? [] : read.problems
}

describe('recorded prompts', () => {
  it('a recording is taken with its length, under a name of its content, and isn’t heard yet', async () => {
    lay('home.ask.mp3', mp3(3))
    const read = await recordingsIn(folder, prompts)
    if (!read.ok) throw new Error(read.problems.join())
    const [{ file } = { file: undefined }] = read.found
    expect(file).toMatchObject({ id: 'home.ask', hash: hashOf('问律师，不要钱。'), status: 'draft', by: '' })
    expect(file?.file).toMatch(/^home\.ask-[0-9a-f]{12}\.mp3$/)
    expect(file?.seconds).toBeGreaterThan(2.5)
    expect(file?.seconds).toBeLessThan(3.5)
  })
  it('what it is counts, not how it is called; and it is neither too short, too long nor too large', async () => {
    lay('home.ask.mp3', Buffer.from('<html>no sound</html>'.repeat(50)))
    expect((await said()).join()).toContain('不是 mp3')
    lay('home.ask.mp3', mp3(0.5))
    expect((await said()).join()).toContain('不到 1 秒')
    lay('home.ask.mp3', mp3(62))
    expect((await said()).join()).toContain('最长 60 秒')
    lay('home.ask.mp3', mp3(80))
    expect((await said()).join()).toContain('1 MB')
  })
  it('one that nobody asked for, or two of the same, and none of the folder is taken', async () => {
    lay('home.ask.mp3', mp3(2))
    lay('hello.mp3', mp3(2))
    expect(await said()).toEqual([expect.stringContaining('没有这个录音编号')])
    rmSync(join(folder, 'hello.mp3'))
    lay('home.ask.m4a', mp3(2))
    expect(await said()).toEqual([expect.stringContaining('两个文件')])
  })
  it('an empty folder, and one that isn’t there, are told', async () => {
    expect(await said()).toEqual(['文件夹里没有录音。'])
    expect(await recordingsIn(join(folder, 'no'), prompts)).toMatchObject({ ok: false })
  })
  it('the same recording stays heard; another one has to be heard again', async () => {
    lay('home.ask.mp3', mp3(2))
    const read = await recordingsIn(folder, prompts)
    const found = read.ok ? read.found : []
    const heard = found.map(({ file }) => ({ ...file, status: 'reviewed' as const, by: '乌云', on: '2026-11-20' }))
    expect(merged(heard, found)).toEqual(heard)
    lay('home.ask.mp3', mp3(4))
    const again = await recordingsIn(folder, prompts)
    expect(merged(heard, again.ok ? again.found : [])[0]).toMatchObject({ status: 'draft', by: '' })
  })
  it('there is room for forty, each on a page that exists', () => {
    const list = readJson<Prompt[]>(PROMPTS)
    expect(list).toHaveLength(40)
    expect(new Set(list.map(({ id }) => id)).size).toBe(40)
    const pages = readFileSync('src/client/places.ts', 'utf8')
    expect(list.filter(({ where }) => !pages.includes(`'/${where}'`))).toEqual([])
  })
})

describe('the letters', () => {
  it('that ship are those which the tool cuts out of the font, within their budget, beside their licence', async () => {
    const { woff } = readJson<{ woff: string }>('src/data/fonts/mongolian.json')
    const shipped = Buffer.from(woff, 'base64')
    expect(shipped.equals(await smallFont())).toBe(true)
    expect(woff.length).toBeLessThanOrEqual(FONT_MOST_BYTES)
    // Fewer letters than this would be another font.
    expect(shipped.byteLength).toBeGreaterThan(20 * 1024)
    expect(readFileSync('src/data/fonts/OFL.txt', 'utf8')).toContain('SIL Open Font License')
  })
})
