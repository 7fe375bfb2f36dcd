import type { CaseNumber, NumberGiven } from './aid-documents'
import type { AidEvent } from './aid-events'
import { evolveTurn } from './aid-evolve-turns'
import { isTurn } from './aid-turn-types'
import { type Aid, type AidPersonal, type AidState, owesLater, type PapersList, type Told } from './aid-types'
import { type Clock, evolveClocks, isClockEvent } from './clock'
import { never } from './decider'
import type { Instant } from './time'

type Personal = Partial<AidPersonal>
type Of<T extends AidEvent['type']> = Extract<AidEvent, { type: T }>

/** What an event makes of the matter. It counts no days and asks no rule: an event carries its result. */
export function evolveAid(state: AidState, event: AidEvent): AidState {
  if (event.type === 'AidSubmitted') return opened(event)
  if (event.type === 'NoticeReceived') return notified(event)
  if (state.stage === 'blank') return state
  if (isClockEvent(event)) return { ...state, clocks: lately(evolveClocks(state.clocks, event)) }
  if (isTurn(event)) return evolveTurn({ ...state, ...('no' in event && numbered(state, event)) }, event)
  const personal = (more: Personal): AidPersonal => ({ ...state.personal, ...more })
  switch (event.type) {
    case 'AidCompleted':
      return completed(state, event)
    case 'PapersListed': {
      const { at, by } = event
      const { items, why } = event.personal
      const before = state.personal.lists.map(withoutWords)
      const lists = [...before, { at, by, ...(why && { why }), items }].slice(-LISTS_KEPT)
      // Provided first, it goes on while its papers come.
      const stage = owesLater(state) ? state.stage : 'supplementing'
      return { ...state, stage, timesAsked: event.nth, personal: personal({ lists }) }
    }
    case 'PapersSupplied':
      return supplied(state, event)
    case 'PaperUnreadable':
      return { ...state, unreadable: [...(state.unreadable ?? []), event.file] }
    case 'PartiesChanged':
      return { ...state, personal: personal(event.personal) }
    case 'ConflictAskedAgain':
      return withLawyer(state, { conflict: 'asked' })
    case 'LawyerFrozen':
      return { ...withLawyer(state, { conflict: 'frozen' }), responsible: event.to }
    case 'ChangeRuled': {
      const changeRuled = { at: event.at, by: event.by, ok: event.ok, ...(event.of && { of: event.of }) }
      // Where he goes, his leaving takes the rest with it.
      if (event.ok) return { ...state, changeRuled }
      const { of = 'frozen' } = event
      const leaving = of === 'leaving' ? undefined : state.leaving
      const changeAsked = of === 'asked' ? undefined : state.changeAsked
      // What is still to be ruled on stays with whoever was asked.
      const { lawyer } = state
      const responsible = leaving?.to ?? changeAsked?.to ?? lawyer?.ref ?? state.responsible
      const stays = { ...state, changeRuled, leaving, changeAsked, responsible }
      // Whether the new names bind him he still says himself.
      return lawyer?.conflict === 'frozen' ? withLawyer(stays, { conflict: 'asked' }) : stays
    }
    case 'AidGranted':
      return {
        ...state,
        stage: 'granted-unassigned',
        decision: { at: event.at, by: event.by },
        ...(event.form && { form: event.form }),
        ...numbered(state, event),
        personal: personal({ grantWhy: event.personal.why }),
      }
    case 'RefusalProposed': {
      const { at, by, article, to } = event
      const refuseWhy = event.personal.why
      return {
        ...state,
        stage: 'refusal-unconfirmed',
        refusal: { at, by, article },
        returned: undefined,
        responsible: to,
        personal: personal({ refuseWhy }),
      }
    }
    case 'RefusalReturned': {
      const returned = { at: event.at, by: event.by }
      return { ...state, stage: 'submitted', refusal: undefined, returned, responsible: event.to }
    }
    case 'AidRefused': {
      const confirmed = { at: event.at, by: event.by }
      const responsible = whoDid(state, event.by)
      return {
        ...state,
        stage: 'refused',
        open: false,
        responsible,
        refusal: state.refusal && { ...state.refusal, confirmed },
        ...numbered(state, event),
      }
    }
    case 'AidTransferred': {
      const transferred = { at: event.at, by: event.by }
      return {
        ...state,
        stage: 'transferred',
        open: false,
        responsible: whoDid(state, event.by),
        transferred,
        personal: personal({ transfer: event.personal }),
      }
    }
    case 'LawyerAssigned': {
      const { lawyer: ref, score, reasons, at, by } = event
      return {
        ...state,
        stage: 'assigned',
        responsible: ref,
        escalated: undefined,
        confirmed: undefined,
        lawyer: { ref, score, reasons, conflict: 'asked', at, ...(by && { by }) },
        nearAsked: undefined,
      }
    }
    case 'LawyerSwapped': {
      const { lawyer: ref, score, reasons, at, by } = event
      const lawyer = { ref, score, reasons, conflict: 'asked' as const, at, by }
      const offered = [...state.offered, event.from.id]
      const replaced = { at, by: event.from }
      const came = {
        ...ASKED_OF_HIM,
        nearAsked: undefined,
        responsible: ref,
        confirmed: { at, by },
        lawyer,
        offered,
        replaced,
      }
      return { ...state, stage: 'assigned', ...came }
    }
    case 'AssignmentConfirmed':
      return { ...state, confirmed: { at: event.at, by: event.by } }
    case 'AssignmentEscalated': {
      const { at, to } = event
      return { ...state, stage: 'granted-unassigned', responsible: to, escalated: { at, to, triedAt: at } }
    }
    case 'LawyerStillSought':
      return { ...state, escalated: state.escalated && { ...state.escalated, triedAt: event.at } }
    case 'ConflictDenied':
      return withLawyer(state, { conflict: 'clear' })
    case 'LawyerReleased': {
      const { lawyer, cause, files = [], left, personal: said } = event
      const { changeRuled } = state
      const letGo = changeRuled?.of === 'leaving' && changeRuled.at === event.at
      return {
        ...state,
        stage: 'granted-unassigned',
        lawyer: undefined,
        offered: [...state.offered, lawyer.id],
        ...ASKED_OF_HIM,
        nearAsked: undefined,
        // Who said at once that he can't was never hers.
        ...((state.stage === 'in-hand' || state.lawyer?.conflict !== 'asked') && {
          replaced: { at: event.at, by: lawyer },
        }),
        ...(left &&
          cause !== 'changed' && {
            left: (state.left ?? 0) + 1,
            lastLeft: { at: event.at, by: lawyer, cause, files },
            // Where a supervisor let him go, his own words stay.
            personal: personal({ leaveWhy: letGo ? state.personal.leaveWhy : said.why }),
          }),
      }
    }
    case 'AidTaken':
      return { ...state, stage: 'in-hand' }
    case 'ClientContacted':
      return typeof event.by === 'object' ? { ...state, spoke: { at: event.at, by: event.by } } : state
    case 'MandateSigned':
      return state
    case 'ProgressReported': {
      const progress = { at: event.at, text: event.personal.text, change: event.change }
      return { ...state, personal: personal({ reports: [...state.personal.reports, progress].slice(-REPORTS_KEPT) }) }
    }
    case 'AidClosed':
      return {
        ...state,
        stage: 'closing',
        ...ASKED_OF_HIM,
        responsible: event.responsible,
        result: event.result,
        papers: event.papers,
        personal: personal({ achieved: event.personal.text, helped: event.personal.helped }),
      }
    case 'CloseReviewed': {
      const { at, by, ok, sampled } = event
      const reviewed = { at, by, ok }
      if (!ok) return { ...state, stage: 'in-hand', reviewed, responsible: state.lawyer?.ref ?? state.responsible }
      return { ...state, stage: 'closed', open: false, reviewed, ...(sampled && { sampled }) }
    }
    case 'AidRated': {
      const { at, stars, how, responsible } = event
      const rating = { at, stars, how }
      const said = { ...state, rating, personal: personal({ ratingText: event.personal.text }) }
      return responsible ? { ...said, open: true, responsible, rectified: undefined } : said
    }
    case 'CalledBack': {
      const { at, by, reached, stars, responsible } = event
      const tried = { at, by, reached, ...(stars && { stars }), ...event.personal }
      const tries = [...state.personal.tries, tried]
      return { ...state, ...(responsible && { open: true, responsible }), personal: personal({ tries }) }
    }
    case 'AidRectified':
      return {
        ...state,
        open: false,
        rectified: { at: event.at, by: event.by },
        personal: personal({ rectified: event.personal.text }),
      }
    case 'NoteTaken': {
      const note = { at: event.at, by: event.by, text: event.personal.text }
      return { ...state, personal: personal({ notes: [...state.personal.notes, note].slice(-NOTES_KEPT) }) }
    }
    case 'ResponsibleChanged': {
      const { escalated } = state
      return { ...state, responsible: event.to, ...(escalated && { escalated: { ...escalated, to: event.to } }) }
    }
    case 'NumberRevealed':
      return { ...state, calls: [...state.calls, { at: event.at, by: event.by }].slice(-CALLS_KEPT) }
    case 'DocumentSigned': {
      const { at, document, files } = event
      const others = (state.signed ?? []).filter((signed) => signed.document !== document)
      return { ...state, signed: files.length > 0 ? [...others, { document, at, files }] : others }
    }
    case 'NumberCancelled': {
      const { at, by, was, no } = event
      const gone = (given: NumberGiven) => given.series === was.series && given.year === was.year && given.n === was.n
      const numbers = (state.numbers ?? []).map((given) => (gone(given) ? { ...given, cancelled: { at, by } } : given))
      return { ...state, numbers: [...numbers, { ...no, at }] }
    }
    case 'AidWithdrawn':
      return { ...state, ...ASKED_OF_HIM, stage: 'withdrawn', open: false }
    case 'AidDeemedWithdrawn':
      return { ...state, stage: 'withdrawn', open: false, deemedWithdrawn: { at: event.at, by: event.by } }
    default:
      return never(event)
  }
}

