import type { Output } from '@/contract/actions'
import type { MatterRow } from '@/contract/views'
import { Button, Chips, ClockLine, clockTone, Empty, Item, Rows, Section } from '@/ui'
import { lawyerWords as words } from '@/words/lawyer'
import { Read } from '../frame'
import type { Reading } from '../reading'
import { nextStep } from './next-step'

export type Kept = 'open' | 'finished'
type List = Output<'desk.list'>

type Props = {
  kept: Kept
  onKept: (kept: Kept) => void
  open: List
  finished: Reading<List>
  onOpen: (id: string) => void
  onMore: (which: Kept) => Promise<void>
}

const chips: { value: Kept; text: string }[] = [
  { value: 'open', text: words.open },
  { value: 'finished', text: words.finished },
]

/** What he has in hand, the most urgent first; what is finished, the newest first. */
export function MyMatters({ kept, onKept, open, finished, onOpen, onMore }: Props) {
  return (
    <Section title={words.mine}>
      <Chips<Kept> label={words.whichMine} chips={chips} value={kept} onChange={onKept} />
      {kept === 'open' ? (
        <List list={open} none={<Empty title={words.noneOpen} text={words.noneOpenText} />} {...{ kept, onOpen, onMore }} />
      ) : (
        <Read reading={finished}>
          {(list) => <List list={list} none={<Empty title={words.noneFinished} />} {...{ kept, onOpen, onMore }} />}
        </Read>
      )}
    </Section>
  )
}

type ListProps = Pick<Props, 'kept' | 'onOpen' | 'onMore'> & { list: List; none: React.ReactNode }

function List({ list: { items, next }, none, kept, onOpen, onMore }: ListProps) {
  return (
    <>
      {items.length === 0 && !next && none}
      {items.length > 0 && (
        <Rows>
          {items.map((row, at) => (
            <Mine key={row.id} row={row} first={at === 0} kept={kept} onOpen={onOpen} />
          ))}
        </Rows>
      )}
      {next && <Button text={words.more} onPress={() => onMore(kept)} />}
    </>
  )
}

type MineProps = { row: MatterRow; first: boolean; kept: Kept; onOpen: (id: string) => void }

function Mine({ row, first, kept, onOpen }: MineProps) {
  const { id, title, place, clock, stageText, applicant } = row
  const name = kept === 'open' ? nextStep(row) : `${applicant ?? title}，${stageText}`
  return (
    <Item strong first={first} name={name} more={`${title}，${place.text}`} onPress={() => onOpen(id)}>
      {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={clock.dueText} />}
    </Item>
  )
}
