import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { visitStages, visitWays } from '@/domain/visit-types'
import { inTimeline, timelineText } from '@/words/timeline'
import { hourText, nextText, ownVisitStageTexts, rowText, visitStageTexts } from '@/words/visit'
import {
  bao,
  booked,
  cancel,
  done,
  free,
  gao,
  held,
  hour,
  li,
  moveTo,
  noShow,
  owed,
  type Story,
  storm,
  t,
} from '../domain/visit-given'

const plain = (text: string) => text.replaceAll('\u00a0', '')
const next = ({ state }: Story, now: string) => plain(nextText(state, t(now)))

describe('an hour', () => {
  const said = (from: string, to: string) => plain(hourText(t(from), t(to)))
  it('is said with its day and weekday', () =>
    expect(said('10-09 9:00', '10-09 9:30')).toBe('10月9日（周五）9:00–9:30'))
  it('that ends at midnight ends at 24:00, after it on the next day', () => {
    expect(said('10-09 22:30', '10-10 0:00')).toBe('10月9日（周五）22:30–24:00')
    expect(said('10-09 23:00', '10-10 0:30')).toBe('10月9日（周五）23:00–次日 0:30')
  })
  it('in a list stands on one line; without one that it is looked for', () => {
    expect(plain(rowText(booked('09-30 9:00').state))).toBe('周五 10月9日 9:00 到办公室')
    expect(rowText(owed('10-02 22:10').state)).toBe('上门，正在定时间')
  })
})

describe('what happens next', () => {
  const start = booked('09-30 9:00')
  const atHome = hour('10-03 15:00', { way: 'home' })
  it('is said at each stage, to herself', () => {
    expect(next(held('09-30 9:00'), '09-30 9:01')).toBe('这个时间给您留着，还有 2分钟填完就约好了。')
    expect(next(held('09-30 9:00').until('09-30 9:03'), '09-30 9:04')).toBe('留的时间过了，请再选一次。')
    expect(next(start, '10-08 9:00')).toBe('明天 9:00 去办公室找 li律师。能来，请点「我会到」；来不了，早点换时间。')
    expect(next(owed('10-02 22:10'), '10-02 22:20')).toBe('wang律师 正在定时间，明天 22:10前一定上门。')
    expect(next(start.does('10-06 9:00', li, cancel('开庭')), '10-06 9:01')).toBe(
      '我们取消了这次，对不起。请再约一个时间。',
    )
    expect(next(start.does('10-09 9:30', bao, noShow('staff')), '10-09 9:31')).toBe(
      '是我们没有到，对不起。请再选一个时间。高审查 负责把这件事办好。',
    )
    expect(next(start.does('10-09 9:30', li, done()), '10-09 9:31')).toBe('谈完了。说说怎么样，只有您自己能评。')
    expect(next(start, '10-09 9:40')).toBe('说好的时间过了。没见成，请告诉我们，或者打电话找 li律师。')
  })
  it('with weather in the way says when somebody looks again', () => {
    const still = owed('10-02 22:10')
      .does('10-02 22:30', gao, moveTo(atHome), free(atHome))
      .does('10-03 9:00', li, storm())
    expect(next(still, '10-03 9:10')).toBe('天气不好，路走不了。明天 9:00 再看，能走就来。')
  })
  it('each way says who does what', () => {
    for (const way of visitWays) {
      const which = hour('10-09 9:00', { way })
      const personal = { visitor: {}, address: '三组' }
      expect(next(booked('09-30 9:00', { personal }, which), '10-08 9:00')).toContain('li律师')
    }
  })
})

describe('each stage and each step', () => {
  it('has its word, one for staff and one for her', () => {
    for (const stage of visitStages)
      expect([visitStageTexts[stage], ownVisitStageTexts[stage]].join()).toMatch(/\p{Script=Han}+,\p{Script=Han}+/u)
  })
  it('every event has its line, but for what only the machine needs', () => {
    const rules = readFileSync(join(import.meta.dirname, '../../src/domain/visit-types.ts'), 'utf8')
    const types = [...(rules.split('export type VisitEvent')[1] ?? '').matchAll(/type: '([A-Za-z]+)'/g)].map(
      ([, type]) => type ?? '',
    )
    expect(types.length).toBeGreaterThan(20)
    expect(types.filter((type) => !inTimeline(type))).toEqual(['ReminderLost'])
    expect(timelineText({ type: 'ReminderLost' })).toBeUndefined()
  })
  it('is told in the history, whoever did it by name, herself never', () => {
    const story = owed('10-02 22:10')
      .does(
        '10-02 22:30',
        gao,
        moveTo(hour('10-03 15:00', { way: 'home' })),
        free(hour('10-03 15:00', { way: 'home' })),
      )
      .does('10-03 13:30', li, { type: 'SetOut' })
      .does('10-03 15:00', li, { type: 'Arrive', checked: false })
    expect(story.events.flatMap((event) => timelineText(event) ?? []).map(plain)).toEqual([
      '要人上门，由 wang律师 定时间',
      '高审查 定好 10月3日（周六）15:00，li律师',
      'li律师 出发了',
      'li律师 说见到了本人，没有核对码',
    ])
  })
})
