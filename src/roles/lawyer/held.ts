import type { MatterView } from '@/contract/views'

/** His, and nothing to do: a party was added, the machine found a conflict, and somebody of the centre looks at it. */
export const isHeld = ({ stage, can }: Pick<MatterView, 'stage' | 'can'>): boolean =>
  (stage === 'assigned' || stage === 'in-hand') && can.length === 0
