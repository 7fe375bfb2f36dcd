import { type Clock, evolveClocks, isClockEvent } from './clock'
import { never, type PersonRef } from './decider'
import { isLive, MOST_OFFERS } from './question-offers'
import type { Offer, Question, QuestionEvent, QuestionPersonal, QuestionState } from './question-types'
import type { Instant } from './time'

type Of<T extends QuestionEvent['type']> = Extract<QuestionEvent, { type: T }>

/** What an event makes of the question. It counts nothing and asks no rule: an event carries its result. */
export function evolveQuestion(state: QuestionState, event: QuestionEvent): QuestionState {
  if (event.type === 'QuestionAsked') return asked(event)
  if (state.stage === 'blank') return state
  if (isClockEvent(event)) return { ...state, clocks: lately(evolveClocks(state.clocks, event)) }
  const { at } = event
  const personal = (more: Partial<QuestionPersonal>): QuestionPersonal => ({ ...state.personal, ...more })
  switch (event.type) {
    case 'WaveBegun':
      return begun(state, event)
    case 'SupervisorAlarmed':
      return { ...state, alarmedAt: at }
    case 'OfferSeen':
      return { ...state, offers: offersOf(state, event.by, { state: 'seen' }) }
    case 'QuestionTaken':
      return taken(state, event)
    case 'QuestionPassed':
      return passed(state, event)
    case 'MessageSent': {
      const { side, by, files } = event
      const said = { ...state.said, count: state.said.count + 1, [side === 'asker' ? 'askerAt' : 'staffAt']: at }
      return { ...spoken(state, by, at), said, files: [...state.files, ...files] }
    }
    case 'QuestionAnswered': {
      const { by, next } = event
      const answered = { at, by, ...(next && { next }) }
      const { summary } = event.personal
      return { ...closing(state, 'expired', at), stage: 'answered', answered, personal: personal({ summary }) }
    }
    case 'QuestionRouted': {
      const { to, callBackAt, by, chosen, nobody } = event
      const routed = { to, callBackAt, at, ...(by && { by }), ...(chosen && { chosen }), ...(nobody && { nobody }) }
      return { ...closing(state, 'expired', at), stage: 'routed', responsible: to, routed }
    }
    case 'CallBackTried': {
      const tried = { at, by: event.by, reached: event.reached, note: event.personal.note }
      return { ...state, personal: personal({ tries: [...state.personal.tries, tried].slice(-TRIES_KEPT) }) }
    }
    case 'QuestionHelped': {
      const helpedText = event.personal.text
      const helped = { at, yes: event.yes }
      return { ...state, stage: 'closed', open: false, helped, personal: personal(helpedText ? { helpedText } : {}) }
    }
    case 'HireDeclared':
      return { ...state, hiredBy: event.by, personal: personal({ hire: event.personal.note }) }
    case 'CarriedOn':
      return { ...state, child: event.child }
    case 'QuestionClosed':
      return { ...state, stage: 'closed', open: false }
    case 'QuestionWithdrawn':
      return { ...closing(state, 'expired', at), stage: 'withdrawn', open: false }
    case 'NoteTaken': {
      const note = { at, by: event.by, text: event.personal.text }
      return { ...state, personal: personal({ notes: [...state.personal.notes, note].slice(-NOTES_KEPT) }) }
    }
    case 'ResponsibleChanged': {
      const { routed } = state
      return { ...state, responsible: event.to, ...(routed && { routed: { ...routed, to: event.to } }) }
    }
    case 'NumberRevealed': {
      const calls = [...state.calls, { at, by: event.by }].slice(-CALLS_KEPT)
      return { ...spoken(state, event.by, at), calls }
    }
    default:
      return never(event)
  }
}

const TRIES_KEPT = 12
const NOTES_KEPT = 20
const CALLS_KEPT = 20
const RUNS_KEPT = 6

