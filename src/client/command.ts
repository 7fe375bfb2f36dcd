import { useRef, useState } from 'react'
import { call, whatWentWrong } from '@/client/call'
import { newRequestId } from '@/client/request-id'
import type { ActionName, Input, Output } from '@/contract/actions'
import type { MatterView } from '@/contract/views'

export type MatterCommand =
  | Exclude<
      Extract<ActionName, `aid.${string}`>,
      | 'aid.submit'
      | 'aid.submitGroup'
      | 'aid.group'
      | 'aid.candidates'
      | 'aid.document'
      | 'aid.criminalNotice'
      | 'aid.batch'
      | 'aid.batchAssign'
    >
  | Exclude<Extract<ActionName, `question.${string}`>, 'question.ask' | 'question.messages' | 'question.card'>
  | Exclude<Extract<ActionName, `grievance.${string}`>, 'grievance.submit' | 'grievance.similar' | 'grievance.advice'>
  | 'matter.consentChecked'
  | 'matter.transcribe'
  | 'visit.confirm'
  | 'visit.reschedule'
  | 'visit.askMove'
  | 'visit.answerMove'
  | 'visit.cancel'
  | 'visit.setOut'
  | 'visit.arrive'
  | 'visit.suspend'
  | 'visit.resume'
  | 'visit.done'
  | 'visit.noShow'
  | 'visit.rate'
  | 'notice.issue'
  | 'notice.sign'
  | 'notice.receive'
  | 'notice.reply'
  | 'notice.cancel'
  | 'matter.note'
  | 'matter.reassign'
export type Command =
  | MatterCommand
  | Extract<ActionName, `rota.${string}`>
  | 'aid.batchAssign'
  | 'aid.submitGroup'
  | 'catalogue.save'
  | 'knowledge.save'
  | 'class.save'
  | 'class.change'
  | 'class.ask'
  | 'class.mark'
  | 'knowledge.remove'
  | 'figures.mediationDay'
  | 'notice.rung'
  | 'visit.savePlan'
  | 'visit.removePlan'
  | 'visit.open'
  | 'visit.close'
  | 'visit.unclose'
type Said<A extends Command> = Omit<Input<A>, 'requestId'>
export type Wrong = { fields: Record<string, string>; text?: string; offline?: boolean }

export type Ends = {
  onDone: (view: MatterView) => void
  /** The matter is no longer what the page showed: the page reads it again and says why. */
  onRefused: (message: string) => void
}

/** Refusals that are about what was typed: they stand beside the field, and the page stays. */
const refusedFields: Record<string, string> = {
  'aid.report-empty': 'text',
  'aid.why-missing': 'why',
  'grievance.dispatch grievance.accused-unit': 'main',
  'grievance.dispatch grievance.wrong-level': 'main',
  'grievance.dispatch grievance.brief-missing': 'brief',
  'grievance.ruleReturn grievance.accused-unit': 'main',
  'grievance.ruleReturn grievance.wrong-level': 'main',
  'grievance.suspend grievance.no-evidence': 'evidence',
  'grievance.callBack grievance.same-hour': 'note',
  'grievance.resolve grievance.photo-missing': 'photos',
  'grievance.resolve grievance.answers-missing': 'without',
  'grievance.resolve grievance.way-missing': 'text',
  'grievance.extend grievance.not-later': 'until',
  'grievance.sendDown grievance.accused-unit': 'unit',
  'visit.cancel visit.why-missing': 'why',
  'visit.done visit.note-missing': 'note',
  'visit.suspend visit.evidence-missing': 'evidence',
  'visit.suspend visit.until-wrong': 'until',
  'notice.issue paper.until-past': 'until',
  'notice.sign paper.until-past': 'until',
  'notice.sign paper.until-missing': 'until',
}

export type Refused = { refused: string; message: string; detail?: Record<string, unknown> }
type EndsWith<Value> = { onDone: (value: Value) => void; onRefused: (message: string, refusal: Refused) => void }

/** One command on one matter or on the rota. Until it is answered, the same content goes under the same request id: done once. */
export function useCommand<A extends Command>(action: A, { onDone, onRefused }: EndsWith<Output<A>>) {
  const [wrong, setWrong] = useState<Wrong>({ fields: {} })
  const attempt = useRef<{ content: string; requestId: string }>()

  async function send(said: Said<A>): Promise<boolean> {
    const content = JSON.stringify(said)
    if (attempt.current?.content !== content) attempt.current = { content, requestId: newRequestId() }
    const answer = await call(action, { ...said, requestId: attempt.current.requestId } as unknown as Input<A>)
    // Nobody knows whether it arrived: pressing again must be the same command.
    const unknown = 'offline' in answer || 'fault' in answer
    if (!unknown) attempt.current = undefined
    if (answer.ok) onDone(answer.value as Output<A>)
    const field = 'refused' in answer && (refusedFields[`${action} ${answer.refused}`] ?? refusedFields[answer.refused])
    if ('refused' in answer && !field) onRefused(answer.message, answer)
    const problems = 'invalid' in answer ? answer.invalid : field ? [{ field, message: answer.message }] : []
    const elsewhere = 'invalid' in answer && answer.invalid.some(({ field }) => !(field in said) || field === 'id')
    setWrong({
      fields: Object.fromEntries(problems.map(({ field, message }) => [field, message])),
      offline: 'offline' in answer,
      ...((unknown || elsewhere) && { text: whatWentWrong(answer) }),
    })
    return answer.ok
  }

  return { send, wrong }
}
