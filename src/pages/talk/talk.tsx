import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Outgoing, Talk } from '@/client/talk'
import { type Instant, MINUTE, msBetween } from '@/domain/time'
import { classes, Icon, Link, Notice, Skeleton } from '@/ui'
import { talkWords as words } from '@/words/talk'
import { momentText } from '@/words/time'
import { SentFile, Sound } from './sent-file'
import './talk.css'

type TalkListProps = {
  /** From `useTalk(id, code)`; the same goes to the TalkBar in the page's foot. */
  talk: Talk
  now: Instant
  /** What was asked, as the first thing said. */
  opening?: { at: Instant; mine: boolean; by: string; text?: string; voice?: string }
}

/** What was said so far, the newest last; what is still under way stands under it. */
export function TalkList({ talk, now, opening }: TalkListProps) {
  const { items, outgoing, waiting, failed } = talk
  const end = `talk${useId().replace(/\W/g, '')}`
  useNewestInSight(end, items.length, outgoing.length)
  const lines = [...(opening ? [openingLine(opening)] : []), ...items]
  return (
    <View className="talk" ariaRole="log" ariaLabel={words.label}>
      {lines.map((line, n) => (
        <View key={line.id} className="talk">
          {isPause(lines[n - 1]?.at, line.at) && <View className="talk__when">{momentText(line.at, now)}</View>}
          <Said mine={line.mine} by={line.by}>
            {line.text && <Text userSelect>{line.text}</Text>}
            {line.files.map((file) => (
              <SentFile key={file.id} file={file} />
            ))}
          </Said>
        </View>
      ))}
      {waiting && <Skeleton cards={1} lines={2} />}
      {outgoing.map((out) => (
        <Said key={out.requestId} mine by="">
          {out.text && <Text>{out.text}</Text>}
          {out.file?.kind === 'audio' && <Sound path={out.file.path} seconds={out.file.seconds} />}
          {out.file?.kind === 'image' && <Text>{words.photo}</Text>}
          <Standing out={out} talk={talk} />
        </Said>
      ))}
      <View id={end} className="talk__end" ariaHidden />
      {failed && 'offline' in failed && items.length > 0 && (
        <Notice tone="amber" icon="offline">
          {words.stale}
        </Notice>
      )}
    </View>
  )
}

/** What I say is shown to me; what comes in only follows whoever reads at the end. Nothing jumps under a reader. */
function useNewestInSight(id: string, came: number, sent: number) {
  const before = useRef({ came, sent })
  useEffect(() => {
    const mine = sent > before.current.sent
    const theirs = before.current.came > 0 && came > before.current.came
    before.current = { came, sent }
    if (process.env.TARO_ENV !== 'h5') {
      if (mine) void Taro.pageScrollTo({ selector: `#${id}`, duration: 200 })
      return
    }
    const end = document.getElementById(id)
    const { bottom = 0 } = end?.getBoundingClientRect() ?? {}
    if (mine || (theirs && bottom < window.innerHeight * 1.2)) end?.scrollIntoView({ block: 'end' })
  }, [id, came, sent])
}

const openingLine = ({ at, mine, by, text, voice }: NonNullable<TalkListProps['opening']>) => ({
  id: 'opening',
  at,
  mine,
  by,
  text,
  files: voice ? [{ id: voice, kind: 'audio' as const }] : [],
})

// After a while the hour is said again.
const PAUSE = 5 * MINUTE
const isPause = (before: Instant | undefined, at: Instant) => !before || msBetween(before, at) > PAUSE

function Said({ mine, by, children }: { mine: boolean; by: string; children: ReactNode }) {
  const face = [...by.trim()][0]
  return (
    <View className={classes('talk__line', mine && 'talk__line--mine')}>
      {!mine && (
        <View className="talk__face" ariaHidden>
          {face ?? <Icon name="person" size="s" />}
        </View>
      )}
      <View className="talk__bubble">
        <View className="unseen">{mine ? words.mine : by}</View>
        {children}
      </View>
    </View>
  )
}

/** How it is with what I sent: on its way, waiting for a signal, or not taken. */
function Standing({ out, talk }: { out: Outgoing; talk: Talk }) {
  if (out.state === 'sending') return <Text className="small soft">{words.sending}</Text>
  return (
    <View ariaRole="status">
      <View className="small">{out.state === 'waits' ? words.waits : (out.why ?? words.failed)}</View>
      <View className="row row--wrap">
        <Link small text={words.again} onPress={talk.retry} />
        <Link small text={words.drop} onPress={() => talk.drop(out.requestId)} />
      </View>
    </View>
  )
}
