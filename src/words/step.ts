import type { ActionName } from '@/contract/actions'
import type { MatterView } from '@/contract/views'

/** The words of one step on a matter: what its sheet asks for, and what is said about it. */

type Choice = { value: string; text: string; more?: string }
/** One thing that a step asks for. `missing` is what is said where it may not be left out. */
export type Asks = { name: string; label: string; hint?: string } & (
  | { as: 'text'; max?: number; missing?: string }
  | { as: 'choice'; choices: readonly Choice[]; missing: string }
  | { as: 'day'; missing?: string; earliest?: string; latest?: string }
  /** `when`: what makes papers necessary, told from what else was chosen. */
  | { as: 'papers'; missing?: string; when?: (filled: Record<string, unknown>) => boolean }
)
export type Step = {
  action: Extract<ActionName, `aid.${string}`>
  /** On the button that opens the sheet. */
  open: string
  title: string
  intro?: string
  asks: readonly Asks[]
  /** On the button that does it, and what is told when it is done. */
  send: string
  told: string | ((after: MatterView) => string)
  kind?: 'main' | 'danger'
  /** What goes along unasked. */
  with?: object
  /** What is sent of what was filled in, where it isn't sent as it is. */
  made?: (filled: Record<string, string>) => object
}
