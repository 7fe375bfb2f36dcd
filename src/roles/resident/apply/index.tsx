import { useRouter } from '@tarojs/taro'
import { openDraft, useDraft } from '@/client/draft'
import { go, places } from '@/client/places'
import { useSession } from '@/client/session'
import { Frame, HotlineFoot } from '@/pages/frame'
import { Empty, Notice } from '@/ui'
import { applyWords } from '@/words/apply'
import { commonWords } from '@/words/common'
import { reviewStep } from './form'
import { Question } from './question'

/** Applying for legal aid, one question a page. In a browser each has its own address, so that back goes back one. */
export default function Apply() {
  const { step, edit } = useRouter().params
  const me = useSession((session) => session.me)
  const owner = useDraft((state) => state.owner)
  const id = me?.id ?? owner

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
  openDraft(id)
  const at = Number(step ?? useDraft.getState().draft.step)
  return <Question at={at >= 0 && at <= reviewStep ? at : 0} editing={edit === '1'} />
}
