import { accountWrite, heldBy, wechatAccount } from '../accounts'
import type { World } from '../world'

/**
 * The WeChat accounts of those who agreed to subscription messages: the only place where one is kept, and sealed.
 * Everywhere else an account is a keyed hash.
 */

const place = (account: string) => ({ collection: 'accounts', id: `openid:${account}`, field: 'openid' })

/** Kept once; the same again writes nothing. */
export async function keepOpenid(world: World, openid: string): Promise<void> {
  const account = wechatAccount(world.seal, openid)
  const { id } = place(account)
  if (await world.store.get('accounts', id)) return
  const sealed = world.seal.seal(place(account), openid)
  // Of two at once one is second; what it would have written is there.
  await world.store.save([accountWrite(id, account, { sealed }, 0)])
}

/** The account of a person of the county, or of a resident who is known by nothing else. */
export async function openidOf(world: World, person: string): Promise<string | undefined> {
  const account = (await heldBy(world, person)).record.wechat ?? person
  const doc = await world.store.get('accounts', place(account).id)
  if (!doc) return undefined
  return String(world.seal.unseal(place(account), String((JSON.parse(doc.body) as { sealed: string }).sealed)))
}
