import type { ActionName } from '@/contract/actions'
import { type Actor, isRefusal, type Refusal } from '@/domain/decider'
import { mayOn, rolesOf } from '@/domain/permission'
import { isLive } from '@/domain/question-offers'
import type { PassReason, Question, QuestionCommand } from '@/domain/question-types'
import { after, DAY, type Instant, MINUTE } from '@/domain/time'
import { noticeText } from '@/words/notices'
import { sentence } from '@/words/refusals'
import { openedFrom, requestOf } from './actions/binding'
import { findPerson } from './circumstances'
import { commit } from './commit'
import { createAll } from './create'
import type { Opened } from './matter-document'
import { type NoticeRecord, readNotice, recipientKey, write } from './outbox'
import type { World } from './world'

/**
 * Answers by SMS: 1 take it, 2 busy, 3 bound. A number is known by the letters that were sent to it, so that only who
 * was asked can answer, and needs no list of numbers. The answer goes the same way as the page's button.
 */

/** `key` names the message, so that the same one coming twice is one; `sentAt` is when it was written, if that is known. */
export type Incoming = { from: string; text: string; key: string; sentAt?: Instant }
/** `unknown`: nobody was asked at this number, and nothing goes back. `again`: it has been answered already. */
export type Heard = 'taken' | 'passed' | 'bound' | 'late' | 'refused' | 'none' | 'unclear' | 'unknown' | 'again'

type Digit = { action: ActionName & ('question.take' | 'question.pass'); command: QuestionCommand; heard: Answered }
const pass = (why: PassReason, heard: Answered): Digit => ({
  action: 'question.pass',
  command: { type: 'PassQuestion', why },
  heard,
})
const digits: Record<string, Digit> = {
  '1': { action: 'question.take', command: { type: 'TakeQuestion' }, heard: 'taken' },
  '2': pass('busy', 'passed'),
  '3': pass('interest', 'bound'),
}

/** One digit and nothing else, however it was typed: 「１」, "1。", " 1 ". */
export const digitOf = (text: string): string | undefined =>
  /^[123]$/.exec(text.normalize('NFKC').replace(/[\s\p{P}]/gu, ''))?.[0]

/** Does what the message asks for and writes the letter that tells what came of it. Throws StoreBusy. */
export async function answerBySms(world: World, incoming: Incoming): Promise<Heard> {
  const letters = await lettersTo(world, incoming.from)
  const mark = world.seal.lookup('request', `sms|${plain(incoming.from)}|${incoming.key}`).slice(0, 22)
  if (await world.store.get('notices', replyId(mark))) return 'again'
  const asked = letters.filter(({ template }) => OFFERS.includes(template))
  if (asked.length === 0) return 'unknown'
  const digit = digits[digitOf(incoming.text) ?? '']
  const to = asked[0]?.to ?? incoming.from
  const reply = (heard: Answered, about: About = {}) => replied(world, { mark, to, heard, letters, ...about })
  if (!digit) return reply('unclear')
  const found = await questionFor(world, asked, incoming, mark)
  if (!found) return reply('none')
  const { matter, state, person } = found
  const actor = await actorOf(world, person, digit.action)
  if (!actor) return reply('none')
  const { action, command, heard } = digit
  const context = { world, now: world.clock.now(), actor, action, origin: { source: 'sms', trace: mark } }
  const outcome = await commit(world, {
    id: matter.id,
    actor,
    command: () => command,
    request: requestOf(context, { requestId: mark }),
    permit: (is) => mayOn(action, is, actor),
  })
  const about = { matter: matter.id, params: { place: state.place.text, topic: state.topic } }
  if (isRefusal(outcome)) return reply(...notDone(outcome, actor, about, world.clock.now()))
  return reply(heard, about)
}

const OFFERS: readonly string[] = ['question.offer', 'question.must-take']
const LOOKED_AT = 50
const ASKED_LATELY = DAY
// Tencent's clock and ours.
const APART = MINUTE

/** 「+86 139…」 and 「139…」 are one telephone. */
const plain = (number: string): string => number.replace(/[\s-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
const spellings = (number: string): string[] => [plain(number), `+86${plain(number)}`, `86${plain(number)}`]

/** The last letters to this number by SMS, newest first. */
async function lettersTo(world: World, number: string): Promise<NoticeRecord[]> {
  const query = { index: 'byRecipient', order: 'descending' as const, limit: LOOKED_AT }
  const keys = [...new Set(spellings(number).map((each) => recipientKey(world, each)))]
  const pages = await Promise.all(keys.map((to) => world.store.list('notices', { ...query, where: { to } })))
  const letters = pages.flatMap(({ docs }) => docs.map((doc) => readNotice(world, doc)))
  return letters.sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0))
}

