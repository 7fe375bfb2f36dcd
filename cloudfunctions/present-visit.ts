import type { MatterRow, MatterView } from '@/contract/views'
import { maskPhone } from '@/domain/identity-number'
import type { Part, Reader } from '@/domain/sight'
import type { Visit } from '@/domain/visit-types'
import { languageTexts, sourceTexts, topicText } from '@/words/aid'
import {
  askedText,
  consentPaper,
  hourText,
  missedText,
  needTexts,
  nextText,
  voicePaper,
  wayTexts,
  weatherPaper,
} from '@/words/visit'

/** What is particular to a visit, part by part: the view table says who sees which. */

type Shown = { now: string; sees: (part: Part) => boolean; reader: Reader; checkIn: string }

export const papersOfVisit = (
  { personal, weather }: Visit,
  sees: Shown['sees'] = () => true,
): { id: string; name: string }[] => [
  ...(personal.consent?.fileId && sees('consent') ? [{ id: personal.consent.fileId, name: consentPaper }] : []),
  ...(personal.voice && sees('story') ? [{ id: personal.voice, name: voicePaper }] : []),
  ...(weather?.evidence ?? []).map((id, n) => ({ id, name: weatherPaper(n + 1) })),
]

export function visitDetail(state: Visit, { now, sees, reader, checkIn }: Shown): MatterView['detail'] {
  const { way, need, minor, topic, language, source, helper, hour, heldUntil, stage, personal } = state
  const hers = reader === 'applicant' || reader === 'helper'
  const meets = (way === 'office' || way === 'home') && ['booked', 'confirmed', 'set-out'].includes(stage)
  return {
    topic,
    topicText: topicText(topic),
    kind: way,
    kindText: wayTexts[way],
    language: languageTexts[language] ?? language,
    ...(hour && {
      slot: hour.slot,
      start: hour.start,
      end: hour.end,
      hourText: hourText(hour.start, hour.end),
      venue: { code: hour.place.code, text: hour.place.text },
      host: hour.person,
    }),
    nextText: nextText(state, now),
    ...(stage === 'held' && heldUntil && { heldUntil }),
    ...(need && { need: { code: need, text: needTexts[need] } }),
    ...(minor && { minor }),
    ...(sees('applicant-name') && { visitor: visitorOf(state, sees) }),
    ...(sees('story') && personal.text && { text: personal.text }),
    ...(sees('applicant-contact') && personal.address && { address: personal.address }),
    ...(sees('applicant-contact') && personal.companion && { companion: personal.companion }),
    ...(sees('applicant-name') && helper && { forwardedBy: helper.name }),
    ...(sees('applicant-name') && source && { source: { code: source, text: sourceTexts[source] } }),
    // Whoever shows it was there: it isn't for whoever types it in.
    ...(hers && meets && { checkIn }),
    ...agreedOf(state, now),
    ...courseOf(state),
    ...(sees('outcome') && endOf(state)),
    ...(sees('notes') &&
      personal.notes.length > 0 && {
        notes: personal.notes.map(({ at, by, text }) => ({ at, by: by.name, text })),
      }),
  }
}

/** What a list sorts and counts by, without reading its words. */
export const visitInRow = ({ way, hour }: Visit): NonNullable<MatterRow['visit']> => ({
  kind: way,
  ...(hour && { start: hour.start, end: hour.end }),
})

function visitorOf({ personal: { visitor } }: Visit, sees: Shown['sees']) {
  const { name, phone } = visitor
  return { ...(name && { name }), ...(phone && sees('applicant-contact') && { phone: maskPhone(phone) }) }
}

/** Who said that they will be there, and what she is asked. */
function agreedOf({ confirmed, asked }: Visit, now: string) {
  const { person, staff } = confirmed
  return {
    ...((person || staff) && { willCome: { ...(person && { person }), ...(staff && { staff: staff.at }) } }),
    ...(asked &&
      asked.until > now && {
        asked: {
          hour: {
            slot: asked.hour.slot,
            start: asked.hour.start,
            end: asked.hour.end,
            text: hourText(asked.hour.start, asked.hour.end),
          },
          until: asked.until,
          text: askedText(asked.by.name, asked.until),
        },
      }),
  }
}

function courseOf({ setOut, arrived, weather, missed, cancelled, personal }: Visit) {
  return {
    ...(setOut && { setOutAt: setOut.at }),
    ...(arrived && { arrived: { at: arrived.at, checked: arrived.checked } }),
    ...(weather && {
      weather: { since: weather.since, ...(weather.until && { until: weather.until }), photos: weather.evidence },
    }),
    ...(missed && { missed: { at: missed.at, who: missed.who, text: missedText(missed.who) } }),
    ...(cancelled && {
      cancelled: {
        at: cancelled.at,
        by: cancelled.by,
        ...(personal.cancelWhy && { why: personal.cancelWhy }),
      },
    }),
  }
}

function endOf({ finished, rated, personal: { note, ratingText } }: Visit) {
  return {
    ...(finished && {
      finished: { at: finished.at, ...(note && { note }), ...(finished.next && { next: finished.next }) },
    }),
    ...(rated && { rated: { stars: rated.stars, ...(ratingText && { text: ratingText }) } }),
  }
}
