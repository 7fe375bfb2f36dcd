import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isForResident,
  kindOfNotice,
  quietUntil,
  type Route,
  type RouteFacts,
  type Rung,
  routeOf,
  rungs,
  staleAt,
  type Tried,
} from '@/domain/notice-route'
import { noticeTemplates } from '@/words/notices'
import { t } from './clock-given'

const night = { from: '22:00', to: '07:00' }
const facts = (more: Partial<RouteFacts> = {}): RouteFacts => ({
  now: t('2026-10-14 12:00'),
  tried: [],
  number: true,
  reachable: true,
  ring: false,
  quiet: night,
  ...more,
})
const rungOf = (route: Route): string => (typeof route === 'string' ? route : route.rung)
/** Every rung that is tried, one after the other, where each fails. */
function allFail(template: string, more: Partial<RouteFacts> = {}): string[] {
  const tried: Tried[] = []
  for (;;) {
    const route = routeOf(template, facts({ ...more, tried }))
    if (typeof route === 'string') return [...tried.map(({ rung }) => rung), route]
    tried.push({ rung: route.rung, state: 'failed' })
  }
}

describe('which way a notice goes next', () => {
  it.each([
    ['what was decided: a letter, an SMS, a person', 'aid.assigned', {}, 'wechat sms call over'],
    ['what is asked of her: a voice before the person', 'aid.papers', {}, 'wechat sms voice call over'],
    ['a short clock likewise', 'question.routed', {}, 'wechat sms voice call over'],
    ['news: letters, and then it stands where she looks', 'aid.progress', {}, 'wechat sms over'],
    ['an alarm to staff: a voice, and their ladder goes on', 'question.alarm', {}, 'wechat sms voice over'],
    ['a unit: letters', 'grievance.yours', {}, 'wechat sms over'],
    ['an answer to an SMS goes by SMS alone', 'sms.taken', {}, 'sms over'],
    ['without a yes to WeChat the SMS is first', 'aid.assigned', { credits: 0 }, 'sms call over'],
    ['with one it isn’t', 'aid.assigned', { credits: 1 }, 'wechat sms call over'],
    ['without a number a person must find her', 'aid.papers', { number: false }, 'wechat call over'],
    ['with neither at once', 'aid.papers', { number: false, credits: 0 }, 'call over'],
    ['who asked to be rung is rung', 'aid.assigned', { ring: true }, 'call over'],
    ['whom no message reaches too', 'question.routed', { reachable: false }, 'call over'],
    ['but nobody rings her with mere news', 'aid.progress', { ring: true }, 'wechat sms over'],
    ['nor a member of staff', 'question.alarm', { ring: true, reachable: false }, 'wechat sms voice over'],
  ])('%s', (_, template, more, ways) => expect(allFail(template, more).join(' ')).toBe(ways))

  it('while one is on its way, or has arrived, nothing else goes', () => {
    const tried = (state: Tried['state']): Tried[] => [
      { rung: 'wechat', state: 'failed' },
      { rung: 'sms', state },
    ]
    expect(routeOf('aid.papers', facts({ tried: tried('waiting') }))).toBe('live')
    expect(routeOf('aid.papers', facts({ tried: tried('sent') }))).toBe('told')
    expect(routeOf('aid.papers', facts({ tried: tried('delivered') }))).toBe('told')
    expect(rungOf(routeOf('aid.papers', facts({ tried: tried('failed') })))).toBe('voice')
  })
  it('spoken with, it is over', () => {
    const tried: Tried[] = [{ rung: 'call', state: 'done' }]
    expect(routeOf('aid.assigned', facts({ tried, ring: true }))).toBe('over')
  })
})

