import type { RotaProblem } from '@/domain/rota-types'
import { dayOf, HOUR, type Instant, msBetween, timeOf } from '@/domain/time'
import { dayText, spanText } from './time'

const NB = '\u00a0'
const moment = (at: Instant): string => `${dayText(dayOf(at))} ${timeOf(at).replace(/^0/, '')}`
const long = (from: Instant, until: Instant): string =>
  msBetween(from, until) % HOUR === 0 ? `${msBetween(from, until) / HOUR}${NB}小时` : spanText(msBetween(from, until))

const needs: Record<string, string> = { mn: '会蒙古语的人', zh: '会汉语的人' }

/** 「10 月 22 日 20:00 起空岗 12 小时，热线值班」: who and which seat as people call them. */
export function problemSentence(problem: RotaProblem, name: (id: string) => string, seat: (id: string) => string) {
  const { code, from, until } = problem
  const since = `${moment(from)} 起`
  switch (code) {
    case 'gap':
      return problem.stand === 0
        ? `${since}空岗 ${long(from, until)}，${seat(problem.seat)}`
        : `${since} ${long(from, until)}只有 ${problem.stand}${NB}个人，要 ${problem.minimum}${NB}个，${seat(problem.seat)}`
    case 'no-mongolian':
      return `${since} ${long(from, until)}，全旗没有会蒙古语的人值班`
    case 'short-rest':
      return `${name(problem.person)} 在 ${moment(from)} 到 ${moment(until)} 之间只休息 ${long(from, until)}`
    case 'two-seats':
      return `${name(problem.person)} ${since} ${long(from, until)}同时在 ${problem.seats.map(seat).join('、')}`
    case 'need':
      return `${since} ${long(from, until)}，${seat(problem.seat)}没有${needs[problem.need] ?? `能办${problem.need}的人`}`
  }
}
