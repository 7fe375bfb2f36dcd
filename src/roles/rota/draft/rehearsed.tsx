import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAsk } from '@/client/ask'
import { productNow } from '@/client/now'
import type { Rehearsal, RehearsalCell } from '@/contract/views'
import { Read } from '@/pages/read'
import { Button, Heading, StageTag } from '@/ui'
import { draftWords as words } from '@/words/rota-editor'

/** How the questions of the last 90 days would have gone with this draft. Asked for, since it takes a while. */
export function Rehearsed({ draft }: { draft: string }) {
  const [wanted, setWanted] = useState(false)
  const { value, failed, again } = useAsk('rota.rehearse', wanted ? { draft } : undefined)
  return (
    <View className="card stack">
      <Heading size="lead" level={2} text={words.rehearse} />
      <View className="soft">{words.rehearseText}</View>
      {!wanted && <Button small text={words.rehearse} onPress={() => setWanted(true)} />}
      {wanted && (
        <>
          <Read value={value} failed={failed} again={again} cards={1}>
            {(result) => <Result result={result} />}
          </Read>
          {value && <Button small text={words.rehearseAgain} onPress={again} />}
        </>
      )}
    </View>
  )
}

function Result({ result }: { result: Rehearsal }) {
  const { questions, from, to, demonstration, share, byTown, byHour, byLanguage, failed } = result
  return (
    <View className="stack">
      {demonstration && (
        <View>
          <StageTag tone="amber" text={words.demonstration} />
          <View className="small soft">{words.demonstrationText}</View>
        </View>
      )}
      <View>
        <Text className="block figure">{words.percent(share)}</Text>
        <Text className="block">{words.share}</Text>
        <Text className="block small soft">{`${words.asked(questions)}，${words.since(from, to, productNow())}`}</Text>
      </View>
      <View className="stack rota__cells">
        <Cells title={words.byTown} cells={byTown} />
        <Cells title={words.byHour} cells={byHour} />
        <Cells title={words.byLanguage} cells={byLanguage} />
      </View>
      <Failed failed={failed} />
    </View>
  )
}

function Cells({ title, cells }: { title: string; cells: RehearsalCell[] }) {
  return (
    <View>
      <Heading size="lead" level={3} text={title} />
      {cells.map(({ key, text, asked, inTime, share }) => (
        <View key={key} className="rota__share">
          <Text className="rota__sharename">{text}</Text>
          <View className="meter rota__meter" ariaHidden>
            <View className="meter__fill" style={{ width: `${Math.round(share * 100)}%` }} />
          </View>
          <Text className="rota__sharen">{words.percent(share)}</Text>
          <Text className="small soft rota__sharen">{words.cell(inTime, asked)}</Text>
        </View>
      ))}
    </View>
  )
}

const SHOWN = 8

function Failed({ failed }: Pick<Rehearsal, 'failed'>) {
  const [all, setAll] = useState(false)
  return (
    <View className="stack">
      <Heading size="lead" level={3} text={words.failed} />
      {failed.length === 0 && <View className="soft">{words.failedNone}</View>}
      {(all ? failed : failed.slice(0, SHOWN)).map(({ at, town, language, text }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two questions of one minute are told apart by their place
        <View key={`${at}|${town}|${language}|${n}`} className="small">
          {text}
        </View>
      ))}
      {!all && failed.length > SHOWN && (
        <Button small text={words.failedMore(failed.length - SHOWN)} onPress={() => setAll(true)} />
      )}
    </View>
  )
}
