import { draftMonth } from '@/domain/rota-draft'
import { draftCounty } from './draft-county'
for (const n of [130, 60, 30, 18]) {
const r = draftCounty('2026-10', n, 1)
const t = performance.now()
const d = draftMonth(r)
const ms = performance.now() - t
const l = Object.values(d.loads).map(x => x/720).sort((a,b)=>a-b)
const gini = l.reduce((s,x,i)=>s+(2*i-l.length+1)*x,0)/(l.length*l.reduce((a,b)=>a+b,0))
console.log(n, ms.toFixed(0), d.unmet.length, JSON.stringify(d.unmet[0]), d.wishes, d.score, 'load', l[0], l.at(-1), 'gini', gini.toFixed(3))
}
