import type { AnswerWhy, Seat } from '@/domain/rota'

const seats: Record<string, string> = {
  town: '苏木乡镇值班律师',
  centre: '法律援助中心值班',
  command: '指挥中心值班',
  hotline: '热线值班',
  night: '夜间值班',
}
export const seatText = ({ kind }: Pick<Seat, 'kind'>): string => seats[kind] ?? '值班'

/** What people call the seat: its own name, else its town or its language and its kind. */
export function seatName(
  { kind, name, languages = [] }: Pick<Seat, 'kind' | 'name' | 'languages'>,
  town?: string,
): string {
  if (name) return name
  if (kind === 'town' && town) return `${town}值班律师`
  return `${languages.includes('mn') ? '蒙古语' : ''}${seatText({ kind })}`
}

/** Why this person stands there: the turn, the festival roster, or a change somebody made and why. */
export function whyText(why: AnswerWhy): string {
  switch (why.code) {
    case 'layer':
      return why.provisional ? '轮值（放假安排还没公布，暂定）' : '轮值'
    case 'festival':
      return '节日排班'
    case 'roster':
      return '排班'
    case 'swap':
      return '换班'
    case 'gap':
      return '空岗'
    case 'closed':
      return '不在这个班位的值班时间，由中心接'
    case 'override':
      return why.text ? `临时调班：${why.text}` : '临时调班'
  }
}
