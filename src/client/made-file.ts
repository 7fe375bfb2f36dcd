import Taro from '@tarojs/taro'
import type { SheetFile } from '@/contract/views'

/** A file that was made on the spot: a browser saves it, a phone opens it and can send it on. Whether that worked. */
export async function keepFile({ name, type, base64 }: SheetFile): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp') await opened(name, base64)
    else saved(name, `data:${type};base64,${base64}`)
    return true
  } catch {
    return false
  }
}

async function opened(name: string, base64: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  await new Promise((done, fail) =>
    Taro.getFileSystemManager().writeFile({ filePath, data: base64, encoding: 'base64', success: done, fail }),
  )
  const end = name.split('.').at(-1) as keyof Taro.openDocument.FileType
  await Taro.openDocument({ filePath, fileType: end, showMenu: true })
}

function saved(name: string, href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
}
