/**
 * Every collection, its flat keys and its indexes: the one declaration from which both adapters, the deploy
 * list and the tests are made. A key that ends in `[]` holds several texts; it may only lead an index.
 */
export const collections = {
  matters: {
    keys: ['kind', 'stage', 'open', 'desk[]', 'dueAt', 'wakeAt', 'place', 'topic', 'createdAt'],
    indexes: {
      byWake: ['wakeAt'],
      byDesk: ['desk[]', 'open', 'dueAt'],
      byDeskNewest: ['desk[]', 'open', 'createdAt'],
      byDeskEver: ['desk[]', 'createdAt'],
      byDeskStage: ['desk[]', 'stage', 'dueAt'],
      byDeskStageNewest: ['desk[]', 'stage', 'createdAt'],
    },
  },
  history: { keys: ['matter', 'page'], indexes: { byMatter: ['matter', 'page'] } },
  messages: { keys: ['matter', 'n'], indexes: { byMatter: ['matter', 'n'] } },
  facts: { keys: ['what', 'day', 'unit', 'matter'], indexes: { byDay: ['what', 'day'] } },
  people: { keys: ['role[]', 'name'], indexes: { byRole: ['role[]', 'name'] } },
  units: {
    keys: ['kind', 'legal', 'grievance', 'name'],
    indexes: { byKind: ['kind', 'name'], byParent: ['legal', 'name'] },
  },
  // A person's working plan with what was opened and closed beside it; `serves`: each way alone, and with each town.
  plans: { keys: ['serves[]', 'person'], indexes: { byServes: ['serves[]', 'person'] } },
  // What a person's day holds: GUARD for capacity, overlap and the way.
  days: { keys: ['person', 'day'], indexes: {} },
  lawyers: {
    keys: ['assignable', 'town[]', 'load', 'lastOfferAt'],
    indexes: { byLoad: ['assignable', 'load', 'lastOfferAt'], byTown: ['town[]', 'assignable', 'load'] },
  },
  rota: { keys: [], indexes: {} },
  policy: { keys: [], indexes: {} },
  codes: { keys: ['matter'], indexes: {} },
  files: {
    keys: ['owner', 'matter', 'state', 'at'],
    indexes: { byMatter: ['matter', 'at'], byState: ['state', 'at'] },
  },
  // Every yes to a consent and every taking back, a document each; made once and never changed.
  consents: { keys: ['person', 'n'], indexes: { byPerson: ['person', 'n'] } },
  profiles: { keys: [], indexes: {} },
  // Who answers for a child's account.
  wards: { keys: ['guardian', 'at'], indexes: { byGuardian: ['guardian', 'at'] } },
  // Who read what somebody sent: a document a matter, reader and day.
  access: { keys: ['owner', 'matter', 'at'], indexes: { byOwner: ['owner', 'at'], byMatter: ['matter', 'at'] } },
  // What people ask about their own data: to have it put right, or forgotten.
  requests: {
    keys: ['person', 'to', 'state', 'at'],
    indexes: { byPerson: ['person', 'at'], byTo: ['to', 'state', 'at'], byState: ['state', 'at'] },
  },
  accounts: { keys: ['person'], indexes: { byPerson: ['person'] } },
  notices: {
    keys: ['to', 'matter', 'at', 'state', 'seen'],
    indexes: {
      byRecipient: ['to', 'at'],
      byUnseen: ['to', 'seen', 'at'],
      byMatter: ['matter', 'at'],
      byState: ['state', 'at'],
    },
  },
  // A report that may be the same as another, by keyed marks of its village, topic, words and pictures.
  likeness: { keys: ['band[]', 'at'], indexes: { byBand: ['band[]', 'at'] } },
  knowledge: { keys: [], indexes: {} },
  // Law classes: a series a document, until its last day.
  classes: { keys: ['last'], indexes: { byLast: ['last'] } },
  // Who wants to be reminded of one of its days, and what all of them have to be told.
  reminders: {
    keys: ['state', 'dueAt', 'occurrence'],
    indexes: { byDue: ['state', 'dueAt'], byOccurrence: ['occurrence', 'dueAt'] },
  },
  // What was asked before a class.
  asked: {
    keys: ['occurrence', 'person', 'at'],
    indexes: { byOccurrence: ['occurrence', 'at'], byPerson: ['person', 'at'] },
  },
  parties: { keys: ['party', 'side', 'matter'], indexes: { byParty: ['party', 'side', 'matter'] } },
  // 三单一函 as they are listed: what is written on them lies sealed in their matter.
  papers: {
    keys: ['state', 'unit', 'matter', 'at', 'series'],
    indexes: {
      byAt: ['at'],
      byState: ['state', 'at'],
      byUnit: ['unit', 'at'],
      byUnitState: ['unit', 'state', 'at'],
    },
  },
  counters: { keys: [], indexes: {} },
  throttle: { keys: [], indexes: {} },
  lease: { keys: [], indexes: {} },
} as const satisfies Record<string, { keys: readonly string[]; indexes: Record<string, readonly string[]> }>

export type Collection = keyof typeof collections
