import { describe, expect, it } from 'vitest'
import { acting, at, clockOf, county as countyOf, may, people, story, told, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'
/** A second lawyer of the first firm, and one who is full. */
const zhao = { ...people.li, id: 'zhao', name: '赵律', phone: '13900000004' }
const full = { ...people.li, id: 'qian', name: '钱律', phone: '13900000005' }
const staffed = {
  county: countyOf({
    people: [...Object.values(people), zhao, { ...full, lawyer: { ...full.lawyer, licence: 'notary' } }],
  }),
}

/** Bao's claim, granted on Monday at 9:00 to Li of the first firm. */
async function assigned() {
  const county = await at(monday, staffed)
  const { id } = await county.api('bao', 'aid.submit', wages())
  const act = acting(county, id)
  await act('gao', 'aid.grant', { lawyer: 'li', why: '上次就是他' })
  return { county, id, act }
}

describe('the organisation whose lawyer was assigned', () => {
  it('confirms by name and time, which she and the centre see; the answer to the conflict stays the lawyer’s', async () => {
    const { county, id, act } = await assigned()
    expect(may(await county.api('fang', 'matter.get', { id }))).toEqual([
      'aid.candidates',
      'aid.confirm',
      'aid.swapInside',
    ])
    await county.demo.to('2026-10-12T09:20:00+08:00')
    const his = await act('fang', 'aid.confirm', {})
    expect(may(his)).toEqual(['aid.candidates', 'aid.swapInside'])
    for (const who of ['bao', 'gao'])
      expect((await county.api(who, 'matter.get', { id })).detail.confirmed).toEqual({
        at: '2026-10-12T09:20:00.000+08:00',
        by: '方主任',
      })
    expect(story(await county.api('bao', 'matter.get', { id })).at(-1)).toBe('律师所在的机构接受了指派')
    expect((await county.api('gao', 'matter.get', { id })).detail.lawyer?.conflict).toBe('asked')
    // Twice is once.
    await act('fang', 'aid.confirm', {})
    expect(story(await county.api('bao', 'matter.get', { id }))).toHaveLength(4)
  })

  it('sees its own lawyers only, and which of them fits', async () => {
    const { county, id } = await assigned()
    const { proposed, excluded } = await county.api('fang', 'aid.candidates', { id })
    expect(proposed.map(({ lawyer }) => lawyer)).toEqual(['zhao'])
    expect(excluded.map(({ lawyer, rule }) => [lawyer, rule])).toEqual([['qian', 'licence']])
    expect((await county.ask('ma', 'aid.candidates', { id })).status).toBe(404)
  })

  it('gives it to another of its own with a reason; contact and mandate run on, he is asked anew, she is told', async () => {
    const { county, id, act } = await assigned()
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    await county.demo.to('2026-10-12T10:30:00+08:00')
    const before = (await county.demo.outbox(id)).length
    expect(wrongs(await county.ask('fang', 'aid.swapInside', { id, lawyer: 'zhao', why: '' }))).toEqual(['why missing'])
    await act('fang', 'aid.swapInside', { lawyer: 'zhao', why: '李律明天起开庭三天' })

    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen).toMatchObject({
      stage: 'assigned',
      people: [{ name: '赵律', org: '第一律师事务所' }],
      detail: { lawyer: { id: 'zhao', conflict: 'asked' }, confirmed: { by: '方主任' } },
    })
    expect(story(seen).at(-1)).toBe('律师所在的机构换由 赵律 律师办')
    // What was promised to her isn't promised anew: one working day from Monday is Tuesday, five days are Saturday.
    expect(clockOf(seen, 'aid.contact')).toMatchObject({ state: 'running', dueAt: '2026-10-14T00:00:00.000+08:00' })
    expect(clockOf(seen, 'aid.sign')).toMatchObject({ state: 'running', startedAt: '2026-10-12T09:00:00.000+08:00' })
    expect(told((await county.demo.outbox(id)).slice(before))).toEqual([
      'bao app aid.swapped',
      'li app aid.given-on',
      'zhao app aid.assigned-to-you',
    ])
    expect((await county.ask('li', 'matter.get', { id })).status).toBe(404)
    expect(may(await county.api('zhao', 'matter.get', { id }))).toEqual(['aid.conflictAnswer', 'aid.leave'])
    // Both cards are right: the one has his place back, the other one less.
    const next = await county.api('wu', 'aid.submit', wages())
    const { proposed } = await county.api('gao', 'aid.candidates', { id: next.id })
    const load = (who: string) =>
      proposed.find(({ lawyer }) => lawyer === who)?.reasons.find((r) => r.startsWith('手上'))
    expect([load('li'), load('zhao')]).toEqual(['手上 0 件，最多 8 件', '手上 1 件，最多 8 件'])
  })

  it('not to a stranger, not to one who may not, not to whoever has left it for a conflict', async () => {
    const { county, id, act } = await assigned()
    const swap = async (lawyer: string, who = 'fang') =>
      wrongs(await county.ask(who, 'aid.swapInside', { id, lawyer, why: '换' }))
    expect(await swap('wang')).toEqual(['aid.lawyer-elsewhere'])
    expect(await swap('qian')).toEqual(['aid.lawyer-excluded'])
    expect(await swap('nobody')).toEqual(['aid.lawyer-unknown'])
    expect(await swap('zhao', 'ma')).toEqual(['aid.not-found'])
    expect(await swap('zhao', 'li')).toEqual(['permission.role'])
    await act('li', 'aid.conflictAnswer', { conflict: 'yes', why: '认识对方' })
    const held = (await county.api('gao', 'matter.get', { id })).detail.lawyer?.id
    if (held === 'zhao') expect(await swap('li')).toEqual(['aid.lawyer-excluded'])
    else expect(await swap('li')).toEqual(['aid.not-found'])
  })

  it('with the matter in hand the new one starts from the question, and no report of the old one is due', async () => {
    const { county, id, act } = await assigned()
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    await act('li', 'aid.take', {})
    await act('li', 'aid.contacted', { how: 'call' })
    await act('fang', 'aid.swapInside', { lawyer: 'zhao', why: '李律病了' })
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen.stage).toBe('assigned')
    expect(clockOf(seen, 'aid.contact').outcome).toBe('kept')
    expect(seen.clocks.filter(({ code, state }) => code === 'aid.progress' && state === 'running')).toEqual([])
    await act('zhao', 'aid.conflictAnswer', { conflict: 'no' })
    const taken = await act('zhao', 'aid.take', {})
    expect(taken.clocks.filter(({ code, state }) => code === 'aid.progress' && state === 'running')).toHaveLength(1)
    expect(may(taken)).toEqual(expect.arrayContaining(['aid.report', 'aid.close', 'aid.signed']))
  })
})

