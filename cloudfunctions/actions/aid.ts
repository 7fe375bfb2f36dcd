import type { Parsed } from '@/contract/actions'
import type { Candidates, MatterView } from '@/contract/views'
import { refuse } from '@/domain/decider'
import { mattersOf } from '@/domain/near'
import { mayOn } from '@/domain/permission'
import { reasonText, ruleTexts } from '@/words/aid'
import { nearText } from '@/words/near'
import { circumstances, readCards } from '../circumstances'
import type { Beside } from '../commit'
import { holderOf, matchBehindTheWall } from '../consider'
import { openMatter } from '../matter-document'
import { assignBatch, batch } from './aid-batch'
import { aidDocumentBindings } from './aid-documents'
import { groupBindings } from './aid-group'
import { incomeOf, submit } from './aid-submit'
import { aidTurnActions } from './aid-turns'
import { type Binding, type Context, onMatter, type Result } from './binding'
import { filesNamed } from './files'

/** The actions of legal aid, each bound to what it loads and the command it becomes. */

async function candidates({ world, actor, now }: Context, { id, form }: Parsed<'aid.candidates'>): Result<Candidates> {
  const doc = await world.store.get('matters', id)
  const matter = doc && openMatter(doc, world.seal)
  if (matter?.state.kind !== 'aid' || !mayOn('aid.candidates', matter.state, actor)) return refuse('aid.not-found')
  const state = { ...matter.state, ...(form && { form }) }
  const [given, cards] = await Promise.all([circumstances(world, actor, now), readCards(world, state.place.town)])
  // An organisation sees its own lawyers only, and all of them that fit: it arranges who acts.
  const own = actor.role === 'organisation'
  const { proposed, ranked, excluded } = await matchBehindTheWall(world, id, state, cards, given)
  const shown = own ? ranked.filter(({ unit, lawyer }) => unit === actor.unit && lawyer !== holderOf(state)) : proposed
  return {
    proposed: shown.map(({ lawyer, name, org, score, reasons, near }) => ({
      lawyer,
      name,
      org,
      score,
      reasons: reasons.map(reasonText),
      ...(near && { near: { text: nearText(near), ...(!own && { matters: mattersOf(near) }) } }),
    })),
    excluded: excluded
      .filter(({ lawyer }) => !own || cards.get(lawyer)?.card.org === actor.unit)
      .map(({ lawyer, name, rule }) => ({ lawyer, name, rule, text: ruleTexts[rule] })),
  }
}

export const aidActions: { [A in AidAction]: Binding<A> } = {
  ...aidTurnActions,
  'aid.submit': submit,
  ...groupBindings,
  'aid.candidates': candidates,
  'aid.complete': completing,
  'aid.supplementList': onMatter(({ items, why }) => ({ type: 'ListPapers', items, ...(why && { why }) })),
  'aid.supplement': supplying,
  'aid.deemedWithdrawn': onMatter(({ call }) => ({ type: 'DeemWithdrawn', call })),
  'aid.parties': parting,
  'aid.refuse': refusing,
  'aid.confirmRefusal': onMatter(({ ok, why }) => ({ type: 'ConfirmRefusal', ok, ...(why && { why }) })),
  'aid.transfer': onMatter(({ to, why }) => ({
    type: 'TransferAid',
    to: typeof to === 'string' ? { agency: to } : to,
    why,
  })),
  'aid.assign': onMatter(({ lawyer, why, notSame }) => ({
    type: 'AssignAid',
    ...(lawyer && { lawyer }),
    ...(why && { why }),
    ...(notSame && { notSame }),
  })),
  'aid.batch': batch,
  'aid.batchAssign': assignBatch,
  'aid.ruleChange': onMatter(({ ok, why }) => ({ type: 'RuleChange', ok, why })),
  'aid.confirm': onMatter(() => ({ type: 'ConfirmAssignment' })),
  'aid.swapInside': onMatter(({ lawyer, why }) => ({ type: 'SwapLawyer', lawyer, why })),
  'aid.rate': onMatter(({ stars, text }) => ({ type: 'RateAid', stars, ...(text && { text }) })),
  'aid.calledBack': onMatter(({ reached, stars, note }) => ({
    type: 'ReportCallBack',
    reached,
    ...(stars && { stars }),
    ...(note && { note }),
  })),
  'aid.rectified': onMatter(({ text }) => ({ type: 'ReportRectified', text })),
  'aid.grant': onMatter(({ lawyer, why, form, notSame }) => ({
    type: 'GrantAid',
    ...(lawyer && { lawyer }),
    ...(why && { why }),
    ...(form && { form }),
    ...(notSame && { notSame }),
  })),
  'aid.conflictAnswer': onMatter(({ conflict, why }) => ({
    type: 'AnswerConflict',
    conflict: conflict === 'yes',
    ...(why && { why }),
  })),
  'aid.take': onMatter(() => ({ type: 'TakeAid' })),
  'aid.contacted': onMatter(({ how, note }) => ({ type: 'ReportContact', how, ...(note && { note }) })),
  'aid.signed': onMatter(() => ({ type: 'ReportMandate' })),
  'aid.report': onMatter(({ text, change }) => ({ type: 'ReportProgress', text, change })),
  'aid.close': closing,
  'aid.reviewClose': onMatter(({ ok, why }) => ({ type: 'ReviewClose', ok, ...(why && { why }) })),
  'aid.withdraw': onMatter(({ why }) => ({ type: 'WithdrawAid', why })),
  ...aidDocumentBindings,
}
type AidAction = Extract<keyof import('@/contract/actions').Actions, `aid.${string}`>

