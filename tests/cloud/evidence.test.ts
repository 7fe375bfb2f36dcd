import { Worker } from 'node:worker_threads'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { CleanerDied } from '../../cloudfunctions/evidence/clean'
import { cleaner, OWN_MACHINE } from '../../cloudfunctions/evidence/cleaner'
import { dimensionsOf, scansOf } from '../../cloudfunctions/evidence/dimensions'
import { kindOf } from '../../cloudfunctions/evidence/file-kinds'
import { within } from '../../cloudfunctions/evidence/pixels'
import { samples } from '../support/sample-files'
import {
  claiming,
  colourAt,
  decoded,
  encoded,
  fromAPhone,
  holds,
  LATITUDE,
  progressive,
  redAndBlue,
} from './evidence-given'

// The real thread, as the server uses it.
const clean = cleaner({ bounds: OWN_MACHINE })
async function cleaned(bytes: Uint8Array, type = 'image/jpeg') {
  const done = await clean(bytes, type)
  if (!done.ok) throw new Error(done.code)
  return done
}

describe('a cleaned photo', () => {
  it('no longer says where it was taken, nor anything else that the camera wrote beside it', async () => {
    const photo = await fromAPhone()
    const { bytes } = await cleaned(photo)
    for (const trace of ['Exif', LATITUDE, 'xmpmeta', '13900000001'])
      expect([holds(photo, trace), holds(bytes, trace)]).toEqual([true, false])
  })

  it('still shows what it showed', async () => {
    const picture = await decoded((await cleaned(await fromAPhone())).bytes)
    expect([picture.width, picture.height]).toEqual([32, 16])
    expect([colourAt(picture, 0.25, 0.5), colourAt(picture, 0.75, 0.5)]).toEqual(['red', 'blue'])
  })

  it.each([
    [1, [32, 16], [0.2, 0.5], [0.8, 0.5]],
    [3, [32, 16], [0.8, 0.5], [0.2, 0.5]],
    [6, [16, 32], [0.5, 0.2], [0.5, 0.8]],
    [8, [16, 32], [0.5, 0.8], [0.5, 0.2]],
  ] as [number, number[], [number, number], [number, number]][])(
    'stands upright however the phone was held (%i)',
    async (orientation, size, red, blue) => {
      const { bytes } = await cleaned(await fromAPhone(orientation))
      const picture = await decoded(bytes)
      expect([picture.width, picture.height]).toEqual(size)
      expect([colourAt(picture, ...red), colourAt(picture, ...blue)]).toEqual(['red', 'blue'])
    },
  )

  it('is only a photo any more, whatever hung on behind it', async () => {
    const script = '<script>alert(document.cookie)</script>PK\x03\x04'
    const both = Uint8Array.from([...(await encoded(redAndBlue())), ...Buffer.from(script)])
    const { bytes } = await cleaned(both)
    expect([holds(both, script), holds(bytes, '<script>'), holds(bytes, 'PK\x03\x04')]).toEqual([true, false, false])
    expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9])
  })

  it.each(['image/png', 'image/webp', 'image/jpeg'] as const)('of %s stays what it was', async (type) => {
    const { bytes, type: now } = await cleaned(await encoded(redAndBlue(), type), type)
    expect([now, await kindOf(bytes)]).toEqual([type, type])
    const picture = await decoded(bytes, type)
    expect([colourAt(picture, 0.25, 0.5), colourAt(picture, 0.75, 0.5)]).toEqual(['red', 'blue'])
  })

  it('loses the words written into a PNG', async () => {
    const plain = await encoded(redAndBlue(), 'image/png')
    const content = Buffer.from('tEXtLocation\0 43.37 N')
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length - 4)
    check.writeUInt32BE(crc32(content))
    // Behind the 33 bytes of signature and header.
    const written = Buffer.concat([plain.subarray(0, 33), length, content, check, plain.subarray(33)])
    const { bytes } = await cleaned(written, 'image/png')
    expect([holds(written, '43.37 N'), holds(bytes, '43.37 N'), holds(bytes, 'tEXt')]).toEqual([true, false, false])
  })

  it('has no side longer than 4096, and keeps its proportions', async () => {
    const { bytes } = await cleaned(await encoded(redAndBlue(8192, 32), 'image/png'), 'image/png')
    expect(dimensionsOf(bytes, 'image/png')).toEqual({ width: 4096, height: 16 })
  })

  it('that a phone sends is not made larger', async () => {
    const { bytes } = await cleaned(await encoded(redAndBlue(100, 60)))
    expect(dimensionsOf(bytes, 'image/jpeg')).toEqual({ width: 100, height: 60 })
  })
})

