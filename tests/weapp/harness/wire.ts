import { randomUUID } from 'node:crypto'
import { expect, onTestFinished } from 'vitest'
import type { ActionName, Input, Output } from '@/contract/actions'
import type { Reply } from '@/contract/views'
import { instantOf } from '@/domain/time'
import { serve } from '../../../cloudfunctions/api/index'
import { jobs } from '../../../cloudfunctions/clock/jobs'
import { loadCounty } from '../../../cloudfunctions/county'
import { facts } from '../../../cloudfunctions/facts'
import { memoryStore } from '../../../cloudfunctions/memory/store'
import { sealer } from '../../../cloudfunctions/seal'
import type { World } from '../../../cloudfunctions/world'
import { county as small } from '../../journeys/given'
import { type Holding, holding } from './hand'
import { phone } from './phone'
import type { Letters } from './platform'
import { keepReport } from './report'

const context = (openid: string) => ({
  environment: JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: openid }),
})

/** A world as a cloud function has it: nothing of it is known to a phone but what the door answers. */
function memoryWorld(now: string): { world: World; bytes: Map<string, Uint8Array>; to: (now: string) => void } {
  let at = instantOf(Date.parse(now))
  const bytes = new Map<string, Uint8Array>()
  const world: World = {
    store: memoryStore(),
    seal: sealer([{ id: 'k1', secret: 'a secret of this county alone, long enough' }]),
    clock: { now: () => at, wall: Date.now },
    files: {
      put: async (id, content) => void bytes.set(id, content),
      get: async (id) => bytes.get(id),
      remove: async (id) => void bytes.delete(id),
      size: async (id) => bytes.get(id)?.byteLength,
      sendTo: (id) => id.replace(':', '/'),
      link: async (id) => (bytes.has(id) ? `https://bucket.example/${id}` : undefined),
    },
    log: () => {},
    ...facts,
  }
  const to = (then: string) => {
    at = instantOf(Date.parse(then))
  }
  return { world, bytes, to }
}

export type Signal = { cut: boolean; lose: string }
type More = {
  letters?: Letters
  storage?: Map<string, unknown>
  /** She opens pages that nothing of hers leads to: what her phone loads then says nothing. */
  strays?: boolean
}

type Headed = { head?: string; id?: string; code?: string }
type County = { units: Headed[]; people: object[]; seats: Headed[]; layers: object[]; plans?: object[] } & Record<
  string,
  unknown
>

/** The small county, or another one, behind the real cloud door, and phones in the hands of its people. */
export async function wired(now: string, county: County = small()) {
  const { world, bytes, to } = memoryWorld(now)
  const accounts = new Map<string, string>()
  const hashed = (openid: string) => world.seal.lookup('lookup', `openid ${openid}`)
  // A county's file takes no id that begins with a sign; one hash in 32 does.
  const openid = (person: string) => {
    const known = accounts.get(person)
    if (known) return known
    const made =
      [1, 2, 3, 4, 5].map((n) => `openid-${n}-of-${person}`).find((each) => /^[A-Za-z0-9]/.test(hashed(each))) ?? ''
    accounts.set(person, made)
    return made
  }
  const idOf = (person: string) => hashed(openid(person))
  const { units, people, seats, layers, plans = [], ...rest } = county
  const headed = <T extends Headed>(row: T) => ({ ...row, ...(row.head && { head: idOf(row.head) }) })
  const loaded = await loadCounty(world, {
    ...rest,
    plans: plans.map((plan) => ({ ...plan, person: idOf((plan as { person: string }).person) })),
    people: people.map((person) => ({ ...person, id: idOf((person as { id: string }).id) })),
    units: units.map(headed),
    seats: seats.map(headed),
    layers: layers.map((layer) => ({ ...layer, people: (layer as { people: string[] }).people.map(idOf) })),
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const api = serve(world)
  const phones = new Set<Holding & { person: string; strays: boolean }>()
  seenToItsEnd(phones)

  /** The app on this person's phone; `signal.cut` takes away the network, `lose` one answer of this action. */
  function held(person: string, { storage = new Map(), letters, strays = false }: More = {}) {
    const signal: Signal = { cut: false, lose: '' }
    const sent: string[] = []
    // A phone's temporary files: what the camera or the recorder made.
    const album = new Map<string, Uint8Array>()
    const cloud = {
      init: () => {},
      callFunction: async ({ name, data }: { name: string; data: unknown }) => {
        if (name !== 'api') throw new Error(`errCode: -501000 function ${name} not found`)
        if (signal.cut) throw new Error('cloud.callFunction:fail request:fail timeout')
        const { action } = data as { action: string }
        sent.push(action)
        const result = await api(data as never, context(openid(person)))
        if (signal.lose === action) {
          signal.lose = ''
          throw new Error('cloud.callFunction:fail request:fail timeout')
        }
        return { result }
      },
      uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
        const file = album.get(filePath) ?? (storage.get(`file ${filePath}`) as Uint8Array | undefined)
        if (signal.cut || !file) throw new Error('cloud.uploadFile:fail request:fail')
        bytes.set(cloudPath.replace('/', ':'), file)
        return { fileID: `cloud://env.bucket/${cloudPath}` }
      },
    }
    const made = phone({ cloud, storage, ...(letters && { letters }) })
    made.given.album = album
    const hand = {
      ...holding(made),
      signal,
      sent,
      person,
      strays,
      /** The next photo she takes. */
      photo: (picture: Uint8Array) => {
        const path = `wxfile://tmp_${album.size}.png`
        album.set(path, picture)
        made.given.photos.push(path)
      },
      /** What her pad hands in. */
      signature: (picture: Uint8Array) => {
        made.given.drawn = `wxfile://tmp_${album.size}.png`
        album.set(made.given.drawn, picture)
      },
      /** What she says next to the microphone. */
      voice: (sound: Uint8Array) => {
        made.given.voice = `wxfile://tmp_${album.size}.mp3`
        album.set(made.given.voice, sound)
      },
    }
    phones.add(hand)
    return hand
  }

  /** Somebody else does something meanwhile, by the same door. */
  async function does<A extends ActionName>(
    person: string,
    action: A,
    input: Omit<Input<A>, 'requestId'>,
  ): Promise<Output<A>> {
    const event = { action, input: { requestId: randomUUID(), ...input } }
    const reply = (await api(event, context(openid(person)))) as Reply<Output<A>>
    if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply)}`)
    return reply.value
  }
  /** The timer's function looks at what was sent. */
  const timer = async () => {
    for (const { run } of jobs) await run(world, Date.now() + 30_000)
  }
  return { world, bytes, to, held, does, idOf, timer }
}
export type Wired = Awaited<ReturnType<typeof wired>>

/**
 * Nothing may go wrong inside a page unseen, whatever a test looks at; and every page's load is kept. It hangs on the
 * test and not on the file: a second file that runs in the same process would import this one and hear nothing of it.
 */
function seenToItsEnd(phones: ReadonlySet<Holding & { person: string; strays: boolean }>) {
  onTestFinished(({ task }) => {
    const held = [...phones]
    for (const { phone, person, strays } of held) {
      keepReport(task.file.name, phone, strays ? undefined : person)
      phone.shut()
    }
    expect(held.flatMap(({ phone }) => phone.wrong)).toEqual([])
  })
}
