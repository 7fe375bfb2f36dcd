import { describe, expect, it } from 'vitest'
import { samples } from '../support/sample-files'
import { acting, at, forOther, opens, story, told, uploaded, wages, wrongs } from './given'

const monday = '2026-10-12T09:00:00+08:00'

describe('the village secretary enters it for somebody else', () => {
  it('with a witness: the centre reads who saw it, and that it was read aloud to her', async () => {
    const county = await at(monday)
    const consent = { kind: 'witness', name: '邻居陈', readAloud: true }
    const { id } = await county.api('zhou', 'aid.submit', forOther({ consent, takenAt: '2026-10-12T08:10:00+08:00' }))
    const seen = await county.api('gao', 'matter.get', { id })
    expect(seen.detail).toMatchObject({
      forwardedBy: '周书记',
      consent: { text: '有人见证', name: '邻居陈', readAloud: true, takenAt: '2026-10-12T08:10:00.000+08:00' },
      told: ['本人', '帮忙代办的人'],
    })
    expect(seen.papers).toEqual([])
  })

  it('with a signature or a voice: the file lies in the matter, for the centre and nobody before', async () => {
    const county = await at(monday)
    for (const [kind, bytes, name, text] of [
      ['signature', samples.png, 'sign.png', '在屏幕上签了字'],
      ['voice', samples.mp3, 'voice.mp3', '录了音'],
    ] as const) {
      const fileId = await uploaded(county, 'zhou', bytes, name)
      expect(await opens(county, 'gao', fileId)).toBe(false)
      const { id } = await county.api('zhou', 'aid.submit', forOther({ consent: { kind, fileId } }))
      const seen = await county.api('gao', 'matter.get', { id })
      expect(seen.detail.consent?.text).toBe(text)
      expect(seen.papers).toEqual([{ id: fileId, name: '本人同意的录音或签名' }])
      expect(await opens(county, 'gao', fileId)).toBe(true)
      expect(await opens(county, 'tian', fileId)).toBe(false)
    }
  })

  it('without consent, with a stranger’s file, or telling nobody: said beside the field, nothing stored', async () => {
    const county = await at(monday)
    const ask = async (agreed: object | undefined) =>
      wrongs(await county.ask('zhou', 'aid.submit', agreed ? forOther(agreed) : wages({ for: 'other' })))
    expect(await ask(undefined)).toEqual(['forwarded missing'])
    expect(await ask({ consent: undefined })).toEqual(['forwarded.consent missing'])
    expect(await ask({ consent: { kind: 'nod' } })).toEqual(['forwarded.consent.kind not-an-option'])
    expect(await ask({ tell: [] })).toEqual(['forwarded.tell missing'])
    expect(await ask({ tell: ['kin'] })).toEqual(['forwarded.kin missing'])
    const foreign = await uploaded(county, 'tian', samples.png, 'sign.png')
    expect(await ask({ consent: { kind: 'signature', fileId: foreign } })).toEqual([
      'forwarded.consent.fileId unknown-file',
    ])
    expect((await county.api('gao', 'desk.list', { desk: 'centre' })).items).toEqual([])
  })
})

describe('who is told of a forwarded matter', () => {
  const kin = { name: '儿子', phone: '13900000078' }

  it('at every step exactly those whom the person chose, on the telephone where there is no account', async () => {
    const county = await at(monday)
    const { id } = await county.api('zhou', 'aid.submit', forOther({ tell: ['person', 'helper', 'kin'], kin }))
    const act = acting(county, id)
    await act('gao', 'aid.grant', {})
    await act('li', 'aid.conflictAnswer', { conflict: 'no' })
    await act('li', 'aid.take', {})
    const forHer = told(await county.demo.outbox(id)).filter((row) => !/^(gao|li|fang) /.test(row))
    const each = (template: string) => [
      `13900000077 sms ${template}`,
      `zhou app ${template}`,
      `13900000078 sms ${template}`,
    ]
    expect([...forHer].sort()).toEqual(['aid.received', 'aid.assigned', 'aid.taken'].flatMap(each).sort())
    expect((await county.api('gao', 'matter.get', { id })).detail.told).toEqual(['本人', '帮忙代办的人', '亲属 儿子'])
  })

  it('no message names her or the other side, and the helper who wasn’t chosen hears nothing', async () => {
    const county = await at(monday)
    const { id } = await county.api('zhou', 'aid.submit', forOther({ tell: ['person'] }))
    await county.api('gao', 'aid.grant', { id })
    const rows = await county.demo.outbox(id)
    expect(rows.filter(({ to }) => to === 'zhou')).toEqual([])
    for (const { text } of rows) expect(text).not.toMatch(/乌群众|建筑公司|工地/)
    expect((await county.api('gao', 'matter.get', { id })).detail.told).toEqual(['本人'])
  })

  it('the person chosen has no telephone: whoever entered it is told, rather than nobody', async () => {
    const county = await at(monday)
    const { id } = await county.api('zhou', 'aid.submit', forOther({ tell: ['person'] }, { applicant: { name: '乌' } }))
    expect(told(await county.demo.outbox(id))).toContain('zhou app aid.received')
  })

  it('for her own application too she may have her kin told, and her own account is told always', async () => {
    const county = await at(monday)
    const { id } = await county.api('bao', 'aid.submit', wages({ tell: ['kin'], kin }))
    expect(told(await county.demo.outbox(id))).toEqual(
      expect.arrayContaining(['bao app aid.received', '13900000078 sms aid.received']),
    )
    expect(wrongs(await county.ask('bao', 'aid.submit', wages({ tell: ['kin'] })))).toEqual(['kin missing'])
  })
})

describe('the helper afterwards', () => {
  it('sees which papers are owed and how it goes, never means, papers or notes; of the other side she reads names', async () => {
    const county = await at(monday)
    const { id } = await county.api('zhou', 'aid.submit', forOther())
    const act = acting(county, id)
    await act('gao', 'aid.supplementList', { items: [{ key: 'id-card', text: '身份证照片' }] })
    await county.api('gao', 'matter.note', { id, text: '家里只有他一个人' })
    const hers = await county.api('zhou', 'matter.get', { id })
    expect(hers.detail.papersAsked?.lists[0]?.items).toEqual([{ key: 'id-card', text: '身份证照片' }])
    expect(hers.papers).toEqual([])
    expect(hers.detail.parties).toEqual([{ role: 'opponent', name: '某建筑公司' }])
    for (const part of ['notes', 'route', 'groups', 'screening'] as const) expect(hers.detail).not.toHaveProperty(part)
    const fileId = await uploaded(county, 'zhou', samples.jpeg, '身份证.jpg')
    const after = await act('zhou', 'aid.supplement', { items: [{ key: 'id-card', fileIds: [fileId] }] })
    expect(after.stage).toBe('submitted')
    expect(story(after).at(-1)).toBe('材料补齐了，接着计时')
  })

  it('the next village’s secretary finds nothing of it and supplies nothing', async () => {
    const county = await at(monday)
    const { id } = await county.api('zhou', 'aid.submit', forOther())
    await county.api('gao', 'aid.supplementList', { id, items: [{ key: 'a', text: '合同' }] })
    expect(wrongs(await county.ask('tian', 'aid.supplement', { id, items: [{ key: 'a', text: '没有' }] }))).toEqual([
      'aid.not-found',
    ])
  })
})