/** Of each code the latest runs: a promise that is moved again and again keeps its last turns. */
const lately = (clocks: Clock[]): Clock[] =>
  clocks.filter((c) => clocks.filter((d) => d.code === c.code && d.generation > c.generation).length < RUNS_KEPT)

function asked(event: Of<'QuestionAsked'>): Question {
  const { type: _, by: _by, at, responsible, personal, ...form } = event
  const { seat: _seat, gap: _gap, ...onDuty } = responsible
  return {
    ...form,
    kind: 'question',
    stage: 'open',
    open: true,
    createdAt: at,
    clocks: [],
    responsible: onDuty,
    wave: -1,
    offers: [],
    said: { count: 0 },
    files: [],
    calls: [],
    personal: { ...personal, tries: [], notes: [] },
  }
}

/** His own offer, if he has one, with something more. */
const offersOf = ({ offers }: Question, id: string, more: Partial<Offer>): Offer[] =>
  offers.map((offer) => (offer.to.id === id ? { ...offer, ...more } : offer))

/** Nobody else may take it any more. */
const closing = (state: Question, as: 'superseded' | 'expired', at: Instant): Question => ({
  ...state,
  offers: state.offers.map((offer) => (isLive(offer) ? { ...offer, state: as, endedAt: at } : offer)),
})

/** The first word of whoever has it, or that he asked for her number: he isn't silent. */
const spoken = (state: Question, by: PersonRef | undefined, at: Instant): Question =>
  state.taker && state.taker.ref.id === by?.id && !state.taker.spokeAt
    ? { ...state, taker: { ...state.taker, spokeAt: at } }
    : state

function begun(state: Question, { wave, offers, must }: Of<'WaveBegun'>): Question {
  // Who passed because he was busy is asked once more where it is he who must.
  const before = state.offers.map((offer) =>
    offer.to.id === must?.id && offer.state === 'passed' ? openAgain(offer) : offer,
  )
  const responsible = must && state.stage === 'open' ? must : state.responsible
  return { ...state, wave, offers: [...before, ...offers], responsible }
}

function openAgain({ why: _why, answeredAt: _answered, endedAt: _ended, ...offer }: Offer): Offer {
  return { ...offer, state: 'proposed' }
}

function taken(state: Question, { at, by }: Of<'QuestionTaken'>): Question {
  const relieved = state.taker
    ? offersOf(state, state.taker.ref.id, { state: 'superseded', endedAt: at })
    : state.offers
  const others = closing({ ...state, offers: relieved }, 'superseded', at)
  const was = relieved.find(({ to }) => to.id === by.id)
  const { why: _why, endedAt: _ended, ...mine } = was ?? { to: by, wave: Math.max(0, state.wave), at, reasons: [] }
  const own: Offer = { ...mine, state: 'taken', answeredAt: at }
  const offers = was
    ? others.offers.map((offer) => (offer.to.id === by.id ? own : offer))
    : [...withRoom(others.offers), own]
  return { ...state, stage: 'taken', responsible: by, taker: { ref: by, at }, offers }
}

/** Who came by card is remembered like whoever was asked: another who needn't any more gives him his place. */
function withRoom(offers: Offer[]): Offer[] {
  if (offers.length < MOST_OFFERS - 1) return offers
  const ended = offers.findIndex(({ state }) => state === 'superseded')
  const spare = ended >= 0 ? ended : offers.findIndex(({ why }) => why !== 'interest')
  return offers.filter((_, n) => n !== Math.max(0, spare))
}

function passed(state: Question, { at, by, why, responsible }: Of<'QuestionPassed'>): Question {
  const offers = offersOf(state, by.id, { state: 'passed', why, answeredAt: at })
  if (state.taker?.ref.id !== by.id) return { ...state, offers }
  // He gives it back: whoever was told that somebody has it may take it again.
  const open = offers.map((offer) => (offer.state === 'superseded' ? openAgain(offer) : offer))
  const { taker: _taker, ...free } = state
  return { ...free, stage: 'open', openSince: at, offers: open, responsible: responsible ?? state.responsible }
}
