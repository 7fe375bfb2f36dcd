import { StoreBusy } from '../ports'
import { CloudFault, codeOf, meaningOf } from './errors'

/** How often a call is tried, how it waits between two tries, and after how long no further try is begun. */
export type Patience = { attempts: number; wait(ms: number): Promise<void>; limitMs?: number }

export const patient: Patience = {
  attempts: 7,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  // A function may live for twenty seconds, and has to answer within them.
  limitMs: 8000,
}

const shortestMs = 25
const longestMs = 1600

/** Waits before the next try: the longer the more have failed, and each by chance, so that rivals don't meet again. */
export const pause = ({ wait }: Patience, failed: number) =>
  wait(Math.random() * Math.min(longestMs, shortestMs * 2 ** failed))

/** Whether a call that began at `began` (by `performance.now`) and has failed so often is to be given up. */
export const spent = ({ attempts, limitMs = Number.POSITIVE_INFINITY }: Patience, failed: number, began: number) =>
  failed >= attempts || performance.now() - began > limitMs

/** Tries a read until it answers. Only what may pass by itself is tried again; a fault is thrown at once. */
export async function reading<T>(patience: Patience, action: string, call: () => Promise<T>): Promise<T> {
  const began = performance.now()
  for (let failed = 0; ; ) {
    try {
      return await call()
    } catch (error) {
      if (meaningOf(error) === 'fault') throw new CloudFault(action, codeOf(error))
      if (spent(patience, ++failed, began))
        throw new StoreBusy(`cloudbase ${action}: ${codeOf(error)}, ${failed} times`)
      await pause(patience, failed)
    }
  }
}
