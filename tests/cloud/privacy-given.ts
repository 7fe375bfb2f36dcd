import type { MatterView, RequestView } from '@/contract/views'
import { fileWrite } from '../../cloudfunctions/evidence/file-records'
import { chainHolds, openMatter, type StoredEvent } from '../../cloudfunctions/matter-document'
import type { Place } from '../../cloudfunctions/seal'
import { application, type Given, onDuty, value, world } from '../given-world'

/** A world that remembers what was sealed: whatever of it a stored text still opens to can be looked for. */
export const marks = {
  name: '痕甲',
  phone: '13712399001',
  story: '痕乙的工钱',
  party: '痕丙',
  asked: '痕丁能不能离',
  said: '痕戊说的话',
  summary: '痕己是这样答的',
  report: '痕庚的路坏了',
  spot: '痕辛桥头',
  sent: '痕壬寄错了',
  profile: '痕癸',
}

export async function spied(options: Parameters<typeof world>[0] = {}) {
  const w = await world({ county: onDuty('he'), ...options })
  const opens = new Map<string, string>()
  const { seal } = w.world
  w.world.seal = {
    ...seal,
    seal: (place: Place, value: unknown) => {
      const text = seal.seal(place, value)
      opens.set(text, JSON.stringify(value))
      return text
    },
  }
  /** Which marks lie in which collections, in the clear or in a sealed text that still opens. */
  async function left(...only: string[]): Promise<string[]> {
    const found = new Set<string>()
    for (const doc of await w.docs()) {
      const raw = JSON.stringify(doc)
      const texts = raw.match(/k1\.[\w-]+\.[\w-]+\.[\w-]+/g) ?? []
      const all = [raw, ...texts.map((text) => opens.get(text) ?? '')].join('\n')
      for (const [what, mark] of Object.entries(marks))
        if (all.includes(mark) && (only.length === 0 || only.includes(what))) found.add(`${doc.collection}: ${what}`)
    }
    return [...found].sort()
  }
  return Object.assign(w, { left })
}
export type Spied = Awaited<ReturnType<typeof spied>>

/** Bao asks, is answered, says that it helped. */
export async function answeredQuestion(w: Given): Promise<string> {
  const { id } = value(
    await w.as('bao')('question.ask', {
      village: '150524100200',
      topic: 'marriage',
      text: marks.asked,
      language: 'zh',
      name: marks.name,
      phone: marks.phone,
    }),
  )
  value(await w.as('li')('question.take', { id }))
  value(await w.as('bao')('question.message', { id, text: marks.said }))
  value(await w.as('li')('question.answer', { id, summary: marks.summary }))
  value(await w.as('bao')('question.helped', { id, yes: true }))
  return id
}

/** A photo of hers that was looked at and lies there. */
async function photoOf(w: Given, id: string): Promise<string> {
  await w.world.files.put(id, new TextEncoder().encode(id), 'image/jpeg')
  const record = { id, owner: 'bao', type: 'image/jpeg', size: id.length, name: `${marks.name}.jpg` }
  await w.store.save([fileWrite(w.world, record, 0, { state: 'ready' })])
  return id
}
export const photos = { named: 'f_aaaaaaaaaaaaaaaaaaaaaa', unsent: 'f_bbbbbbbbbbbbbbbbbbbbbb' }

/** Bao reports something with a photo, and takes it back before anybody accepts it. */
export async function withdrawnReport(w: Given): Promise<string> {
  const first = !(await w.world.files.get(photos.named))
  const files = first ? [await photoOf(w, photos.named)] : []
  if (first) await photoOf(w, photos.unsent)
  const sent = await w.as('bao')('grievance.submit', {
    topic: 'road',
    photos: files,
    place: '150524100200',
    text: marks.report,
    spot: marks.spot,
    reporter: { name: marks.name, phone: marks.phone },
  })
  const { id } = value(sent)
  value(await w.as('bao')('grievance.withdraw', { id, why: marks.sent }))
  return id
}

export async function withdrawnAid(w: Given): Promise<string> {
  const form = application({
    applicant: { name: marks.name, phone: marks.phone },
    story: marks.story,
    parties: [{ role: 'opponent', name: marks.party }],
  })
  const { id } = value(await w.as('bao')('aid.submit', form))
  value(await w.as('bao')('aid.withdraw', { id }))
  return id
}

/** Whether the chain over the whole history still ends in the matter's head. */
export async function chainOf(w: Given, id: string): Promise<boolean> {
  const doc = await w.store.get('matters', id)
  if (!doc) throw new Error('no matter')
  const pages = (await w.docs('history')).filter(({ keys }) => keys.matter === id)
  const older = pages.sort((a, b) => Number(a.keys.page) - Number(b.keys.page)).map(({ body }) => JSON.parse(body))
  const { events, head, seq } = openMatter(doc, w.world.seal)
  const whole: StoredEvent[] = [...older.flat(), ...events]
  return whole.length === seq && chainHolds('', whole, head)
}

export const request = async (w: Given, who: string, action: string, input: object = {}): Promise<RequestView> =>
  value<RequestView>(await w.as(who)(action, input))
export const seen = async (w: Given, who: string | undefined, id: string, more: object = {}) =>
  (await w.as(who)('matter.get', { id, ...more })) as {
    status: number
    reply: { value?: MatterView; refused?: string }
  }
