import type { ClockView, MatterRow, MatterView, PersonView, TimelineEntry, TrackView } from '@/contract/views'
import { type Clock, colour, explain, face } from '@/domain/clock'
import type { Actor, PersonRef } from '@/domain/decider'
import { wasNeverHers } from '@/domain/forwarding'
import { heldByResult } from '@/domain/grievance-clocks'
import { isSecret } from '@/domain/grievance-permission'
import { mostUrgent } from '@/domain/matter'
import type { Matter } from '@/domain/matters'
import { can, standing } from '@/domain/permission'
import type { Policy } from '@/domain/policy'
import { type Part, type Reader, seesPart, sight } from '@/domain/sight'
import { earliest, type Instant } from '@/domain/time'
import { wordsOf } from '@/domain/transcription'
import { beingConfirmed, kindTexts, roleTexts, topicText } from '@/words/aid'
import { clockDueText, clockTitle, explainText, faceText } from '@/words/clock'
import { consentCheckText, disownedText, receivedNote, unsureText } from '@/words/forwarding'
import { inTimeline, timelineText } from '@/words/timeline'
import { rowText } from '@/words/visit'
import { holderOf } from './code-holder'
import { authorOf, type Opened, openEvent, type StoredEvent } from './matter-document'
import { detailFor, lawyerOf, papersOf, stageTextOf, whoAsks } from './present-kinds'
import { recordingShown, spokenHint } from './present-recording'
import { visitInRow } from './present-visit'
import type { World } from './world'

/** A matter as one actor sees it: redacted by the view table, worded by words/. */

// Who works on it sees the four warnings; everybody else sees whether it is in hand, kept or late.
const STAFF: readonly Reader[] = [
  'lawyer',
  'proposed',
  'organisation',
  'offered',
  'taker',
  'caller',
  'centre',
  'supervisor',
  'command',
  'handler',
  'blind-handler',
  'briefed-handler',
  'co-handler',
  'blind-co-handler',
  'briefed-co-handler',
  'host',
]

export type Extra = {
  code?: string
  events: StoredEvent[]
  unread: number
  closed?: Map<string, 'checking' | 'refused'>
  policy: Policy
  names?: ReadonlyMap<string, string>
}

export function matterView(world: World, matter: Opened, actor: Actor, now: Instant, extra: Extra): MatterView {
  const { state } = matter
  const reader = standing(state, actor) ?? 'gone'
  const sees = (part: Part) => seesPart(reader, part, state)
  return {
    ...head(matter, reader),
    ...(extra.code && { code: extra.code }),
    clocks: clocksFor(world, state, reader, now),
    people: sees('people') ? peopleOf(state, reader, sees) : [],
    timeline: sees('timeline')
      ? timelineOf(world, matter.id, shownTo(reader, state.kind, extra.events, sees), state, sees)
      : [],
    papers: sees('papers') && !wasNeverHers(state) ? papersShown(state, sees, extra.closed) : [],
    ...recordingShown(state, { reader, sees, now }),
    ...consentShown(state, reader, now),
    can: can(state, actor),
    unread: extra.unread,
    detail:
      reader === 'gone'
        ? { topic: state.topic, topicText: topicText(state.topic) }
        : detailFor(state, {
            world,
            id: matter.id,
            now,
            sees,
            actor: actor.id,
            reader,
            policy: extra.policy,
            names: extra.names ?? new Map(),
          }),
  }
}

/** Whoever may ask her, and whoever reads how she agreed, sees how that stands; whoever entered it, that it is asked. */
function consentShown(state: Matter, reader: Reader, now: Instant): Pick<MatterView, 'consentCheck'> {
  const { consentCheck: check } = state
  const sees = reader === 'unsure-helper' || seesPart(reader, 'consent', state) || STAFF.includes(reader)
  if (!check || !sees || UNTOLD.includes(reader)) return {}
  const { about, to, dueAt, said, tries } = check
  const is = said ? (said.yes ? 'agreed' : 'refused') : 'open'
  const words = {
    about,
    to: to.name,
    ...(dueAt && { dueAt }),
    tries: tries.length,
    ...(said && { by: said.by.name, at: said.at }),
  }
  const text = reader !== 'unsure-helper' ? consentCheckText[is](words, now) : said ? disownedText : unsureText(words)
  return { consentCheck: { state: is, text, to: to.name } }
}
/** Before they have it, or with her hidden. */
const UNTOLD: readonly Reader[] = ['proposed', 'offered', 'organisation']

