import { useEffect, useState } from 'react'
import { choosePhotos } from '@/client/photos'
import { type Attached, fill, useRegistration } from '@/client/register-draft'
import { newRequestId } from '@/client/request-id'
import { useSession } from '@/client/session'
import { fileUrl, upload } from '@/client/upload'
import { consentWords as words } from '@/words/register'
import { isClerk } from './question-form'

const MOST = 8
const files = (): Attached[] => useRegistration.getState().draft.files
const update = (id: string, part: Partial<Attached>) =>
  fill({ files: files().map((file) => (file.id === id ? { ...file, ...part } : file)) })

async function send(id: string): Promise<string | undefined> {
  const path = files().find((file) => file.id === id)?.path
  if (!path) return undefined
  update(id, { state: 'sending', percent: 0 })
  const sent = await upload(path, (percent) => update(id, { percent }))
  update(
    id,
    sent.ok ? { state: 'ready', fileId: sent.fileId, lost: undefined } : { state: 'failed', lost: sent.offline },
  )
  return sent.ok ? undefined : sent.message
}

/** A helper's file that there is no signal for goes along with the form, whenever that is. */
export const waits = (file: Attached | undefined): boolean =>
  file?.lost === true && !isClerk(useSession.getState().me?.acting.role)

/** What there was no signal for, once more; without one it stops at the first. */
export async function sendLost(): Promise<void> {
  for (const { id } of files().filter(({ lost }) => lost)) {
    await send(id)
    if (files().find((file) => file.id === id)?.lost) return
  }
}

const without = (use: Attached['use']) => files().filter((file) => file.use !== use)

/** Takes photos and recordings and sends each at once; the draft keeps what became of them. */
export function useFiles() {
  const [message, setMessage] = useState<string>()

  async function said(id: string) {
    setMessage(undefined)
    const message = await send(id)
    if (message) setMessage(waits(files().find((file) => file.id === id)) ? words.waits : message)
  }

  async function addPhotos() {
    const { paths, message } = await choosePhotos(MOST - files().filter(({ use }) => use === 'photo').length)
    const added = paths.map((path) => fileFrom('photo', path))
    fill({ files: [...files(), ...added] })
    for (const { id } of added) await said(id)
    if (message) setMessage(message)
  }

  /** One of its kind: the new one takes the old one's place. */
  async function put(use: 'voice' | 'consent', path: string, seconds?: number) {
    const file = fileFrom(use, path, seconds)
    fill({ files: [...without(use), file] })
    await said(file.id)
  }

  useKeptAddresses()
  return {
    message,
    addPhotos,
    put,
    retry: said,
    remove: (id: string) => fill({ files: files().filter((file) => file.id !== id) }),
    drop: (use: Attached['use']) => fill({ files: without(use) }),
  }
}

const fileFrom = (use: Attached['use'], path: string, seconds?: number): Attached => ({
  id: newRequestId(),
  use,
  path,
  state: 'sending',
  percent: 0,
  ...(seconds !== undefined && { seconds }),
})

/** After a restart the phone's own copies are gone: what was sent is shown from where it lies. */
function useKeptAddresses() {
  useEffect(() => {
    for (const { id, path, fileId } of files())
      if (!path && fileId) void fileUrl(fileId).then((url) => url && update(id, { path: url }))
  }, [])
}
