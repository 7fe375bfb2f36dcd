import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, whatWentWrong } from '@/client/call'
import { keepFile } from '@/client/made-file'
import { productNow } from '@/client/now'
import type { MatterView } from '@/contract/views'
import { Card, Heading, Link, Notice } from '@/ui'
import { grievanceFactsWords } from '@/words/grievance-facts'
import { endText } from '@/words/time'
import { mediateWords as words } from '@/words/unit-desk'

type What = 'agreement' | 'mediation-record'
const papers = [
  { what: 'agreement', text: words.agreementPaper },
  { what: 'mediation-record', text: words.recordPaper },
] as const

/** The agreement and the record as documents, and until when a court may confirm it. */
export function MediationPapers({ view }: { view: MatterView }) {
  const [failed, setFailed] = useState<string>()
  const { outcome } = view.detail
  if (!outcome?.mediation) return null
  async function fetch(what: What) {
    setFailed(undefined)
    const answer = await call('notice.document', { id: view.id, what })
    const kept = answer.ok && (await keepFile(answer.value))
    if (!kept) setFailed(answer.ok ? words.failed : whatWentWrong(answer))
  }
  return (
    <Card>
      <Heading size="lead" level={2} text={grievanceFactsWords.mediation} />
      {outcome.confirmBy && <View>{words.confirmBy(endText(outcome.confirmBy, productNow()))}</View>}
      <View className="row row--wrap row--tight">
        {papers.map(({ what, text }) => (
          <Link key={what} text={text} onPress={() => void fetch(what)} />
        ))}
      </View>
      {failed && (
        <Notice tone="red" said>
          {failed}
        </Notice>
      )}
    </Card>
  )
}
