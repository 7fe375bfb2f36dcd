import { draftMonth } from '@/domain/rota-draft'
import { bureau } from '../cloudfunctions/demo/bureau'
import { calendar, policy } from './draft-county'
const seats = (bureau.seats ?? []) as never[]
const eligible: Record<string, string[]> = {}
for (const l of bureau.layers ?? []) eligible[l.seat] = [...new Set([...(eligible[l.seat] ?? []), ...l.people])]
const people = bureau.people.map(p => ({ id: p.id, languages: p.languages ?? ['zh'], subjects: p.lawyer?.subjects ?? [] })) as never[]
for (const month of ['2026-12', '2027-01']) {
const c = process.cpuUsage()
const d = draftMonth({ month, seats, people, eligible, layers: bureau.layers as never, festivals: bureau.festivals as never, calendar, policy })
console.log(month, (process.cpuUsage(c).user/1000).toFixed(0), 'cpu ms', d.unmet.length, d.score, JSON.stringify(Object.entries(d.loads).map(([k, v]) => v/60)))
if (month === '2026-12') { const by: Record<string, string[]> = {}; for (const r of d.rosters) for (const s of r.shifts) if (s.from.startsWith('2026-12-0')) (by[s.from.slice(5,16)] ??= []).push(s.person); console.log(Object.entries(by).sort().slice(0,8).map(([k,v])=>k+' '+v.join(' ')).join('\n')) }
}
