import { describe, expect, it } from 'vitest'
import type { Files } from '../../cloudfunctions/ports'

/** What every place for files must do, on whatever it lies. `open` gives an empty one each time. */
export function filesSuite(name: string, open: () => Promise<Files>) {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text))
  const id = (n: number | string) => `f_${String(n).padEnd(22, 'A')}`

  describe(`files on ${name}`, () => {
    it.each([
      ['none', new Uint8Array()],
      ['every byte there is', Uint8Array.from({ length: 256 }, (_, at) => at)],
      ['three megabytes', new Uint8Array(3_000_000).fill(7)],
    ])('bytes come back as they were: %s', async (_, content) => {
      const files = await open()
      await files.put(id(1), content, 'image/png')
      const back = await files.get(id(1))
      expect([back && Buffer.compare(back, content), await files.size(id(1))]).toEqual([0, content.length])
    })

    it('what nobody put is undefined, has no size, and is already removed', async () => {
      const files = await open()
      expect([await files.get(id(1)), await files.size(id(1))]).toEqual([undefined, undefined])
      await files.remove(id(1))
      expect(await files.get(id(1))).toBeUndefined()
    })

    it('put again, it is replaced', async () => {
      const files = await open()
      await files.put(id(1), bytes('the first'), 'x/y')
      await files.put(id(1), bytes('second'), 'x/y')
      expect([await files.get(id(1)), await files.size(id(1))]).toEqual([bytes('second'), 6])
    })

    it('removed, it is gone, and nothing else is', async () => {
      const files = await open()
      for (const each of [id(1), id(2), `incoming:${id(1)}`]) await files.put(each, bytes(each), 'x/y')
      await files.remove(id(1))
      await files.remove(id(1))
      expect(await Promise.all([id(1), id(2), `incoming:${id(1)}`].map((each) => files.get(each)))).toEqual([
        undefined,
        bytes(id(2)),
        bytes(`incoming:${id(1)}`),
      ])
      expect(await files.size(id(1))).toBeUndefined()
    })

    it('as it was sent and as it was cleaned are two files', async () => {
      const files = await open()
      await files.put(`incoming:${id(1)}`, bytes('as sent'), 'x/y')
      expect(await files.get(id(1))).toBeUndefined()
      await files.put(id(1), bytes('cleaned'), 'x/y')
      expect([await files.get(`incoming:${id(1)}`), await files.get(id(1))].map(String)).toEqual(
        [bytes('as sent'), bytes('cleaned')].map(String),
      )
    })

    it('ids that look alike are two files', async () => {
      const files = await open()
      const ids = [id('a_b'), id('a-b'), id('A_b'), id('a__')]
      for (const each of ids) await files.put(each, bytes(each), 'x/y')
      expect(await Promise.all(ids.map((each) => files.get(each)))).toEqual(ids.map(bytes))
    })

    it('ten puts of one id at once leave one of them, whole', async () => {
      const files = await open()
      const all = Array.from({ length: 10 }, (_, at) => String(at).repeat(50_000))
      await Promise.all(all.map((text) => files.put(id(1), bytes(text), 'x/y')))
      expect(all).toContain(Buffer.from((await files.get(id(1))) ?? []).toString())
    })

    it('what is handed out shares nothing with what is kept', async () => {
      const files = await open()
      const mine = bytes('as it was')
      await files.put(id(1), mine, 'x/y')
      mine.fill(0)
      ;(await files.get(id(1)))?.fill(0)
      expect(await files.get(id(1))).toEqual(bytes('as it was'))
    })
  })
}
