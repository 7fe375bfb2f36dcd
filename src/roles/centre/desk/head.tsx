import { Text, View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { useSession } from '@/client/session'
import { Heading, StageTag, stageTone, Tags } from '@/ui'
import { kindTexts, roleTexts } from '@/words/aid'
import { centreWords as words } from '@/words/centre'
import { papersWords } from '@/words/centre-more'
import { momentText } from '@/words/time'
import { Reassign } from './reassign'
import { may, type StepProps } from './step'

/** Whose it is, what it is about, how it stands, and who answers for it. */
export function Head(props: StepProps) {
  const { kind, stage, stageText, createdAt, detail, people, can } = props.view
  const role = useSession(({ me }) => me?.acting.role)
  const responsible = people.find(({ roleText }) => roleText === roleTexts.responsible)
  const { papersAsked } = detail
  return (
    <View className="stack stack--m">
      <Tags>
        <StageTag text={kindTexts[kind] ?? ''} />
        <StageTag text={stageText} tone={stageTone(stage)} />
        {papersAsked && papersAsked.times > 0 && <StageTag text={papersWords.asked(papersAsked.times)} />}
        <Text className="soft">{words.sentAt(momentText(createdAt, productNow()))}</Text>
      </Tags>
      <Heading text={words.headline(detail.applicant?.name, detail.topicText)} level={2} />
      {(responsible || may(props.view, 'matter.reassign')) && (
        <View className="centre__line">
          {responsible && <Text className="soft">{words.responsible(responsible.name)}</Text>}
          {may(props.view, 'matter.reassign') && <Reassign {...props} />}
        </View>
      )}
      {role === 'supervisor' && can.length === 0 && <View className="soft">{words.justLook}</View>}
    </View>
  )
}
