import { describe, expect, it } from 'vitest'
import { deliverAll } from '../../cloudfunctions/notifier/deliver'
import type { Sent } from '../../cloudfunctions/ports'
import { t } from '../domain/clock-given'
import { BAO, given } from './notifier-given'

describe('from one way to the next', () => {
  it('a yes to WeChat is the first, and where it arrives nothing else goes', async () => {
    const g = await given()
    await g.agrees()
    const letter = await g.letter()
    await g.passes(5)
    expect(await g.ways(letter)).toBe('wechat sent')
    expect(g.sent.map(({ channel }) => channel)).toEqual(['wechat'])
    expect(await g.sent[0]?.openid()).toBe('oBAO')
  })
  it('what fails for good goes on by SMS, by voice, and ends at a person who rings', async () => {
    const g = await given()
    await g.agrees()
    g.says.wechat = () => 'refused'
    g.says.sms = () => 'refused'
    g.says.voice = () => 'refused'
    const letter = await g.letter()
    await deliverAll(g.w.world)
    expect(await g.ways(letter)).toBe(
      'wechat failed refused → sms failed refused → voice failed refused → call to-ring',
    )
    expect(g.sent.map(({ channel, to }) => `${channel} ${to}`)).toEqual(['wechat bao', `sms ${BAO}`, `voice ${BAO}`])
    expect(await g.told('gao')).toEqual(['gao call.to-ring app'])
    await g.passes(60)
    expect(g.sent).toHaveLength(3)
  })
  it('what may yet arrive is tried three times before', async () => {
    const g = await given()
    g.says.sms = () => 'failed'
    g.says.voice = () => 'failed'
    const letter = await g.letter()
    await g.passes(10)
    expect(await g.ways(letter)).toBe(
      'wechat failed no-credit → sms failed unreachable → voice failed unreachable → call to-ring',
    )
    expect(g.sent.map(({ channel }) => channel)).toEqual(['sms', 'sms', 'sms', 'voice', 'voice', 'voice'])
  })
  it('in a county without any channel she is rung, and news stays in the app', async () => {
    const g = await given('2026-10-14 09:00', { registered: '' })
    g.w.world.notifier = undefined
    const [asks, news] = [await g.letter(), await g.letter({ template: 'aid.progress' })]
    await deliverAll(g.w.world)
    expect(await g.ways(asks)).toBe(
      'wechat failed no-channel → sms failed no-channel → voice failed no-channel → call to-ring',
    )
    expect(await g.ways(news)).toBe('wechat failed no-channel → sms failed no-channel')
  })
  it('without a number she has to be rung or found', async () => {
    const g = await given()
    await g.person('bao', { phone: undefined })
    // The application names one: that is where she can be reached.
    const letter = await g.letter()
    await deliverAll(g.w.world)
    expect(g.sent.map(({ channel, to }) => `${channel} ${to}`)).toEqual(['sms 13812345678'])
    expect(await g.ways(letter)).toBe('wechat failed no-credit → sms sent')
    const wu = await g.letter({ to: 'wu' })
    await deliverAll(g.w.world)
    expect(await g.ways(wu)).toBe('wechat failed no-credit → call to-ring')
  })
  it('whoever has no account but a number goes on from the SMS', async () => {
    const g = await given()
    g.says.sms = () => 'refused'
    const letter = await g.letter({ to: '13712345678', channel: 'sms', template: 'aid.assigned' })
    await deliverAll(g.w.world)
    expect(await g.ways(letter)).toBe('sms failed refused → call to-ring')
  })
  it('an alarm to staff by WeChat and SMS at once goes by neither twice', async () => {
    const g = await given()
    const alarm = { template: 'question.alarm', to: 'li' }
    const letter = await g.letter(alarm)
    const stem = letter.id.slice(0, letter.id.indexOf(':li:'))
    const { recipientKey } = await import('../../cloudfunctions/outbox')
    const id = `${stem}:${recipientKey(g.w.world, '13900000001')}:sms`
    await g.letter({ ...alarm, id, to: '13900000001', channel: 'sms' })
    g.says.wechat = () => 'refused'
    await deliverAll(g.w.world)
    expect(g.sent.map(({ channel }) => channel).sort()).toEqual(['sms', 'wechat'])
    expect(await g.ways(letter)).toBe('wechat failed refused → sms sent')
  })
  it('two deliveries at once send each once', async () => {
    const g = await given()
    g.says.sms = async () => {
      await new Promise((done) => setImmediate(done))
      return 'refused' as const
    }
    const letter = await g.letter()
    for (let n = 0; n < 4; n++) await Promise.all([g.deliver(), g.deliver(), g.deliver()])
    expect(g.sent.map(({ channel }) => channel)).toEqual(['sms', 'voice'])
    expect(await g.ways(letter)).toBe('wechat failed no-credit → sms failed refused → voice sent')
  })
  it('what came too late for a letter a person still says; an offer nobody', async () => {
    const g = await given()
    const letter = await g.letter()
    const offer = await g.letter({ template: 'question.offer', to: 'li' })
    g.w.set('2026-10-15 09:00')
    await deliverAll(g.w.world)
    expect(await g.ways(letter)).toBe('wechat failed expired → call to-ring')
    expect(await g.ways(offer)).toBe('wechat failed expired')
    expect(g.sent).toEqual([])
  })
})

