import type { ActionName, Parsed } from '@/contract/actions'
import { CLERKS } from '@/contract/aid-actions'
import type { Problem } from '@/contract/check'
import type { MatterView } from '@/contract/views'
import { type PersonRef, type Role, refuse } from '@/domain/decider'
import { isAccused, isSecret } from '@/domain/grievance-permission'
import type { UnitRef } from '@/domain/grievance-types'
import { mayOn } from '@/domain/permission'
import { after, DAY } from '@/domain/time'
import { findPlace } from '../circumstances'
import { holderOf } from '../code-holder'
import { commit } from '../commit'
import type { Command } from '../kinds'
import { mayBeLikened } from '../likeness'
import { openMatter } from '../matter-document'
import { codeOf, codeWrite } from '../query-code'
import { shareOf } from '../throttle'
import { findUnit, unitWith } from '../units'
import type { World } from '../world'
import { type Binding, type Context, onMatter, type Result, requestOf, viewOf } from './binding'
import { filesNamed, recordingNamed } from './files'
import { consentIn, withWhoElse } from './forwarding'

/** What people report: each action bound to what it loads and the command it becomes. */

const CALL_TYPED_IN_BY = 31 * DAY
/** Shorter than a UUID or a ULID anybody might guess it: then the words of the report stand for the reporter too. */
const HARD_TO_GUESS = 20
/** Who writes down what a call, a counter, a group or the city's line brought. */
const REGISTRARS: readonly Role[] = [...CLERKS, 'command']

async function submit(context: Context, input: Parsed<'grievance.submit'>): Result<MatterView> {
  const { world, actor, person } = context
  const seconds = await shareOf(context, 'report')
  if (seconds) return refuse('throttle.wait', { seconds })
  const request = requestOf(context, input)
  const visitor = actor.role === 'visitor'
  const who = visitor && input.requestId.length < HARD_TO_GUESS ? `${actor.id}|${request.digest}` : actor.id
  const id = `grievance:${world.seal.lookup('request', `${who}|grievance|${input.requestId}`)}`
  const named = () => filesOf(context, input, id)
  const [place, files, against, parent] = await Promise.all([
    findPlace(world, input.place),
    named(),
    input.against ? findUnit(world, input.against) : undefined,
    input.follows ? parentOf(world, input.follows) : undefined,
  ])
  const registrar = REGISTRARS.includes(actor.role)
  const invalid: Problem[] = [
    ...(place ? [] : [{ field: 'place', code: 'unknown-place' }]),
    ...(input.against && !against ? [{ field: 'against', code: 'unknown-unit' }] : []),
    ...(input.follows && !parent ? [{ field: 'follows', code: 'unknown-matter' }] : []),
    ...files.problems,
    ...(['callFrom', 'source', 'upperNo', 'upperDue'] as const).flatMap((field) =>
      input[field] && !registrar ? [{ field, code: 'not-an-option' }] : [],
    ),
    ...(input.upperDue && input.source !== 'upper' ? [{ field: 'upperDue', code: 'not-an-option' }] : []),
    ...(input.callFrom && input.callFrom < after(world.clock.now(), -CALL_TYPED_IN_BY)
      ? [{ field: 'callFrom', code: 'bad-instant' }]
      : []),
  ]
  if (!place || invalid.length > 0) return { invalid }
  const form = { topic: input.topic, place, ...(input.against && { against: input.against }) }
  // She can't forward what is said against her own committee.
  if (isAccused(form, actor)) return withWhoElse(context, place, refuse('grievance.against-your-own'))

  const own = actor.role === 'resident'
  // Nobody is to know: her code stands for her, and not even her account is kept.
  const nameless = input.anonymity === 'full'
  const alone = visitor || (own && nameless)
  const helper: PersonRef = {
    id: actor.id,
    name: actor.name,
    ...(actor.unit && { unit: actor.unit }),
    ...(person?.phone && { phone: person.phone }),
  }
  const code = codeOf(world, id, alone ? holderOf(id) : actor.id)
  const { anonymity, photos, language, text, voice, spot, pin, source, upperNo, upperDue, callFrom, forwarded } = input
  const kin = forwarded?.kin ?? input.kin
  const outcome = await commit(world, {
    id,
    actor: alone ? { ...actor, id: holderOf(id), name: '' } : actor,
    request,
    beside: async () => {
      const bound = await named()
      return { writes: [codeWrite(world, id, code), ...bound.writes], problems: bound.problems }
    },
    command: () => ({
      type: 'SubmitGrievance',
      ...form,
      anonymity,
      photos: [...new Set(photos)],
      ...(language && { language }),
      ...(alone ? { owner: holderOf(id) } : own ? { owner: actor.id } : { helper }),
      tell: forwarded?.tell ?? input.tell ?? ['person'],
      ...(source && { source }),
      ...(upperDue && { upperDue }),
      ...(callFrom && { callFrom }),
      ...(parent && !isSecret(form) && { follows: parent }),
      personal: {
        ...(text && { text }),
        ...(voice && { voice }),
        ...(spot && { spot }),
        ...(pin && { pin }),
        reporter: nameless ? {} : reporterOf(context, input),
        ...consentIn(forwarded),
        ...(kin && { kin }),
        ...(upperNo && { upperNo }),
      },
    }),
  })
  if (!('matter' in outcome)) return withWhoElse(context, place, outcome)
  // Until she has read her code she is only whoever reported it: the reply shows it to her.
  const asker = alone ? { ...context, actor: { ...actor, id: holderOf(id) } } : context
  return viewOf(asker, outcome.matter, code)
}

