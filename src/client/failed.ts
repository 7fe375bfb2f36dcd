import { commonWords, hotline } from '@/words/common'
import type { Failed } from './ask'
import { whatWentWrong } from './call'
import { dial, go, places } from './places'

/** What a Problem shows for an answer that failed, with the way on that fits: asking again, or first something else. */
export function problemOf(failed: Failed, again: () => void) {
  const onRetry = again
  const ring = { text: commonWords.ring(hotline), icon: 'phone' as const, onPress: () => void dial(hotline) }
  if ('offline' in failed)
    return { offline: true, title: commonWords.offline, text: commonWords.offlineText, other: ring, onRetry }
  const text = whatWentWrong(failed)
  if ('refused' in failed && failed.refused.startsWith('session.'))
    return {
      title: commonWords.signInFirst,
      text,
      // Asking again as nobody says the same again.
      retryText: commonWords.signIn,
      onRetry: () => void go(places.me),
    }
  if ('refused' in failed && failed.refused.startsWith('permission.'))
    return {
      title: commonWords.refused,
      text,
      other: { text: commonWords.otherRole, onPress: () => void go(places.me) },
      onRetry,
    }
  if ('refused' in failed) return { title: titleOf(failed.refused), text, onRetry }
  return { title: commonWords.fault, text, other: ring, onRetry }
}

function titleOf(refusal: string): string {
  if (refusal.endsWith('.not-found')) return commonWords.notFound
  return refusal.startsWith('throttle.') ? commonWords.wait : commonWords.refused
}
