import type { HopView, MatterView } from '@/contract/views'
import { nextTryFrom } from '@/domain/grievance-callback'
import { accusedOf } from '@/domain/grievance-permission'
import type { Grievance, Hop } from '@/domain/grievance-types'
import { maskPhone } from '@/domain/identity-number'
import type { Part, Reader } from '@/domain/sight'
import type { Instant } from '@/domain/time'
import { sourceTexts, topicText } from '@/words/aid'
import {
  anonymityTexts,
  consentPaper,
  declineTexts,
  evidenceText,
  groundTexts,
  handlingTexts,
  howTexts,
  photoText,
  resultPhotoText,
  resultTexts,
  typeTexts,
  upperText,
  voicePaper,
} from '@/words/grievance'
import { momentText } from '@/words/time'
import { consentView } from './present-aid'
import { paperViews } from './present-papers'

/** What is particular to what people report, part by part: the view table says who sees which. */

type Shown = { now: Instant; sees: (part: Part) => boolean; reader: Reader; names: ReadonlyMap<string, string> }

export const papersOfGrievance = (
  { personal, photos, resolved, suspension }: Grievance,
  sees: Shown['sees'] = () => true,
): { id: string; name: string }[] => [
  ...(personal.consent?.fileId && sees('consent') ? [{ id: personal.consent.fileId, name: consentPaper }] : []),
  // Her voice is hers: who may not know her doesn't hear it either.
  ...(personal.voice && sees('story') && sees('applicant-name') ? [{ id: personal.voice, name: voicePaper }] : []),
  ...(sees('story') ? photos.map((id, n) => ({ id, name: photoText(n + 1) })) : []),
  ...(sees('outcome') ? (resolved?.photos ?? []).map((id, n) => ({ id, name: resultPhotoText(n + 1) })) : []),
  ...(sees('notes') ? (suspension?.evidence ?? []).map((id, n) => ({ id, name: evidenceText(n + 1) })) : []),
]

export function grievanceDetail(state: Grievance, shown: Shown): MatterView['detail'] {
  const { sees, reader } = shown
  const { topic, type, handling, generation, sentAt, forced } = state
  return {
    topic,
    topicText: topicText(topic),
    ...(type && { type, typeText: typeTexts[type] }),
    ...(handling && { handling, handlingText: handlingTexts[handling] }),
    generation,
    sentAt,
    ...(sees('story') && storyOf(state, sees)),
    ...(sees('applicant-name') && whoOf(state, sees)),
    ...(sees('consent') && consentOf(state)),
    ...(sees('decision') && !isOwn(reader) && { ...workOf(state, shown), ...(forced && { forced }) }),
    ...(isOwn(reader) && ownOf(state)),
    ...stepsOf(state, shown),
    ...(sees('outcome') && outcomeOf(state, shown)),
    ...(sees('reports') && afterOf(state, shown)),
    ...(sees('notes') && notesOf(state, reader)),
    ...(sees('matching') && bureauOf(state, shown)),
    ...(seesPapers(reader) && state.papers.length > 0 && { notices: paperViews(state, reader) }),
  }
}

const isOwn = (reader: Reader): boolean => reader === 'applicant' || reader === 'helper'
const isBlind = (reader: Reader): boolean => reader.startsWith('blind-') || reader.startsWith('briefed-')
const PAPERS: readonly Reader[] = ['command', 'supervisor', 'handler', 'blind-handler', 'briefed-handler']
const seesPapers = (reader: Reader): boolean => PAPERS.includes(reader)

/** Her own words and where it is. A unit that may not know her is told the brief first. */
function storyOf({ personal, photos }: Grievance, sees: Shown['sees']) {
  const { text, voice, spot, pin, more = [] } = personal
  const whole = [text, ...more].filter(Boolean).join('\n')
  return {
    ...(whole && { text: whole }),
    ...(voice && sees('applicant-name') && { voice }),
    ...(spot && { spot }),
    ...(pin && { pin }),
    photos,
  }
}

function whoOf({ personal: { reporter }, anonymity, source, helper }: Grievance, sees: Shown['sees']) {
  const { name, phone, hours } = reporter
  return {
    reporter: {
      ...(name && { name }),
      ...(phone && sees('applicant-contact') && { phone: maskPhone(phone) }),
      ...(hours && { hours }),
    },
    anonymity,
    anonymityText: anonymityTexts[anonymity],
    ...(source && { source: { code: source, text: source === 'upper' ? upperText : sourceTexts[source] } }),
    ...(helper && { forwardedBy: helper.name }),
  }
}

