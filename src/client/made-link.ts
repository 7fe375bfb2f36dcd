import Taro from '@tarojs/taro'
import type { ExportFile } from '@/contract/views'
import { origin } from './origin'

/** A file that waits behind a link: a browser saves it, a phone fetches and opens it. Whether that worked. */
export async function openMade({ url, name }: ExportFile): Promise<boolean> {
  const whole = url.startsWith('/') ? `${origin}${url}` : url
  try {
    if (process.env.TARO_ENV === 'weapp') await opened(whole, name)
    else saved(whole, name)
    return true
  } catch {
    return false
  }
}

// A phone opens what it knows; the file for machines it can only send on.
const KNOWN: readonly string[] = ['xlsx', 'pdf']

async function opened(url: string, name: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const { statusCode } = await Taro.downloadFile({ url, filePath })
  if (statusCode !== 200) throw new Error('not there')
  const end = name.split('.').at(-1) ?? ''
  if (KNOWN.includes(end))
    await Taro.openDocument({ filePath, fileType: end as keyof Taro.openDocument.FileType, showMenu: true })
  else await Taro.shareFileMessage({ filePath, fileName: name })
}

function saved(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
}
