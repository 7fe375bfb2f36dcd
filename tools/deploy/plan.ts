import { type Declaration, shapesOf } from '../../cloudfunctions/checked'
import { storageRule } from '../../cloudfunctions/cloudbase/files'

export type IndexPlan = { name: string; columns: string[] }
export type CollectionPlan = { name: string; acl: 'ADMINONLY'; indexes: IndexPlan[] }
export type StoragePlan = { acl: 'CUSTOM'; rule: { read: boolean | string; write: boolean | string } }
export type DeployPlan = { collections: CollectionPlan[]; storage: StoragePlan }

/** The platform's older quota; a plan with more would stop half way. */
export const MOST_INDEXES = 20

/**
 * What an environment must hold, from the same declaration the stores use. Nobody but our functions reads or writes a
 * document. An index ends in `_id`, as every list is ordered by it last: without it the platform would sort each page.
 */
export function deployPlan(declared: Declaration): DeployPlan {
  const collections = [...shapesOf(declared).values()].map((shape): CollectionPlan => {
    const indexes = [...shape.indexes.values()].map(({ name, columns }) => ({ name, columns: [...columns, '_id'] }))
    if (indexes.length > MOST_INDEXES)
      throw new Error(`${shape.name}: ${indexes.length} indexes, at most ${MOST_INDEXES} a collection`)
    return { name: shape.name, acl: 'ADMINONLY', indexes }
  })
  return { collections, storage }
}

// `write` is also overwriting and deleting, which is why the owner is asked for.
// https://docs.cloudbase.net/storage/security-rules: resource.openid, resource.path, a regular expression's answer == true.
const storage: StoragePlan = { acl: 'CUSTOM', rule: storageRule }
