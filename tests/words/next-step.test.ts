import { describe, expect, it } from 'vitest'
import type { AidDetail, ClockView } from '@/contract/views'
import { afterBadRating, nextStep } from '@/words/next-step'
import { plain } from '../journeys/given'

const now = '2026-10-12T09:00:00.000+08:00'
const midnight = '2026-10-13T00:00:00.000+08:00'
const clock = (code: string, dueAt: string, state: ClockView['state'] = 'running'): ClockView => ({
  code,
  title: code,
  generation: 1,
  startedAt: '2026-10-12T08:00:00.000+08:00',
  dueAt,
  dueText: '',
  state,
  colour: 'green',
  word: '',
  provisional: false,
  explain: [],
})
const detail = (more: Partial<AidDetail>): AidDetail => ({ topic: 'wages', topicText: '工钱', ...more })
const says = (stage: string, clocks: ClockView[] = [], more: Partial<AidDetail> = {}, actions: string[] = []) =>
  plain(nextStep({ stage, clocks, detail: detail(more), can: actions.map((action) => ({ action })) }, now) ?? '')

describe('a time is said only where a clock says it', () => {
  it('a refusal that waits for the second person is promised by the clock of the day', () => {
    expect(says('refusal-unconfirmed', [clock('aid.promise', midnight)])).toContain('最晚今天 24:00 前告诉您结果。')
  })
  it('sent at 17:00 she was promised noon, and is told noon, not the stricter midnight', () => {
    const clocks = [clock('aid.promise', midnight), clock('aid.grace', '2026-10-13T12:00:00.000+08:00')]
    expect(says('refusal-unconfirmed', clocks)).toContain('最晚明天 12:00 前告诉您结果。')
  })
  it('a promise that is over or stands still is not repeated', () => {
    for (const over of [clock('aid.promise', now), clock('aid.promise', midnight, 'paused')]) {
      expect(says('refusal-unconfirmed', [over])).toContain('有了结果会告诉您。')
      expect(says('granted-unassigned', [over])).not.toContain('最晚')
    }
  })
  it('after one or two stars both times come from the clocks, and none where none runs', () => {
    const clocks = [
      clock('grievance.rectify.contact', '2026-10-14T00:00:00.000+08:00'),
      clock('grievance.rectify', '2026-11-03T00:00:00.000+08:00'),
    ]
    expect(afterBadRating({ clocks }, now).map(plain)).toEqual([
      '最晚明天 24:00 前，有人给您打电话。',
      '最晚周一 11 月 2 日 24:00 前改好，怎么改的写在这件事里。',
    ])
    expect(afterBadRating({ clocks: [] }, now)).toEqual([])
  })
})

describe('the person is told in kind words what she need or need not do', () => {
  it('while the lawyer is asked or frozen: that it is being checked, not why', () => {
    const lawyer = (conflict: 'asked' | 'clear' | 'frozen') => ({
      lawyer: { id: 'li', name: '李律', reasons: [], conflict },
    })
    for (const conflict of ['asked', 'frozen'] as const)
      for (const stage of ['assigned', 'in-hand']) {
        expect(says(stage, [], lawyer(conflict))).toContain('正在核对律师能不能')
        expect(says(stage, [], lawyer(conflict))).not.toContain('利害')
      }
    expect(says('assigned', [], lawyer('clear'))).toBe('律师会给您打电话，请接一下不认识的号码。')
  })
  it('papers: whoever may send them is told that the days do not count, whoever has only the code whom to ring', () => {
    expect(says('supplementing', [], {}, ['aid.supplement'])).toContain('不算在办理期限里')
    expect(says('supplementing')).toContain('可以打电话问负责的人')
  })
  it('closed: to rate, thanks for three stars, what follows after two, what was done about it', () => {
    const rating = (stars: number) => ({ rating: { at: now, stars, how: 'self' as const } })
    expect(says('closed', [], {}, ['aid.rate'])).toContain('请您评一评')
    expect(says('closed', [], rating(3))).toContain('谢谢您的评价')
    expect(says('closed', [clock('grievance.rectify', midnight)], rating(2))).toContain('最晚今天 24:00 前改好')
    expect(says('closed', [], { ...rating(2), rectified: { at: now, by: '高审查', text: '道了歉' } })).toContain(
      '写在下面',
    )
  })
})
