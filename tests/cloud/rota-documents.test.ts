import { describe, expect, it } from 'vitest'
import { addDays, HOUR, type Instant, instantFrom, after as plus } from '@/domain/time'
import { loadCounty } from '../../cloudfunctions/county'
import { handle } from '../../cloudfunctions/handle'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { type Store, StoreBusy } from '../../cloudfunctions/ports'
import { type LoadedRota, loadRota, monthsOf, readRotaOf, rotaAt, rotaWrites } from '../../cloudfunctions/rota-records'
import { rotaTick } from '../../cloudfunctions/rota-tick'
import type { World } from '../../cloudfunctions/world'
import { rotaCounty } from '../journeys/rota-given'
import { worldAt } from './county-given'

const NOW = '2026-10-11T10:00:00.000+08:00'
const at = (time: string): Instant => instantFrom(`2026-${time.replace(' ', 'T')}:00+08:00`) ?? ''

async function open(store: Store = memoryStore(), county: object = rotaCounty()): Promise<World> {
  const world = worldAt(NOW, store)
  const loaded = await loadCounty(world, county)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return world
}
let requests = 0
async function ask(world: World, person: string, action: string, input: object) {
  requests += 1
  const who = { person, session: 's' }
  const { reply } = await handle(world, action, { requestId: `request-${requests}`, ...input }, who, {
    source: 'h',
    trace: 't',
  })
  if (reply.ok) return reply.value as Record<string, string>
  return { refused: 'refused' in reply ? reply.refused : JSON.stringify(reply) }
}
const bodyOf = async (world: World, id: string) => (await world.store.get('rota', id))?.body ?? ''
const override = (from: string, to: string, person = 'gong') => ({
  seat: 'hotline',
  from: at(from),
  to: at(to),
  kind: 'replace',
  out: 'li',
  in: person,
  why: '开庭去了',
})

