import type { Files } from '../ports'

/** Bytes of evidence in memory, for simulations and tests. */
export function memoryFiles(): Files {
  const files = new Map<string, Uint8Array>()
  return {
    async put(id, bytes) {
      files.set(id, bytes.slice())
    },
    get: async (id) => files.get(id)?.slice(),
    async remove(id) {
      files.delete(id)
    },
    size: async (id) => files.get(id)?.byteLength,
  }
}
