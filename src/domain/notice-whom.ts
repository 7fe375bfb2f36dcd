import type { Aid } from './aid-types'
import type { Notice } from './notice'

/** To whom a notice goes, and by which way it sets out. */

export type Told = Omit<Notice, 'at' | 'lateBy'>
export const app = (to: string | undefined, template: string, params: Record<string, string> = {}): Told[] =>
  to ? [{ to, channel: 'app', template, params }] : []

export const sms = (to: string | undefined, template: string, params: Record<string, string> = {}): Told[] =>
  to ? [{ to, channel: 'sms', template, params }] : []

/** What is worth a subscription message: something was decided, or something is asked of her. */
const SUBSCRIBED: readonly string[] = [
  'aid.assigned',
  'aid.papers',
  'aid.refused',
  'aid.transferred',
  'aid.closed',
  'aid.terminated',
  'aid.ruled',
]

/** Everybody who answers for an organisation: whoever delivers knows who they are. */
export const houseOf = (unit: string): string => `house:${unit}`

/** The person herself, her helper, her kin: whoever she chose; her own account always. */
export function person(matter: Aid, template: string, params: Record<string, string> = {}): Told[] {
  const { owner, helper, tell, personal } = matter
  const subscribed = owner && SUBSCRIBED.includes(template)
  // Of whose matter it is each one hears in his own person.
  const forHelper = { ...params, reader: 'helper' }
  const forOwner = matter.for === 'other' ? forHelper : params
  const chosen = [
    ...app(owner, template, forOwner),
    ...(subscribed ? [{ to: owner, channel: 'wechat' as const, template, params: forOwner }] : []),
    // Whoever asked for another has the account; the one who is helped has a telephone.
    ...((owner && matter.for !== 'other') || !tell.includes('person')
      ? []
      : sms(personal.applicant.phone, template, params)),
    ...(tell.includes('helper') ? app(helper?.id, template, forHelper) : []),
    ...(tell.includes('kin') ? sms(personal.kin?.phone, template, { ...params, reader: 'kin' }) : []),
  ]
  // Nobody reachable was chosen: whoever entered it is told, rather than nobody.
  return chosen.length > 0 ? chosen : app(helper?.id, template, forHelper)
}