describe('the rota’s documents', () => {
  it('the months that a span touches are counted half-open', () => {
    expect(monthsOf(at('10-31 08:00'), at('11-01 00:00'))).toEqual(['2026-10'])
    expect(monthsOf(at('10-31 08:00'), at('11-01 00:01'))).toEqual(['2026-10', '2026-11'])
    expect(monthsOf(at('12-31 20:00'), '2027-01-31T08:00:00.000+08:00')).toEqual(['2026-12', '2027-01'])
    expect(monthsOf(at('10-31 08:00'), at('10-31 08:00'))).toEqual(['2026-10'])
  })

  it('twelve seats of a month by name take well under 64 KB, and come back to the millisecond', async () => {
    const world = await open()
    const read = await readRotaOf(world, ['2026-11', '2026-12'])
    const people = Array.from({ length: 130 }, (_, n) => `lawyer-with-a-long-id-${n}`)
    const rosters = Array.from({ length: 12 }, (_, seat) => ({
      id: `draft_abcdefghijklmnopqrst:town:1505241${seat}:2026-11-01`,
      at: NOW,
      seat: `town:1505241${seat}`,
      from: at('11-01 08:00'),
      to: at('12-01 08:00'),
      shifts: Array.from({ length: 62 }, (_, n) => {
        const from = plus(at('11-01 08:00'), n * 12 * HOUR + (n % 3) * 1001)
        return { person: people[(seat * 62 + n) % 130] ?? '', from, to: plus(from, 12 * HOUR) }
      }),
    }))
    const writes = rotaWrites(world, read, { ...read.rota, rosters } as LoadedRota, NOW)
    expect(await world.store.save(writes)).toEqual({ ok: true })
    const bytes = Buffer.byteLength(await bodyOf(world, 'rota:2026-11'))
    expect(bytes).toBeLessThan(48 * 1024)
    expect((await loadRota(world, at('11-10 00:00'), at('11-11 00:00'))).rosters).toEqual(rosters)
  })

  it('what a county’s file loaded opens as it was, gets names, and keeps them after the first edit', async () => {
    const world = await open()
    const stored = JSON.parse(await bodyOf(world, 'rota:standing'))
    expect(stored.layers.map(({ id }: { id?: string }) => id)).toEqual([undefined, undefined, undefined, undefined])
    const before = await rotaAt(world, NOW)
    expect(before.layers.map(({ id }) => id)).toEqual(['loaded:0', 'loaded:1', 'loaded:2', 'loaded:3'])
    await ask(world, 'gao', 'rota.removeLayer', { layer: 'loaded:0', why: '改了' })
    expect((await rotaAt(world, NOW)).layers.map(({ id }) => id)).toEqual(['loaded:1', 'loaded:2', 'loaded:3'])
  })

  it('what touches two months lies in both under one id, and is taken back in both', async () => {
    const world = await open()
    const across = { ...override('10-31 20:00', '11-01 08:00'), out: 'wang' }
    const { override: id = '' } = await ask(world, 'gao', 'rota.override', across)
    const ids = async (month: string) => {
      const body = await bodyOf(world, `rota:${month}`)
      return body ? JSON.parse(body).overrides.map((one: { id: string }) => one.id) : []
    }
    expect([await ids('2026-10'), await ids('2026-11')]).toEqual([[id], [id]])
    const read = await loadRota(world, at('10-30 00:00'), at('11-02 00:00'))
    expect(read.overrides.map((one) => one.id)).toEqual([id])
    await ask(world, 'gao', 'rota.cancelOverride', { override: id, why: '不用了' })
    expect([await ids('2026-10'), await ids('2026-11')]).toEqual([[], []])
  })

  it('why somebody is away lies sealed', async () => {
    const world = await open()
    await ask(world, 'li', 'rota.leave', { from: at('10-13 08:00'), to: at('10-13 20:00'), why: '生病住院' })
    await ask(world, 'gao', 'rota.override', override('10-14 09:00', '10-14 12:00'))
    const body = await bodyOf(world, 'rota:2026-10')
    expect(body).not.toContain('住院')
    expect(body).not.toContain('开庭')
    const rota = await rotaAt(world, at('10-13 10:00'))
    expect([rota.absences[0]?.why, rota.overrides[0]?.why]).toEqual(['生病住院', '开庭去了'])
  })

  it('an hour in court that is a week over is forgotten by the next edit, leave never', async () => {
    const world = await open()
    await ask(world, 'li', 'rota.away', { until: at('10-11 12:00') })
    await ask(world, 'li', 'rota.leave', { from: at('10-11 14:00'), to: at('10-11 18:00') })
    const later = { ...world, clock: { now: () => at('10-19 10:00'), wall: Date.now } }
    await ask(later, 'gao', 'rota.override', override('10-20 09:00', '10-20 12:00'))
    expect((await rotaAt(later, at('10-11 15:00'))).absences.map(({ kind }) => kind)).toEqual(['leave'])
  })
})

/** A store in which something happens before the first save that this names. */
function before(inner: Store, matches: (ids: string[]) => boolean, act: () => Promise<void>): Store {
  let done = false
  return {
    ...inner,
    save: async (writes) => {
      if (!done && matches(writes.map(({ collection, id }) => `${collection}/${id}`))) {
        done = true
        await act()
      }
      return inner.save(writes)
    },
  }
}

describe('two at once', () => {
  it('the second of two edits is decided on what the first has saved, also where they share only a month', async () => {
    const inner = memoryStore()
    const world = await open(inner)
    const first = {
      seat: 'town:150524100',
      from: at('10-12 09:00'),
      to: at('10-12 15:00'),
      kind: 'add',
      in: 'chen',
      why: '加',
    }
    const store = before(
      inner,
      (ids) => ids.includes('rota/rota:2026-10'),
      async () => void (await ask(world, 'qin', 'rota.override', first)),
    )
    // When it read the rota, chen was free.
    const second = await ask(
      { ...world, store },
      'gao',
      'rota.override',
      override('10-12 09:00', '10-12 12:00', 'chen'),
    )
    expect(second).toEqual({ refused: 'rota.two-seats' })
  })

  it('twenty edits that don’t contradict one another are all kept', async () => {
    const world = await open()
    const days = Array.from({ length: 20 }, (_, n) => addDays('2026-10-12', n).slice(5))
    const done = await Promise.all(
      days.map((day) => ask(world, 'gao', 'rota.override', override(`${day} 09:00`, `${day} 12:00`))),
    )
    expect(done.map(({ refused }) => refused)).toEqual(days.map(() => undefined))
    expect((await loadRota(world, NOW, at('11-05 00:00'))).overrides).toHaveLength(20)
  })
})

