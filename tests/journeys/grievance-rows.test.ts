import { describe, expect, it } from 'vitest'
import { atWater, handling, inCommand, reported, shown } from './grievance-given'

/** What a line in a list tells, so that two reports of one topic aren't taken for each other. */

const TEXT = '村西那条水渠从桥头到泵站都淤了，二十几户的地浇不上'
const CUT = `${TEXT.slice(0, 24)}…`

describe('the line of a report in a list', () => {
  it('has the first 24 letters of her words where they may be read, and is not hers to read over a shoulder', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await atWater(county, { anonymity: 'handler' })
    const rowFor = async (who: string, input: object) =>
      (await county.api(who, 'desk.list', { kind: 'grievance', ...input } as never)).items.find((row) => row.id === id)
    expect((await rowFor('lu', { desk: 'command' }))?.hint).toBe(CUT)
    expect((await rowFor('shui', { desk: 'department', of: 'unit' }))?.hint).toBe(CUT)
    const own = await county.api('bao', 'matter.list', {})
    expect(own.items.map((row) => row.id)).toContain(id)
    expect(JSON.stringify(own)).not.toContain('水渠')
  })

  it('has short words whole and on one line, and without words the spot', async () => {
    const county = await inCommand('09:00:00')
    await reported(county, { text: '渠淤了\n\n浇不上' })
    const { items } = await county.api('lu', 'desk.list', { desk: 'command', kind: 'grievance' })
    expect(items.map(({ hint }) => hint)).toEqual(['渠淤了 浇不上'])
  })

  it('of 举报 shows the spot to the command seat and to who supervises it, and nothing to the unit that has it', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county, { topic: 'other', text: '水务局的人要我请客', anonymity: 'handler' })
    const act = handling(county, id)
    const rowFor = async (who: string, input: object) => {
      const { items } = await county.api(who, 'desk.list', { kind: 'grievance', ...input } as never)
      expect(items.map((row) => row.id)).toEqual([id])
      return items[0]
    }
    expect((await rowFor('lu', { desk: 'command' }))?.hint).toBe('水务局的人要我请客')
    await act('lu', 'grievance.accept', { type: 'report', handling: 'escalate' })
    expect((await rowFor('lu', { desk: 'command' }))?.hint).toBe('村西桥头')
    expect((await rowFor('dong', { desk: 'command' }))?.hint).toBe('村西桥头')
    await act('lu', 'grievance.dispatch', { main: 'dept:land', why: '由它查', brief: '请查收费' })
    const theirs = await rowFor('tu', { desk: 'department', of: 'unit' })
    expect(theirs).not.toHaveProperty('hint')
  })
})

describe('a returned report', () => {
  it('names the unit that returned it, also where it lies elsewhere by now', async () => {
    const county = await inCommand('09:00:00')
    const { id, act } = await atWater(county)
    await act('shui', 'grievance.return', { why: '归乡镇管', basis: '三定方案第五条' })
    expect((await shown(county, id, 'lu')).detail.returns).toMatchObject([{ unit: '水务局', by: '水务甲' }])
    await act('lu', 'grievance.ruleReturn', { decision: 'move', main: '150524100', why: '支渠归镇里' })
    expect((await shown(county, id, 'lu')).detail.returns).toMatchObject([{ unit: '水务局' }])
  })
})
