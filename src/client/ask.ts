import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionName, Input, Output } from '@/contract/actions'
import { type Answer, call } from './call'

export type Failed = Exclude<Answer<unknown>, { ok: true }>

export type Asked<T> = {
  /** The last good answer: it stays when a later try fails, so that nothing vanishes. */
  value?: T
  /** How the last try failed, if it did. */
  failed?: Failed
  waiting: boolean
  again: () => Promise<void>
  /** Takes the answer of a command in the place of what was asked. */
  put: (value: T) => void
}

type State<T> = { key?: string; value?: T; failed?: Failed }

// A page is shown right after it is made: that is one showing, not two.
const JUST_NOW_MS = 1500

/** Asks when the page opens, when it is shown again and, with `everyMs`, while it is in sight. No input: asks nothing. */
export function useAsk<A extends ActionName>(
  action: A,
  input: Input<A> | undefined,
  everyMs?: number,
): Asked<Output<A>> {
  const key = input && JSON.stringify(input)
  const [state, setState] = useState<State<Output<A>>>({})
  const turn = useRef(0)
  const askedAt = useRef(0)

  const again = useCallback(async () => {
    if (key === undefined) return
    turn.current += 1
    const mine = turn.current
    askedAt.current = Date.now()
    const answer = await call(action, JSON.parse(key) as Input<A>)
    if (mine !== turn.current) return
    setState((before) =>
      answer.ok
        ? { key, value: answer.value }
        : { key, failed: answer, ...(before.key === key && { value: before.value }) },
    )
  }, [action, key])

  const put = useCallback(
    (value: Output<A>) => {
      turn.current += 1
      setState({ key, value })
    },
    [key],
  )

  useEffect(() => {
    void again()
  }, [again])
  useDidShow(() => {
    if (askedAt.current > 0 && Date.now() - askedAt.current > JUST_NOW_MS) void again()
  })
  useEvery(everyMs, again)

  const known = state.key === key ? state : {}
  return {
    value: known.value,
    failed: known.failed,
    waiting: key !== undefined && !known.value && !known.failed,
    again,
    put,
  }
}

/** Does it each `everyMs` while the page is in sight. */
export function useEvery(everyMs: number | undefined, does: () => unknown): void {
  const seen = useRef(true)
  const latest = useRef(does)
  latest.current = does
  useDidShow(() => {
    seen.current = true
  })
  useDidHide(() => {
    seen.current = false
  })
  useEffect(() => {
    if (!everyMs) return
    const inSight = () => seen.current && (typeof document === 'undefined' || document.visibilityState !== 'hidden')
    const ticking = setInterval(() => inSight() && void latest.current(), everyMs)
    return () => clearInterval(ticking)
  }, [everyMs])
}
