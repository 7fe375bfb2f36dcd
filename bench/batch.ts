import { cpus, loadavg } from 'node:os'
import munkres from 'munkres'
import licences from '@/data/licences.json'
import defaults from '@/data/policy.json'
import { batchAssign, type Waiting } from '@/domain/batch-assign'
import { cheapestFlow, costWithLeft, type Instance, lowerBound } from '@/domain/batch-flow'
import { type LawyerCard, subjects } from '@/domain/lawyer-card'
import { type LicenceRules, matchLawyers } from '@/domain/matching'
import { type Policy, policyFrom } from '@/domain/policy'
import { instantOf } from '@/domain/time'
import { seeded } from './seeded'

/**
 * All that waits assigned at once, beside `munkres` on lawyers repeated by capacity: first the answers, which must cost
 * the same and be proven by prices, then rounds of both in turn, and the median of the rounds' ratios. Exits 1 where an
 * answer differs or isn't proven, where 1,000 × 130 takes more than a third of munkres' time, or 100 × 130 over 50 ms.
 */
const LAWYERS = 130
const ROUNDS = 7
const AIM = 1 / 3
const AIM_MS = 50
const NOW = '2026-10-13T09:00:00.000+08:00'
const facts = { rules: licences.values as LicenceRules, policy: policyFrom(defaults.values as Policy), now: NOW }

/** A county's batch: nine towns, of which two bring half of what waits; each lawyer with room for `room`. */
function county(matters: number, room: number, seed: number): { waiting: Waiting[]; cards: LawyerCard[] } {
  const random = seeded(seed)
  const among = (n: number) => Math.floor(random() * n)
  const cards = Array.from({ length: LAWYERS }, (_, n): LawyerCard => {
    const held = among(6)
    return {
      person: `p${n}`,
      name: '',
      org: `firm:${n % 12}`,
      orgName: '',
      languages: random() < 0.4 ? ['zh', 'mn'] : ['zh'],
      licence: random() < 0.8 ? 'practising' : 'grassroots',
      since: '2015-01-01',
      subjects: subjects.filter(() => random() < 0.4),
      capacity: held + room,
      towns: [`t${among(9)}`],
      advises: [],
      inService: true,
      matters: Array.from({ length: held }, (_, m) => `aid:${n}-${m}`),
      lastOfferAt: `2026-10-${String(1 + among(12)).padStart(2, '0')}T08:00:00.000+08:00`,
    }
  })
  const waiting = Array.from({ length: matters }, (_, n): Waiting => {
    const town = random() < 0.5 ? among(2) : among(9)
    return {
      id: `aid:${n}`,
      since: instantOf(Date.parse(NOW) - (matters - n) * 60_000),
      need: {
        subject: subjects[among(subjects.length)] ?? 'other',
        town: `t${town}`,
        language: random() < 0.3 ? 'mn' : 'zh',
        own: [],
        offered: random() < 0.1 ? [`p${among(LAWYERS)}`] : [],
      },
    }
  })
  return { waiting, cards }
}

/** The scores as costs, as the batch counts them; `flat`: a further matter of one lawyer costs no more than the first. */
function instanceOf({ waiting, cards }: ReturnType<typeof county>, flat: boolean): Instance {
  const place = new Map(cards.map(({ person }, n) => [person, n]))
  const cost = waiting.map(({ need }) => {
    const row = new Float64Array(cards.length).fill(Infinity)
    for (const { lawyer, score } of matchLawyers(need, cards, facts.rules, facts.policy, NOW).ranked)
      row[place.get(lawyer) ?? -1] = -Math.round(score * 10)
    return row
  })
  const steps = cards.map(({ capacity, matters }) =>
    Array.from({ length: capacity - matters.length }, (_, n) =>
      flat ? 0 : Math.round((n * facts.policy['matching.load'] * 10) / capacity) + (n > 0 ? 40 : 0),
    ),
  )
  return { cost, steps }
}

/** Each lawyer as often as he has room; what may not be is dearer than everything together. */
const repeated = ({ cost, steps }: Instance): number[][] =>
  cost.map((row) =>
    steps.flatMap((own, n) =>
      own.map((step) => ((row[n] ?? Infinity) === Infinity ? FORBIDDEN : (row[n] ?? 0) + step)),
    ),
  )
const FORBIDDEN = 1e7

const median = (of: number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN
/** Milliseconds of the processor, so that a busy machine measures the same as an idle one. */
function timed<T>(does: () => T): { ms: number; value: T } {
  globalThis.gc?.()
  const began = process.cpuUsage()
  const value = does()
  const { user, system } = process.cpuUsage(began)
  return { ms: (user + system) / 1000, value }
}

let failed = false
function wrong(text: string) {
  failed = true
  console.log(`WRONG: ${text}`)
}

function compare(matters: number, room: number, flat: boolean): { ratio: number; ms: number } {
  const instance = instanceOf(county(matters, room, matters + room), flat)
  const square = repeated(instance)
  const best = cheapestFlow(instance)
  if (lowerBound(instance, best.prices) !== costWithLeft(instance, best.of)) wrong(`${matters}: not proven`)
  const theirs = munkres(square).reduce((sum, [row, column]) => sum + (square[row]?.[column] ?? Number.NaN), 0)
  if (theirs !== best.cost || best.placed !== matters) wrong(`${matters}: ${best.cost}, munkres ${theirs}`)
  const rounds = Array.from({ length: ROUNDS }, () => {
    const ours = timed(() => cheapestFlow(instance)).ms
    const munkresMs = timed(() => munkres(square)).ms
    return { ours, munkresMs, ratio: ours / munkresMs }
  })
  const ratio = median(rounds.map((round) => round.ratio))
  const ms = median(rounds.map(({ ours }) => ours))
  const ratios = rounds.map((round) => round.ratio)
  console.log(
    [
      `${matters} × ${LAWYERS}, room ${room}, ${flat ? 'flat' : 'each further matter costs more'}:`.padEnd(58),
      `ours ${ms.toFixed(1)} ms, munkres ${median(rounds.map((round) => round.munkresMs)).toFixed(0)} ms,`,
      `ratio ${ratio.toFixed(3)} (${Math.min(...ratios).toFixed(3)}–${Math.max(...ratios).toFixed(3)})`,
    ].join(' '),
  )
  return { ratio, ms }
}

/** From cards and matters to proposals, one-by-one beside it, as an action asks for it. */
function whole(matters: number, room: number) {
  const { waiting, cards } = county(matters, room, matters)
  const times = Array.from({ length: ROUNDS }, () => timed(() => batchAssign(waiting, cards, facts)))
  const { items, total, best, oneByOne } = times[0]?.value ?? batchAssign(waiting, cards, facts)
  if (total !== best || items.length < oneByOne.items.length) wrong(`${matters}: ${total} is not ${best}`)
  console.log(
    `${matters} × ${LAWYERS} from matters and cards: ${median(times.map(({ ms }) => ms)).toFixed(0)} ms;` +
      ` ${items.length} placed, ${total} points (one by one ${oneByOne.items.length}, ${oneByOne.total})`,
  )
}

const load = loadavg()[0] ?? 0
console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${load.toFixed(1)}`)
const few = compare(100, 1, false)
compare(100, 10, false)
const many = [compare(1000, 10, true), compare(1000, 10, false)]
whole(100, 2)
whole(1000, 10)
if (few.ms > AIM_MS) wrong(`100 took ${few.ms.toFixed(0)} ms`)
for (const { ratio } of many) if (ratio > AIM) wrong(`a ratio of ${ratio.toFixed(3)}`)
process.exitCode = failed ? 1 : 0
