import type { NearKind } from '@/domain/near'
import type { Step } from './step'

/** Names that are like ones on the other side of another matter: what the desks read about them, never whose they are. */

const kindTexts: Record<NearKind, string> = { characters: '同字', sound: '同音' }
const kinds: readonly NearKind[] = ['characters', 'sound']

/** Why a person compares first. Whose name it is stands in the other matter, for those who may open it. */
export const nearText = (hits: readonly { kind: NearKind }[]): string =>
  `${kinds
    .filter((kind) => hits.some((hit) => hit.kind === kind))
    .map((kind) => kindTexts[kind])
    .join('、')}，请核对：他或他所里的另一件事，另一边有一个名字和这件的很像。`
/** To whoever arranges in an organisation and opens no other matter. */
export const nearGiven = '有一个名字和别的事里的很像，给他以后由中心核对，他照常办。'
export const nearLookedAt = '有一个名字和您所里另一件事里的很像，中心正在核对是不是同一个人。您照常办。'

export const nearWords = {
  title: '名字很像，请您核对',
  to: (name: string, at: string) => `${at}，请 ${name} 核对。律师照常办。`,
  open: (n: number, of: number) => (of > 1 ? `打开另一件，第 ${n}\u00a0件` : '打开另一件'),
  ask: '是不是同一个人？',
  askText: (name: string) => `先打开另一件，对一对身份证号、出生年月、电话。是同一个人，就不能派给${name}。`,
  yes: '核对过了，不是同一个人',
}

const why = { name: 'why', as: 'text', label: '怎么核对的', missing: '请写一句怎么核对的' } as const

export const nearSteps: readonly Step[] = [
  {
    action: 'aid.nearAnswer',
    open: '不是同一个人',
    title: '不是同一个人',
    intro: '记下来以后，这两个名字不再问。律师接着办。',
    asks: [why],
    send: '记下来',
    told: '记下来了，这两个名字不再问。',
    with: { same: false },
  },
  {
    action: 'aid.nearAnswer',
    open: '是同一个人，换律师',
    title: '是同一个人，换律师',
    intro: '律师在两边都办，有利害关系：现在就换一位。拿不准的，按是同一个人办。',
    asks: [why],
    send: '换律师',
    told: '换下来了，正在派别的律师。',
    kind: 'danger',
    with: { same: true },
  },
]
