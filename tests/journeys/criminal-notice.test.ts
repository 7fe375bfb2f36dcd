import { describe, expect, it } from 'vitest'
import { pdfWords } from '../support/pdf-words'
import { acting, at, clockOf, county as countyOf, explained, may, people, story, told, wages, wrongs } from './given'

/** Wu's son, whom the police question; the notice came on paper on Thursday afternoon. */
const notice = (more: object = {}) => ({
  organ: 'police' as const,
  organName: '示例旗公安局',
  person: { name: '乌少年', birth: '2010-05-01' },
  ground: 'minor' as const,
  offence: '盗窃',
  receivedAt: '2026-10-08T15:00:00+08:00',
  ...more,
})
const { gao, qin, sun, bao } = people
const defender = (id: string, more: object = {}) => ({
  id,
  name: `${id}律`,
  phone: `1390000${1000 + id.length * 111}`,
  languages: ['zh'],
  roles: [{ role: 'lawyer', unit: 'firm:1' }],
  lawyer: { licence: 'practising', since: '2015-03-01', subjects: ['criminal'], capacity: 8, towns: [], ...more },
})
const police = { id: 'ding', name: '丁警官', roles: [{ role: 'department', unit: 'dept:police' }] }
const county = (...lawyers: object[]) => {
  const base = countyOf({ people: [gao, qin, sun, bao, police, ...lawyers] })
  return { ...base, units: [...base.units, { code: 'dept:police', kind: 'department', name: '公安局' }] }
}