const papersShown = (state: Matter, sees: (part: Part) => boolean, closed?: Extra['closed']): MatterView['papers'] =>
  papersOf(state, sees).map((paper) => {
    const shut = closed?.get(paper.id)
    return shut ? { ...paper, state: shut } : paper
  })

export function matterRow(world: World, matter: Opened, actor: Actor, now: Instant): MatterRow {
  const { state } = matter
  const reader = standing(state, actor) ?? 'gone'
  const clock = mostUrgent(promised(clocksOf(state, reader), reader))
  const lawyer = lawyerOf(state)
  const { name } = whoAsks(state)
  const hint = hintOf(state, reader)
  return {
    ...head(matter, reader),
    ...(hint && { hint }),
    ...(clock && { clock: clockView(world, clock, reader, seenAt(state, clock, now)) }),
    ...(seesPart(reader, 'applicant-name', state) && name && { applicant: name }),
    responsible: state.responsible.name,
    ...(lawyer && sight[reader].includes('lawyer') && { lawyer: lawyer.name }),
    ...papersAsked(state),
    ...(state.kind === 'visit' && { visit: visitInRow(state) }),
    can: can(state, actor),
  }
}

const HINT = 24

/** What tells reports of one topic apart in a list, for those at work on them. Of 举报 a list never shows the words. */
function hintOf(state: Matter, reader: Reader): string | undefined {
  const spoken = STAFF.includes(reader) ? spokenHint(state, reader) : undefined
  return [aboutText(state, reader), spoken].filter(Boolean).join('，') || undefined
}

function aboutText(state: Matter, reader: Reader): string | undefined {
  if (state.kind === 'visit') return rowText(state)
  if (state.kind !== 'grievance' || !STAFF.includes(reader) || !seesPart(reader, 'story', state)) return undefined
  const { spot } = state.personal
  const letters = [...(isSecret(state) ? '' : wordsOf(state.personal).replace(/\s+/g, ' ').trim())]
  if (letters.length === 0) return spot
  return letters.length > HINT ? `${letters.slice(0, HINT).join('')}…` : letters.join('')
}

/**
 * Who was promised noon tomorrow is shown that promise in a list; the stricter one is kept beside it for the bureau,
 * and on the matter's own page.
 */
const promised = (clocks: Clock[], reader: Reader): Clock[] =>
  STAFF.includes(reader) || !clocks.some(({ code }) => code === 'aid.grace')
    ? clocks
    : clocks.filter(({ code }) => code !== 'aid.promise')

export function trackView(world: World, matter: Opened, now: Instant): TrackView {
  const { id: _, version: _v, ...rest } = head(matter, 'tracker')
  return {
    ...rest,
    // Who has no account goes on from here: her code opens her own question, and only that.
    ...(matter.state.owner === holderOf(matter.id) && { id: matter.id }),
    ...papersAsked(matter.state),
    clocks: clocksFor(world, matter.state, 'tracker', now),
    people: peopleOf(matter.state, 'tracker', () => false),
  }
}