describe('quiet hours and her wish', () => {
  it('what can wait leaves at seven, not a minute before; what is urgent leaves at once', async () => {
    const g = await given('2026-10-14 22:00')
    const letter = await g.letter()
    const urgent = await g.letter({ template: 'question.routed' })
    await deliverAll(g.w.world)
    expect(g.sent.map(({ template }) => template)).toEqual(['question.routed'])
    g.w.set('2026-10-15 06:59')
    await deliverAll(g.w.world)
    expect(g.sent).toHaveLength(1)
    expect(await g.ways(letter)).toBe('wechat failed no-credit → sms waiting')
    g.w.set('2026-10-15 07:00')
    await deliverAll(g.w.world)
    expect(g.sent.map(({ template }) => template)).toEqual(['question.routed', 'aid.papers'])
    expect(await g.ways(urgent)).toBe('wechat failed no-credit → sms sent')
  })
  it('her own hours are hers, and the county’s its own', async () => {
    const g = await given('2026-10-14 12:30')
    await g.person('bao', { tellMe: { quiet: { from: '12:00', to: '14:00' } } })
    await g.letter()
    await deliverAll(g.w.world)
    expect(g.sent).toEqual([])
    g.w.set('2026-10-14 14:00')
    await deliverAll(g.w.world)
    expect(g.sent).toHaveLength(1)
    g.w.set('2026-10-14 23:00')
    await g.letter()
    await deliverAll(g.w.world)
    expect(g.sent).toHaveLength(2)
  })
  it('「请给我打电话」: no letter, a person rings, in the morning', async () => {
    const g = await given('2026-10-14 23:00')
    await g.agrees()
    await g.person('bao', { tellMe: { ring: true } })
    const letter = await g.letter()
    await deliverAll(g.w.world)
    expect(g.sent).toEqual([])
    expect(await g.ways(letter)).toBe('wechat failed ring → call to-ring')
    expect((await g.rows()).find(({ channel }) => channel === 'call')?.nextAt).toBe(t('2026-10-15 07:00'))
    expect(await g.credits()).toBe(1)
  })
})

