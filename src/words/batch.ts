import type { BatchRule } from '@/domain/batch-assign'
import { ruleTexts } from './aid'

/** Assigning all that waits at once: what the centre's page says, and what is told of each. */

/** Stored with the assignment, and in the decision where one is granted with it. */
export const batchWhy = '和同时在等的一起派，整批算下来这样最合适'

export const batchRuleText = (rule: BatchRule | 'opposite', lawyers: number): string =>
  rule === 'opposite'
    ? '和这一批里另一件是对方，等那一件派好再派'
    : `${lawyers}\u00a0位：${rule === 'taken' || rule === 'near' ? ofBatch[rule] : ruleTexts[rule]}`

const ofBatch = { taken: '能办，这一批里都派满了', near: '有名字很像的人，要先核对，请打开这一件再派' }

export const excludedNow = (name: string, rule: string): string =>
  `${name}现在不能派：${ruleTexts[rule as keyof typeof ruleTexts] ?? '有规则把他排除在外'}。这一件还在等，请重新算一次。`

const points = (n: number): string => `${Math.round(n * 10) / 10}\u00a0分`

export const batchWords = {
  open: '整批派律师',
  title: '整批派律师',
  what: '把在等的放在一起算：先让能派出去的最多，再选整体最合适的派法。由您看过再派。',
  also: '看过了、可以一起给予援助的',
  alsoHint: '选了的会和在等派律师的一起算，派的时候同时给予援助。没看过的先别选。',
  alsoMore: '还有的，先派完这些再来选。',
  together: '几个人找同一家的，尽量派给同一位律师',
  togetherMore: '比如二十位工友要同一家单位的工钱。有人会因此派不出去的，就不归到一起。',
  options: '怎么算',

  proposals: (n: number) => `派得出去的 ${n}\u00a0件`,
  applicant: (name: string | undefined, title: string) => (name ? `${name}：${title}` : title),
  where: (place: string, at: string) => `${place}，${at} 提交`,
  grants: '同时给予援助',
  waits: '已同意，在等',
  alone: (name: string) => `一件一件派，会派给${name}`,
  aloneNobody: '一件一件派，轮到它就没人可派了',
  group: (n: number) => `同一家的，第 ${n}\u00a0组`,
  score: (n: number) => `合适程度 ${points(n)}`,
  tick: (name: string, lawyer: string) => `派${name}这件给${lawyer}`,

  morePlaced: (batch: number, alone: number) =>
    `放在一起算，能派出 ${batch}\u00a0件。一件一件派，只能派出 ${alone}\u00a0件。`,
  better: (batch: number, alone: number) =>
    `放在一起算，合适程度合计 ${points(batch)}。一件一件派是 ${points(alone)}，多了 ${points(batch - alone)}。`,
  same: '放在一起算，和一件一件派一样好。',
  proven: '在派出去最多的派法里，没有比这更合适的，已经算到底。',
  kept: (matters: number, lawyers: number) => `同一家的 ${matters}\u00a0件，派给 ${lawyers}\u00a0位律师。`,
  price: (less: number) => `为了归到一起，合适程度少 ${points(less)}。`,

  left: (n: number) => `这一批派不出去的 ${n}\u00a0件`,
  leftText: '这些还由值班的人去找，系统也会一直再找。',
  more: '在等的不止这些。先派这一批，派完再算下一批。',
  none: '现在没有在等派律师的',
  noneText: '上面选几件看过的申请，就可以一起算。',
  noneAtAll: '有申请以后，在这里一起算。',
  stale: '没有信号，先看刚才取到的',
  justLook: '您现在是查看，不能派。',

  why: '给予援助的理由，会写进决定书',
  send: (n: number) => `派这 ${n}\u00a0件`,
  nothing: '先选要派的',
  confirm: (n: number, grants: number) =>
    grants > 0 ? `派这 ${n}\u00a0件，其中 ${grants}\u00a0件同时给予援助？` : `派这 ${n}\u00a0件？`,
  confirmText: '每一件分别派。谁的律师刚被别人派走，那一件就不派，还在等，会告诉您。',
  yes: '派',
  done: (n: number) => `派好了 ${n}\u00a0件。`,
  notAll: (done: number, left: number) => `派好了 ${done}\u00a0件，${left}\u00a0件没派成：`,
  notDone: (name: string, message: string) => `${name}：${message}`,
}
