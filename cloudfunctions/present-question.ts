import type { OfferView, QuestionDetail } from '@/contract/views'
import { maskPhone } from '@/domain/identity-number'
import { running } from '@/domain/matter'
import type { Policy } from '@/domain/policy'
import { isLive } from '@/domain/question-offers'
import { isSilent, LAST_WAVE, scheduleOf } from '@/domain/question-time'
import type { Offer, Question } from '@/domain/question-types'
import type { Part } from '@/domain/sight'
import { earliest, type Instant, NEVER } from '@/domain/time'
import { languageTexts, reasonText, sourceTexts, topicText } from '@/words/aid'
import {
  consentPaper,
  lateText,
  missedText,
  nextTexts,
  offerText,
  paperText,
  promiseText,
  routedText,
  voicePaper,
} from '@/words/question'

/** What is particular to a question, part by part: the view table says who sees which. */

type Shown = { now: string; sees: (part: Part) => boolean; actor: string; policy: Policy }

/** How she agreed names her, and what was sent belongs to the talk: neither is for whoever is only asked. */
export const papersOfQuestion = (
  { personal, files }: Question,
  sees: Shown['sees'] = () => true,
): { id: string; name: string }[] => [
  ...(personal.consent?.fileId && sees('consent') ? [{ id: personal.consent.fileId, name: consentPaper }] : []),
  ...(personal.voice ? [{ id: personal.voice, name: voicePaper }] : []),
  ...(sees('talk') ? files.map((id, n) => ({ id, name: paperText(n + 1) })) : []),
]

export function questionDetail(state: Question, shown: Shown) {
  const { sees } = shown
  const { personal, topic, language, sentAt, source, helper } = state
  const { text, voice, hire } = personal
  return {
    topic,
    topicText: topicText(topic),
    language: languageTexts[language] ?? language,
    askedAt: sentAt,
    ...(sees('story') && { ...(text && { text }), ...(voice && { voice }) }),
    ...(sees('applicant-name') && { asker: askerOf(state, sees) }),
    ...(sees('applicant-name') && source && { source: { code: source, text: sourceTexts[source] } }),
    ...(sees('applicant-name') && helper && { forwardedBy: helper.name }),
    ...waitingOf(state, shown),
    ...ownOffer(state, shown),
    ...(sees('lawyer') && answererOf(state, shown)),
    ...(sees('outcome') && endOf(state)),
    ...(sees('talk') && { said: saidOf(state) }),
    ...(sees('notes') && personal.notes.length > 0 && { notes: notesOf(state) }),
    // What she does with her own money isn't her helper's to know.
    ...(sees('reports') && hire && { hire: { by: (state.hiredBy ?? state.taker?.ref)?.name ?? '', note: hire } }),
  }
}

function askerOf({ personal: { asker } }: Question, sees: Shown['sees']) {
  const { name, phone } = asker
  return {
    ...(name && { name }),
    ...(phone && sees('applicant-contact') && { phone: maskPhone(phone) }),
  }
}

/** Who is being asked, and what happens if nobody comes. */
function waitingOf(state: Question, { sees, policy }: Shown): QuestionDetail {
  const { stage, clocks, offers, responsible } = state
  const clock = running(clocks, 'question.answer')
  const next = stage === 'open' ? nextOf(state, policy) : undefined
  return {
    ...(clock && stage === 'open' && { promise: promiseText(clock.dueAt) }),
    ...(sees('offers') && { offers: offers.map((offer) => offerView(offer, sees('matching') || sees('notes'))) }),
    ...(next && { nextWaveAt: next.at, nextText: nextTexts[next.what](next.at, responsible.name) }),
  }
}

const waves = ['nearby', 'nearby', 'everybody', 'centre'] as const

/** What happens next by itself, and when. */
function nextOf(state: Question, policy: Policy): { at: Instant; what: keyof typeof nextTexts } | undefined {
  const { wave, end } = scheduleOf(state, policy)
  const at = earliest(wave, end)
  if (at === NEVER) return undefined
  const number = Math.min(state.wave + 1, LAST_WAVE)
  return { at, what: at === end ? 'end' : (waves[number] ?? 'everybody') }
}

function offerView({ to, wave, at, lateBy, state, why, answeredAt, reasons }: Offer, bureau: boolean): OfferView {
  return {
    person: to.id,
    name: to.name,
    ...(to.org && { org: to.org }),
    wave,
    at,
    ...(lateBy && { lateBy }),
    state,
    ...(bureau && why && { why }),
    ...(answeredAt && { answeredAt }),
    text: offerText(state, answeredAt ?? at),
    ...(bureau && { reasons: reasons.map(reasonText) }),
  }
}

function ownOffer({ offers, stage }: Question, { actor }: Shown): QuestionDetail {
  const own = offers.find((offer) => offer.to.id === actor && isLive(offer))
  // Nobody is asked whom the wall shuts out.
  return own && (stage === 'open' || stage === 'taken') ? { offer: { ...offerView(own, true), cleared: true } } : {}
}

function answererOf(state: Question, { now, policy }: Shown): QuestionDetail {
  const { taker, routed, clocks, stage } = state
  const silent = isSilent(state, policy, now)
  const missed =
    stage === 'routed' && clocks.some((c) => c.code === 'question.callback' && c.overdueNoted && c.state === 'running')
  return {
    ...(taker && { taker: { ...taker.ref, at: taker.at, ...(silent && { silent }) } }),
    ...(routed && {
      routed: {
        name: routed.to.name,
        ...(routed.to.phone && { phone: routed.to.phone }),
        callBackAt: routed.callBackAt,
        text: missed
          ? missedText(routed.to.name)
          : routed.nobody
            ? lateText(now, routed.callBackAt, routed.to.name)
            : routedText(routed.to.name, routed.callBackAt, now),
        ...(routed.chosen && { chosen: true as const }),
        ...(routed.nobody && { nobody: true as const }),
        ...(missed && { missed: true as const }),
      },
    }),
  }
}

function endOf({ answered, helped, personal, child }: Question): QuestionDetail {
  const { summary = '', helpedText, tries } = personal
  return {
    ...(answered && {
      answered: { at: answered.at, by: answered.by.name, summary, ...(answered.next && { next: answered.next }) },
    }),
    ...(helped && { helped: { yes: helped.yes, ...(helpedText && { text: helpedText }) } }),
    ...(tries.length > 0 && {
      tries: tries.map(({ at, by, reached, note }) => ({ at, by: by.name, reached, note })),
    }),
    ...(child && { child }),
  }
}

const saidOf = ({ said }: Question) => {
  const lastAt = [said.askerAt, said.staffAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)
  return { count: said.count, ...(lastAt && { lastAt }) }
}

const notesOf = ({ personal }: Question) => personal.notes.map(({ at, by, text }) => ({ at, by: by.name, text }))
