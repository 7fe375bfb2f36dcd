import type { Parsed } from '@/contract/actions'
import type { AccessRow, ConsentsView, Holding, MyProfile, Profile } from '@/contract/views'
import { consentsNow, isUnder14 } from '@/domain/consent'
import { isRefusal, refuse } from '@/domain/decider'
import { dayOf } from '@/domain/time'
import { kindTexts, languageTexts, topicText } from '@/words/aid'
import { roleText } from '@/words/me'
import { accessTexts, consentTexts, consentWayTexts, holdingItems, holdingTexts } from '@/words/privacy'
import { readsOf } from '../access-log'
import { findPerson } from '../circumstances'
import { agreed, consentsOf, keepConsent } from '../consents'
import { isStaff } from '../erase-account'
import { guardOf, profileOf, profileWrite, wardsOf } from '../profiles'
import { isPerson, type PersonRecord, personId, readPerson, writePerson } from '../records'
import type { World } from '../world'
import type { Binding, Context, Result } from './binding'
import { mattersOf, type Subject, subjectOf } from './subject'

/** What is held of a person, what she agreed to, who read it; and her own name and number put right at once. */

const same = <K extends keyof typeof holdingTexts>(key: K, items: string[]): Holding => ({
  ...holdingTexts[key],
  items: items.length > 0 ? items : [holdingItems.none],
})

export async function profileView(context: Context, subject: Subject): Promise<MyProfile> {
  const { world, account } = context
  const { id } = subject
  const [{ record: profile }, person, matters, log, wards, { record: guard }, reads] = await Promise.all([
    profileOf(world, id),
    findPerson(world, id),
    mattersOf(context, id),
    consentsOf(world, id),
    wardsOf(world, id),
    guardOf(world, id),
    readsOf(world, id, { limit: 50 }),
  ])
  const open = matters.filter(({ state }) => state.open).length
  const holdings = [
    same('profile', itemsOf(profile)),
    same('account', [
      ...(account || !person ? [holdingItems.wechat] : []),
      ...(person ? [holdingItems.registered(person.name)] : []),
    ]),
    same('matters', matters.length > 0 ? [holdingItems.matters(open, matters.length - open)] : []),
    same('consents', log.length > 0 ? [holdingItems.count(log.length)] : []),
    same('access', reads.items.length > 0 ? [holdingItems.count(reads.items.length)] : []),
  ]
  return {
    id,
    profile: shown(profile, person),
    ...(person && { account: accountOf(person) }),
    holdings,
    wards: wards.map(({ child, guard: { childName, relation } }) => ({ id: child, name: childName, relation })),
    ...(guard && { guardian: { name: guard.name, relation: guard.relation, since: guard.at } }),
  }
}

const shown = (own: Profile, person: PersonRecord | undefined): Profile => ({
  ...(person && !isStaff(person) && { name: person.name, ...(person.phone && { phone: person.phone }) }),
  ...(person && !isStaff(person) && person.birth && { birth: person.birth }),
  ...own,
})

const accountOf = ({ name, phone, roles }: PersonRecord) => ({
  name,
  ...(phone && { phone }),
  roles: [...new Set(roles.map(({ role }) => roleText(role)))],
})

const itemsOf = ({ name, phone, birth, language }: Profile): string[] => [
  ...(name ? [holdingItems.name(name)] : []),
  ...(phone ? [holdingItems.phone(phone)] : []),
  ...(birth ? [holdingItems.birth(birth)] : []),
  ...(language ? [holdingItems.language(languageTexts[language] ?? language)] : []),
]

async function profile(context: Context, { ward }: Parsed<'me.profile'>): Result<MyProfile> {
  const subject = await subjectOf(context, ward)
  return isRefusal(subject) ? subject : profileView(context, subject)
}

const TRIES = 8

/** What is left out stays; an empty text takes it out. A child's birthday waits for the guardian's yes. */
async function save(context: Context, { ward, requestId: _, ...given }: Parsed<'me.save'>): Result<MyProfile> {
  const { world, now } = context
  const subject = await subjectOf(context, ward)
  if (isRefusal(subject)) return subject
  const young = given.birth && isUnder14(given.birth, dayOf(now))
  if (young && !subject.guard && !(await agreed(world, subject.id, 'minor')))
    return refuse('me.consent-missing', { what: 'minor' })
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const kept = await profileOf(world, subject.id)
    const merged = { ...kept.record, ...given }
    const record = Object.fromEntries(Object.entries(merged).filter(([, value]) => value)) as Profile
    const writes = [
      profileWrite(world, subject.id, record, kept.version),
      ...(await residentWrites(world, subject.id, given)),
    ]
    if ((await world.store.save(writes)).ok) return profileView(context, subject)
  }
  return refuse('matter.busy')
}

