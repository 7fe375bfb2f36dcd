import { Image, Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { type ByCode, fileUrl, showFile } from '@/client/upload'
import type { Message } from '@/contract/views'
import { Icon, Press } from '@/ui'
import { usePlayer } from '@/ui/player'
import { talkWords as words } from '@/words/talk'

type Sent = Message['files'][number]

/** A picture or a sound somebody sent: shown once it has been looked at. */
export function SentFile({ file: { id, kind, state } }: { file: Sent }) {
  if (state) return <Text className="small soft">{state === 'checking' ? words.checking : words.refused}</Text>
  if (kind === 'audio') return <Sound fileId={id} />
  return kind === 'image' ? <Picture fileId={id} /> : <Open fileId={id} text={words.file} />
}

// A link holds for five minutes; an older one is asked for anew.
const FRESH_MS = 4 * 60_000

type SoundProps = { fileId?: string; path?: string; seconds?: number; by?: ByCode }

/** Plays what was said; `path` is a sound that still lies on this phone. */
export function Sound({ fileId, path, seconds, by }: SoundProps) {
  const [link, setLink] = useState<{ url: string; gotAt: number }>()
  const [wrong, setWrong] = useState(false)
  const player = usePlayer(path || link?.url, () => setWrong(true))
  const asked = useRef(false)

  async function press() {
    setWrong(false)
    if (path || (link && Date.now() - link.gotAt < FRESH_MS)) return player.toggle()
    if (player.playing || !fileId) return player.stop()
    const url = await fileUrl(fileId, by)
    if (!url) return setWrong(true)
    asked.current = true
    setLink({ url, gotAt: Date.now() })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins when its address is here, once
  useEffect(() => {
    if (!asked.current) return
    asked.current = false
    player.toggle()
  }, [link])

  return (
    <>
      <Press className="talk__sound" onClick={() => void press()}>
        <Icon name={player.playing ? 'pause' : 'play'} />
        <Text>{player.playing ? words.stop : seconds ? words.spokenOf(seconds) : `${words.play}${words.spoken}`}</Text>
      </Press>
      {wrong && (
        <View className="small" ariaRole="status">
          {words.unfetched}
        </View>
      )}
    </>
  )
}

function Picture({ fileId }: { fileId: string }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    void fileUrl(fileId).then(setUrl)
  }, [fileId])
  return (
    <Open fileId={fileId} text={words.openPhoto}>
      {url ? <Image className="talk__pic" src={url} mode="aspectFill" /> : <View className="talk__pic" />}
    </Open>
  )
}

type OpenProps = { fileId: string; text: string; children?: React.ReactNode }

function Open({ fileId, text, children }: OpenProps) {
  const [wrong, setWrong] = useState(false)
  const open = async () => setWrong(!(await showFile(fileId)))
  return (
    <>
      <Press className="talk__sound" onClick={() => void open()} ariaLabel={text}>
        {children ?? (
          <>
            <Icon name="paper" />
            <Text>{text}</Text>
          </>
        )}
      </Press>
      {wrong && (
        <View className="small" ariaRole="status">
          {words.unfetched}
        </View>
      )}
    </>
  )
}
