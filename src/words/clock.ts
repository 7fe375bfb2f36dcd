import type { Clock, ExplainLine, Face } from '@/domain/clock'
import { dayOf, type Instant, msOfDuration } from '@/domain/time'
import { dayText, dueText, durationText, endText, momentText, spanText, weekdayText } from './time'

export const clockTitles: Record<string, string> = {
  'aid.promise': '当天派律师',
  'aid.grace': '第二天中午前派律师',
  'aid.decide': '法定审查期限',
  'aid.assign': '法定指派期限',
  'aid.supplement': '补材料',
  'aid.contact': '律师第一次联系',
  'aid.sign': '签委托手续',
  'aid.objection': '异议答复',
  'aid.notify': '回告办案机关',
  'aid.handover': '羁押中的申请转交',
  'aid.regularise': '先行提供后补手续',
  'aid.change': '定换不换律师',
  'aid.terminate': '送达终止决定',
  'aid.file': '律师交案卷',
  'aid.progress': '律师报进展',
  'aid.review': '结案审查',
  'question.answer': '八分钟里有人答复',
  'question.callback': '说好的电话',
  'visit.home': '一天内上门',
  'grievance.accept': '受理',
  'grievance.consult': '咨询答复',
  'grievance.quick': '即办办结',
  'grievance.escalate': '代办上报',
  'grievance.respond': '第一次回应',
  'grievance.resolve': '办出结果',
  'grievance.ruling': '退单裁定',
  'grievance.callback': '回访本人',
  'grievance.upper': '答复上级',
  'grievance.rectify.contact': '联系本人，听哪里不满意',
  'grievance.rectify': '把不满意的地方整改好',
}
export const clockTitle = (code: string): string => clockTitles[code] ?? '办理期限'

const faces: Record<Face, string> = {
  normal: '正常',
  nearing: '临期',
  'due-today': '今日到期',
  urgent: '即将到期',
  overdue: '已超期',
  'in-hand': '正在办理',
  kept: '按时办结',
  late: '超时',
  paused: '已暂停',
  cancelled: '不再计时',
}
export const faceText = (face: Face): string => faces[face]

/** 「今天 24:00 前」 while it runs; how it ended once it has. */
export function clockDueText(clock: Clock, now: Instant): string {
  if (clock.state === 'stopped') {
    const ended = momentText(clock.stoppedAt ?? clock.dueAt, now)
    if (clock.outcome === 'missed') return `${ended}，超了 ${durationText(clock.lateBy ?? 'PT0S')}`
    return ended
  }
  if (clock.state === 'paused') return clock.code === 'visit.home' ? '路能走了再接着算' : '等补齐再接着算'
  const uncertain = clock.provisional ? '（暂定）' : ''
  if (clock.dueAt <= now) return `超了 ${spanText(Date.parse(now) - Date.parse(clock.dueAt))}${uncertain}`
  return dueText(clock.dueAt, now) + uncertain
}

/** One line of 「为什么」, in words a resident understands. */
export function explainText(line: ExplainLine, clock: Clock, now: Instant): string {
  if ('day' in line) return dayLine(line)
  switch (line.kind) {
    case 'started':
      return `${momentText(line.at, now)} 开始算`
    case 'elapsed':
      return `到这时用了 ${spanText(msOfDuration(line.elapsed ?? 'PT0S') ?? 0)}`
    case 'pause':
      return line.to
        ? `${momentText(line.at, now)} 到 ${momentText(line.to, now)} 不算时间`
        : `${momentText(line.at, now)} 起暂停`
    case 'due':
      return `${endText(line.at, now)} 到期${unitText(clock)}`
  }
}

function dayLine(line: Extract<ExplainLine, { day: string }>): string {
  const day = `${dayText(line.day)} ${weekdayText(line.day)}`
  const why = { weekday: '', 'make-up': '，调休上班', weekend: '，周末', holiday: `，${line.holidayName ?? '放假'}` }[
    line.dayKind
  ]
  const unsure = line.provisional ? '（放假安排还没公布，暂按这样算）' : ''
  const counted = line.n ? `第 ${line.n}\u00a0天` : '不算'
  switch (line.kind) {
    case 'opening':
      return `${day}${why}：当天开始，不算`
    case 'counted':
      return `${day}${why}：${counted}${unsure}`
    case 'not-counted':
      return `${day}${why}：不算${unsure}`
    case 'paused':
      return `${day}${why}：暂停，不算`
    case 'rolled':
      return line.n ? `${day}${why}：${counted}，赶上休息，往后顺延${unsure}` : `${day}${why}：休息，顺延${unsure}`
    case 'due':
      return `${day}${why}：${line.n ? `${counted}，` : ''}24:00 到期${unsure}`
  }
}

function unitText(clock: Clock): string {
  const { unit, count } = clock.limit
  switch (unit) {
    case 'same-day':
      return `：承诺 ${dayText(dayOf(clock.startedAt))}当天办`
    case 'until':
      if (clock.code === 'question.callback') return '：说好的时间'
      return '：下班后或休息日收到的，承诺第二天中午前'
    case 'minutes':
      return `：承诺 ${count}\u00a0分钟`
    case 'hours':
      return `：承诺 ${count}\u00a0小时`
    default:
      return ''
  }
}
