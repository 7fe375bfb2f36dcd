import { capsuleWords as words } from '@/words/capsules'
import { capsuleFiles } from './capsule-files'
import { CAPSULES, type Capsule, type CapsuleFile, change, dropFiles, ownerNow, read, under } from './capsules'

/** What is taken down without a signal is put by on this phone, with copies of its files. */

export const CAPSULE_BYTES = 40 * 1024 * 1024

type New = Omit<Capsule, 'files' | 'wrong'> & {
  /** Where each lies now. One that waited here before needn't lie anywhere else. */
  files: readonly { id: string; path: string }[]
}

/** Keeps a whole form until there is a signal; or a sentence why not, and then nothing of it is kept here. */
export async function putCapsule({ files, ...form }: New): Promise<string | undefined> {
  const owner = ownerNow()
  const { items } = read(owner)
  const before = items.find(({ key }) => key === form.key)
  const others = items.filter(({ key }) => key !== form.key)
  if (others.length >= CAPSULES) return words.full(others.length)
  const had = before?.files ?? []
  const made: CapsuleFile[] = []
  try {
    const sizes = await Promise.all(
      files.map(async ({ id, path }) => had.find((each) => each.id === id)?.bytes ?? (await capsuleFiles.size(path))),
    )
    const bytes = [...others.flatMap((each) => each.files.map((file) => file.bytes)), ...sizes]
    if (bytes.reduce((sum, each) => sum + each, 0) > CAPSULE_BYTES) return words.fullBytes
    const all: CapsuleFile[] = []
    for (const [n, { id, path }] of files.entries()) {
      const old = had.find((each) => each.id === id)
      const file = old ?? { id, name: nameOf(id, path), bytes: sizes[n] ?? 0 }
      all.push(file)
      if (old) continue
      made.push(file)
      under.add(file.name)
      await capsuleFiles.keep(file.name, path)
    }
    const capsule: Capsule = { ...form, files: all }
    change(owner, (kept) => ({
      ...kept,
      items: [...kept.items.filter(({ key }) => key !== form.key), capsule].sort(byTaken),
    }))
    await dropFiles(had.filter(({ id }) => !files.some((file) => file.id === id)))
    return undefined
  } catch {
    await dropFiles(made)
    return words.noRoom
  } finally {
    for (const { name } of made) under.delete(name)
  }
}

const byTaken = (a: Capsule, b: Capsule) => (a.takenAt < b.takenAt ? -1 : a.takenAt > b.takenAt ? 1 : 0)
// The platform's storage goes by the name's end.
const nameOf = (id: string, path: string) => `${id}${/\.\w{1,5}$/.exec(path)?.[0] ?? ''}`