describe('what is no photo any more', () => {
  it('a photo cut off on its way is refused, and the next one is not', async () => {
    const whole = await encoded(redAndBlue(400, 300))
    expect(await clean(whole.subarray(0, whole.length / 2), 'image/jpeg')).toEqual({ ok: false, code: 'unreadable' })
    expect((await clean(whole, 'image/jpeg')).ok).toBe(true)
  })

  it.each(['image/png', 'image/webp'] as const)('so is half of a %s', async (type) => {
    const whole = await encoded(redAndBlue(400, 300), type)
    expect(await clean(whole.subarray(0, whole.length / 2), type)).toEqual({ ok: false, code: 'unreadable' })
  })

  it('a photo that goes over itself again and again is refused, one that does it a few times is not', async () => {
    const whole = await progressive(redAndBlue(64, 64))
    const scan = Buffer.from(whole).lastIndexOf(Uint8Array.of(0xff, 0xda))
    const once = scansOf(whole)
    const over = (times: number) =>
      Uint8Array.from([
        ...whole.subarray(0, -2),
        ...Array.from({ length: times - once }, () => [...whole.subarray(scan, -2)]).flat(),
        ...whole.subarray(-2),
      ])
    // What hangs on behind its end is no part of it.
    const withFilm = Uint8Array.from([...over(20), ...Array.from({ length: 99 }, () => [0xff, 0xda, 0, 2]).flat()])
    expect([once > 2, scansOf(over(65)), scansOf(withFilm)]).toEqual([true, 65, 20])
    expect((await clean(withFilm, 'image/jpeg')).ok).toBe(true)
    expect((await clean(over(64), 'image/jpeg')).ok).toBe(true)
    expect(await clean(over(65), 'image/jpeg')).toEqual({ ok: false, code: 'unreadable' })
  })

  it.each(['image/jpeg', 'image/png', 'image/webp'] as const)(
    'a header of %s that claims too many pixels is refused before anything is taken apart',
    async (type) => {
      expect(dimensionsOf(claiming[type](9000, 8000), type)).toEqual({ width: 9000, height: 8000 })
      expect(await clean(claiming[type](9000, 8000), type)).toEqual({ ok: false, code: 'too-many-pixels' })
      expect(await clean(claiming[type](9000, 6000), type)).toEqual({ ok: false, code: 'unreadable' })
    },
  )

  it('a header cut off in the middle says no size', () => {
    const whole = claiming['image/jpeg'](900, 600)
    for (let length = 2; length < 17; length++)
      expect(dimensionsOf(whole.subarray(0, length), 'image/jpeg')).toBeUndefined()
  })
})

describe('the thread', () => {
  it('hands sound and papers back as they are, without a thread', async () => {
    const none = cleaner({ bounds: OWN_MACHINE, worker: () => expect.fail('a thread was started') })
    for (const [type, bytes] of [
      ['audio/mpeg', samples.mp3],
      ['application/pdf', samples.pdf],
    ] as const)
      expect(await none(bytes, type)).toEqual({ ok: true, type, bytes })
  })

  it('that answers nothing is ended and its photo refused; the next photo gets another', async () => {
    let started = 0
    const silent = () => {
      started += 1
      return new Worker('setInterval(() => {}, 1000)', { eval: true })
    }
    const hasty = cleaner({ bounds: OWN_MACHINE, patienceMs: 50, worker: silent })
    for (const expected of [1, 2]) {
      expect(await hasty(samples.jpeg, 'image/jpeg')).toEqual({ ok: false, code: 'unreadable' })
      expect(started).toBe(expected)
    }
  })

  it('that answers nothing on a machine that may only be slow is worth another try', async () => {
    const silent = () => new Worker('setInterval(() => {}, 1000)', { eval: true })
    const slow = cleaner({ bounds: OWN_MACHINE, patienceMs: 50, overrun: 'died', worker: silent })
    await expect(slow(samples.jpeg, 'image/jpeg')).rejects.toThrow(CleanerDied)
  })

  it('that dies says so, and does not take the next photo with it', async () => {
    const threads = [
      'process.exit(1)',
      "require('worker_threads').parentPort.on('message', (m) => require('worker_threads').parentPort.postMessage({ ok: true, type: m.type, bytes: m.bytes }))",
    ]
    const unlucky = cleaner({
      bounds: OWN_MACHINE,
      worker: () => new Worker(threads.shift() ?? '', { eval: true }),
    })
    const [first, second] = [unlucky(samples.jpeg, 'image/jpeg'), unlucky(samples.jpeg, 'image/jpeg')]
    await expect(first).rejects.toThrow(CleanerDied)
    expect((await second).ok).toBe(true)
  })

  it('takes one picture at a time', async () => {
    let open = 0
    let most = 0
    const counting = () => {
      const thread = new Worker(
        "require('worker_threads').parentPort.on('message', (m) => setTimeout(() => require('worker_threads').parentPort.postMessage({ ok: true, type: m.type, bytes: m.bytes }), 5))",
        { eval: true },
      )
      const post = thread.postMessage.bind(thread)
      thread.postMessage = (value: unknown) => {
        most = Math.max(most, ++open)
        post(value)
      }
      thread.prependListener('message', () => {
        open -= 1
      })
      return thread
    }
    const queue = cleaner({ bounds: OWN_MACHINE, worker: counting })
    const done = await Promise.all([1, 2, 3, 4].map(() => queue(samples.jpeg, 'image/jpeg')))
    expect([done.map(({ ok }) => ok), most]).toEqual([[true, true, true, true], 1])
  })
})

describe('a picture made smaller', () => {
  it('means over what each pixel stands for', () => {
    const grey = (...values: number[]) => Uint8ClampedArray.from(values.flatMap((value) => [value, value, value, 255]))
    const small = within({ data: grey(0, 100, 200, 40, 0, 100, 200, 40), width: 4, height: 2 }, 2)
    expect(small).toEqual({ data: grey(50, 120), width: 2, height: 1 })
    const thin = within({ data: grey(10, 20, 30), width: 3, height: 1 }, 2)
    expect([thin.width, thin.height]).toEqual([2, 1])
  })
})
