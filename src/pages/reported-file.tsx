import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type ByCode, fileLink, isFilm, showFile } from '@/client/upload'
import { Icon, Link, Press } from '@/ui'
import type { DrawFile, ReportedFile } from '@/ui/grievance-report'
import { matterWords } from '@/words/matter-page'
import { reportedWords as words } from '@/words/reported'
import { Sound } from './talk/sent-file'
import './talk/talk.css'

/** What was sent with a report, fetched and drawn: for `file` of GrievanceFacts. */
export const reportedFile: DrawFile = (file) => <Reported key={file.id} file={file} />

/** The same for whoever stands there by a query code. */
export const reportedFileBy =
  (by: ByCode | undefined): DrawFile =>
  (file) => <Reported key={file.id} file={file} by={by} />

function Reported({ file: { id, nth, kind, name, state }, by }: { file: ReportedFile; by?: ByCode }) {
  if (kind === 'paper') return <ByName id={id} name={name ?? words.otherFile} state={state} />
  if (state) return <Text className="small soft">{matterWords.paperStates[state]}</Text>
  return kind === 'voice' ? <Sound fileId={id} by={by} /> : <Shown id={id} nth={nth} by={by} />
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

/** A photo by its picture, a film by a word; whatever can't be drawn by a word that opens it. */
function Shown({ id, nth, by }: { id: string; nth: number; by?: ByCode }) {
  const [file, setFile] = useState<{ url: string; type: string }>()
  const [plain, setPlain] = useState(false)
  const [wrong, setWrong] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever looks stays the same while the page is open
  useEffect(() => {
    let gone = false
    void fileLink(id, by).then((found) => gone || setFile(found))
    return () => {
      gone = true
    }
  }, [id])
  const film = file !== undefined && isFilm(file.type)
  return (
    <View>
      <Press
        className={film || plain ? 'photo photo--plain' : 'photo'}
        onClick={async () => setWrong(!(await showFile(id, by)))}
        ariaLabel={film ? words.openFilm : words.openPhoto(nth)}
      >
        {file && !film && !plain && (
          <Image className="photo__pic" src={file.url} mode="aspectFill" onError={() => setPlain(true)} />
        )}
        {film && (
          <>
            <Icon name="play" />
            <Text className="small">{words.film}</Text>
          </>
        )}
        {plain && <Text className="small">{words.otherFile}</Text>}
      </Press>
      {wrong && <Unfetched />}
    </View>
  )
}
