import type { ActionName } from '@/contract/actions'
import type { Binding } from './binding'
import { draft, draftChange, draftGet, rehearse } from './rota-drafting'
import { handOver, handOverSeen } from './rota-notes'
import { cancelOverride, override, preview, takeOver } from './rota-overrides'
import { away, calendarLink, leave, mine, swapAnswer, swapAsk, wish } from './rota-own'
import { publications, publish } from './rota-publish'
import { board, fairnessOf, shifts, whoIsOnAt } from './rota-read'
import { removeLayer, saveFestival, saveLayer, saveSeat, seats } from './rota-seats'

export const rotaActions: { [A in Extract<ActionName, `rota.${string}`>]: Binding<A> } = {
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
