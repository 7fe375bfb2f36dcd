import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { FILE_BYTES } from '@/contract/file-bytes'
import { uploadWords } from '@/words/common'
import type { Photo } from './draft'
import { newRequestId } from './request-id'
import { fileUrl, upload } from './upload'

/** Where a form keeps its photos: as they are now, and how to change them. */
type Held = { photos: () => Photo[]; keep: (photos: Photo[]) => void }

/** Takes photos, or what `choose` lets one take, and sends each at once; the form keeps what became of them. */
export function usePhotos({ photos, keep }: Held, most = 9, choose: (count: number) => Promise<Chosen> = choosePhotos) {
  const [message, setMessage] = useState<string>()
  const update = (id: string, part: Partial<Photo>) =>
    keep(photos().map((photo) => (photo.id === id ? { ...photo, ...part } : photo)))

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
    const { paths, message } = await choose(most - photos().length)
    const added = paths.map((path): Photo => ({ id: newRequestId(), path, state: 'sending', percent: 0 }))
    keep([...photos(), ...added])
    for (const { id } of added) await send(id)
    if (message) setMessage(message)
  }

  // After a restart the phone's own copies are gone: what was sent is shown from where it lies.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    for (const { id, path, fileId } of photos())
      if (!path && fileId) void fileUrl(fileId).then((url) => url && update(id, { path: url }))
  }, [])

  return { message, add, retry: send, remove: (id: string) => keep(photos().filter((each) => each.id !== id)) }
}

/** What was taken or picked, at most `count`; no path where the album was closed. `message` says what was left out. */
export type Chosen = { paths: string[]; message?: string }

export async function choosePhotos(count: number): Promise<Chosen> {
  try {
    if (process.env.TARO_ENV === 'weapp') {
      const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
      return { paths: tempFiles.map(({ tempFilePath }) => tempFilePath) }
    }
    return await fromBrowser(count)
  } catch {
    // Whoever closes the album chose nothing.
    return { paths: [] }
  }
}

// What is taken in, by name: asked for any image, an iPhone hands its album's HEIC over, which cannot be cleaned. The
// camera gives a JPEG, and some phones open it only for any image.
const TAKEN = 'image/jpeg,image/png,image/webp'

async function fromBrowser(count: number): Promise<Chosen> {
  let picked = 0
  const counted = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && target.type === 'file') picked = target.files?.length ?? 0
  }
  const narrow = ({ target }: Event) => {
    const input = target instanceof HTMLInputElement && target.type === 'file' ? target : undefined
    if (input && !input.hasAttribute('capture')) input.accept = TAKEN
  }
  // Taro makes its own input and clicks it: the last moment before the album opens.
  document.addEventListener('click', narrow, true)
  document.addEventListener('change', counted, true)
  try {
    const { tempFilePaths } = await Taro.chooseImage({ count })
    const paths = tempFilePaths.slice(0, count)
    // Taro drops what the browser can't draw, an iPhone's HEIC for one, and a browser's album knows no limit.
    if (tempFilePaths.length < picked) return { paths, message: uploadWords.unread }
    return tempFilePaths.length > count ? { paths, message: uploadWords.tooMany } : { paths }
  } finally {
    document.removeEventListener('change', counted, true)
    document.removeEventListener('click', narrow, true)
  }
}

const FILM_SECONDS = 60

/** One short film, taken now or from the album; no path where she closed it, or where it is too large to send. */
export async function chooseFilm(): Promise<Chosen> {
  const film = await (process.env.TARO_ENV === 'weapp' ? filmFromWechat() : filmFromBrowser()).catch(() => undefined)
  if (!film) return { paths: [] }
  return film.size > FILE_BYTES ? { paths: [], message: uploadWords.filmTooLarge } : { paths: [film.path] }
}

type Film = { path: string; size: number } | undefined

async function filmFromWechat(): Promise<Film> {
  const { tempFiles } = await Taro.chooseMedia({
    count: 1,
    mediaType: ['video'],
    sizeType: ['compressed'],
    maxDuration: FILM_SECONDS,
  })
  const [first] = tempFiles
  return first && { path: first.tempFilePath, size: first.size }
}

// Taro's own leaves out what this browser can't play, though others can.
const filmFromBrowser = (): Promise<Film> =>
  new Promise((done) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'video/mp4,video/quicktime'
    input.hidden = true
    const end = (film?: Film) => {
      input.remove()
      done(film)
    }
    input.onchange = () => {
      const [file] = input.files ?? []
      end(file && { path: URL.createObjectURL(file), size: file.size })
    }
    input.oncancel = () => end()
    document.body.append(input)
    input.click()
  })
