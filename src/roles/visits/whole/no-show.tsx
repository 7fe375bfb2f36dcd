import { useState } from 'react'
import { useCommand } from '@/client/command'
import type { SheetProps } from '@/client/step'
import type { VisitSide } from '@/domain/visit-types'
import { Button, ChoiceList, Sheet } from '@/ui'
import { NotSent } from '@/ui/told'
import { meetWords as words } from '@/words/visit-desk'

const choices = (['person', 'staff'] as const).map((value) => ({ value, ...words.whos[value] }))

/** One side didn't come. */
export function NoShowSheet({ view, open, onClose, onDone, onRefused }: SheetProps) {
  const [who, setWho] = useState<VisitSide>()
  const [tried, setTried] = useState(false)
  const { send, wrong } = useCommand('visit.noShow', {
    onDone: (after) => {
      onClose()
      onDone(after, after.detail.missed?.who === 'staff' ? words.noShowStaff : words.noShowPerson)
    },
    onRefused: (message) => {
      onClose()
      onRefused(message)
    },
  })
  function submit() {
    setTried(true)
    return who ? send({ id: view.id, who }) : undefined
  }
  return (
    <Sheet open={open} title={words.noShowTitle} onClose={onClose}>
      <ChoiceList<VisitSide>
        id="visit-who"
        label={words.who}
        choices={choices}
        value={who}
        onChange={setWho}
        error={tried && !who ? words.whoMissing : wrong.fields.who}
      />
      <NotSent wrong={wrong} />
      <Button kind="main" text={words.noShowSend} onPress={submit} />
    </Sheet>
  )
}