type Found = { matter: Opened; state: Question; person: string }

/**
 * Which question he means: the one this very message answered before; else the last that he may still take, of those
 * whose letter left before one that never did; else the last he was asked.
 */
async function questionFor(
  world: World,
  asked: NoticeRecord[],
  { from, sentAt }: Incoming,
  mark: string,
): Promise<Found | undefined> {
  const now = world.clock.now()
  const until = sentAt ? after(sentAt, APART) : now
  const lately = asked.filter(({ at }) => at > after(now, -ASKED_LATELY) && at <= until)
  const ids = [...new Set([...lately.filter(left), ...lately].map(({ matter }) => matter))]
  const docs = ids.length > 0 ? await world.store.getMany('matters', ids) : []
  const found = docs.map(openedFrom(world, now)).flatMap((matter): Found[] => {
    const { state } = matter
    if (state.kind !== 'question') return []
    const offers = state.offers.filter(({ to }) => to.phone !== undefined && plain(to.phone) === plain(from))
    const person = (offers.find(isLive) ?? offers[0])?.to.id
    return person ? [{ matter, state, person }] : []
  })
  const before = found.find(({ matter, person }) => {
    const keys = ANSWERS.map((action) => requestKey(world, person, action, mark))
    return matter.seen.some(([key]) => keys.includes(key))
  })
  const live = ({ state, person }: Found) =>
    state.stage === 'open' && state.offers.some((offer) => offer.to.id === person && isLive(offer))
  return before ?? found.find(live) ?? found[0]
}
const ANSWERS = ['question.take', 'question.pass'] as const
const left = ({ state }: NoticeRecord): boolean => state !== 'failed'

const requestKey = (world: World, person: string, action: ActionName, mark: string): string => {
  const actor: Actor = { id: person, name: '', role: 'lawyer' }
  const context = { world, now: '', actor, action, origin: { source: 'sms', trace: mark } }
  return requestOf(context, { requestId: mark }).key
}

/** He acts in the first of his roles that may answer at all. */
async function actorOf(world: World, id: string, action: ActionName): Promise<Actor | undefined> {
  const person = await findPerson(world, id)
  const role = person?.roles.find((held) => rolesOf(action).includes(held.role))
  return person && role && { id: person.id, name: person.name, ...role }
}

type About = { matter?: string; params?: Record<string, string> }

function notDone({ refused, detail }: Refusal, { name }: Actor, about: About, now: Instant): [Answered, About] {
  const by = refused === 'matter.changed' ? detail?.by : undefined
  // What he has answered himself by now isn't somebody else's.
  if (refused.endsWith('.not-found') || by === name) return ['none', {}]
  const why = sentence(refused, detail, now)
  return typeof by === 'string'
    ? ['late', { ...about, params: { ...about.params, by } }]
    : ['refused', { ...about, params: { ...about.params, why } }]
}

/** What goes back. */
const templates: Record<Exclude<Heard, 'unknown' | 'again'>, string> = {
  taken: 'sms.taken',
  passed: 'sms.passed',
  bound: 'sms.bound',
  late: 'sms.late',
  refused: 'sms.refused',
  none: 'sms.none',
  unclear: 'sms.unclear',
}
type Answered = keyof typeof templates

const replyId = (mark: string): string => `sms:${mark}`
/** A machine that answers every message must not be answered every time. */
const ONCE_IN = 10 * MINUTE
const RARELY: readonly Answered[] = ['unclear', 'none', 'refused']

type Reply = About & { mark: string; to: string; heard: Answered; letters: NoticeRecord[] }

async function replied(world: World, { mark, to, heard, letters, matter, params = {} }: Reply): Promise<Heard> {
  const now = world.clock.now()
  const template = templates[heard]
  const since = after(now, -ONCE_IN)
  if (RARELY.includes(heard) && letters.some((said) => said.template === template && said.at > since)) return heard
  const id = replyId(mark)
  const letter: NoticeRecord = {
    id,
    at: now,
    matter: matter ?? id,
    channel: 'sms',
    template,
    state: 'waiting',
    tries: 0,
    seen: false,
    to,
    text: noticeText(template, params),
    params,
  }
  await createAll(world, [write(world, letter, 0)])
  return heard
}
