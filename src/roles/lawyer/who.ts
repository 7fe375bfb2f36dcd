import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import { demoPeople } from '@/client/demo'
import { knowMe, useSession } from '@/client/session'
import type { Me } from '@/contract/views'
import type { Mode } from '@/ui'

/** Who is signed in; asked for once where this phone doesn't know yet. */
export function useMe(): Me | undefined {
  const me = useSession((session) => session.me)
  useEffect(() => {
    if (me) return
    void call('session.me', {}).then((answer) => answer.ok && knowMe(answer.value))
  }, [me])
  return me
}

export const useMode = (): Mode => useSession(({ size }) => (size === 'normal' ? '' : size))

let asked: Promise<boolean> | undefined

/** Whether everybody in here is invented; a mini-program has no demonstration door. */
export function useDemo(): boolean {
  const [demo, setDemo] = useState(false)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    asked ??= demoPeople().then((people) => people !== undefined)
    void asked.then(setDemo)
  }, [])
  return demo
}
