import { View } from '@tarojs/components'
import { useState } from 'react'
import { openMade } from '@/client/made-link'
import { useOwn } from '@/client/own-data'
import type { ExportFile } from '@/contract/views'
import { Button, Card, Heading, Link, Notice } from '@/ui'
import { leavePageWords as words } from '@/words/my-data'

/** Two files with everything of hers, each opened by a link that works for a day. */
export function TakeAway({ ward }: { ward?: string | undefined }) {
  const [files, setFiles] = useState<ExportFile[]>([])
  const [failed, setFailed] = useState(false)
  const { send, wrong } = useOwn('me.export', ({ items }) => setFiles(items))
  const open = async (file: ExportFile) => setFailed(!(await openMade(file)))
  return (
    <Card>
      <Heading text={words.exportTitle} />
      <View className="soft">{words.exportText}</View>
      {files.map((file) => (
        <View key={file.fileId} className="row row--apart row--wrap">
          <View>{file.name}</View>
          <Link text={words.open} label={words.opened(file.name)} onPress={() => void open(file)} />
        </View>
      ))}
      {(wrong || failed) && (
        <Notice tone="amber" said>
          {wrong?.text ?? words.openFailed}
        </Notice>
      )}
      <Button
        text={files.length > 0 ? words.exportAgain : words.exportButton}
        onPress={() => send({ ...(ward && { ward }) })}
      />
    </Card>
  )
}
