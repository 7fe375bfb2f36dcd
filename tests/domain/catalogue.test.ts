import { describe, expect, it } from 'vitest'
import { type Asked, advise, type Dealt, type Item } from '@/domain/catalogue'

const item = (code: string, unit: string, more: Partial<Item> = {}): Item => ({
  code,
  name: `事项 ${code}`,
  topic: 'road',
  unit,
  places: [],
  with: [],
  keywords: [],
  ...more,
})
const asked = (more: Partial<Asked> = {}): Asked => ({
  topic: 'road',
  place: { code: '150524100200', town: '150524100' },
  text: '',
  not: [],
  ...more,
})
const units = (items: Item[], more: Partial<Asked> = {}, history: Dealt[] = []) =>
  advise(items, asked(more), history).map(({ unit }) => unit)
const dealt = (unit: string, returned: boolean): Dealt => ({ unit, topic: 'road', returned })

describe('which unit the catalogue names', () => {
  const transport = item('county', 'dept:transport', { keywords: ['县道', '桥'] })
  const town = item('village', 'town', { keywords: ['进村', '小路'] })

  it('is the one whose words she says, with the words as the reason', () => {
    expect(units([transport, town], { text: '进村的小路塌了' })).toEqual(['150524100', 'dept:transport'])
    const [best] = advise([transport, town], asked({ text: '县道上的桥坏了' }), [])
    expect(best).toMatchObject({ unit: 'dept:transport', item: { code: 'county' } })
    expect(best?.reasons).toContainEqual({ good: true, why: 'keyword', words: ['县道', '桥'] })
  })
  it('is the one for that very place before the one for everywhere', () => {
    const here = item('here', 'dept:here', { places: ['150524100200'] })
    const inTown = item('in-town', 'dept:town', { places: ['150524100'] })
    expect(units([transport, inTown, here], { text: '' })).toEqual(['dept:here', 'dept:town', 'dept:transport'])
  })
  it('is never one for another place', () => {
    expect(units([transport, item('there', 'dept:there', { places: ['150524101200'] })])).toEqual(['dept:transport'])
  })
  it('counts what a unit sent back against it, and what it kept for it', () => {
    const [a, b] = [item('a', 'dept:a'), item('b', 'dept:b')]
    expect(units([a, b])).toEqual(['dept:a', 'dept:b'])
    expect(units([a, b], {}, [dealt('dept:a', true)])).toEqual(['dept:b', 'dept:a'])
    expect(units([a, b], {}, [dealt('dept:b', false)])).toEqual(['dept:b', 'dept:a'])
    const [, last] = advise([a, b], asked(), [dealt('dept:a', true), dealt('dept:a', true)])
    expect(last?.reasons).toContainEqual({ good: false, why: 'returned', count: 2 })
  })
  it('of what came back as another row, nothing is held against this one', () => {
    const [a, b] = [item('a', 'dept:a'), item('b', 'dept:b')]
    expect(units([a, b], {}, [{ unit: 'dept:a', topic: 'road', item: 'other', returned: true }])).toEqual([
      'dept:a',
      'dept:b',
    ])
  })
  it('is the row that the dispatcher chose, whatever the words say', () => {
    expect(units([transport, town], { text: '进村的小路塌了', item: 'county' })[0]).toBe('dept:transport')
  })
  it('comes from another topic only on two of its words, and says so', () => {
    const lamps = item('lamps', 'dept:lamps', { topic: 'power', keywords: ['路灯', '电线'] })
    expect(units([transport, lamps], { text: '路灯坏了' })).toEqual(['dept:transport'])
    const [, other] = advise([transport, lamps], asked({ text: '路灯的电线掉下来了' }), [])
    expect(other?.unit ?? '').toBe('dept:transport')
    expect(units([transport, lamps], { text: '路灯的电线掉下来了' })).toContain('dept:lamps')
  })
  it('stands once in the list, for its best row', () => {
    const twice = [item('a', 'dept:a'), item('b', 'dept:a', { keywords: ['桥'] })]
    const advised = advise(twice, asked({ text: '桥坏了' }), [])
    expect(advised.map(({ unit, item }) => [unit, item?.code])).toEqual([['dept:a', 'b']])
  })
  it('names who helps, in the place itself, and never twice', () => {
    const [first] = advise([item('a', 'dept:a', { with: ['town', 'village', 'dept:a', 'none'] })], asked(), [])
    expect(first?.with).toEqual(['150524100', '150524100200'])
  })
})

describe('where the catalogue has no answer', () => {
  it('it is the town’s, which knows the place', () => {
    expect(units([])).toEqual(['150524100'])
    expect(units([item('a', 'none')])).toEqual(['150524100'])
  })
  it('it is nobody’s where it must not reach the town either', () => {
    expect(units([], { not: ['150524100'] })).toEqual([])
  })
})

describe('what is said against somebody', () => {
  it('is advised to no unit that it is against, and never to a village', () => {
    const rows = [item('a', 'village'), item('b', 'dept:b'), item('c', 'dept:c')]
    expect(units(rows, { type: 'report', not: ['dept:b'] })).toEqual(['dept:c'])
    expect(units(rows, { type: 'complaint' })).toContain('150524100200')
  })
})
