import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { hasLeft, openDraft, useDraft } from '@/client/draft'
import { go, places, replace, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { Frame, HotlineFoot } from '@/pages/frame'
import { Empty, Notice } from '@/ui'
import { applyWords, receiptWords } from '@/words/apply'
import { commonWords } from '@/words/common'
import { reviewStep } from './form'
import { Question } from './question'

/** Applying for legal aid, one question a page. In a browser each has its own address, so that back goes back one. */
export default function Apply() {
  const { step, edit } = useRouter().params
  const me = useSession((session) => session.me)
  const owner = useDraft((state) => state.owner)
  const id = me?.id ?? owner
  // After a quick exit only openApply leads in again, not the browser's way back.
  const gone = hasLeft()
  useEffect(() => {
    if (gone) void restart(places.home)
  }, [gone])
  if (gone) return null

  if (!id)
    return (
      <Frame label={applyWords.page} foot={<HotlineFoot />}>
        <Empty
          icon="scale"
          title={applyWords.signIn}
          text={applyWords.signInText}
          action={{ text: commonWords.signIn, onPress: () => void go(places.me, { next: 'apply' }) }}
        />
        <Notice tone="green">{applyWords.free}</Notice>
      </Frame>
    )
  // Whoever applies for another at work says how that person agreed: a form of its own.
  if (me && me.acting.role !== 'resident')
    return (
      <Frame label={applyWords.page} foot={<HotlineFoot />}>
        <Empty
          icon="swap"
          title={applyWords.asResident}
          text={applyWords.asResidentText}
          action={{ text: applyWords.toRoles, onPress: () => void go(places.me) }}
        />
      </Frame>
    )
  openDraft(id)
  const { draft, receipt } = useDraft.getState()
  // Back from the receipt: a browser keeps the pages of what was sent.
  if (step && !draft.for && receipt) return <Sent id={receipt.id} />
  const at = draft.for ? Number(step ?? draft.step) : 0
  return <Question at={at >= 0 && at <= reviewStep ? at : 0} editing={edit === '1'} />
}

const Sent = ({ id }: { id: string }) => (
  <Frame label={applyWords.page} foot={<HotlineFoot />}>
    <Empty
      icon="done"
      title={receiptWords.already}
      text={receiptWords.alreadyText}
      action={{ text: receiptWords.open, onPress: () => void replace(places.matter, { id }) }}
    />
  </Frame>
)
