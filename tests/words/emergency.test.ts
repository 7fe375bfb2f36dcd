import { describe, expect, it } from 'vitest'
import { emergenciesIn } from '@/words/emergency'

const numbers = (topic: string | undefined, text: string) => emergenciesIn(topic, text).map(({ number }) => number)

describe('what sounds dangerous names whom to ring', () => {
  it.each([
    ['邻居家着火了', ['119']],
    ['他拿刀追我', ['110']],
    ['我爸晕倒了，流血不止', ['120']],
    ['路口刚才车祸，有人受伤', ['120', '122']],
    ['有人掉进机井里被困', ['119']],
  ])('%s', (text, expected) => expect(numbers('other', text)).toEqual(expected))
  it.each(['村西的水渠淤了，地浇不上', '路灯坏了一个月', '草场补贴没有发', '打了几次电话都没人管', ''])(
    'and what can wait a quarter of an hour names nobody: %s',
    (text) => expect(numbers('water', text)).toEqual([]),
  )
  it('violence and a traffic accident do by their topic alone', () => {
    expect([numbers('violence', ''), numbers('traffic', '')]).toEqual([['110'], ['122']])
  })
})
