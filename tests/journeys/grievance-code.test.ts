import { describe, expect, it } from 'vitest'
import type { Answered } from '../support/server'
import { opens, wrongs } from './given'
import { handling, inCommand, photoOf, quick, reported } from './grievance-given'

/** A query code on a telephone that somebody has signed in on: she stands by the code, and by nothing else. */

const linkOf = ({ body }: Answered<{ url: string; type: string }>) => (body.ok ? body.value : undefined)

describe('a query code given by somebody who has signed in', () => {
  it('opens its own matter as it does for whoever has no account, and no other', async () => {
    const county = await inCommand('09:00:00')
    const { id, code = '' } = await reported(county, { anonymity: 'full' })
    const other = await reported(county, { text: '通村路塌了一段，车过不去' }, 'wu')
    const read = async (who: string | undefined, input: object) =>
      (await county.ask(who, 'matter.get', input as never)).status
    for (const who of ['bao', 'wu', 'shui', undefined]) expect(await read(who, { id, code })).toBe(200)
    expect(await read('bao', { id })).toBe(404)
    expect(await read('bao', { id: other.id, code })).toBe(404)
    // Not even what her account alone would open: a wrong code is a guess, whoever makes it.
    expect(await read('wu', { id: other.id })).toBe(200)
    expect(await read('wu', { id: other.id, code })).toBe(404)
    expect(await read('wu', { id: other.id, code: null })).toBe(400)
  })
  it('guessed wrong five times she waits, as with tracking', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county, { anonymity: 'full' })
    const guess = async () => (await county.ask('wu', 'matter.get', { id, code: '0000000000000' })).status
    const answers: number[] = []
    for (let n = 0; n < 12 && answers.at(-1) !== 429; n++) answers.push(await guess())
    expect([answers.slice(0, 5), answers.at(-1)]).toEqual([[404, 404, 404, 404, 404], 429])
  })
  it('lends nobody what her role may not: a unit that handled it doesn’t rate it with the code in its hand', async () => {
    const county = await inCommand('09:00:00')
    const { id, code = '' } = await reported(county, { anonymity: 'full' })
    const act = handling(county, id)
    await act('lu', 'grievance.accept', { type: 'consult', handling: 'consult' })
    await act('lu', 'grievance.resolve', { result: 'explained', text: '已经立了牌子', photos: [] })
    await act('mei', 'grievance.check', { ok: true })
    const rate = (who: string | undefined) => county.ask(who, 'grievance.rate', { id, code, stars: 5 } as never)
    for (const who of ['shui', 'lu', 'gao']) expect(wrongs(await rate(who))).toEqual(['permission.role'])
    expect((await rate('wu')).status).toBe(200)
    expect((await county.api('lu', 'matter.get', { id })).detail.rating?.stars).toBe(5)
  })
})

describe('the photos of whoever nobody is to know', () => {
  it('hers and those of the result open by the code, and by nothing else', async () => {
    const county = await inCommand('09:00:00')
    const hers = await photoOf(county, 'bao')
    const { id, code = '' } = await reported(county, { anonymity: 'full', photos: [hers] })
    const other = await reported(county, { anonymity: 'full', text: '通村路塌了一段，车过不去' }, 'wu')
    const act = handling(county, id)
    await act('lu', 'grievance.accept', quick)
    const theirs = await photoOf(county, 'lu')
    await act('lu', 'grievance.resolve', { result: 'solved', text: '清完了', photos: [theirs] })
    await act('mei', 'grievance.check', { ok: true })
    const link = (who: string | undefined, fileId: string, by: object = { id, code }) =>
      county.ask(who, 'file.link', { fileId, ...by } as never) as Promise<Answered<{ url: string; type: string }>>
    for (const who of [undefined, 'bao'])
      for (const file of [hers, theirs]) {
        const found = linkOf(await link(who, file))
        expect(found?.type).toBe('image/jpeg')
        expect((await fetch(new URL(found?.url ?? '', county.url))).status).toBe(200)
      }
    for (const [who, by] of [
      [undefined, { id, code: '0000000000000' }],
      [undefined, { id: other.id, code: other.code }],
      ['bao', { id: other.id, code: other.code }],
    ] as const)
      expect((await link(who, hers, by)).status).toBe(404)
    expect((await link(undefined, hers, {})).status).toBe(401)
    // Her account isn't kept beside them: it is no longer what opens them.
    expect(await opens(county, 'bao', hers)).toBe(false)
    expect(await opens(county, 'lu', hers)).toBe(true)
  })
  it('sent twice, the answer to the first lost, they are the same report’s', async () => {
    const county = await inCommand('09:00:00')
    const photos = [await photoOf(county, 'bao')]
    const twice = { anonymity: 'full', photos, requestId: '01JADFJ9W0EXAMPLEEXAMPLE00' } as const
    const first = await reported(county, twice as never)
    expect((await reported(county, twice as never)).id).toBe(first.id)
    // Nor can another report of hers take them.
    const again = await county.ask('bao', 'grievance.submit', {
      topic: 'road',
      place: first.place.code,
      text: '路坏了',
      photos,
      anonymity: 'full',
    } as never)
    expect(wrongs(again)).toEqual(['photos.0 unknown-file'])
  })
})
