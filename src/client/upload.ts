import Taro from '@tarojs/taro'
import { uploadWords } from '@/words/common'
import type { Failed } from './ask'
import { call, headers, whatWentWrong } from './call'
import { origin, selfHosted } from './origin'
import { newRequestId } from './request-id'

/** Sends one file from the phone to storage, not through an action. `message` says why it wasn't taken; `offline`: nobody heard of it. */
export type Uploaded = { ok: true; fileId: string } | { ok: false; message: string; offline?: true }

type Progress = (percent: number) => void

// A mini-program without a server of the county's own sends straight to the platform's storage.
const throughCloud = process.env.TARO_ENV === 'weapp' && !selfHosted

export async function upload(filePath: string, onProgress?: Progress): Promise<Uploaded> {
  try {
    return await (throughCloud ? toCloud(filePath, onProgress) : toServer(filePath, onProgress))
  } catch {
    return { ok: false, message: uploadWords.offline, offline: true }
  }
}

async function toServer(filePath: string, onProgress?: Progress): Promise<Uploaded> {
  const { 'content-type': _, ...header } = headers()
  const sending = Taro.uploadFile({ url: `${origin}/files`, filePath, name: 'file', header })
  sending.progress?.(({ progress }) => onProgress?.(progress))
  const reply = JSON.parse((await Promise.race([sending, tooLong()])).data)
  if (reply.ok) return { ok: true, fileId: reply.value.fileId }
  return { ok: false, message: reply.invalid?.[0]?.message ?? reply.message ?? uploadWords.failed }
}

// In a browser a picture that can't be read any more is never answered.
const LONGEST_MS = 120_000
const tooLong = () => new Promise<never>((_, no) => setTimeout(() => no(new Error('upload: no answer')), LONGEST_MS))

/** Announced, sent, and said to have arrived; it is looked at before anybody else sees it. */
async function toCloud(filePath: string, onProgress?: Progress): Promise<Uploaded> {
  const name = filePath.split('/').pop() || 'file'
  const begun = await call('file.begin', { name, requestId: newRequestId() })
  if (!begun.ok) return unsent(begun)
  const { fileId, path } = begun.value
  await Promise.race([sent(path, filePath, onProgress), tooLong()])
  const arrived = await call('file.arrived', { fileId })
  return arrived.ok ? { ok: true, fileId } : unsent(arrived)
}
const unsent = (answer: Failed): Uploaded => ({
  ok: false,
  message: whatWentWrong(answer),
  ...('offline' in answer && { offline: true }),
})

/** With callbacks, since only then the platform tells how far it is. */
const sent = (cloudPath: string, filePath: string, onProgress?: Progress) =>
  new Promise<void>((done, failed) => {
    const task = Taro.cloud.uploadFile({ cloudPath, filePath, success: () => done(), fail: failed })
    task?.onProgressUpdate?.(({ progress }) => onProgress?.(progress))
  })

/** Whoever stands in a matter by its query code sees that matter's files by it too. */
export type ByCode = { id: string; code: string }
type Stored = { url: string; type: string }

/** An address that shows a stored file for a few minutes, to whoever may see it, and what it is. */
export async function fileLink(fileId: string, by?: ByCode): Promise<Stored | undefined> {
  const link = await call('file.link', { fileId, ...by })
  if (!link.ok) return undefined
  const { url, type } = link.value
  // The platform's storage has an address of its own; the server's links are its own paths.
  return { url: url.startsWith('/') ? origin + url : url, type }
}

export const fileUrl = async (fileId: string, by?: ByCode): Promise<string | undefined> =>
  (await fileLink(fileId, by))?.url

export const isFilm = (type: string): boolean => type.startsWith('video/')

/** Shows a stored picture or film over the page; false when it couldn't be fetched. */
export async function showFile(fileId: string, by?: ByCode): Promise<boolean> {
  const file = await fileLink(fileId, by)
  if (!file) return false
  if (process.env.TARO_ENV === 'h5') window.open(file.url, '_blank', 'noopener')
  else if (isFilm(file.type)) await Taro.previewMedia({ sources: [{ url: file.url, type: 'video' }] })
  else await Taro.previewImage({ urls: [file.url] })
  return true
}
