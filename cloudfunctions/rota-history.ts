import type { PastQuestion } from '@/domain/rehearsal'
import { demonstrationHistory, type HistoryUnit } from '@/domain/rehearsal-history'
import { addDays, type Day, dayOf, type Instant } from '@/domain/time'
import type { QuestionFact } from './kept-facts'
import type { Doc } from './ports'
import { readUnit } from './records'
import type { World } from './world'

/** The questions of the last 90 days, without a word of what was in them; a demonstration where there are too few. */
export type Past = {
  questions: PastQuestion[]
  demonstration: boolean
  from: Day
  to: Day
  towns: Map<string, string>
}

const DAYS = 90
// Fewer say nothing about an hour or a town.
const ENOUGH = 50
const PAGES = 40
const SEED = 1

export async function pastQuestions(world: World, now: Instant): Promise<Past> {
  const to = dayOf(now)
  const from = addDays(to, -DAYS)
  const [units, own] = await Promise.all([unitsOf(world), ownQuestions(world, from, to)])
  const towns = new Map(units.filter(({ kind }) => kind === 'town').map(({ code, name }) => [code, name]))
  const { questions, demonstration } =
    own.length >= ENOUGH
      ? { questions: own, demonstration: false }
      : demonstrationHistory(units, world.calendar, { until: to, days: DAYS, seed: SEED })
  return { questions, demonstration, from, to: addDays(to, -1), towns }
}

async function pages(read: (after: string | undefined) => Promise<{ docs: Doc[]; next?: string }>): Promise<Doc[]> {
  const docs: Doc[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const found = await read(after)
    docs.push(...found.docs)
    after = found.next
    if (after === undefined) break
  }
  return docs
}

async function ownQuestions(world: World, from: Day, before: Day): Promise<PastQuestion[]> {
  const query = { index: 'byDay', where: { what: 'question.asked' }, range: { from, before }, limit: 100 }
  const docs = await pages((after) => world.store.list('facts', { ...query, ...(after && { after }) }))
  return docs.map((doc) => {
    const { sentAt, town, language, topic } = JSON.parse(doc.body) as QuestionFact
    const subject = world.topics[topic]?.subject ?? 'other'
    return { at: sentAt, town, language: language === 'mn' ? 'mn' : 'zh', subject }
  })
}

async function unitsOf(world: World): Promise<(HistoryUnit & { name: string })[]> {
  const of = (kind: string) =>
    pages((after) =>
      world.store.list('units', { index: 'byKind', where: { kind }, limit: 100, ...(after && { after }) }),
    )
  const docs = await Promise.all([of('town'), of('village'), of('community')])
  return docs.flat().map((doc) => {
    const { code, kind, name, parents } = readUnit(doc)
    return { code, kind, name, parents }
  })
}