/** As she wrote herself down, or as the county knows her. */
function reporterOf({ actor, person }: Context, { reporter, hours }: Parsed<'grievance.submit'>) {
  const own = actor.role === 'resident'
  const phone = reporter?.phone ?? (own ? person?.phone : undefined)
  const name = reporter?.name ?? (own && person?.phone ? person.name : undefined)
  return { ...(name && { name }), ...(phone && { phone }), ...(hours && { hours }) }
}

async function filesOf(context: Context, input: Parsed<'grievance.submit'>, id: string) {
  const { photos, voice, forwarded, anonymity } = input
  // Her account would stand beside her photos.
  const owner = context.actor.role === 'resident' && anonymity === 'full' ? holderOf(id) : undefined
  const one = async (file: string | undefined, field: string) => {
    const { problems, writes } = await filesNamed(context, file ? [file] : [], field, id, owner)
    return { writes, problems: problems.map(({ code }) => ({ field, code })) }
  }
  const found = await Promise.all([
    filesNamed(context, photos, 'photos', id, owner),
    recordingNamed(context, voice, id, owner),
    one(forwarded?.consent.fileId, 'forwarded.consent.fileId'),
  ])
  return { problems: found.flatMap(({ problems }) => problems), writes: found.flatMap(({ writes }) => writes) }
}

/** A report that may be followed: it is there, isn't secret, and follows none itself. */
async function parentOf(world: World, id: string): Promise<string | undefined> {
  const doc = id.startsWith('grievance:') ? await world.store.get('matters', id) : undefined
  const state = doc && openMatter(doc, world.seal).state
  return state?.kind === 'grievance' && mayBeLikened(state) && !state.follows ? id : undefined
}

/** The photos or papers that a command names are bound to the matter in its own save. */
const withFiles =
  <I extends { id: string; version?: number; requestId: string }>(
    field: string,
    filesIn: (input: I) => string[],
    command: (input: I) => Command,
  ) =>
  async (context: Context, input: I): Result<MatterView> => {
    const named = () => filesNamed(context, filesIn(input), field, input.id)
    const { problems } = await named()
    if (problems.length > 0) return { invalid: problems }
    return onMatter<I>(command, named)(context, input)
  }

/** Units as they stand in a matter, each with its named person; what is wrong with a code stands beside its field. */
async function unitsNamed({ world }: Context, id: string, codes: string[], field: (n: number) => string) {
  const doc = codes.length > 0 ? await world.store.get('matters', id) : undefined
  // Whose own report it is answers for it in no unit.
  const owner = doc && openMatter(doc, world.seal).state.owner
  const found = await Promise.all(codes.map((code) => unitWith(world, code, owner)))
  const problems = found.flatMap((unit, n): Problem[] =>
    unit === undefined
      ? [{ field: field(n), code: 'unknown-unit' }]
      : unit === 'nobody'
        ? [{ field: field(n), code: 'nobody-there' }]
        : [],
  )
  return { problems, units: found.filter((unit): unit is UnitRef => typeof unit === 'object') }
}

async function dispatch(context: Context, input: Parsed<'grievance.dispatch'>): Result<MatterView> {
  const [main, others] = await Promise.all([
    unitsNamed(context, input.id, [input.main], () => 'main'),
    unitsNamed(context, input.id, input.with, (n) => `with.${n}`),
  ])
  const problems = [...main.problems, ...others.problems]
  const [unit] = main.units
  if (!unit || problems.length > 0) return { invalid: problems }
  return onMatter<typeof input>(({ why, brief }) => ({
    type: 'Dispatch',
    main: unit,
    with: others.units,
    why,
    ...(brief && { brief }),
  }))(context, input)
}

async function ruleReturn(context: Context, input: Parsed<'grievance.ruleReturn'>): Result<MatterView> {
  const { units, problems } = await unitsNamed(context, input.id, input.main ? [input.main] : [], () => 'main')
  if (problems.length > 0) return { invalid: problems }
  const [main] = units
  return onMatter<typeof input>(({ decision, why }) => ({
    type: 'RuleReturn',
    decision,
    ...(main && { main }),
    why,
  }))(context, input)
}

/** A town sends down to what lies below it, and nowhere else. */
async function sendDown(context: Context, input: Parsed<'grievance.sendDown'>): Result<MatterView> {
  const { world, actor } = context
  const [{ units, problems }, unit] = await Promise.all([
    unitsNamed(context, input.id, [input.unit], () => 'unit'),
    findUnit(world, input.unit),
  ])
  const [to] = units
  if (!to) return { invalid: problems }
  if (unit?.parents.grievance !== actor.unit) return { invalid: [{ field: 'unit', code: 'not-below' }] }
  return onMatter<typeof input>(({ why }) => ({ type: 'SendDown', to, ...(why && { why }) }))(context, input)
}

