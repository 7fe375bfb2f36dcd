import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import { places, replace } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterView } from '@/contract/views'
import { AskHerself } from '@/pages/ask-herself'
import { Read } from '@/pages/read'
import { Recording } from '@/pages/recording'
import { Card, MatterClocks, MatterTimeline, Notice, Section } from '@/ui'
import { ToldNotice, useTold } from '@/ui/told'
import { matterWords } from '@/words/matter-page'
import { visitDeskWords, visitWords as words } from '@/words/visit-desk'
import { isAhead } from '../rows'
import { Companion } from './companion'
import { CameOfIt, VisitFacts } from './facts'
import { Said } from './said'
import { SameTrip } from './same-trip'
import { VisitSteps } from './steps'

const EVERY_MS = 10_000

type DeskProps = {
  id: string
  /** After a step: the list beside is no longer true. */
  onStep?: () => void
}

/** One visit in the hands of whoever visits, of the centre, or in sight of a supervisor. */
export function VisitDesk({ id, onStep }: DeskProps) {
  const { put, ...asked } = useAsk('matter.get', { id }, EVERY_MS)
  const { told, done, refused } = useTold()
  const view = asked.value
  const entered = useEntered(view)
  useEffect(() => {
    // What one entered for another is read on the page that she reads it on.
    if (entered) void replace(places.visitMatter, { id })
  }, [entered, id])
  if (entered) return null
  const ends = {
    onDone: (after: MatterView, text: string) => {
      put(after)
      done(text)
      onStep?.()
    },
    onRefused: (message: string) => {
      refused(message)
      void asked.again()
      onStep?.()
    },
  }
  return (
    <View className="visits__one">
      {view && asked.failed && <Notice tone="amber">{visitDeskWords.stale}</Notice>}
      <ToldNotice told={told} />
      <Read {...asked}>{(shown) => <Whole view={shown} {...ends} />}</Read>
    </View>
  )
}

// Whoever sees every visit sees it here.
const overAll: readonly string[] = ['centre', 'supervisor']

/** Whether whoever looks is only she who entered it. */
function useEntered(view: MatterView | undefined): boolean {
  const me = useSession((session) => session.me)
  if (!view || !me || overAll.includes(me.acting.role)) return false
  const answers = view.people.some(({ id, role }) => role === 'responsible' && id === me.id)
  return view.detail.host?.id !== me.id && !answers
}

type WholeProps = {
  view: MatterView
  onDone: (after: MatterView, text: string) => void
  onRefused: (message: string) => void
}

function Whole(props: WholeProps) {
  const { view } = props
  const now = productNow()
  const watches = isAhead(view) && !view.can.some(({ action }) => action.startsWith('visit.'))
  return (
    <View className="visits__two">
      <View className="visits__part">
        <VisitFacts view={view} now={now} head={<Companion view={view} />} />
        <CameOfIt view={view} />
      </View>
      <View className="visits__part">
        {view.clocks.length > 0 && (
          <Card>
            <MatterClocks clocks={view.clocks} now={now} all />
          </Card>
        )}
        <AskHerself {...props} />
        <Recording {...props} />
        <VisitSteps {...props} now={now} />
        {watches && <View className="soft">{words.readOnly}</View>}
        <SameTrip view={view} now={now} />
        <Said {...props} />
        {view.timeline.length > 0 && (
          <Section title={matterWords.timeline}>
            <MatterTimeline view={view} now={now} />
          </Section>
        )}
      </View>
    </View>
  )
}