/** What was asked about the lawyer who had it, and the rest a court gave him: over with him. */
const ASKED_OF_HIM = { leaving: undefined, changeAsked: undefined, suspended: undefined }

type Numbers = { no?: CaseNumber; grantNo?: CaseNumber; at: Instant }
function numbered({ numbers = [] }: Aid, { no, grantNo, at }: Numbers): Pick<Aid, 'numbers'> {
  const given = [no, grantNo].flatMap((each) => (each ? [{ ...each, at }] : []))
  return given.length > 0 ? { numbers: [...numbers, ...given] } : {}
}

function opened(event: Of<'AidSubmitted'>): Aid {
  const { type: _, by: _by, at, callFrom: _call, outOfHours: _hours, responsible, personal, ...form } = event
  return { ...form, stage: 'submitted', ...begun(at, responsible, personal) }
}

/** No means test, nothing to decide (法律援助法 25, 28, 36): it waits for its lawyer. */
function notified(event: Of<'NoticeReceived'>): Aid {
  const { type: _, by: _by, at, organ, ground, receivedAt, responsible, personal, ...form } = event
  const criminal = { organ, ground, receivedAt, to: responsible.id }
  return { ...form, stage: 'granted-unassigned', criminal, sentAt: receivedAt, ...begun(at, responsible, personal) }
}