async function follow(context: Context, input: Parsed<'grievance.follow'>): Result<MatterView> {
  const { world, actor } = context
  const doc = await world.store.get('matters', input.id)
  const own = doc && openMatter(doc, world.seal).state
  if (!own || !mayOn('grievance.follow', own, actor)) return refuse('grievance.not-found')
  if (input.parent === input.id) return refuse('grievance.follows-itself')
  const parent = await parentOf(world, input.parent)
  if (!parent) return { invalid: [{ field: 'parent', code: 'unknown-matter' }] }
  return onMatter<typeof input>(() => ({ type: 'Follow', parent }))(context, input)
}

type Bound = Exclude<Extract<ActionName, `grievance.${string}`>, 'grievance.similar' | 'grievance.advice'>
export const grievanceActions: { [A in Bound]: Binding<A> } = {
  'grievance.submit': submit,
  'grievance.accept': onMatter(({ type, handling, item, publicSafety }) => ({
    type: 'AcceptGrievance',
    as: type,
    handling,
    ...(item && { item }),
    ...(publicSafety && { publicSafety }),
  })),
  'grievance.reclassify': onMatter(({ handling, type, why }) => ({
    type: 'Reclassify',
    handling,
    ...(type && { as: type }),
    why,
  })),
  'grievance.sendBack': onMatter(({ items }) => ({ type: 'SendBack', items })),
  'grievance.complete': withFiles(
    'photos',
    ({ photos }) => photos,
    ({ text, photos }) => ({ type: 'CompleteGrievance', photos, ...(text && { text }) }),
  ),
  'grievance.decline': onMatter(({ reason, channel, person, phone, version }) => ({
    type: 'DeclineGrievance',
    reason,
    channel,
    ...(version !== undefined && { seen: true }),
    ...(person && { person }),
    ...(phone && { phone }),
  })),
  'grievance.handOver': onMatter(({ to, record }) => ({ type: 'HandOver', to, record })),
  'grievance.dispatch': dispatch,
  'grievance.sign': onMatter(() => ({ type: 'Sign' })),
  'grievance.return': onMatter(({ why, basis }) => ({ type: 'ReturnGrievance', why, basis })),
  'grievance.ruleReturn': ruleReturn,
  'grievance.passUp': onMatter(({ why }) => ({ type: 'PassUp', why })),
  'grievance.sendDown': sendDown,
  'grievance.extend': onMatter(({ until, why }) => ({ type: 'AskExtension', until, why })),
  'grievance.ruleExtend': onMatter(({ ok }) => ({ type: 'RuleExtension', ok })),
  'grievance.suspend': withFiles(
    'evidence',
    ({ evidence }) => evidence,
    ({ ground, evidence, until, note }) => ({ type: 'Suspend', ground, evidence, until, ...(note && { note }) }),
  ),
  'grievance.resume': onMatter(() => ({ type: 'Resume' })),
  'grievance.respond': onMatter(({ text }) => ({ type: 'Respond', text })),
  'grievance.resolve': withFiles(
    'photos',
    ({ photos }) => photos,
    ({ result, text, photos, mediation, without }) => ({
      type: 'Resolve',
      result,
      text,
      photos,
      ...(mediation && { mediation: withPlace(mediation) }),
      ...(without && { without }),
    }),
  ),
  'grievance.check': onMatter(({ ok, why }) => ({ type: 'CheckResult', ok, ...(why && { why }) })),
  'grievance.callBack': onMatter(({ reached, satisfied, note }) => ({
    type: 'CallBack',
    reached,
    ...(satisfied !== undefined && { satisfied }),
    note,
  })),
  'grievance.rate': onMatter(({ stars, text }) => ({ type: 'Rate', stars, ...(text && { text }) })),
  'grievance.contacted': onMatter(({ note }) => ({ type: 'ContactReporter', note })),
  'grievance.rectified': onMatter(({ text }) => ({ type: 'Rectify', text })),
  'grievance.object': onMatter(({ why }) => ({ type: 'ObjectToResult', why })),
  'grievance.ruleObjection': onMatter(({ reopen, why }) => ({ type: 'RuleObjection', reopen, why })),
  'grievance.reopen': onMatter(({ why }) => ({ type: 'Reopen', why })),
  'grievance.follow': follow,
  'grievance.unfollow': onMatter(() => ({ type: 'Unfollow' })),
  'grievance.withdraw': onMatter(() => ({ type: 'WithdrawGrievance' })),
  'grievance.upperAnswer': onMatter(({ text }) => ({ type: 'AnswerUpward', text })),
}

const withPlace = ({ place, ...mediation }: NonNullable<Parsed<'grievance.resolve'>['mediation']>) => ({
  ...mediation,
  ...(place && { place }),
})
