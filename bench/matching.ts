import { cpus } from 'node:os'
import licences from '@/data/licences.json'
import defaults from '@/data/policy.json'
import { type LawyerCard, subjects } from '@/domain/lawyer-card'
import type { LicenceRules } from '@/domain/matching'
import { type Policy, policyFrom } from '@/domain/policy'
import { MOST_CANDIDATES, rankForQuestion } from '@/domain/question-rank'
import type { DutyPerson } from '@/domain/question-types'
import { cheapest, costOf, lowerBound } from './assignment'
import { countyDay, evenly, greedy, loadGini, priced } from './online'
import { seeded } from './seeded'

/**
 * What deciding at once costs against knowing the whole day beforehand, in kilometres, and how evenly the work is spread;
 * then how long one offer decision takes. Exits 1 where the cheapest assignment isn't proven, where prices cost more than
 * 1.10 times the optimum at slack 1.25, or anywhere more than 1 % over greedy.
 */
const LAWYERS = 130
const REQUESTS = 1000
const SEEDS = [1, 2, 3, 4, 5]
const SLACKS = [1.25, 2, 4]
const LOAD_KM = 5
const AIM = 1.1

type Row = { ratio: number; gini: number }
const rules = ['greedy', `greedy + load ${LOAD_KM}`, 'prices', `prices + load ${LOAD_KM}`, 'hindsight'] as const
let failed = false

function compare(label: string, slack: number, more: { history: number; drift?: number; requests?: number }) {
  const rows = new Map<string, Row[]>(rules.map((rule) => [rule, []]))
  let solve = 0
  let worst = 0
  for (const seed of SEEDS) {
    const day = countyDay({ requests: REQUESTS, lawyers: LAWYERS, slack, seed, ...more })
    const began = performance.now()
    const best = cheapest(day.today)
    solve = Math.max(solve, performance.now() - began)
    const gap = best.cost - lowerBound(day.today, best.prices)
    if (Math.abs(gap) > 1e-6 * best.cost) {
      failed = true
      console.log(`NOT PROVEN: seed ${seed}, gap ${gap}`)
    }
    const found = [greedy(day.today), evenly(day.today, LOAD_KM), priced(day), priced(day, LOAD_KM), best.of]
    for (const [n, of] of found.entries()) {
      const row = { ratio: costOf(day.today, of) / best.cost, gini: loadGini(of, LAWYERS) }
      rows.get(rules[n] ?? '')?.push(row)
    }
    worst = Math.max(worst, costOf(day.today, found[2] ?? []) / costOf(day.today, found[0] ?? []))
  }
  const cells = [...rows.values()].map((of) => `${mean(of, 'ratio')} (${most(of)}) / ${mean(of, 'gini', 2)}`)
  console.log([label.padEnd(34), ...cells.map((cell) => cell.padStart(22))].join(''))
  const prices = rows.get('prices') ?? []
  if (worst > 1.01 || (slack === 1.25 && !more.drift && more.history >= 1000 && Number(mean(prices, 'ratio')) > AIM))
    failed = true
  return { solve, worst }
}

const mean = (rows: Row[], key: keyof Row, digits = 3) =>
  (rows.reduce((sum, row) => sum + row[key], 0) / rows.length).toFixed(digits)
const most = (rows: Row[]) => Math.max(...rows.map(({ ratio }) => ratio)).toFixed(3)

function person(n: number, random: () => number): DutyPerson {
  const card: LawyerCard = {
    person: `p${n}`,
    name: '',
    org: 'firm',
    orgName: '',
    languages: random() < 0.4 ? ['zh', 'mn'] : ['zh'],
    licence: 'practising',
    since: '2015-01-01',
    subjects: subjects.filter(() => random() < 0.4),
    capacity: 8,
    towns: [`t${Math.floor(random() * 9)}`],
    advises: [],
    inService: true,
    matters: Array.from({ length: Math.floor(random() * 8) }, (_, m) => `aid:${m}`),
    lastOfferAt: `2026-10-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}T08:00:00.000+08:00`,
  }
  const ref = { id: card.person, name: '' }
  return { ref, languages: card.languages, reachable: true, ownTown: false, centre: false, card }
}

/** Milliseconds of one decision: the candidates are found by their town's index, then ranked. */
function decisions(size: number): { median: number; p99: number } {
  const random = seeded(size)
  const byTown = new Map<string, DutyPerson[]>()
  for (let n = 0; n < size; n++) {
    const one = person(n, random)
    const town = one.card?.towns[0] ?? ''
    byTown.set(town, [...(byTown.get(town)?.slice(0, MOST_CANDIDATES) ?? []), one])
  }
  const policy = policyFrom(defaults.values as Policy)
  const everybody = [...byTown.values()].flat()
  const times: number[] = []
  for (let n = 0; n < WARM + 5000; n++) {
    const town = `t${n % 9}`
    const need = {
      subject: subjects[n % subjects.length] ?? 'other',
      town,
      language: 'zh' as const,
      own: [],
      offered: [],
    }
    const began = performance.now()
    const near = byTown.get(town) ?? []
    const few = near.length < MOST_CANDIDATES ? [...near, ...everybody] : near
    const people = few.slice(0, MOST_CANDIDATES)
    const { ranked } = rankForQuestion(need, people, licences.values as LicenceRules, policy, NOW)
    if (n >= WARM) times.push(performance.now() - began)
    if (people.length !== MOST_CANDIDATES || ranked.length === 0) throw new Error('the bench ranks nobody')
  }
  times.sort((a, b) => a - b)
  return { median: times[2500] ?? 0, p99: times[4950] ?? 0 }
}
const WARM = 2000
const NOW = '2026-10-13T09:00:00.000+08:00'

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
console.log(`${REQUESTS} requests, ${LAWYERS} lawyers, ${SEEDS.length} counties: mean ratio (worst) / Gini of the load`)
console.log([''.padEnd(34), ...rules.map((rule) => rule.padStart(22))].join(''))
const told = SLACKS.map((slack) => compare(`slack ${slack}, history 1,000`, slack, { history: 1000 }))
told.push(compare('slack 1.25, all of it elsewhere', 1.25, { history: 1000, drift: 1 }))
told.push(compare('slack 1.25, history 100', 1.25, { history: 100 }))
console.log(`cheapest assignment, proven by its prices: ≤ ${Math.max(...told.map(({ solve }) => solve)).toFixed(0)} ms`)
console.log(`prices against greedy, worst county: ${Math.max(...told.map(({ worst }) => worst)).toFixed(3)}`)
for (const size of [130, 100_000]) {
  const { median, p99 } = decisions(size)
  console.log(`an offer among ${MOST_CANDIDATES} of ${size}: ${median.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`)
}
process.exitCode = failed ? 1 : 0
