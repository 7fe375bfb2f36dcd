import type { PersonRef } from '@/domain/decider'
import { noticeText } from '@/words/notices'
import { createAll } from './create'
import { logError } from './log'
import { recipientKey, write } from './outbox'
import { StoreBusy, type Write } from './ports'
import { ROTA, readRota, writeRota } from './records'
import type { Letter, StandingRecord } from './rota-records'
import type { World } from './world'

/** What people are told of the rota. Its letters have no matter: they are named after the edit they tell of. */

/** Worth a message to a phone that is put away: somebody must come, or needn't, or is asked something. */
const SUBSCRIBED: readonly string[] = ['rota.in', 'rota.out', 'rota.swap-asked', 'rota.note-unread']

type Said = { edit: string; at: string; template: string; params: Record<string, string> }

/** To each of these people once; nobody is told what he did himself. */
export const letter = (said: Said, to: (string | undefined)[], by: Pick<PersonRef, 'id'>): Letter[] => {
  const people = [...new Set(to.filter((id): id is string => id !== undefined && id !== by.id))]
  return people.length > 0 ? [{ ...said, to: people }] : []
}

export function noticeWrites(world: World, { edit, at, to, template, params }: Letter): Write[] {
  const channels = SUBSCRIBED.includes(template) ? (['app', 'wechat'] as const) : (['app'] as const)
  return to.flatMap((person) =>
    channels.map((channel) => {
      const id = `rota:${edit}:${template.slice(5)}:${recipientKey(world, person)}:${channel}`
      const state = channel === 'app' ? 'delivered' : 'waiting'
      const text = noticeText(template, params)
      const notice = {
        id,
        at,
        matter: `rota:${edit}`,
        channel,
        template,
        state,
        tries: 0,
        seen: false,
        to: person,
        text,
        // What leaves is filled into a registered template.
        ...(channel !== 'app' && { params }),
      }
      return write(world, notice as Parameters<typeof write>[1], 0)
    }),
  )
}

const TRIES = 8

/**
 * Hands over the letters that didn't fit into their edit's save. Their ids are made of the edit, so doing it twice
 * changes nothing; whoever dies in between leaves them for the next tick.
 */
export async function sendLetters(world: World): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const doc = await world.store.get('rota', ROTA)
    const standing: StandingRecord = readRota(doc)
    const { outbox = [] } = standing
    if (!doc || outbox.length === 0) return 0
    await createAll(
      world,
      outbox.flatMap((one) => noticeWrites(world, one)),
    )
    const saved = await world.store.save([writeRota({ ...standing, outbox: [] } as StandingRecord, doc.version)])
    if (saved.ok) return outbox.length
  }
  return 0
}

/** The edit stands by then: where the store is too busy for its letters, the tick goes on with them. */
export async function sendLettersNow(world: World): Promise<void> {
  try {
    await sendLetters(world)
  } catch (error) {
    if (!(error instanceof StoreBusy)) throw error
    logError(world.log, 'rota letters', error)
  }
}