/** How she agreed that somebody else reports it for her. */
function consentOf({ personal: { consent } }: Grievance) {
  if (!consent) return {}
  return { consent: consentView(consent) }
}

/** What the people at work on it have to know of the way it took. */
function workOf(state: Grievance, { now, names }: Shown) {
  const { main, hops, personal, extension, suspension } = state
  const nameOf = (code: string): string =>
    [main, ...hops].find((hop) => hop?.unit.code === code)?.unit.name ?? names.get(code) ?? code
  return {
    ...(personal.brief && { brief: personal.brief }),
    ...(personal.dispatchWhy && { dispatchWhy: personal.dispatchWhy }),
    ...(main && { hop: hopView(main, now) }),
    hops: hops.map((hop) => hopView(hop, now)),
    with: state.with.map(({ unit, answered }) => {
      const text = personal.answers[unit.code]
      return {
        code: unit.code,
        name: unit.name,
        person: unit.person.name,
        ...(unit.person.phone && { phone: unit.person.phone }),
        ...(answered && { answered: { at: answered.at, by: answered.by.name, ...(text && { text }) } }),
      }
    }),
    returns: personal.returns.map(({ by, unit, ...each }) => ({ ...each, unit: nameOf(unit), by: by.name })),
    ...(extension && {
      extension: {
        askedAt: extension.askedAt,
        by: extension.by.name,
        until: extension.until,
        why: personal.extensionWhy ?? '',
        ...(extension.ruled && { ok: extension.ruled.ok, ruledBy: extension.ruled.by.name }),
      },
    }),
    ...(suspension && {
      suspension: {
        ground: suspension.ground,
        groundText: groundTexts[suspension.ground],
        from: suspension.from,
        until: suspension.until,
        ...(personal.suspensionNote && { note: personal.suspensionNote }),
      },
    }),
  }
}

function hopView({ unit, at, how, until, signed, leftAt }: Hop, now: Instant): HopView {
  const { code, name, level, person } = unit
  return {
    unit: { code, name, level },
    person: person.name,
    ...(person.phone && { phone: person.phone }),
    at,
    how,
    howText: howTexts[how],
    ...(until && { until, untilText: momentText(until, now) }),
    ...(signed && { signed: { at: signed.at, by: signed.by.name } }),
    ...(leftAt && { leftAt }),
  }
}

/** What she was asked for, and whether it came. */
const owesOf = ({ sentBack, personal }: Pick<Grievance, 'sentBack' | 'personal'>) =>
  sentBack && {
    owes: {
      at: sentBack.at,
      by: sentBack.by.name,
      items: personal.items ?? [],
      ...(sentBack.completedAt && { done: sentBack.completedAt }),
    },
  }

/** To her: which unit has it, whom to ring there, and that it waits; never what they write to each other. */
function ownOf({ main, sentBack, personal, suspension, extension, exOfficio }: Grievance) {
  const unit = main && !main.leftAt ? main.unit : undefined
  return {
    ...(unit && {
      hop: {
        unit: { code: unit.code, name: unit.name, level: unit.level },
        person: unit.person.name,
        ...(unit.person.phone && { phone: unit.person.phone }),
        at: main?.at ?? '',
        how: '',
        howText: '',
      },
    }),
    hops: [],
    with: [],
    returns: [],
    ...owesOf({ sentBack, personal }),
    ...(suspension && {
      suspension: {
        ground: suspension.ground,
        groundText: groundTexts[suspension.ground],
        from: suspension.from,
        until: suspension.until,
      },
    }),
    // She is told the new date once it is given; that it was asked for is between them.
    extension: extension?.ruled?.ok
      ? { askedAt: extension.askedAt, by: '', until: extension.until, why: personal.extensionWhy ?? '', ok: true }
      : undefined,
    ...(exOfficio && { exOfficio }),
  }
}