describe('what she said yes to', () => {
  it('is one letter for each yes, and the next goes by SMS', async () => {
    const g = await given()
    await g.agrees('tmplP', 2)
    for (let n = 0; n < 3; n++) await g.letter()
    await deliverAll(g.w.world)
    expect(g.sent.map(({ channel }) => channel).sort()).toEqual(['sms', 'wechat', 'wechat'])
    expect(await g.credits()).toBe(0)
  })
  it('for another letter is none for this', async () => {
    const g = await given()
    await g.agrees('tmplA', 1)
    await g.letter()
    await deliverAll(g.w.world)
    expect([g.sent.map(({ channel }) => channel), await g.credits('tmplA')]).toEqual([['sms'], 1])
  })
  it.each<[Sent, number]>([
    ['refused', 1],
    ['no-template', 1],
    ['no-such-channel', 1],
    ['failed', 1],
    ['sent', 0],
    ['unwilling', 0],
  ])('where WeChat says %s, %i is left', async (says, left) => {
    const g = await given()
    await g.agrees()
    g.says.wechat = () => says
    await g.letter()
    await g.passes(10)
    expect(await g.credits()).toBe(left)
  })
  it('and where she refuses there, however many were counted', async () => {
    const g = await given()
    await g.agrees('tmplP', 5)
    g.says.wechat = () => 'unwilling'
    const letter = await g.letter()
    await deliverAll(g.w.world)
    expect([await g.credits(), await g.ways(letter)]).toEqual([0, 'wechat failed unwilling → sms sent'])
  })
  it('before anybody counted is tried, until WeChat says no', async () => {
    const g = await given()
    await g.agreedLongAgo()
    await g.letter()
    await deliverAll(g.w.world)
    expect([g.sent.map(({ channel }) => channel), await g.credits()]).toEqual([['wechat'], undefined])
    g.says.wechat = () => 'unwilling'
    await g.letter()
    await deliverAll(g.w.world)
    expect(await g.credits()).toBe(0)
  })
  it('by the same request twice counts once', async () => {
    const g = await given()
    await g.agrees('tmplP', 0)
    const agree = (requestId: string, accepted = ['tmplP']) => g.w.as('bao')('notice.agree', { accepted, requestId })
    for (const id of ['yes-1', 'yes-1', 'yes-2'])
      expect((await agree(id)).reply).toMatchObject({ value: { kept: true } })
    // What the county never registered is nobody's letter.
    await agree('yes-3', ['made-up'])
    expect([await g.credits(), await g.credits('made-up')]).toEqual([2, 0])
  })
})

describe('whoever dies between any two writes', () => {
  // A claim and an end of each way, six writes; at the seventh there is nothing left to die at.
  const points = Array.from({ length: 7 }, (_, n) => n + 1)
  it.each(points.flatMap((n) => (['save.before', 'save.after'] as const).map((when) => [n, when] as const)))(
    'at write %i, %s: every way stands once, and nothing that was written down goes out again',
    async (n, when) => {
      const g = await given()
      await g.agrees()
      g.says.wechat = () => 'refused'
      g.says.sms = () => 'refused'
      const letter = await g.letter()
      let saves = 0
      let died: string | undefined
      let dead = false
      g.w.hooks.pause = async (point) => {
        if (point === when) saves += 1
        if (!dead && saves === n) {
          dead = true
          died = g.sent.at(-1)?.channel
        }
        // The dead neither read nor write.
        if (dead) throw new Error('died')
      }
      await deliverAll(g.w.world).catch(() => undefined)
      g.w.hooks.pause = undefined
      expect(dead).toBe(n <= 6)
      const before = g.sent.length
      g.w.advance(61_000)
      await deliverAll(g.w.world)
      expect(await g.ways(letter)).toBe('wechat failed refused → sms failed refused → voice sent')
      expect(await g.credits()).toBe(1)
      const counts = ['wechat', 'sms', 'voice'].map((way) => g.sent.filter(({ channel }) => channel === way).length)
      // Only the one that was under way when he died may have gone twice.
      const twice = counts.filter((count) => count > 1).length
      expect(twice).toBeLessThanOrEqual(1)
      expect(Math.max(...counts)).toBeLessThanOrEqual(2)
      if (twice === 1) expect(g.sent[before]?.channel).toBe(died)
    },
  )
})
