import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@/domain/time'
import { identityOf } from '../../cloudfunctions/cloudbase/identity'
import { cloudStore } from '../../cloudfunctions/cloudbase/store'
import { worldOver } from '../../cloudfunctions/cloudbase/world'
import { type Collection, collections } from '../../cloudfunctions/collections'
import { loadCounty } from '../../cloudfunctions/county'
import { handle } from '../../cloudfunctions/handle'
import { openMatter } from '../../cloudfunctions/matter-document'
import { sealer } from '../../cloudfunctions/seal'
import type { World } from '../../cloudfunctions/world'
import { type Bundle, buildCloud } from '../../config/cloud'
import { type CloudBase, type Seed, startCloudBase } from '../support/cloudbase'
import { type Instance, platformEnv, startInstance } from '../support/function-runner'
import { standBetween } from '../support/in-between'
import { smallCounty } from '../support/small-county'

/** The built functions over the platform's database, and a small county whose people are accounts of WeChat. */

export const SECRET = 'a secret that only this county knows, 32+'
export const START: Instant = '2026-10-12T09:00:00.000+08:00'
const seal = sealer([{ id: 'k1', secret: SECRET }])
export const openid = (name: string) => `openid-of-${name}`
export const personOf = (name: string): string => identityOf(seal, { openid: openid(name), known: true })?.person ?? ''

export const application = (name: string, more: object = {}) => ({
  for: 'self',
  applicant: { name, phone: '13912345678' },
  where: { place: '150524100200' },
  matter: 'wages',
  story: `${name}的工钱没有给`,
  route: 'promise',
  ...more,
})

/** `bao` and `wu` are residents, `gao` reviews, `li` is a lawyer; `also` are further residents by name. */
function county(also: string[]) {
  const residents = also.map((name) => ({ id: name, name: `群众${name}`, roles: [{ role: 'resident' }] }))
  return {
    ...smallCounty,
    people: [...smallCounty.people, ...residents].map((person) => ({ ...person, id: personOf(person.id) })),
    layers: smallCounty.layers.map((layer) => ({ ...layer, people: layer.people.map(personOf) })),
  }
}

export type House = { folder: string; bundles: Bundle[]; base: CloudBase; close: () => Promise<void> }
/** The bundles, far from any node_modules as they are deployed, and one server for all the environments of a file. */
export async function house(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'))
  const bundles = await buildCloud(folder)
  const base = await startCloudBase()
  return {
    folder,
    bundles,
    base,
    close: async () => {
      await base.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

export type Given = Awaited<ReturnType<typeof given>>

export type Options = {
  also?: string[]
  /** What another environment kept: this one begins there, instead of with a new county. */
  from?: Seed
}

/** An environment of its own with the county in it; instances are started as the platform does, as many as one likes. */
export async function given({ folder, base }: House, { also = [], from }: Options = {}) {
  const settings = base.fresh(from)
  const between = await standBetween(settings.url ?? base.url)
  const store = cloudStore(settings)
  let now = START
  const world: World = {
    ...worldOver(store, seal, () => {}),
    clock: { now: () => now, wall: () => Date.parse(now) },
  }
  const loaded = from ? undefined : await loadCounty(world, county(also))
  if (loaded && !loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const keys = settings.keys ?? { secretId: '', secretKey: '' }
  const env = { ...platformEnv(settings.env, keys), TCB_URL: between.url, SECRET }
  const instances: Instance[] = []

  return {
    world,
    between,
    env,
    moveTo: (at: Instant) => {
      now = at
    },
    start: async (name: 'api' | 'clock', at: Instant = now, more: Record<string, string> = {}): Promise<Instance> => {
      const instance = await startInstance(join(folder, name), { ...env, ...more }, { now: at })
      instances.push(instance)
      return instance
    },
    /** Straight through the pipeline, past the functions: how a story got where it begins. */
    ask: async (name: string, action: string, input: Record<string, unknown>) => {
      const who = { person: personOf(name), session: name }
      const origin = { source: name, trace: 'given' }
      const { reply } = await handle(world, action, { requestId: `${name}-${action}`, ...input }, who, origin)
      if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply)}`)
      return reply.value as { id: string }
    },
    /** Every document there is, to begin another environment with. */
    kept: (): Seed => {
      const names = Object.keys(collections) as Collection[]
      return Object.fromEntries(names.map((name) => [name, structuredClone(base.documents(name, settings.env))]))
    },
    async stop() {
      for (const instance of instances) instance.kill()
      await store.close()
      await between.stop()
    },
  }
}

/** What there is for people to read of each matter: its history, its letters by their ids, what still waits. */
export async function ledger({ world }: Given): Promise<Record<string, { history: string[]; letters: string[] }>> {
  const all: Record<string, { history: string[]; letters: string[] }> = {}
  let after: string | undefined
  do {
    const page = await world.store.list('matters', { index: 'byWake', where: {}, limit: 50, ...(after && { after }) })
    for (const doc of page.docs) {
      const { events, outbox } = openMatter(doc, world.seal)
      const letters = await world.store.list('notices', { index: 'byMatter', where: { matter: doc.id }, limit: 100 })
      all[doc.id] = {
        history: [...events.map(told), ...outbox.map(({ id }) => `waits ${id}`)],
        letters: letters.docs.map(({ id }) => id).sort(),
      }
    }
    after = page.next
  } while (after)
  return all
}

const told = (event: { seq: number; type: string; code?: string }): string =>
  [event.seq, event.type, event.code].filter((part) => part !== undefined).join(' ')
