import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { useAsk } from '@/client/ask'
import { hasLeft } from '@/client/draft'
import { go, matterIn, places, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { useVisitDraft } from '@/client/visit'
import { mayEver } from '@/domain/permission'
import { Frame, HotlineFoot } from '@/pages/frame'
import { Button, Empty, Notice } from '@/ui'
import { commonWords } from '@/words/common'
import { visitWords as words } from '@/words/visit-page'
import { problemsIn, stepsOf, useFilled } from './form'
import { Question } from './question'

/** Booking an hour, one question a page. In a browser each has its own address, so that back goes back one. */
export default function Visit() {
  const { step, edit, from } = useRouter().params
  const me = useSession((session) => session.me)
  const role = me?.acting.role
  // After a quick exit the browser's way back must not show it again.
  const gone = hasLeft() && step !== undefined
  useEffect(() => {
    if (gone) void restart(places.home)
  }, [gone])
  if (gone) return null
  if (!me)
    return (
      <Frame label={words.page} behind={places.home} foot={<HotlineFoot />}>
        <Empty
          icon="calendar"
          title={words.signIn}
          text={words.signInText}
          action={{ text: commonWords.signIn, onPress: () => void go(places.me, { next: 'visit' }) }}
        />
        <Notice tone="green">{words.free}</Notice>
      </Frame>
    )
  if (role !== 'resident')
    return (
      <Frame label={words.page} behind={places.home} foot={<HotlineFoot />}>
        <OtherRole helps={role !== undefined && mayEver('visit.book', role)} />
      </Frame>
    )
  return <Asked step={step} editing={edit === '1'} from={matterIn({ id: from })} />
}

type AskedProps = { step?: string; editing: boolean; from: string }

function Asked({ step, editing, from }: AskedProps) {
  const { draft, write } = useVisitDraft()
  const filled = useFilled()
  // What was said to a lawyer isn't asked again.
  const wanted = from && draft.from !== from ? { id: from } : undefined
  const { value } = useAsk('matter.get', wanted)
  const answered = value && wanted ? value : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken over once, when it comes
  useEffect(() => {
    if (!answered) return
    const { topic } = answered.detail
    write({ from, place: answered.place, ...(topic && { topic }) })
  }, [answered])

  // Nobody stands before a question whose answer the later ones hang on.
  const steps = stepsOf(draft)
  const at = Math.max(0, steps.indexOf(step as (typeof steps)[number]))
  const unmet = steps.slice(0, at).find((name) => problemsIn(name, filled).length > 0)
  const name = unmet ?? steps[at] ?? 'way'
  return <Question key={name} name={name} editing={editing && !unmet} />
}

/** Her work isn't booking for herself: the way to what she may do. */
function OtherRole({ helps }: { helps: boolean }) {
  const toRoles = () => void go(places.me)
  if (!helps)
    return (
      <Empty
        icon="swap"
        title={words.asResident}
        text={words.asResidentText}
        action={{ text: commonWords.otherRole, onPress: toRoles }}
      />
    )
  return (
    <>
      <Empty
        icon="people"
        title={words.asHelper}
        text={words.asHelperText}
        action={{ text: words.helpBook, onPress: () => void go(places.register, { kind: 'visit' }) }}
      />
      <Button text={commonWords.otherRole} onPress={toRoles} />
    </>
  )
}
