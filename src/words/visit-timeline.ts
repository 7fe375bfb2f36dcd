import { startText, wayText } from './visit'

type Event = { type: string } & Record<string, unknown>
type Hour = { start: string; person?: { name?: string } } | undefined
const name = (value: unknown): string => (value as { name?: string } | undefined)?.name ?? ''
/** 「10 月 9 日（周五）9:00，李律师」 */
function hour(value: unknown): string {
  const { start, person } = (value as Hour) ?? { start: '' }
  return start ? `${startText(start)}，${name(person)}` : ''
}
const hers = ({ side }: Event): boolean => side === 'person'
const next: Record<string, string> = { aid: '法律援助', question: '问律师', grievance: '反映问题' }
const stars = ['', '很不满意', '不满意', '一般', '满意', '很满意']

/** The history of a visit in words. */
export const visitLines: Record<string, (event: Event) => string> = {
  VisitHeld: (e) => `先留着 ${hour(e.hour)}`,
  HoldEnded: () => '留的时间过了，没有约',
  VisitBooked: (e) =>
    e.hour ? `约好 ${hour(e.hour)}，${wayText(String(e.way))}` : `要人上门，由 ${name(e.responsible)} 定时间`,
  VisitConfirmed: (e) => (hers(e) ? '本人说会到' : `${name(e.by)} 说会到`),
  VisitMoved: (e) =>
    e.from ? `${hers(e) ? '本人' : name(e.by)} 改到 ${hour(e.hour)}` : `${name(e.by)} 定好 ${hour(e.hour)}`,
  MoveAsked: (e) => `${name(e.by)} 问：能不能换到 ${hour(e.hour)}，把时间让给来不了的人`,
  MoveAnswered: (e) => (e.yes ? `同意换到 ${hour(e.hour)}` : '不换，时间照旧'),
  MoveLapsed: () => '没有回答换不换，时间照旧',
  RoomTaken: (e) => `有人让出了时间：${hour(e.hour)}`,
  VisitCancelled: (e) => (hers(e) ? '本人取消了' : `${name(e.by)} 取消了`),
  VisitReminded: (e) => (e.nth === 2 ? '快到时间，又提醒了一次' : '提醒了一次'),
  VisitUnmarked: (e) => `时间过了还没有记结果，问了 ${name(e.to)}`,
  SetOutNow: (e) => `${name(e.by)} 出发了`,
  VisitorArrived: (e) => (e.checked ? `${name(e.by)} 见到本人，核对了码` : `${name(e.by)} 说见到了本人，没有核对码`),
  VisitSuspended: (e) => `天气不好，路走不了，停到 ${startText(String(e.until))}`,
  VisitResumed: (e) => (e.by ? `${name(e.by)} 说路能走了，接着计时` : '停的时间到了，接着计时'),
  VisitDone: (e) => `${name(e.by)} 记下了结果${e.next ? `，接着办${next[String(e.next)] ?? ''}` : ''}`,
  VisitMissed: (e) =>
    e.who === 'staff' ? `说好的时间我们没有到，由 ${name(e.responsible)} 负责` : `${name(e.by)} 记下：本人没有到`,
  VisitRated: (e) => `本人评价：${stars[Number(e.stars)] ?? ''}`,
}
/** What only the machine needs. */
export const visitSilent: readonly string[] = ['ReminderLost']