describe('a notice of court, procuratorate or police (法律援助法 25, 28, 36)', () => {
  it('is examined by nobody: it waits for a lawyer, three days from the day it was received', async () => {
    const c = await at('2026-10-09T09:00:00+08:00', {
      county: county(defender('min', { subjects: ['criminal', 'minors'] })),
    })
    const seen = await c.api('gao', 'aid.criminalNotice', notice())
    expect(seen).toMatchObject({
      stage: 'granted-unassigned',
      people: [{ role: 'responsible', name: '高审查', phone: '04750000001' }, { role: 'helper' }],
    })
    expect(seen.clocks.map(({ code }) => code)).toEqual(['aid.assign', 'aid.notify'])
    // Thursday the 8th isn't counted; Friday, Saturday and Sunday the 11th are, and that one is a day off.
    expect(clockOf(seen, 'aid.assign').dueAt).toBe('2026-10-13T00:00:00.000+08:00')
    expect(explained(seen, 'aid.assign').join()).not.toContain('补')
    expect(seen.detail.notice).toMatchObject({
      organText: '公安机关',
      organName: '示例旗公安局',
      groundText: '未成年人',
      offence: '盗窃',
    })
    expect(story(seen)).toEqual(['收到办案机关的通知：未成年人'])
    expect(told(await c.demo.outbox(seen.id))).toEqual(['gao app aid.notice-to-assign'])
    expect(may(seen)).not.toContain('aid.refuse')
  })

  it('has no application: no form of one, no statement of means, and nothing that anybody could take back', async () => {
    const c = await at('2026-10-09T09:00:00+08:00', { county: county(defender('one')) })
    const { id } = await c.api('gao', 'aid.criminalNotice', notice({ ground: 'disabled', person: { name: '某某' } }))
    const act = acting(c, id)
    const papers = async (who: string) =>
      (await c.api(who, 'matter.get', { id })).detail.documents?.map(({ document }) => document) ?? []
    expect(await papers('gao')).toEqual([])
    expect(may(await c.api('gao', 'matter.get', { id }))).not.toContain('aid.withdraw')
    expect(wrongs(await c.ask('gao', 'aid.withdraw', { id, why: '通知撤了' }))).toEqual(['aid.nobody-applied'])
    await act('gao', 'aid.assign', {})
    await act('one', 'aid.conflictAnswer', { conflict: 'no' })
    for (const who of ['gao', 'one']) {
      expect([who, await papers(who)]).toEqual([who, ['assignment', 'mandate', 'letter']])
      expect(wrongs(await c.ask(who, 'aid.document', { id, document: 'application' }))).toEqual([
        'aid.no-such-document',
      ])
    }
    for (const document of ['assignment', 'letter'] as const) {
      const words = await pdfWords(c, await c.api('one', 'aid.document', { id, document, form: 'pdf' }))
      for (const part of ['示例旗公安局', '某某（涉嫌盗窃）', '第三十六条']) expect(words).toContain(part)
      // Nobody decided anything.
      expect(words).not.toContain('决定给予')
    }
    const seen = await c.api('gao', 'matter.get', { id })
    expect([may(seen).includes('aid.withdraw'), may(seen).includes('aid.terminate')]).toEqual([false, true])
    expect(seen.detail.source?.text).toBe('办案机关通知')
    // Whoever applied has both.
    const applied = await c.api('bao', 'aid.submit', wages())
    expect(may(applied)).toContain('aid.withdraw')
    expect(applied.detail.documents?.map(({ document }) => document)).toContain('application')
  })

  it('of a minor goes to a lawyer who knows minors, and to no other', async () => {
    const lawyers = [defender('any'), defender('minx', { subjects: ['criminal', 'minors'] })]
    const c = await at('2026-10-09T09:00:00+08:00', { county: county(...lawyers) })
    const { id } = await c.api('gao', 'aid.criminalNotice', notice())
    const { proposed, excluded } = await c.api('gao', 'aid.candidates', { id })
    expect(proposed.map(({ lawyer }) => lawyer)).toEqual(['minx'])
    expect(excluded).toMatchObject([{ lawyer: 'any', rule: 'minors', text: expect.stringContaining('未成年人') }])
    const refused = await c.ask('gao', 'aid.assign', { id, lawyer: 'any', why: '他有空' })
    expect(wrongs(refused)).toEqual(['aid.lawyer-excluded'])
    // Of age by now: any defender.
    const grown = await c.api(
      'gao',
      'aid.criminalNotice',
      notice({ ground: 'absentia', person: { name: '包成年', birth: '2008-10-09' } }),
    )
    expect((await c.api('gao', 'aid.candidates', { id: grown.id })).proposed).toHaveLength(2)
    const young = await c.api(
      'gao',
      'aid.criminalNotice',
      notice({ ground: 'absentia', person: { name: '包少年', birth: '2008-10-10' } }),
    )
    expect((await c.api('gao', 'aid.candidates', { id: young.id })).proposed.map(({ lawyer }) => lawyer)).toEqual([
      'minx',
    ])
  })

  it('who applies and isn’t of age has a lawyer who knows minors as well (未成年人保护法 104)', async () => {
    const lawyers = [defender('any', { subjects: ['family'] }), defender('minx', { subjects: ['family', 'minors'] })]
    const c = await at('2026-10-09T09:00:00+08:00', { county: county(...lawyers) })
    const applied = async (birth: string) => {
      const { id } = await c.api('gao', 'aid.submit', {
        for: 'other',
        applicant: { name: '包少年', birth },
        where: { place: '150524100' },
        matter: 'support',
        story: '父亲两年没有给抚养费',
        route: 'promise',
        forwarded: { consent: { kind: 'witness', name: '班主任陈' }, tell: ['person'] },
      })
      const { proposed, excluded } = await c.api('gao', 'aid.candidates', { id })
      return [proposed.map(({ lawyer }) => lawyer).sort(), excluded.map(({ lawyer, rule }) => `${lawyer} ${rule}`)]
    }
    expect(await applied('2008-10-10')).toEqual([['minx'], ['any minors']])
    expect(await applied('2008-10-09')).toEqual([['any', 'minx'], []])
  })

  it('on life or death: two years and eleven months are too few, on the anniversary it is three years (26)', async () => {
    const since = '2023-10-09'
    const before = await at('2026-10-08T16:00:00+08:00', { county: county(defender('jun', { since })) })
    const first = await before.api('gao', 'aid.criminalNotice', notice({ ground: 'life-or-death' }))
    const told = await before.api('gao', 'aid.candidates', { id: first.id })
    expect(told.excluded).toMatchObject([{ lawyer: 'jun', rule: 'years', text: expect.stringContaining('第二十六条') }])
    const on = await at('2026-10-09T08:30:00+08:00', { county: county(defender('jun', { since })) })
    const second = await on.api(
      'gao',
      'aid.criminalNotice',
      notice({ ground: 'life-or-death', person: { name: '乌成年' } }),
    )
    expect((await on.api('gao', 'aid.assign', { id: second.id })).detail.lawyer?.id).toBe('jun')
    const junior = await at('2026-10-09T08:30:00+08:00', { county: county(defender('jun', { since: '2023-11-09' })) })
    const third = await junior.api(
      'gao',
      'aid.criminalNotice',
      notice({ ground: 'review', person: { name: '乌成年' } }),
    )
    expect((await junior.api('gao', 'aid.candidates', { id: third.id })).excluded).toMatchObject([
      { rule: 'years', text: expect.stringContaining('第二十六条') },
    ])
  })

  it('nobody told the organ by the end of the third day: whoever assigned hears of it, not the lawyer', async () => {
    const c = await at('2026-10-09T09:00:00+08:00', {
      county: county(defender('one', { subjects: ['criminal', 'minors'] })),
    })
    const { id } = await c.api('gao', 'aid.criminalNotice', notice())
    await acting(c, id)('gao', 'aid.assign', {})
    const late = async () =>
      (await c.demo.outbox(id)).flatMap(({ template, to, text }) =>
        template === 'clock.overdue' && text.includes('回告办案机关') ? [to] : [],
      )
    await c.demo.to('2026-10-12T23:59:00+08:00')
    expect(await late()).toEqual([])
    await c.demo.to('2026-10-13T00:00:00+08:00')
    expect(await late()).toEqual(['gao'])
    const told = await acting(c, id)('gao', 'aid.organTold', { how: '公函' })
    expect(clockOf(told, 'aid.notify').outcome).toBe('missed')
  })

  it('the organ is told who the lawyer is, and told anew when there is another', async () => {
    const lawyers = [
      defender('one', { subjects: ['criminal', 'minors'] }),
      defender('two', { subjects: ['criminal', 'minors'] }),
    ]
    const c = await at('2026-10-09T09:00:00+08:00', { county: county(...lawyers) })
    const { id } = await c.api('gao', 'aid.criminalNotice', notice())
    const act = acting(c, id)
    expect(wrongs(await c.ask('gao', 'aid.organTold', { id, how: '公函' }))).toEqual(['aid.not-assigned'])
    const assigned = await act('gao', 'aid.assign', {})
    expect(clockOf(assigned, 'aid.assign').outcome).toBe('kept')
    expect(may(assigned)).toContain('aid.organTold')
    const informed = await act('gao', 'aid.organTold', { how: '公函当面送达' })
    expect(informed.detail.notice?.told).toMatchObject({ by: '高审查' })
    // The three days are for both: to find a lawyer and to tell the organ.
    expect(clockOf(assigned, 'aid.notify')).toMatchObject({ state: 'running', dueAt: '2026-10-13T00:00:00.000+08:00' })
    expect(clockOf(informed, 'aid.notify').outcome).toBe('kept')
    expect(may(informed)).not.toContain('aid.organTold')
    expect(wrongs(await c.ask('qin', 'aid.organTold', { id, how: '电话' }))).toEqual(['matter.changed'])
    await c.demo.advance('PT1H')
    await act('one', 'aid.conflictAnswer', { conflict: 'yes' })
    const anew = await c.api('gao', 'matter.get', { id })
    // Nobody decided on it: whoever is on duty hears that the organ has to be told again.
    expect(told(await c.demo.outbox(id))).toContain('gao app aid.lawyer-left')
    expect(anew.detail).toMatchObject({ lawyer: { id: 'two' } })
    expect(anew.detail.notice).not.toHaveProperty('told')
    expect(may(anew)).toContain('aid.organTold')
  })

  it('its papers are the letter to his house and the one to the organ; nobody applied, and nobody’s means are told', async () => {
    const c = await at('2026-10-09T09:00:00+08:00', {
      county: county(defender('min', { subjects: ['criminal', 'minors'] })),
    })
    const { id } = await c.api('gao', 'aid.criminalNotice', notice())
    const papers = async () =>
      (await c.api('gao', 'matter.get', { id })).detail.documents?.map(({ document }) => document) ?? []
    expect(await papers()).toEqual([])
    await acting(c, id)('gao', 'aid.assign', {})
    expect(await papers()).toEqual(['assignment'])
    await acting(c, id)('min', 'aid.conflictAnswer', { conflict: 'no' })
    expect(await papers()).toEqual(['assignment', 'mandate', 'letter'])
    const words = async (document: 'assignment' | 'letter') =>
      pdfWords(c, await c.api('gao', 'aid.document', { id, document, form: 'pdf' }))
    const assigned = await words('assignment')
    for (const part of ['根据示例旗公安局的通知', '第三十六条', '指派你处min律', '乌少年'])
      expect(assigned).toContain(part)
    // Nothing was decided: an article on applications isn't quoted.
    expect(assigned).not.toMatch(/第四十三条|决定给予/)
    expect(await words('letter')).toMatch(/^.*示例旗公安局：你单位关于乌少年/)
  })

  it('a department with an account may lodge it; nobody else may, and not in the future', async () => {
    const c = await at('2026-10-09T09:00:00+08:00', {
      county: county(defender('min', { subjects: ['criminal', 'minors'] })),
    })
    const lodged = await c.api('ding', 'aid.criminalNotice', notice())
    expect(lodged.stage).toBe('granted-unassigned')
    expect(told(await c.demo.outbox(lodged.id))).toEqual([
      'ding app aid.notice-received',
      'gao app aid.notice-to-assign',
    ])
    for (const who of ['bao', 'min', 'sun']) expect((await c.ask(who, 'aid.criminalNotice', notice())).status).toBe(403)
    expect(
      wrongs(await c.ask('gao', 'aid.criminalNotice', notice({ receivedAt: '2026-10-09T10:00:00+08:00' }))),
    ).toEqual(['receivedAt in-the-future'])
    expect(wrongs(await c.ask('gao', 'aid.criminalNotice', notice({ offence: '' })))).toEqual(['offence missing'])
  })
})

