import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import type { Recording } from './draft'
import { useKept } from './kept'

/** A question that is being written. Empty texts are what wasn't filled in. */
export type AskDraft = {
  /** Made at the first try to send: a retry after a lost answer is the same question, not a second one. */
  requestId: string
  topic?: string
  text: string
  voice?: Recording
  language: 'zh' | 'mn'
  phone: string
}

const blank: AskDraft = { requestId: '', text: '', language: 'zh', phone: '' }

// A recording that wasn't sent lay only in the app that is gone.
const revived = (kept: AskDraft): AskDraft => ({
  ...kept,
  voice: kept.voice?.fileId ? { ...kept.voice, path: '' } : undefined,
})

export const useAskDraft = (language: AskDraft['language'] = 'zh') =>
  useKept<AskDraft>('ask', { ...blank, language }, revived)

export const isBegun = ({ topic, text, voice }: AskDraft): boolean => Boolean(topic || text.trim() || voice)

/** A question asked on this phone without an account: its query code stands for whoever asked. */
export type HeldQuestion = { id: string; code: string; askedAt: Instant }

const KEY = 'questions'
// As many as somebody still looks for; older ones are found by their code.
const MOST = 10

export const useHeldQuestions = create<{ items: HeldQuestion[] }>(() => ({ items: stored() }))

useHeldQuestions.subscribe(({ items }) => Taro.setStorageSync(KEY, JSON.stringify(items)))

/** Keeps the code of a question in this phone, newest first. */
export function holdQuestion({ id, createdAt }: Pick<MatterView, 'id' | 'createdAt'>, code: string): void {
  const others = useHeldQuestions.getState().items.filter((each) => each.id !== id)
  useHeldQuestions.setState({ items: [{ id, code, askedAt: createdAt }, ...others].slice(0, MOST) })
}

export const forgetQuestion = (id: string): void =>
  useHeldQuestions.setState(({ items }) => ({ items: items.filter((each) => each.id !== id) }))

/** The code that stands for her, where this phone keeps one. */
export const useCodeOf = (id: string): string | undefined =>
  useHeldQuestions(({ items }) => items.find((each) => each.id === id)?.code)

function stored(): HeldQuestion[] {
  try {
    return JSON.parse(Taro.getStorageSync(KEY) || '[]')
  } catch {
    return []
  }
}
