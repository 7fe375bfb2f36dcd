import type { ReactNode } from 'react'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import { Frame, HotlineFoot } from '@/pages/frame'
import { Empty, Heading } from '@/ui'
import { myDataWords as words } from '@/words/my-data'

type LeafProps = { title: string; strip?: string | undefined; children: ReactNode }

/** A page about her own data; who isn't signed in is told so, and where the notice is. */
export function Leaf({ title, strip, children }: LeafProps) {
  const me = useSession((session) => session.me)
  return (
    <Frame behind={places.me} strip={strip} foot={<HotlineFoot />}>
      <Heading level={1} text={title} />
      {me ? (
        children
      ) : (
        <Empty
          icon="person"
          title={words.signIn}
          text={words.signInText}
          action={{ text: words.toSignIn, onPress: () => void go(places.me) }}
        />
      )}
    </Frame>
  )
}
