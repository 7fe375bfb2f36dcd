import { useState } from 'react'
import { Confirm, Link } from '@/ui'

type Props = { words: { open: string; title: string; text: string; yes: string; no: string }; onYes: () => void }

/** What was filled in is thrown away, once she was asked. */
export function ThrowAway({ words: { open, ...words }, onYes }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Link text={open} onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        {...words}
        kind="danger"
        onYes={() => {
          setAsking(false)
          onYes()
        }}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
