import { after, DAY, dayOf, MINUTE, yearsAfter } from '@/domain/time'
import { collections } from '../cloudfunctions/collections'
import { fileWrite, newFileId } from '../cloudfunctions/evidence/file-records'
import { application, county, type Given, value, world } from '../tests/given-world'
import {
  fifth,
  fifthPassed,
  first,
  firstPassed,
  forwarded,
  fourth,
  fourthPassed,
  type Life,
  second,
  secondPassed,
  sixth,
  sixthPassed,
  third,
} from './fixture-lives'

/**
 * Plays a whole life of every kind through this version's own pipeline and prints every document it stored, so that
 * later versions can be held to open them:
 * `npx tsx tools/fixtures.ts > tests/fixtures/documents/<version>.json && npm run format`.
 *
 * The files of past versions were made by their own code: `git archive <the version's last commit>` unpacked into an
 * empty folder, this script and its lives put into its `tools/` (made to call what the version called otherwise, as in
 * `photo`), and run there, with `spine` as its argument where the version knew no more than lives of the first kind. An old one is
 * never made again with newer code. Everybody in it is invented; the secret is the one of tests/given-world.ts.
 */

const atHome = { kind: 'home', need: 'elder', address: '东头第一家', name: '乌某', phone: '13812345677' }
const reporting = { place: '150524100200', topic: 'debt', text: '工头借走三千块不还，电话也不接' }
const asking = { village: '150524100200', topic: 'wages', text: '工钱三个月没给', language: 'zh' }

type Played = { id: string; code?: string; stage: string }

/** An hour that is free, as somebody would choose it. */
async function visitForm(w: Given, way: 'office' | 'home', by: string, nth = 0): Promise<object> {
  const shared = { village: '150524100200', topic: 'wages', ...(by === 'mei' && { forwarded }) }
  if (way === 'home') return { ...shared, ...atHome }
  const span = { from: w.now(), to: after(w.now(), 14 * DAY) }
  const { items } = value<{ items: { slot: string }[] }>(await w.as(by)('visit.slots', { kind: way, ...span }))
  return { ...shared, name: '乌某', phone: '13812345677', slot: items[nth]?.slot }
}

const inDays = (w: Given, days: number) => dayOf(after(w.now(), days * DAY))
/** Days and hours are told as seen from the step; photos are made for whoever takes it. */
const spoken: Record<string, (w: Given, who: string) => string | Promise<string>> = {
  'in five days at this hour': (w) => after(w.now(), 5 * DAY),
  'an hour ago': (w) => after(w.now(), -60 * MINUTE),
  today: (w) => inDays(w, 0),
  'in five days': (w) => inDays(w, 5),
  'in a month': (w) => inDays(w, 30),
  'ten days before a year ago': (w) => yearsAfter(inDays(w, 10), -1),
  'a photo': photo,
}
async function meant(w: Given, who: string, said: unknown): Promise<unknown> {
  if (typeof said === 'string') return spoken[said]?.(w, who) ?? said
  if (Array.isArray(said)) return Promise.all(said.map((each) => meant(w, who, each)))
  if (!said || typeof said !== 'object') return said
  const parts = Object.entries(said).map(async ([key, part]) => [key, await meant(w, who, part)] as const)
  return Object.fromEntries(await Promise.all(parts))
}

const noticeOf = (ground: string) => ({
  organ: 'police',
  organName: '示例旗公安局',
  person: { name: '那某', birth: ground === 'minor' ? '2010-05-01' : '1990-05-01' },
  ground,
  offence: '盗窃',
  receivedAt: 'an hour ago',
})

