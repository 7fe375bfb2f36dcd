import { describe, expect, it } from 'vitest'
import { isForResident } from '@/domain/notice-route'
import { visitNotices } from '@/domain/visit'
import { noticeText } from '@/words/notices'
import { visitTemplates } from '@/words/visit-notices'
import {
  askMove,
  atHome,
  bao,
  booked,
  cancel,
  clock,
  companion,
  confirm,
  done,
  free,
  gao,
  hes,
  hour,
  later,
  letters,
  li,
  mei,
  mine,
  moveTo,
  noShow,
  owed,
  ref,
  type Story,
  storm,
  t,
  waitingHome,
} from './visit-given'

const said = (story: Story) => letters(story).map(({ template, channel, to }) => `${template} ${channel} ${to}`)
const since = (story: Story, before: Story) => said(story).slice(said(before).length)
const both = (template: string, to: string) => [`${template} app ${to}`, `${template} wechat ${to}`]

const start = booked('09-30 9:00')
const asked = start.does('10-07 10:00', gao, askMove(hes), { ...free(hes), waiting: waitingHome })
const home = owed('10-02 22:10')
const found = home.does('10-02 22:30', gao, moveTo(atHome), free(atHome))

describe('who is told', () => {
  it('booked: she, with whom and where; whoever has the hour', () => {
    expect(said(start)).toEqual([...both('visit.booked', 'bao'), ...both('visit.host-booked', 'li')])
    expect(letters(start)[0]?.params).toEqual({
      way: 'office',
      by: 'li律师',
      at: t('10-09 9:00'),
      place: '甲律师事务所',
    })
  })
  it('whoever books somebody into his own hour isn’t told of it', () => {
    const helper = ref('li')
    const own = booked('09-30 9:00', { owner: undefined, helper })
    expect(said(own)).toContain('visit.booked sms 13812345678')
    const [event] = own.events
    if (event?.type !== 'VisitBooked') throw new Error('not booked')
    const his = visitNotices({ ...event, by: 'li' }, own.state, { now: event.at, due: event.at })
    expect(his.map(({ to }) => to)).not.toContain('li')
  })
  it('a hold nobody', () => {
    const held = { ...start.state, stage: 'held' as const }
    for (const event of start.events) expect(visitNotices(event, held, { now: event.at, due: event.at })).toEqual([])
  })
  it('at home without an hour: who must find one, also by telephone; she, until when and who answers for it', () => {
    const phone = '0475-100'
    const story = owed('10-02 22:10', {}, { local: { ...ref('wang'), phone, seat: 'town', gap: false } })
    expect(said(story)).toEqual([
      ...both('visit.find-hour', 'wang'),
      'visit.find-hour sms 0475-100',
      'visit.home-owed app bao',
    ])
    expect(letters(story).at(-1)?.params).toMatchObject({ at: t('10-03 22:10'), by: 'wang律师', phone })
    expect(since(found, home)).toEqual([...both('visit.hour-found', 'bao'), ...both('visit.host-booked', 'li')])
  })
  it('confirmed: the other side', () => {
    const hers = start.does('10-06 9:00', bao, confirm, mine(hes))
    expect(since(hers, start)).toEqual(['visit.host-confirmed app li'])
    expect(since(hers.does('10-06 9:10', li, confirm, mine(hes)), hers)).toEqual(['visit.confirmed app bao'])
  })
  it('moved: she, who has it now, and who had it', () => {
    const other = start.does('10-06 9:00', bao, moveTo(hes), free(hes))
    expect(since(other, start)).toEqual([
      ...both('visit.moved', 'bao'),
      ...both('visit.host-booked', 'he'),
      ...both('visit.host-gone', 'li'),
    ])
    const same = start.does('10-06 9:00', li, moveTo(later), free(later))
    expect(since(same, start)).toEqual(both('visit.moved', 'bao'))
  })
  it('asked for her hour: she; her yes and her no: whoever asked', () => {
    expect(since(asked, start)).toEqual(both('visit.move-asked', 'bao'))
    const yes = asked.does('10-07 10:30', bao, { type: 'AnswerMove', yes: true })
    expect(since(yes, asked)).toEqual([
      ...both('visit.moved', 'bao'),
      ...both('visit.host-moved', 'he'),
      ...both('visit.host-gone', 'li'),
      ...both('visit.hour-given', 'gao'),
    ])
    const no = asked.does('10-07 10:30', bao, { type: 'AnswerMove', yes: false })
    expect(since(no, asked)).toEqual(both('visit.hour-kept', 'gao'))
    expect(since(asked.until('10-07 12:00'), asked)).toEqual(both('visit.hour-kept', 'gao'))
  })
  it('taken back: the other side, and whoever did it isn’t told', () => {
    expect(since(start.does('10-06 9:00', bao, cancel()), start)).toEqual(both('visit.host-called-off', 'li'))
    expect(since(start.does('10-06 9:00', li, cancel('开庭')), start)).toEqual(both('visit.cancelled', 'bao'))
    const helper = { owner: undefined, helper: ref('mei'), tell: ['person' as const, 'helper' as const] }
    const entered = booked('09-30 9:00', helper)
    expect(since(entered.does('10-06 9:00', mei, cancel()), entered)).toEqual([
      'visit.taken-back sms 13812345678',
      ...both('visit.host-called-off', 'li'),
    ])
  })
  it('reminded: both, and she is asked for her word while she hasn’t given it', () => {
    expect(since(start.until('10-08 9:00'), start)).toEqual([
      ...both('visit.confirm-please', 'bao'),
      ...both('visit.host-reminded', 'li'),
    ])
    const sure = start.does('10-06 9:00', bao, confirm)
    expect(since(sure.until('10-08 9:00'), sure)[0]).toBe('visit.reminded app bao')
    const soon = start.until('10-08 9:00')
    expect(since(soon.until('10-09 7:00'), soon)).toEqual([
      ...both('visit.remind-soon', 'bao'),
      ...both('visit.host-soon', 'li'),
    ])
  })
  it('on the way, stopped by weather and going on', () => {
    const out = found.does('10-03 13:30', li, { type: 'SetOut' })
    expect(since(out, found)).toEqual(both('visit.set-out', 'bao'))
    const still = out.does('10-03 14:00', li, storm(t('10-04 8:00')))
    expect(since(still, out)).toEqual(both('visit.suspended', 'bao'))
    const on = still.does('10-04 7:00', gao, { type: 'ResumeVisit' })
    expect(since(on, still)).toEqual(['visit.resumed app bao', ...both('visit.go-on', 'li')])
  })
  it('a day that is over: she reads that it was our fault; whoever answers for it, at once', () => {
    const late = found.until('10-03 22:09:59')
    expect(since(late.until('10-03 22:10'), late)).toEqual([
      ...both('visit.home-late', 'bao'),
      ...both('visit.host-late', 'li'),
    ])
    expect(clock(late)?.state).toBe('running')
  })
  it('nobody came: she and the centre’s person, who has it now; she didn’t: she, without blame', () => {
    const over = start.until('10-09 9:00')
    expect(since(over.does('10-09 9:30', bao, noShow('staff')), over)).toEqual([
      ...both('visit.missed', 'bao'),
      ...both('visit.we-missed', 'gao'),
      'visit.host-missed app li',
    ])
    expect(since(over.does('10-09 9:30', li, noShow('person')), over)).toEqual(['visit.not-met app bao'])
  })
  it('over: she; a bad word: the centre; unmarked: whoever had it', () => {
    const over = start.until('10-09 9:00')
    const ended = over.does('10-09 9:30', li, done())
    expect(since(ended, over)).toEqual(['visit.done app bao'])
    const bad = ended.does('10-09 10:00', bao, { type: 'RateVisit', stars: 1 })
    expect(since(bad, ended)).toEqual(both('visit.bad-rating', 'gao'))
    expect(since(ended.does('10-09 10:00', bao, { type: 'RateVisit', stars: 3 }), ended)).toEqual([])
    expect(since(over.until('10-09 10:30'), over)).toEqual(both('visit.unmarked', 'li'))
  })
})

