import { describe, expect, it, onTestFinished } from 'vitest'
import { HOUR } from '@/domain/time'
import { county, no, world } from '../given-world'
import { samples } from '../support/sample-files'
import { startServer } from '../support/server'
import { smallCounty } from '../support/small-county'

const AT = '2026-10-12T09:00:00.000+08:00'

describe('files', () => {
  it('announced by one person are so many an hour: more are told kindly when to go on, and a repeat is answered', async () => {
    const w = await world({ county: { ...county(), policy: { 'file.sentPerHour': 3 } } })
    Object.assign(w.world.files, { sendTo: (id: string) => `path of ${id}` })
    const announce = (n: number, who = 'bao') =>
      w.as(who)('file.begin', { name: 'a.jpg', requestId: `request-no-${n}` })
    const many = await Promise.all([1, 2, 3, 4, 5].map((n) => announce(n)))
    expect(many.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429])
    const late = await announce(6)
    expect(no(late)).toEqual({ status: 429, refused: 'throttle.files', detail: { seconds: 3600 } })
    expect(late.reply).toMatchObject({ message: expect.stringMatching(/请过 60\u00a0分钟再传。已经传好的都还在/) })
    expect((await announce(1 + many.findIndex(({ status }) => status === 200))).status).toBe(200)
    expect((await announce(7, 'wu')).status).toBe(200)
    w.advance(HOUR)
    expect((await announce(6)).status).toBe(200)
  })

  it('sent by a form are so many an hour, whatever became of them, and another person may send as many', async () => {
    const county = { ...smallCounty, policy: { 'file.sentPerHour': 2 } }
    const own = await startServer({ now: AT, county })
    onTestFinished(() => own.stop())
    const send = async (person: string, bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData()
      form.set('file', new File([bytes], 'a.bin'))
      const headers = { authorization: `Bearer ${await own.tokenOf(person)}` }
      const response = await fetch(`${own.url}/files`, { method: 'POST', body: form, headers })
      return [response.status, await response.json()] as const
    }
    own.world.clock.wall = () => Date.parse(AT)
    const [first, second, third] = [
      await send('bao', samples.png),
      await send('bao', samples.exe),
      await send('bao', samples.png),
    ]
    expect([first[0], second[0], third[0]]).toEqual([200, 400, 429])
    expect(third[1]).toMatchObject({ refused: 'throttle.files', message: expect.stringContaining('60\u00a0分钟') })
    expect((await send('wu', samples.png))[0]).toBe(200)
  })
})
