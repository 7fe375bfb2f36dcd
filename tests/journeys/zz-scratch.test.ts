import { it } from 'vitest'
import { told, wrongs, plain } from './given'
import { about, asked, offers, onDuty, shown } from './question-given'
const log = (...a: unknown[]) => console.log(...a.map((x) => (typeof x === 'string' ? x : JSON.stringify(x))))
const T = (at: string) => `2026-10-14T${at}+08:00`
const st = (a: { status: number; body: unknown }) => [a.status, ...wrongs(a as never), (a.body as { detail?: unknown }).detail]
it('vanish + kin + leave + 64', async () => {
  const c = await onDuty('09:00:00')
  const { id } = await asked(c)
  await c.api('li', 'question.take', { id })
  await c.api('li', 'question.message', { id, text: '在' })
  await c.demo.to(T('12:00:00'))
  log('vanish', (await shown(c, id)).stage, told(await c.demo.outbox(id)).slice(-4), (await shown(c, id)).detail.promise ?? '')
  const f = { consent: { kind: 'witness' as const, name: '陈' }, tell: ['kin' as const], kin: { name: '儿子', phone: '13900000066' } }
  const q = await c.api('zhou', 'question.ask', { ...about({ name: '乌', phone: '13900000077' }), forwarded: f })
  await c.api('li', 'question.take', { id: q.id })
  await c.api('li', 'question.answer', { id: q.id, summary: '好的好的' })
  log('kin', (await c.demo.outbox(q.id)).filter(({ to }) => !/li|139000000[0]1/.test(to)).map(({ to, channel, template, text }) => `${to} ${channel} ${template} ${plain(text)}`))
  log('zhou helped', st(await c.ask('zhou', 'question.helped', { id: q.id, yes: true })))
  const many = Array.from({ length: 90 }, (_, n) => ({ id: `l${n}`, name: `律${n}`, phone: `139111100${String(n).padStart(2, '0')}`, languages: ['zh'], roles: [{ role: 'lawyer', unit: 'firm:1' }], lawyer: { licence: 'practising', since: '2015-03-01', subjects: ['labour'], capacity: 8, towns: [] } }))
  const layers = many.map(({ id }) => ({ seat: 'hotline', people: [id], every: 'day', handover: '08:00', anchor: '2026-09-01' }))
  const b = await onDuty('09:00:00', { people: many, layers })
  const z = await asked(b)
  await b.demo.to(T('09:05:30'))
  const o = offers(await shown(b, z.id))
  log('64', o.length, o.at(-1) ?? '', told(await b.demo.outbox(z.id)).length)
  await b.api('l89', 'question.take', { id: z.id })
  log('late card', (await shown(b, z.id)).detail.offers?.length)
  const l = await onDuty('09:00:00')
  await l.api('li', 'rota.leave', { from: T('08:00:00'), to: T('20:00:00'), why: '病' } as never).catch((e) => log(String(e).slice(0, 300)))
  log('leave', offers(await asked(l)))
  log('route to leave', st(await l.ask('gao', 'question.route', { id: (await asked(l, { text: '2' })).id, person: 'li', callBackAt: T('10:00:00') })))
})
