import type { Manager } from './manager'

/** A manager of an environment in which there is nothing: it tells each call and makes none. */
export function recorded(tell: (call: string) => void): Manager {
  const told = <T>(name: string, args: unknown[], answer: T): Promise<T> => {
    tell(`${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)
    return Promise.resolve(answer)
  }
  return {
    database: {
      listCollections: (page) => told('database.listCollections', [page], { Collections: [] }),
      createCollection: (name) => told('database.createCollection', [name], {}),
      describeCollection: (name) => told('database.describeCollection', [name], { Indexes: [] }),
      updateCollection: (name, change) => told('database.updateCollection', [name, change], {}),
    },
    commonService: () => ({ call: (request) => told('commonService().call', [request], {}) }),
    storage: {
      getStorageAcl: (options) => told('storage.getStorageAcl', [options], { acl: '' }),
      setStorageAcl: (acl, rule) => told('storage.setStorageAcl', [acl, rule], {}),
    },
    functions: { getFunctionDetail: (name) => told('functions.getFunctionDetail', [name], {}) },
  }
}