function head(
  { id, revision, state }: Opened,
  reader: Reader,
): Omit<MatterRow, 'clock' | 'applicant' | 'responsible' | 'can'> {
  const { kind, createdAt, place, topic } = state
  // Whether it ends by a call or under a code tells how much of her is known.
  const hidden = state.kind === 'grievance' && BLIND.includes(reader) && state.stage === 'checked'
  const shown: Matter = hidden ? { ...state, stage: 'closed' } : state
  const { stage } = shown
  // On her own telephone a list may be read over her shoulder.
  const quiet = topic === 'violence' && !STAFF.includes(reader)
  const title = quiet ? (kindTexts[kind] ?? '') : `${kindTexts[kind]}：${topicText(topic)}`
  return {
    id,
    kind,
    stage,
    // What one proposed is no decision yet: until a second has confirmed it, it is still being looked at.
    stageText:
      stage === 'refusal-unconfirmed' && !STAFF.includes(reader)
        ? beingConfirmed
        : stageTextOf(shown, !STAFF.includes(reader)),
    title,
    place: { code: place.code, text: place.text },
    createdAt,
    version: revision,
    ...(asUnit[reader] && { asUnit: asUnit[reader] }),
  }
}
const asUnit: Partial<Record<Reader, MatterView['asUnit']>> = {
  handler: 'main',
  'blind-handler': 'main',
  'briefed-handler': 'main',
  'co-handler': 'with',
  'blind-co-handler': 'with',
  'briefed-co-handler': 'with',
  former: 'former',
}

/** How she found it, and what followed, is for those who read reports: not for her helper, nor for who holds a code. */
const AFTERWARDS: readonly string[] = [
  'AidRated',
  'CalledBack',
  'AidRectified',
  'HireDeclared',
  'GrievanceRated',
  'ReporterCalledBack',
  'ReporterContacted',
  'GrievanceRectified',
  'ResultObjected',
  'ObjectionRuled',
]
/** What became of a question: for her helper only if she wants it told. */
const LED_TO: readonly string[] = ['CarriedOn', 'QuestionHelped']
const sober = (reader: Reader) => !sight[reader].includes('reports')
/** The clocks of a bad rating, whatever the matter. */
const isAfterRating = (code: string, kind: string): boolean =>
  code.startsWith(kind === 'grievance' ? 'grievance.rectify' : 'grievance.')
/** Between the bureau and those above or beside it. */
const INSIDE: readonly string[] = ['grievance.ruling', 'grievance.upper']
/** She is hidden from these: nor do they learn whether she can be rung. */
const BLIND: readonly Reader[] = ['blind-handler', 'briefed-handler', 'blind-co-handler', 'briefed-co-handler']
const clocksOf = ({ clocks, kind }: Matter, reader: Reader): Clock[] =>
  clocks.filter(
    ({ code }) =>
      !(sober(reader) && isAfterRating(code, kind)) &&
      (STAFF.includes(reader) || !INSIDE.includes(code)) &&
      !(BLIND.includes(reader) && code === 'grievance.callback'),
  )
/** What staff weigh among themselves: why a lawyer wants to go, whether a promise was true, what may be the last day. */
const WITHIN = ['LeaveAsked', 'PromiseDoubted', 'DoubtRuled', 'NearAsked', 'NearChecked', 'AidUrgent']
/** What the seat notes of her is not for who may not know her; what the unit noted itself is. */
const isOfHer = (reader: Reader, { type, by }: StoredEvent): boolean =>
  BLIND.includes(reader) && type === 'NoteTaken' && (by as PersonRef | undefined)?.unit === undefined
const shownTo = (reader: Reader, kind: string, all: StoredEvent[], sees: (part: Part) => boolean): StoredEvent[] => {
  const events = all.filter((event) => !isOfHer(reader, event) && (sees('matching') || !WITHIN.includes(event.type)))
  return sober(reader)
    ? events
        .filter(
          ({ type, code, by }) =>
            !AFTERWARDS.includes(type) &&
            !isAfterRating(String(code ?? ''), kind) &&
            !(type === 'ClientContacted' && typeof by === 'object') &&
            (sees('outcome') || !LED_TO.includes(type)),
        )
        // That it led to legal aid is hers to tell.
        .map(({ next, ...event }) => (next && sees('outcome') ? { ...event, next } : event))
    : events
}

