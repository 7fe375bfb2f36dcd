import type { AidLaw } from '@/domain/aid-law'
import type { Calendar } from '@/domain/calendar'
import type { Limit } from '@/domain/clock'
import type { Subject } from '@/domain/lawyer-card'
import type { LimitationLaw } from '@/domain/limitation'
import type { LicenceRules } from '@/domain/matching'
import type { Policy } from '@/domain/policy'
import type { Templates } from './notifier/templates'
import type { Clockwork, Files, Log, Notifier, Store } from './ports'
import type { Sealer } from './seal'

/** Everything the pipeline may touch. A door builds one; nothing else knows which adapters are in it. */
export type World = {
  store: Store
  seal: Sealer
  clock: Clockwork
  files: Files
  /** The letters that the county registered with WeChat, where it did. */
  templates?: Templates
  /** Without one nothing leaves for phones; what is told is read in the product. */
  notifier?: Notifier
  /** The characters of papers in PDF; without them there are papers as .docx. */
  font?: () => Promise<Uint8Array | undefined>
  /** How a name sounds, for near hits of the wall; whoever only wakes by the clock carries no dictionary. */
  soundOfName?: (name: string, person: boolean) => Promise<string>
  log: Log
  calendar: Calendar
  limits: readonly Limit[]
  /** data/limitations.json: within what time a claim has to be brought. */
  limitations: LimitationLaw
  /** data/aid-turns.json: what the statute asks where legal aid takes a turn. */
  aidLaw: AidLaw
  /** The product's starting values; the county's own lie in the store. */
  policy: Policy
  licences: LicenceRules
  /** data/topics.json: what kind of lawyer a topic asks for. */
  topics: Record<string, { subject: Subject; article?: string; certainty: string }>
  /** data/groups.json: whom the law spares a check, by the code of the form. */
  groups: Record<string, { article: string; certainty?: string }>
  /** In front of `/calendar/…`, where a door serves the calendars that phones subscribe to; empty for its own address. */
  calendarAt?: string
}
