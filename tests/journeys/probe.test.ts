import { startServer } from '../support/server'
import { county, wages, told, story, may } from './given'
import {it} from 'vitest'
it('x', async () => {
const s = await startServer({ now: '2026-09-30T23:58:00+08:00', county: county() })
const m = await s.api('bao','aid.submit', wages())
console.log(JSON.stringify(m,null,1))
console.log(await s.demo.to('2026-10-01T00:09:00+08:00'))
console.log(JSON.stringify(await s.ask('gao','aid.candidates',{id:m.id})))
console.log(JSON.stringify((await s.api('gao','desk.list',{desk:'centre'})),null,1))
await s.api('gao','aid.grant',{id:m.id})
console.log(JSON.stringify((await s.api('bao','matter.get',{id:m.id})).clocks,null,1))
console.log(JSON.stringify((await s.api('gao','matter.get',{id:m.id})).clocks.map(c=>[c.code,c.word,c.dueText])))
const l = await s.api('li','matter.get',{id:m.id}); console.log(JSON.stringify(l,null,1))
await s.api('li','aid.conflictAnswer',{id:m.id,conflict:'no'})
await s.api('li','aid.take',{id:m.id})
await s.api('li','aid.contacted',{id:m.id,how:'call'})
await s.api('li','aid.signed',{id:m.id})
await s.api('li','aid.report',{id:m.id,change:false})
await s.api('li','aid.report',{id:m.id,change:true,text:'仲裁开庭'})
console.log(may(await s.api('li','matter.get',{id:m.id})))
await s.api('li','aid.close',{id:m.id,result:'award',text:'仲裁支持'})
const d = await s.api('gao','aid.reviewClose',{id:m.id,ok:true})
console.log(JSON.stringify(d,null,1))
for (const who of ['bao','fang','sun','li','wu','ma','zhou']) { const r = await s.ask(who,'matter.get',{id:m.id}); console.log(who, r.status, JSON.stringify(r.body)) }
console.log(JSON.stringify(await s.ask(undefined,'matter.track',{code:m.code!.toLowerCase()})))
console.log(JSON.stringify(await s.demo.outbox(m.id),null,1))
await s.stop()
})
