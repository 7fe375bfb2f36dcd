import type { MatterView } from '@/contract/views'

/** 举报: a unit is told the brief and nothing of whoever said it. */
export const isSecret = ({ detail: { type, topic, against } }: MatterView): boolean =>
  type === 'report' || topic === 'village-cadre' || against !== undefined
