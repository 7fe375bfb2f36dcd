import { View } from '@tarojs/components'
import { go, isVisit, matterPageOf } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterRow } from '@/contract/views'
import { ClockLine, clockTone, Item, StageTag, stageTone, Tags } from '@/ui'
import { mattersWords } from '@/words/home'
import { askedWords } from '@/words/matter-page'

const asks: Record<string, string> = {
  'aid.supplement': askedWords.papersRow,
  'aid.rate': askedWords.rateRow,
  'question.helped': askedWords.helpedRow,
  'grievance.complete': askedWords.completeRow,
  'grievance.rate': askedWords.rateRow,
  'visit.answerMove': askedWords.moveRow,
  'visit.rate': askedWords.rateRow,
}

/** A matter in a list: what, where, how it stands, until when. */
export function Row({ row, first }: { row: MatterRow; first: boolean }) {
  const role = useSession((session) => session.me?.acting.role)
  const { id, title, place, stage, stageText, clock, responsible, can, hint } = row
  const asked = can.map(({ action }) => asks[action]).find(Boolean)
  return (
    <Item
      first={first}
      strong
      name={title}
      more={`${(isVisit(id) && hint) || place.text}，${mattersWords.by(responsible)}`}
      onPress={() => void go(matterPageOf(role, id), { id })}
    >
      <View className="stack stack--s">
        <Tags>
          <StageTag text={stageText} tone={stageTone(stage)} />
          {asked && <StageTag icon="info" text={asked} tone="blue" />}
        </Tags>
        {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={`${clock.dueText} ${clock.title}`} />}
      </View>
    </Item>
  )
}
