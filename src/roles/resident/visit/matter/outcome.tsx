import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import { Card, Heading, Notice, PersonCard } from '@/ui'
import { visitPageWords as words } from '@/words/visit-page'
import { AnotherHour } from './another-hour'
import type { PartProps } from './whole'

/** It was our fault that they didn't meet: an apology, a name, and another hour. */
export function Missed(part: PartProps) {
  const { view, may } = part
  const { missed } = view.detail
  if (missed?.who !== 'staff' || view.stage !== 'no-show') return null
  const who = view.people.find(({ role }) => role === 'responsible')
  const { phone, name = '' } = who ?? {}
  return (
    <Card offer>
      <Heading level={2} text={words.ours} />
      {who && <PersonCard name={name} onCall={phone ? () => void dial(phone) : undefined} />}
      {may('visit.reschedule') && <AnotherHour {...part} main />}
    </Card>
  )
}

/** What came of it, or why it needn't be. */
export function Finished({ view: { detail, stage } }: PartProps) {
  const { finished, cancelled } = detail
  if (stage === 'cancelled' && cancelled?.why) return <Notice>{words.why(cancelled.why)}</Notice>
  if (!finished?.note) return null
  return (
    <Card>
      <Heading size="lead" level={2} text={words.note} />
      <View className="reading">{finished.note}</View>
    </Card>
  )
}
