import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { samples } from '../support/sample-files'
import { agreed, doors, entered, sent } from './forwarding-given'
import { may, opens, story, told, uploaded, wrongs } from './given'

/** What may cost her dear, entered by somebody else: she is rung and asked herself, and what her word makes of it. */

const kin = { name: '他哥', phone: '13900000078' }
const forwarded = { ...agreed, tell: ['person', 'helper', 'kin'], kin }

describe.each(doors)('violence, entered as $kind by somebody else', (door) => {
  const open = async () => {
    const county = await door.county()
    const matter = await entered(door, county, { topic: 'violence', forwarded })
    const get = (who: string): Promise<MatterView> => county.api(who, 'matter.get', { id: matter.id })
    const ask = (who: string, said: object) =>
      county.ask(who, 'matter.consentChecked', { id: matter.id, ...said } as never)
    return { county, matter, get, ask }
  }

  it('a named person must ring her; until then whoever entered it sees that, and nothing more', async () => {
    const { county, matter, get } = await open()
    const staff = await get(door.staff)
    expect(may(staff)).toContain('matter.consentChecked')
    expect(staff.consentCheck).toMatchObject({ state: 'open', to: expect.stringMatching(/./) })
    const rows = told(await county.demo.outbox(matter.id))
    expect(rows.filter((row) => row.endsWith('app matter.consent-to-check'))).toHaveLength(1)
    expect(rows.filter((row) => /^(zhou|13900000078) /.test(row))).toEqual([])
    const hers = await get('zhou')
    expect([hers.can, hers.timeline, hers.people, hers.papers]).toEqual([[], [], [], []])
    expect(hers.consentCheck?.text).toContain('先打电话问本人')
    expect(JSON.stringify(hers)).not.toMatch(/乌群众|13900000077|邻居陈/)
  })

  it('never by whoever entered it, and an answer that isn’t one is said beside its field', async () => {
    const { ask } = await open()
    expect((await ask('zhou', { reached: true, agrees: true })).status).toBe(403)
    expect((await ask('tian', { reached: true, agrees: true })).status).toBe(403)
    expect(wrongs(await ask(door.staff, { reached: true }))).toEqual(['agrees missing'])
  })

  it('not reached it stays to be asked; her yes opens it to whoever entered it', async () => {
    const { county, matter, get, ask } = await open()
    await ask(door.staff, { reached: false, note: '没人接' })
    expect((await get(door.staff)).consentCheck?.state).toBe('open')
    expect((await get('zhou')).timeline).toEqual([])
    await ask(door.staff, { reached: true, agrees: true, note: '她自己要办' })
    const staff = await get(door.staff)
    expect(staff.consentCheck?.state).toBe('agreed')
    expect(may(staff)).not.toContain('matter.consentChecked')
    expect(story(staff)).toEqual(expect.arrayContaining(['打电话问本人，没打通', '问过本人，是自己的意思']))
    expect((await get('zhou')).timeline.length).toBeGreaterThan(0)
    // Said twice by the same is once; by another it is known who was first.
    expect((await ask(door.staff, { reached: true, agrees: true, note: '她自己要办' })).status).toBe(200)
    expect(told(await county.demo.outbox(matter.id)).filter((row) => row.endsWith('consent-to-check'))).toHaveLength(1)
  })

  it('her no takes it back as if it had never been hers: nothing of her is left, and that she was asked is', async () => {
    const { county, matter, get, ask } = await open()
    expect((await ask(door.staff, { reached: true, agrees: false, note: '她说没说过' })).status).toBe(200)
    const staff = await get(door.staff)
    expect(['withdrawn', 'cancelled']).toContain(staff.stage)
    expect(staff.clocks.filter(({ state }) => state === 'running')).toEqual([])
    expect(story(staff)).toContain('问过本人，不是自己的意思')
    expect(staff.consentCheck?.state).toBe('refused')
    const left = JSON.stringify([staff, await get('zhou')])
    expect(left).not.toMatch(/乌群众|13900000077|139\*\*\*\*0077|邻居陈|他哥|三个月/)
    expect((await get('zhou')).timeline).toEqual([])
    expect(told(await county.demo.outbox(matter.id)).filter((row) => /^(zhou|13900000078) /.test(row))).toEqual([])
  })

  it('her no frees its files: nobody opens one, a link made before is dead, and no paper is left on any page', async () => {
    const county = await door.county()
    const fileId = await uploaded(county, 'zhou', samples.mp3, 'voice.mp3')
    const consent = { kind: 'voice' as const, fileId }
    const { id } = await entered(door, county, { topic: 'violence', forwarded: { ...forwarded, consent } })
    const link = await county.http('GET', `/files/${fileId}`, undefined, await county.tokenOf(door.staff))
    const { url } = (link.body as unknown as { value: { url: string } }).value
    const fetched = async () => (await fetch(`${county.url}${url}`)).status
    expect(await fetched()).toBe(200)
    await county.api(door.staff, 'matter.consentChecked', { id, reached: true, agrees: false } as never)
    expect(await fetched()).toBe(404)
    expect([await opens(county, door.staff, fileId), await opens(county, 'zhou', fileId)]).toEqual([false, false])
    expect((await county.api(door.staff, 'matter.get', { id })).papers).toEqual([])
    // Nor does it come back in another matter.
    const again = await sent(door, county, { topic: 'violence', forwarded: { ...forwarded, consent } })
    expect(wrongs(again)).toEqual(['forwarded.consent.fileId unknown-file'])
    // With her yes it stays where it is.
    const kept = await uploaded(county, 'zhou', samples.mp3, 'voice.mp3')
    const yes = await entered(door, county, {
      topic: 'violence',
      forwarded: { ...forwarded, consent: { kind: 'voice' as const, fileId: kept } },
    })
    await county.api(door.staff, 'matter.consentChecked', { id: yes.id, reached: true, agrees: true } as never)
    expect(await opens(county, door.staff, kept)).toBe(true)
  })

  it('after her no whoever entered it reads that she didn’t agree, and nothing else', async () => {
    const { get, ask } = await open()
    await ask(door.staff, { reached: true, agrees: false, note: '她说没说过' })
    const hers = await get('zhou')
    expect(hers.consentCheck?.text).toContain('本人没有同意')
    expect([
      hers.can,
      hers.timeline,
      hers.people,
      hers.papers,
      hers.clocks.filter((c) => c.state !== 'stopped'),
    ]).toEqual([[], [], [], [], []])
    expect(JSON.stringify(hers)).not.toContain('她说没说过')
  })

  it('her own, and what a clerk wrote down of her call, is asked of nobody', async () => {
    const county = await door.county()
    const own = await sent(door, county, { who: 'bao', topic: 'violence' })
    const clerk = door.kind === 'grievance' ? 'lu' : 'gao'
    const call = await sent(door, county, { who: clerk, topic: 'violence', besides: { source: 'counter' } })
    for (const { body } of [own, call]) {
      if (!body.ok) throw new Error(JSON.stringify(body))
      expect((body.value as MatterView).consentCheck).toBeUndefined()
    }
  })
})

