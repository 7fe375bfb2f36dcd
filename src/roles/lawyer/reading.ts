import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from '@/client/call'

export type Failed = Exclude<Answer<unknown>, { ok: true }>
export type Reading<T> = {
  /** What was read last; it stays in sight while a later reading fails. */
  value?: T
  failed?: Failed
  load: () => Promise<void>
  /** A command's reply is the page: it takes the place of what was read. */
  put: (value: T) => void
}

/**
 * Reads when `key` changes, when the page is shown again, and every so often while it is in sight. Without a key it
 * reads nothing.
 */
export function useReading<T>(key: string, read: () => Promise<Answer<T>>, everyMs?: number): Reading<T> {
  const [held, setHeld] = useState<{ key: string; value?: T; failed?: Failed }>({ key })
  const asked = useRef({ key, read, turn: 0 })
  asked.current.key = key
  asked.current.read = read

  const load = useCallback(async () => {
    if (!asked.current.key) return
    asked.current.turn += 1
    const { key: about, read: ask, turn } = asked.current
    const answer = await ask()
    // An answer that comes late must not cover what was asked or done since.
    if (asked.current.turn !== turn || asked.current.key !== about) return
    setHeld((before) => {
      if (answer.ok) return { key: about, value: answer.value }
      return { key: about, failed: answer, ...(before.key === about && 'value' in before && { value: before.value }) }
    })
  }, [])
  const put = useCallback((value: T) => {
    asked.current.turn += 1
    setHeld({ key: asked.current.key, value })
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another thing to read
  useEffect(() => {
    void load()
  }, [key, load])
  useWhileShown(load, everyMs)
  return { ...(held.key === key ? { value: held.value, failed: held.failed } : {}), load, put }
}

function useWhileShown(load: () => Promise<void>, everyMs?: number) {
  const shown = useRef<boolean>()
  useDidShow(() => {
    // The first showing is the reading itself.
    if (shown.current === false) void load()
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (!everyMs) return
    const timer = setInterval(() => {
      const unseen = typeof document !== 'undefined' && document.hidden
      if (shown.current !== false && !unseen) void load()
    }, everyMs)
    return () => clearInterval(timer)
  }, [load, everyMs])
}