describe('before the assignment, and beside it', () => {
  it('an organisation knows nothing of the matter, nor does another of its lawyers', async () => {
    const county = await at(monday, staffed)
    const { id } = await county.api('bao', 'aid.submit', wages())
    for (const who of ['fang', 'li', 'zhao']) expect((await county.ask(who, 'matter.get', { id })).status).toBe(404)
    expect(wrongs(await county.ask('fang', 'aid.candidates', { id }))).toEqual(['aid.not-found'])
    expect((await county.api('fang', 'desk.list', { desk: 'organisation' })).items).toEqual([])
    await county.api('gao', 'aid.grant', { id, lawyer: 'li', why: '他熟' })
    expect((await county.ask('zhao', 'matter.get', { id })).status).toBe(404)
    expect((await county.api('fang', 'desk.list', { desk: 'organisation' })).items).toMatchObject([{ id }])
  })

  it('sees names and course, never the story, the means, a number, a paper or a note', async () => {
    const { county, id, act } = await assigned()
    await county.api('gao', 'matter.note', { id, text: '她怕对方知道' })
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    const seen = await county.api('fang', 'matter.get', { id })
    expect(seen.detail.applicant).toEqual({ name: '包群众' })
    expect(JSON.stringify(seen)).not.toMatch(/工地欠了|0011|7539|她怕/)
    for (const part of ['story', 'route', 'notes', 'decision', 'screening', 'reports', 'happened'] as const)
      expect(seen.detail).not.toHaveProperty(part)
    expect(wrongs(await county.ask('fang', 'matter.callLog', { id }))).toEqual(['permission.role'])
  })
})
