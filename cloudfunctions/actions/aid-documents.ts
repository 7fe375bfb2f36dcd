import type { ActionName, Parsed } from '@/contract/actions'
import type { ExportFile, MatterView, SheetFile } from '@/contract/views'
import { mayMake } from '@/domain/aid-documents'
import { refuse } from '@/domain/decider'
import { mayOn, standing } from '@/domain/permission'
import { type Part, seesPart } from '@/domain/sight'
import { documentTitle, lackingText } from '@/words/aid-documents'
import { notePaper } from '../access-log'
import { aidFacts, type Office } from '../aid-document-facts'
import { aidPage } from '../aid-document-pages'
import { fileOf, fileWrite, newFileId } from '../evidence/file-records'
import { linkTo } from '../evidence/links'
import { documentOf } from '../paper-documents'
import type { Page } from '../paper-page'
import { pdfOf } from '../paper-pdf'
import { POLICY, readPolicy, readUnit } from '../records'
import { takeShare } from '../throttle'
import type { World } from '../world'
import { type Binding, type Context, onMatter, openedFrom, type Result } from './binding'
import { filesNamed } from './files'

/** The papers of legal aid: made from what the matter holds, and brought back signed. */

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const PDF = 'application/pdf'

/** As far as the reader may see the matter: what is hidden from him on its page is blank on its papers. */
async function document(context: Context, input: Parsed<'aid.document'>): Result<SheetFile | ExportFile> {
  const { world, actor, now } = context
  const doc = await world.store.get('matters', input.id)
  if (doc?.keys.kind !== 'aid') return refuse('aid.not-found')
  const { state } = openedFrom(world, now)(doc)
  const reader = standing(state, actor)
  if (state.kind !== 'aid' || !reader || !mayOn('aid.document', state, actor)) return refuse('aid.not-found')
  if (!mayMake(input.document, state, reader)) return refuse('aid.no-such-document')
  const sees = (part: Part) => seesPart(reader, part, state)
  const page = aidPage(input.document, aidFacts(state, sees, await officeOf(world), now))
  if (!page) return refuse('aid.no-such-document')
  const made = input.form === 'pdf' ? await asPdf(context, input, page) : await asDocx(page)
  if (!('refused' in made)) await notePaper(world, input.id, state, actor, documentTitle(input.document))
  return made
}

const asDocx = async (page: Page): Promise<SheetFile> => ({
  name: `${page.name}.docx`,
  type: DOCX,
  base64: await documentOf(page),
})

/** It waits among the evidence for a week, as hers who asked for it; the same request finds the same file. */
async function asPdf(context: Context, { id, document, requestId }: Parsed<'aid.document'>, page: Page) {
  const { world, actor, now } = context
  const mark = requestId && world.seal.lookup('request', `${actor.id}|paper ${id} ${document}|${requestId}`)
  const fileId = mark ? `f_${mark.slice(0, 22)}` : newFileId()
  if (!(await fileOf(world, fileId))) {
    const seconds = await takeShare(world, 'file', actor.id)
    if (seconds !== undefined) return refuse('throttle.files', { seconds })
    const font = await world.font?.()
    if (!font) return refuse('paper.no-font')
    const bytes = await pdfOf(page, font, now, lackingText)
    // The bytes first: a record never points at nothing.
    await world.files.put(fileId, bytes, PDF)
    const record = { id: fileId, owner: actor.id, type: PDF, size: bytes.byteLength, name: `${page.name}.pdf` }
    await world.store.save([fileWrite(world, record, 0, { state: 'ready' })])
  }
  const [found, link] = await Promise.all([fileOf(world, fileId), linkTo(world, fileId)])
  if (!found || !link) return refuse('file.not-found')
  const { name, type, size } = found.record
  return { fileId, name, type, size, url: link.url, expiresAt: link.expiresAt }
}

/** What the county calls itself on paper. */
async function officeOf(world: World): Promise<Office> {
  const [policy, banners] = await Promise.all([
    world.store.get('policy', POLICY),
    world.store.list('units', { index: 'byKind', where: { kind: 'banner' }, limit: 1 }),
  ])
  const [banner] = banners.docs.map(readUnit)
  return { policy: readPolicy(world, policy), ...(banner && { banner: banner.name }) }
}

async function signed(context: Context, input: Parsed<'aid.documentSigned'>): Result<MatterView> {
  const named = () => filesNamed(context, input.files, 'files', input.id)
  const { problems } = await named()
  if (problems.length > 0) return { invalid: problems }
  const command = ({ document, files }: typeof input) => ({ type: 'FileSigned' as const, document, files })
  return onMatter(command, named)(context, input)
}

export const aidDocumentBindings: {
  [A in Extract<ActionName, 'aid.document' | 'aid.documentSigned' | 'aid.renumber'>]: Binding<A>
} = {
  'aid.document': document,
  'aid.documentSigned': signed,
  'aid.renumber': onMatter(({ document, why }) => ({ type: 'Renumber', ...(document && { document }), why })),
}