function begun(createdAt: Aid['createdAt'], responsible: Aid['responsible'], personal: Told) {
  return {
    kind: 'aid' as const,
    open: true,
    createdAt,
    clocks: [],
    responsible,
    offered: [],
    timesAsked: 0,
    calls: [],
    papers: [],
    personal: { ...personal, lists: [], notes: [], reports: [], tries: [] },
  }
}

/** Whoever ended it stays to be asked why; his office number is known where he was responsible already. */
const whoDid = ({ responsible }: Aid, by: Aid['responsible']) => (responsible.id === by.id ? responsible : by)

const withLawyer = (state: Aid, part: Partial<NonNullable<Aid['lawyer']>>): Aid =>
  state.lawyer ? { ...state, lawyer: { ...state.lawyer, ...part } } : state

/** The application as it reads with what was told later. */
export const completedWith = (
  personal: AidPersonal,
  { applicant, ...more }: Of<'AidCompleted'>['personal'],
): AidPersonal => ({
  ...personal,
  ...more,
  applicant: { ...personal.applicant, ...applicant },
})

function completed(state: Aid, { route, evidence, personal }: Of<'AidCompleted'>): Aid {
  return {
    ...state,
    ...(route && { route }),
    evidence: [...state.evidence, ...evidence],
    personal: completedWith(state.personal, personal),
  }
}

/** Each paper of the newest list with what came in for it; the last one brings the matter back to the reviewer. */
function supplied(state: Aid, event: Of<'PapersSupplied'>): Aid {
  const { at, all } = event
  const { lists } = state.personal
  const last = lists.at(-1)
  if (!last) return state
  const items = last.items.map((owed) => {
    const came = event.personal.items.find(({ key }) => key === owed.key)
    if (!came) return owed
    const files = [...(owed.answered?.files ?? []), ...came.files]
    const text = came.text ?? owed.answered?.text
    return { ...owed, answered: { at, files, ...(text && { text }) } }
  })
  return {
    ...state,
    ...(all && state.stage === 'supplementing' && { stage: 'submitted' as const }),
    personal: { ...state.personal, lists: [...lists.slice(0, -1), { ...last, items }] },
  }
}

/** What was written for an earlier list stays in the history. */
const withoutWords = (list: PapersList): PapersList => ({
  ...list,
  items: list.items.map(({ key, text, answered }) => ({
    key,
    text,
    ...(answered && { answered: { at: answered.at, files: answered.files } }),
  })),
})

// A document stays small whatever people write: of each the last few stay in the matter, all of them in its history.
const RUNS_KEPT = 3
const REPORTS_KEPT = 3
const LISTS_KEPT = 2
const NOTES_KEPT = 3
const CALLS_KEPT = 5

const lately = (clocks: Clock[]): Clock[] =>
  clocks.filter((c) => clocks.filter((d) => d.code === c.code && d.generation > c.generation).length < RUNS_KEPT)
