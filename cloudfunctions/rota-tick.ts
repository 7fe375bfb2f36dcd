import { handOverDue } from '@/domain/rota-edits'
import type { Rota } from '@/domain/rota-types'
import { addDays, after, DAY, dayOf, type Instant, startOf } from '@/domain/time'
import { personless } from './actor'
import { POLICY, ROTA, readPolicy, readRota } from './records'
import { changeRota } from './rota-change'
import { letter, sendLetters } from './rota-letters'
import { seatNames } from './rota-people'
import { type LoadedRota, loadRota, type StandingRecord } from './rota-records'
import { type NoteKept, notesId, readSheets, sheetWrite } from './rota-sheets'
import type { World } from './world'

/** What time does to the rota: a note that nobody acknowledged is told to a leader once, and letters go out. */

const NOTES_KEPT = 20
// A seat to which nobody else comes in a week has nobody whom its note could wait for.
const FORGOTTEN_DAYS = 8

/** One read where nothing waits. Done twice, it tells nobody twice. */
export async function rotaTick(world: World): Promise<{ touched: number; more: boolean }> {
  const standing: StandingRecord = readRota(await world.store.get('rota', ROTA))
  const { outbox = [], unread = [] } = standing
  const sent = outbox.length > 0 ? await sendLetters(world) : 0
  const told = unread.length > 0 && (await nextDue(world, standing)) <= world.clock.now() ? await tellLeaders(world) : 0
  return { touched: sent + told, more: false }
}

/** When the tick next has something to do; undefined where nothing waits. */
export async function nextRotaWake(world: World): Promise<Instant | undefined> {
  const standing: StandingRecord = readRota(await world.store.get('rota', ROTA))
  if ((standing.outbox ?? []).length > 0) return world.clock.now()
  return (standing.unread ?? []).length > 0 ? nextDue(world, standing) : undefined
}

type Unread = NonNullable<StandingRecord['unread']>[number]

const spanOf = (unread: Unread[], now: Instant) => {
  const first = unread.map(({ at }) => at).sort()[0] ?? now
  return { from: startOf(addDays(dayOf(first), -1)), to: startOf(addDays(dayOf(now), FORGOTTEN_DAYS)) }
}

async function nextDue(world: World, { unread = [] }: StandingRecord): Promise<Instant> {
  const { from, to } = spanOf(unread, world.clock.now())
  const [rota, policy] = await Promise.all([loadRota(world, from, to), policyOf(world)])
  return unread.map((note) => dueAt(world, rota, note, policy)).sort()[0] ?? to
}

const policyOf = async (world: World) => readPolicy(world, await world.store.get('policy', POLICY))
type PolicyOf = Awaited<ReturnType<typeof policyOf>>

function dueAt(world: World, rota: Rota, note: Unread, policy: PolicyOf): Instant {
  const { id, seat, at, by } = note
  const due = handOverDue(rota, { id, seat, at, by: { id: by, name: by }, note: '' }, { ...world, policy })
  return due?.dueAt ?? after(at, FORGOTTEN_DAYS * DAY)
}

async function tellLeaders(world: World): Promise<number> {
  const now = world.clock.now()
  const standing: StandingRecord = readRota(await world.store.get('rota', ROTA))
  const about = spanOf(standing.unread ?? [], now)
  const changed = await changeRota(
    world,
    { actor: personless },
    {
      about,
      decide: async (rota, { policy, now }) => {
        const late = (rota.unread ?? []).filter((note) => dueAt(world, rota, note, policy) <= now)
        if (late.length === 0) return { answer: '0' }
        const ids = new Set(late.map(({ id }) => id))
        const sheets = await readSheets<NoteKept>(world, [...new Set(late.map(({ seat }) => notesId(seat)))])
        const name = await seatNames(world, rota)
        const notes = sheets.flatMap(({ items }) => items).filter(({ id, seen }) => ids.has(id) && !seen)
        const minutes = String(policy['rota.handOverMinutes'])
        const letters = notes
          .filter((note) => handOverDue(rota, note, { ...world, policy }))
          .flatMap((note) => {
            const params = { seat: name(note.seat), by: note.by.name, minutes }
            const said = { edit: note.id, at: now, template: 'rota.note-unread', params }
            return letter(said, [leaderOf(rota, note.seat)], personless)
          })
        const marked = (items: NoteKept[]) => items.map((note) => (ids.has(note.id) ? { ...note, toldAt: now } : note))
        const beside = sheets.map((sheet) => sheetWrite(world, sheet, marked(sheet.items), NOTES_KEPT))
        const unread = (rota.unread ?? []).filter(({ id }) => !ids.has(id))
        return { next: { ...rota, unread }, answer: String(letters.length), letters, beside }
      },
    },
  )
  return 'answer' in changed ? Number(changed.answer) : 0
}

/** The seat's own head, else the centre's, else the first of the leaders. */
function leaderOf({ seats, leaders }: LoadedRota, seat: string): string | undefined {
  const own = seats.find(({ id }) => id === seat)?.head
  return own ?? seats.find(({ kind }) => kind === 'centre')?.head ?? leaders[0]
}
