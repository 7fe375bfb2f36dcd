import { View } from '@tarojs/components'
import { useSession } from '@/client/session'
import { reportedFileBy } from '@/pages/reported-file'
import { Spoken } from '@/pages/spoken'
import { Card, Facts, Section } from '@/ui'
import { byHelper, factLabels } from '@/words/matter-page'
import { reportPageWords as words } from '@/words/report-page'
import { hoursText } from '@/words/reported'
import type { PartProps } from './whole'
import '@/ui/grievance.css'

/** What she reported, as she reported it. */
export function Said({ view, code }: PartProps) {
  // Whoever entered it for somebody reads it here too.
  const own = useSession((session) => [undefined, 'resident'].includes(session.me?.acting.role))
  const file = reportedFileBy(code ? { id: view.id, code } : undefined)
  const { text, voice, photos = [], spot, pin, reporter, anonymityText, source, forwardedBy, told } = view.detail
  const state = (id: string) => view.papers.find((paper) => paper.id === id)?.state
  const lines: [string, string | undefined][] = [
    [factLabels.place, [view.place.text, spot, pin && words.pinned].filter(Boolean).join('，')],
    [words.knows, anonymityText],
    [words.reporter, reporter?.name],
    [factLabels.phone, reporter?.phone],
    [words.hours, reporter?.hours && hoursText(reporter.hours.from, reporter.hours.to)],
    [factLabels.source, source?.text],
    [words.forwardedBy, forwardedBy && byHelper(forwardedBy)],
    [factLabels.told, told?.join('、')],
  ]
  return (
    <Section title={own ? words.said : words.saidByAnother}>
      <Card>
        {text && <View className="reading grievance__said">{text}</View>}
        {voice && file({ id: voice, nth: 1, kind: 'voice', state: state(voice) })}
        <Spoken view={view} wordsOnly />
        {photos.length > 0 && (
          <View className="photos">
            {photos.map((id, n) => file({ id, nth: n + 1, kind: 'photo', state: state(id) }))}
          </View>
        )}
        <Facts facts={lines.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
      </Card>
    </Section>
  )
}
