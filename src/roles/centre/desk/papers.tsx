import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { showFile } from '@/client/upload'
import type { MatterView } from '@/contract/views'
import { Link, Notice } from '@/ui'
import { papersWords as words } from '@/words/centre-more'
import { matterWords } from '@/words/matter-page'

type Paper = Pick<MatterView['papers'][number], 'id' | 'name' | 'state'>

/** Papers by name; each opens over the page. */
export function Papers({ papers }: { papers: readonly Paper[] }) {
  const [failed, setFailed] = useState(false)
  if (papers.length === 0) return null
  return (
    <View>
      <View className="row row--wrap row--tight">
        {papers.map(({ id, name, state }) =>
          state ? (
            <Text key={id} className="small soft">{`${name}（${matterWords.paperStates[state]}）`}</Text>
          ) : (
            <Link
              key={id}
              text={name}
              label={matterWords.openPaper(name)}
              onPress={async () => setFailed(!(await showFile(id)))}
            />
          ),
        )}
      </View>
      {failed && (
        <Notice tone="amber" said>
          {matterWords.paperFailed}
        </Notice>
      )}
    </View>
  )
}

export const FileLinks = ({ files }: { files: readonly string[] }) => (
  <Papers papers={files.map((id, n) => ({ id, name: words.open(n + 1) }))} />
)
