import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { change, type Photo, useDraft } from '@/client/draft'
import { newRequestId } from '@/client/request-id'
import { fileUrl, upload } from '@/client/upload'

// The contract takes nine files; a recording of the story is one of them.
export const mostPhotos = (voice: unknown): number => (voice ? 8 : 9)
const photos = (): Photo[] => useDraft.getState().draft.photos
const update = (id: string, part: Partial<Photo>) =>
  change({ photos: photos().map((photo) => (photo.id === id ? { ...photo, ...part } : photo)) })

/** Takes photos and sends each at once; the draft keeps what became of them. */
export function usePhotos() {
  const [message, setMessage] = useState<string>()

  async function send(id: string) {
    const path = photos().find((photo) => photo.id === id)?.path
    if (!path) return
    setMessage(undefined)
    update(id, { state: 'sending', percent: 0 })
    const sent = await upload(path, (percent) => update(id, { percent }))
    if (sent.ok) return update(id, { state: 'ready', fileId: sent.fileId })
    update(id, { state: 'failed' })
    setMessage(sent.message)
  }

  async function add() {
    const paths = await choose(mostPhotos(useDraft.getState().draft.voice) - photos().length)
    const added = paths.map((path): Photo => ({ id: newRequestId(), path, state: 'sending', percent: 0 }))
    change({ photos: [...photos(), ...added] })
    for (const { id } of added) await send(id)
  }

  useKeptPictures()
  return {
    message,
    add,
    retry: send,
    remove: (id: string) => change({ photos: photos().filter((each) => each.id !== id) }),
  }
}

async function choose(count: number): Promise<string[]> {
  try {
    if (process.env.TARO_ENV === 'weapp') {
      const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
      return tempFiles.map(({ tempFilePath }) => tempFilePath)
    }
    return (await Taro.chooseImage({ count })).tempFilePaths
  } catch {
    // Whoever closes the album chose nothing.
    return []
  }
}

/** After a restart the phone's own copies are gone: what was sent is shown from where it lies. */
function useKeptPictures() {
  useEffect(() => {
    for (const { id, path, fileId } of photos())
      if (!path && fileId) void fileUrl(fileId).then((url) => url && update(id, { path: url }))
  }, [])
}