describe('letters', () => {
  const many = () => {
    const county = rotaCounty()
    const extra = Array.from({ length: 30 }, (_, n) => ({ id: `x${n}`, name: `律${n}`, roles: [{ role: 'lawyer' }] }))
    const layer = {
      seat: 'crowd',
      people: extra.map(({ id }) => id),
      every: 'day',
      handover: '08:00',
      anchor: '2026-09-01',
    }
    const seats = [...county.seats, { id: 'crowd', kind: 'hotline' }]
    return { ...county, people: [...county.people, ...extra], seats, layers: [...county.layers, layer] }
  }
  const published = { from: '2026-10-12', to: '2026-11-14' }

  it('that don’t fit into the edit’s save are sent after it, or by the next tick, and once', async () => {
    const inner = memoryStore()
    const world = await open(inner, many())
    const store: Store = {
      ...inner,
      save: async (writes) => {
        if (writes.every(({ collection }) => collection === 'notices')) throw new StoreBusy('as if it had died here')
        return inner.save(writes)
      },
    }
    const done = await ask({ ...world, store }, 'gao', 'rota.publish', published)
    expect(done.refused).toBeUndefined()
    const told = async () => {
      const pages = await Promise.all(
        ['x0', 'x17', 'x29', 'li', 'gao'].map((to) =>
          inner.list('notices', { index: 'byRecipient', where: { to }, limit: 10 }),
        ),
      )
      return pages.map(({ docs }) => docs.length)
    }
    expect(await told()).toEqual([0, 0, 0, 0, 0])
    await rotaTick(world)
    await rotaTick(world)
    expect(await told()).toEqual([1, 1, 1, 1, 0])
  })

  it('an idle tick asks the store once and writes nothing', async () => {
    const inner = memoryStore()
    const world = await open(inner)
    const asked: string[] = []
    const counted = (name: 'get' | 'getMany' | 'list' | 'save') => ({
      [name]: (...args: never[]) => {
        asked.push(name)
        return (inner[name] as (...args: never[]) => unknown)(...args)
      },
    })
    const store = {
      ...inner,
      ...counted('get'),
      ...counted('getMany'),
      ...counted('list'),
      ...counted('save'),
    } as Store
    expect(await rotaTick({ ...world, store })).toEqual({ touched: 0, more: false })
    expect(asked).toEqual(['get'])
  })

  it('of a note that nobody acknowledged goes to the leader once, however often the tick comes', async () => {
    const inner = memoryStore()
    const world = await open(inner)
    const evening = { ...world, clock: { now: () => at('10-12 19:55'), wall: Date.now } }
    await ask(evening, 'li', 'rota.handOver', { note: '等回电' })
    const late = { ...world, clock: { now: () => at('10-12 20:31'), wall: Date.now } }
    await Promise.all([rotaTick(late), rotaTick(late)])
    await rotaTick(late)
    const rota = await rotaAt(late, NOW)
    expect(rota.unread).toEqual([])
    const { docs } = await inner.list('notices', { index: 'byState', where: { state: 'waiting' }, limit: 10 })
    expect(docs.filter(({ id }) => id.includes(':note-unread:gao:'))).toHaveLength(1)
    const told = await inner.list('notices', { index: 'byRecipient', where: { to: 'gao' }, limit: 10 })
    expect(told.docs.filter(({ id }) => id.endsWith(':note-unread:gao:app'))).toHaveLength(1)
  })
})
