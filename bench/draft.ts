import { cpus } from 'node:os'
import { type DraftRequest, draftMonth } from '@/domain/rota-draft'
import { axisOf, slotsOf } from '@/domain/rota-draft-slots'
import { ledgerOf } from '@/domain/rota-fairness'
import { publishProblems } from '@/domain/rota-guard'
import type { Festival, Rota, RotaProblem } from '@/domain/rota-types'
import { addDays, after, dayOf, MINUTE } from '@/domain/time'
import { calendar, draftCounty, policy } from './draft-county'

/**
 * A month drafted for counties of several sizes: the time, what the guard finds wrong with it, and how even it is, beside
 * the rotation one writes by hand: each seat's people in turn. Exits 1 where 130 people leave a problem open.
 */
const MONTH = '2026-10'
const SIZES = (process.env.SIZES ?? '130,60,30,18').split(',').map(Number)
const ROUNDS = 3

/** Each seat's people in turn, whoever is on leave passed over, and nobody asks what they do elsewhere. */
function inTurn(request: DraftRequest): Festival[] {
  const axis = axisOf(request.month)
  const { slots, rosters } = slotsOf(request, axis)
  const next = new Map<string, number>()
  return rosters.map((roster) => ({
    ...roster,
    shifts: slots
      .filter(({ seat }) => seat === roster.seat)
      .flatMap((slot) => {
        const [from, to] = [axis.instant(slot.from), axis.instant(slot.to)]
        const away = (id: string) => request.absences?.some((a) => a.person === id && a.from < to && from < a.to)
        const people = (request.eligible[slot.seat] ?? []).filter((id) => !away(id))
        const n = next.get(slot.seat) ?? 0
        next.set(slot.seat, n + 1)
        const person = people[n % Math.max(1, people.length)]
        return person ? [{ person, from, to }] : []
      }),
  }))
}

function judged(request: DraftRequest, rosters: Festival[]) {
  const rota: Rota = { seats: [...request.seats], layers: [], festivals: [], overrides: [], rosters }
  const from = dayOf(rosters.map((roster) => roster.from).sort()[0] ?? '')
  const given = { calendar, policy }
  // The first morning belongs to the month before: the guard begins where the draft does.
  const problems = publishProblems(
    { ...rota, absences: [...(request.absences ?? [])] },
    request.people,
    from,
    addDays(`2026-11-01`, -1),
    given,
  )
  const starts = after(`${from}T00:00:00.000+08:00`, 8 * 60 * MINUTE)
  const left = problems.filter((problem) => problem.until > starts)
  const ids = [...new Set(Object.values(request.eligible).flat())]
  const duties = rosters.flatMap(({ shifts }) => shifts.map(({ person, from, to }) => ({ person, from, until: to })))
  const ledger = ledgerOf(duties, ids, given)
  const most = Math.max(...ledger.rows.map(({ weighted }) => weighted)) / 60
  return { problems: left, gini: ledger.gini, most, least: Math.min(...ledger.rows.map((row) => row.weighted)) / 60 }
}

const kinds = (problems: RotaProblem[]): string => {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, n]) => `${code} ${n}`).join(', ') || 'none'
}

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; best of ${ROUNDS}`)
for (const size of SIZES) {
  const request = draftCounty(MONTH, size, 1)
  // Without an old ledger the month itself must be even; with one it makes up for what was.
  const fresh = { ...request, ledger: {} }
  const [times, work]: [number[], number[]] = [[], []]
  let draft = draftMonth(fresh)
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now()
    const before = process.cpuUsage()
    draft = draftMonth(fresh)
    times.push(performance.now() - began)
    work.push(process.cpuUsage(before).user / 1000)
  }
  const ours = judged(fresh, draft.rosters)
  const naive = judged(fresh, inTurn(fresh))
  const shifts = draft.rosters.reduce((sum, roster) => sum + roster.shifts.length, 0)
  console.log(
    `${size} people, ${request.seats.length} seats, ${shifts} shifts: ${Math.min(...times).toFixed(0)} ms, of the processor ${Math.min(...work).toFixed(0)} ms`,
  )
  for (const [label, { problems, gini, most, least }] of [
    ['  drafted', ours],
    ['  in turn', naive],
  ] as const)
    console.log(
      `${label}: problems ${problems.length} (${kinds(problems)}), Gini ${gini.toFixed(3)}, weighted hours ${least.toFixed(0)} to ${most.toFixed(0)}`,
    )
  console.log(`  wishes ${draft.wishes.met} of ${draft.wishes.all}; left open by its own count ${draft.unmet.length}`)
  if (size === 130 && ours.problems.length > 0) process.exitCode = 1
}
