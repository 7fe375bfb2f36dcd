import { describe, expect, it } from 'vitest'
import type { MatterView, Reply } from '@/contract/views'
import { can } from '@/domain/permission'
import { given, people } from '../given'
import { no, value } from '../given-world'
import { asked } from './aid-given'
import { at, call, callers, names, onMatter, type Stage, stages } from './permission-given'

/** Offered though the door may say no: whether somebody fits is asked there; the sheet itself asks to ring first. */
const unless: Record<string, string> = {
  'searching aid.assign': 'aid.nobody-fits',
  'papers late aid.deemedWithdrawn': 'aid.ring-first',
  // Ma confirmed what is objected to.
  'objected matter.reassign': 'aid.another-rules',
}

const hers = 'complete parties withdraw'
const withLawyer = `${hers} changeLawyer`
const granted = 'complete parties terminate falsePromise callLog note'
const decides =
  'complete supplementList parties candidates grant refuse transfer provideFirst falsePromise callLog note reassign'
/** What each one's page offers, stage by stage. */
const offers: Partial<Record<Stage, Record<string, string>>> = {
  submitted: { bao: hers, gao: decides, ma: decides, sun: 'supplementList callLog note reassign' },
  owing: {
    bao: 'complete supplement parties withdraw',
    gao: 'complete supplement parties transfer provideFirst falsePromise callLog note reassign',
    sun: 'supplementList callLog note reassign',
  },
  'papers late': {
    gao: 'complete supplement deemedWithdrawn parties transfer provideFirst falsePromise callLog note reassign',
  },
  unconfirmed: {
    bao: hers,
    gao: 'complete parties falsePromise callLog note reassign',
    ma: 'complete parties confirmRefusal falsePromise callLog note reassign',
    sun: 'confirmRefusal callLog note reassign',
  },
  searching: { bao: hers, gao: 'complete parties candidates assign terminate falsePromise callLog note reassign' },
  asked: {
    bao: withLawyer,
    li: 'conflictAnswer leave',
    zhou: 'candidates confirm swapInside',
    gao: granted,
    sun: 'callLog note',
  },
  clear: {
    li: 'parties take contacted signed leave callLog note',
    zhou: 'candidates confirm swapInside',
    gao: granted,
  },
  'in-hand': {
    bao: withLawyer,
    li: 'parties contacted signed report close leave suspend ended callLog note',
    gao: granted,
  },
  spoken: { li: 'parties report close leave suspend ended callLog note' },
  'asked again': { bao: withLawyer, li: 'conflictAnswer leave', gao: granted },
  frozen: {
    bao: withLawyer,
    li: '',
    zhou: 'candidates',
    gao: 'complete parties ruleChange terminate falsePromise callLog note reassign',
  },
  'asked to change': {
    bao: hers,
    li: 'parties contacted signed report close leave suspend ended callLog note',
    gao: 'complete parties ruleChange terminate falsePromise callLog note reassign',
    sun: 'callLog note reassign',
  },
  first: {
    bao: withLawyer,
    gao: `${'complete supplementList parties regularise terminate falsePromise'} callLog note`,
  },
  'first and owing': {
    bao: 'complete supplement parties withdraw changeLawyer',
    gao: 'complete supplement parties regularise terminate falsePromise callLog note',
  },
  doubted: { gao: 'complete parties terminate callLog note', sun: 'ruleFalsePromise callLog note' },
  terminated: { bao: 'object', li: '', zhou: '', gao: 'terminationTold falsePromise callLog note reassign' },
  'told that terminated': { bao: 'object', li: '', gao: 'falsePromise' },
  objected: { bao: '', gao: 'falsePromise callLog note reassign', sun: 'rule callLog note reassign' },
  upheld: { bao: '', gao: 'falsePromise', sun: '' },
  closing: { bao: '', li: 'callLog note', zhou: '', gao: 'reviewClose falsePromise callLog note reassign' },
  closed: { bao: 'rate', li: '', zhou: '', gao: 'falsePromise', sun: '' },
  // Her number is no longer the lawyer's: the centre rings.
  rated: {
    bao: '',
    li: '',
    zhou: '',
    gao: 'contacted falsePromise callLog note reassign',
    sun: 'callLog note reassign',
  },
  'spoken of it': { bao: '', gao: 'rectified falsePromise callLog note reassign' },
  refused: { bao: 'object', gao: 'falsePromise', sun: '' },
  transferred: { bao: '', gao: '', sun: '' },
  withdrawn: { bao: '', gao: 'falsePromise', sun: '' },
}

