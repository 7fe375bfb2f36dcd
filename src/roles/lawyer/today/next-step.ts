import type { MatterRow } from '@/contract/views'
import { questionStep } from '@/words/duty'
import { heldText, nextTexts, waitingText } from '@/words/lawyer'
import { isHeld } from '../held'

/** Which step ends which clock. */
const stepOfClock: Record<string, string> = {
  'aid.contact': 'aid.contacted',
  'aid.sign': 'aid.signed',
  'aid.progress': 'aid.report',
}
const inTurn = ['aid.conflictAnswer', 'aid.take', 'aid.contacted', 'aid.signed', 'aid.report']

/** What comes next on a matter: the step its most urgent clock waits for, else the first he may do. */
export function nextStep(row: MatterRow): string {
  const { can, clock, stageText, applicant, title } = row
  if (row.kind === 'visit') return [row.hint, applicant ?? title].filter(Boolean).join('，')
  if (row.kind === 'question') return questionStep(row.stage, title)
  const may = can.map(({ action }) => action)
  const urgent = stepOfClock[clock?.code ?? '']
  const next = urgent && may.includes(urgent) ? urgent : inTurn.find((action) => may.includes(action))
  const name = applicant ?? title
  if (next) return nextTexts[next]?.(name) ?? name
  return isHeld(row) ? heldText(name) : waitingText(stageText, name)
}

/** Matters that wait for his answer: not yet asked, or asked and not yet taken. */
export const isOffered = ({ can }: MatterRow): boolean =>
  can.some(({ action }) => action === 'aid.conflictAnswer' || action === 'aid.take')
