import { commonWords, hotline } from '@/words/common'
import type { Failed } from './ask'
import { whatWentWrong } from './call'
import { dial, go, places } from './places'

/** What a Problem shows for an answer that failed, with the way on that fits. */
export function problemOf(failed: Failed) {
  const ring = { text: commonWords.ring(hotline), icon: 'phone' as const, onPress: () => void dial(hotline) }
  if ('offline' in failed)
    return { offline: true, title: commonWords.offline, text: commonWords.offlineText, other: ring }
  const text = whatWentWrong(failed)
  if ('refused' in failed && failed.refused.startsWith('session.'))
    return {
      title: commonWords.signInFirst,
      text,
      other: { text: commonWords.signIn, onPress: () => void go(places.me) },
    }
  if ('refused' in failed && failed.refused.startsWith('permission.'))
    return {
      title: commonWords.refused,
      text,
      other: { text: commonWords.otherRole, onPress: () => void go(places.me) },
    }
  if ('refused' in failed) return { title: titleOf(failed.refused), text }
  return { title: commonWords.fault, text, other: ring }
}

function titleOf(refusal: string): string {
  if (refusal.endsWith('.not-found')) return commonWords.notFound
  return refusal.startsWith('throttle.') ? commonWords.wait : commonWords.refused
}
