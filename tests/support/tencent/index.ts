import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

type Key = { Name: string; Direction: string }
type Index = { Name: string; Keys: Key[]; Unique: boolean }
type Variable = { Key: string; Value: string }
type Deployed = { Environment: { Variables: Variable[] }; Triggers: unknown[]; [name: string]: unknown }
type Params = Record<string, never> & { [name: string]: unknown }
export type Asked = { host: string; action: string; params: Params; credential: string }

class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The cloud's API as far as a deployment uses it, in memory: tables, indexes, access, storage's rule, functions. */
export async function startTencent({ envId = 'loopback', takesIdInIndex = true } = {}) {
  const asked: Asked[] = []
  const tables = new Map<string, { indexes: Index[]; acl: string }>()
  const functions = new Map<string, Deployed>()
  const state = { storage: { AclTag: 'PRIVATE' } as Record<string, unknown>, failing: '' }

  const table = ({ TableName, CollectionName }: Params) => {
    const found = tables.get(String(TableName ?? CollectionName))
    if (!found) throw new Refused('ResourceNotFound', 'no such table')
    return found
  }
  const environment = {
    EnvId: envId,
    Alias: 'county',
    Status: 'NORMAL',
    EnvType: 'baas',
    Databases: [{ InstanceId: 'tnt-1', Status: 'RUNNING', Region: 'ap-shanghai' }],
    Storages: [{ Bucket: 'bucket-1', Region: 'ap-shanghai', CdnDomain: 'cdn', AppId: '1' }],
    Functions: [{ Namespace: envId, Region: 'ap-shanghai' }],
  }
  const deployed = ({ FunctionName }: Params) => {
    const found = functions.get(String(FunctionName))
    if (!found) throw new Refused('ResourceNotFound.FunctionName', 'no such function')
    return found
  }
  const actions = new Map<string, (params: Params) => object>([
    ['DescribeEnvs', () => ({ EnvList: [environment] })],
    ['DescribeEnvInfo', () => ({ EnvInfo: { EnvBaseInfo: environment } })],
    [
      'ListTables',
      ({ MgoLimit, MgoOffset }) => ({
        Tables: [...tables.keys()]
          .slice(Number(MgoOffset), Number(MgoOffset) + Number(MgoLimit))
          .map((TableName) => ({ TableName })),
      }),
    ],
    [
      'CreateTable',
      ({ TableName }) => {
        if (tables.has(String(TableName))) throw new Refused('ResourceInUse', 'there already')
        // What a new collection of a mini-program allows: everybody reads.
        tables.set(String(TableName), { acl: 'READONLY', indexes: [indexOn('_id_', ['_id'])] })
        return {}
      },
    ],
    ['DescribeTable', (params) => ({ Indexes: table(params).indexes, IndexNum: table(params).indexes.length })],
    [
      'UpdateTable',
      (params) => {
        const { indexes } = table(params)
        const wanted = (params.CreateIndexes ?? []) as {
          IndexName: string
          MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: Key[] }
        }[]
        for (const { IndexName, MgoKeySchema } of wanted) {
          const { MgoIndexKeys: Keys, MgoIsUnique: Unique } = MgoKeySchema
          if (indexes.some(({ Name }) => Name === IndexName)) throw new Refused('ResourceInUse', 'index there already')
          if (!takesIdInIndex && Keys.some(({ Name }) => Name === '_id'))
            throw new Refused('InvalidParameter', '_id cannot be indexed')
          indexes.push({ Name: IndexName, Keys, Unique })
        }
        return {}
      },
    ],
    ['DescribeDatabaseACL', (params) => ({ AclTag: table(params).acl })],
    [
      'ModifyDatabaseACL',
      (params) => {
        table(params).acl = String(params.AclTag)
        return {}
      },
    ],
    ['DescribeStorageSafeRule', () => state.storage],
    [
      'ModifyStorageSafeRule',
      ({ AclTag, Rule }) => {
        state.storage = { AclTag, Rule }
        return {}
      },
    ],
    [
      'CreateFunction',
      (params) => {
        const name = String(params.FunctionName)
        if (functions.has(name)) throw new Refused('ResourceInUse.FunctionName', 'there already')
        functions.set(name, { Environment: { Variables: [] }, ...params, Triggers: [] })
        return {}
      },
    ],
    ['GetFunction', (params) => ({ Status: 'Active', VpcConfig: {}, ...deployed(params) })],
    ['UpdateFunctionCode', (params) => ({ changed: Object.assign(deployed(params), { Code: params.Code }) && true })],
    ['UpdateFunctionConfiguration', (params) => ({ changed: Object.assign(deployed(params), params) && true })],
    [
      'BatchCreateTrigger',
      (params) => {
        const found = deployed(params)
        const named = (list: unknown[]) =>
          new Map(list.map((each) => [(each as { TriggerName: string }).TriggerName, each]))
        found.Triggers = [...named([...found.Triggers, ...JSON.parse(String(params.Triggers))]).values()]
        return {}
      },
    ],
  ])
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const action = String(request.headers['x-tc-action'] ?? '')
      const params = (body.startsWith('{') ? JSON.parse(body) : {}) as Params
      const host = String(request.headers['x-asked-host'] ?? request.headers.host)
      const credential = /Credential=([^/]*)/.exec(String(request.headers.authorization ?? ''))?.[1] ?? ''
      asked.push({ host, action, params, credential })
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ Response: { RequestId: 'r', ...answer(action, params) } }))
    })
  })
  const answer = (action: string, params: Params): object => {
    try {
      if (action === state.failing) throw new Refused('AuthFailure.UnauthorizedOperation', 'not allowed')
      return actions.get(action)?.(params) ?? {}
    } catch (error) {
      if (error instanceof Refused) return { Error: { Code: error.code, Message: error.message } }
      throw error
    }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    tables,
    functions,
    state,
    /** For a process whose HTTPS requests are to come here. */
    env: {
      LOOPBACK_PORT: String(port),
      NODE_OPTIONS: `--require ${join(import.meta.dirname, 'to-loopback.cjs')}`,
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const indexOn = (Name: string, columns: string[]): Index => ({
  Name,
  Keys: columns.map((column) => ({ Name: column, Direction: '1' })),
  Unique: false,
})
