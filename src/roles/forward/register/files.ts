import { useEffect, useState } from 'react'
import { choosePhotos } from '@/client/photos'
import { type Attached, fill, useRegistration } from '@/client/register-draft'
import { newRequestId } from '@/client/request-id'
import { fileUrl, upload } from '@/client/upload'

const MOST = 8
const files = (): Attached[] => useRegistration.getState().draft.files
const update = (id: string, part: Partial<Attached>) =>
  fill({ files: files().map((file) => (file.id === id ? { ...file, ...part } : file)) })
const without = (use: Attached['use']) => files().filter((file) => file.use !== use)

/** Takes photos and recordings and sends each at once; the draft keeps what became of them. */
export function useFiles() {
  const [message, setMessage] = useState<string>()

  async function send(id: string) {
    const path = files().find((file) => file.id === id)?.path
    if (!path) return
    setMessage(undefined)
    update(id, { state: 'sending', percent: 0 })
    const sent = await upload(path, (percent) => update(id, { percent }))
    if (sent.ok) return update(id, { state: 'ready', fileId: sent.fileId })
    update(id, { state: 'failed' })
    setMessage(sent.message)
  }

  async function addPhotos() {
    const { paths, message } = await choosePhotos(MOST - files().filter(({ use }) => use === 'photo').length)
    const added = paths.map((path) => fileFrom('photo', path))
    fill({ files: [...files(), ...added] })
    for (const { id } of added) await send(id)
    if (message) setMessage(message)
  }

  /** One of its kind: the new one takes the old one's place. */
  async function put(use: 'voice' | 'consent', path: string, seconds?: number) {
    const file = fileFrom(use, path, seconds)
    fill({ files: [...without(use), file] })
    await send(file.id)
  }

  useKeptAddresses()
  return {
    message,
    addPhotos,
    put,
    retry: send,
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