async function play(w: Given, life: Life): Promise<Played> {
  const { form, asks, reports, visits, notice, by = 'bao', began, steps } = life
  const told = application({ ...form, ...(began && { callFrom: after(w.now(), -began) }) })
  const [action, input] = asks
    ? ['question.ask', asking]
    : reports
      ? ['grievance.submit', reporting]
      : visits
        ? ['visit.book', await visitForm(w, visits, by, life.nth)]
        : notice
          ? ['aid.criminalNotice', noticeOf(notice)]
          : ['aid.submit', told]
  const { id, code } = value(await w.as(by)(action, (await meant(w, by, input)) as object))
  for (const [who, action, input] of steps as [string | number, string?, object?][]) {
    if (typeof who === 'number') {
      w.advance(who)
      for (;;) if (!(await w.sweep()).more) break
    } else {
      value(await w.as(who)(action ?? '', { id, ...((await meant(w, who, input ?? {})) as object) }))
    }
  }
  const doc = (await w.docs('matters')).find((each) => each.id === id)
  return { id, ...(code && { code }), stage: String(doc?.keys.stage) }
}

async function photo({ world }: Given, owner = 'bao'): Promise<string> {
  const record = { id: newFileId(), owner, type: 'image/jpeg', size: 4, name: '工资条.jpg' }
  await world.files.put(record.id, Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), record.type)
  const saved = await world.store.save([fileWrite(world, record, 0, { state: 'ready' })])
  if (!saved.ok) throw new Error('a file id came twice')
  return record.id
}

/** Two blank slips, one of them bound to a matter. */
async function slips(w: Given): Promise<{ blank: string; matter: Played }> {
  const { codes } = value<{ codes: string[] }>(await w.as('mei')('slip.print', { village: '150524100200', count: 2 }))
  const [bound, blank = ''] = codes
  const matter = await play(w, {
    by: 'gao',
    form: { slip: bound, route: undefined, source: 'paper' },
    steps: [['gao', 'matter.note', { text: '下午再来' }]],
  })
  return { blank, matter: { ...matter, ...(bound && { code: bound }) } }
}

/** The machine stopped between the save and the letters: the outbox lies in the document. */
async function stopped(w: Given): Promise<void> {
  const known = (await w.docs('matters')).length
  w.hooks.pause = async (point) => {
    if (point === 'save.before' && (await w.docs('matters')).length > known) throw new Error('stopped')
  }
  await w.as('wu')('aid.submit', application({ applicant: { name: '吴某', phone: '13812345677' } }))
  w.hooks.pause = undefined
}

async function main(version: string) {
  const lawyer = { capacity: 60, subjects: ['labour', 'criminal', 'minors'] }
  const week = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
  const plans = [{ person: 'li', kind: 'office', ...week, minutes: 30, capacity: 4 }]
  const people = county({ li: lawyer, he: lawyer, tao: lawyer })
  const w = await world({ at: '2026-09-10 10:00', county: { ...people, plans } as typeof people })
  const spine = version === 'spine'
  const later = spine ? {} : { ...second, ...third, ...fourth, ...fifth, ...sixth }
  const lives = {
    ...firstPassed,
    ...(!spine && { ...secondPassed, ...fourthPassed, ...fifthPassed, ...sixthPassed }),
    ...first,
    ...later,
  }
  const matters: Record<string, Played> = {}
  for (const [label, life] of Object.entries(lives)) matters[label] = await play(w, life)
  const file = await photo(w)
  matters.evidence = await play(w, { form: { evidence: [await photo(w)] }, steps: [] })
  const printed = spine ? undefined : await slips(w)
  if (printed) matters.slip = printed.matter
  await stopped(w)
  // Due, and nobody has looked.
  w.advance(3 * DAY)
  // Letters are many and alike: those of a few matters stand for all.
  const told = TOLD.flatMap((label) => matters[label]?.id ?? [])
  const docs = (await w.docs())
    .filter(({ collection, keys }) => collection !== 'notices' || told.includes(String(keys.matter)))
    .map(({ collection, id, version, keys, body }) => ({ collection, id, version, keys, body }))
  console.log(
    JSON.stringify(
      { at: w.now(), file, ...(printed && { blank: printed.blank }), matters, declared: collections, docs },
      null,
      1,
    ),
  )
}

const TOLD = ['overdue', 'refused', 'closed']

void main(process.argv[2] ?? '')
