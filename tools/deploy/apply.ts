import { isDeepStrictEqual } from 'node:util'
import type { FoundIndex, Manager } from './manager'
import type { CollectionPlan, DeployPlan, IndexPlan } from './plan'

/** `done`: made now. `same`: was there already. `differs`: a person must look; nothing of it was touched. */
export type Told = { what: 'done' | 'same' | 'differs'; text: string }
export type Tell = (told: Told) => void

/**
 * Brings an environment's collections, their access, their indexes and the storage's access to the plan. Only ever
 * adds: what exists stays as it is, what differs is told, nothing is dropped. Access is the one thing that is put right
 * wherever it differs, and before anything else of a collection. Throws what the platform answers.
 */
export async function applyPlan(manager: Manager, envId: string, plan: DeployPlan, tell: Tell): Promise<void> {
  const present = await collectionNames(manager)
  for (const collection of plan.collections) {
    if (!present.has(collection.name)) {
      await manager.database.createCollection(collection.name)
      tell({ what: 'done', text: `collection ${collection.name} created` })
    }
    await closeAccess(manager, envId, collection, tell)
    await makeIndexes(manager, collection, tell)
  }
  const planned = new Set(plan.collections.map(({ name }) => name))
  for (const name of present)
    if (!planned.has(name)) tell({ what: 'differs', text: `collection ${name} is not ours; left as it is` })
  await storageAccess(manager, plan, tell)
}

async function collectionNames(manager: Manager): Promise<Set<string>> {
  const names = new Set<string>()
  for (;;) {
    const { Collections } = await manager.database.listCollections({ MgoLimit: 100, MgoOffset: names.size })
    const before = names.size
    for (const { CollectionName } of Collections) names.add(CollectionName)
    if (Collections.length < 100 || names.size === before) return names
  }
}

// docs.cloudbase.net/api-reference/manager/node/rule: the simple permissions go through the common service.
async function closeAccess(manager: Manager, envId: string, { name, acl }: CollectionPlan, tell: Tell) {
  const Param = { EnvId: envId, CollectionName: name }
  const { AclTag } = await manager.commonService().call({ Action: 'DescribeDatabaseACL', Param })
  if (AclTag === acl) return tell({ what: 'same', text: `access to ${name} is ${acl}` })
  await manager.commonService().call({ Action: 'ModifyDatabaseACL', Param: { ...Param, AclTag: acl } })
  tell({ what: 'done', text: `access to ${name}: ${AclTag ?? 'none'} → ${acl}` })
}

async function makeIndexes(manager: Manager, { name, indexes }: CollectionPlan, tell: Tell) {
  const found = (await manager.database.describeCollection(name)).Indexes ?? []
  for (const index of indexes) {
    const there = found.find(({ Name }) => Name === index.name)
    const text = `index ${name}.${index.name}`
    if (!there)
      tell({ what: 'done', text: `${text} (${(await createIndex(manager, name, index)).join(', ')}) created` })
    else if (serves(there, index)) tell({ what: 'same', text })
    else
      tell({
        what: 'differs',
        text: `${text} is (${columnsOf(there)}), planned (${index.columns}): drop it by hand first`,
      })
  }
  for (const { Name } of found)
    if (!/^_id_?$/.test(Name) && !indexes.some((index) => index.name === Name))
      tell({ what: 'differs', text: `index ${name}.${Name} is not ours; left as it is` })
}

/** Ends in `_id` where the platform takes that; else without it, and pages of equal keys cost the platform a sort. */
async function createIndex(manager: Manager, collection: string, { name, columns }: IndexPlan): Promise<string[]> {
  const make = (wanted: string[]) =>
    manager.database.updateCollection(collection, {
      CreateIndexes: [
        {
          IndexName: name,
          MgoKeySchema: { MgoIsUnique: false, MgoIndexKeys: wanted.map((Name) => ({ Name, Direction: '1' })) },
        },
      ],
    })
  try {
    await make(columns)
    return columns
  } catch (error) {
    if (!isRefusal(error)) throw error
    const shorter = columns.filter((column) => column !== '_id')
    await make(shorter)
    return shorter
  }
}

// Only what the platform says about the request itself: a lost connection or a wrong key must not weaken an index.
const isRefusal = (error: unknown) =>
  /^(InvalidParameter|FailedOperation|UnsupportedOperation)/.test((error as { code?: string } | undefined)?.code ?? '')

function serves(found: FoundIndex, { columns }: IndexPlan): boolean {
  const names = found.Keys.map(({ Name }) => Name ?? '')
  const ascending = found.Keys.every(({ Direction }) => Direction === '1')
  const shorter = columns.filter((column) => column !== '_id')
  return !found.Unique && ascending && [columns, shorter].some((wanted) => isDeepStrictEqual(names, wanted))
}

const columnsOf = ({ Keys, Unique }: FoundIndex) =>
  `${Keys.map(({ Name, Direction }) => `${Name} ${Direction}`).join(', ')}${Unique ? ', unique' : ''}`

async function storageAccess(manager: Manager, { storage }: DeployPlan, tell: Tell) {
  const found = await manager.storage.getStorageAcl({ withRule: true })
  if (found.acl === storage.acl && isDeepStrictEqual(found.rule, storage.rule))
    return tell({ what: 'same', text: 'access to storage' })
  await manager.storage.setStorageAcl(storage.acl, storage.rule)
  tell({ what: 'done', text: `access to storage: ${found.acl ?? 'none'} → write ${storage.rule.write}, read nothing` })
}
