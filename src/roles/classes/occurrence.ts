import { matterIn } from '@/client/places'
import type { Day } from '@/domain/time'

/** A class is named in links and notices as `class:{series}:{day of its rhythm}`; without a day it is the next one. */
export const classId = (series: string, date?: Day): string => (date ? `class:${series}:${date}` : `class:${series}`)

export function classIn(params: Partial<Record<string, string>>): { id: string; date?: Day } {
  const [, id = '', date] = /^class:(.+?)(?::(\d{4}-\d\d-\d\d))?$/.exec(matterIn(params)) ?? []
  return { id, ...(date && { date }) }
}
