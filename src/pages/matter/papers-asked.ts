import type { ClockView, PapersAsked } from '@/contract/views'

export type AskedList = PapersAsked['lists'][number]
export type AskedItem = AskedList['items'][number]

/** The list that counts now: a later one replaces those before it. */
export const newestList = (asked: PapersAsked | undefined): AskedList | undefined =>
  asked?.lists.reduce((newest, list) => (list.at > newest.at ? list : newest))

export const owedItems = (asked: PapersAsked | undefined): AskedItem[] =>
  newestList(asked)?.items.filter(({ answered }) => !answered) ?? []

export const supplementClock = (clocks: readonly ClockView[]): ClockView | undefined =>
  clocks.find(({ code, state }) => code === 'aid.supplement' && state !== 'stopped')
