import type { ActionName, Parsed } from '@/contract/actions'
import { HELPERS } from '@/contract/aid-actions'
import type { MatterView, Message, QuestionCard } from '@/contract/views'
import { isRefusal, type PersonRef, refuse } from '@/domain/decider'
import { running } from '@/domain/matter'
import type { Matter } from '@/domain/matters'
import { mayEver, mayOn, standing } from '@/domain/permission'
import { holderOf as whoHas } from '@/domain/question-talk'
import type { Question } from '@/domain/question-types'
import { seesPart } from '@/domain/sight'
import { after, DAY, NEVER } from '@/domain/time'
import { languageTexts } from '@/words/aid'
import { cardTitle, questionStageTexts } from '@/words/question'
import { circumstances, findPerson, findPlace, refOf } from '../circumstances'
import { holderOf } from '../code-holder'
import { commit } from '../commit'
import { questionKind } from '../kinds/question'
import { openMatter } from '../matter-document'
import { isSaid, messagesOf, messageWrite } from '../messages'
import { codeOf, codeWrite } from '../query-code'
import { type Binding, type Context, onMatter, openedFrom, type Result, requestOf, viewOf } from './binding'
import { filesNamed, recordingNamed } from './files'
import { consentIn, withWhoElse } from './forwarding'

/** The eight minutes: each action bound to what it loads and the command it becomes. */

const CALL_TYPED_IN_BY = 31 * DAY
/** Shorter than a UUID or a ULID anybody might guess it: then the words of the question stand for the asker too. */
const HARD_TO_GUESS = 20

async function ask(context: Context, input: Parsed<'question.ask'>): Result<MatterView> {
  const { world, actor, person } = context
  const request = requestOf(context, input)
  const visitor = actor.role === 'visitor'
  const who = visitor && input.requestId.length < HARD_TO_GUESS ? `${actor.id}|${request.digest}` : actor.id
  const id = `question:${world.seal.lookup('request', `${who}|question|${input.requestId}`)}`
  const consent = input.forwarded?.consent.fileId
  const named = async () => {
    const voice = await recordingNamed(context, input.voice, id)
    const agreed = await filesNamed(context, consent ? [consent] : [], 'forwarded.consent.fileId', id)
    const problems = [...voice.problems, ...agreed.problems].map(({ field, code }) => ({
      field: field.replace(/\.0$/, ''),
      code,
    }))
    return { problems, writes: [...voice.writes, ...agreed.writes] }
  }
  const [place, files] = await Promise.all([findPlace(world, input.village), named()])
  const clerk = actor.role !== 'resident' && !visitor && !HELPERS.includes(actor.role)
  const invalid = [
    ...(place ? [] : [{ field: 'village', code: 'unknown-place' }]),
    ...files.problems,
    ...(input.text || input.voice || input.callFrom || clerk ? [] : [{ field: 'text', code: 'missing' }]),
    ...(['callFrom', 'source'] as const).flatMap((field) =>
      input[field] && !clerk ? [{ field, code: 'not-an-option' }] : [],
    ),
    ...(input.callFrom && input.callFrom < after(world.clock.now(), -CALL_TYPED_IN_BY)
      ? [{ field: 'callFrom', code: 'bad-instant' }]
      : []),
  ]
  if (!place || invalid.length > 0) return { invalid }
  // She can't forward what is asked against her own committee.
  if (HELPERS.includes(actor.role) && input.topic === 'village-cadre' && actor.unit === place.code)
    return withWhoElse(context, place, refuse('question.against-your-own'))

  const own = actor.role === 'resident'
  const helper: PersonRef = { id: actor.id, name: actor.name, ...(person?.phone && { phone: person.phone }) }
  const phone = input.phone ?? (own ? person?.phone : undefined)
  const name = input.name ?? (own && person?.phone ? person.name : undefined)
  const kin = input.forwarded?.kin ?? input.kin
  const code = codeOf(world, id, visitor ? holderOf(id) : actor.id)
  const { topic, language, text, voice, source, callFrom, forwarded } = input
  const outcome = await commit(world, {
    id,
    actor,
    request,
    beside: async () => {
      const bound = await named()
      return { writes: [codeWrite(world, id, code), ...bound.writes], problems: bound.problems }
    },
    command: () => ({
      type: 'AskQuestion',
      place,
      topic,
      language,
      ...(own ? { owner: actor.id } : visitor ? { owner: holderOf(id) } : { helper }),
      tell: forwarded?.tell ?? input.tell ?? ['person'],
      ...(source && { source }),
      ...(callFrom && { callFrom }),
      personal: {
        ...(text && { text }),
        ...(voice && { voice }),
        asker: { ...(name && { name }), ...(phone && { phone }) },
        ...consentIn(forwarded),
        ...(kin && { kin }),
      },
    }),
  })
  if (!('matter' in outcome)) return withWhoElse(context, place, outcome)
  // Until she has read her code she is only whoever asked: the reply shows her own question to her.
  const asker = visitor ? { ...context, actor: { ...actor, id: holderOf(id) } } : context
  return viewOf(asker, outcome.matter, code)
}

