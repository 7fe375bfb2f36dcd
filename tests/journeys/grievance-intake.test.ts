import { describe, expect, it } from 'vitest'
import { clockOf, east, may, told } from './given'
import { ditch, handling, inCommand, lines, quick, refused, reported, shown, t, to, town } from './grievance-given'

/** From the phone to 「受理」: fifteen minutes, day and night, and only by a person. */

describe('a report at 02:10 on 3 October 2026, a holiday', () => {
  it('is with a named person on the night’s command seat, and nothing but a person accepts it', async () => {
    const county = await inCommand('2026-10-03 02:10:00')
    const report = await reported(county)
    expect(report.stage).toBe('submitted')
    expect(report.people.map(({ name }) => name)).toEqual(['叶守夜'])
    expect(clockOf(report, 'grievance.accept').dueAt).toBe(t('2026-10-03 02:25'))
    expect(report.code).toMatch(/^[0-9A-Z]{13}$/)
    await to(county, '2026-10-03 02:14')
    const accepted = await handling(county, report.id)('ye', 'grievance.accept', quick)
    expect(clockOf(accepted, 'grievance.accept').outcome).toBe('kept')
    expect(clockOf(accepted, 'grievance.quick')).toMatchObject({
      startedAt: t('2026-10-03 02:10'),
      dueAt: t('2026-10-04 02:10'),
    })
    expect(told(await county.demo.outbox(report.id))).toContain('bao app grievance.accepted')
  })
  it('is yellow at 02:17:30, red at 02:22, and has its 催办单 at 02:25', async () => {
    const county = await inCommand('2026-10-03 02:10:00')
    const { id } = await reported(county)
    const seen = async (time: string) => {
      await to(county, time)
      const view = await shown(county, id, 'ye')
      return [clockOf(view, 'grievance.accept').colour, ...(view.detail.notices ?? []).map(({ rung }) => rung)]
    }
    expect(await seen('2026-10-03 02:17:29')).toEqual(['green'])
    expect(await seen('2026-10-03 02:17:30')).toEqual(['yellow', 'remind'])
    expect(await seen('2026-10-03 02:21:59')).toEqual(['yellow', 'remind'])
    expect(await seen('2026-10-03 02:22')).toEqual(['red', 'remind'])
    expect(await seen('2026-10-03 02:24:59')).toEqual(['red', 'remind'])
    expect(await seen('2026-10-03 02:25')).toEqual(['overdue', 'remind', 'urge'])
    const view = await shown(county, id, 'ye')
    expect(view.detail.notices?.map(({ no }) => no)).toEqual(['提醒单〔2026〕1号', '催办单〔2026〕1号'])
  })
  it('the machine slept for forty minutes: after it every paper once, with its true time', async () => {
    const county = await inCommand('2026-10-03 02:10:00')
    const { id } = await reported(county)
    await county.demo.to(t('2026-10-03 02:50'), false)
    await shown(county, id, 'ye')
    await shown(county, id, 'ye')
    const { detail, clocks } = await shown(county, id, 'ye')
    expect(detail.notices?.map(({ rung, dueAt, at, lateBy }) => [rung, dueAt, at, lateBy])).toEqual([
      ['remind', t('2026-10-03 02:17:30'), t('2026-10-03 02:50'), 'PT32M30S'],
      ['urge', t('2026-10-03 02:25'), t('2026-10-03 02:50'), 'PT25M'],
    ])
    expect(clocks.filter(({ code }) => code === 'grievance.accept')).toHaveLength(1)
  })
  it('at 08:00 the day’s person answers for what the night left', async () => {
    const county = await inCommand('2026-10-03 07:50:00')
    const { id } = await reported(county)
    await to(county, '2026-10-03 07:59:59')
    expect((await shown(county, id)).people[0]?.name).toBe('叶守夜')
    await to(county, '2026-10-03 08:00')
    expect((await shown(county, id)).people[0]?.name).toBe('陆派单')
  })
})

