import { fileTypeFromBuffer } from 'file-type'

export { FILE_BYTES } from '@/contract/file-bytes'

/** What may be evidence, by what the bytes say, and how it is handed back: shown, or only saved. */
const kinds: Record<string, { type: string; shown: boolean }> = {
  'image/jpeg': { type: 'image/jpeg', shown: true },
  'image/png': { type: 'image/png', shown: true },
  'image/webp': { type: 'image/webp', shown: true },
  'image/heic': { type: 'image/heic', shown: true },
  'image/heif': { type: 'image/heif', shown: true },
  'application/pdf': { type: 'application/pdf', shown: false },
  'audio/mpeg': { type: 'audio/mpeg', shown: true },
  'audio/x-m4a': { type: 'audio/mp4', shown: true },
  'audio/mp4': { type: 'audio/mp4', shown: true },
  'audio/aac': { type: 'audio/aac', shown: true },
  'audio/amr': { type: 'audio/amr', shown: true },
  'audio/wav': { type: 'audio/wav', shown: true },
  'audio/ogg': { type: 'audio/ogg', shown: true },
  // What a browser records is told as video, since webm may hold both.
  'video/webm': { type: 'audio/webm', shown: true },
  'audio/webm': { type: 'audio/webm', shown: true },
  'video/mp4': { type: 'video/mp4', shown: true },
  'video/quicktime': { type: 'video/quicktime', shown: true },
}

/** The content type we vouch for; undefined where the bytes are nothing we take, whatever the name claims. */
export async function kindOf(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const mime = found?.mime.split(';', 1)[0] ?? ''
  return Object.hasOwn(kinds, mime) ? kinds[mime]?.type : undefined
}

export const isShown = (type: string): boolean => Object.values(kinds).some((kind) => kind.type === type && kind.shown)

// Phones call a picture .jpg whatever is in it: only another family of files is a mistake, or a trick.
const families: Record<string, string> = {
  ...Object.fromEntries(['jpg', 'jpeg', 'png', 'webp', 'heic', 'heif', 'gif', 'bmp'].map((end) => [end, 'image'])),
  ...Object.fromEntries(['pdf', 'doc', 'docx', 'xls', 'xlsx', 'zip', 'txt', 'html', 'exe'].map((end) => [end, end])),
  ...Object.fromEntries(
    ['mp3', 'm4a', 'aac', 'amr', 'wav', 'ogg', 'mp4', 'mov', 'webm'].map((end) => [end, 'sound-or-film']),
  ),
}
const familyOf = (type: string): string => {
  const [family = '', kind = ''] = type.split('/')
  return family === 'application' ? kind : family === 'image' ? 'image' : 'sound-or-film'
}

/** Whether the bytes are what the name's ending says, where it says anything. */
export function isAsNamed(name: string, type: string): boolean {
  const said = families[/\.([a-z0-9]{2,4})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '']
  return said === undefined || said === familyOf(type)
}