/** What everybody at it, and she, may know: accepted, not for us, handed over, the first answer. */
function stepsOf(state: Grievance, { sees, reader }: Shown) {
  const { accepted, declined, handedOver, responded, personal, follows } = state
  const near = isOwn(reader) || sees('decision')
  return {
    ...(accepted && { accepted: { at: accepted.at, by: accepted.by.name } }),
    ...(declined &&
      personal.declined &&
      near && {
        declined: {
          at: declined.at,
          by: declined.by.name,
          reason: declined.reason,
          reasonText: declineTexts[declined.reason],
          ...personal.declined,
        },
      }),
    ...(handedOver &&
      personal.handedOver &&
      near && {
        handedOver: {
          at: handedOver.at,
          by: handedOver.by.name,
          to: personal.handedOver.to,
          ...(sees('notes') && { record: personal.handedOver.record }),
        },
      }),
    ...(responded &&
      personal.response &&
      sees('outcome') && { response: { at: responded.at, by: responded.by.name, text: personal.response } }),
    ...(responded &&
      personal.further?.length &&
      sees('outcome') && { further: personal.further.map(({ by, ...each }) => ({ ...each, by: by.name })) }),
    ...(follows && (isOwn(reader) || sees('matching')) && { follows }),
  }
}

/** The result; to her only once another has looked at it. */
function outcomeOf({ resolved, checked, confirm, personal, closed }: Grievance, { reader, sees }: Shown) {
  const shown = resolved && (!isOwn(reader) || checked) && (checked ?? true)
  return {
    ...(shown &&
      resolved && {
        outcome: {
          at: resolved.at,
          by: resolved.by.name,
          result: resolved.result,
          resultText: resultTexts[resolved.result],
          text: personal.result ?? '',
          photos: resolved.photos,
          ...(personal.mediation && { mediation: personal.mediation }),
          ...(checked && { checked: { at: checked.at, by: checked.by.name } }),
          ...(confirm && { confirmBy: confirm.by }),
        },
      }),
    ...(!resolved && personal.checkWhy && !isOwn(reader) && { checkFailed: personal.checkWhy }),
    ...(closed && (isOwn(reader) || sees('matching')) && { closedHow: closed.how }),
  }
}

/** How she found it, and what followed. */
function afterOf(state: Grievance, { sees, reader }: Shown) {
  const { rating, satisfied, contacted, rectified, objected, personal } = state
  return {
    ...(personal.tries.length > 0 && {
      calls: personal.tries.map(({ at, by, reached, note }) => ({
        at,
        by: by.name,
        reached,
        // What she said to whoever rang her tells who she is.
        ...(sees('notes') && !isBlind(reader) && { note }),
      })),
    }),
    ...(rating && {
      rating: {
        at: rating.at,
        stars: rating.stars,
        how: rating.how,
        ...(personal.ratingText && { text: personal.ratingText }),
      },
    }),
    ...(satisfied !== undefined && { satisfied }),
    ...(contacted && {
      contacted: { at: contacted.at, by: contacted.by.name, ...(personal.contacted && { note: personal.contacted }) },
    }),
    ...(rectified && { putRight: { at: rectified.at, by: rectified.by.name, text: personal.rectified ?? '' } }),
    ...(objected && {
      objection: {
        at: objected.at,
        why: personal.objection ?? '',
        ...(objected.ruled && {
          ruled: {
            at: objected.ruled.at,
            by: objected.ruled.by.name,
            reopen: objected.ruled.reopen,
            why: personal.objectionRuling ?? '',
          },
        }),
      },
    }),
  }
}

/** A unit that may not know her reads what it noted itself, and nothing that others noted of her. */
function notesOf({ personal }: Grievance, reader: Reader) {
  const notes = personal.notes.filter(({ by }) => !isBlind(reader) || by.unit !== undefined)
  return notes.length > 0 ? { notes: notes.map(({ at, by, text }) => ({ at, by: by.name, text })) } : {}
}

/** For the command seat and who supervises it. */
function bureauOf(state: Grievance, { names, now }: Shown) {
  const { item, against, publicSafety, exOfficio, source, upperDue, upperAnswered, personal } = state
  const [accused] = accusedOf(state)
  const again = state.stage === 'checked' ? nextTryFrom(state, now) : undefined
  return {
    ...owesOf(state),
    ...(again && { nextCallFrom: again }),
    ...(item && { item: { code: item, name: names.get(item) ?? item } }),
    ...(against && accused && { against: { code: accused, name: names.get(accused) ?? accused } }),
    ...(publicSafety && { publicSafety }),
    ...(exOfficio && { exOfficio }),
    ...(source === 'upper' && {
      upper: {
        ...(personal.upperNo && { no: personal.upperNo }),
        ...(upperDue && { dueAt: upperDue }),
        ...(upperAnswered && {
          answered: { at: upperAnswered.at, by: upperAnswered.by.name, text: personal.upperAnswer ?? '' },
        }),
      },
    }),
  }
}