/** Where the county lists her as a resident, her record says the same; who works here is put right by the bureau. */
async function residentWrites(world: World, id: string, given: Omit<Parsed<'me.save'>, 'ward' | 'requestId'>) {
  const doc = await world.store.get('people', personId(id))
  if (!doc || !isPerson(doc)) return []
  const person = readPerson(world, doc)
  if (isStaff(person)) return []
  const { name, phone, birth } = given
  const { phone: hadPhone, birth: hadBirth, ...rest } = person
  const now = {
    ...rest,
    ...(name && { name }),
    ...((phone ?? hadPhone) && { phone: phone ?? hadPhone }),
    ...((birth ?? hadBirth) && { birth: birth ?? hadBirth }),
  } as PersonRecord
  return [writePerson(world, now, doc.version)]
}

async function consentsView(world: World, person: string): Promise<ConsentsView> {
  const log = await consentsOf(world, person)
  return {
    items: consentsNow(log).map((now) => ({ ...now, ...consentTexts[now.what] })),
    log: log
      .map(({ at, what, yes, version, how }) => ({
        at,
        title: consentTexts[what].title,
        yes,
        version,
        wayText: consentWayTexts[how],
      }))
      .reverse(),
  }
}

async function consents(context: Context, { ward }: Parsed<'me.consents'>): Result<ConsentsView> {
  const subject = await subjectOf(context, ward)
  return isRefusal(subject) ? subject : consentsView(context.world, subject.id)
}

async function consent(context: Context, input: Parsed<'me.consent'>): Result<ConsentsView> {
  const { what, yes, how, version, guardian, ward } = input
  const subject = await subjectOf(context, ward)
  if (isRefusal(subject)) return subject
  const by = subject.guard ? { name: subject.guard.name, relation: subject.guard.relation } : guardian
  await keepConsent(context.world, subject.id, { what, yes, how, version, ...(by && { by }) })
  return consentsView(context.world, subject.id)
}

/** Who opened her matters, then who was given her number: the latter stand in each matter's own history. */
async function accesses(
  context: Context,
  { ward, after, limit }: Parsed<'me.accesses'>,
): Result<{ items: AccessRow[]; next?: string }> {
  const { world } = context
  const subject = await subjectOf(context, ward)
  if (isRefusal(subject)) return subject
  const [{ items: reads, next }, matters] = await Promise.all([
    readsOf(world, subject.id, { after, limit }),
    mattersOf(context, subject.id),
  ])
  const titles = new Map(matters.map(({ id, state }) => [id, titleOf(state)]))
  const numbers = after
    ? []
    : matters.flatMap(({ id, state }) =>
        callsOf(state).map(
          ({ at, by }): AccessRow => ({
            at,
            matter: id,
            title: titles.get(id) ?? '',
            what: 'number',
            whatText: accessTexts.number,
            by: by.name,
            roleText: '',
          }),
        ),
      )
  const opened = reads.map(
    ({ at, matter, by, why }): AccessRow => ({
      at,
      matter,
      title: titles.get(matter) ?? kindTexts[matter.split(':')[0] ?? ''] ?? '',
      what: 'read',
      whatText: accessTexts.read,
      by: by.name,
      roleText: roleText(by.role as never),
      ...(why && { why }),
    }),
  )
  const items = [...opened, ...numbers].sort((a, b) => (a.at < b.at ? 1 : -1))
  return { items, ...(next && { next }) }
}

type Titled = { kind: string; topic: string }
export const titleOf = ({ kind, topic }: Titled): string =>
  // On her own telephone a list may be read over her shoulder.
  topic === 'violence' ? (kindTexts[kind] ?? '') : `${kindTexts[kind] ?? ''}：${topicText(topic)}`

const callsOf = (state: object): { at: string; by: { name: string } }[] =>
  'calls' in state && Array.isArray(state.calls) ? state.calls : []

export const privacyActions: {
  [A in 'me.profile' | 'me.save' | 'me.consents' | 'me.consent' | 'me.accesses']: Binding<A>
} = {
  'me.profile': profile,
  'me.save': save,
  'me.consents': consents,
  'me.consent': consent,
  'me.accesses': accesses,
}
