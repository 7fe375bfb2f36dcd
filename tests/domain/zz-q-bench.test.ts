import { goOn } from '@/domain/question-waves'
import { actor, ask, givenAt, lawyer, s } from '/work/main/tests/domain/question-given'
import { question } from '@/domain/question'
import { it } from 'vitest'
it('x', () => {
  const people = Array.from({ length: 64 }, (_, n) => lawyer(`p${n}`, { ownTown: n < 3 }, { matters: Array(n % 8).fill('m'), lastOfferAt: s('8:00:00') }))
  const by = actor('bao', 'resident')
  const given = givenAt(s('9:00:00'), by, { people })
  for (const [name, more] of [['one wave', {}], ['three waves', { callFrom: s('8:55:00') }]] as const) {
    const times: number[] = []
    for (let n = 0; n < 3000; n++) { const t = performance.now(); question.decide(question.initial, ask(more), given); times.push(performance.now() - t) }
    times.sort((a, b) => a - b)
    console.log(name, 'median ms', times[1500]?.toFixed(4), 'p99', times[2970]?.toFixed(4))
  }
})
