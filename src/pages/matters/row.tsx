import { View } from '@tarojs/components'
import { go, matterPageOf } from '@/client/places'
import { useSession } from '@/client/session'
import type { MatterRow } from '@/contract/views'
import { ClockLine, clockTone, Item, StageTag, stageTone, Tags } from '@/ui'
import { mattersWords } from '@/words/home'

/** A matter in a list: what, where, how it stands, until when. */
export function Row({ row, first }: { row: MatterRow; first: boolean }) {
  const role = useSession((session) => session.me?.acting.role)
  const { id, title, place, stage, stageText, clock, responsible } = row
  return (
    <Item
      first={first}
      strong
      name={title}
      more={`${place.text}，${mattersWords.by(responsible)}`}
      onPress={() => void go(matterPageOf(role), { id })}
    >
      <View className="stack stack--s">
        <Tags>
          <StageTag text={stageText} tone={stageTone(stage)} />
        </Tags>
        {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={`${clock.dueText} ${clock.title}`} />}
      </View>
    </Item>
  )
}
