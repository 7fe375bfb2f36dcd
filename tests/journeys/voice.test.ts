import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { samples } from '../support/sample-files'
import type { TestServer } from '../support/server'
import { agreed, type Door, doors, sent } from './forwarding-given'
import { at, may, opens, story, uploaded, wages, wrongs } from './given'
import { ditch, inCommand } from './grievance-given'
import { WEDNESDAY } from './visit-given'

/** Voice alone: the recording is the application, and somebody writes it down later. */

const heard = '工钱没有给，三个月了'
const untyped: Partial<Record<Door['kind'], object>> = { aid: { story: undefined } }
const silent = { text: undefined }

/** Sent by voice alone: by whoever it is about, or forwarded by her village's secretary. */
async function spoken(door: Door, county: TestServer, who: 'bao' | 'zhou') {
  const voice = await uploaded(county, who, samples.mp3, 'voice.mp3')
  const forwarded = who === 'zhou' ? agreed : undefined
  const { body } = await sent(door, county, { who, forwarded, besides: { ...silent, ...untyped[door.kind], voice } })
  if (!body.ok) throw new Error(JSON.stringify(body))
  return { voice, id: (body.value as MatterView).id }
}
const seenBy = (county: TestServer, who: string, id: string) => county.api(who, 'matter.get', { id })
const write = (county: TestServer, who: string, id: string, text = heard) =>
  county.ask(who, 'matter.transcribe', { id, text })

describe.each(doors)('$kind by voice alone', (door) => {
  it.each(['bao', 'zhou'] as const)('sent by %s: it lies on the desk, and is written down there', async (who) => {
    const county = await door.county()
    const { id, voice } = await spoken(door, county, who)
    const before = await seenBy(county, door.staff, id)
    expect(before.recording).toEqual({ file: voice, state: 'unwritten', note: '还没有写成文字' })
    expect(may(before)).toContain('matter.transcribe')
    expect(await opens(county, door.staff, voice)).toBe(true)

    const after = await county.api(door.staff, 'matter.transcribe', { id, text: heard })
    expect(after.recording).toMatchObject({ file: voice, state: 'written', text: heard })
    expect(after.recording?.note).toMatch(/写成文字$/)
    expect(story(after).at(-1)).toBe(`把录音写成了文字：${heard}`)
    // The recording stays, and whoever wrote it down may hear it again.
    expect(await opens(county, door.staff, voice)).toBe(true)
  })

  it('is put right by writing it once more; what it replaces stays in the history', async () => {
    const county = await door.county()
    const { id } = await spoken(door, county, 'bao')
    await write(county, door.staff, id)
    await write(county, door.staff, id, `${heard}，一共九千元`)
    const seen = await seenBy(county, door.staff, id)
    expect(seen.recording?.text).toBe(`${heard}，一共九千元`)
    expect(story(seen).filter((line) => line.includes('录音'))).toEqual([
      `把录音写成了文字：${heard}`,
      `改了录音的文字：${heard}，一共九千元`,
    ])
    // The same words again are nothing new.
    await write(county, door.staff, id, `${heard}，一共九千元`)
    expect(story(await seenBy(county, door.staff, id))).toEqual(story(seen))
  })

  it('is refused to a stranger, to whoever sent it, and without words', async () => {
    const county = await door.county()
    const { id } = await spoken(door, county, 'bao')
    expect([await write(county, 'tian', id), await write(county, 'bao', id)].map(({ status }) => status)).toEqual([
      404, 403,
    ])
    expect(wrongs(await write(county, door.staff, id, ' '))).toEqual(['text missing'])
    expect(wrongs(await write(county, door.staff, id, '长'.repeat(1001)))).toEqual(['text too-long'])
    expect((await seenBy(county, door.staff, id)).recording?.state).toBe('unwritten')
  })

  it('where there is no recording there is nothing to write down', async () => {
    const county = await door.county()
    const { body } = await sent(door, county, { who: 'bao' })
    if (!body.ok) throw new Error(JSON.stringify(body))
    const { id } = body.value as MatterView
    const seen = await seenBy(county, door.staff, id)
    expect([seen.recording, may(seen).includes('matter.transcribe')]).toEqual([undefined, false])
    expect(wrongs(await write(county, door.staff, id))).toEqual(['matter.nothing-to-transcribe'])
  })

  it('a recording must be her own, and a recording', async () => {
    const county = await door.county()
    const tried = async (voice: string) => wrongs(await sent(door, county, { who: 'bao', besides: { voice } }))
    expect(await tried(await uploaded(county, 'tian', samples.mp3, 'voice.mp3'))).toEqual(['voice unknown-file'])
    expect(await tried(await uploaded(county, 'bao', samples.png, 'voice.png'))).toEqual(['voice not-a-recording'])
  })
})