describe('asked for in custody (法律援助法 39)', () => {
  const wages = (askedAt: string) => ({
    for: 'other' as const,
    applicant: { name: '乌在押' },
    where: { place: '150524100' },
    matter: 'criminal' as const,
    story: '在看守所申请法律援助',
    custody: { askedAt },
    forwarded: { consent: { kind: 'witness' as const, name: '管教张' }, tell: ['person' as const] },
  })
  it('it is handed over within 24 hours of asking: kept at the last minute, missed a minute later', async () => {
    const c = await at('2026-10-12T09:00:00+08:00', { county: county() })
    const kept = await c.api('gao', 'aid.submit', wages('2026-10-11T09:01:00+08:00'))
    expect(clockOf(kept, 'aid.handover')).toMatchObject({ outcome: 'kept', startedAt: '2026-10-11T09:01:00.000+08:00' })
    const late = await c.api('gao', 'aid.submit', wages('2026-10-11T08:59:00+08:00'))
    expect(clockOf(late, 'aid.handover')).toMatchObject({ outcome: 'missed', lateBy: 'PT1M' })
    expect(
      wrongs(
        await c.ask('bao', 'aid.submit', {
          ...wages('2026-10-11T09:01:00+08:00'),
          for: 'self',
          route: 'promise',
          forwarded: undefined,
        }),
      ),
    ).toContain('custody not-an-option')
  })
})
