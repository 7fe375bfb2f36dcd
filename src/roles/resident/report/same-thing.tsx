import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { call } from '@/client/call'
import type { Kept } from '@/client/kept'
import { productNow } from '@/client/now'
import type { ReportDraft } from '@/client/report'
import type { Similar } from '@/contract/views'
import { Button, Buttons, Link, Notice } from '@/ui'
import { reportWords as words } from '@/words/report'
import { momentText } from '@/words/time'
import { isKept, similarTo } from './form'

// She goes on writing: asked once she rests, and once more as she sends.
const RESTS_MS = 800

/** What was reported here lately that may be the same thing. No signal: nobody is asked, and it goes without. */
export function useSameThing(kept: Kept<ReportDraft>, place: string | undefined) {
  const [found, setFound] = useState<{ key: string; items: Similar[] }>()
  const latest = useRef(found)
  latest.current = found
  const asked = similarTo(kept.draft, place)
  const key = asked && JSON.stringify(asked)

  async function look(wanted: string): Promise<Similar[]> {
    if (latest.current?.key === wanted) return latest.current.items
    const answer = await call('grievance.similar', JSON.parse(wanted))
    const items = answer.ok ? answer.value.items : []
    if (answer.ok) setFound({ key: wanted, items })
    return items
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is asked about decides when to ask
  useEffect(() => {
    if (!key) return
    const resting = setTimeout(() => void look(key), RESTS_MS)
    return () => clearTimeout(resting)
  }, [key])

  const open = (items: readonly Similar[], { follows, notSame }: ReportDraft) =>
    follows ? undefined : items.find(({ id }) => !notSame.includes(id))
  return {
    shown: key ? open(found?.items ?? [], kept.draft) : undefined,
    unanswered: async () => {
      const now = similarTo(kept.now(), place)
      return now !== undefined && open(await look(JSON.stringify(now)), kept.now()) !== undefined
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