const clocksFor = (world: World, state: Matter, reader: Reader, now: Instant): ClockView[] =>
  reader === 'gone'
    ? []
    : clocksOf(state, reader).map((clock) => clockView(world, clock, reader, seenAt(state, clock, now)))

/** A result that is being looked at was handed in by then: its clocks are judged as of that moment. */
const seenAt = (state: Matter, clock: Clock, now: Instant): Instant =>
  state.kind === 'grievance' && state.resolved && heldByResult(state, clock) ? earliest(state.resolved.at, now) : now

function clockView(world: World, clock: Clock, reader: Reader, now: Instant): ClockView {
  const { code, generation, startedAt, dueAt, state, stoppedAt, outcome, lateBy, provisional } = clock
  return {
    code,
    title: clockTitle(code),
    generation,
    startedAt,
    dueAt,
    dueText: clockDueText(clock, now),
    state,
    ...(stoppedAt && { stoppedAt }),
    ...(outcome && { outcome }),
    ...(lateBy && { lateBy }),
    colour: colour(clock, now, world.calendar),
    word: faceText(face(clock, now, world.calendar, STAFF.includes(reader) ? 'staff' : 'public')),
    provisional,
    explain: explain(clock, world.calendar).map((line) => ({
      ...('day' in line && { day: line.day }),
      text: explainText(line, clock, now),
    })),
  }
}

const papersAsked = (state: Matter) =>
  state.kind === 'aid' && state.timesAsked > 0 ? { papersAsked: state.timesAsked } : {}

/** Who answers for it, its lawyer, whoever entered it for another; the lawyer once, also where he is all of it. */
function peopleOf(state: Matter, reader: Reader, sees: (part: Part) => boolean): PersonView[] {
  const { responsible, helper } = state
  const lawyer = lawyerOf(state)
  const person = (role: string, { id, name, org, phone }: PersonRef, saidAs = role): PersonView => ({
    role,
    roleText: roleTexts[saidAs] ?? '',
    id,
    name,
    ...(org && { org }),
    ...(phone && { phone }),
  })
  const mine = lawyer?.id === responsible.id
  // Who refused or handed on stays to be asked why.
  const asked = state.open || HANDED_ON.includes(state.stage)
  return [
    ...(asked && !mine ? [person('responsible', responsible, state.open ? 'responsible' : 'decided')] : []),
    ...(lawyer ? [person('lawyer', lawyer, state.open && mine ? 'responsible' : 'lawyer')] : []),
    // Who brought it may tell whose it is.
    ...(helper && reader !== 'tracker' && (state.kind !== 'grievance' || sees('applicant-name'))
      ? [person('helper', { id: helper.id, name: helper.name }, state.source ? 'registrar' : 'helper')]
      : []),
  ]
}

const HANDED_ON: readonly string[] = ['refused', 'transferred', 'declined', 'handed-over']

/** The history in words; what was written with a step stands behind it for those who may read it. */
function timelineOf(world: World, id: string, events: StoredEvent[], state: Matter, sees: (part: Part) => boolean) {
  return events.flatMap((event): TimelineEntry[] => {
    const text = timelineText(event)
    if (!text) return []
    const part = WRITTEN[event.type]
    const came = sees('consent') ? receivedNote(event, state.personal.consent?.takenAt) : ''
    const said = part && sees(part) && event.sealed ? saidIn(openEvent(world.seal, id, event)) : ''
    const by = inTimeline(event.type) ? authorOf(event, state) : undefined
    return [{ seq: event.seq, at: event.at, text: said ? `${text}：${said}` : text + came, ...(by && { by }) }]
  })
}

/** Which steps carry words worth reading again, and who reads them. */
const WRITTEN: Partial<Record<string, Part>> = {
  ProgressReported: 'reports',
  NoteTaken: 'notes',
  VoiceTranscribed: 'story',
  PapersListed: 'owed',
}
const saidIn = ({ text, items }: { text?: string; items?: { text: string }[] }): string =>
  text ?? (items ?? []).map((item) => item.text).join('、')
