import type { MatterView } from '@/contract/views'
import type { Matter } from '@/domain/matters'
import type { Policy } from '@/domain/policy'
import type { Part } from '@/domain/sight'
import { stageText } from '@/words/aid'
import { questionStageTexts } from '@/words/question'
import { detailOf, papersOf as papersOfAid } from './present-aid'
import { papersOfQuestion, questionDetail } from './present-question'
import type { World } from './world'

/** What is particular to a kind when a matter is shown; present.ts shows what all of them have. */

type Shown = { world: World; now: string; sees: (part: Part) => boolean; actor: string; policy: Policy }

export const detailFor = (state: Matter, { world, ...shown }: Shown): MatterView['detail'] =>
  state.kind === 'question' ? questionDetail(state, shown) : detailOf(world, state, shown.sees)

export const papersOf = (state: Matter, sees?: Shown['sees']): { id: string; name: string }[] =>
  state.kind === 'question' ? papersOfQuestion(state, sees) : papersOfAid(state)

export const stageTextOf = ({ kind, stage }: Matter): string =>
  kind === 'question' ? (questionStageTexts[stage as keyof typeof questionStageTexts] ?? '') : stageText(stage)

/** Whose matter it is, where that is known. */
export const whoAsks = (state: Matter): { name?: string; phone?: string } =>
  state.kind === 'question' ? state.personal.asker : state.personal.applicant
