import type { MatterView } from '@/contract/views'
import type { PersonRef } from '@/domain/decider'
import type { Grievance } from '@/domain/grievance-types'
import type { Matter } from '@/domain/matters'
import type { Policy } from '@/domain/policy'
import type { Question } from '@/domain/question-types'
import type { Part, Reader } from '@/domain/sight'
import type { Visit } from '@/domain/visit-types'
import { stageText } from '@/words/aid'
import { exOfficioText, grievanceStageTexts, ownStageTexts } from '@/words/grievance'
import { questionStageTexts } from '@/words/question'
import { ownVisitStageTexts, visitStageTexts } from '@/words/visit'
import { consentView, detailOf, papersOf as papersOfAid, toldTo } from './present-aid'
import { grievanceDetail, papersOfGrievance } from './present-grievance'
import { papersOfQuestion, questionDetail } from './present-question'
import { papersOfVisit, visitDetail } from './present-visit'
import { checkInOf } from './visit-check-in'
import type { World } from './world'

/** What is particular to a kind when a matter is shown; present.ts shows what all of them have. */

type Shown = {
  world: World
  /** The matter's id. */
  id: string
  now: string
  sees: (part: Part) => boolean
  actor: string
  reader: Reader
  policy: Policy
  /** What codes in it are called: of units, of rows of the catalogue. */
  names: ReadonlyMap<string, string>
}

export function detailFor(state: Matter, { world, id, ...shown }: Shown): MatterView['detail'] {
  switch (state.kind) {
    case 'question':
      return { ...questionDetail(state, shown), ...agreed(state, shown) }
    case 'grievance':
      return { ...grievanceDetail(state, shown), ...agreed(state, shown) }
    case 'visit':
      return { ...visitDetail(state, { ...shown, checkIn: checkInOf(world, id) }), ...agreed(state, shown) }
    case 'aid':
      return detailOf(world, state, shown.sees, shown.reader)
  }
}

/** How she agreed that another enters it, and who is told what happens. */
function agreed(
  state: Question | Visit | Grievance,
  { sees }: Pick<Shown, 'sees'>,
): Pick<MatterView['detail'], 'consent' | 'told'> {
  if (!sees('consent') || !state.helper) return {}
  const { consent } = state.personal
  return { ...(consent && { consent: consentView(consent) }), told: toldTo(state) }
}

export function papersOf(state: Matter, sees?: Shown['sees']): { id: string; name: string }[] {
  switch (state.kind) {
    case 'question':
      return papersOfQuestion(state, sees)
    case 'grievance':
      return papersOfGrievance(state, sees)
    case 'visit':
      return papersOfVisit(state, sees)
    case 'aid':
      return papersOfAid(state, sees)
  }
}

/** `own`: to whoever it is about, or helps her. */
export function stageTextOf(state: Matter, own: boolean): string {
  switch (state.kind) {
    case 'question':
      return questionStageTexts[state.stage]
    case 'grievance':
      if (state.exOfficio && own) return exOfficioText
      return (own && ownStageTexts[state.stage]) || grievanceStageTexts[state.stage]
    case 'visit':
      return (own && ownVisitStageTexts[state.stage]) || visitStageTexts[state.stage]
    case 'aid':
      return stageText(state.stage)
  }
}

/** Whose matter it is, where that is known. */
export function whoAsks(state: Matter): { name?: string; phone?: string } {
  switch (state.kind) {
    case 'question':
      return state.personal.asker
    case 'grievance':
      return state.personal.reporter
    case 'visit':
      return state.personal.visitor
    case 'aid':
      return state.personal.applicant
  }
}

/** Who acts as lawyer in it. */
export function lawyerOf(state: Matter): PersonRef | undefined {
  switch (state.kind) {
    case 'question':
      return state.taker?.ref
    case 'grievance':
      return undefined
    // Whose hour it is, whatever he is by trade.
    case 'visit':
      return state.hour?.person
    case 'aid':
      return state.lawyer?.ref
  }
}
