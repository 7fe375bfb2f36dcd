import { roles } from '@/domain/decider'
import type { Doc } from './ports'
import { type PersonRecord, readPerson } from './records'
import type { World } from './world'

/** Everybody of the county once, by name; the index lists a person under each of her roles. */
export async function everybody(world: World): Promise<PersonRecord[]> {
  const found = new Map<string, Doc>()
  for (const role of roles)
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await world.store.list('people', { index: 'byRole', where: { role }, limit: 100, after })
      for (const doc of page.docs) found.set(doc.id, doc)
      after = page.next
    }
  const people = [...found.values()].map((doc) => readPerson(world, doc))
  return people.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
}
