import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { type Instant, instantOf, MINUTE, msOf } from '@/domain/time'
import type { VisitWay } from '@/domain/visit-types'
import type { Told } from './draft'
import { productNow } from './now'
import type { Knows } from './report'
import { newRequestId } from './request-id'
import type { HeldHour, Need } from './visit'

type Submit = Input<'grievance.submit'>
/** `upper`: an order of the city's or region's line; only what was reported there comes that way. */
export type Source = NonNullable<Submit['source']>
export type ConsentKind = NonNullable<Submit['forwarded']>['consent']['kind']

/** A file that belongs to what is registered: shown to the reviewer, or with which the person agreed. */
export type Attached = {
  id: string
  use: 'photo' | 'voice' | 'consent'
  path: string
  seconds?: number
  state: 'ready' | 'sending' | 'failed'
  percent?: number
  fileId?: string
  /** It failed because there is no signal: it can wait with the form. */
  lost?: boolean
}

/** A call, a visit, a paper, a message that is being written down. Empty texts are what wasn't filled in. */
export type Registration = {
  /** Made once: a retry after a lost answer is the same registration, not a second one. */
  requestId: string
  /** What is registered: an application for legal aid, a question for a lawyer, something to report, an hour. */
  kind: 'aid' | 'question' | 'grievance' | 'visit'
  /** When the page was opened, by the phone's own clock. */
  openedMs: number
  /** The same minute by the product's clock, once it was heard. */
  openedAt?: Instant
  touched: boolean
  callFrom?: Instant
  source?: Source
  name: string
  phone: string
  place?: string
  placeText: string
  topic?: string
  story: string
  language?: 'zh' | 'mn'
  opponent: string
  opponentPhone: string
  elsewhere: string
  slip: string
  deadline: string
  /** Whether property or evidence has to be held fast at once. */
  preserve?: 'yes' | 'no'
  /** Asked for in custody: through whom, and when. */
  custody?: 'organ' | 'duty-lawyer'
  custodyDay: string
  custodyTime: string
  /** Of what is reported: where exactly, who may know, the city's number and its deadline. */
  spot: string
  knows: Knows
  upperNo: string
  upperDay: string
  upperTime: string
  /** The report that this one is the same thing as; those that it isn't. */
  follows?: { id: string; title: string }
  notSame: string[]
  /** Of a visit: how they meet, and at home who is visited, where, and who is there with a child. */
  way?: VisitWay
  need?: Need
  address: string
  minor: boolean
  companion: string
  companionPhone: string
  held?: HeldHour
  anyTime: boolean
  consent?: ConsentKind
  witness: string
  /** Whether the other side is kin of whoever enters it, as he says. */
  opponentIsKin?: boolean
  /** By a helper: when it was ready to be sent, to the minute. A retry says the same. */
  takenAt?: Instant
  /** It waited on this phone for a signal and was opened again: what waits there under this number. */
  capsule?: string
  files: Attached[]
}

type State = { owner: string; draft: Registration; told: Told[]; lost: number; receipt?: MatterView; waits?: boolean }

const blank = (kind: Registration['kind'] = 'aid'): Registration => ({
  requestId: newRequestId(),
  kind,
  openedMs: Date.now(),
  touched: false,
  name: '',
  phone: '',
  placeText: '',
  story: '',
  opponent: '',
  opponentPhone: '',
  elsewhere: '',
  slip: '',
  deadline: '',
  custodyDay: '',
  custodyTime: '',
  spot: '',
  knows: 'public',
  upperNo: '',
  upperDay: '',
  upperTime: '',
  notSame: [],
  address: '',
  minor: false,
  companion: '',
  companionPhone: '',
  anyTime: false,
  witness: '',
  files: [],
})

const keyOf = (owner: string) => `draft.register.${owner}`

export const useRegistration = create<State>(() => ({ owner: '', draft: blank(), told: [], lost: 0 }))

/** Takes up what this clerk left unsent, or begins now. A file that was still under way died with the page. */
export function openRegistration(owner: string, kind: Registration['kind'] = 'aid'): void {
  const before = useRegistration.getState()
  if (before.owner === owner && before.draft.touched) {
    useRegistration.setState({ receipt: undefined, waits: undefined })
    return
  }
  const kept = read(owner)
  const files = (kept?.files ?? []).filter(({ fileId }) => fileId).map((file) => ({ ...file, path: '' }))
  const lost = (kept?.files.length ?? 0) - files.length
  useRegistration.setState({
    owner,
    draft: kept ? { ...kept, files } : blank(kind),
    told: [],
    lost,
    receipt: undefined,
    waits: undefined,
  })
}

// A page that lay open since morning isn't a call since morning.
const IDLE = 2 * MINUTE

/** Changes it and keeps it on the phone. What the server said of the old content no longer holds. */
export function fill(part: Partial<Registration>): void {
  const { owner, draft } = useRegistration.getState()
  const idle = !draft.touched && Date.now() - draft.openedMs > IDLE
  const changed = { ...draft, ...(idle && { openedMs: Date.now(), openedAt: undefined }), ...part, touched: true }
  useRegistration.setState({ draft: changed, told: [] })
  Taro.setStorageSync(keyOf(owner), JSON.stringify(changed))
}

/** The product's clock has just been heard: that was the minute in which the page was opened. */
export function markOpened(): void {
  const { draft } = useRegistration.getState()
  if (!draft.openedAt) useRegistration.setState({ draft: { ...draft, openedAt: wholeMinute(productNow()) } })
}

// What the clerk reads is what is sent; the rounding is in the person's favour.
export const wholeMinute = (now: Instant) => instantOf(msOf(now) - (msOf(now) % MINUTE))

/** When the call or visit began: as the clerk said, else when the page was opened. */
export const beganAt = ({ callFrom, openedAt }: Registration): Instant =>
  callFrom ?? openedAt ?? wholeMinute(productNow())

/** Only after the reply came, or when the clerk throws it away. */
export function forgetRegistration(receipt?: MatterView): void {
  Taro.removeStorageSync(keyOf(useRegistration.getState().owner))
  useRegistration.setState(({ draft }) => ({ draft: blank(draft.kind), told: [], lost: 0, receipt }))
}

/** It waits on this phone for a signal: the form is free for the next person. */
export function leaveToWait(): void {
  forgetRegistration()
  useRegistration.setState({ waits: true })
}

/** A form that waited comes back under the hands. */
export function takeUp(owner: string, draft: Registration): void {
  useRegistration.setState({ owner, draft, told: [], lost: 0, receipt: undefined, waits: undefined })
  Taro.setStorageSync(keyOf(owner), JSON.stringify(draft))
}

/** What waits for a signal and lies in this person's form just now, being mended. */
export function beingMended(owner: string): string | undefined {
  const now = useRegistration.getState()
  return now.owner === owner && now.draft.touched ? now.draft.capsule : read(owner)?.capsule
}

/** What this person left when the app ended; undefined where it is under the hands, or there is none. */
export function leftBehind(owner: string): Registration | undefined {
  const now = useRegistration.getState()
  return now.owner === owner && now.draft.touched ? undefined : read(owner)
}

/** The same content under a new number: a second registration, on the clerk's own word. */
export const asNewRegistration = (): void => fill({ requestId: newRequestId() })

/** Whether this clerk left one that didn't get through. */
export const hasRegistration = (owner: string): boolean => read(owner)?.touched === true

function read(owner: string): Registration | undefined {
  try {
    const text = Taro.getStorageSync(keyOf(owner))
    return text ? { ...blank(), ...JSON.parse(text) } : undefined
  } catch {
    return undefined
  }
}
