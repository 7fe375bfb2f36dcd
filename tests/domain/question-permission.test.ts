import { describe, expect, it } from 'vitest'
import { type ActionName, actions } from '@/contract/actions'
import type { MatterView, Reply } from '@/contract/views'
import { mayEver, permissions } from '@/domain/permission'
import { type Given, no, onDuty, type Stored, value, world } from '../given-world'

/** Who may do what to a question, stage by stage: what a page offers is what the door lets through. */

const bureau = () => onDuty('he')

const names = Object.keys(actions) as ActionName[]
const onQuestion = names.filter(
  (name) =>
    permissions[name]?.on && (name.startsWith('question.') || name.startsWith('matter.')) && name !== 'matter.get',
)
const at = '2026-09-30T10:30:00+08:00'
const inputs: Partial<Record<ActionName, object>> = {
  'question.message': { text: '您好' },
  'question.answer': { summary: '带欠条去劳动监察大队' },
  'question.declareHire': { note: '她问过价钱' },
  'question.route': { person: 'he', callBackAt: at },
  'question.ringLater': { at },
  'question.calledBack': { reached: true, note: '打通了' },
  'question.helped': { yes: true },
  'matter.note': { text: '记一笔' },
  'matter.transcribe': { text: '工钱没发' },
  'matter.consentChecked': { reached: false },
  'matter.reassign': { to: 'ma', why: '病了' },
}

type Did = [who: string, action: ActionName, input?: object]
const taken: Did = ['li', 'question.take']
const stages: Record<string, Did[]> = {
  open: [],
  passed: [['li', 'question.pass', { why: 'busy' }]],
  taken: [taken],
  routed: [taken, ['li', 'question.route']],
  chosen: [['bao', 'question.ringLater']],
  answered: [taken, ['li', 'question.answer']],
  closed: [taken, ['li', 'question.answer'], ['bao', 'question.helped']],
  withdrawn: [['bao', 'question.withdraw']],
}
const reached = new Map<string, { docs: Stored[]; id: string }>()
async function question(stage: string): Promise<{ w: Given; id: string }> {
  const known = reached.get(stage)
  if (known) return { w: await world({ from: known.docs }), id: known.id }
  const w = await world({ county: bureau() })
  const asked = { village: '150524100200', topic: 'wages', text: '工钱没发', language: 'zh', phone: '13900000002' }
  const { id } = value<MatterView>(await w.as('bao')('question.ask', asked))
  for (const [who, action, input = inputs[action]] of stages[stage] ?? [])
    value(await w.as(who)(action, { id, ...input }))
  reached.set(stage, { docs: await w.docs(), id })
  return question(stage)
}
const call = (w: Given, who: string, action: ActionName, id: string) => w.as(who)(action, { id, ...inputs[action] })

const callers = [
  'bao',
  'wu',
  'li',
  'he',
  'tao',
  'zhou',
  'ding',
  'mei',
  'tong',
  'ke',
  'gao',
  'ma',
  'kong',
  'sun',
  'guan',
]
const roleOf: Record<string, Parameters<typeof mayEver>[1]> = {
  bao: 'resident',
  wu: 'resident',
  li: 'lawyer',
  he: 'lawyer',
  tao: 'lawyer',
  zhou: 'organisation',
  ding: 'guide',
  mei: 'village',
  tong: 'town',
  ke: 'department',
  gao: 'centre',
  ma: 'centre',
  kong: 'command',
  sun: 'supervisor',
  guan: 'admin',
}

/** Asked of everybody who is on duty, though not offered on a page: the card in the group is where they take it. */
const unoffered = (who: string, action: ActionName) =>
  action === 'question.take' && ['li', 'he', 'tao', 'tong', 'ma'].includes(who)
/** Offered though the door may say no: a colleague of the centre who isn't on duty is told so. */
const notOnDuty = (who: string, action: ActionName) => action === 'question.take' && who === 'ma'

describe('what a view offers and what the door lets through', () => {
  it.each(Object.keys(stages))('%s: are the same, for everybody', async (stage) => {
    const { id, w: fresh } = await question(stage)
    for (const who of callers) {
      const seen = (await fresh.as(who)('matter.get', { id })).reply as Reply<MatterView>
      const offered = seen.ok ? seen.value.can.map(({ action }) => action) : []
      for (const action of onQuestion) {
        const { w } = await question(stage)
        const before = (await w.docs('matters')).map(({ body }) => JSON.parse(body).seq)
        const answer = await call(w, who, action, id)
        const after = (await w.docs('matters')).map(({ body }) => JSON.parse(body).seq)
        if (offered.includes(action) && !notOnDuty(who, action))
          expect([stage, who, action, answer.status]).toEqual([stage, who, action, 200])
        else if (!mayEver(action, roleOf[who] ?? 'visitor'))
          expect([who, action, answer.status]).toEqual([who, action, 403])
        else if (!unoffered(who, action)) expect([stage, who, action, after]).toEqual([stage, who, action, before])
      }
    }
  })
})

describe('somebody else’s question', () => {
  it.each(Object.keys(stages))('%s: is not found by whoever doesn’t stand to it', async (stage) => {
    const { id } = await question(stage)
    for (const who of ['wu', 'zhou', 'ding', 'mei', 'ke', 'kong', 'guan'])
      for (const action of ['matter.get' as const, ...onQuestion]) {
        const { w } = await question(stage)
        const answer = no(await call(w, who, action, id))
        const code = action === 'matter.get' ? 'matter.not-found' : 'question.not-found'
        expect([who, action, answer]).toEqual([
          who,
          action,
          mayEver(action, roleOf[who] ?? 'visitor')
            ? { status: 404, refused: code }
            : { status: 403, refused: 'permission.role' },
        ])
      }
  })
})

/** What each one's page offers, stage by stage. */
const offers: Record<string, Record<string, string>> = {
  open: {
    bao: 'message ringLater withdraw',
    li: 'take pass',
    gao: 'take route callLog note',
    sun: 'callLog note',
  },
  taken: {
    bao: 'message ringLater withdraw',
    li: 'pass message answer declareHire route callLog note',
    gao: 'route callLog note',
    sun: 'callLog note',
  },
  routed: {
    bao: 'message ringLater withdraw',
    he: 'message answer declareHire route calledBack callLog note',
    sun: 'callLog note reassign',
  },
  answered: {
    bao: 'message helped',
    li: 'message declareHire callLog note',
    gao: 'callLog note',
    sun: 'callLog note',
  },
  closed: { bao: '', li: '', gao: '', sun: '' },
  withdrawn: { bao: '', gao: '', sun: '' },
}

describe('the page of each one', () => {
  it.each(Object.entries(offers))('%s', async (stage, row) => {
    const { w, id } = await question(stage)
    const said: Record<string, string> = {}
    for (const who of Object.keys(row)) {
      const { can } = value<MatterView>(await w.as(who)('matter.get', { id }))
      said[who] = can.map(({ action }) => action.replace(/^(question|matter)\./, '')).join(' ')
    }
    expect(said).toEqual(row)
  })
})
