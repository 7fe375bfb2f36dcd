import { View } from '@tarojs/components'
import { useId, useState } from 'react'
import type { Told } from '@/client/draft'
import type { Kept } from '@/client/kept'
import { askForLetters, useLetters } from '@/client/letters'
import { places, restart } from '@/client/places'
import { isReportBegun, type ReportDraft, usePlaceOf, useReportDraft } from '@/client/report'
import { Frame } from '@/pages/frame'
import { reportTopics as topics } from '@/pages/report-topics'
import { BottomBar, Button, ErrorSummary, goTo, Heading, Notice, TopicGrid } from '@/ui'
import { reportWords as words } from '@/words/report'
import { LookFirst } from '../look-first'
import { DangerOfTopic, FourNumbers } from './danger'
import { problemsOf } from './form'
import { SameThing, useSameThing } from './same-thing'
import { useSend } from './send'
import { Tell } from './tell'
import { NotReported } from './unsent'
import { Where } from './where'
import { WhoKnows } from './who-knows'

export type PartProps = {
  kept: Kept<ReportDraft>
  ids: (field: string) => string
  wrong: (field: string) => string | undefined
}

/** What happened, where, who may know: on one page, and off it goes. */
export function ReportForm() {
  const letters = useLetters('grievance')
  const kept = useReportDraft()
  const { draft, drop } = kept
  const [found] = useState(isReportBegun(draft))
  const [told, setTold] = useState<(Told & { server: boolean })[]>([])
  const [tries, setTries] = useState(0)
  const prefix = `g${useId().replace(/\W/g, '')}`
  const ids = (field: string) => `${prefix}-${field.replace(/\./g, '-')}`
  const place = usePlaceOf(draft)?.code
  const same = useSameThing(kept, place)
  const { send, sendAsNew, unsent } = useSend(kept, {
    onWrong: (problems, server = false) => {
      setTold(problems.map((problem) => ({ ...problem, server })))
      setTries((before) => before + 1)
    },
    unanswered: async () => {
      const asks = await same.unanswered()
      // Drawn first, then shown: it may only just have been found.
      if (asks) setTimeout(() => goTo(ids('same')))
      return asks
    },
  })
  // Each goes away as it is mended; what only the server knows stays until the next try.
  const own = new Set(problemsOf(draft, place).map(({ field, code }) => `${field} ${code}`))
  const still = told.filter(({ field, code, server }) => server || own.has(`${field} ${code}`))
  const wrong = (field: string) =>
    still.find((each) => each.field === field || each.field.startsWith(`${field}.`))?.message
  const part = { kept, ids, wrong }

  // The tap that sends is the one in which WeChat may ask her; whatever she says there, the report goes.
  function sendAndAsk() {
    if (kept.now().knows !== 'full') void askForLetters(letters)
    return send()
  }
  function throwAway() {
    drop()
    void restart(places.home)
  }
  return (
    <Frame label={words.page} foot={<Bar onSend={sendAndAsk} again={unsent !== undefined && 'offline' in unsent} />}>
      <ErrorSummary key={tries} problems={still.map(({ field, message }) => ({ id: ids(field), text: message }))} />
      {unsent && !('invalid' in unsent) && (
        <NotReported id={ids('unsent')} unsent={unsent} onAsNew={sendAsNew} onThrowAway={throwAway} />
      )}
      {found && !unsent && <Notice>{words.kept}</Notice>}
      <FourNumbers />
      <View className="stack stack--m">
        <Heading text={words.topic} />
        <TopicGrid
          id={ids('topic')}
          label={words.topic}
          labelUnseen
          topics={topics}
          value={draft.topic}
          error={wrong('topic')}
          onChange={(topic) => kept.write({ topic })}
        />
      </View>
      <DangerOfTopic topic={draft.topic} onErase={drop} />
      <LookFirst topic={draft.topic} />
      <Tell {...part} />
      <Where {...part} />
      <SameThing id={ids('same')} kept={kept} shown={same.shown} />
      <WhoKnows {...part} />
    </Frame>
  )
}

const Bar = ({ onSend, again }: { onSend: () => unknown; again: boolean }) => (
  <BottomBar>
    <Button
      kind="main"
      icon="send"
      text={again ? words.sendAgain : words.send}
      busyText={words.sending}
      onPress={onSend}
    />
    <View className="small soft center">{words.after}</View>
  </BottomBar>
)
