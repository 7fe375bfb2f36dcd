import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { run } from '../run'
import type { DeploySettings } from './settings'

type Key = { Name?: string; Direction?: string }
export type FoundIndex = { Name: string; Keys: Key[]; Unique?: boolean }
type NewIndex = {
  IndexName: string
  MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: string }[] }
}

/** The part of @cloudbase/manager-node 5.6.5 that a deployment calls. */
export type Manager = {
  database: {
    listCollections(page: {
      MgoLimit: number
      MgoOffset: number
    }): Promise<{ Collections: { CollectionName: string }[] }>
    createCollection(name: string): Promise<unknown>
    describeCollection(name: string): Promise<{ Indexes?: FoundIndex[] | null }>
    updateCollection(name: string, change: { CreateIndexes: NewIndex[] }): Promise<unknown>
  }
  commonService(): { call(request: { Action: string; Param: Record<string, string> }): Promise<{ AclTag?: string }> }
  storage: {
    getStorageAcl(options: { withRule: true }): Promise<{ acl: string; rule?: unknown }>
    setStorageAcl(acl: string, rule: { read: boolean | string; write: boolean | string }): Promise<unknown>
  }
  functions: {
    getFunctionDetail(name: string): Promise<{ Environment?: { Variables?: { Key: string; Value: string }[] } | null }>
  }
}

const folder = import.meta.dirname
export const cli = join(folder, 'node_modules/@cloudbase/cli/bin/tcb')
export const isInstalled = () => existsSync(cli)

/** The official tools are big and only a deployment needs them: they are no part of the product's own packages. */
export async function installTools(): Promise<boolean> {
  if (isInstalled()) return true
  console.log('Installing the platform’s own tools (once) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return (await run(npm, ['ci', '--prefix', folder], { quiet: true })) === 0
}

export function managerFor({ envId, secretId, secretKey }: DeploySettings): Manager {
  const CloudBase = createRequire(join(folder, 'manager.ts'))('@cloudbase/manager-node')
  return new CloudBase({ envId, secretId, secretKey }) as Manager
}
