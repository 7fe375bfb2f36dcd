import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { firstStep, hasLeft, openDraft, useDraft } from '@/client/draft'
import { go, places, replace, restart } from '@/client/places'
import { useSession } from '@/client/session'
import { mayEver } from '@/domain/permission'
import { Frame, HotlineFoot } from '@/pages/frame'
import { Empty, Notice } from '@/ui'
import { applyWords } from '@/words/apply'
import { receiptWords } from '@/words/apply-more'
import { commonWords } from '@/words/common'
import { stepsOf } from './form'
import { Question } from './question'

/** Applying for legal aid, one question a page. In a browser each has its own address, so that back goes back one. */
export default function Apply() {
  const { step, edit } = useRouter().params
  const me = useSession((session) => session.me)
  const owner = useDraft((state) => state.owner)
  // After a quick exit only openApply leads in again, not the browser's way back.
  const gone = hasLeft()
  useEffect(() => {
    if (gone) void restart(places.home)
  }, [gone])
  if (gone) return null

  if (!me && !owner)
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
  if (me && !mayEver('aid.submit', me.acting.role))
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
  // Whoever was signed out meanwhile goes on with what lies open.
  if (me) openDraft(me.id, me.acting.role !== 'resident')
  const { draft, receipt } = useDraft.getState()
  // Back from the receipt: a browser keeps the pages of what was sent.
  if (step && !draft.whereabouts && receipt) return <Sent id={receipt.id} helped={draft.helped} />
  const wanted = draft.whereabouts && (step ?? draft.step)
  return <Question name={stepsOf(draft).find((name) => name === wanted) ?? firstStep} editing={edit === '1'} />
}

const Sent = ({ id, helped }: { id: string; helped: boolean }) => (
  <Frame label={applyWords.page} foot={<HotlineFoot />}>
    <Empty
      icon="done"
      title={receiptWords.already}
      text={helped ? receiptWords.alreadyHelped : receiptWords.alreadyText}
      action={{ text: receiptWords.open, onPress: () => void replace(places.matter, { id }) }}
    />
  </Frame>
)
