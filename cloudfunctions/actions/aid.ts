import type { Parsed } from '@/contract/actions'
import type { Candidates, MatterView } from '@/contract/views'
import { isRefusal, type PersonRef, refuse } from '@/domain/decider'
import { mayOn } from '@/domain/permission'
import { after, DAY } from '@/domain/time'
import { reasonText, ruleTexts } from '@/words/aid'
import { circumstances, findPlace, matchFor, readCards } from '../circumstances'
import { commit } from '../commit'
import { openMatter } from '../matter-document'
import { codeOf, codeWrite } from '../query-code'
import { type Binding, type Context, onMatter, type Result, requestOf, viewOf } from './binding'
import { filesNamed } from './files'

/** The actions of legal aid, each bound to what it loads and the command it becomes. */

async function submit(context: Context, input: Parsed<'aid.submit'>): Result<MatterView> {
  const { world, actor, person } = context
  const id = `aid:${world.seal.lookup('request', `${actor.id}|aid|${input.requestId}`)}`
  const named = () => filesOf(context, input, id)
  const [place, files] = await Promise.all([findPlace(world, input.where.place), named()])
  const invalid = [
    ...(place ? [] : [{ field: 'where.place', code: 'unknown-place' }]),
    ...files.problems,
    // Whoever enters it for another says how that person agreed; a clerk writes down what he was told himself.
    ...(HELPERS.includes(actor.role) && !input.forwarded ? [{ field: 'forwarded', code: 'missing' }] : []),
    ...(input.callFrom && !CLERKS.includes(actor.role) ? [{ field: 'callFrom', code: 'not-an-option' }] : []),
    // A slip of the year: nobody types a call in that long after it, and no limit was in force then.
    ...(input.callFrom && input.callFrom < after(world.clock.now(), -CALL_TYPED_IN_BY)
      ? [{ field: 'callFrom', code: 'bad-instant' }]
      : []),
  ]
  if (!place || invalid.length > 0) return { invalid }

  const request = requestOf(context, input)
  const own = actor.role === 'resident'
  const code = codeOf(world, id, actor.id)
  const { forwarded, applicant, story, parties, groups, evidence, route, callFrom } = input
  const helper: PersonRef = { id: actor.id, name: actor.name, ...(person?.phone && { phone: person.phone }) }
  const outcome = await commit(world, {
    id,
    actor,
    request,
    beside: async () => [codeWrite(world, id, code), ...(await named()).writes],
    command: () => ({
      type: 'SubmitAid',
      for: input.for,
      place,
      topic: input.matter,
      route,
      evidence,
      ...(own ? { owner: actor.id } : { helper }),
      tell: forwarded?.tell ?? ['person'],
      ...(callFrom && { callFrom }),
      personal: {
        applicant,
        story,
        parties,
        groups: [...new Set([...groups, ...(applicant.groups ?? [])])],
        ...(input.where.body && { body: input.where.body }),
        ...incomeOf(input.income),
        ...(forwarded && {
          consent: { ...forwarded.consent, ...(forwarded.takenAt && { takenAt: forwarded.takenAt }) },
        }),
        ...(forwarded?.kin && { kin: forwarded.kin }),
      },
    }),
  })
  // Whoever registers for another gets the code once, in this reply.
  return isRefusal(outcome) ? outcome : viewOf(context, outcome.matter, code)
}

/** The evidence, and the voice or signature with which the person agreed: all of it lies in the matter. */
async function filesOf(context: Context, { evidence, forwarded }: Parsed<'aid.submit'>, id: string) {
  const consent = forwarded?.consent.fileId
  const [shown, agreed] = await Promise.all([
    filesNamed(context, evidence, 'evidence', id),
    filesNamed(context, consent && !evidence.includes(consent) ? [consent] : [], 'forwarded.consent', id),
  ])
  const problems = agreed.problems.map(({ code }) => ({ field: 'forwarded.consent.fileId', code }))
  return { problems: [...shown.problems, ...problems], writes: [...shown.writes, ...agreed.writes] }
}

const CALL_TYPED_IN_BY = 31 * DAY
const HELPERS: readonly string[] = ['village', 'guide']
const CLERKS: readonly string[] = ['centre', 'town', 'department']

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
  if (!matter || !mayOn('aid.candidates', matter.state, actor)) return refuse('aid.not-found')
  const [given, cards] = await Promise.all([
    circumstances(world, actor, now),
    readCards(world, matter.state.place.town),
  ])
  const { proposed, excluded } = matchFor(world, matter.state, cards, given)
  return {
    proposed: proposed.map(({ lawyer, name, org, score, reasons }) => ({
      lawyer,
      name,
      org,
      score,
      reasons: reasons.map(reasonText),
    })),
    excluded: excluded.map(({ lawyer, name, rule }) => ({ lawyer, name, rule, text: ruleTexts[rule] })),
  }
}

export const aidActions: { [A in AidAction]: Binding<A> } = {
  'aid.submit': submit,
  'aid.candidates': candidates,
  'aid.grant': onMatter(({ lawyer, why }) => ({ type: 'GrantAid', ...(lawyer && { lawyer }), ...(why && { why }) })),
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
}
type AidAction = Extract<keyof import('@/contract/actions').Actions, `aid.${string}`>

async function closing(context: Context, input: Parsed<'aid.close'>): Result<MatterView> {
  const named = () => filesNamed(context, input.papers, 'papers', input.id)
  const { problems } = await named()
  if (problems.length > 0) return { invalid: problems }
  const command = ({ result, text, papers }: typeof input) => ({ type: 'CloseAid' as const, result, text, papers })
  return onMatter(command, async () => (await named()).writes)(context, input)
}
