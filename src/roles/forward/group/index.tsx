import { useState } from 'react'
import { groupWords as words } from '@/words/group-claim'
import { ForRoles } from '../frame'
import { Done } from './done'
import { Form } from './group-form'
import type { Receipt } from './send'

/** A clerk writes down several people with one claim, and gets a code for each. */
export default function Group() {
  const [receipt, setReceipt] = useState<Receipt>()
  return (
    <ForRoles
      roles={['centre', 'town', 'department']}
      page={words.page}
      signIn={{ title: words.signIn, text: words.signInText }}
      other={{ title: words.notClerk, text: words.notClerkText }}
    >
      {receipt ? <Done receipt={receipt} onAnother={() => setReceipt(undefined)} /> : <Form onDone={setReceipt} />}
    </ForRoles>
  )
}
