import { change, forgetDraft, hasDraft, openApply, openDraft } from '@/client/draft'
import { useSession } from '@/client/session'
import type { MatterView } from '@/contract/views'

const languages: Record<string, 'zh' | 'mn'> = { 汉语: 'zh', 蒙古语: 'mn' }

/** Whether an application that was begun before lies on this phone. */
export function hasAnother(): boolean {
  const { me } = useSession.getState()
  return me !== undefined && hasDraft(me.id)
}

/** Opens the application; `anew` fills it with what was said here. */
export async function carryOn({ id, place, detail, recording }: MatterView, anew: boolean) {
  const { me } = useSession.getState()
  if (anew && me) {
    openDraft(me.id, me.acting.role !== 'resident')
    forgetDraft()
    const { topic, text = '', language = '', asker = {} } = detail
    change({
      question: id,
      step: 'where',
      whereabouts: 'here',
      place: place.code,
      placeText: place.text,
      for: me.acting.role === 'resident' ? 'self' : 'other',
      topic,
      // What she said and somebody wrote down goes along; the recording stays with the question.
      story: text || (recording?.text ?? ''),
      language: languages[language],
      name: asker.name ?? me.name,
      phone: phoneOf(asker.phone),
    })
  }
  await openApply()
}

// A number that is shown with stars is nobody's number.
const phoneOf = (phone = '') => (phone.includes('*') ? '' : phone)
