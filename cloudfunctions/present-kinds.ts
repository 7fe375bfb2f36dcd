import type { MatterView } from '@/contract/views'
import type { PersonRef } from '@/domain/decider'
import type { Matter } from '@/domain/matters'
import type { Policy } from '@/domain/policy'
import type { Part, Reader } from '@/domain/sight'
import { stageText } from '@/words/aid'
import { exOfficioText, grievanceStageTexts, ownStageTexts } from '@/words/grievance'
import { questionStageTexts } from '@/words/question'
import { detailOf, papersOf as papersOfAid } from './present-aid'
import { grievanceDetail, papersOfGrievance } from './present-grievance'
import { papersOfQuestion, questionDetail } from './present-question'
import type { World } from './world'

/** What is particular to a kind when a matter is shown; present.ts shows what all of them have. */

type Shown = {
  world: World
  now: string
  sees: (part: Part) => boolean
  actor: string
  reader: Reader
  policy: Policy
  /** What codes in it are called: of units, of rows of the catalogue. */
  names: ReadonlyMap<string, string>
}

export function detailFor(state: Matter, { world, ...shown }: Shown): MatterView['detail'] {
  switch (state.kind) {
    case 'question':
      return questionDetail(state, shown)
    case 'grievance':
      return grievanceDetail(state, shown)
    case 'aid':
      return detailOf(world, state, shown.sees)
  }
}

export function papersOf(state: Matter, sees?: Shown['sees']): { id: string; name: string }[] {
  switch (state.kind) {
    case 'question':
      return papersOfQuestion(state, sees)
    case 'grievance':
      return papersOfGrievance(state, sees)
    case 'aid':
      return papersOfAid(state)
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
    case 'aid':
      return state.lawyer?.ref
  }
}
