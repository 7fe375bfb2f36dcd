import { View } from '@tarojs/components'
import { dial } from '@/client/places'
import { msBetween } from '@/domain/time'
import { Card, Heading, isClosed, Notice, PersonCard } from '@/ui'
import { reportPageWords as words } from '@/words/report-page'
import { endText, momentText, spanText } from '@/words/time'
import type { PartProps } from './whole'

/** Which unit has it and whom to ring there, what holds it up, and how long it has been altogether. */
export function Underway({ view, now }: PartProps) {
  const { hop, extension, suspension, sentAt = view.createdAt } = view.detail
  const suspended = view.stage === 'suspended' && suspension
  const settled = isClosed(view.stage)
  if (settled && !hop) return null
  return (
    <>
      {extension?.ok && !settled && <Notice>{words.extensionOk(`${endText(extension.until, now)}\u00a0前`)}</Notice>}
      {suspended && (
        <Notice tone="amber" icon="pause">
          {words.suspended(suspended.groundText, endText(suspended.until, now))}
        </Notice>
      )}
      {!settled && !['submitted', 'incomplete'].includes(view.stage) && (
        <Card>
          {hop && (
            <>
              <Heading size="lead" level={2} text={words.where} />
              <PersonCard
                name={hop.unit.name}
                lines={[hop.person, words.came(momentText(hop.at, now))]}
                onCall={hop.phone ? () => void dial(hop.phone ?? '') : undefined}
              />
            </>
          )}
          <View className="small soft">{words.total(spanText(msBetween(sentAt, now)))}</View>
        </Card>
      )}
    </>
  )
}
