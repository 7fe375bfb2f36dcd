import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { fileUrl, showFile } from '@/client/upload'
import { Link, Press } from '@/ui'
import type { DrawFile, ReportedFile } from '@/ui/grievance-report'
import { grievanceFactsWords as words } from '@/words/grievance-facts'
import { matterWords } from '@/words/matter-page'
import { Sound } from './talk/sent-file'
import './talk/talk.css'

/** What was sent with a report, fetched and drawn: for `file` of GrievanceFacts. */
export const reportedFile: DrawFile = (file) => <Reported key={file.id} file={file} />

function Reported({ file: { id, nth, kind, name, state } }: { file: ReportedFile }) {
  if (kind === 'paper') return <ByName id={id} name={name ?? words.otherFile} state={state} />
  if (state) return <Text className="small soft">{matterWords.paperStates[state]}</Text>
  return kind === 'voice' ? <Sound fileId={id} /> : <Shown id={id} nth={nth} />
}

type ByNameProps = { id: string; name: string; state: ReportedFile['state'] }

function ByName({ id, name, state }: ByNameProps) {
  const [wrong, setWrong] = useState(false)
  if (state) return <Text className="small soft">{`${name}（${matterWords.paperStates[state]}）`}</Text>
  return (
    <View>
      <Link text={name} label={matterWords.openPaper(name)} onPress={async () => setWrong(!(await showFile(id)))} />
      {wrong && <Unfetched />}
    </View>
  )
}

const Unfetched = () => (
  <View className="small" ariaRole="status">
    {words.unfetched}
  </View>
)

/** A photo by its picture; what can't be drawn, a video for one, by a word that opens it. */
function Shown({ id, nth }: { id: string; nth: number }) {
  const [url, setUrl] = useState<string>()
  const [plain, setPlain] = useState(false)
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    let gone = false
    void fileUrl(id).then((found) => gone || setUrl(found))
    return () => {
      gone = true
    }
  }, [id])
  return (
    <View>
      <Press className="photo" onClick={async () => setWrong(!(await showFile(id)))} ariaLabel={words.openPhoto(nth)}>
        {url && !plain && <Image className="photo__pic" src={url} mode="aspectFill" onError={() => setPlain(true)} />}
        {plain && <Text className="small">{words.otherFile}</Text>}
      </Press>
      {wrong && <Unfetched />}
    </View>
  )
}
