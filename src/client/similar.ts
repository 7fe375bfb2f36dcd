import { useEffect, useRef, useState } from 'react'
import type { Input } from '@/contract/actions'
import type { Similar } from '@/contract/views'
import { call } from './call'

type Asked = Input<'grievance.similar'>

// Whoever writes goes on writing: asked once she rests.
const RESTS_MS = 800

/**
 * What was reported lately that may be the same thing as what is being written; nobody is asked while `asked` isn't
 * there. No signal: nothing is found. `look` asks at once.
 */
export function useSimilar(asked: Asked | undefined) {
  const [found, setFound] = useState<{ key: string; items: Similar[] }>()
  const latest = useRef(found)
  latest.current = found
  const key = asked && JSON.stringify(asked)

  async function look(wanted: Asked): Promise<Similar[]> {
    const its = JSON.stringify(wanted)
    if (latest.current?.key === its) return latest.current.items
    const answer = await call('grievance.similar', wanted)
    const items = answer.ok ? answer.value.items : []
    if (answer.ok) setFound({ key: its, items })
    return items
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is asked about decides when to ask
  useEffect(() => {
    if (!asked) return
    const resting = setTimeout(() => void look(asked), RESTS_MS)
    return () => clearTimeout(resting)
  }, [key])

  return { items: key ? (found?.items ?? []) : [], look }
}
