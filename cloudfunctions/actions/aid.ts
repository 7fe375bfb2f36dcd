import type { Parsed } from '@/contract/actions'
import { CLERKS } from '@/contract/aid-actions'
import type { Problem } from '@/contract/check'
import type { Candidates, MatterView } from '@/contract/views'
import { type PersonRef, type Role, refuse } from '@/domain/decider'
import type { Matter } from '@/domain/matters'
import { mayOn } from '@/domain/permission'
import { after, DAY } from '@/domain/time'
import { marksOf, marksOfUnit, phoneMark } from '@/domain/wall'
import { reasonText, ruleTexts } from '@/words/aid'
import { circumstances, findPlace, readCards } from '../circumstances'
import { type Beside, commit } from '../commit'
import { holderOf, matchBehindTheWall } from '../consider'
import { openMatter } from '../matter-document'
import { codeOf, codeWrite } from '../query-code'
import { readUnit } from '../records'
import { slipFor } from '../slips'
import { assignBatch, batch } from './aid-batch'
import { aidDocumentBindings } from './aid-documents'
import { aidTurnActions } from './aid-turns'
import { type Binding, type Context, onMatter, type Result, requestOf, viewOf } from './binding'
import { filesNamed, recordingNamed } from './files'
import { consentIn, withWhoElse } from './forwarding'

/** The actions of legal aid, each bound to what it loads and the command it becomes. */

async function submit(context: Context, input: Parsed<'aid.submit'>): Result<MatterView> {
  const { world, actor, person } = context
  const id = `aid:${world.seal.lookup('request', `${actor.id}|aid|${input.requestId}`)}`
  const named = () => filesOf(context, input, id)
  const slip = () => slipFor(world, input.slip, id)
  const [place, files, held] = await Promise.all([findPlace(world, input.where.place), named(), slip()])
  const invalid = [
    ...(place ? [] : [{ field: 'where.place', code: 'unknown-place' }]),
    ...files.problems,
    ...held.problems,
    ...byRole(actor.role, input),
    // A slip of the year: nobody types a call in that long after it, and no limit was in force then.
    ...(input.callFrom && input.callFrom < after(world.clock.now(), -CALL_TYPED_IN_BY)
      ? [{ field: 'callFrom', code: 'bad-instant' }]
      : []),
  ]
  if (!place || invalid.length > 0) return { invalid }

  if (await againstOwn(context, input)) return withWhoElse(context, place, refuse('aid.against-your-own'))
  const request = requestOf(context, input)
  const own = actor.role === 'resident'
  const code = held.code ?? codeOf(world, id, actor.id)
  const { forwarded, applicant, story, voice, parties, groups, evidence, route, callFrom, source } = input
  const kin = forwarded?.kin ?? input.kin
  const helper: PersonRef = { id: actor.id, name: actor.name, ...(person?.phone && { phone: person.phone }) }
  const outcome = await commit(world, {
    id,
    actor,
    request,
    beside: async () => {
      const [own, bound] = [await named(), await slip()]
      const writes = held.code ? bound.writes : [codeWrite(world, id, code)]
      return { writes: [...writes, ...own.writes], problems: [...bound.problems, ...own.problems] }
    },
    command: () => ({
      type: 'SubmitAid',
      for: input.for,
      place,
      topic: input.matter,
      ...(route && { route }),
      ...(source && { source }),
      evidence: [...new Set(evidence)],
      ...(own ? { owner: actor.id } : { helper }),
      tell: forwarded?.tell ?? input.tell ?? ['person'],
      ...(callFrom && { callFrom }),
      ...(input.custody && { custody: input.custody }),
      personal: {
        applicant,
        story,
        ...(voice && { voice }),
        parties,
        groups: [...new Set([...groups, ...(applicant.groups ?? [])])],
        ...(input.where.body && { body: input.where.body }),
        ...(input.where.elsewhere && { elsewhere: input.where.elsewhere }),
        ...(input.happened && { happened: input.happened }),
        ...(input.deadline && { deadline: input.deadline }),
        ...(input.employment && { employment: input.employment }),
        ...incomeOf(input.income),
        ...consentIn(forwarded),
        ...(kin && { kin }),
      },
    }),
  })
  if ('matter' in outcome && input.question) await carryOn(context, input.question, id)
  // Whoever registers for another gets the code once, in this reply.
  return 'matter' in outcome ? viewOf(context, outcome.matter, code) : withWhoElse(context, place, outcome)
}

/** A repeat of the request does it again, so a crash in between loses no more than the link until then. */
async function carryOn({ world, actor }: Context, question: string, child: string): Promise<void> {
  const permit = (state: Matter) => mayOn('question.messages', state, actor)
  const outcome = await commit(world, { id: question, actor, permit, command: () => ({ type: 'CarryOn', child }) })
  if ('refused' in outcome) world.log({ level: 'info', what: 'question not carried on', refused: outcome.refused })
}

