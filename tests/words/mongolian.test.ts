import { describe, expect, it } from 'vitest'
import { mongolianIn } from '@/words/mongolian'

/** Whether a sentence as it is drawn has reviewed Mongolian. The letters here stand for texts; they say nothing. */

const find = mongolianIn([
  ['问律师', 'ᠠ'],
  ['汉语', 'ᠡ'],
  ['会说{languages}', 'ᠢ {languages}'],
  ['{name} 在办', 'ᠣ {name}'],
  ['还有 {count} 位在值班', '{count} ᠤ'],
  ['{a}，{b}', 'ᠥ {a} {b}'],
])

describe('reviewed Mongolian', () => {
  it('is found for the very sentence that was reviewed, and for no other', () => {
    expect(find('问律师')).toBe('ᠠ')
    expect(find('问律师。')).toBeUndefined()
    expect(find('问一问律师')).toBeUndefined()
    expect(find('')).toBeUndefined()
  })
  it('is found for a template with what was filled in, wherever that stands in the other language', () => {
    expect(find('还有 12 位在值班')).toBe('12 ᠤ')
    expect(find('还有 12 位不值班')).toBeUndefined()
  })
  it('translates what was filled in by what is reviewed too', () => {
    expect(find('会说汉语')).toBe('ᠢ ᠡ')
  })
  it('stays Chinese where what was filled in is Chinese that nobody reviewed', () => {
    expect(find('会说蒙古语')).toBeUndefined()
  })
  it('leaves the name of a person as it is written', () => {
    expect(find('白秀英 在办')).toBe('ᠣ 白秀英')
  })
  it('never takes a template that says nothing of its own: it would fit anything', () => {
    expect(find('明天，后天')).toBeUndefined()
    expect(find('1，2')).toBeUndefined()
  })
  it('says nothing where two templates fit equally well and differ', () => {
    const both = [
      ['{name}的事', 'ᠠ {name}'],
      ['{who}的事', 'ᠡ {who}'],
    ] as const
    expect(mongolianIn(both)('白秀英的事')).toBeUndefined()
    expect(mongolianIn(both.slice(0, 1))('白秀英的事')).toBe('ᠠ 白秀英')
  })
  it('takes signs of a pattern in a sentence for what they are', () => {
    const odd = mongolianIn([['共 {count} 件（大约）.', 'ᠠ {count}']])
    expect(odd('共 3 件（大约）.')).toBe('ᠠ 3')
    expect(odd('共 3 件（大约）!')).toBeUndefined()
  })
  it('asks for the same where a template says a thing twice', () => {
    const twice = mongolianIn([['{day}到{day}都行', 'ᠠ {day}']])
    expect(twice('3到3都行')).toBe('ᠠ 3')
    expect(twice('3到4都行')).toBeUndefined()
  })
  it('nothing reviewed means nothing found', () => {
    expect(mongolianIn([])('问律师')).toBeUndefined()
  })
})
