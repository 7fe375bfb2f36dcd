import { useState } from 'react'
import { useCommand } from '@/client/command'
import { Button, Confirm } from '@/ui'
import { NotSent } from '@/ui/told'
import { visitPageWords as words } from '@/words/visit-page'
import type { PartProps } from './whole'

/** She waited, and nobody came: her word, from the hour's beginning on. */
export function NoShow({ view: { id, detail }, now, may, done, refused }: PartProps) {
  const [asking, setAsking] = useState(false)
  const { send, wrong } = useCommand('visit.noShow', {
    onDone: (after) => {
      setAsking(false)
      done(after, words.noShowTold)
    },
    onRefused: (message) => {
      setAsking(false)
      refused(message)
    },
  })
  if (!may('visit.noShow') || !detail.start || now < detail.start) return null
  return (
    <>
      <Button icon="alert" text={words.noShow} onPress={() => setAsking(true)} />
      <NotSent wrong={wrong} />
      <Confirm
        open={asking}
        title={words.noShowTitle}
        text={words.noShowText}
        yes={words.noShowYes}
        no={words.noShowWait}
        onYes={() => send({ id, who: 'staff' })}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