const LAST_ARTICLE = 71

async function refusing(context: Context, input: Parsed<'aid.refuse'>): Result<MatterView> {
  if (Number.parseInt(input.article, 10) > LAST_ARTICLE)
    return { invalid: [{ field: 'article', code: 'unknown-article' }] }
  return onMatter<typeof input>(({ article, why }) => ({ type: 'RefuseAid', article, why }))(context, input)
}

async function closing(context: Context, input: Parsed<'aid.close'>): Result<MatterView> {
  const named = () => filesNamed(context, input.papers, 'papers', input.id)
  const { problems } = await named()
  if (problems.length > 0) return { invalid: problems }
  const { result, text, papers, helpedAt, helpedWhere } = input
  const helped = result === 'duty-help' && helpedAt && helpedWhere && { at: helpedAt, place: helpedWhere }
  const command = () => ({ type: 'CloseAid' as const, result, text, papers, ...(helped && { helped }) })
  const outcome = await onMatter<typeof input>(command, named)(context, input)
  return 'refused' in outcome && outcome.refused === 'aid.result-of-another-form'
    ? { invalid: [{ field: 'result', code: 'not-of-this-form' }] }
    : outcome
}

async function completing(context: Context, input: Parsed<'aid.complete'>): Result<MatterView> {
  const named = () => filesNamed(context, input.evidence, 'evidence', input.id)
  const { problems } = await named()
  if (problems.length > 0) return { invalid: problems }
  const { route, evidence, body, elsewhere, story, groups, happened, deadline, preservation, employment, applicant } =
    input
  const personal = {
    ...(applicant && { applicant }),
    ...(body && { body }),
    ...(elsewhere && { elsewhere }),
    ...(story && { story }),
    ...(groups && { groups }),
    ...(happened && { happened }),
    ...(deadline && { deadline }),
    ...(preservation !== undefined && { preservation }),
    ...(employment && { employment }),
    ...incomeOf(input.income),
  }
  const outcome = await onMatter<typeof input>(
    () => ({ type: 'CompleteAid', ...(route && { route }), evidence, personal }),
    named,
  )(context, input)
  if (!('refused' in outcome) || outcome.refused !== 'aid.contradiction') return outcome
  const { field = '', code = '' } = outcome.detail ?? {}
  return { invalid: [{ field: String(field), code: String(code) }] }
}

const BESIDE = 10

async function supplying(context: Context, input: Parsed<'aid.supplement'>): Result<MatterView> {
  const named = () =>
    Promise.all(input.items.map(({ fileIds }, n) => filesNamed(context, fileIds, `items.${n}.fileIds`, input.id)))
  const problems = (await named()).flatMap((each) => each.problems)
  if (problems.length > 0) return { invalid: problems }
  const items = input.items.map(({ key, fileIds, text }) => ({ key, files: fileIds, ...(text && { text }) }))
  const beside = async () => {
    const all = await named()
    const writes = all.flatMap((each) => each.writes)
    return {
      writes: [...new Map(writes.map((write) => [write.id, write])).values()],
      problems: all.flatMap((each) => each.problems),
    }
  }
  if ((await beside()).writes.length <= BESIDE)
    return onMatter<typeof input>(() => ({ type: 'SupplyPapers', items }), beside)(context, input)
  const no = await boundBefore(context, beside)
  return no ?? onMatter<typeof input>(() => ({ type: 'SupplyPapers', items }))(context, input)
}

const AGAIN = 8
// A transaction asks twice for each document: on a bad line a small one gets through where a large one begins anew.
const AT_ONCE = 5

/**
 * More than fits beside the matter is bound before it: bound and not yet named, a file opens to nobody new. Each page of
 * them is asked again where somebody looked at one of its files meanwhile; undefined when all are bound.
 */
async function boundBefore({ world }: Context, beside: () => Promise<Beside>) {
  const bound = new Set<string>()
  for (let attempt = 0; attempt < AGAIN; attempt++) {
    const { writes, problems } = await beside()
    if (problems.length > 0) return { invalid: problems }
    const left = writes.filter(({ id }) => !bound.has(id))
    if (left.length === 0) return undefined
    for (let n = 0; n < left.length; n += AT_ONCE) {
      const page = left.slice(n, n + AT_ONCE)
      if ((await world.store.save(page)).ok) for (const { id } of page) bound.add(id)
      // One of them was looked at just now: the others needn't wait for it.
      else for (const write of page) if ((await world.store.save([write])).ok) bound.add(write.id)
    }
  }
  return refuse('matter.busy')
}

/** A party who is the applicant is told beside its field; the application itself knows who she is. */
async function parting(context: Context, input: Parsed<'aid.parties'>): Result<MatterView> {
  const outcome = await onMatter<typeof input>(({ parties }) => ({ type: 'ChangeParties', parties }))(context, input)
  if (!('refused' in outcome) || outcome.refused !== 'aid.party-is-applicant') return outcome
  const { party = 0, field = 'name' } = outcome.detail ?? {}
  return { invalid: [{ field: `parties.${party}.${field}`, code: 'is-the-applicant' }] }
}