async function message(context: Context, input: Parsed<'question.message'>): Result<MatterView> {
  const named = () => filesNamed(context, input.files, 'files', input.id)
  const { problems } = await named()
  if (problems.length > 0) return { invalid: problems }
  const beside = async (is: Matter) => {
    const bound = await named()
    const n = is.kind === 'question' ? is.said.count : 0
    return { ...bound, writes: [messageWrite(context, input, n), ...bound.writes] }
  }
  const said = await onMatter<typeof input>(({ files }) => ({ type: 'Say', files }), beside)(context, input)
  // The matter remembers its last requests only; the message lies there for good.
  if (!('refused' in said) || said.refused !== 'matter.busy' || !(await isSaid(context, input))) return said
  const { world, actor } = context
  const permit = (state: Matter) => mayOn('question.message', state, actor)
  const outcome = await commit(world, { id: input.id, actor, permit })
  return 'matter' in outcome ? viewOf(context, outcome.matter) : outcome
}

async function messages(
  context: Context,
  input: Parsed<'question.messages'>,
): Result<{ items: Message[]; next?: string }> {
  const { world, actor } = context
  const doc = await world.store.get('matters', input.id)
  const matter = doc && openMatter(doc, world.seal)
  const reader = matter && mayOn('question.messages', matter.state, actor) ? standing(matter.state, actor) : undefined
  if (!matter || !reader) return refuse('question.not-found')
  if (!seesPart(reader, 'talk', matter.state)) return { items: [] }
  return messagesOf(world, matter.id, reader === 'applicant' ? 'asker' : 'staff', actor.id, input)
}

/** What a group may see, and whether whoever looks may take it. */
async function card(context: Context, { id }: Parsed<'question.card'>): Result<QuestionCard> {
  const { world, now } = context
  const doc = await world.store.get('matters', id)
  const matter = doc?.keys.kind === 'question' ? openedFrom(world, now)(doc) : undefined
  if (matter?.state.kind !== 'question') return refuse('question.not-found')
  const { state } = matter
  // What is asked about a village's cadres doesn't reach the village by its group either.
  if (state.topic === 'village-cadre' && HELPERS.includes(context.actor.role)) return refuse('question.not-found')
  const { place, topic, language, sentAt, stage, clocks } = state
  const has = whoHas(state)
  return {
    id,
    title: cardTitle(topic),
    place: { code: place.code, text: place.text },
    languageText: languageTexts[language] ?? language,
    askedAt: sentAt,
    dueAt: running(clocks, 'question.answer')?.dueAt ?? state.routed?.callBackAt ?? NEVER,
    stage,
    stageText: questionStageTexts[stage],
    ...(has && stage !== 'open' && { takenBy: has.name }),
    mayTake: await mayTake(context, id, state),
  }
}

/** What the door would say to it now. */
async function mayTake({ world, actor, now }: Context, id: string, state: Question): Promise<boolean> {
  if (state.stage !== 'open' || !mayOn('question.take', state, actor)) return false
  const { duty, ...rest } = await circumstances(world, actor, now)
  if (!duty) return false
  const command = { type: 'TakeQuestion' } as const
  const given = { ...rest, duty }
  const found = await questionKind.consider(world, { id, actor }, state, command, given)
  return !isRefusal(questionKind.decide(world, state, command, given, found))
}

async function route(context: Context, input: Parsed<'question.route'>): Result<MatterView> {
  const person = await findPerson(context.world, input.person)
  // Only who may also make the call is promised: not a neighbour, nor whoever forwards for her village.
  if (!person?.roles.some(({ role }) => mayEver('question.calledBack', role)))
    return { invalid: [{ field: 'person', code: 'unknown-person' }] }
  return onMatter<typeof input>(({ callBackAt }) => ({ type: 'RouteQuestion', to: refOf(person), callBackAt }))(
    context,
    input,
  )
}

export const questionActions: { [A in Extract<ActionName, `question.${string}`>]: Binding<A> } = {
  'question.ask': ask,
  'question.message': message,
  'question.messages': messages,
  'question.card': card,
  'question.route': route,
  'question.ringLater': onMatter(({ at }) => ({ type: 'RingLater', at })),
  'question.take': onMatter(() => ({ type: 'TakeQuestion' })),
  'question.pass': onMatter(({ why }) => ({ type: 'PassQuestion', why })),
  'question.answer': onMatter(({ summary, next }) => ({ type: 'AnswerQuestion', summary, ...(next && { next }) })),
  'question.declareHire': onMatter(({ note }) => ({ type: 'DeclareHire', note })),
  'question.calledBack': onMatter(({ reached, note }) => ({ type: 'ReportTry', reached, note })),
  'question.helped': onMatter(({ yes, text }) => ({ type: 'SayHelped', yes, ...(text && { text }) })),
  'question.withdraw': onMatter(() => ({ type: 'WithdrawQuestion' })),
}
