import { View } from '@tarojs/components'
import { productNow } from '@/client/now'
import { fill } from '@/client/register-draft'
import { useSimilar } from '@/client/similar'
import { Button, Link, Notice } from '@/ui'
import { registerReportWords as words } from '@/words/register'
import { reportWords } from '@/words/report'
import { momentText } from '@/words/time'
import type { FieldsProps } from './form'
import { isCadre, similarTo } from './report-form'

/** What may be the same thing as another report; whoever registers may leave it unanswered, a call doesn't wait. */
export function SameReport({ draft }: FieldsProps) {
  const { items } = useSimilar(similarTo(draft))
  const { follows, notSame } = draft
  if (follows && !isCadre(draft))
    return (
      <Notice tone="green" icon="people">
        <View>{reportWords.following(follows.title)}</View>
        <View className="small soft">{words.followingMore}</View>
        <Link small text={reportWords.notFollowing} onPress={() => fill({ follows: undefined })} />
      </Notice>
    )
  const shown = items.find(({ id }) => !notSame.includes(id))
  if (!shown) return null
  const { id, at, place, title, stageText, why } = shown
  return (
    <Notice tone="amber" icon="people" said>
      <View className="stack stack--m">
        <View>
          <View className="strong">{reportWords.same}</View>
          <View className="small soft">
            {reportWords.sameLine(momentText(at, productNow()), place.text, title, stageText)}
          </View>
          <View className="small soft">{why}</View>
        </View>
        <View className="row row--wrap row--tight">
          <Button small text={reportWords.sameYes} onPress={() => fill({ follows: { id, title } })} />
          <Button small text={words.sameNo} onPress={() => fill({ notSame: [...notSame, id] })} />
        </View>
      </View>
    </Notice>
  )
}
