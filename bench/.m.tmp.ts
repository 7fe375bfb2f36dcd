import { cheapest, costOf, lowerBound } from './assignment'
import { countyDay, evenly, greedy, loadGini, priced } from './online'
for (const slack of [1.25, 2, 4]) for (const seed of [1, 2]) {
  const day = countyDay({ requests: 1000, lawyers: 130, slack, history: 1000, seed })
  let t = performance.now()
  const best = cheapest(day.today)
  const ms = performance.now() - t
  const gap = best.cost - lowerBound(day.today, best.prices)
  const line = [greedy(day.today), evenly(day.today, 5)].map(of => (costOf(day.today, of) / best.cost).toFixed(3) + ' ' + loadGini(of, 130).toFixed(2))
  t = performance.now()
  const p = priced(day), p5 = priced(day, 5)
  console.log(slack, seed, ms.toFixed(0), gap.toExponential(1), line.join(' | '), '| priced', [p, p5].map(of => (costOf(day.today, of) / best.cost).toFixed(3) + ' ' + loadGini(of, 130).toFixed(2)).join(' | '), 'best gini', loadGini(best.of, 130).toFixed(2), (performance.now()-t).toFixed(0)+'ms')
}