describe('whoever is on duty took it from the group himself', () => {
  it.each(doors)('$kind: somebody else rings her', async (door) => {
    const county = await door.county()
    const who = door.kind === 'grievance' ? 'lu' : 'gao'
    const { id } = await entered(door, county, { who, topic: 'violence', besides: { source: 'group' } })
    const said = (by: string) => county.ask(by, 'matter.consentChecked', { id, reached: true, agrees: true } as never)
    const own = await said(who)
    expect(wrongs(own)).toEqual(['matter.ask-by-another'])
    const other = door.kind === 'grievance' ? 'mei' : 'qin'
    const asked = (await county.api(other, 'matter.get', { id })).consentCheck
    expect(asked?.to).not.toBe((await county.api(other, 'matter.get', { id })).detail.forwardedBy)
    expect((await said(other)).status).toBe(200)
    expect((await county.api(other, 'matter.get', { id })).consentCheck?.state).toBe('agreed')
  })
})

describe.each(doors)('against whoever enters it: $kind', (door) => {
  it('the other side is kin of his by his own word: refused, with who else can enter it', async () => {
    const county = await door.county()
    const tried = await sent(door, county, { forwarded: { ...agreed, opponentIsKin: true } })
    expect(wrongs(tried)).toEqual([`${door.kind}.against-your-own`])
    expect(tried.body).toMatchObject({
      message: expect.stringContaining('也可以找：唐司法 13900000023'),
      detail: { field: 'forwarded.opponentIsKin' },
    })
    expect((await county.api('zhou', 'desk.list', { desk: 'village', of: 'mine' })).items).toEqual([])
    const { id } = await entered(door, county, { forwarded: { ...agreed, opponentIsKin: false } })
    expect((await county.api(door.staff, 'matter.get', { id })).detail.consent?.text).toBe(
      '有人见证；代办的人说对方不是自己的亲属',
    )
  })

  it('his own village’s cadres: refused; those of the next village: not', async () => {
    const county = await door.county()
    const topic = 'village-cadre'
    expect(wrongs(await sent(door, county, { topic, forwarded: agreed }))).toEqual([`${door.kind}.against-your-own`])
    const tried = await sent(door, county, { who: 'tian', topic, forwarded: agreed })
    expect(wrongs(tried)).toEqual([])
  })
})

describe('a party of an application', () => {
  const [door] = doors
  if (!door) throw new Error('no aid')
  const party = (name: string, phone?: string) => ({
    parties: [{ role: 'opponent', name, ...(phone && { phone }) }],
  })

  it('who is whoever enters it, by name or number, or the kin he names to be told: refused', async () => {
    const county = await door.county()
    const tried = async (besides: object, more: object = {}) =>
      wrongs(await sent(door, county, { besides, forwarded: { ...agreed, ...more } }))
    const own = ['aid.against-your-own']
    expect(await tried(party('周书记'))).toEqual(own)
    expect(await tried(party('某某', '13900000021'))).toEqual(own)
    expect(await tried(party('他哥', '13900000078'), { tell: ['kin'], kin })).toEqual(own)
    // Of one name, and plainly another by his number.
    expect(await tried(party('周书记', '13900000055'))).toEqual([])
  })

  it('nor is that named afterwards by whoever entered it', async () => {
    const county = await door.county()
    const { id } = await entered(door, county)
    const named = (name: string) => county.ask('zhou', 'aid.parties', { id, ...party(name) } as never)
    expect(wrongs(await named('周书记'))).toEqual(['aid.against-your-own'])
    expect(wrongs(await named('另一家公司'))).toEqual([])
  })
})
