import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { agreed, type Door, doors } from './forwarding-given'
import { clockOf, story, wrongs } from './given'
import { quick, toWater } from './grievance-given'

/** Taken down at 10:05 where there was no signal, sent at 10:40: its clocks are the receipt's, both times are shown. */

const DAY = '2026-10-14'
const at = (time: string) => `${DAY}T${time}:00.000+08:00`
const promise: Record<string, string> = {
  aid: 'aid.promise',
  question: 'question.answer',
  grievance: 'grievance.accept',
  visit: 'visit.home',
}
/** At home the promise of a day runs as soon as it is asked for. */
const home = { kind: 'home', need: 'elder', address: '东嘎查二组', slot: undefined }
const onWednesday = async (door: Door) => {
  const county = await door.county()
  await county.demo.to(at('10:40'))
  return county
}
type County = Awaited<ReturnType<typeof onWednesday>>

async function form(door: Door, county: County, takenAt: string) {
  const written = await door.form(county, { forwarded: { ...agreed, takenAt } })
  return { ...written, ...(door.kind === 'visit' && home), requestId: 'capsule-0001' }
}
const send = (door: Door, county: County, said: object) => county.ask('zhou', door.action, said as never)
const viewOf = ({ body }: Awaited<ReturnType<typeof send>>): MatterView => {
  if (!body.ok) throw new Error(JSON.stringify(body))
  return body.value as MatterView
}

describe.each(doors)('$kind taken down without a signal', (door) => {
  it('runs from when it came, and whoever reads how she agreed reads both times', async () => {
    const county = await onWednesday(door)
    const { id } = viewOf(await send(door, county, await form(door, county, at('10:05'))))
    for (const who of ['zhou', door.staff]) {
      const seen = await county.api(who, 'matter.get', { id })
      expect(seen.detail.consent?.takenAt).toBe(at('10:05'))
      const how = door.kind === 'aid' ? '本人同意' : '在没有信号时写下'
      expect(story(seen).filter((line) => line.endsWith(`，10:05 ${how}，10:40 送到`))).toHaveLength(1)
    }
    const seen = await county.api(door.staff, 'matter.get', { id })
    expect(clockOf(seen, promise[door.kind] ?? '').startedAt.slice(0, 16)).toBe(at('10:40').slice(0, 16))
    expect(seen.clocks.filter(({ startedAt }) => startedAt < at('10:40'))).toEqual([])
  })

  it('sent twice is once, also hours later', async () => {
    const county = await onWednesday(door)
    const said = await form(door, county, at('10:05'))
    const first = viewOf(await send(door, county, said))
    expect(viewOf(await send(door, county, said)).id).toBe(first.id)
    await county.demo.advance('PT5H')
    expect(viewOf(await send(door, county, said)).id).toBe(first.id)
    expect((await county.api('zhou', 'desk.list', { desk: 'village', of: 'mine' })).items.map(({ id }) => id)).toEqual([
      first.id,
    ])
  })

  it('not with a time that hasn’t been; after a month in a drawer it is still taken in, with its own day', async () => {
    const county = await onWednesday(door)
    const early = await send(door, county, await form(door, county, at('10:50')))
    expect(wrongs(early)).toEqual(['forwarded.takenAt in-the-future'])
    const { id } = viewOf(await send(door, county, await form(door, county, '2026-09-01T10:05:00.000+08:00')))
    const seen = await county.api(door.staff, 'matter.get', { id })
    expect(story(seen).join()).toMatch(/，9 月 1 日 10:05 .+，10 月 14 日 10:40 送到/)
    expect(seen.createdAt.slice(0, 10)).toBe(DAY)
  })

  it('what had a signal says one time only', async () => {
    const county = await onWednesday(door)
    const { id } = viewOf(await send(door, county, await form(door, county, at('10:40'))))
    expect(story(await county.api(door.staff, 'matter.get', { id })).join()).not.toContain('送到')
  })
})

it('who may not read how she agreed doesn’t read when it was taken down', async () => {
  const [, , reports] = doors
  if (reports?.kind !== 'grievance') throw new Error('the doors stand in another order')
  const county = await onWednesday(reports)
  const { id } = viewOf(await send(reports, county, await form(reports, county, at('10:05'))))
  const seen = await county.api('lu', 'matter.get', { id })
  expect(story(seen).join()).toContain('10:05')
  await county.api('lu', 'grievance.accept', { id, ...quick })
  await county.api('lu', 'grievance.dispatch', { id, ...toWater })
  const handler = await county.api('shui', 'matter.get', { id })
  expect([handler.detail.consent, story(handler).join().includes('10:05')]).toEqual([undefined, false])
})
