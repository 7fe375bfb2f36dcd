import * as v from 'valibot'
import { type Day, daysBetween } from '@/domain/time'
import { query } from './define'
import { day, ref } from './fields'
import type { Coverage, EightMinutes, Plate } from './views'

/** Honest figures, and who reaches whom. */
const days = { from: day, to: day, unit: v.optional(ref) }
const LONGEST = 190
const ordered = ({ from, to }: { from: Day; to: Day }) => [
  ...(to < from ? [{ field: 'to', code: 'ends-before-it-starts' }] : []),
  ...(daysBetween(from, to) > LONGEST ? [{ field: 'to', code: 'too-far' }] : []),
]

export const figureActions = {
  'figures.eight': {
    ...query<EightMinutes>()('The eight minutes as four numbers: answered, routed, call-backs kept, this helped', days),
    also: ordered,
  },
  'figures.coverage': {
    ...query<Coverage>()('Which villages asked how much, how much of it was in time, and at which hours', days),
    also: ordered,
  },
  'circle.plate': query<Plate>()("What stands on a village's door plate", { village: ref }),
} as const
