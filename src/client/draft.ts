import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { MatterView } from '@/contract/views'
import { go, places } from './places'
import { newRequestId } from './request-id'

export type Photo = {
  id: string
  path: string
  state: 'ready' | 'sending' | 'failed'
  percent?: number
  fileId?: string
}
export type Person = { name: string; phone: string }

/** An application for legal aid that is being written. Empty texts are what wasn't filled in. */
export type Draft = {
  /** Made once: a retry after a lost answer is the same application, not a second one. */
  requestId: string
  step: number
  for?: 'self' | 'ward' | 'other'
  topic?: string
  place?: string
  placeText: string
  body: string
  story: string
  parties: Person[]
  name: string
  phone: string
  idNumber: string
  language?: 'zh' | 'mn'
  route?: 'promise' | 'proof'
  income: string
  photos: Photo[]
}

export type Told = { field: string; code: string; message: string }
type State = { owner: string; draft: Draft; told: Told[]; lostPhotos: number; receipt?: MatterView }

const blank = (): Draft => ({
  requestId: newRequestId(),
  step: 0,
  placeText: '',
  body: '',
  story: '',
  parties: [],
  name: '',
  phone: '',
  idNumber: '',
  income: '',
  photos: [],
})

// Each person's own: another who signs in on this phone doesn't find it.
const keyOf = (owner: string) => `draft.aid.${owner}`

export const useDraft = create<State>(() => ({ owner: '', draft: blank(), told: [], lostPhotos: 0 }))

/** Takes up what this person left, or begins. A photo that was still under way died with the app. */
export function openDraft(owner: string): void {
  if (useDraft.getState().owner === owner) return
  const kept = read(owner)
  const photos = (kept?.photos ?? []).filter(({ fileId }) => fileId).map((photo) => ({ ...photo, path: '' }))
  const lostPhotos = (kept?.photos.length ?? 0) - photos.length
  useDraft.setState({ owner, draft: kept ? { ...kept, photos } : blank(), told: [], lostPhotos })
}

/** Changes it and keeps it on the phone. What the server said of the old content no longer holds. */
export function change(part: Partial<Draft>): void {
  const { owner, draft } = useDraft.getState()
  const changed = { ...draft, ...part }
  useDraft.setState({ draft: changed, told: [] })
  Taro.setStorageSync(keyOf(owner), JSON.stringify(changed))
}

/** Where she is, kept without touching what the server said. */
export function stand(step: number): void {
  const { owner, draft } = useDraft.getState()
  useDraft.setState({ draft: { ...draft, step } })
  Taro.setStorageSync(keyOf(owner), JSON.stringify({ ...draft, step }))
}

/** Only after the receipt came, or when the person throws it away. */
export function forgetDraft(receipt?: MatterView): void {
  const { owner } = useDraft.getState()
  Taro.removeStorageSync(keyOf(owner))
  useDraft.setState({ draft: blank(), told: [], lostPhotos: 0, receipt })
}

/** The same content under a new number: a new application, on the person's own word. */
export const asNewDraft = (): void => change({ requestId: newRequestId() })

const LEFT = 'left'

/** She had to be away at once: what her browser still remembers of the application must not show itself again. */
export const markLeft = (): void => Taro.setStorageSync(LEFT, '1')
export const hasLeft = (): boolean => Boolean(Taro.getStorageSync(LEFT))

/** The doors into the application: whoever comes in by one of them means to. */
export function openApply() {
  Taro.removeStorageSync(LEFT)
  return go(places.apply)
}

/** Whether this person left one unfinished. */
export const hasDraft = (owner: string): boolean => (read(owner)?.step ?? 0) > 0

function read(owner: string): Draft | undefined {
  try {
    const text = Taro.getStorageSync(keyOf(owner))
    return text ? { ...blank(), ...JSON.parse(text) } : undefined
  } catch {
    return undefined
  }
}
