import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { grievanceNotices } from '@/domain/grievance'
import { grievanceTemplates } from '@/words/grievance-notices'
import { inTimeline, timelineText } from '@/words/timeline'
import {
  accept,
  actor,
  bao,
  check,
  dispatch,
  extend,
  giveBack,
  land,
  reported,
  resolve,
  rule,
  type Story,
  shi,
  sign,
  sun,
  suspend,
  t,
  tian,
  wang,
  water,
} from './grievance-given'
import {
  at,
  callBack,
  contacted,
  ding,
  letters,
  rectified,
  reopen,
  ruleObjection,
  stages,
  withdraw,
} from './grievance-stages-given'

const said = (story: Story) => letters(story).map(({ template, channel, to }) => `${template} ${channel} ${to}`)
const since = (story: Story, before: Story) =>
  said(story)
    .slice(said(before).length)
    .map((line) => line.replace('grievance.', ''))
const about = (story: Story, template: string) => letters(story).filter((letter) => letter.template === template)
const start = reported('09-28 9:00')
const accepted = start.does('09-28 9:01', tian, accept())
const sent = accepted.does('09-28 9:02', tian, dispatch(water, [land]))
const held = sent.does('09-28 9:03', wang, sign)
const resolved = at('resolved')
const checked = at('checked')

describe('who is told', () => {
  it('she, that it came in; whoever stands at the command seat, at once', () => {
    expect(said(start)).toEqual([
      'grievance.received app bao',
      'grievance.to-accept app tian',
      'grievance.to-accept wechat tian',
    ])
    expect(since(accepted, start)).toEqual(['accepted app bao', 'accepted wechat bao'])
  })
  it('the unit: its named person, and everybody who acts for it; whoever helps too', () => {
    expect(since(sent, accepted)).toEqual([
      'dispatched app bao',
      'yours app unit:dept:water',
      'yours app wang',
      'yours wechat wang',
      'help app unit:dept:land',
      'help app lin',
      'help wechat lin',
    ])
    expect(since(held, sent)).toEqual([])
  })
  it('a return: who rules on it; the ruling: whoever has it now', () => {
    const back = sent.does('09-28 9:05', wang, giveBack)
    expect(since(back, sent)).toEqual(['to-rule app tian', 'to-rule wechat tian'])
    expect(since(back.does('09-28 9:06', shi, rule('keep')), back)[0]).toBe('kept app unit:dept:water')
    expect(since(back.does('09-28 9:06', shi, rule('force')), back)[0]).toBe('forced app unit:dept:water')
    const moved = since(back.does('09-28 9:06', shi, rule('move', land)), back)
    expect(moved).toEqual(['yours app unit:dept:land', 'yours app lin', 'yours wechat lin', 'dispatched app bao'])
  })
  it('more time: she hears the new date, and only if it is given', () => {
    const asked = held.does('09-28 9:10', wang, extend(t('10-14 18:00')))
    expect(since(asked, held)).toEqual(['to-extend app tian', 'to-extend wechat tian'])
    const given = asked.does('09-28 9:20', shi, { type: 'RuleExtension', ok: true })
    expect(since(given, asked)).toContain('extended app bao')
    expect(about(given, 'grievance.extended')[0]?.params.at).toBe(t('10-14 18:00'))
    const refused = since(asked.does('09-28 9:20', shi, { type: 'RuleExtension', ok: false }), asked)
    expect(refused).toEqual([
      'extension-refused app unit:dept:water',
      'extension-refused app wang',
      'extension-refused wechat wang',
    ])
  })
  it('a pause: she, and what she is asked for where it is hers', () => {
    const waits = held.does('09-28 9:10', wang, suspend(t('09-29 9:00'), 'reporter'))
    expect(since(waits, held)).toEqual(['waits-for-you app bao', 'waits-for-you wechat bao'])
    expect(since(held.does('09-28 9:10', wang, suspend(t('10-09 9:00'))), held)).toEqual(['suspended app bao'])
  })
  it('a result: who checks it; checked: she and who rings her; failed: the unit', () => {
    expect(since(resolved, at('in-hand'))).toEqual(['to-check app tian', 'to-check wechat tian'])
    expect(since(checked, resolved)).toEqual(['result app bao', 'result wechat bao', 'to-call app tian'])
    expect(since(resolved.does('09-28 9:10', shi, check(false)), resolved)[0]).toBe('check-failed app unit:dept:water')
  })
  it('a try that nobody answered; after the third how it ended, not that it goes on', () => {
    const three = ['10:05', '11:05', '12:05'].reduce(
      (story, time) => story.does(`09-28 ${time}`, shi, callBack(false)),
      checked,
    )
    expect(since(three, checked)).toEqual(['tried app bao', 'tried app bao', 'unreached app bao'])
  })
  it('not satisfied: the unit, and her that it is over for now', () => {
    const bad = checked.does('09-28 10:00', shi, callBack(true, false))
    expect(since(bad, checked)).toEqual([
      'bad-rating app unit:dept:water',
      'bad-rating app wang',
      'bad-rating wechat wang',
      'closed app bao',
    ])
    const right = bad.does('09-29 9:00', wang, contacted()).does('09-29 9:10', wang, rectified())
    expect(since(right, bad)).toEqual(['rectified app bao'])
  })
  it('an objection: the supervisor; refused: herself alone; upheld: that it begins again', () => {
    expect(since(at('objected'), at('closed'))).toEqual(['objected app sun'])
    const kept = at('objected').does('09-28 15:00', sun, ruleObjection(false))
    expect(since(kept, at('objected'))).toEqual(['objection-refused app bao'])
    const again = since(at('objected').does('09-28 15:00', sun, ruleObjection(true)), at('objected'))
    expect(again).toEqual(['reopened app bao', 'to-begin-again app tian', 'to-begin-again wechat tian'])
    expect(since(at('closed').does('09-28 15:00', shi, reopen()), at('closed'))).toEqual(again)
  })
  it('taken back: the unit and who helps; by office: herself, once, and then nothing more', () => {
    expect(since(held.does('09-28 9:10', bao, withdraw), held)).toEqual([
      'withdrawn app unit:dept:water',
      'withdrawn app wang',
      'withdrawn wechat wang',
      'withdrawn app unit:dept:land',
    ])
    const on = at('by office')
    expect(said(on).at(-1)).toBe('grievance.ex-officio app bao')
    const further = on.does('09-28 15:00', wang, resolve()).does('09-28 15:10', shi, check())
    expect(since(further, on).filter((line) => line.endsWith(' bao'))).toEqual([])
  })
})

