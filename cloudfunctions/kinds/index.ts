import type { Matter } from '@/domain/matters'
import { aidKind } from './aid'
import { grievanceKind } from './grievance'
import type { Kind } from './kind'
import { questionKind } from './question'
import { visitKind } from './visit'

export type { Blank, Command, Found, Given, Kind, Step } from './kind'

/** Every kind of matter, by its name. Each is only ever handed what it made itself. */
const kinds = { aid: aidKind, question: questionKind, grievance: grievanceKind, visit: visitKind } as unknown as Record<
  Matter['kind'],
  Kind
>

/** The kind of a matter by its id (`aid:…`); undefined for an id that names none. */
export const kindOf = (id: string): Kind | undefined => {
  const name = id.split(':')[0] ?? ''
  return Object.hasOwn(kinds, name) ? kinds[name as Matter['kind']] : undefined
}
export const kindOfState = ({ kind }: Matter): Kind => kinds[kind]