describe('quiet hours', () => {
  it.each([
    ['2026-10-14 21:59', night, undefined],
    ['2026-10-14 22:00', night, '2026-10-15 07:00'],
    ['2026-10-14 23:59', night, '2026-10-15 07:00'],
    ['2026-10-15 00:00', night, '2026-10-15 07:00'],
    ['2026-10-15 06:59', night, '2026-10-15 07:00'],
    ['2026-10-15 07:00', night, undefined],
    ['2026-12-31 23:00', night, '2027-01-01 07:00'],
    ['2026-10-14 12:30', { from: '12:00', to: '14:00' }, '2026-10-14 14:00'],
    ['2026-10-14 14:00', { from: '12:00', to: '14:00' }, undefined],
    ['2026-10-14 11:59', { from: '12:00', to: '14:00' }, undefined],
    ['2026-10-14 03:00', { from: '00:00', to: '00:00' }, undefined],
  ])('at %s within %j: until %s', (now, quiet, until) => expect(quietUntil(t(now), quiet)).toBe(until && t(until)))
  it('what can wait waits for the morning, by whichever way it goes', () => {
    const now = t('2026-10-14 23:00')
    for (const more of [{}, { credits: 0 }, { ring: true }])
      expect(routeOf('aid.assigned', facts({ now, ...more }))).toMatchObject({ notBefore: t('2026-10-15 07:00') })
  })
  it('what a short clock hangs on doesn’t: the eight minutes, a report to accept, the night’s offers', () => {
    const now = t('2026-10-14 23:00')
    for (const template of ['question.routed', 'grievance.to-accept', 'question.offer', 'aid.to-review'])
      expect(routeOf(template, facts({ now }))).toMatchObject({ notBefore: now })
  })
  it('her own hours count instead', () => {
    const now = t('2026-10-14 23:00')
    expect(routeOf('aid.assigned', facts({ now, quiet: { from: '00:00', to: '00:00' } }))).toMatchObject({
      notBefore: now,
    })
  })
})

describe('every notice there is', () => {
  const clocks = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  const times = clocks.map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  const some = fc.record({
    template: fc.constantFrom(...noticeTemplates),
    time: times,
    quiet: fc.record({ from: times, to: times }),
    credits: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    number: fc.boolean(),
    reachable: fc.boolean(),
    ring: fc.boolean(),
    states: fc.array(fc.constantFrom<Tried['state']>('waiting', 'sent', 'delivered', 'failed', 'done'), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  it('has at most one live rung, never one twice, and breaks no quiet hour that it could keep', () => {
    fc.assert(
      fc.property(some, ({ template, time, states, ...more }) => {
        const now = t(`2026-10-14 ${time}`)
        const tried: Tried[] = []
        for (const state of states) {
          const route = routeOf(template, facts({ now, ...more, tried }))
          if (typeof route === 'string') break
          expect(tried.some(({ state }) => state !== 'failed' && state !== 'done')).toBe(false)
          expect(tried.map(({ rung }) => rung)).not.toContain(route.rung)
          const until = quietUntil(now, more.quiet)
          expect(route.notBefore).toBe(kindOfNotice(template).urgent || !until ? now : until)
          tried.push({ rung: route.rung, state })
        }
        expect(tried.filter(({ state }) => state === 'waiting').length).toBeLessThanOrEqual(1)
      }),
    )
  })
  it('what was decided of her or is asked of her ends at a person who rings, whatever fails', () => {
    fc.assert(
      fc.property(some, ({ template, time, states: _, ...more }) => {
        const ways = allFail(template, { now: t(`2026-10-14 ${time}`), ...more })
        expect(ways.at(-1)).toBe('over')
        expect(ways.at(-2) === 'call').toBe(kindOfNotice(template).ways.includes('call'))
      }),
    )
  })
  it('only residents are rung by a person', () => {
    for (const template of noticeTemplates)
      if (kindOfNotice(template).ways.includes('call')) expect(isForResident(template), template).toBe(true)
  })
  it('keeps the rungs in their order', () => {
    const order = (ways: readonly Rung[]) => [...ways].sort((a, b) => rungs.indexOf(a) - rungs.indexOf(b))
    for (const template of noticeTemplates) {
      const { ways } = kindOfNotice(template)
      expect(ways).toEqual(order(ways))
    }
  })
})

describe('what is too old', () => {
  it('an offer after its eight minutes, anything else after a day', () => {
    const told = t('2026-10-14 09:00')
    expect(staleAt('question.offer', told)).toBe(t('2026-10-14 09:08'))
    expect(staleAt('aid.assigned', told)).toBe(t('2026-10-15 09:00'))
  })
})
