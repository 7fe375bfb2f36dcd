import { places } from '@/client/places'
import { useSession } from '@/client/session'
import { mayEver } from '@/domain/permission'
import { Frame, HotlineFoot } from '@/pages/frame'
import { askWords as words } from '@/words/ask'
import { AskForm } from './ask-form'
import { OtherRole } from './other-role'

/** Asking a lawyer, on one page; whoever isn't signed in may too. */
export default function Ask() {
  const role = useSession((session) => session.me?.acting.role ?? 'visitor')
  if (role === 'resident' || role === 'visitor') return <AskForm />
  return (
    <Frame label={words.page} behind={places.home} foot={<HotlineFoot />}>
      <OtherRole helps={mayEver('question.ask', role)} />
    </Frame>
  )
}
