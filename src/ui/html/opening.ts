import { openingWords as words } from '@/words/parts'

/**
 * In a browser a page is a file that is fetched when it is first opened. One that got lost on the way is asked for
 * again, and until it is there the screen says so: on a thin line a page takes some seconds.
 */
export function openPatiently() {
  const load = __webpack_chunk_load__
  let open = 0
  __webpack_chunk_load__ = async (piece) => {
    open += 1
    const soon = setTimeout(() => say(words.opening), SILENT_MS)
    try {
      return await again(() => load(piece))
    } catch (error) {
      open = 0
      say(words.failed, true)
      throw error
    } finally {
      clearTimeout(soon)
      open = Math.max(0, open - 1)
      if (open === 0 && line?.dataset.stays !== 'yes') line?.remove()
    }
  }
}

const SILENT_MS = 400
const PAUSES_MS = [500, 2000, 5000]

async function again<T>(does: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await does()
    } catch {
      await new Promise((done) => setTimeout(done, pause))
    }
  }
  return does()
}

let line: HTMLElement | undefined

/** Above every page, for it belongs to none; what failed stays until the next try. */
function say(text: string, stays = false) {
  line ??= Object.assign(document.createElement('div'), { className: 'html-opening', role: 'status' })
  line.dataset.stays = stays ? 'yes' : ''
  line.textContent = text
  document.body.append(line)
}

declare let __webpack_chunk_load__: (piece: string | number) => Promise<unknown>
