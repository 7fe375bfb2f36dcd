import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { MatterView } from '@/contract/views'
import type { Day, Instant } from '@/domain/time'
import { go, places } from './places'
import { newRequestId } from './request-id'
import { useSession } from './session'

/** A file on its way: where it lies on the phone, and what came of sending it. */
export type Sending = { path: string; state: 'ready' | 'sending' | 'failed'; percent?: number; fileId?: string }
export type Photo = Sending & { id: string }
export type Recording = Sending & { seconds: number }
export type Person = { name: string; phone: string }
export type Tell = 'person' | 'helper' | 'kin'

/** How the person agreed that somebody else enters it. */
export type Consent = {
  how?: 'aloud' | 'read'
  kind?: 'voice' | 'signature' | 'witness'
  voice?: Recording
  signature?: Sending
  witness: string
  /** Whether the other side is kin of whoever enters it, as he says. */
  opponentIsKin?: boolean
  takenAt?: Instant
}

/** An application for legal aid that is being written. Empty texts are what wasn't filled in. */
export type Draft = {
  /** Made once: a retry after a lost answer is the same application, not a second one. */
  requestId: string
  /** Written by somebody whose work is helping: it is never her own. */
  helped: boolean
  /** The question that it carries on. */
  question?: string
  step: string
  whereabouts?: 'here' | 'elsewhere'
  elsewhere: string
  place?: string
  placeText: string
  body: string
  for?: 'self' | 'ward' | 'other'
  topic?: string
  story: string
  voice?: Recording
  happened: Day | ''
  deadline: Day | ''
  parties: Person[]
  name: string
  phone: string
  idNumber: string
  language?: 'zh' | 'mn'
  route?: 'promise' | 'proof'
  income: string
  groups: string[]
  /** Her yes to using what a group says of her health. */
  agreesHealth?: boolean
  photos: Photo[]
  consent: Consent
  tell: Tell[]
  kin: Person
}

export type Told = { field: string; code: string; message: string }
type State = { owner: string; draft: Draft; told: Told[]; lostPhotos: number; receipt?: MatterView }

export const firstStep = 'where'

const blank = (helped: boolean): Draft => ({
  requestId: newRequestId(),
  helped,
  step: firstStep,
  elsewhere: '',
  placeText: '',
  body: '',
  story: '',
  happened: '',
  deadline: '',
  parties: [],
  name: '',
  phone: '',
  idNumber: '',
  income: '',
  groups: [],
  photos: [],
  consent: { witness: '' },
  tell: ['person'],
  kin: { name: '', phone: '' },
})

// Each person's own: another who signs in on this phone doesn't find it. What she writes for others lies apart.
const ownerOf = (person: string, helped: boolean) => (helped ? `${person}.helped` : person)
const keyOf = (owner: string) => `draft.aid.${owner}`

export const useDraft = create<State>(() => ({ owner: '', draft: blank(false), told: [], lostPhotos: 0 }))

/** Takes up what this person left, or begins. A file that was still under way died with the app. */
export function openDraft(person: string, helped: boolean): void {
  const owner = ownerOf(person, helped)
  if (useDraft.getState().owner === owner) return
  const kept = read(owner)
  const photos = (kept?.photos ?? []).flatMap((photo) => sent(photo) ?? [])
  const lostPhotos = (kept?.photos.length ?? 0) - photos.length
  const { voice, signature } = kept?.consent ?? {}
  const draft = kept && {
    ...kept,
    helped,
    photos,
    voice: sent(kept.voice),
    consent: { ...kept.consent, voice: sent(voice), signature: sent(signature) },
  }
  useDraft.setState({ owner, draft: draft ?? blank(helped), told: [], lostPhotos })
}

const sent = <F extends Sending>(file: F | undefined): F | undefined =>
  file?.fileId ? { ...file, path: '' } : undefined

/** Changes it and keeps it on the phone. What the server said of the old content no longer holds. */
export function change(part: Partial<Draft>): void {
  const { owner, draft } = useDraft.getState()
  const changed = { ...draft, ...part }
  useDraft.setState({ draft: changed, told: [] })
  Taro.setStorageSync(keyOf(owner), JSON.stringify(changed))
}

/** Where she is, kept without touching what the server said. */
export function stand(step: string): void {
  const { owner, draft } = useDraft.getState()
  useDraft.setState({ draft: { ...draft, step } })
  Taro.setStorageSync(keyOf(owner), JSON.stringify({ ...draft, step }))
}

/** Only after the receipt came, or when the person throws it away. */
export function forgetDraft(receipt?: MatterView): void {
  const { owner, draft } = useDraft.getState()
  Taro.removeStorageSync(keyOf(owner))
  useDraft.setState({ draft: blank(draft.helped), told: [], lostPhotos: 0, receipt })
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

/** Whether whoever acts now left one unfinished. */
export function hasDraft(person: string): boolean {
  const role = useSession.getState().me?.acting.role ?? 'resident'
  return (read(ownerOf(person, role !== 'resident'))?.step ?? firstStep) !== firstStep
}

function read(owner: string): Draft | undefined {
  try {
    const text = Taro.getStorageSync(keyOf(owner))
    return text ? { ...blank(false), ...JSON.parse(text) } : undefined
  } catch {
    return undefined
  }
}
