import type { ActionName, Parsed } from '@/contract/actions'
import type { PaperView, SheetFile } from '@/contract/views'
import { refuse } from '@/domain/decider'
import type { Grievance } from '@/domain/grievance-types'
import type { PaperRef } from '@/domain/ladder-types'
import { mayOn, standing } from '@/domain/permission'
import { agreementPage, documentOf, handOverPage, mediationPage, paperPage } from '../paper-documents'
import { readPaper } from '../papers'
import type { Query } from '../ports'
import { paperViewOf } from '../present-papers'
import { type Binding, type Context, onMatter, openedFrom, type Result } from './binding'

/** 三单一函: issued, signed, received, answered, taken back; listed, printed, written as documents. */

const PAGE = 20
const OF_UNITS: readonly string[] = ['village', 'town', 'department']

/** Newest first: a unit's own, or all there are; what the reader has no standing in isn't shown. */
async function papers(
  context: Context,
  { state, after, limit = PAGE }: Parsed<'notice.papers'>,
): Result<{ items: PaperView[]; next?: string }> {
  const { world, actor, now } = context
  const ofUnit = OF_UNITS.includes(actor.role)
  if (ofUnit && !actor.unit) return { items: [] }
  const where: Query['where'] = { ...(ofUnit && { unit: actor.unit ?? '' }), ...(state && { state }) }
  const { docs, next } = await world.store.list('papers', {
    index: ofUnit ? (state ? 'byUnitState' : 'byUnit') : state ? 'byState' : 'byAt',
    where,
    order: 'descending',
    limit,
    ...(after && { after }),
  })
  const found = docs.map(readPaper)
  const ids = [...new Set(found.map(({ matter }) => matter))]
  const opened = ids.length > 0 ? (await world.store.getMany('matters', ids)).map(openedFrom(world, now)) : []
  const states = new Map(opened.map(({ id, state }) => [id, state]))
  const items = found.flatMap(({ matter, paper }) => {
    const of = states.get(matter)
    const may = of?.kind === 'grievance' && mayOn('notice.document', of, actor)
    const view = may && paperViewOf(withPaper(of, paper), paper.id, actor)
    return view ? [view] : []
  })
  return { items, ...(next && { next }) }
}

async function paper(context: Context, { paper: id }: Parsed<'notice.paper'>): Result<PaperView> {
  const { world, actor } = context
  const doc = await world.store.get('papers', id)
  if (!doc) return refuse('paper.not-found')
  const { matter, paper: ref } = readPaper(doc)
  const state = await grievanceOf(context, matter)
  return (state && paperViewOf(withPaper(state, ref), id, actor)) ?? refuse('paper.not-found')
}

/** A paper so old that its matter no longer carries it is shown as the register has it. */
const withPaper = (state: Grievance, paper: PaperRef): Grievance =>
  state.papers.some(({ id }) => id === paper.id) ? state : { ...state, papers: [paper, ...state.papers] }

async function grievanceOf({ world, actor, now }: Context, id: string): Promise<Grievance | undefined> {
  const doc = await world.store.get('matters', id)
  if (doc?.keys.kind !== 'grievance') return undefined
  const { state } = openedFrom(world, now)(doc)
  return state.kind === 'grievance' && mayOn('notice.document', state, actor) ? state : undefined
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function document(context: Context, input: Parsed<'notice.document'>): Result<SheetFile> {
  const { id, what = 'paper', paper: of = '' } = input
  const state = await grievanceOf(context, id)
  if (!state) return refuse('grievance.not-found')
  const page = pages[what](context, state, id, of)
  if (!page) return refuse('paper.no-document')
  return { name: `${page.name}.docx`, type: DOCX, base64: await documentOf(page) }
}

type What = NonNullable<Parsed<'notice.document'>['what']>
type Page = Parameters<typeof documentOf>[0]
const pages: Record<What, (context: Context, state: Grievance, id: string, paper: string) => Page | undefined> = {
  paper: ({ actor }, state, _, paper) => {
    const view = paperViewOf(state, paper, actor)
    return view && paperPage(view)
  },
  agreement: (context, state, id) => (mayReadMediation(context, state) ? agreementPage(state, id) : undefined),
  'mediation-record': (context, state, id) => (mayReadMediation(context, state) ? mediationPage(state, id) : undefined),
  'hand-over': ({ actor }, state, id) =>
    ['command', 'supervisor'].includes(standing(state, actor) ?? '') ? handOverPage(state, id) : undefined,
}

/** It names who sat there: for the unit that mediated, and whoever looks after it. */
const mayReadMediation = ({ actor }: Context, state: Grievance): boolean =>
  ['command', 'supervisor'].includes(standing(state, actor) ?? '') ||
  (state.resolved?.unit !== undefined && state.resolved.unit === actor.unit)

export const paperActions: {
  [A in Extract<
    ActionName,
    | 'notice.issue'
    | 'notice.sign'
    | 'notice.receive'
    | 'notice.reply'
    | 'notice.cancel'
    | 'notice.papers'
    | 'notice.paper'
    | 'notice.document'
  >]: Binding<A>
} = {
  'notice.issue': onMatter(({ rung, clock, text, until }) => ({
    type: 'IssuePaper',
    rung,
    clock,
    text,
    ...(until && { until }),
  })),
  'notice.sign': onMatter(({ paper, until, text }) => ({
    type: 'SignPaper',
    paper,
    ...(until && { until }),
    ...(text && { text }),
  })),
  'notice.receive': onMatter(({ paper }) => ({ type: 'ReceivePaper', paper })),
  'notice.reply': onMatter(({ paper, text }) => ({ type: 'ReplyToPaper', paper, text })),
  'notice.cancel': onMatter(({ paper, why }) => ({ type: 'CancelPaper', paper, why })),
  'notice.papers': papers,
  'notice.paper': paper,
  'notice.document': document,
}
