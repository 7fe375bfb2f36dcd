import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../../cloudfunctions/ports'
import { ids, listed, type Open, write } from './desk'

const deep = `${'[{"事":'.repeat(500)}"😀"${'}]'.repeat(500)}`

const bodies: [string, string][] = [
  ['empty', ''],
  ['Chinese', JSON.stringify({ 村: '科尔沁左翼后旗努古斯台镇' })],
  ['Mongolian script, right to left marks and all', JSON.stringify('ᠬᠣᠷᠴᠢᠨ\u180e\u200f')],
  ['emoji joined of several', JSON.stringify('👩🏽‍⚖️👨‍👩‍👧‍👦')],
  ['rare characters beyond the first plane', JSON.stringify('𠮷𪚥')],
  ['quotes, backslashes and line ends', JSON.stringify('\'"\\\r\n\t`;--')],
  ['line separators that JavaScript trips over', JSON.stringify('\u2028\u2029')],
  ['noncharacters and a byte order mark', '\ufeff"\uffff\ufffe"'],
  ['nested a thousand deep', deep],
]

const idsWorthTrying: [string, string][] = [
  ['a slash and a colon', 'aid:a/b'],
  ['a quote and a comment', `a'; DROP TABLE "rota";--`],
  ['wildcards', 'a%_*?'],
  ['a space at its end', 'a '],
  ['Chinese', '事项:一'],
  ['an emoji', '😀'],
  ['two hundred characters', 'x'.repeat(200)],
  ['a name every object has', '__proto__'],
]

/** What people write comes back unharmed, and two texts that differ stay two. */
export function textsSuite(open: Open) {
  describe('texts', () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    it.each(bodies)('a body comes back to the letter: %s', async (name, body) => {
      await store.save([write('rota', `body ${name}`, 0, {}, body)])
      expect((await store.get('rota', `body ${name}`))?.body).toBe(body)
    })
    it.each([
      ['matters', 64, 'x'],
      ['matters', 64, '😀'],
      ['history', 256, 'x'],
      ['history', 256, '😀'],
    ] as const)('a body in %s may have %i KB, counted in bytes, of %s', async (collection, kilobytes, letter) => {
      const body = letter.repeat((kilobytes * 1024) / Buffer.byteLength(letter))
      expect(await store.save([write(collection, `full ${letter}`, 0, {}, body)])).toEqual({ ok: true })
      expect((await store.get(collection, `full ${letter}`))?.body).toBe(body)
    })
    it.each(idsWorthTrying)('an id may hold %s', async (_, id) => {
      expect(await store.save([write('codes', id, 0, { matter: 'm' })])).toEqual({ ok: true })
      expect(ids(await store.getMany('codes', [id]))).toEqual([id])
      expect((await store.get('codes', id))?.id).toBe(id)
    })
    it.each([
      ['case', 'Straße', 'STRASSE'],
      ['a space at the end', 'end', 'end '],
      ['how an accent is composed', 'é', 'e\u0301'],
      ['full width', 'Ａ', 'A'],
      ['an invisible joiner', 'ab', 'a\u200db'],
    ])('two ids and two keys that differ in %s are two', async (_, one, other) => {
      await store.save([write('throttle', one), write('throttle', other)])
      expect(ids(await store.getMany('throttle', [one, other]))).toEqual([one, other])
      await store.save([write('people', one, 0, { role: [one] }), write('people', other, 0, { role: [other] })])
      expect(await listed(store, 'people', { index: 'byRole', where: { role: one } })).toEqual([one])
    })
    it('a key may have 512 characters', async () => {
      await store.save([write('people', 'long', 0, { name: '长'.repeat(512), role: ['long'] })])
      expect(await listed(store, 'people', { index: 'byRole', where: { role: 'long' } })).toEqual(['long'])
    })
  })
}
