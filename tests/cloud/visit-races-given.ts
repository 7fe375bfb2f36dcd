import { expect } from 'vitest'
import { standingIn, type Taken } from '@/domain/day-book'
import { visitEntries } from '@/domain/visit-entries'
import type { Visit } from '@/domain/visit-types'
import { takenIn } from '../../cloudfunctions/days'
import type { Answer } from '../../cloudfunctions/handle'
import { openMatter } from '../../cloudfunctions/matter-document'
import type { Doc } from '../../cloudfunctions/ports'
import type { World } from '../../cloudfunctions/world'
import { county, no, value } from '../given-world'
import { crowd, plan, village } from './visit-given'

/** Many who want one hour at one moment, whatever the store under them. */

export type Racing = {
  world: World
  as: (person: string) => (action: string, input?: object) => Promise<Answer>
  /** From here on everybody gets in each other's way. */
  begin: () => Promise<void> | void
  docs: (collection: 'matters' | 'days') => Promise<Pick<Doc, 'id' | 'version' | 'keys' | 'body'>[]>
}

/** `li` by telephone in the morning of 9 October, and `he` in the afternoon, where there is room for everybody. */
export const racers = (n: number, capacity: number) => ({
  ...county(),
  people: [...county().people, ...crowd(n)],
  plans: [plan('li', 'phone', { capacity }), plan('he', 'phone', { from: '14:00', to: '17:00', capacity: 100 })],
})
export const wanted = 'phone.20261009T0900.30.li'
export const following = ['phone.20261009T0930.30.li', 'phone.20261009T1000.30.li', 'phone.20261009T1030.30.li']
/** Where the crowd has its hours before: a hundred in each. */
export const roomy = (n: number): string => {
  const minutes = 14 * 60 + 30 * Math.floor(n / 100)
  return `phone.20261009T${Math.floor(minutes / 60)}${String(minutes % 60).padStart(2, '0')}.30.he`
}

export const everybody = <T>(n: number, act: (who: string, n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, each) => act(`r${each}`, each)))

export const ask = (w: Racing, who: string, action: string, input: object) => w.as(who)(action, input)
export const booking = (who: string, more: object = {}) => ({
  requestId: `book-of-${who}-as-ever`,
  slot: wanted,
  village,
  ...more,
})
export const holding = (who: string) => ({ requestId: `hold-of-${who}-as-ever`, slot: wanted, village })

/** Of all the answers: exactly so many won, and each of the others is told that it is taken, with the next three. */
export function judged(answers: Answer[], capacity: number): { won: number[]; lost: number[] } {
  const won = answers.flatMap(({ reply }, n) => (reply.ok ? [n] : []))
  const lost = answers.flatMap(({ reply }, n) => (reply.ok ? [] : [n]))
  for (const n of lost) {
    const { status, refused, detail } = no(answers[n] as Answer) as {
      status: number
      refused: string
      detail: { next: { slot: string }[] }
    }
    expect([status, refused]).toEqual([409, 'visit.slot-taken'])
    expect(detail.next.map(({ slot }) => slot)).toEqual(following)
  }
  expect(won).toHaveLength(Math.min(capacity, answers.length))
  return { won, lost }
}

/** Whoever won and sends the same again is answered with the same booking, and nothing is doubled. */
export async function repeats(
  w: Racing,
  answers: Answer[],
  won: number[],
  input: (who: string) => object,
  action: string,
) {
  for (const n of won) {
    const again = await ask(w, `r${n}`, action, input(`r${n}`))
    expect(value(again).id).toBe(value(answers[n] as Answer).id)
  }
}

const told = ({ matter, slot, start, end, until }: Taken) => `${matter} ${slot} ${start} ${end} ${until ?? ''}`

