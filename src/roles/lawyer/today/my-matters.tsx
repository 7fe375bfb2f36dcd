import type { ReactNode } from 'react'
import type { Rows as List } from '@/client/rows'
import type { MatterRow } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Chips, ClockLine, clockTone, Empty, Item, Rows, Section } from '@/ui'
import { commonWords } from '@/words/common'
import { lawyerWords as words } from '@/words/lawyer'
import { nextStep } from './next-step'

export type Kept = 'open' | 'finished'
type Props = { kept: Kept; onKept: (kept: Kept) => void; open: List; finished: List; onOpen: (id: string) => void }

const chips: { value: Kept; text: string }[] = [
  { value: 'open', text: words.open },
  { value: 'finished', text: words.finished },
]

/** What he has in hand, the most urgent first; what is finished, the newest first. */
export function MyMatters({ kept, onKept, open, finished, onOpen }: Props) {
  const list = kept === 'open' ? open : finished
  const none =
    kept === 'open' ? <Empty title={words.noneOpen} text={words.noneOpenText} /> : <Empty title={words.noneFinished} />
  return (
    <Section title={words.mine}>
      <Chips<Kept> label={words.whichMine} chips={chips} value={kept} onChange={onKept} />
      <Read key={kept} value={list.items} failed={list.failed} again={list.again}>
        {(rows) => <Mine rows={rows} more={list.more} none={none} kept={kept} onOpen={onOpen} />}
      </Read>
    </Section>
  )
}

type MineProps = Pick<Props, 'kept' | 'onOpen'> & { rows: MatterRow[]; more?: () => Promise<void>; none: ReactNode }

function Mine({ rows, more, none, kept, onOpen }: MineProps) {
  return (
    <>
      {rows.length === 0 && !more && none}
      {rows.length > 0 && (
        <Rows>
          {rows.map((row, at) => {
            const { id, kind, title, place, clock, stageText, applicant } = row
            const name = kept === 'open' ? nextStep(row) : `${applicant ?? title}，${stageText}`
            return (
              <Item
                key={id}
                strong
                first={at === 0}
                name={name}
                more={kind === 'question' ? place.text : `${title}，${place.text}`}
                onPress={() => onOpen(id)}
              >
                {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={clock.dueText} />}
              </Item>
            )
          })}
        </Rows>
      )}
      {more && <Button text={commonWords.more} onPress={more} />}
    </>
  )
}
