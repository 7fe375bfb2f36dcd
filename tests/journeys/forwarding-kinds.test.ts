import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { agreed, doors, entered, sent } from './forwarding-given'
import { may, opens, story, told, uploaded, wrongs } from './given'

/** What holds for 帮人办 whatever is entered: how she agreed, who is told, that it is marked, who rates it. */

describe.each(doors)('$kind entered for somebody else', (door) => {
  it('says beside its field that the recording, the signature or the witness is missing, and keeps nothing', async () => {
    const county = await door.county()
    const tried = async (forwarded: object | undefined) => wrongs(await sent(door, county, { forwarded }))
    expect(await tried(undefined)).toEqual(['forwarded missing'])
    for (const kind of ['voice', 'signature'])
      expect(await tried({ ...agreed, consent: { kind } })).toEqual(['forwarded.consent.fileId missing'])
    expect(await tried({ ...agreed, consent: { kind: 'witness' } })).toEqual(['forwarded.consent.name missing'])
    expect(await tried({ ...agreed, consent: { kind: 'nod' } })).toEqual(['forwarded.consent.kind not-an-option'])
    expect(await tried({ ...agreed, tell: ['kin'] })).toEqual(['forwarded.kin missing'])
    expect(await tried({ ...agreed, tell: [] })).toEqual(['forwarded.tell missing'])
    expect(await tried({ ...agreed, takenAt: '2026-10-14T10:00:00+08:00' })).toEqual([
      'forwarded.takenAt in-the-future',
    ])
    const foreign = await uploaded(county, 'tian', samples.mp3, 'voice.mp3')
    expect(await tried({ ...agreed, consent: { kind: 'voice', fileId: foreign } })).toEqual([
      'forwarded.consent.fileId unknown-file',
    ])
    expect((await county.api('zhou', 'desk.list', { desk: 'village', of: 'mine' })).items).toEqual([])
  })

  it('with her voice: the recording lies in the matter for whoever decides, and for nobody else', async () => {
    const county = await door.county()
    const fileId = await uploaded(county, 'zhou', samples.mp3, 'voice.mp3')
    const { id } = await entered(door, county, { forwarded: { ...agreed, consent: { kind: 'voice', fileId } } })
    const seen = await county.api(door.staff, 'matter.get', { id })
    expect(seen.papers.map((paper) => paper.id)).toContain(fileId)
    expect(seen.detail.consent?.text).toBe('录了音')
    expect([await opens(county, door.staff, fileId), await opens(county, 'tian', fileId)]).toEqual([true, false])
  })

  it('is marked so for good, on the page and where it begins, and says there who is told', async () => {
    const county = await door.county()
    const { id } = await entered(door, county)
    for (const who of [door.staff, 'zhou']) {
      const seen = await county.api(who, 'matter.get', { id })
      expect(seen.detail.forwardedBy).toBe('周书记')
      expect(seen.detail.told).toEqual(['本人', '帮忙代办的人'])
      expect(story(seen)[0]).toMatch(door.kind === 'grievance' ? /（由别人代办）$/ : /（由 周书记 代办）$/)
    }
    const own = await sent(door, county, { who: 'bao' })
    if (!own.body.ok) throw new Error(JSON.stringify(own.body))
    expect(story(own.body.value as never).join()).not.toContain('代办')
  })

  it('is never rated on the phone of whoever entered it, nor with its code there', async () => {
    const county = await door.county()
    const { id, code = '' } = await entered(door, county)
    const words = door.rate === 'question.helped' ? { yes: true } : { stars: 5 }
    expect(may(await county.api('zhou', 'matter.get', { id }))).not.toContain(door.rate)
    const rate = async (more: object) =>
      (await county.ask('zhou', door.rate as 'aid.rate', { id, ...words, ...more } as never)).status
    expect([await rate({}), await rate({ code })].every((status) => status === 403 || status === 404)).toBe(true)
    // Neither when she calls herself a resident.
    await county.api('zhou', 'session.actAs', { role: 'resident' })
    expect([await rate({}), await rate({ code })]).toEqual([404, 404])
  })

  it('tells whoever was chosen, and nobody who wasn’t', async () => {
    const county = await door.county()
    const kin = { name: '儿子', phone: '13900000078' }
    const { id } = await entered(door, county, { forwarded: { ...agreed, tell: ['person', 'kin'], kin } })
    const rows = told(await county.demo.outbox(id))
    expect(rows.some((row) => row.startsWith('13900000077 sms'))).toBe(true)
    expect(rows.some((row) => row.startsWith('13900000078 sms'))).toBe(true)
    expect(rows.filter((row) => row.startsWith('zhou '))).toEqual([])
  })
})

describe('a message from the group', () => {
  it.each(doors)(
    '$kind: a clerk takes it in only with how she agreed, and it says where it came from',
    async (door) => {
      const county = await door.county()
      const who = door.kind === 'grievance' ? 'lu' : 'gao'
      const group = { who, besides: { source: 'group' } }
      expect(wrongs(await sent(door, county, group))).toEqual(['forwarded missing'])
      const { id } = await entered(door, county, group)
      const seen = await county.api(door.staff, 'matter.get', { id })
      expect(seen.detail.source?.code).toBe('group')
      expect(seen.detail.consent).toMatchObject({ kind: 'witness', name: '邻居陈' })
      // Whose message it was is no longer the group's to say.
      expect(wrongs(await sent(door, county, { ...group, who: 'zhou', forwarded: agreed }))).toContain(
        'source not-an-option',
      )
    },
  )
})
