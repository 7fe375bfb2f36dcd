import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, whatWentWrong } from '@/client/call'
import { keepFile } from '@/client/made-file'
import { openMade } from '@/client/made-link'
import { productNow } from '@/client/now'
import { choosePhotos } from '@/client/photos'
import { newRequestId } from '@/client/request-id'
import { upload } from '@/client/upload'
import type { AidDocumentView, MatterView } from '@/contract/views'
import { Card, CardLine, Link, Notice, Section } from '@/ui'
import { aidPapersWords as words } from '@/words/aid-papers'
import { momentText } from '@/words/time'

type Props = {
  view: MatterView
  /** Says that the forms are from memory, to whoever answers for them. */
  staff?: boolean
  onDone: (after: MatterView, text: string) => void
}
type Told = { tone: 'green' | 'amber' | 'info'; text: string }
type Form = 'docx' | 'pdf'

/** Papers that are filled in from the matter: fetched as Word or PDF, signed on paper, sent back as photos. */
export function AidPapers({ view, staff, onDone }: Props) {
  const { documents = [] } = view.detail
  const [told, setTold] = useState<Told>()
  if (documents.length === 0) return null
  const maySign = view.can.some(({ action }) => action === 'aid.documentSigned')

  async function fetch({ document }: AidDocumentView, form: Form) {
    setTold({ tone: 'info', text: words.working })
    const answer = await call('aid.document', { id: view.id, document, form })
    if (!answer.ok) return setTold({ tone: 'amber', text: whatWentWrong(answer) })
    const had = 'base64' in answer.value ? await keepFile(answer.value) : await openMade(answer.value)
    setTold(had ? { tone: 'green', text: words.made } : { tone: 'amber', text: words.failed })
  }

  async function signed({ document }: AidDocumentView) {
    const { paths, message } = await choosePhotos(9)
    if (paths.length === 0) return setTold(message ? { tone: 'amber', text: message } : undefined)
    setTold({ tone: 'info', text: words.sending })
    const files: string[] = []
    for (const path of paths) {
      const sent = await upload(path)
      if (!sent.ok) return setTold({ tone: 'amber', text: sent.message })
      files.push(sent.fileId)
    }
    const answer = await call('aid.documentSigned', { id: view.id, document, files, requestId: newRequestId() })
    if (!answer.ok) return setTold({ tone: 'amber', text: whatWentWrong(answer) })
    setTold({ tone: 'green', text: words.signed })
    onDone(answer.value, words.signed)
  }

  return (
    <Section title={words.title}>
      <Card>
        <View className="soft small">{words.intro}</View>
        {staff && documents.some(({ certain }) => !certain) && <Notice tone="amber">{words.uncertain}</Notice>}
        {told && (
          <Notice tone={told.tone} said>
            {told.text}
          </Notice>
        )}
        {documents.map((each) => (
          <View key={each.document} className="stack stack--s">
            <CardLine />
            <Name {...each} />
            <View className="row row--wrap row--tight">
              <Link text={words.word} label={words.openWord(each.title)} onPress={() => void fetch(each, 'docx')} />
              <Link text={words.pdf} label={words.openPdf(each.title)} onPress={() => void fetch(each, 'pdf')} />
              {maySign && (
                <Link
                  text={each.signed ? words.again : words.sign}
                  label={words.signLabel(each.title, Boolean(each.signed))}
                  onPress={() => void signed(each)}
                />
              )}
            </View>
          </View>
        ))}
      </Card>
    </Section>
  )
}

const Name = ({ title, no, signed }: AidDocumentView) => (
  <View>
    <View className="strong">{title}</View>
    {no && <View className="soft small">{no}</View>}
    {signed && <View className="small">{words.signedAt(momentText(signed.at, productNow()))}</View>}
  </View>
)
