import { View } from '@tarojs/components'
import type { Kept } from '@/client/kept'
import { productNow } from '@/client/now'
import type { ReportDraft } from '@/client/report'
import { useSimilar } from '@/client/similar'
import type { Similar } from '@/contract/views'
import { Button, Buttons, Link, Notice } from '@/ui'
import { reportWords as words } from '@/words/report'
import { momentText } from '@/words/time'
import { isKept, similarTo } from './form'

/** What was reported here lately that may be the same thing; asked about once more as she sends. */
export function useSameThing(kept: Kept<ReportDraft>, place: string | undefined) {
  const { items, look } = useSimilar(similarTo(kept.draft, place))
  const open = (found: readonly Similar[], { follows, notSame }: ReportDraft) =>
    follows ? undefined : found.find(({ id }) => !notSame.includes(id))
  return {
    shown: open(items, kept.draft),
    unanswered: async () => {
      const now = similarTo(kept.now(), place)
      return now !== undefined && open(await look(now), kept.now()) !== undefined
    },
  }
}

/** 「是同一件」 or 「不是」: asked before it is sent. Nothing of whoever reported the other is told. */
export function SameThing({ id, kept, shown }: { id: string; kept: Kept<ReportDraft>; shown: Similar | undefined }) {
  const { draft, write } = kept
  if (draft.follows && !isKept(draft))
    return (
      <Notice tone="green" icon="people">
        <View>{words.following(draft.follows.title)}</View>
        <View className="small soft">{words.followingMore}</View>
        <Link small text={words.notFollowing} onPress={() => write({ follows: undefined })} />
      </Notice>
    )
  if (!shown) return null
  const { at, place, title, stageText } = shown
  return (
    <View id={id}>
      <Notice tone="amber" icon="people" said>
        <View className="stack">
          <View>
            <View className="strong">{words.same}</View>
            <View className="small soft">
              {words.sameLine(momentText(at, productNow()), place.text, title, stageText)}
            </View>
            <View className="small soft">{shown.why}</View>
          </View>
          <Buttons>
            <Button share="half" text={words.sameYes} onPress={() => write({ follows: { id: shown.id, title } })} />
            <Button share="half" text={words.sameNo} onPress={() => write({ notSame: [...draft.notSame, shown.id] })} />
          </Buttons>
          <View className="small soft">{words.sameHint}</View>
        </View>
      </Notice>
    </View>
  )
}
