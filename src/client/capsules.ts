import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Input } from '@/contract/actions'
import type { Instant } from '@/domain/time'
import { type Answer, call, whatWentWrong } from './call'
import { capsuleFiles } from './capsule-files'
import { WAITS } from './capsule-room'
import { beingMended, leftBehind, type Registration, takeUp } from './register-draft'
import { newRequestId } from './request-id'
import { useSession } from './session'
import { upload } from './upload'

/** What was taken down without a signal: whole forms in the order in which they were taken, until each has arrived. */
export type CapsuleAction = 'question.ask' | 'grievance.submit' | 'visit.book' | 'aid.submit'
/** `name`: what its copy on this phone is called. Once it was sent, its id is kept: it isn't sent again. */
export type CapsuleFile = { id: string; name: string; bytes: number; fileId?: string }
export type Capsule = {
  /** The request id of the form: a second copy of it takes the first one's place. */
  key: string
  action: CapsuleAction
  /** As the wire wants it, with `waitingId` of a file wherever it will say the file's id. */
  input: Record<string, unknown>
  files: CapsuleFile[]
  takenAt: Instant
  whom: string
  what: string
  /** To open it again. */
  form: Registration
  /** Why it wasn't taken: it waits to be mended, and keeps nobody else waiting. */
  wrong?: string
}
/** Until it was seen: what arrived, and its query code this once. */
export type Arrived = Pick<Capsule, 'key' | 'whom' | 'what' | 'takenAt'> & {
  id: string
  sentAt: Instant
  code?: string
}

type Kept = { items: Capsule[]; arrived: Arrived[] }
type State = Kept & { owner: string; sending: boolean; stopped?: string }

/** More isn't kept, and so many that arrived are told of. */
export const CAPSULES = 20
/** Instead of a sentence in `wrong`: a copy is no longer on the phone. */
export const GONE = 'gone'

/** A file's id before it has one; where the form says it, the real one stands when it is sent. */
export const waitingId = (id: string): string => `f_${id}`

const none: Kept = { items: [], arrived: [] }
export const useCapsules = create<State>(() => ({ ...none, owner: '', sending: false }))

/** Each person's own, and only in the role in which it was written: the product is told who enters it by who asks. */
export function ownerNow(): string {
  const { me } = useSession.getState()
  return me ? [me.id, me.acting.role, me.acting.unit].filter(Boolean).join('.') : ''
}
const keyOf = (owner: string) => `${WAITS}${owner}`

/** Takes up what waits for whoever acts now, and clears away copies that nothing waiting names. */
export async function openCapsules(): Promise<void> {
  const owner = ownerNow()
  if (useCapsules.getState().owner !== owner)
    useCapsules.setState({ ...read(owner), owner, sending: false, stopped: undefined })
  const named = allNames()
  const orphans = (await capsuleFiles.names().catch(() => [])).filter((name) => !named.has(name) && !under.has(name))
  if (orphans.length > 0) await capsuleFiles.drop(orphans).catch(() => undefined)
}

// Copies that are just being made, before their form is on the list.
export const under = new Set<string>()

/** Of whoever uses this phone: another's copies are no orphans. */
const allNames = (): Set<string> =>
  new Set(
    Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(keyOf('')))
      .flatMap((key) => read(key.slice(keyOf('').length)).items.flatMap(({ files }) => files.map(({ name }) => name))),
  )

export function read(owner: string): Kept {
  try {
    const text = owner && Taro.getStorageSync(keyOf(owner))
    return text ? { ...none, ...JSON.parse(text) } : none
  } catch {
    return none
  }
}

/** Changes what lies on the phone, as it is there now; it throws where the phone has no room. */
export function change(owner: string, does: (kept: Kept) => Kept): void {
  const next = does(read(owner))
  if (next.items.length + next.arrived.length === 0) Taro.removeStorageSync(keyOf(owner))
  else Taro.setStorageSync(keyOf(owner), JSON.stringify(next))
  if (useCapsules.getState().owner === owner) useCapsules.setState(next)
}
const edit = (owner: string, key: string, part: Partial<Capsule>): void =>
  change(owner, (kept) => ({
    ...kept,
    items: kept.items.map((each) => (each.key === key ? { ...each, ...part } : each)),
  }))

export const dropFiles = (files: readonly CapsuleFile[]) =>
  capsuleFiles.drop(files.map(({ name }) => name)).catch(() => undefined)

/** Takes it off the phone, with its copies. */
export async function dropCapsule(key: string): Promise<void> {
  const { owner, items } = useCapsules.getState()
  const files = items.find((each) => each.key === key)?.files ?? []
  change(owner, (kept) => ({ ...kept, items: kept.items.filter((each) => each.key !== key) }))
  await dropFiles(files)
}

/** Its form, with its files where they can be seen and sent from. */
export async function formOf({ key, form, files }: Capsule): Promise<Registration> {
  const paths = new Map<string, string>()
  for (const { id, name } of files) paths.set(id, (await capsuleFiles.path(name).catch(() => undefined)) ?? '')
  return {
    ...form,
    capsule: key,
    files: form.files.flatMap((file) => {
      const fileId = file.fileId ?? files.find(({ id }) => id === file.id)?.fileId
      if (fileId) return { ...file, fileId, path: paths.get(file.id) ?? '', state: 'ready' as const, lost: undefined }
      const path = paths.get(file.id)
      return path ? { ...file, path, state: 'failed' as const, lost: true } : []
    }),
  }
}

