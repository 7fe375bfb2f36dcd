import type { Circumstances } from '@/domain/decider'
import type { Care } from '@/domain/grievance-types'
import { rotaWindow } from '@/domain/rota'
import { answerShifts } from '@/domain/rota-answering'
import { after, DAY } from '@/domain/time'
import { findPerson, peopleIn, refOf } from './circumstances'
import type { PersonRecord, RotaRecord } from './records'
import type { World } from './world'

/**
 * Who answers at the command seat now, and until when: who stands there, in a gap whoever answers for it. Whoever may
 * not (her own report, one against her own unit) has another of the command answer for it. Undefined only where there
 * is no leader either.
 */
export async function commandAt(
  world: World,
  { now, rota }: Pick<Circumstances, 'now'> & { rota: RotaRecord },
  mayNot: (person: PersonRecord) => boolean = () => false,
): Promise<Care | undefined> {
  const seat = rota.seats.find(({ kind }) => kind === 'command')?.id ?? 'command-duty'
  // A day of it: the rest of the month isn't worked out for one shift.
  const to = after(now, DAY)
  const asked = { rota, seat, calendar: world.calendar, leaders: rota.leaders }
  const shift = answerShifts(asked, now, to, rotaWindow(rota, now, to, world.calendar)).find(
    ({ start, end }) => start <= now && now < end,
  )
  if (!shift) return undefined
  const stands = await findPerson(world, shift.person)
  const named = stands && mayNot(stands) ? ((await another(world, mayNot)) ?? stands) : stands
  return named && { on: { ...refOf(named), seat, gap: shift.gap }, until: shift.end }
}

const another = async (world: World, mayNot: (person: PersonRecord) => boolean) => {
  const people = [...(await peopleIn(world, 'command')), ...(await peopleIn(world, 'supervisor'))]
  return people.find((person) => !mayNot(person))
}
