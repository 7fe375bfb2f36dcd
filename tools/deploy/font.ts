import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cloudFiles, FONT_ID } from '../../cloudfunctions/cloudbase/files'
import { patient } from '../../cloudfunctions/cloudbase/patience'
import type { CloudSettings } from '../../cloudfunctions/cloudbase/settings'
import { PAPER_FONT } from '../../cloudfunctions/paper-font'
import type { Tell } from './apply'

/** An operator's line may be slow: 15 MB at 256 kbit/s. */
const ANSWER_MS = 10 * 60_000

/**
 * The characters of papers in PDF go to the environment's storage, once: a function's code may be 1.5 MB where it is sent
 * with the request, and they are 15. Throws what the platform answers.
 */
export async function layFont(settings: CloudSettings, tell: Tell): Promise<void> {
  const files = cloudFiles(settings, (id) => id, { ...patient, limitMs: ANSWER_MS, answerMs: ANSWER_MS })
  const bytes = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(PAPER_FONT)))
  const text = 'the font of papers in PDF'
  if ((await files.size(FONT_ID)) === bytes.byteLength) return tell({ what: 'same', text })
  await files.put(FONT_ID, bytes, 'font/ttf')
  tell({ what: 'done', text: `${text} laid into the storage` })
}
