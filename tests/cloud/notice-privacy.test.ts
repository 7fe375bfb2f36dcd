import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { isForResident } from '@/domain/notice-route'
import { letterParams } from '@/words/letter-params'
import { noticeTemplates, noticeText } from '@/words/notices'
import { deliverAll } from '../../cloudfunctions/notifier/deliver'
import { readNotice } from '../../cloudfunctions/outbox'
import type { Doc } from '../../cloudfunctions/ports'
import { type Given, onDuty, value, world } from '../given-world'
import { grievanceCounty } from '../journeys/grievance-given'

/**
 * What a message may be made of: it may be read over a shoulder. Each with why it isn't hers; a new one is a question to
 * whoever writes it.
 */
const allowed: Record<string, string> = {
  reader: 'who reads: she, her helper, her kin',
  by: 'who works on it',
  lawyer: 'who works on it',
  org: 'for whom he works',
  other: 'who has the other hour',
  phone: 'the number of who works on it, or of the body it went to',
  agency: 'the body it went to',
  channel: 'the body it went to',
  whom: 'whom to ask for there',
  person: 'whom to ask for there; a colleague on leave',
  cover: 'a colleague',
  in: 'a colleague',
  seat: 'a seat of the rota',
  topic: 'one of twenty',
  place: 'a village; of an office where it is',
  language: 'zh or mn',
  title: 'what a class is called',
  count: 'how many papers',
  minutes: 'how many',
  clock: 'which clock',
  way: 'how one meets',
  at: 'a time',
  to: 'a time',
  from: 'a time',
  until: 'a time',
  date: 'a day',
  decision: 'upheld or corrected',
  digits: 'a switch',
  nobody: 'a switch',
  chosen: 'a switch',
  secret: 'a switch',
  hidden: 'a switch',
  copy: 'a switch',
  why: 'why a class moves; one of our refusals',
}
const TIME = '2026-10-14T09:00:00.000+08:00'
/** Which params a template's words read. */
function readBy(template: string): string[] {
  const names = new Set<string>()
  const times: Record<string, string> = { at: TIME, from: TIME, to: TIME, until: TIME, date: '2026-10-14' }
  const get = (_: object, name: string | symbol) => {
    names.add(String(name))
    return times[String(name)]
  }
  noticeText(template, new Proxy({}, { get }))
  return [...names]
}

describe('the words of a notice', () => {
  it('are made of those who work on it, times, topics and villages, and of nothing of hers', () => {
    for (const template of noticeTemplates)
      for (const name of readBy(template)) expect(Object.keys(allowed), `${template} reads ${name}`).toContain(name)
    expect(readBy('aid.assigned')).toEqual(['reader', 'lawyer', 'org'])
  })
  it('that speak to her are on the table of what goes on by which way', () => {
    for (const template of noticeTemplates) {
      const speaksToHer = noticeText(template, { reader: 'kin' }) !== noticeText(template, {})
      if (speaksToHer) expect(isForResident(template), template).toBe(true)
    }
  })
})

/** Invented, and found nowhere else. */
const c = {
  name: '泄露甲',
  phone: '13712300001',
  idNumber: '11010519491231002X',
  text: '泄露乙的事',
  kin: '泄露丙',
  kinPhone: '13712300003',
  witness: '泄露丁',
  party: '泄露戊',
  address: '泄露己河边第三家',
  companion: '泄露庚',
  spot: '泄露辛桥头',
  note: '泄露壬',
}
const leaks = (text: string) => Object.entries(c).flatMap(([what, canary]) => (text.includes(canary) ? [what] : []))
const forwarded = {
  consent: { kind: 'witness', name: c.witness },
  tell: ['person', 'kin', 'helper'],
  kin: { name: c.kin, phone: c.kinPhone },
}
type Step = [who: string, action: string, input?: object]
async function lives(w: Given, who: string, begins: string, form: object, path: Step[]) {
  const { id } = value<MatterView>(await w.as(who)(begins, form))
  for (const [by, action, input] of path) value(await w.as(by)(action, { id, ...input }))
  w.advance(3 * 86_400_000)
  await w.sweep()
  await deliverAll(w.world)
  const rows = (await w.docs('notices')).map((doc) => readNotice(w.world, doc as Doc))
  const own = rows.filter(({ matter }) => matter === id)
  expect(own.length).toBeGreaterThan(3)
  // Her number is where it goes; nothing else of hers goes with it.
  return own.flatMap(({ text, params = {} }) => leaks(JSON.stringify([text, params, letterParams(params)])))
}
const applicant = { name: c.name, phone: c.phone, idNumber: c.idNumber }

describe('what was sent of a matter, with the variables of its registered letters', () => {
  it('of legal aid', async () => {
    const w = await world({ county: onDuty() })
    const form = {
      for: 'other',
      applicant,
      where: { place: '150524100200' },
      matter: 'wages',
      story: c.text,
      route: 'promise',
      parties: [{ role: 'opponent', name: c.party, phone: '13712300002' }],
      forwarded,
    }
    const path: Step[] = [
      ['gao', 'matter.note', { text: c.note }],
      ['gao', 'aid.grant', { lawyer: 'li', why: c.note }],
      ['li', 'aid.conflictAnswer', { conflict: 'no' }],
      ['li', 'aid.take'],
      ['li', 'aid.report', { change: true, text: c.note }],
      ['li', 'aid.close', { result: 'mediated', text: c.note }],
    ]
    expect(await lives(w, 'mei', 'aid.submit', form, path)).toEqual([])
  })
  it('of a question', async () => {
    const w = await world({ county: onDuty() })
    const form = {
      village: '150524100200',
      topic: 'wages',
      text: c.text,
      language: 'zh',
      name: c.name,
      phone: c.phone,
      forwarded,
    }
    const path: Step[] = [
      ['li', 'question.take'],
      ['li', 'question.message', { text: c.note }],
      ['li', 'question.route', { person: 'he', callBackAt: '2026-09-30T11:00:00+08:00' }],
      ['he', 'question.calledBack', { reached: false, note: c.note }],
    ]
    expect(await lives(w, 'mei', 'question.ask', form, path)).toEqual([])
  })
  it('of a report', async () => {
    const w = await world({ county: grievanceCounty() })
    const form = {
      topic: 'water',
      place: '150524100200',
      spot: c.spot,
      text: c.text,
      reporter: { name: c.name, phone: c.phone },
      forwarded,
      anonymity: 'public',
    }
    const path: Step[] = [
      ['lu', 'grievance.accept', { type: 'help', handling: 'quick' }],
      ['lu', 'grievance.dispatch', { main: 'dept:land', why: c.note }],
      ['tu', 'grievance.respond', { text: c.note }],
    ]
    expect(await lives(w, 'zhou', 'grievance.submit', form, path)).toEqual([])
  })
  it('of a visit at home', async () => {
    const w = await world({ county: onDuty() })
    const form = {
      kind: 'home',
      village: '150524100200',
      name: c.name,
      phone: c.phone,
      text: c.text,
      need: 'elder',
      address: c.address,
      companion: { name: c.companion },
      forwarded,
    }
    expect(await lives(w, 'mei', 'visit.book', form, [['gao', 'matter.note', { text: c.note }]])).toEqual([])
  })
})
