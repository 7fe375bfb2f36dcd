import type { ActionName, Parsed } from '@/contract/actions'
import { isRefusal, refuse } from '@/domain/decider'
import { type FileFound, type FileState, fileOf, fileWrite, incomingOf, nameOf } from '../evidence/file-records'
import { type Link, linkTo } from '../evidence/links'
import { takeShare } from '../throttle'
import type { Binding, Context, Result } from './binding'
import { matterActions } from './matter'

/** Evidence on its way: announced and sent straight to storage, and handed back by a short-lived link. */

/** The id is made of the person and her request: a repeat is the same file, and nobody else's. */
async function begin(context: Context, input: Parsed<'file.begin'>): Result<{ fileId: string; path: string }> {
  const { world, actor } = context
  const mark = world.seal.lookup('request', `${actor.id}|file|${input.requestId}`)
  const fileId = `f_${mark.slice(0, 22)}`
  const path = world.files.sendTo?.(incomingOf(fileId))
  if (!path) return refuse('file.by-form')
  const record = { id: fileId, owner: actor.id, type: '', size: input.size ?? 0, name: nameOf(input.name) }
  const again = (known: FileFound | undefined) =>
    known?.record.name === record.name ? { fileId, path } : refuse('request.reused')
  const before = await fileOf(world, fileId)
  if (before) return again(before)
  const seconds = await takeShare(world, 'file', actor.id)
  if (seconds !== undefined) return refuse('throttle.files', { seconds })
  const saved = await world.store.save([fileWrite(world, record, 0, { state: 'awaited' })])
  return saved.ok ? { fileId, path } : again(await fileOf(world, fileId))
}

const AGAIN = 8

/** Where its bytes lie follows from our own id: whatever address the phone was told for it isn't asked. */
async function arrived(context: Context, { fileId }: Parsed<'file.arrived'>): Result<{ state: FileState }> {
  const { world, actor } = context
  for (let attempt = 0; attempt < AGAIN; attempt++) {
    const found = await fileOf(world, fileId)
    if (found?.record.owner !== actor.id) return refuse('file.not-found')
    if (found.state === 'refused') return refusedOf(found)
    if (found.state !== 'awaited') return { state: found.state }
    const { doc, record, matter } = found
    const saved = await world.store.save([fileWrite(world, record, doc.version, { state: 'arrived', matter })])
    if (saved.ok) return { state: 'arrived' }
  }
  return refuse('matter.busy')
}

/** For its owner, and for whoever sees it among the papers of the matter it was named in. */
async function link(context: Context, { fileId }: Parsed<'file.link'>): Result<Link & { type: string }> {
  const { world } = context
  const found = await fileOf(world, fileId)
  if (!found || !(await mayOpen(context, found))) return refuse('file.not-found')
  if (found.state === 'refused') return refusedOf(found)
  if (found.state !== 'ready') return refuse('file.not-ready')
  const made = await linkTo(world, found.id)
  return made ? { ...made, type: found.record.type } : refuse('file.not-found')
}

async function mayOpen(context: Context, { id, matter, record }: FileFound): Promise<boolean> {
  if (record.owner === context.actor.id) return true
  if (!matter) return false
  const view = await matterActions['matter.get'](context, { id: matter })
  // Seeing the matter isn't enough: its papers must be among the parts that this reader sees.
  return 'papers' in view && !isRefusal(view) && view.papers.some((paper) => paper.id === id)
}

const refusedOf = ({ record: { why = 'unreadable' } }: FileFound) => refuse('file.refused', { code: why })

export const evidenceActions: { [A in Extract<ActionName, `file.${string}`>]: Binding<A> } = {
  'file.begin': begin,
  'file.arrived': arrived,
  'file.link': link,
}
