import { View } from '@tarojs/components'
import type { ByCode } from '@/client/upload'
import type { MatterView } from '@/contract/views'
import { Card, Heading } from '@/ui'
import { recordingWords } from '@/words/recording'
import { reportedFileBy } from './reported-file'

type SpokenProps = {
  view: Pick<MatterView, 'recording' | 'papers'>
  by?: ByCode
  soundOnly?: boolean
  /** Where the page plays her voice already. */
  wordsOnly?: boolean
}

/** What she said: the sound, what is written down of it, and by whom; until then, that nobody has. */
export function Spoken({ view: { recording, papers }, by, soundOnly, wordsOnly }: SpokenProps) {
  if (!recording) return null
  const { file, text, note } = recording
  const state = papers.find(({ id }) => id === file)?.state
  return (
    <View className="stack stack--s">
      {file && !wordsOnly && reportedFileBy(by)({ id: file, nth: 1, kind: 'voice', ...(state && { state }) })}
      {!soundOnly && text && <View className="reading">{text}</View>}
      {!soundOnly && <View className="small soft">{note}</View>}
    </View>
  )
}

/** On her own page: she hears it again, and reads what was written down of it. */
export const SpokenCard = ({ view }: Pick<SpokenProps, 'view'>) =>
  view.recording ? (
    <Card>
      <Heading size="lead" level={2} text={recordingWords.title} />
      <Spoken view={view} />
    </Card>
  ) : null
