import type { Talk } from '@/client/talk'
import type { MatterView } from '@/contract/views'
import type { Instant } from '@/domain/time'
import { TalkList } from '@/pages/talk/talk'

/** What she asked and what was said since. */
export function Said({ view: { detail, createdAt }, talk, now }: { view: MatterView; talk: Talk; now: Instant }) {
  const { text, voice, askedAt } = detail
  const opening = text || voice ? { at: askedAt ?? createdAt, mine: true, by: '', text, voice } : undefined
  return <TalkList talk={talk} now={now} opening={opening} />
}
