import Taro from '@tarojs/taro'
import { headers } from './call'

/** Sends one file from the phone to storage, not through an action. `message` says why it wasn't taken. */
export type Uploaded = { ok: true; fileId: string } | { ok: false; message: string }

export async function upload(filePath: string): Promise<Uploaded> {
  if (process.env.TARO_ENV === 'weapp') return toCloud(filePath)
  const { 'content-type': _, ...header } = headers()
  try {
    const { data } = await Taro.uploadFile({ url: '/files', filePath, name: 'file', header })
    const reply = JSON.parse(data)
    if (reply.ok) return { ok: true, fileId: reply.value.fileId }
    return { ok: false, message: reply.invalid?.[0]?.message ?? reply.message ?? '没传上去，请再试一次。' }
  } catch {
    return { ok: false, message: '网络不通，没传上去。请再试一次。' }
  }
}

async function toCloud(filePath: string): Promise<Uploaded> {
  try {
    const name = filePath.split('/').pop() ?? 'file'
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath: `evidence/${Date.now()}-${name}`, filePath })
    return { ok: true, fileId: fileID }
  } catch {
    return { ok: false, message: '网络不通，没传上去。请再试一次。' }
  }
}
