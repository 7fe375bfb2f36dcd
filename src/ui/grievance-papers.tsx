import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PaperView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { byWhen, grievanceFactsWords as words } from '@/words/grievance-facts'
import { durationText, endText, momentText } from '@/words/time'
import { Card, CardLine } from './card'
import { Heading } from './heading'
import { Link } from './link'
import { StageTag, Tags, type Tone } from './tag'
import './grievance.css'

type Acts = (paper: PaperView) => ReactNode
type Props = {
  papers: readonly PaperView[]
  now: Instant
  onOpen?: (paper: PaperView) => void
  acts?: Acts
  /** Where nothing was ever sent: say so, or draw nothing. */
  evenNone?: boolean
}

/** 三单一函 of one matter, newest first. */
export function GrievancePapers({ papers, now, onOpen, acts, evenNone }: Props) {
  if (papers.length === 0 && !evenNone) return null
  const newestFirst = [...papers].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Card>
      <Heading size="lead" level={2} text={words.papers} />
      {papers.length === 0 && <View className="soft">{words.noPapers}</View>}
      {newestFirst.map((paper, at) => (
        <View key={paper.id} className="stack">
          {at > 0 && <CardLine />}
          <GrievancePaper paper={paper} now={now} onOpen={onOpen} acts={acts} />
        </View>
      ))}
    </Card>
  )
}

const tones: Record<PaperView['rung'], Tone> = { remind: 'amber', urge: 'red', supervise: 'over', transfer: 'over' }

/** One paper in short: its number and state, to whom, what came of it. */
export function GrievancePaper({ paper, now, onOpen, acts }: Omit<Props, 'papers'> & { paper: PaperView }) {
  const { no, title, state, stateText, rung, clockTitle, at, lateBy, unit, to, copy, until } = paper
  const { signs, signsNeeded, received, reply, cancelled } = paper
  const name = no ?? title
  return (
    <View className="stack stack--s">
      <Tags>
        <View className="strong">{name}</View>
        <StageTag text={stateText} tone={state === 'cancelled' || state === 'replied' ? 'plain' : tones[rung]} />
      </Tags>
      <View className="soft">
        {[clockTitle, momentText(at, now), lateBy && words.paperLate(durationText(lateBy))].filter(Boolean).join('，')}
      </View>
      <View>{words.paperTo(unit.name, to)}</View>
      {copy && <View className="soft">{words.paperCopy(copy)}</View>}
      {state === 'draft' && signsNeeded > 0 && (
        <View className="soft">{words.paperSigns(signs.length, signsNeeded)}</View>
      )}
      {until && <View>{words.paperUntil(endText(until, now))}</View>}
      {received && <View className="soft">{words.paperReceived(received.by, momentText(received.at, now))}</View>}
      {reply && (
        <>
          <View className="soft">{words.paperReply(reply.by, momentText(reply.at, now))}</View>
          <View className="grievance__said">{reply.text}</View>
        </>
      )}
      {cancelled && (
        <View className="soft">
          {[
            words.paperCancelled(
              cancelled.by ? byWhen(cancelled.by, cancelled.at, now) : momentText(cancelled.at, now),
            ),
            cancelled.why,
          ].join('：')}
        </View>
      )}
      {(onOpen || acts) && (
        <View className="row row--wrap">
          {onOpen && (
            <Link small text={words.openPaper} label={words.openPaperLabel(name)} onPress={() => onOpen(paper)} />
          )}
          {acts?.(paper)}
        </View>
      )}
    </View>
  )
}
