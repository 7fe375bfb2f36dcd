import type { Failure } from '@/domain/rehearsal-types'

/** Why a question of the past would not have been answered in time with this rota. */
const whys: Record<Failure, string> = {
  nobody: '没有人值班',
  language: '值班的人都不会她的语言',
  licence: '值班的人都不能办这类事',
  busy: '能办的人都在忙',
  silent: '问到的人没有接',
  late: '接了，但第一句话太晚',
}
const seats: Record<'empty' | 'language', string> = {
  empty: '（本苏木乡镇空岗）',
  language: '（本苏木乡镇值班的人不会她的语言）',
}
export const failureText = (why: Failure, seat?: 'empty' | 'language'): string =>
  `${whys[why]}${seat ? seats[seat] : ''}`
export const hourText = (hour: string): string => `${Number(hour)}\u00a0点`