describe('what is written down by others', () => {
  it('a call counts from when it began, and its code is handed out once', async () => {
    const county = await inCommand('09:00:00')
    const report = await reported(
      county,
      { source: 'call', callFrom: t('2026-10-14 08:55'), reporter: { name: '老额', phone: '13900000088' } },
      'lu',
    )
    expect(clockOf(report, 'grievance.accept').dueAt).toBe(t('2026-10-14 09:10'))
    expect(report.code).toMatch(/^[0-9A-Z]{13}$/)
    expect(report.detail.reporter).toMatchObject({ name: '老额' })
  })
  it('an order of the city’s line keeps its number and deadline, and is open until it is answered upward', async () => {
    const county = await inCommand('09:00:00')
    const order = { source: 'upper', upperNo: '通12345-2026-8871', upperDue: t('2026-10-16 18:00') } as const
    const { id } = await reported(county, { ...order, reporter: { name: '老额', phone: '13900000088' } }, 'lu')
    const act = handling(county, id)
    const accepted = await act('lu', 'grievance.accept', { type: 'consult', handling: 'consult' })
    expect(clockOf(accepted, 'grievance.upper').dueAt).toBe(t('2026-10-16 18:00'))
    expect(accepted.detail.upper).toMatchObject({ no: '通12345-2026-8871' })
    const desk = await county.api('mei', 'desk.list', { desk: 'upper' })
    expect(desk.items.map((row) => row.id)).toEqual([id])
    const answered = await act('mei', 'grievance.upperAnswer', { text: '已答复反映人，附情况说明' })
    expect(clockOf(answered, 'grievance.upper').outcome).toBe('kept')
    expect((await county.api('mei', 'desk.list', { desk: 'upper' })).items).toEqual([])
  })
  it('a village secretary forwards it with her yes, and never what is against her own committee', async () => {
    const county = await inCommand('09:00:00')
    const forwarded = { consent: { kind: 'witness', name: '邻居陈' }, tell: ['person', 'helper'] } as const
    const by = { reporter: { name: '乌群众', phone: '13900000077' } }
    const said = await county.ask('zhou', 'grievance.submit', ditch(by))
    expect(said.body).toMatchObject({ invalid: [{ field: 'forwarded', code: 'missing' }] })
    const report = await county.api(
      'zhou',
      'grievance.submit',
      ditch({ ...by, forwarded: { ...forwarded, tell: ['person'] } }),
    )
    expect(report.detail.reporter?.name).toBe('乌群众')
    const against = ditch({ ...by, topic: 'village-cadre', forwarded: { ...forwarded, tell: ['person'] } })
    expect((await county.ask('zhou', 'grievance.submit', against)).body).toMatchObject({
      refused: 'grievance.against-your-own',
    })
  })
  it('her telephone sends it twice: one report', async () => {
    const county = await inCommand('09:00:00')
    const once = { ...ditch(), requestId: 'report-twice-0001' }
    const [one, two] = await Promise.all([
      county.api('bao', 'grievance.submit', once as never),
      county.api('bao', 'grievance.submit', once as never),
    ])
    expect(two.id).toBe(one.id)
    expect((await county.api('bao', 'matter.list', {})).items).toHaveLength(1)
  })
})

