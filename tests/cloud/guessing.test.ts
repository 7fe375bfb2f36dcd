import { describe, expect, it } from 'vitest'
import type { TrackView } from '@/contract/views'
import { wrongTry } from '../../cloudfunctions/throttle'
import { application, county, type Given, no, value, world } from '../given-world'

describe('guessing query codes', () => {
  const guess = (w: Given, who?: string) => w.as(who)('matter.track', { code: '0000000000000' })
  it('is answered five times a minute and then no more; a right one costs nothing', async () => {
    const w = await world()
    const { code } = value(await w.as('bao')('aid.submit', application()))
    for (let n = 0; n < 8; n++) value<TrackView>(await w.as('wu')('matter.track', { code }))
    for (let n = 0; n < 5; n++) expect(no(await guess(w, 'wu'))).toEqual({ status: 404, refused: 'matter.not-found' })
    expect(no(await guess(w, 'wu'))).toEqual({ status: 429, refused: 'throttle.wait', detail: { seconds: 60 } })
    expect(no(await w.as('wu')('matter.track', { code }))).toMatchObject({ status: 429 })
    expect(no(await guess(w, 'he'))).toMatchObject({ status: 404 })
    w.advance(60_000)
    expect(no(await guess(w, 'wu'))).toMatchObject({ status: 404 })
  })
  it('counts every wrong one, also of many at once in a slow store', async () => {
    const w = await world()
    w.hooks.pause = () => new Promise((done) => setTimeout(done, 1))
    await Promise.all(Array.from({ length: 30 }, () => wrongTry(w.world, 'track', 'one place')))
    const counted = (await w.docs('throttle')).map(({ body }) => JSON.parse(body).wrong)
    expect(counted).toEqual([30, 30])
  })
  it('the county’s own limit counts', async () => {
    const w = await world({ county: { ...county(), policy: { 'track.wrongPerCaller': 2 } } })
    expect([(await guess(w)).status, (await guess(w)).status, (await guess(w)).status]).toEqual([404, 404, 429])
  })
  it('takes a code as people write it: small letters, dashes, O for 0', async () => {
    const w = await world()
    const { code = '' } = value(await w.as('bao')('aid.submit', application()))
    const written = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
    expect(value<TrackView>(await w.as(undefined)('matter.track', { code: written })).stage).toBe('submitted')
  })
})
