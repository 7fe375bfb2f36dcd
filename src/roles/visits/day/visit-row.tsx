import { Text, View } from '@tarojs/components'
import type { MatterRow } from '@/contract/views'
import { ClockLine, classes, clockTone, Press, StageTag, stageTone, Tags } from '@/ui'
import { visitDeskWords as words } from '@/words/visit-desk'

type VisitRowProps = {
  row: MatterRow
  on?: boolean
  /** Its hour was closed: it wants another. */
  orphan?: boolean
  /** Where the list says the day: only from when to when. */
  when?: string
  onPress: () => void
}

/** One visit in a list: who, when, where, how it stands. */
export function VisitRow({ row, on, orphan, when, onPress }: VisitRowProps) {
  const { applicant, title, hint, place, stage, stageText, clock } = row
  return (
    <Press className={classes('pick', on && 'pick--on')} onClick={onPress}>
      <View className="row row--apart row--tight row--top">
        <Text className="strong grow visits__who">{applicant ?? title}</Text>
        {on && <Text className="unseen">{words.opened}</Text>}
        <Tags>
          {orphan && <StageTag icon="alert" tone="amber" text={words.orphan} />}
          <StageTag text={stageText} tone={stageTone(stage)} />
        </Tags>
      </View>
      <Text className="block visits__who">{when ?? hint ?? ''}</Text>
      <Text className="block soft visits__who">{`${title}，${place.text}`}</Text>
      {clock && <ClockLine tone={clockTone(clock)} word={clock.word} due={clock.dueText} />}
    </Press>
  )
}