/** The evidence, her recording, and the voice or signature with which the person agreed: all of it lies in the matter. */
async function filesOf(context: Context, { evidence, voice, forwarded }: Parsed<'aid.submit'>, id: string) {
  const consent = forwarded?.consent.fileId
  const [shown, said, agreed] = await Promise.all([
    filesNamed(context, evidence, 'evidence', id),
    recordingNamed(context, voice, id),
    filesNamed(context, consent ? [consent] : [], 'forwarded.consent', id),
  ])
  const problems = agreed.problems.map(({ code }) => ({ field: 'forwarded.consent.fileId', code }))
  // She may say in one recording what it is about and that she agrees.
  const writes = new Map([shown, said, agreed].flatMap((each) => each.writes.map((write) => [write.id, write])))
  return { problems: [...shown.problems, ...said.problems, ...problems], writes: [...writes.values()] }
}

const CALL_TYPED_IN_BY = 31 * DAY
/** Nobody forwards against her own village's committee, nor against herself. */
async function againstOwn({ world, actor, person }: Context, { applicant, parties }: Parsed<'aid.submit'>) {
  if (!FORWARDERS.includes(actor.role)) return false
  const theirs = marksOf({ applicant, parties }).flatMap(({ side, mark }) => (side === 'theirs' ? [mark] : []))
  const doc = actor.unit && (await world.store.get('units', actor.unit))
  const unit = doc ? readUnit(doc) : undefined
  const above = unit?.parents.legal && (await world.store.get('units', unit.parents.legal))
  const own = unit ? marksOfUnit(unit, above ? [readUnit(above).name] : []) : []
  const number = phoneMark(person?.phone ?? '')
  return theirs.some((mark) => own.includes(mark) || (number !== undefined && mark === `tel:${number}`))
}
const FORWARDERS: readonly Role[] = ['village', 'guide', 'town']

/** What each door must say, and what only a clerk may. */
function byRole(role: Role, { source, callFrom, custody, slip }: Parsed<'aid.submit'>): Problem[] {
  const clerk = CLERKS.includes(role)
  return [
    ...(['callFrom', 'source', 'custody'] as const).flatMap((field) =>
      !clerk && { callFrom, source, custody }[field] ? [{ field, code: 'not-an-option' }] : [],
    ),
    ...(slip && role === 'resident' ? [{ field: 'slip', code: 'not-an-option' }] : []),
  ]
}

function incomeOf(income: Parsed<'aid.submit'>['income']): { income?: string } {
  if (income === undefined) return {}
  if (typeof income === 'object') {
    const { monthly, people, note } = income
    const said = [monthly !== undefined && `每月 ${monthly} 元`, people !== undefined && `家里 ${people} 口人`, note]
    return { income: said.filter(Boolean).join('，') }
  }
  return { income: typeof income === 'number' ? `每月 ${income} 元` : income }
}

async function candidates({ world, actor, now }: Context, { id }: Parsed<'aid.candidates'>): Result<Candidates> {
  const doc = await world.store.get('matters', id)
  const matter = doc && openMatter(doc, world.seal)
  if (matter?.state.kind !== 'aid' || !mayOn('aid.candidates', matter.state, actor)) return refuse('aid.not-found')
  const { state } = matter
  const [given, cards] = await Promise.all([circumstances(world, actor, now), readCards(world, state.place.town)])
  // An organisation sees its own lawyers only, and all of them that fit: it arranges who acts.
  const own = actor.role === 'organisation'
  const { proposed, ranked, excluded } = await matchBehindTheWall(world, id, state, cards, given)
  const shown = own ? ranked.filter(({ unit, lawyer }) => unit === actor.unit && lawyer !== holderOf(state)) : proposed
  return {
    proposed: shown.map(({ lawyer, name, org, score, reasons }) => ({
      lawyer,
      name,
      org,
      score,
      reasons: reasons.map(reasonText),
    })),
    excluded: excluded
      .filter(({ lawyer }) => !own || cards.get(lawyer)?.card.org === actor.unit)
      .map(({ lawyer, name, rule }) => ({ lawyer, name, rule, text: ruleTexts[rule] })),
  }
}

export const aidActions: { [A in AidAction]: Binding<A> } = {
  ...aidTurnActions,
  'aid.submit': submit,
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
  'aid.assign': onMatter(({ lawyer, why }) => ({ type: 'AssignAid', ...(lawyer && { lawyer }), ...(why && { why }) })),
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
  'aid.grant': onMatter(({ lawyer, why, form }) => ({
    type: 'GrantAid',
    ...(lawyer && { lawyer }),
    ...(why && { why }),
    ...(form && { form }),
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
  const command = ({ result, text, papers }: typeof input) => ({ type: 'CloseAid' as const, result, text, papers })
  return onMatter(command, named)(context, input)
}

async function completing(context: Context, input: Parsed<'aid.complete'>): Result<MatterView> {
  const named = () => filesNamed(context, input.evidence, 'evidence', input.id)
  const { problems } = await named()
  if (problems.length > 0) return { invalid: problems }
  const { route, evidence, body, elsewhere, story, groups, happened, deadline, employment, applicant } = input
  const personal = {
    ...(applicant && { applicant }),
    ...(body && { body }),
    ...(elsewhere && { elsewhere }),
    ...(story && { story }),
    ...(groups && { groups }),
    ...(happened && { happened }),
    ...(deadline && { deadline }),
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
