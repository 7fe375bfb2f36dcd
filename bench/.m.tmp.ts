import { cheapest, costOf } from './assignment'
import { countyDay, greedy, priced } from './online'
for (const [requests, lawyers, history] of [[120,20,200],[120,20,1000],[300,40,1000]] as const) for (const slack of [1.25,2,4]) {
 let worse = 0, max = 0, sum = 0, sg = 0; const N=20
 for (let seed = 1; seed <= N; seed++) { const d = countyDay({requests,lawyers,slack,history,seed}); const o=cheapest(d.today).cost,g=costOf(d.today,greedy(d.today)),p=costOf(d.today,priced(d)); if (p>1.01*g) worse++; max=Math.max(max,p/g); sum+=p/o/N; sg+=g/o/N }
 console.log(requests,lawyers,history,slack,'worse',worse,'max p/g',max.toFixed(3),'mean',sum.toFixed(3),'greedy',sg.toFixed(3))
}
