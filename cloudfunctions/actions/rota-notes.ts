import type { Parsed } from '@/contract/actions'
import type { HandOverView } from '@/contract/views'
import { isRefusal, refuse } from '@/domain/decider'
import { personShifts } from '@/domain/rota'
import { decideHandOver, decideHandOverSeen } from '@/domain/rota-edits'
import type { RotaGiven } from '@/domain/rota-types'
import { after, HOUR } from '@/domain/time'
import { changeRota } from '../rota-change'
import { seatNames } from '../rota-people'
import { handOverView } from '../rota-present'
import { type LoadedRota, rotaAt } from '../rota-records'
import { type NoteKept, notesId, readSheet, readSheets, sheetWrite } from '../rota-sheets'
import { type Context, type Result, requestOf } from './binding'
import { givenFor, idOf, nameAll } from './rota-context'

/** The note at a change of seat, and that whoever came has read it. */

const NOTES_KEPT = 20
// Whoever has just left may still write, whoever comes within the hour may already read.
const NEAR = HOUR

/** The seats in which somebody stands, stood an hour ago, or will stand in an hour. */
const seatsNear = (
  rota: LoadedRota,
  { id }: { id: string },
  { now, calendar }: RotaGiven,
  back: number,
  ahead: number,
) => [...new Set(personShifts(rota, id, after(now, -back), after(now, ahead), calendar).map(({ seat }) => seat))]

export async function handOver(context: Context, input: Parsed<'rota.handOver'>): Result<HandOverView> {
  const { world, now, actor } = context
  const id = idOf(context, 'note', input.requestId)
  const changed = await changeRota(world, context, {
    about: { from: now, to: now },
    request: requestOf(context, input),
    decide: async (rota, given) => {
      const here = seatsNear(rota, actor, given, 0, 1)
      const open = input.seat ? [input.seat] : here.length > 0 ? here : seatsNear(rota, actor, given, NEAR, 1)
      const [seat, ...more] = open
      if (seat === undefined) return refuse('rota.not-there', { person: actor.id })
      const name = await seatNames(world, rota)
      if (more.length > 0)
        return refuse('rota.which-seat', { seats: open.map((one) => ({ seat: one, name: name(one) })) })
      const note = decideHandOver(rota, { id, seat, note: input.note }, given)
      if (isRefusal(note)) return note
      const sheet = await readSheet<NoteKept>(world, notesId(seat))
      const unread = [...(rota.unread ?? []), { id, seat, by: actor.id, at: note.at }]
      const beside = [sheetWrite(world, sheet, [...sheet.items, note], NOTES_KEPT)]
      return { next: { ...rota, unread }, answer: `${seat} ${id}`, beside }
    },
  })
  if (!('answer' in changed)) return changed
  const [seat = '', written] = changed.answer.split(' ')
  const { items } = await readSheet<NoteKept>(world, notesId(seat))
  const note = items.find((one) => one.id === written)
  return note ? handOverView(note, await nameAll(context, changed.rota), false) : refuse('note.not-found')
}

const reads = (rota: LoadedRota, note: NoteKept, given: RotaGiven): boolean =>
  !note.seen && !isRefusal(decideHandOverSeen(rota, note, given))

/** Those that wait for the actor first, then the latest of the seats he stands in or wrote them for. */
export async function notesFor(context: Context): Promise<HandOverView[]> {
  const { world, now, actor } = context
  const [rota, given] = await Promise.all([rotaAt(world, now), givenFor(context)])
  const near = seatsNear(rota, actor, given, 12 * NEAR, NEAR)
  const sheets = await readSheets<NoteKept>(world, near.map(notesId))
  const names = await nameAll(context, rota)
  const notes = sheets
    .flatMap(({ items }) => items.slice(-SHOWN))
    .map((note) => handOverView(note, names, reads(rota, note, given)))
  return notes.sort((a, b) => Number(b.mine) - Number(a.mine) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
const SHOWN = 3

/** Without a note's name, all that wait for the actor. */
export async function handOverSeen(
  context: Context,
  input: Parsed<'rota.handOverSeen'>,
): Result<{ items: HandOverView[] }> {
  const { world, now, actor } = context
  const changed = await changeRota(world, context, {
    about: { from: now, to: now },
    decide: async (rota, given) => {
      const near = seatsNear(rota, actor, given, 0, NEAR)
      const sheets = await readSheets<NoteKept>(world, near.map(notesId))
      const all = sheets.flatMap(({ items }) => items)
      const named = all.find(({ id }) => id === input.handOver)
      if (input.handOver && !named) return refuse('note.not-found')
      const refused = named && decideHandOverSeen(rota, named, given)
      if (refused && isRefusal(refused)) return refused
      const read = new Map(
        (named ? [named] : all)
          .filter((note) => reads(rota, note, given))
          .flatMap((note) => {
            const seen = decideHandOverSeen(rota, note, given)
            return isRefusal(seen) ? [] : [[note.id, { ...note, ...seen }] as const]
          }),
      )
      if (read.size === 0) return { answer: '' }
      const beside = sheets
        .filter(({ items }) => items.some(({ id }) => read.has(id)))
        .map((sheet) =>
          sheetWrite(
            world,
            sheet,
            sheet.items.map((note) => read.get(note.id) ?? note),
            NOTES_KEPT,
          ),
        )
      const unread = (rota.unread ?? []).filter(({ id }) => !read.has(id))
      return { next: { ...rota, unread }, answer: [...read.keys()].join(' '), beside }
    },
  })
  return 'answer' in changed ? { items: await notesFor(context) } : changed
}