describe('how she is reached', () => {
  const first = (more: object) => said(booked('09-30 9:00', more)).filter((line) => line.startsWith('visit.booked'))
  const helper = ref('mei')
  it('without an account by telephone; entered for her, whom she chose, and before nobody whoever entered it', () => {
    expect(first({ owner: undefined })).toEqual(['visit.booked sms 13812345678'])
    expect(first({ owner: undefined, helper, tell: ['helper'] })).toEqual(['visit.booked app mei'])
    expect(first({ owner: undefined, helper, personal: { visitor: {} } })).toEqual(['visit.booked app mei'])
    const personal = { visitor: {}, kin: { name: '女儿', phone: '13800000009' } }
    expect(first({ owner: undefined, helper, tell: ['kin'], personal })).toEqual(['visit.booked sms 13800000009'])
  })
  it('what time did late says how late', () => {
    const woke = start.wakes('10-08 10:00')
    const event = woke.events.find(({ type }) => type === 'VisitReminded')
    if (!event) throw new Error('not reminded')
    const told = visitNotices(event, woke.state, { now: t('10-08 10:00'), due: t('10-08 9:00') })
    expect(new Set(told.map(({ lateBy }) => lateBy))).toEqual(new Set(['PT1H']))
  })
})

describe('what is told', () => {
  const child = { need: 'left-behind-child' as const, language: 'mn' as const }
  const address = { visitor: { name: '包小明', phone: '13812345678' }, address: '三组最东头', companion }
  const all = [
    asked.does('10-07 10:30', bao, { type: 'AnswerMove', yes: true }).until('10-12 9:00'),
    asked.until('10-09 9:00').does('10-09 9:30', bao, noShow('staff')),
    start.until('10-09 9:00').does('10-09 9:30', li, done()).does('10-09 9:40', bao, { type: 'RateVisit', stars: 1 }),
    start.does('10-06 9:00', bao, moveTo(later), free(later)).does('10-06 9:10', li, cancel('开庭')),
    start.does('10-09 9:30', li, noShow('person')),
    owed('10-02 22:10', { ...child, personal: address })
      .does('10-02 22:30', gao, moveTo(atHome), free(atHome))
      .does('10-03 13:30', li, { type: 'SetOut' })
      .does('10-03 14:00', li, storm())
      .does('10-03 15:00', li, { type: 'ResumeVisit' })
      .until('10-04 9:00'),
  ].flatMap(letters)
  it('names nobody who is visited, nor where, nor what it is about', () => {
    expect(all.length).toBeGreaterThan(60)
    expect(JSON.stringify(all.map(({ params }) => params))).not.toMatch(/包|奶奶|13812345678|三组|wages|工钱/)
  })
  it('is a whole sentence each time', () => {
    for (const { template, params } of all) {
      const text = noticeText(template, params)
      expect([template, Object.hasOwn(visitTemplates, template)]).toEqual([template, true])
      expect([template, text]).toEqual([template, expect.not.stringMatching(/undefined|（）|NaN|，，|：。/)])
    }
  })
  it('to her is known as to her, so that it goes on by every way there is', () => {
    const hers = new Set(all.filter(({ to }) => to === 'bao').map(({ template }) => template))
    expect([...hers].filter((template) => !isForResident(template))).toEqual([])
    const theirs = new Set(
      all.filter(({ to }) => ['li', 'he', 'gao', 'wang'].includes(to)).map((each) => each.template),
    )
    expect([...theirs].filter(isForResident)).toEqual([])
  })
  it('says the hour with its weekday', () => {
    const [letter] = letters(booked('09-30 9:00', {}, hour('10-09 14:00', { way: 'video' })))
    const text = noticeText(letter?.template ?? '', letter?.params ?? {})
    expect(text).toBe(
      '给您约好了：10\u00a0月\u00a09\u00a0日（周五）14:00，li律师，视频。不要钱。来不了，点开换个时间。',
    )
  })
})
