import { momentText } from './time'

type Detail = Record<string, unknown>

/** Where the rule knows who and when, the sentence says it; undefined where it knows less. */
const known: Record<string, (name: string, seat: string, when: string) => string> = {
  'rota.already-there': (name, seat, when) => `${name} ${when}已经在${seat}。`,
  'rota.not-there': (name, seat, when) => `${name} ${when || '那段时间'}不在${seat}，请刷新看看。`,
  'rota.on-leave': (name, _, when) => `${name} ${when}请假了，请另找人。`,
  'rota.two-seats': (name, seat, when) => `${name} ${when}已经在${seat}，不能同时值两个班。`,
}

export function rotaRefusal(code: string, detail: Detail = {}, now?: string): string | undefined {
  const { name, seatText = '', from, until } = detail
  const say = known[code]
  if (!say || typeof name !== 'string' || typeof seatText !== 'string') return undefined
  if (seatText === '' && code !== 'rota.on-leave') return undefined
  const when =
    typeof from === 'string' && typeof until === 'string'
      ? `${momentText(from, now ?? from)} 到 ${momentText(until, now ?? from)} `
      : ''
  return say(name, seatText, when)
}
