import type { Day, Instant } from './time'

/**
 * What a person is asked for by itself, beside the notice: whereabouts, health, a child under 14, a recording of her
 * voice (个人信息保护法 28–31). Saying yes and taking it back are entries of one log that only grows.
 */
export const consentKinds = ['notice', 'place', 'health', 'minor', 'voice'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** The version of the text that each is given to; a newer text asks again. */
export const consentVersions: Readonly<Record<ConsentKind, string>> = {
  notice: '2026-11-23',
  place: '2026-11-23',
  health: '2026-11-23',
  minor: '2026-11-23',
  voice: '2026-11-23',
}

/** `page`: on her own page of consents · `form`: beside the field it is for · `wechat`: WeChat's own sheet. */
export const consentWays = ['page', 'form', 'wechat'] as const
export type ConsentWay = (typeof consentWays)[number]

/** One line of the log. It is never changed: taking back is another line. */
export type ConsentEntry = { what: ConsentKind; version: string; at: Instant; how: ConsentWay; yes: boolean }

/** How one of them stands: absent dates where it was never given or never taken back. */
export type ConsentNow = {
  what: ConsentKind
  version: string
  /** She said yes to the text in force, and hasn't taken it back. */
  given: boolean
  givenAt?: Instant
  withdrawnAt?: Instant
  /** The text that she said yes to, where that is an older one. */
  olderVersion?: string
}

/** Each kind as the log leaves it; entries in the order they were made. */
export function consentsNow(entries: readonly ConsentEntry[]): ConsentNow[] {
  return consentKinds.map((what) => {
    const version = consentVersions[what]
    const own = entries.filter((entry) => entry.what === what)
    const last = own.at(-1)
    const yes = own.findLast((entry) => entry.yes)
    const older = last?.yes && last.version !== version
    return {
      what,
      version,
      given: last?.yes === true && !older,
      ...(yes && { givenAt: yes.at }),
      ...(last && !last.yes && yes && { withdrawnAt: last.at }),
      ...(older && { olderVersion: last.version }),
    }
  })
}

export const hasGiven = (entries: readonly ConsentEntry[], what: ConsentKind): boolean =>
  consentsNow(entries).some((now) => now.what === what && now.given)

/** What an act says that somebody may have to agree to first. */
export type SensitiveParts = {
  pin?: boolean
  voice?: boolean
  groups?: readonly string[]
  /** 残疾、行动不便: why somebody is visited at home. */
  need?: string
  birth?: Day
}

/** 法律援助法 42: words that say how somebody's health is, or what was done to her. */
const HEALTH_GROUPS: readonly string[] = ['no-income-disabled', 'abuse-victim', 'disabled', 'elder']
export const tellsHealth = (groups: readonly string[]): boolean => groups.some((group) => HEALTH_GROUPS.includes(group))

/**
 * Which consents an act touches. `must`: without it the door refuses; for the others the form's own field is what the
 * statute asks of her (法律援助法 42), so they are asked beside the field and kept, and nothing is refused without them.
 */
export function consentsFor(
  act: 'submit' | 'profile',
  parts: SensitiveParts,
  today: Day,
): { what: ConsentKind; must: boolean }[] {
  const young = parts.birth !== undefined && isUnder14(parts.birth, today)
  return [
    // A point on a map is more than anybody needs to find a village: nothing is lost by leaving it out.
    ...(parts.pin ? [{ what: 'place' as const, must: true }] : []),
    ...(young ? [{ what: 'minor' as const, must: act === 'profile' }] : []),
    ...(parts.need || tellsHealth(parts.groups ?? []) ? [{ what: 'health' as const, must: false }] : []),
    ...(parts.voice ? [{ what: 'voice' as const, must: false }] : []),
  ]
}

/** 个人信息保护法 31: under 14 a parent or guardian says yes. */
export const isUnder14 = (birth: Day, today: Day): boolean => isYounger(birth, 14, today)
export const isUnder18 = (birth: Day, today: Day): boolean => isYounger(birth, 18, today)

const isYounger = (birth: Day, years: number, today: Day): boolean =>
  `${String(Number(birth.slice(0, 4)) + years).padStart(4, '0')}${birth.slice(4)}` > today