describe('not accepted', () => {
  it('only for a listed reason, with the right channel and whom to ask there; she reads it', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county, { topic: 'debt', text: '法院判了他不还钱' })
    const no = refused(county, id)
    expect(await no('lu', 'grievance.decline', { reason: 'none' as never, channel: '法院' })).toBe(
      '400 reason not-an-option',
    )
    expect(await no('lu', 'grievance.decline', { reason: 'litigation', channel: '' })).toBe('400 channel missing')
    await handling(county, id)('lu', 'grievance.decline', {
      reason: 'litigation',
      channel: '旗人民法院执行局',
      person: '立案窗口',
      phone: '12368',
    })
    const hers = await shown(county, id)
    expect([hers.stage, hers.stageText]).toEqual(['declined', '不归这里办，请看该找哪里'])
    expect(hers.detail.declined).toMatchObject({ channel: '旗人民法院执行局', phone: '12368', by: '陆派单' })
    expect(clockOf(hers, 'grievance.accept').outcome).toBe('kept')
    expect(told(await county.demo.outbox(id))).toContain('bao app grievance.declined')
  })
  it('sent back for what is missing once; completed, the fifteen minutes begin anew', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    const act = handling(county, id)
    await to(county, '2026-10-14 09:05')
    await act('lu', 'grievance.sendBack', { items: ['哪一段渠'] })
    const asked = await shown(county, id)
    expect(asked.detail.owes).toMatchObject({ items: ['哪一段渠'], by: '陆派单' })
    expect(may(asked)).toContain('grievance.complete')
    expect(clockOf(asked, 'grievance.accept').outcome).toBe('kept')
    await to(county, '2026-10-14 11:00')
    const done = await act('bao', 'grievance.complete', { text: '桥头到泵站' })
    expect(done.stage).toBe('submitted')
    expect(clockOf(done, 'grievance.accept', 2)).toMatchObject({ dueAt: t('2026-10-14 11:15'), state: 'running' })
    expect(done.detail.text).toContain('桥头到泵站')
    expect(await refused(county, id)('lu', 'grievance.sendBack', { items: ['再来一次'] })).toBe(
      '422 grievance.sent-back-before',
    )
  })
  it('what belongs to the discipline bodies is handed to them with a record', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county, { topic: 'village-cadre', text: '书记把补贴给了亲戚' })
    const moved = await handling(county, id)('lu', 'grievance.handOver', {
      to: '旗纪委监委',
      record: '9 时 5 分电话移送，接收人宝某',
    })
    expect(moved.stage).toBe('handed-over')
    expect((await shown(county, id)).detail.handedOver).toMatchObject({ to: '旗纪委监委' })
    expect((await shown(county, id)).detail.handedOver?.record).toBeUndefined()
  })
})

describe('two at once', () => {
  it('two dispatchers accept: one does, the other reads who was first', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    const both = await Promise.all([
      county.ask('lu', 'grievance.accept', { id, ...quick }),
      county.ask('mei', 'grievance.accept', { id, type: 'complaint', handling: 'escalate' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const late = both.find(({ status }) => status === 409)
    expect(late?.body).toMatchObject({ refused: 'matter.changed' })
    expect(late?.body).toMatchObject({ detail: { by: expect.stringMatching(/陆派单|梅回访/) } })
  })
  it('accepted late it is accepted all the same, and missed', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    await to(county, '2026-10-14 09:15')
    const accepted = await handling(county, id)('lu', 'grievance.accept', quick)
    expect(clockOf(accepted, 'grievance.accept').outcome).toBe('missed')
    expect(lines(accepted).join(' ')).toContain('受理')
  })
})

describe('who sees it', () => {
  it('her village and town see nothing of it before it is sent there; a visitor nothing at all', async () => {
    const county = await inCommand('09:00:00')
    const { id } = await reported(county)
    for (const who of ['zhou', 'tang', 'shui', 'wu', 'gao']) {
      expect((await county.ask(who, 'matter.get', { id })).status, who).toBe(404)
    }
    const village = await county.api('zhou', 'desk.list', { desk: 'village', of: 'unit' })
    expect(village.items).toEqual([])
    expect((await county.api('tang', 'desk.list', { desk: 'town', of: 'unit' })).items).toEqual([])
    expect((await county.api('lu', 'desk.list', { desk: 'command', kind: 'grievance' })).items).toHaveLength(1)
    expect([east, town]).toContain((await shown(county, id)).place.code)
  })
})
