import { useEffect } from 'react'
import { type Consent, change, type Recording, type Sending, useDraft } from '@/client/draft'
import { productNow } from '@/client/now'
import { fileUrl, upload } from '@/client/upload'

/** A place in the draft where one file lies. */
export type Slot<F extends Sending = Sending> = { get: () => F | undefined; put: (file: F | undefined) => void }

const draft = () => useDraft.getState().draft

export const storyVoice: Slot<Recording> = { get: () => draft().voice, put: (voice) => change({ voice }) }
export const agreedVoice: Slot<Recording> = {
  get: () => draft().consent.voice,
  put: (voice) => agree({ voice }, voice),
}
export const signature: Slot = {
  get: () => draft().consent.signature,
  put: (signature) => agree({ signature }, signature),
}

/** Keeps how she agreed, and when. */
export function agree(part: Partial<Consent>, file?: Sending): void {
  const takenAt = file?.fileId ? {} : { takenAt: productNow() }
  change({ consent: { ...draft().consent, ...part, ...takenAt } })
}

const underWay = new Map<string, Promise<string | undefined>>()

/** Sends what lies there, unless it is there or under way already; answers in words what went wrong. */
export async function sendFile<F extends Sending>(slot: Slot<F>): Promise<string | undefined> {
  const file = slot.get()
  if (!file?.path || file.fileId) return undefined
  const going = underWay.get(file.path) ?? send(slot, file.path)
  underWay.set(file.path, going)
  return going.finally(() => underWay.delete(file.path))
}

async function send<F extends Sending>(slot: Slot<F>, path: string): Promise<string | undefined> {
  // Done anew or taken away meanwhile: what becomes of the old one no longer matters.
  const update = (part: Partial<Sending>) => {
    const now = slot.get()
    if (now?.path === path) slot.put({ ...now, ...part })
  }
  update({ state: 'sending', percent: 0 })
  const sent = await upload(path, (percent) => update({ percent }))
  update(sent.ok ? { state: 'ready', fileId: sent.fileId } : { state: 'failed' })
  return sent.ok ? undefined : sent.message
}

/** After a restart the phone's own copy is gone: what was sent is shown from where it lies. */
export function useKept<F extends Sending>(slot: Slot<F>) {
  useEffect(() => {
    const file = slot.get()
    if (!file?.fileId || file.path) return
    void fileUrl(file.fileId).then((url) => url && slot.put({ ...file, path: url }))
  }, [slot])
}
