import { parentPort, workerData } from 'node:worker_threads'
import type { Bounds, Cleaned } from './clean'
import { pictures } from './picture'

/** The thread in which pictures are taken apart: what it holds and what breaks in it stays in it. */

const { folder, bounds } = workerData as { folder: string; bounds: Bounds }
const clean = pictures(folder, bounds)

parentPort?.on('message', async ({ bytes, type }: { bytes: Uint8Array; type: string }) => {
  const cleaned: Cleaned = await clean(bytes, type).catch(() => ({ ok: false, code: 'unreadable' }))
  parentPort?.postMessage(cleaned)
})