/** What is done with papers once they are printed: by whom, whatever the stage. */
const paperwork = ['documentSigned', 'renumber']
const papersOf: Partial<Record<Stage, Record<string, string>>> = {
  submitted: { bao: '', gao: 'documentSigned', sun: 'documentSigned' },
  asked: { bao: 'documentSigned', li: '', zhou: '', gao: 'documentSigned renumber', sun: 'documentSigned' },
  clear: { li: 'documentSigned', zhou: '', gao: 'documentSigned renumber' },
  frozen: { li: '', gao: 'documentSigned renumber' },
  closed: { bao: '', li: 'documentSigned', gao: 'documentSigned renumber' },
  refused: { bao: '', gao: 'documentSigned renumber' },
  transferred: { bao: '', gao: '' },
  withdrawn: { bao: '', gao: '' },
}

describe('what a view offers and what the door lets through', () => {
  it.each(stages)('%s: are the same, for everybody', async (stage) => {
    for (const who of Object.keys(callers)) {
      const { id, w: fresh } = await at(stage)
      const seen = (await fresh.as(who)('matter.get', { id })).reply as Reply<MatterView>
      const offered = seen.ok ? seen.value.can.map(({ action }) => action) : []
      for (const action of onMatter.filter((name) => name !== 'matter.get')) {
        const { w } = await at(stage)
        const before = (await w.docs('matters')).map(({ body }) => JSON.parse(body).seq)
        const answer = await call(w, who, action, id)
        const { status } = answer
        const after = (await w.docs('matters')).map(({ body }) => JSON.parse(body).seq)
        const open = offered.includes(action)
        const refused = unless[`${stage} ${action}`]
        // A paper has to be there before it can be named.
        if (open && action === 'aid.suspend') expect([stage, who, action, status]).toEqual([stage, who, action, 400])
        else if (open && refused) expect(no(answer)).toMatchObject({ refused })
        else if (open) expect([stage, who, action, status]).toEqual([stage, who, action, 200])
        // Once he has spoken with her he isn't asked to again, but a further talk may be written down.
        else if (stage === 'spoken' && who === 'li' && action === 'aid.contacted') expect(status).toBe(200)
        // What isn't offered is refused, or is a repeat of what was done and changes nothing.
        else expect([stage, who, action, after]).toEqual([stage, who, action, before])
      }
    }
  })
  it('offers only what is in the contract', () => {
    const { state } = given(...asked)
    for (const { action } of Object.values(people).flatMap((actor) => can(state, actor)))
      expect(names).toContain(action)
  })
  it('papers come back signed by whoever may make them; a number is cancelled by the centre alone', async () => {
    for (const [stage, row] of Object.entries(papersOf))
      for (const [who, said] of Object.entries(row)) {
        const { w, id } = await at(stage as Stage)
        const { can } = value(await w.as(who)('matter.get', { id }))
        const named = can.map(({ action }) => action.replace('aid.', ''))
        expect([stage, who, named.filter((action) => paperwork.includes(action)).join(' ')]).toEqual([stage, who, said])
      }
  })
  it('first the conflict question, then the matter; what is done isn’t offered again', async () => {
    for (const [stage, row] of Object.entries(offers))
      for (const [who, said] of Object.entries(row)) {
        const { w, id } = await at(stage as Stage)
        const { can } = value(await w.as(who)('matter.get', { id }))
        const named = can.map(({ action }) => action.replace(/^(aid|matter)\./, ''))
        const short = named.filter((action) => !paperwork.includes(action)).join(' ')
        expect([stage, who, short]).toEqual([stage, who, said])
      }
  })
})
