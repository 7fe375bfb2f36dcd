import { accountWrite, heldBy, wechatAccount } from '../accounts'
import { type Doc, StoreBusy, type Write } from '../ports'
import type { World } from '../world'

/**
 * The WeChat accounts of those who agreed to subscription messages: the only place where one is kept, and sealed.
 * Everywhere else an account is a keyed hash. Beside it lies how many letters of each template she has said yes to and
 * not had yet: WeChat brings one for each yes, and doesn't tell how many are left.
 */

const place = (account: string) => ({ collection: 'accounts', id: `openid:${account}`, field: 'openid' })

/** Kept once; the same again writes nothing. */
export async function keepOpenid(world: World, openid: string): Promise<void> {
  const account = wechatAccount(world.seal, openid)
  const { id } = place(account)
  const doc = await world.store.get('accounts', id)
  if (doc && isKept(doc)) return
  const sealed = world.seal.seal(place(account), openid)
  // Of two at once one is second; what it would have written is there.
  await world.store.save([accountWrite(id, account, { sealed }, doc?.version ?? 0)])
}

/** Documents are never deleted: one that she had forgotten stays empty. */
const isKept = ({ body }: Doc): boolean => 'sealed' in JSON.parse(body)

/** Who closes her account gets no letter more, until she agrees to them again. */
export async function forgetOpenid(world: World, person: string): Promise<void> {
  for (let attempt = 0; attempt < WRITES; attempt++) {
    const found = await purseOf(world, person)
    if (!found) return
    const { account, version } = found
    if ((await world.store.save([accountWrite(place(account).id, account, {}, version)])).ok) return
  }
  throw new StoreBusy('openid: somebody keeps writing')
}

type Body = { sealed: string; credits?: Record<string, number>; marks?: string[] }
/** One account's openid and its credits, as they were read. */
export type Purse = { account: string; version: number; body: Body }

/** Of a person of the county, or of a resident who is known by nothing else; undefined where she agreed to nothing. */
export async function purseOf(world: World, person: string): Promise<Purse | undefined> {
  const account = (await heldBy(world, person)).record.wechat ?? person
  const doc = await world.store.get('accounts', place(account).id)
  return doc && isKept(doc) ? purse(account, doc) : undefined
}
const purse = (account: string, doc: Doc): Purse => ({
  account,
  version: doc.version,
  body: JSON.parse(doc.body) as Body,
})

export const openidIn = (world: World, { account, body }: Purse): string =>
  String(world.seal.unseal(place(account), body.sealed))

export async function openidOf(world: World, person: string): Promise<string | undefined> {
  const found = await purseOf(world, person)
  return found && openidIn(world, found)
}

/** Undefined where she agreed before anybody counted. */
export const creditsIn = ({ body }: Purse, template: string): number | undefined =>
  body.credits && (body.credits[template] ?? 0)

/** `by` a number more or less, never below none; `none` at all. */
export function purseWrite({ account, version, body }: Purse, template: string, by: number | 'none'): Write {
  const had = body.credits?.[template] ?? 0
  const credits = { ...body.credits, [template]: by === 'none' ? 0 : Math.max(0, had + by) }
  return accountWrite(place(account).id, account, { ...body, credits }, version)
}

const MOST = 100
const MARKS_KEPT = 16
const WRITES = 8

/** She has just said yes to these templates. `mark` names the request: the same one twice counts once. */
export async function credited(
  world: World,
  person: string,
  templates: readonly string[],
  mark?: string,
): Promise<boolean> {
  for (let attempt = 0; attempt < WRITES; attempt++) {
    const found = await purseOf(world, person)
    if (!found) return false
    const { account, version, body } = found
    const { credits = {}, marks = [] } = body
    if (templates.length === 0 || (mark && marks.includes(mark))) return true
    const more = templates.map((id) => [id, Math.min(MOST, (credits[id] ?? 0) + 1)] as const)
    const next: Body = {
      ...body,
      credits: { ...credits, ...Object.fromEntries(more) },
      ...(mark && { marks: [...marks.slice(1 - MARKS_KEPT), mark] }),
    }
    if ((await world.store.save([accountWrite(place(account).id, account, next, version)])).ok) return true
  }
  return false
}
