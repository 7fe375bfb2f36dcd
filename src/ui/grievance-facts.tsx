import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { MatterView, PaperView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { grievanceFactsWords as words } from '@/words/grievance-facts'
import { GrievanceClocks } from './grievance-clocks'
import { GrievanceCourse } from './grievance-course'
import { GrievanceHead } from './grievance-head'
import { GrievanceOutcome } from './grievance-outcome'
import { GrievancePapers } from './grievance-papers'
import { type DrawFile, GrievanceReport } from './grievance-report'
import { Section } from './heading'
import { MatterPeople, MatterTimeline } from './matter-body'
import './grievance.css'

export { GrievanceClocks } from './grievance-clocks'
export { GrievanceCourse } from './grievance-course'
export { GrievanceHead } from './grievance-head'
export { GrievanceOutcome } from './grievance-outcome'
export { GrievancePapers } from './grievance-papers'
export { type DrawFile, GrievanceReport, type ReportedFile } from './grievance-report'

export type GrievancePart = 'head' | 'clocks' | 'report' | 'course' | 'outcome' | 'papers' | 'people' | 'timeline'

export type GrievanceFactsProps = {
  view: MatterView
  /** The product's time: 「今天」 is said by it. */
  now: Instant
  /** Draws one photo, video or recording; `reportedFile` of src/pages does. */
  file: DrawFile
  onCall?: (phone: string) => void
  /** Opens one paper of 三单一函 as it is printed. */
  onPaper?: (paper: PaperView) => void
  /** Buttons under one paper: what this reader may do with it. */
  paperActs?: (paper: PaperView) => ReactNode
  /** What waits for the reader: after the clocks, before what was reported. */
  asks?: ReactNode
  /** Parts that the page draws elsewhere or not at all. */
  without?: readonly GrievancePart[]
}

/** A whole grievance as a desk reads it: how it stands, what was said, where it lies, what came of it. */
export function GrievanceFacts(props: GrievanceFactsProps) {
  const { view, now, file, onCall, onPaper, paperActs, asks, without = [] } = props
  const has = (part: GrievancePart) => !without.includes(part)
  return (
    <View className="stack stack--l">
      {has('head') && <GrievanceHead view={view} now={now} />}
      {has('clocks') && <GrievanceClocks clocks={view.clocks} now={now} />}
      {asks}
      {has('report') && <GrievanceReport view={view} now={now} file={file} />}
      {has('course') && <GrievanceCourse view={view} now={now} onCall={onCall} />}
      {has('outcome') && <GrievanceOutcome view={view} now={now} file={file} />}
      {has('papers') && (
        <GrievancePapers papers={view.detail.notices ?? []} now={now} onOpen={onPaper} acts={paperActs} />
      )}
      {has('people') && view.people.length > 0 && (
        <Section title={words.people}>
          <MatterPeople people={view.people} onCall={onCall} />
        </Section>
      )}
      {has('timeline') && view.timeline.length > 0 && (
        <Section title={words.timeline}>
          <MatterTimeline view={view} now={now} />
        </Section>
      )}
    </View>
  )
}
