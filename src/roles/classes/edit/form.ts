import type { Input } from '@/contract/actions'
import type { ClassView } from '@/contract/class-views'
import type { MonthWeek } from '@/domain/classes'
import type { Day } from '@/domain/time'
import { classDeskWords as words } from '@/words/classes-desk'

/** What is typed, as it is typed. */
export type Form = {
  kind: ClassView['kind']
  title: string
  about: string
  host: string
  audience: string
  place: string
  link: string
  channels: string
  every: ClassView['rhythm']['every']
  week: MonthWeek
  first: Day | ''
  last: Day | ''
  start: string
  minutes: string
  festival: ClassView['festival']
}

export const blank: Form = {
  ...{ kind: 'live', title: '', about: '', host: '', audience: '', place: '', link: '', channels: '' },
  ...{ every: 'week', week: 'first', first: '', last: '', start: '19:30', minutes: '60', festival: 'skip' },
}

export const formOf = ({ rhythm, where, minutes, ...view }: ClassView): Form => ({
  ...blank,
  kind: view.kind,
  title: view.title,
  host: view.host,
  about: view.about ?? '',
  audience: view.audience ?? '',
  place: where.place ?? '',
  link: where.link ?? '',
  channels: where.channels ?? '',
  every: rhythm.every,
  week: rhythm.every === 'month' ? rhythm.week : blank.week,
  first: view.first,
  last: view.last ?? '',
  start: view.start,
  minutes: String(minutes),
  festival: view.festival,
})

/** What is missing before it can be asked about or sent, by field. */
export const missingIn = (form: Form): Partial<Record<keyof Form, string>> => ({
  ...(!form.title.trim() && { title: words.missing.title }),
  ...(!form.host.trim() && { host: words.missing.host }),
  ...(planMissing(form) ?? {}),
  ...(!form.place.trim() && !form.link.trim() && !form.channels.trim() && { place: words.whereMissing }),
})

const planMissing = ({ first, minutes }: Form) => {
  const wrong = !/^\d{1,3}$/.test(minutes) || Number(minutes) < 5 || Number(minutes) > 480
  const missing = { ...(!first && { first: words.missing.first }), ...(wrong && { minutes: words.missing.minutes }) }
  return Object.keys(missing).length > 0 ? missing : undefined
}

/** The rhythm as it is sent; undefined while something of it is missing. */
export function planOf(form: Form): Input<'class.dates'> | undefined {
  const { every, week, first, last, start, minutes, festival } = form
  if (planMissing(form)) return undefined
  return {
    rhythm: every === 'month' ? { every, week } : { every },
    first,
    ...(last && { last }),
    start,
    minutes: Number(minutes),
    festival,
  }
}

export const saidOf = (form: Form, plan: Input<'class.dates'>): Omit<Input<'class.save'>, 'requestId'> => {
  const [about, audience, place, link, channels] = [
    form.about,
    form.audience,
    form.place,
    form.link,
    form.channels,
  ].map((text) => text.trim())
  return {
    ...plan,
    kind: form.kind,
    title: form.title.trim(),
    host: form.host.trim(),
    ...(about && { about }),
    ...(audience && { audience }),
    where: { ...(place && { place }), ...(link && { link }), ...(channels && { channels }) },
  }
}