describe('三单一函', () => {
  const late = sent.until('09-30 12:00')
  const told = (rung: string) =>
    about(late, `grievance.${rung}`).map(({ channel, to, params }) => `${params.clock} ${channel} ${to}`)
  it('a reminder goes to whoever has it and to the unit, an urging too', () => {
    expect(told('remind')).toContain('grievance.quick app wang')
    expect(told('remind')).toContain('grievance.quick app unit:dept:water')
    expect(told('urge')).toContain('grievance.quick app wang')
    expect(told('urge')).toContain('grievance.respond app unit:dept:water')
  })
  it('an urging goes to the head of the unit too', () => {
    const [event] = late.events.filter((each) => each.type === 'PaperIssued' && each.paper.rung === 'urge')
    if (event?.type !== 'PaperIssued') throw new Error('no urging')
    const paper = { ...event.paper, copy: { id: 'ju', name: '局长' } }
    const letters = grievanceNotices({ ...event, paper }, late.state, { now: event.at, due: event.at })
    expect(letters.filter(({ to }) => to === 'ju').map(({ params }) => params.copy)).toEqual(['yes'])
  })
  it('a draft goes to the leader it is laid before, and to nobody else', () => {
    expect(about(late, 'grievance.to-sign').length).toBeGreaterThan(0)
    for (const { to } of about(late, 'grievance.to-sign')) expect(to).toBe('sun')
    expect(told('supervise')).toEqual([])
  })
  it('signed, it goes out; its limit is in the letter', () => {
    const draft = late.state.papers.find(({ state }) => state === 'draft')
    if (!draft) throw new Error('no draft')
    const signed = late.does('09-30 12:10', sun, { type: 'SignPaper', paper: draft.id, until: t('10-08 18:00') })
    expect(about(signed, 'grievance.supervise').map(({ to }) => to)).toContain('unit:dept:water')
    expect(about(signed, 'grievance.supervise')[0]?.params.at).toBe(t('10-08 18:00'))
    const answered = signed.does('09-30 14:00', wang, { type: 'ReplyToPaper', paper: draft.id, text: '明天修好' })
    expect(about(answered, 'grievance.paper-replied').map(({ to }) => to)).toEqual(['sun'])
    expect(about(answered, 'grievance.paper-cancelled')).toEqual([])
  })
  it('one that the machine made late says itself how late', () => {
    const slept = start.wakes('09-28 9:40')
    const urged = slept.events.filter((event) => event.type === 'PaperIssued')
    expect(urged.length).toBe(2)
    for (const event of urged) {
      const [letter] = grievanceNotices(event, slept.state, { now: t('09-28 9:40'), due: t('09-28 9:07') })
      expect(letter?.lateBy).toBe(event.type === 'PaperIssued' ? event.lateBy : '')
    }
    expect(urged.map((event) => event.type === 'PaperIssued' && event.lateBy)).toEqual(['PT32M30S', 'PT25M'])
  })
  it('on the command seat’s own clocks whoever stands there is told, and no unit', () => {
    const urged = about(start.until('09-28 9:16'), 'grievance.urge')
    expect(urged.map(({ to }) => to)).toEqual(['tian', 'tian'])
  })
})

