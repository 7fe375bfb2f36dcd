import type { BatchRule } from '@/domain/batch-assign'
import { ruleTexts } from './aid'

/** Assigning all that waits at once: what the centre's page says, and what is told of each. */

/** Stored with the assignment, and in the decision where one is granted with it. */
export const batchWhy = '和同时在等的一起派，整批算下来这样最合适'

export const batchRuleText = (rule: BatchRule | 'opposite', lawyers: number): string =>
  rule === 'opposite'
    ? '和这一批里另一件是对方，等那一件派好再派'
    : `${lawyers}\u00a0位：${rule === 'taken' ? '能办，这一批里都派满了' : ruleTexts[rule]}`

export const excludedNow = (name: string, rule: string): string =>
  `${name}现在不能派：${ruleTexts[rule as keyof typeof ruleTexts] ?? '有规则把他排除在外'}。这一件还在等，请重新算一次。`
