import { useSession } from '@/client/session'
import type { Role } from '@/domain/decider'
import { Calls } from '@/pages/calls/calls'
import { Empty } from '@/ui'
import { callsWords as words } from '@/words/calls'
import { Frame } from '../frame'

const ringers: readonly Role[] = ['village', 'town', 'centre', 'command']

/** Whoever no letter reached, for those who ring. */
export default function CallsPage() {
  const role = useSession(({ me }) => me?.acting.role)
  const mine = role !== undefined && ringers.includes(role)
  return (
    <Frame label={mine ? undefined : words.page}>
      {mine ? <Calls /> : <Empty icon="phone" title={words.notYours} text={words.notYoursText} />}
    </Frame>
  )
}
