import Taro from '@tarojs/taro'
import type { Role } from '@/domain/decider'

/** Where one can go. Pages name no path of their own. */
export const places = {
  home: '/pages/home/index',
  matters: '/pages/matters/index',
  me: '/pages/me/index',
  matter: '/pages/matter/index',
  track: '/pages/track/index',
  circle: '/pages/circle/index',
  ask: '/roles/resident/ask/index',
  question: '/roles/resident/question/index',
  report: '/roles/resident/report/index',
  grievance: '/roles/resident/grievance/index',
  knowledge: '/roles/resident/knowledge/index',
  classes: '/roles/classes/list/index',
  classOne: '/roles/classes/class/index',
  classEdit: '/roles/classes/edit/index',
  visit: '/roles/resident/visit/index',
  visitMatter: '/roles/resident/visit/matter/index',
  visitDesk: '/roles/visits/day/index',
  visitAtDesk: '/roles/visits/visit/index',
  visitPlan: '/roles/visits/plan/index',
  apply: '/roles/resident/apply/index',
  receipt: '/roles/resident/receipt/index',
  papers: '/roles/resident/papers/index',
  rate: '/roles/resident/rate/index',
  language: '/roles/language/choice/index',
  languageSample: '/roles/language/sample/index',
  languageReview: '/roles/language/review/index',
  invite: '/roles/joining/invite/index',
  signIn: '/roles/joining/sign-in/index',
  myData: '/roles/privacy/mine/index',
  myConsents: '/roles/privacy/consents/index',
  myReaders: '/roles/privacy/readers/index',
  myLeave: '/roles/privacy/leave/index',
  privacyNotice: '/roles/privacy/notice/index',
  privacyAsk: '/roles/privacy/ask/index',
  privacyDesk: '/roles/privacy/desk/index',
  forwarded: '/roles/forward/list/index',
  register: '/roles/forward/register/index',
  registerGroup: '/roles/forward/group/index',
  criminalNotice: '/roles/forward/notice/index',
  slips: '/roles/forward/slips/index',
  organisationList: '/roles/organisation/list/index',
  organisationMatter: '/roles/organisation/matter/index',
  lawyerToday: '/roles/lawyer/today/index',
  lawyerMatter: '/roles/lawyer/matter/index',
  dutyQuestion: '/roles/duty/question/index',
  dutyCard: '/roles/duty/card/index',
  dutyMonth: '/roles/duty/month/index',
  dutyCalls: '/roles/duty/calls/index',
  rotaBoard: '/roles/rota/board/index',
  rotaSeat: '/roles/rota/seat/index',
  rotaDraft: '/roles/rota/draft/index',
  rotaPublished: '/roles/rota/published/index',
  overview: '/roles/supervisor/overview/index',
  coverage: '/roles/supervisor/coverage/index',
  bulletin: '/roles/supervisor/bulletin/index',
  gaming: '/roles/supervisor/gaming/index',
  plate: '/roles/supervisor/plate/index',
  centreQueue: '/roles/centre/queue/index',
  centreBatch: '/roles/centre/batch/index',
  centreLedger: '/roles/centre/ledger/index',
  centreMatter: '/roles/centre/matter/index',
  commandQueue: '/roles/command/queue/index',
  commandMatter: '/roles/command/matter/index',
  catalogue: '/roles/command/catalogue/index',
  knowledgeDesk: '/roles/command/knowledge/index',
  unitDesk: '/roles/unit/desk/index',
  unitMatter: '/roles/unit/matter/index',
  paper: '/roles/papers/paper/index',
  watchPapers: '/roles/supervisor/papers/index',
  objections: '/roles/supervisor/objections/index',
} as const

export type Place = (typeof places)[keyof typeof places]
type Params = Record<string, string>

const homes: Partial<Record<Role, Place>> = {
  lawyer: places.lawyerToday,
  organisation: places.organisationList,
  village: places.forwarded,
  guide: places.forwarded,
  town: places.unitDesk,
  department: places.unitDesk,
  centre: places.centreQueue,
  command: places.commandQueue,
  supervisor: places.overview,
}

/** The first page of whoever acts in this role. */
export const homeOf = (role: Role): Place => homes[role] ?? places.home

const matterPages: Partial<Record<Role, Place>> = {
  lawyer: places.lawyerMatter,
  organisation: places.organisationMatter,
  centre: places.centreMatter,
  supervisor: places.centreMatter,
}

// What people report has desks of its own; whoever reported it reads it on the resident's own page.
const grievancePages: Partial<Record<Role, Place>> = {
  command: places.commandMatter,
  supervisor: places.commandMatter,
  village: places.unitMatter,
  town: places.unitMatter,
  department: places.unitMatter,
}

// Whoever may stand in a seat, or looks after those who do.
const answerers: readonly Role[] = ['lawyer', 'town', 'centre', 'command', 'supervisor']

/** Where whoever acts in this role works on a matter; a question, told by its id, has a page of its own. */
export function matterPageOf(role: Role | undefined, id = ''): Place {
  if (isQuestion(id)) return role && answerers.includes(role) ? places.dutyQuestion : places.question
  if (isGrievance(id)) return (role && grievancePages[role]) ?? places.grievance
  if (isVisit(id)) return role && role !== 'resident' ? places.visitAtDesk : places.visitMatter
  return (role && matterPages[role]) ?? places.matter
}

/** Where a notice leads; one of the rota is about nobody's matter and leads to one's own shifts. */
export const noticePageOf = (role: Role | undefined, about: string): Place =>
  about.startsWith('rota:')
    ? places.dutyMonth
    : about.startsWith('class:')
      ? places.classOne
      : matterPageOf(role, about)

/** A matter's kind stands before the colon of its id. */
export const isQuestion = (id: string): boolean => id.startsWith('question:')
export const isGrievance = (id: string): boolean => id.startsWith('grievance:')
export const isVisit = (id: string): boolean => id.startsWith('visit:')

export function urlOf(place: Place, params: Params = {}): string {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encoded(value)}`)
  return query.length > 0 ? `${place}?${query.join('&')}` : place
}

// A page gets its parameters as they were written, so the colon of an id stays a colon; it may stand in a query.
const encoded = (value: string) => encodeURIComponent(value).replace(/%3A/g, ':')

// WeChat keeps ten pages at most; the eleventh takes the place of the last.
const deepest = 10

export const go = (place: Place, params?: Params) =>
  Taro.getCurrentPages().length >= deepest ? replace(place, params) : Taro.navigateTo({ url: urlOf(place, params) })

/** Takes this page's place, so that going back doesn't come here again. */
export const replace = (place: Place, params?: Params) => Taro.redirectTo({ url: urlOf(place, params) })

/** Starts over there: what lay behind is gone. */
export const restart = (place: Place, params?: Params) => Taro.reLaunch({ url: urlOf(place, params) })

/** One page back; whoever came by a link has none behind and goes to `otherwise`. */
export const back = (otherwise: Place = places.home) =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : restart(otherwise)

/** Rings somebody with the phone's own telephone. */
export const dial = (phone: string) => Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)

/** The matter a link names: some chats and mails write the colon of an id as %3A. */
export function matterIn({ id = '' }: Partial<Record<string, string>>): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