/** One that was being mended when the app ended comes back with what was changed by then, and with its files. */
export async function resumeMending(id: string): Promise<void> {
  const form = leftBehind(id)
  const capsule = form?.capsule && read(ownerNow()).items.find(({ key }) => key === form.capsule)
  if (form && capsule) takeUp(id, await formOf({ ...capsule, form }))
}

export const markSeen = (key: string): void =>
  change(useCapsules.getState().owner, (kept) => ({
    ...kept,
    arrived: kept.arrived.filter((each) => each.key !== key),
  }))

let going: Promise<void> | undefined

/** Sends what waits, oldest first. Whoever asks while it is under way waits for the same sending. */
export function sendCapsules(): Promise<void> {
  going ??= throughAll().finally(() => {
    going = undefined
    useCapsules.setState({ sending: false })
  })
  return going
}

/** That it wasn't taken may be over: once more. */
export function sendAgain(key: string): Promise<void> {
  edit(useCapsules.getState().owner, key, { wrong: undefined })
  return sendCapsules()
}

async function throughAll(): Promise<void> {
  const { owner } = useCapsules.getState()
  const tried = new Set<string>()
  for (;;) {
    // Another person at this phone, or another of her roles: not hers to send.
    if (!owner || ownerNow() !== owner) return
    const mending = beingMended(useSession.getState().me?.id ?? '')
    const next = read(owner).items.find(({ key, wrong }) => !wrong && key !== mending && !tried.has(key))
    if (!next) return
    tried.add(next.key)
    useCapsules.setState({ sending: true, stopped: undefined })
    if (!(await sendOne(owner, next))) return
  }
}

/** Whether to go on with the next: without a signal or a session none would get through. */
async function sendOne(owner: string, capsule: Capsule): Promise<boolean> {
  const { key } = capsule
  const files = [...capsule.files]
  for (const [n, file] of files.entries()) {
    if (file.fileId) continue
    const path = await capsuleFiles.path(file.name).catch(() => undefined)
    const sent = path === undefined ? { ok: false as const, message: GONE } : await upload(path)
    if (!sent.ok && 'offline' in sent && sent.offline) return false
    if (!sent.ok) {
      edit(owner, key, { wrong: sent.message })
      return true
    }
    files[n] = { ...file, fileId: sent.fileId }
    edit(owner, key, { files: [...files] })
  }
  const ids = new Map(files.map(({ id, fileId }) => [waitingId(id), fileId]))
  const answer = await said(owner, capsule, ids)
  // Taken off meanwhile by whoever wrote it, though it was on its way: what came of it she finds on her list.
  if (answer.ok) {
    const { id, code } = answer.value
    const { whom, what, takenAt } = capsule
    const arrived = { key, id, whom, what, takenAt, sentAt: answer.value.createdAt, ...(code && { code }) }
    change(owner, (kept) => ({
      items: kept.items.filter((each) => each.key !== key),
      arrived: [...kept.arrived.filter((each) => each.key !== key), arrived].slice(-CAPSULES),
    }))
    await dropFiles(files)
    return true
  }
  if ('offline' in answer) return false
  const waits = 'refused' in answer && /^(session|throttle)\./.test(answer.refused)
  // Nobody knows whether a fault comes from this one: the next is tried, this one stays as it is.
  if (waits || 'fault' in answer) useCapsules.setState({ stopped: whatWentWrong(answer) })
  else edit(owner, key, { wrong: whatWentWrong(answer) })
  return !waits
}

type Sent = Answer<{ id: string; createdAt: Instant; code?: string }>

async function said(
  owner: string,
  { key, action, input }: Capsule,
  ids: Map<string, string | undefined>,
): Promise<Sent> {
  const ask = (said: Record<string, unknown>): Promise<Sent> =>
    call(action, filledIn(said, ids) as unknown as Input<typeof action>)
  const answer = await ask(input)
  const other = otherwise(input, answer)
  if (!other) return answer
  edit(owner, key, { input: other })
  return ask(other)
}

/** What a form may say instead where only its waiting is at fault; nothing where somebody must mend it. */
function otherwise(input: Record<string, unknown>, answer: Sent): Record<string, unknown> | undefined {
  // What was kept of the hour ran out; the hour itself may still be free.
  if ('refused' in answer && answer.refused === 'visit.hold-ended') {
    const { id: _, ...rest } = input
    return { ...rest, requestId: newRequestId() }
  }
  const early = 'invalid' in answer && answer.invalid.every(({ field }) => field === 'forwarded.takenAt')
  if (!early || !answer.invalid.length) return undefined
  // This phone's clock ran ahead; nobody can mend that, and the moment of its arrival will do.
  const { takenAt: _, ...forwarded } = input.forwarded as Record<string, unknown>
  return { ...input, forwarded }
}

/** Wherever the form names a file that waited, its real id. */
function filledIn(value: unknown, ids: ReadonlyMap<string, string | undefined>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map((each) => filledIn(each, ids))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filledIn(each, ids)]))
}

let watching = false

/** From now on it is sent by itself: when the signal comes, and when the product is shown again. */
export function watchSignal(): void {
  if (watching) return
  watching = true
  const send = () => void openCapsules().then(sendCapsules)
  if (process.env.TARO_ENV === 'weapp') {
    Taro.onNetworkStatusChange(({ isConnected }) => isConnected && send())
    Taro.onAppShow(send)
    return
  }
  window.addEventListener('online', send)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send())
}

/** Now, and from now on. */
export function beginSending(): Promise<void> {
  watchSignal()
  return openCapsules().then(sendCapsules)
}
