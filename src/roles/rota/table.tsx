import { useMode } from '@/client/session'
import type { Day } from '@/domain/time'
import { useWide } from '@/pages/wide'
import { Grid, type TableProps } from './grid'
import { OneDay } from './one-day'

type Props = TableProps & { days: readonly Day[]; day: Day; onDay: (day: Day) => void }

/** All days side by side where there is room for them, else one after the other; large letters need the room too. */
export function Table({ day, onDay, ...table }: Props) {
  const wide = useWide()
  const mode = useMode()
  return wide && !mode.startsWith('elder') ? <Grid {...table} /> : <OneDay day={day} onDay={onDay} {...table} />
}
