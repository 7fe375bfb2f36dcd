import Taro from '@tarojs/taro'
import { uploadWords } from '@/words/common'
import { headers } from './call'

/** Sends one file from the phone to storage, not through an action. `message` says why it wasn't taken. */
export type Uploaded = { ok: true; fileId: string } | { ok: false; message: string }

export async function upload(filePath: string, onProgress?: (percent: number) => void): Promise<Uploaded> {
  if (process.env.TARO_ENV === 'weapp') return toCloud(filePath)
  const { 'content-type': _, ...header } = headers()
  try {
    const sending = Taro.uploadFile({ url: '/files', filePath, name: 'file', header })
    sending.progress?.(({ progress }) => onProgress?.(progress))
    const reply = JSON.parse((await Promise.race([sending, tooLong()])).data)
    if (reply.ok) return { ok: true, fileId: reply.value.fileId }
    return { ok: false, message: reply.invalid?.[0]?.message ?? reply.message ?? uploadWords.failed }
  } catch {
    return { ok: false, message: uploadWords.offline }
  }
}

// In a browser a picture that can't be read any more is never answered.
const LONGEST_MS = 120_000
const tooLong = () => new Promise<never>((_, no) => setTimeout(() => no(new Error('upload: no answer')), LONGEST_MS))

async function toCloud(filePath: string): Promise<Uploaded> {
  try {
    const name = filePath.split('/').pop() ?? 'file'
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath: `evidence/${Date.now()}-${name}`, filePath })
    return { ok: true, fileId: fileID }
  } catch {
    return { ok: false, message: uploadWords.offline }
  }
}

/** An address that shows a stored file for a few minutes, to whoever may see it. */
export async function fileUrl(fileId: string): Promise<string | undefined> {
  try {
    if (process.env.TARO_ENV === 'weapp') {
      const { fileList } = await Taro.cloud.getTempFileURL({ fileList: [fileId] })
      return fileList[0]?.tempFileURL || undefined
    }
    const { data } = await Taro.request({ url: `/files/${fileId}`, header: headers() })
    return data?.ok ? (data.value.url as string) : undefined
  } catch {
    return undefined
  }
}

/** Shows a stored picture over the page; false when it couldn't be fetched. */
export async function showFile(fileId: string): Promise<boolean> {
  const url = await fileUrl(fileId)
  if (!url) return false
  if (process.env.TARO_ENV === 'h5') window.open(url, '_blank', 'noopener')
  else await Taro.previewImage({ urls: [url] })
  return true
}
