import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { resumeMending } from '@/client/capsules'
import { leftBehind, openRegistration, useRegistration } from '@/client/register-draft'
import { useSession } from '@/client/session'
import { registerWords as words } from '@/words/register'
import { ForRoles } from '../frame'
import { Done } from './done'
import { kindsFor } from './question-form'
import { Form } from './registering'
import { Waits } from './waits'

/** A clerk writes down a call, a visit, a paper or a message, and reads out the code. */
export default function Register() {
  return (
    <ForRoles
      roles={['centre', 'town', 'department', 'command', 'village', 'guide']}
      page={words.page}
      signIn={{ title: words.signIn, text: words.signInText }}
      other={{ title: words.notClerk, text: words.notClerkText }}
    >
      <Known />
    </ForRoles>
  )
}

function Known() {
  const id = useSession((session) => session.me?.id)
  const role = useSession((session) => session.me?.acting.role)
  const { kind: wanted } = useRouter().params
  const kinds = kindsFor(role)
  const kind = kinds.find((each) => each === wanted) ?? kinds[0]
  const receipt = useRegistration((state) => state.receipt)
  const waits = useRegistration((state) => state.waits)
  const owner = useRegistration((state) => state.owner)
  const [turn, setTurn] = useState(0)
  // Opening is once per page and person, not once per drawing.
  useEffect(() => {
    if (!id) return
    const open = () => openRegistration(id, kind)
    if (leftBehind(id)?.capsule) void resumeMending(id).then(open)
    else open()
  }, [id, kind])

  if (!id || owner !== id) return null
  const another = () => {
    openRegistration(id, kind)
    setTurn(turn + 1)
  }
  if (receipt) return <Done view={receipt} onAnother={another} />
  if (waits) return <Waits onAnother={another} />
  return <Form key={turn} />
}
