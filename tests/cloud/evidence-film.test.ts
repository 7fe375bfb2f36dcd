import { describe, expect, it } from 'vitest'
import { cleaner, OWN_MACHINE } from '../../cloudfunctions/evidence/cleaner'
import { isAsNamed, kindOf } from '../../cloudfunctions/evidence/file-kinds'
import { withoutPlace } from '../../cloudfunctions/evidence/film'
import { samples } from '../support/sample-files'

const clean = cleaner({ bounds: OWN_MACHINE })
const latin = (text: string) => Buffer.from(text, 'latin1')
const box = (type: string, ...parts: Buffer[]): Buffer => {
  const inside = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inside.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, inside])
}
const PLACE = '+43.3700+121.7800/'
const MADE = Buffer.from('e5a1b2c3', 'hex')
const header = (type: string) => box(type, Buffer.alloc(4), MADE, MADE, Buffer.alloc(12))
const track = (kind: string) =>
  box(
    'trak',
    header('tkhd'),
    box('mdia', header('mdhd'), box('hdlr', Buffer.alloc(8), latin(kind)), box('minf', latin(`samples of ${kind}`))),
    box('udta', latin(PLACE)),
  )

/** A film as a phone leaves it: the place three times over, and a track that notes by the second where it was. */
const film = (brand = 'isom', ...behind: Buffer[]) =>
  Uint8Array.from(
    Buffer.concat([
      box('ftyp', latin(brand), Buffer.alloc(4), latin(brand)),
      box('mdat', latin('pictures and sound')),
      box(
        'moov',
        header('mvhd'),
        track('vide'),
        track('soun'),
        track('meta'),
        box('udta', box('©xyz', latin(PLACE))),
        box('meta', latin(`com.apple.quicktime.location.ISO6709 ${PLACE}`)),
      ),
      box('uuid', latin(`xmp ${PLACE}`)),
      ...behind,
    ]),
  )
const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(latin(text))
function cleaned(bytes: Uint8Array, type = 'video/mp4') {
  const done = withoutPlace(bytes, type)
  if (!done.ok) throw new Error(done.code)
  return done.bytes
}

describe('a film', () => {
  it.each([
    ['isom', 'video/mp4', 'a.mp4'],
    ['qt  ', 'video/quicktime', 'a.MOV'],
  ])('of %s is taken in by what it is', async (brand, type, name) => {
    expect([await kindOf(film(brand)), isAsNamed(name, type)]).toEqual([type, true])
  })
  it('no longer says where or when it was taken, through the cleaner that every file goes through', async () => {
    const taken = film()
    const done = await clean(taken, 'video/mp4')
    if (!done.ok) throw new Error(done.code)
    for (const trace of [PLACE, 'ISO6709', '©xyz', MADE.toString('latin1'), 'samples of meta'])
      expect([trace, holds(taken, trace), holds(done.bytes, trace)]).toEqual([trace, true, false])
  })
  it('keeps its pictures and its sound where they were, to the byte', () => {
    const [before, after] = [film(), cleaned(film())]
    expect(after.length).toBe(before.length)
    for (const kept of ['pictures and sound', 'samples of vide', 'samples of soun'])
      expect(Buffer.from(after).indexOf(latin(kept))).toBe(Buffer.from(before).indexOf(latin(kept)))
  })
  it('stays as it was handed in for whoever still holds it', () => {
    const taken = film()
    cleaned(taken)
    expect(holds(taken, PLACE)).toBe(true)
  })
  it('loses what somebody hung on behind it', () => {
    const after = cleaned(film('isom', latin('PK\x03\x04<script>')))
    expect([holds(after, '<script>'), after.length]).toEqual([false, film().length])
  })
  it('that is cut off is not kept', () => {
    expect(withoutPlace(film().slice(0, 60), 'video/mp4')).toEqual({ ok: false, code: 'unreadable' })
  })
  it('with nothing beside it comes back as it was', () => expect([...cleaned(samples.mp4)]).toEqual([...samples.mp4]))
})

describe('a large box', () => {
  it('is walked by its long length', () => {
    const long = Buffer.concat([Buffer.from('00000001', 'hex'), latin('mdat'), Buffer.alloc(8), latin('pictures')])
    long.writeBigUInt64BE(BigInt(long.length), 8)
    const whole = Uint8Array.from(Buffer.concat([long, box('udta', latin(PLACE))]))
    expect([holds(cleaned(whole), 'pictures'), holds(cleaned(whole), PLACE)]).toEqual([true, false])
  })
})