describe('how she is reached', () => {
  const received = (more: object, by = bao) =>
    about(reported('09-28 9:00', more, by), 'grievance.received').map(({ channel, to }) => `${channel} ${to}`)
  const helped = { owner: undefined, helper: { id: 'ding', name: '丁明白' } }
  it('without an account by telephone; entered for her, as she chose, and before nobody whoever entered it', () => {
    expect(received({ owner: 'code:grievance:1' })).toEqual(['sms 13812345678'])
    expect(received({ ...helped, tell: ['person', 'helper'] }, ding)).toEqual(['sms 13812345678', 'app ding'])
    expect(received({ ...helped, tell: ['helper'] }, ding)).toEqual(['app ding'])
    expect(received({ ...helped, personal: { text: '没水', reporter: {} } }, ding)).toEqual(['app ding'])
    const kin = { text: '没水', reporter: {}, kin: { name: '女儿', phone: '13800000009' } }
    expect(received({ ...helped, tell: ['kin'], personal: kin }, ding)).toEqual(['sms 13800000009'])
  })
  it('who gave no name isn’t, nor whoever entered it', () => {
    const nameless = at('closed by code')
    expect(said(nameless).filter((line) => /bao|138|code/.test(line))).toEqual([])
    expect(received({ ...helped, anonymity: 'full', tell: ['person', 'helper'] }, ding)).toEqual([])
  })
  it('what happened while the machine slept is told late, and says so', () => {
    const event = accepted.events.find(({ type }) => type === 'GrievanceAccepted')
    if (!event) throw new Error('not accepted')
    const when = { now: t('09-28 9:30'), due: event.at }
    expect(grievanceNotices(event, accepted.state, when)[0]).toMatchObject({ at: when.now, lateBy: 'PT29M' })
    expect(grievanceNotices(event, accepted.state, { now: event.at, due: event.at })[0]?.lateBy).toBeUndefined()
  })
})

describe('in words', () => {
  const everything = [...Object.keys(stages).map(at), sent.until('10-20 9:00')]
  it('every letter has a sentence, and none names her, her number or what she said', () => {
    const all = everything.flatMap(letters)
    expect(JSON.stringify(all.map(({ params }) => params))).not.toMatch(/包某|包群众|13812345678|井没水了|修好了/)
    for (const { template, params } of all) {
      const text = grievanceTemplates[template]?.(params) ?? ''
      expect([template, text.length > 5, /undefined|（）/.test(text)]).toEqual([template, true, false])
    }
    const used = new Set(all.map(({ template }) => template))
    expect(used.size).toBeGreaterThan(30)
  })
  it('every event has a line or says nothing', () => {
    const source = ['grievance-events', 'ladder-types'].map((name) =>
      readFileSync(join(import.meta.dirname, `../../src/domain/${name}.ts`), 'utf8'),
    )
    const types = [...source.join('\n').matchAll(/type: '([A-Z][A-Za-z]+)'/g)].map(([, type = '']) => type)
    const past = types.filter((type) => /(ed|Changed|Taken|Revealed|For)$/.test(type))
    expect(past.length).toBeGreaterThan(35)
    expect(past.filter((type) => !inTimeline(type) && timelineText({ type }) !== undefined)).toEqual([])
  })
  it('no line names her, nor says what she wrote', () => {
    for (const story of everything)
      for (const event of story.events) {
        const text = timelineText(event as Parameters<typeof timelineText>[0]) ?? ''
        expect([event.type, /undefined|包|13812345678|井没水|NaN/.test(text)]).toEqual([event.type, false])
      }
  })
  it('following says nothing', () => {
    expect(timelineText({ type: 'Followed', parent: 'grievance:2' })).toBeUndefined()
    expect(timelineText({ type: 'Unfollowed' })).toBeUndefined()
  })
  it('a line a stage, in plain words', () => {
    const told = at('closed').events.flatMap((event) => timelineText(event as Parameters<typeof timelineText>[0]) ?? [])
    expect(told).toEqual([
      '反映了问题',
      '田指挥 受理了',
      '田指挥 派给水务局（王经办）办，自然资源局协办',
      '王经办 签收了',
      '王经办 交了结果，等审核',
      '另一个人审核过了结果',
      '石指挥 打电话问了本人',
      '打电话问过本人，办结了',
    ])
    expect(actor('bao', 'resident').name).toBe('包群众')
  })
})
