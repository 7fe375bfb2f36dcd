import type { MatterView } from '@/contract/views'
import { type MatterCommand, useCommand } from './command'
import { dropDrafts, useDraft } from './written'

export type StepProps = {
  view: MatterView
  onDone: (after: MatterView, text: string) => void
  onRefused: (message: string) => void
}
export type SheetProps = StepProps & { open: boolean; onClose: () => void }

type Step<T> = StepProps & {
  onClose?: () => void
  empty: T
  told: string | ((after: MatterView) => string)
  /** Where one action has several drafts. */
  part?: string
}

/** One step from a sheet: what was written stays until it got through; then the page is told and the sheet closes. */
export function useStep<A extends MatterCommand, T extends object>(action: A, step: Step<T>) {
  const { view, empty, told, part, onClose, onDone, onRefused } = step
  const { draft, write, latest, drop } = useDraft(view.id, part ? `${action}#${part}` : action, empty)
  const { send, wrong } = useCommand(action, {
    onDone: (after) => {
      // After a step that moves it, what was written for the others no longer has a place.
      if (after.stage === view.stage) drop()
      else dropDrafts(view.id)
      onClose?.()
      onDone(after, typeof told === 'string' ? told : told(after))
    },
    onRefused: (message) => {
      onClose?.()
      onRefused(message)
    },
  })
  return { draft, write, latest, send, wrong }
}

export const may = ({ can }: Pick<MatterView, 'can'>, action: string): boolean =>
  can.some((each) => each.action === action)
