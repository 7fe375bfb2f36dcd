import type { Matter } from '@/domain/matters'
import { aidKind } from './aid'
import { forwarded } from './forwarded'
import { grievanceKind } from './grievance'
import type { Kind } from './kind'
import { questionKind } from './question'
import { spoken } from './spoken'
import { visitKind } from './visit'

export type { Blank, Command, Found, Given, Kind, Step } from './kind'

/** Every kind of matter, by its name. Each is only ever handed what it made itself. */
const kinds: Record<Matter['kind'], Kind> = {
  aid: spoken(forwarded(aidKind as unknown as Kind)),
  question: spoken(forwarded(questionKind as unknown as Kind)),
  grievance: spoken(forwarded(grievanceKind as unknown as Kind)),
  visit: spoken(forwarded(visitKind as unknown as Kind)),
}

/** The kind of a matter by its id (`aid:…`); undefined for an id that names none. */
export const kindOf = (id: string): Kind | undefined => {
  const name = id.split(':')[0] ?? ''
  return Object.hasOwn(kinds, name) ? kinds[name as Matter['kind']] : undefined
}
export const kindOfState = ({ kind }: Matter): Kind => kinds[kind]
