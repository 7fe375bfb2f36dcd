import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { embeddedFiles } from '../../cloudfunctions/embedded/files'

const root = mkdtempSync(join(tmpdir(), 'files-'))
let folder = ''
let made = 0
beforeEach(() => {
  folder = join(root, String(made++), 'evidence')
})
afterAll(() => rmSync(root, { recursive: true }))
const bytes = (text: string) => new Uint8Array(Buffer.from(text))

describe('files on the disk', () => {
  it.each([
    ['none', new Uint8Array()],
    ['every byte there is', Uint8Array.from({ length: 256 }, (_, at) => at)],
    ['three megabytes', new Uint8Array(3_000_000).fill(7)],
  ])('bytes come back as they were: %s', async (_, content) => {
    const files = embeddedFiles(folder)
    await files.put('file:one', content, 'x')
    const back = await files.get('file:one')
    expect(back && Buffer.compare(back, content)).toBe(0)
  })
  it('a file nobody put is undefined', async () => {
    expect(await embeddedFiles(folder).get('file:nobody')).toBeUndefined()
  })
  it('files outlive the program that put them', async () => {
    await embeddedFiles(folder).put('a', bytes('a'), 'x')
    expect(await embeddedFiles(folder).get('a')).toEqual(bytes('a'))
  })
  it('a file put again is replaced, and ids that look alike are two files', async () => {
    const files = embeddedFiles(folder)
    for (const [id, text] of [
      ['a:b', 'one'],
      ['a-b', 'two'],
      ['a_b', 'three'],
      ['a:b', 'four'],
    ] as const)
      await files.put(id, bytes(text), 'x')
    expect(await Promise.all(['a:b', 'a-b', 'a_b'].map((id) => files.get(id)))).toEqual(
      ['four', 'two', 'three'].map(bytes),
    )
  })
  it.each([
    '',
    '.',
    '..',
    '../a',
    'a/b',
    'a\\b',
    '/etc/passwd',
    '.hidden',
    'a.b',
    'a\0',
    'a b',
    'a+b',
    '事',
    '-a',
    'x'.repeat(121),
    '%2e%2e',
  ])('%j is not an id: nothing is read, nothing is written', async (id) => {
    const files = embeddedFiles(folder)
    await expect(files.put(id, bytes('x'), 'x')).rejects.toThrow('not a file id')
    await expect(files.get(id)).rejects.toThrow('not a file id')
    expect([readdirSync(folder), readdirSync(join(folder, '..'))]).toEqual([[], ['evidence']])
  })
  it('a put leaves only the file itself', async () => {
    await embeddedFiles(folder).put('file:one', bytes('x'), 'x')
    expect(readdirSync(folder)).toEqual(['file+one'])
  })
  it('ten puts of one id at once leave one of them, whole', async () => {
    const files = embeddedFiles(folder)
    const all = Array.from({ length: 10 }, (_, at) => String(at).repeat(100_000))
    await Promise.all(all.map((text) => files.put('same', bytes(text), 'x')))
    expect(all).toContain(Buffer.from((await files.get('same')) ?? []).toString())
    expect(readdirSync(folder)).toEqual(['same'])
  })
  it('what a crash left unfinished is swept an hour later, and never a file', async () => {
    await embeddedFiles(folder).put('file', bytes('x'), 'x')
    const [old, young] = ['a', 'b'].map((letter) => join(folder, `.${letter.repeat(24)}`)) as [string, string]
    for (const path of [old, young]) writeFileSync(path, 'half')
    const yesterday = new Date(Date.now() - 86_400_000)
    for (const path of [old, join(folder, 'file')]) utimesSync(path, yesterday, yesterday)
    expect(await embeddedFiles(folder).get('file')).toEqual(bytes('x'))
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
  })
  it('a folder that cannot be written to fails the put, loudly', async () => {
    const files = embeddedFiles(folder)
    rmSync(folder, { recursive: true })
    await expect(files.put('a', bytes('x'), 'x')).rejects.toThrow('ENOENT')
  })
})
