import { logError } from '../log'
import { readNotice, recipientKey } from '../outbox'
import type { Receipt } from '../ports'
import type { World } from '../world'
import { type Hours, settled } from './advance'

/** What became of letters that a provider took: they reached the telephone, or go on by their next way. */

/** `early`: its letter isn't written down yet as sent; whoever brings it should come again. */
export type Known = 'written' | 'again' | 'early' | 'unknown'

const LOOKED_AT = 50
const spellings = (number: string): string[] => {
  const plain = number.replace(/[\s-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  return [...new Set([plain, `+86${plain}`, `86${plain}`])]
}

/** A letter is known by its number and by what its provider called it. */
export async function received(world: World, receipt: Receipt, hours: Hours): Promise<Known> {
  const query = { index: 'byRecipient', order: 'descending' as const, limit: LOOKED_AT }
  const keys = spellings(receipt.number).map((number) => recipientKey(world, number))
  const pages = await Promise.all(keys.map((to) => world.store.list('notices', { ...query, where: { to } })))
  const docs = pages.flatMap((page) => page.docs)
  const doc = docs.find(({ body }) => (JSON.parse(body) as { serial?: string }).serial === receipt.serial)
  if (!doc) return docs.some(({ keys }) => keys.state === 'waiting') ? 'early' : 'unknown'
  const notice = readNotice(world, doc)
  if (notice.state !== 'sent') return 'again'
  const { tries } = notice
  const written = await settled(
    world,
    notice,
    doc.version,
    receipt.arrived ? { state: 'delivered', tries } : { state: 'failed', why: 'undelivered', tries },
    hours,
  )
  if (!receipt.arrived) world.log({ level: 'warn', what: `${notice.channel} receipt`, code: receipt.code })
  return written === 'lost' ? 'again' : 'written'
}

/** Fetches them where the provider keeps them for us; how many were written. What can't be fetched is fetched later. */
export async function fetchReceipts(world: World, hours: Hours): Promise<number> {
  if (!world.notifier?.receipts) return 0
  try {
    const told = await world.notifier.receipts()
    let written = 0
    for (const receipt of told) written += (await received(world, receipt, hours)) === 'written' ? 1 : 0
    return written
  } catch (error) {
    logError(world.log, 'receipts', error)
    return 0
  }
}
