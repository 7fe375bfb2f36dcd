import type { Parsed } from '@/contract/actions'
import { topics } from '@/contract/fields'
import type { Knowledge, KnowledgeRow } from '@/contract/views'
import { type Actor, type Refusal, refuse } from '@/domain/decider'
import { findKnowledge } from '@/domain/knowledge'
import { dayOf } from '@/domain/time'
import { entriesOf, type KnowledgeRecord, keepKnowledge, knowledgeOf, knowledgeRow, knowledgeView } from '../knowledge'
import { soundOf } from '../pinyin'
import { type Binding, type Context, type Result, requestOf } from './binding'

/** Questions and answers, for residents and for whoever answers them. */

const isStaff = ({ role }: Actor): boolean => role !== 'resident' && role !== 'visitor'

async function search(
  { world, actor, now }: Context,
  { text = '', topic }: Parsed<'knowledge.search'>,
): Result<{ items: KnowledgeRow[] }> {
  const entries = await entriesOf(world, topic ? [topic] : topics)
  const shown = entries.filter(({ forStaff }) => !forStaff || isStaff(actor))
  return { items: findKnowledge(shown, text).map((entry) => knowledgeRow(entry, dayOf(now))) }
}

async function get({ world, actor, now }: Context, { id }: Parsed<'knowledge.get'>): Result<Knowledge> {
  const found = await knowledgeOf(world, id)
  if (!found || found.record.removed || (found.record.forStaff && !isStaff(actor))) return refuse('knowledge.not-found')
  return knowledgeView(found, dayOf(now))
}

// Somebody else saved another entry of the topic in the same moment.
const ATTEMPTS = 8

async function save(context: Context, input: Parsed<'knowledge.save'>): Result<Knowledge> {
  const { world, actor, now } = context
  const request = requestOf(context, input)
  const id = input.id ?? `k-${request.key}`
  if (input.reviewAt <= dayOf(now)) return { invalid: [{ field: 'reviewAt', code: 'in-the-past' }] }
  const sounds = await Promise.all([input.question, ...input.keywords].map(soundOf))
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const was = await knowledgeOf(world, id)
    const before = was?.record.request
    if (was && before?.key === request.key)
      return before.digest === request.digest ? knowledgeView(was, dayOf(now)) : refuse('request.reused')
    if (input.id && (!was || was.record.removed)) return refuse('knowledge.not-found')
    if (was && input.version !== undefined && input.version !== was.version) return changed(was.record)
    const { topic, question, answer, keywords, reviewAt, source, forStaff } = input
    const record: KnowledgeRecord = {
      ...{ id, topic, question, answer, keywords, sounds, reviewAt, forStaff, request },
      ...(source && { source }),
      savedBy: actor.name,
      savedAt: now,
    }
    const kept = await keepKnowledge(world, record, was)
    if (kept === 'full') return refuse('knowledge.full')
    if (kept === 'kept') return knowledgeView({ record, version: (was?.version ?? 0) + 1 }, dayOf(now))
  }
  return refuse('matter.busy')
}

const changed = ({ savedBy, savedAt }: KnowledgeRecord): Refusal =>
  refuse('matter.changed', { by: savedBy, at: savedAt })

async function remove(context: Context, input: Parsed<'knowledge.remove'>): Result<{ removed: boolean }> {
  const { world, actor, now } = context
  const request = requestOf(context, input)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const was = await knowledgeOf(world, input.id)
    if (was?.record.removed && was.record.request?.key === request.key) return { removed: true }
    if (!was || was.record.removed) return refuse('knowledge.not-found')
    const removed = { at: now, by: actor.name, why: input.why }
    const kept = await keepKnowledge(world, { ...was.record, removed, request }, was)
    if (kept === 'kept') return { removed: true }
  }
  return refuse('matter.busy')
}

export const knowledgeActions: {
  [A in 'knowledge.search' | 'knowledge.get' | 'knowledge.save' | 'knowledge.remove']: Binding<A>
} = {
  'knowledge.search': search,
  'knowledge.get': get,
  'knowledge.save': save,
  'knowledge.remove': remove,
}
