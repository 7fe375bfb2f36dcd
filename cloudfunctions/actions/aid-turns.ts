import type { Parsed } from '@/contract/actions'
import type { aidTurnActions as rows } from '@/contract/aid-turn-actions'
import type { MatterView } from '@/contract/views'
import type { PersonRef } from '@/domain/decider'
import { findPlace } from '../circumstances'
import { commit } from '../commit'
import { codeOf, codeWrite } from '../query-code'
import { countyPlace } from '../units'
import { type Binding, type Context, onMatter, type Result, requestOf, viewOf } from './binding'
import { filesNamed } from './files'

/** What turns the course of legal aid, each action bound to the command it becomes. */

async function criminalNotice(context: Context, input: Parsed<'aid.criminalNotice'>): Result<MatterView> {
  const { world, actor, person } = context
  const id = `aid:${world.seal.lookup('request', `${actor.id}|notice|${input.requestId}`)}`
  const named = () => filesNamed(context, input.evidence, 'evidence', id)
  const { organ, organName, ground, offence, receivedAt, where } = input
  const [place, files] = await Promise.all([where ? findPlace(world, where.place) : countyPlace(world), named()])
  if (!place) return { invalid: [{ field: 'where.place', code: 'unknown-place' }, ...files.problems] }
  if (files.problems.length > 0) return { invalid: files.problems }
  const code = codeOf(world, id, actor.id)
  const helper: PersonRef = { id: actor.id, name: actor.name, ...(person?.phone && { phone: person.phone }) }
  const outcome = await commit(world, {
    id,
    actor,
    request: requestOf(context, input),
    beside: async () => {
      const own = await named()
      return { writes: [codeWrite(world, id, code), ...own.writes], problems: own.problems }
    },
    command: () => ({
      type: 'ReceiveNotice',
      for: 'other',
      place,
      topic: 'criminal',
      source: 'paper',
      evidence: [...new Set(input.evidence)],
      helper,
      tell: ['person'],
      organ,
      ground,
      receivedAt,
      personal: { applicant: input.person, story: '', parties: [], groups: [], criminal: { organName, offence } },
    }),
  })
  return 'matter' in outcome ? viewOf(context, outcome.matter, code) : outcome
}

type WithPapers = { id: string; requestId: string; evidence: string[] }

/** The papers it names are bound to the matter in the same save. */
const withPapers =
  <I extends WithPapers>(command: Parameters<typeof onMatter<I>>[0]) =>
  (context: Context, input: I): Result<MatterView> =>
    onMatter<I>(command, () => filesNamed(context, input.evidence, 'evidence', input.id))(context, input)

export const aidTurnActions: { [A in keyof typeof rows]: Binding<A> } = {
  'aid.criminalNotice': criminalNotice,
  'aid.organTold': onMatter(({ how }) => ({ type: 'TellOrgan', how })),
  'aid.provideFirst': onMatter(({ ground, why, lawyer, notSame }) => ({
    type: 'ProvideFirst',
    ground,
    why,
    ...(lawyer && { lawyer }),
    ...(notSame && { notSame }),
  })),
  'aid.regularise': onMatter(() => ({ type: 'Regularise' })),
  'aid.leave': withPapers(({ cause, evidence, why }) => ({
    type: 'LeaveAid',
    cause,
    files: evidence,
    ...(why && { why }),
  })),
  'aid.changeLawyer': onMatter(({ why }) => ({ type: 'AskForChange', ...(why && { why }) })),
  'aid.nearAnswer': onMatter(({ same, why }) => ({ type: 'AnswerNear', same, why })),
  'aid.suspend': withPapers(({ evidence, until }) => ({
    type: 'SuspendAid',
    files: evidence,
    ...(until && { until }),
  })),
  'aid.resume': onMatter(() => ({ type: 'ResumeAid' })),
  'aid.ended': onMatter(({ on }) => ({ type: 'EndCase', on })),
  'aid.terminate': onMatter(({ ground, why }) => ({ type: 'TerminateAid', article: ground, why })),
  'aid.terminationTold': onMatter(({ how }) => ({ type: 'TellTermination', how })),
  'aid.object': onMatter(({ why }) => ({ type: 'ObjectToAid', why })),
  'aid.rule': onMatter(({ decision, why }) => ({ type: 'RuleObjection', decision, why })),
  'aid.falsePromise': onMatter(({ what }) => ({ type: 'DoubtPromise', what })),
  'aid.ruleFalsePromise': onMatter(({ found, why }) => ({ type: 'RuleDoubt', found, why })),
}
