import type { ActionName } from '@/contract/actions'
import { refuse } from '@/domain/decider'
import { daysBetween } from '@/domain/time'
import type { Binding, Context } from './binding'
import { draft, draftChange, draftGet, rehearse } from './rota-drafting'
import { handOver, handOverSeen } from './rota-notes'
import { cancelOverride, override, preview, takeOver } from './rota-overrides'
import { away, calendarLink, leave, leaveBack, mine, swapAnswer, swapAsk, wish } from './rota-own'
import { publications, publish } from './rota-publish'
import { board, fairnessOf, shifts, whoIsOnAt } from './rota-read'
import { removeLayer, saveFestival, saveLayer, saveSeat, seats } from './rota-seats'

const table: { [A in Extract<ActionName, `rota.${string}`>]: Binding<A> } = {
  'rota.whoIsOn': whoIsOnAt,
  'rota.seats': seats,
  'rota.shifts': shifts,
  'rota.board': board,
  'rota.saveSeat': saveSeat,
  'rota.saveLayer': saveLayer,
  'rota.removeLayer': removeLayer,
  'rota.saveFestival': saveFestival,
  'rota.override': override,
  'rota.cancelOverride': cancelOverride,
  'rota.preview': preview,
  'rota.leave': leave,
  'rota.leaveBack': leaveBack,
  'rota.away': away,
  'rota.swapAsk': swapAsk,
  'rota.swapAnswer': swapAnswer,
  'rota.mine': mine,
  'rota.takeOver': takeOver,
  'rota.handOver': handOver,
  'rota.handOverSeen': handOverSeen,
  'rota.publish': publish,
  'rota.publications': publications,
  'rota.fairness': fairnessOf,
  'rota.draft': draft,
  'rota.draftGet': draftGet,
  'rota.draftChange': draftChange,
  'rota.wish': wish,
  'rota.rehearse': rehearse,
  'rota.calendarLink': calendarLink,
}

// Whoever asks of the year 9999 would have a rota worked out for eight thousand years.
const YEARS = ['2000', '2200'] as const
const MOST_DAYS = 400
const moments = ['from', 'to', 'until', 'at', 'day', 'anchor'] as const
const isMoment = (value: unknown): value is string => typeof value === 'string' && value.length >= 10

/** Times that no rota has are refused before anything is read. */
const sane =
  <Input>(run: (context: Context, input: Input) => unknown) =>
  async (context: Context, input: Input) => {
    const given = input as Record<string, unknown>
    const back = (given.return ?? {}) as Record<string, unknown>
    const named = [...moments.map((field) => [field, given[field]]), ...moments.map((f) => [`return.${f}`, back[f]])]
    const wild = named.filter(([, at]) => isMoment(at) && (at < YEARS[0] || at >= YEARS[1]))
    if (wild.length > 0) return { invalid: wild.map(([field]) => ({ field: String(field), code: 'too-far' })) }
    const { from, to = given.until } = given
    const ends = [from ?? context.now, to, back.to].filter(isMoment).sort()
    const [first, last] = [ends[0], ends.at(-1)]
    if (first && last && daysBetween(first.slice(0, 10), last.slice(0, 10)) > MOST_DAYS)
      return refuse('rota.too-long', { days: MOST_DAYS })
    return run(context, input)
  }

export const rotaActions = Object.fromEntries(
  Object.entries(table).map(([action, run]) => [action, sane(run as (context: Context, input: unknown) => unknown)]),
) as unknown as typeof table