/** Every book holds exactly what the matters say, no slot more than its capacity, and nothing that overlaps. */
export async function settled(w: Racing, capacity: (slot: string) => number): Promise<string[]> {
  const now = w.world.clock.now()
  const matters = (await w.docs('matters')).map((doc) => openMatter(doc, w.world.seal))
  const visits = matters.flatMap(({ id, state }) => (state.kind === 'visit' ? [{ id, state: state as Visit }] : []))
  const said = visits.flatMap(({ id, state }) =>
    visitEntries(id, state)
      .filter(({ taken: { until } }) => until === undefined || until > now)
      .map(({ person, taken }) => `${person} ${told(taken)}`),
  )
  const books = (await w.docs('days')).map((doc) => ({
    person: String(doc.keys.person),
    day: String(doc.keys.day),
    taken: takenIn(doc),
  }))
  const written = books.flatMap((book) => standingIn(book, now).map((one) => `${book.person} ${told(one)}`))
  expect(written.sort()).toEqual(said.sort())
  expect(new Set(written).size).toBe(written.length)
  for (const book of books) {
    const standing = standingIn(book, now)
    for (const { slot } of standing)
      expect(standing.filter((one) => one.slot === slot).length).toBeLessThanOrEqual(capacity(slot))
    const slots = [...new Map(standing.map((one) => [one.slot, one])).values()]
    slots.sort((a, b) => (a.start < b.start ? -1 : 1))
    for (const [n, one] of slots.entries()) expect(one.end <= (slots[n + 1]?.start ?? one.end)).toBe(true)
  }
  return visits.flatMap(({ id, state }) => (state.open && state.hour?.slot === wanted ? [id] : []))
}
export const room = (capacity: number) => (slot: string) => (slot.endsWith('.he') ? 100 : capacity)

/** The four races. Each ends with every book equal to what the matters say. */
export const races: Record<string, (w: Racing, n: number, capacity: number) => Promise<void>> = {
  'book it': async (w, n, capacity) => {
    await w.begin()
    const answers = await everybody(n, (who) => ask(w, who, 'visit.book', booking(who)))
    const { won } = judged(answers, capacity)
    await repeats(w, answers, won, booking, 'visit.book')
    expect(await settled(w, room(capacity))).toHaveLength(Math.min(capacity, n))
  },
  'hold it, and whoever holds it books it': async (w, n, capacity) => {
    await w.begin()
    const answers = await everybody(n, (who) => ask(w, who, 'visit.hold', holding(who)))
    const { won } = judged(answers, capacity)
    await repeats(w, answers, won, holding, 'visit.hold')
    // Everybody fills in the form, whoever lost too.
    const booked = await everybody(n, (who) => ask(w, who, 'visit.book', booking(who)))
    expect(judged(booked, capacity).won).toEqual(won)
    for (const one of won) expect(value(booked[one] as Answer).id).toBe(value(answers[one] as Answer).id)
    await repeats(w, booked, won, booking, 'visit.book')
    for (const one of won) value(await ask(w, `r${one}`, 'visit.confirm', { id: value(booked[one] as Answer).id }))
    expect(await settled(w, room(capacity))).toHaveLength(Math.min(capacity, n))
  },
  'move to it': async (w, n, capacity) => {
    const own: string[] = []
    for (let each = 0; each < n; each += 1) {
      const who = `r${each}`
      own.push(value(await ask(w, who, 'visit.book', { ...booking(who), slot: roomy(each) })).id)
    }
    await w.begin()
    const move = (who: string) => ({ requestId: `move-of-${who}-as-ever`, id: own[Number(who.slice(1))], slot: wanted })
    const answers = await everybody(n, (who) => ask(w, who, 'visit.reschedule', move(who)))
    const { won, lost } = judged(answers, capacity)
    await repeats(w, answers, won, move, 'visit.reschedule')
    expect(await settled(w, room(capacity))).toHaveLength(Math.min(capacity, n))
    // Whoever lost has the hour she had.
    for (const one of lost.slice(0, 8)) {
      const { detail } = value(await ask(w, `r${one}`, 'matter.get', { id: own[one] }))
      expect(detail.slot).toBe(roomy(one))
    }
  },
  'have it, give it up and book again': async (w, n, capacity) => {
    await w.begin()
    const first = await everybody(n, (who) => ask(w, who, 'visit.book', booking(who)))
    const { won } = judged(first, capacity)
    const again = (who: string) => booking(who, { requestId: `again-of-${who}-as-ever` })
    const second = await everybody(n, async (who, each) => {
      if (won.includes(each)) value(await ask(w, who, 'visit.cancel', { id: value(first[each] as Answer).id }))
      return ask(w, who, 'visit.book', again(who))
    })
    // Some come before it was given up, and are told that it is taken; never do more than may have it.
    const had = await settled(w, room(capacity))
    expect(had).toHaveLength(second.filter(({ reply }) => reply.ok).length)
    expect(had.length).toBeLessThanOrEqual(capacity)
    // Whoever has none asks once more.
    const third = await everybody(n, async (who, each) =>
      second[each]?.reply.ok ? undefined : ask(w, who, 'visit.book', { ...again(who), requestId: `third-of-${who}` }),
    )
    const now = await settled(w, room(capacity))
    expect(now).toHaveLength(Math.min(capacity, n))
    expect(third.filter((answer) => answer?.reply.ok)).toHaveLength(now.length - had.length)
  },
}
