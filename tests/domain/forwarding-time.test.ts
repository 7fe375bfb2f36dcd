import { describe, expect, it } from 'vitest'
import type { Clock } from '@/domain/clock'
import { askBy, consentDueAt, consentWakeAt, goOnAsking } from '@/domain/forwarding-time'
import type { ConsentCheck } from '@/domain/forwarding-types'
import { NEVER } from '@/domain/time'

/** By when somebody whose matter was entered by another is asked herself, and what time does about it. */

const at = (time: string) => `2026-10-14T${time}:00.000+08:00`
const promise = (due: string) => [{ state: 'running', dueAt: at(due) }] as Clock[]
const state = (more: Partial<ConsentCheck> = {}, open = true) => ({
  open,
  consentCheck: {
    about: 'violence',
    at: at('09:00'),
    to: { id: 'gao', name: '高中心' },
    dueAt: at('10:00'),
    tries: [],
    ...more,
  },
})
const qin = { id: 'qin', name: '秦' }

describe('the call to ask her', () => {
  it('is due after the county’s minutes, and never later than half of what the matter’s promise leaves', () => {
    expect(askBy(at('09:00'), [], 60)).toBe(at('10:00'))
    expect(askBy(at('09:00'), promise('23:00'), 60)).toBe(at('10:00'))
    expect(askBy(at('09:00'), promise('09:08'), 60)).toBe(at('09:04'))
    // What was promised for before then can't be kept any more: the county's minutes are left.
    expect(askBy(at('09:00'), promise('09:00'), 60)).toBe(at('10:00'))
  })

  it('is reminded of at half of it, passed on at its end, each once', () => {
    expect(consentWakeAt(state())).toBe(at('09:30'))
    expect(goOnAsking(state(), qin, at('09:29'))).toEqual([])
    expect(goOnAsking(state(), qin, at('09:30'))).toMatchObject([{ type: 'ConsentReminded', to: { id: 'gao' } }])
    const reminded = state({ remindedAt: at('09:30') })
    expect(consentWakeAt(reminded)).toBe(at('10:00'))
    expect(goOnAsking(reminded, qin, at('09:59'))).toEqual([])
    const [passed] = goOnAsking(reminded, qin, at('10:00'))
    expect(passed).toEqual({
      type: 'ConsentPassedOn',
      at: at('10:00'),
      from: { id: 'gao', name: '高中心' },
      to: qin,
    })
    expect(consentWakeAt(state({ passedOnAt: at('10:00') }))).toBe(NEVER)
  })

  it('slept over it says how late it is, and skips the reminder', () => {
    expect(goOnAsking(state(), qin, at('10:20'))).toMatchObject([{ type: 'ConsentPassedOn', lateBy: 'PT20M' }])
  })

  it('stays with whoever has it where there is nobody else', () => {
    expect(goOnAsking(state(), undefined, at('10:00'))).toMatchObject([{ to: { id: 'gao' } }])
  })

  it('is nobody’s any more once she answered, or once it ended; and what is older than the limit has none', () => {
    const by = { id: 'gao', name: '高中心' }
    const answered = state({ said: { at: at('09:10'), by, yes: true } })
    const { dueAt: _, ...older } = state().consentCheck
    for (const each of [answered, state({}, false), { open: true, consentCheck: older }])
      expect([consentDueAt(each), consentWakeAt(each), goOnAsking(each, qin, at('10:00'))]).toEqual([NEVER, NEVER, []])
  })
})
