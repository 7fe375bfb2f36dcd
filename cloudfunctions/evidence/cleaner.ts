import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Bounds, type Clean, type Cleaned, CleanerDied } from './clean'
import { FILE_BYTES } from './file-kinds'
import { isBoxed, withoutPlace } from './film'

/** A machine of one's own: what phones of today take in their finest setting. Needs up to 2 GB for a moment. */
export const OWN_MACHINE: Bounds = { mostPixels: 60_000_000, longestSide: 4096, mostBytes: FILE_BYTES }
/** A cloud function of 1 GB: the mini-program sends photos already made smaller. */
export const CLOUD_FUNCTION: Bounds = { mostPixels: 24_000_000, longestSide: 4096, mostBytes: FILE_BYTES }

const WHERE = import.meta.dirname
// Several times what the largest picture takes on two old cores: whatever takes longer is made to.
const PATIENCE_MS = 60_000
// The codecs give no memory back: the thread ends when nothing came for a while.
const IDLE_MS = 15_000

type Options = {
  bounds: Bounds
  patienceMs?: number
  /** What takes longer than the patience: the file's fault, or for all one knows the machine's, as CleanerDied. */
  overrun?: 'refused' | 'died'
  idleMs?: number
  worker?: () => Worker
}

/**
 * Cleans files, pictures in a thread of their own and one at a time, so that nobody else waits and no two of them need
 * memory at once. Film loses what stood beside its pictures; other sound and papers come back as they are. Throws where the thread broke: then it is nobody's
 * fault, and worth another try.
 */
export function cleaner(options: Options): Clean {
  const { bounds, patienceMs = PATIENCE_MS, overrun = 'refused', idleMs = IDLE_MS, worker } = options
  const start = worker ?? (() => threadFor(bounds))
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  function end() {
    void thread?.terminate()
    thread = undefined
  }

  async function inThread(bytes: Uint8Array, type: string): Promise<Cleaned> {
    clearTimeout(idle)
    if (!thread) {
      thread = start()
      // A program that is otherwise done need not wait for it.
      thread.unref()
    }
    try {
      const cleaned = await answerOf(thread, { bytes, type }, patienceMs)
      idle = setTimeout(end, idleMs).unref()
      if (!cleaned) end()
      if (!cleaned && overrun === 'died') throw new CleanerDied('no answer in time')
      return cleaned ?? { ok: false, code: 'unreadable' }
    } catch (error) {
      end()
      throw error
    }
  }

  return (bytes, type) => {
    if (isBoxed(type)) return Promise.resolve(withoutPlace(bytes, type))
    if (!type.startsWith('image/')) return Promise.resolve({ ok: true, type, bytes })
    const mine = last.then(() => inThread(bytes, type))
    last = mine.catch(() => undefined)
    return mine
  }
}

/** Nothing where the patience is over. */
function answerOf(thread: Worker, asked: object, patienceMs: number): Promise<Cleaned | undefined> {
  return new Promise((done, died) => {
    const over = setTimeout(() => settle(() => done(undefined)), patienceMs)
    const answered = (cleaned: Cleaned) => settle(() => done(cleaned))
    const failed = () => settle(() => died(new CleanerDied('the thread ended')))
    const settle = (how: () => void) => {
      clearTimeout(over)
      thread.off('message', answered).off('error', failed).off('exit', failed)
      how()
    }
    thread.once('message', answered).once('error', failed).once('exit', failed)
    thread.postMessage(asked)
  })
}

function threadFor(bounds: Bounds): Worker {
  const built = join(WHERE, 'cleaner.mjs')
  const workerData = { folder: WHERE, bounds }
  if (existsSync(built)) return new Worker(pathToFileURL(built), { workerData })
  // Run from the sources: a thread does not take over how its program reads TypeScript.
  const source = JSON.stringify(pathToFileURL(join(WHERE, 'worker.ts')).href)
  const script = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`
  return new Worker(script, { eval: true, workerData })
}
