import type { Parsed } from '@/contract/actions'
import { CLERKS } from '@/contract/aid-actions'
import type { Problem } from '@/contract/check'
import type { MatterView } from '@/contract/views'
import type { Form } from '@/domain/aid-types'
import { type PersonRef, type Role, refuse } from '@/domain/decider'
import type { Matter } from '@/domain/matters'
import { mayOn } from '@/domain/permission'
import { after, DAY } from '@/domain/time'
import { marksOf, marksOfUnit, phoneMark } from '@/domain/wall'
import { findPlace } from '../circumstances'
import { commit, type Intent } from '../commit'
import { codeOf, codeWrite } from '../query-code'
import { readUnit } from '../records'
import { slipFor } from '../slips'
import { type Context, type Result, requestOf, viewOf } from './binding'
import { filesNamed, recordingNamed } from './files'
import { consentIn, withWhoElse } from './forwarding'

/** An application comes in: what it names is looked up, and the command it becomes. */

export async function submit(context: Context, input: Parsed<'aid.submit'>): Result<MatterView> {
  const id = `aid:${context.world.seal.lookup('request', `${context.actor.id}|aid|${input.requestId}`)}`
  const outcome = await submitAs(context, input, { id, request: requestOf(context, input) })
  if ('matter' in outcome && input.question) await carryOn(context, input.question, id)
  // Whoever registers for another gets the code once, in this reply.
  return 'matter' in outcome ? viewOf(context, outcome.matter, outcome.code) : outcome
}

type As = { id: string; request: NonNullable<Intent['request']>; groupClaim?: Form['groupClaim'] }

/** The application under this id; sent again it is the same one. `code`: the query code of whoever entered it. */
export async function submitAs(context: Context, input: Parsed<'aid.submit'>, { id, request, groupClaim }: As) {
  const { world, actor, person } = context
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
      ...(groupClaim && { groupClaim }),
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
        ...(input.preservation && { preservation: true }),
        ...(input.employment && { employment: input.employment }),
        ...incomeOf(input.income),
        ...consentIn(forwarded),
        ...(kin && { kin }),
      },
    }),
  })
  return 'matter' in outcome ? { matter: outcome.matter, code } : withWhoElse(context, place, outcome)
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
/** Nobody forwards against her own village's committee or department, nor against herself. */
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
const FORWARDERS: readonly Role[] = ['village', 'guide', 'town', 'department']

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

export function incomeOf(income: Parsed<'aid.submit'>['income']): { income?: string } {
  if (income === undefined) return {}
  if (typeof income === 'object') {
    const { monthly, people, note } = income
    const said = [monthly !== undefined && `每月 ${monthly} 元`, people !== undefined && `家里 ${people} 口人`, note]
    return { income: said.filter(Boolean).join('，') }
  }
  return { income: typeof income === 'number' ? `每月 ${income} 元` : income }
}
