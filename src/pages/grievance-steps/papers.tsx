import { useState } from 'react'
import { useCommand } from '@/client/command'
import { productNow } from '@/client/now'
import { go, places } from '@/client/places'
import type { StepProps } from '@/client/step'
import type { PaperView } from '@/contract/views'
import { Link } from '@/ui'
import { GrievancePapers } from '@/ui/grievance-papers'
import { NotSent } from '@/ui/told'
import { commandPaperWords as words } from '@/words/command-steps'
import { TextSheet } from './text-sheet'

/** 三单一函 of this matter, with what may be done to each. */
export function Papers(props: StepProps) {
  const { view, onDone, onRefused } = props
  const [doing, setDoing] = useState<{ what: 'reply' | 'cancel'; paper: PaperView }>()
  const close = () => setDoing(undefined)
  const { send, wrong } = useCommand('notice.receive', {
    onDone: (after) => onDone(after, words.received),
    onRefused,
  })
  const acts = (paper: PaperView) => (
    <>
      {paper.can.includes('notice.sign') && (
        <Link
          small
          text={words.sign}
          label={words.signLabel(paper.no ?? paper.title)}
          onPress={() => openPaper(paper)}
        />
      )}
      {paper.can.includes('notice.receive') && (
        <Link small text={words.receive} onPress={() => void send({ id: view.id, paper: paper.id })} />
      )}
      {paper.can.includes('notice.reply') && (
        <Link small text={words.reply} onPress={() => setDoing({ what: 'reply', paper })} />
      )}
      {paper.can.includes('notice.cancel') && (
        <Link
          small
          text={words.cancel}
          label={words.cancelLabel(paper.no ?? paper.title)}
          onPress={() => setDoing({ what: 'cancel', paper })}
        />
      )}
    </>
  )
  const sheet = { ...props, onClose: close, part: doing?.paper.id }
  const paper = doing?.paper.id ?? ''
  return (
    <>
      <NotSent wrong={wrong} />
      <GrievancePapers papers={view.detail.notices ?? []} now={productNow()} onOpen={openPaper} acts={acts} />
      <TextSheet
        {...sheet}
        open={doing?.what === 'reply'}
        action="notice.reply"
        field="text"
        max={1000}
        words={words.replyWords}
        input={(text) => ({ id: view.id, paper, text })}
      />
      <TextSheet
        {...sheet}
        open={doing?.what === 'cancel'}
        action="notice.cancel"
        field="why"
        words={words.cancelWords}
        kind="danger"
        input={(why) => ({ id: view.id, paper, why })}
      />
    </>
  )
}

const openPaper = ({ id }: PaperView) => void go(places.paper, { id })
