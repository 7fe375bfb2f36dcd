import { describe, expect, it } from 'vitest'
import { oppositeIn, type Sides, sameOpponents } from '@/domain/batch-sides'
import { marksOf } from '@/domain/wall'

const born = { bao: '1990-03-07', wu: '1980-01-01', chen: '1970-05-05' }
const between = (id: string, applicant: keyof typeof born, others: object[], topic = 'wages'): Sides => ({
  id,
  topic,
  marks: marksOf({ applicant: { name: applicant, birth: born[applicant] }, parties: others as never }),
})
const against = (who: keyof typeof born) => ({ role: 'opponent', name: who, phone: '', idNumber: idOf[who] })
const idOf = { bao: '110101199003077539', wu: '110101198001010010', chen: '110101197005050012' }
const builder = { role: 'opponent', name: '某建筑公司' }

describe('both sides of one quarrel in one batch', () => {
  it('the later one is held back, whichever of the two complained', () => {
    const ours = between('a', 'bao', [against('wu')])
    const theirs = between('b', 'wu', [against('bao')])
    expect(oppositeIn([ours, theirs])).toEqual(new Set(['b']))
    expect(oppositeIn([theirs, ours])).toEqual(new Set(['a']))
  })
  it('two against the same employer stand on one side, and a third who has nothing to do with them stays too', () => {
    const two = [between('a', 'bao', [builder]), between('b', 'wu', [builder]), between('c', 'chen', [])]
    expect(oppositeIn(two)).toEqual(new Set())
  })
  it('who is held back holds nobody else back', () => {
    const all = [
      between('a', 'bao', [against('wu')]),
      between('b', 'wu', [against('bao'), against('chen')]),
      between('c', 'chen', []),
    ]
    expect(oppositeIn(all)).toEqual(new Set(['b']))
  })
})

describe('one claim of several people', () => {
  it('is one thing against one and the same; whoever stands alone is in none', () => {
    const found = sameOpponents([
      between('a', 'bao', [builder]),
      between('b', 'wu', [builder]),
      between('c', 'chen', [against('bao')]),
      between('d', 'chen', [builder], 'debt'),
    ])
    expect([...found.keys()]).toEqual(['a', 'b'])
    expect(found.get('a')).toBe(found.get('b'))
  })
  it('of two employers it goes with whom more of them name', () => {
    const other = { role: 'opponent', name: '某劳务公司' }
    const found = sameOpponents([
      between('a', 'bao', [other, builder]),
      between('b', 'wu', [builder]),
      between('c', 'chen', [builder, other]),
    ])
    expect(new Set(found.values()).size).toBe(1)
    expect(found.size).toBe(3)
  })
})