describe('an application without a word', () => {
  it('and without a recording is refused beside its field', async () => {
    const county = await at(WEDNESDAY)
    const { story: _, ...rest } = wages()
    for (const nothing of [rest, { ...rest, story: '' }, { ...rest, story: '  ' }])
      expect(wrongs(await county.ask('bao', 'aid.submit', nothing))).toEqual(['story missing'])
  })

  it('is decided like any other: the recording is evidence of what she wants, and nobody has to write first', async () => {
    const county = await at(WEDNESDAY)
    const voice = await uploaded(county, 'bao', samples.mp3, 'voice.mp3')
    const { id } = await county.api('bao', 'aid.submit', wages({ story: '', voice }))
    expect((await county.api('gao', 'aid.grant', { id })).stage).toBe('assigned')
    // He has yet to say that nothing binds him to the other side: until then he neither hears nor writes.
    const proposed = await seenBy(county, 'li', id)
    expect([proposed.recording, await opens(county, 'li', voice)]).toEqual([undefined, false])
    expect(wrongs(await write(county, 'li', id))).toEqual(['aid.not-found'])
    await county.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    await county.api('li', 'aid.take', { id })
    expect((await county.api('li', 'matter.transcribe', { id, text: heard })).recording?.text).toBe(heard)
    // Her lawyer's organisation knows that it was written down, and not what.
    const org = await seenBy(county, 'fang', id)
    expect([org.recording, story(org).filter((line) => line.includes('录音'))]).toEqual([
      undefined,
      ['把录音写成了文字'],
    ])
  })

  it('says in the list that it is a recording, until it is written down', async () => {
    const county = await at(WEDNESDAY)
    const voice = await uploaded(county, 'bao', samples.mp3, 'voice.mp3')
    const { id } = await county.api('bao', 'aid.submit', wages({ story: '', voice }))
    const hint = async () => (await county.api('gao', 'desk.list', { desk: 'centre' })).items[0]?.hint
    expect(await hint()).toBe('录音，还没有写成文字')
    await write(county, 'gao', id)
    expect(await hint()).toBeUndefined()
  })

  it('is over when it is withdrawn: nothing more is written down', async () => {
    const county = await at(WEDNESDAY)
    const voice = await uploaded(county, 'bao', samples.mp3, 'voice.mp3')
    const { id } = await county.api('bao', 'aid.submit', wages({ story: '', voice }))
    await county.api('bao', 'aid.withdraw', { id, why: '' })
    expect(wrongs(await write(county, 'gao', id))).toEqual(['matter.past-transcribing'])
  })
})

describe('a report by voice alone', () => {
  it('a unit that may not know her reads the words and never hears the voice', async () => {
    const county = await inCommand('09:00:00')
    const voice = await uploaded(county, 'bao', samples.mp3, 'voice.mp3')
    const { id } = await county.api('bao', 'grievance.submit', ditch({ text: undefined, voice, anonymity: 'handler' }))
    await county.api('lu', 'grievance.accept', { id, type: 'complaint', handling: 'quick' })
    await county.api('lu', 'grievance.dispatch', { id, main: 'dept:water', with: [], why: '归水利' } as never)
    const unit = 'shui'
    expect((await seenBy(county, unit, id)).recording).toBeUndefined()
    await write(county, 'lu', id)
    const seen = await seenBy(county, unit, id)
    expect([seen.recording?.text, seen.recording?.file, await opens(county, unit, voice)]).toEqual([
      heard,
      undefined,
      false,
    ])
    expect((await write(county, unit, id)).status).toBe(404)
  })

  it('is likened to others by what was written down', async () => {
    const county = await inCommand('09:00:00')
    const words = '村西的水渠堵了半个月，地里浇不上水'
    const voice = await uploaded(county, 'bao', samples.mp3, 'voice.mp3')
    const { id } = await county.api('bao', 'grievance.submit', ditch({ text: undefined, voice }))
    const { topic, place } = ditch({})
    const alike = async () =>
      (await county.api('wu', 'grievance.similar', { topic, place, photos: [], text: words } as never)).items.length
    expect(await alike()).toBe(0)
    await write(county, 'lu', id, words)
    expect(await alike()).toBe(1)
  })
})
