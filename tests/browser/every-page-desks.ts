import type { TestServer } from '../support/server'
import { classOf, matterOf, type Page, urgedOf, village, visitOf, type Walk } from './every-page-given'

/** Of the people who work on matters: each on a phone and on a computer. */

export const forWhoeverSignsIn = (): Walk => ({
  wide: true,
  pages: [
    { name: 'desk-sign-in', path: '/roles/joining/sign-in/index', says: '工作人员登录' },
    { name: 'gallery', path: '/roles/gallery/index', says: '部件' },
  ],
})

export const forTheHelper = (): Walk => ({
  who: '朝克图巴雅尔',
  wide: true,
  pages: [
    { name: 'forwarded', path: '/roles/forward/list/index', says: '我帮人办的' },
    { name: 'slips', path: '/roles/forward/slips/index', says: '印空白查询卡' },
    { name: 'unit-desk', path: '/roles/unit/desk/index', says: '签收没签收，时限都在走' },
    { name: 'forward-ask', path: '/roles/forward/register/index?kind=question', says: /^记下来就开始找律师/ },
    { name: 'forward-visit', path: '/roles/forward/register/index?kind=visit', says: /^选好怎么见面和时间/ },
    { name: 'forward-report', path: '/roles/forward/register/index?kind=grievance', says: /^记下来就开始算时间/ },
    { name: 'forward-apply', path: '/roles/resident/apply/index', says: '事情发生在哪里？' },
  ],
})

export async function forTheFirm({ api }: TestServer): Promise<Walk> {
  const { items } = await api('head-chenguang', 'desk.list', { desk: 'organisation' })
  const [first] = items
  const pages: Page[] = [
    { name: 'firm', path: '/roles/organisation/list/index', says: first?.applicant ?? '' },
    { name: 'firm-matter', path: `/roles/organisation/matter/index?id=${first?.id}`, says: /换本所/ },
  ]
  return { who: '方正平', wide: true, pages }
}

export async function forTheLawyer(server: TestServer): Promise<Walk> {
  const id = await matterOf(server, 'zhao', 'in-hand')
  const who = (await server.api('gao', 'matter.get', { id })).detail.lawyer?.name ?? ''
  const pages: Page[] = [
    { name: 'lawyer-today', path: '/roles/lawyer/today/index', says: `${who}，您好` },
    { name: 'lawyer-matter', path: `/roles/lawyer/matter/index?id=${id}`, says: '报结案' },
  ]
  return { who, wide: true, pages }
}

/** Whoever answers for the village that day, with a question that waits for him, and who is visited. */
export async function forWhoeverIsOnDuty({ api }: TestServer): Promise<Walk> {
  const { id } = await api('qiqige', 'question.ask', { village, topic: 'wages', language: 'mn', text: '工钱' })
  const pages: Page[] = [
    { name: 'duty-today', path: '/roles/lawyer/today/index', says: '正忙' },
    { name: 'duty-question', path: `/roles/duty/question/index?id=${id}`, says: '正忙' },
    { name: 'duty-card', path: `/roles/duty/card/index?id=${id}`, says: '我来接' },
    { name: 'duty-month', path: '/roles/duty/month/index', says: '放进手机日历' },
    { name: 'visit-days', path: '/roles/visits/day/index', says: '今天' },
    { name: 'visit-plan', path: '/roles/visits/plan/index', says: '往后两周' },
  ]
  return { who: '那仁满都拉敖其尔巴特尔', wide: true, pages }
}

export async function forTheCentre(server: TestServer): Promise<Walk> {
  const [review, closing, owed, refusal] = await Promise.all(
    ['submitted', 'closing', 'supplementing', 'refusal-unconfirmed'].map((stage) =>
      matterOf(server, 'gao', stage, 'desk.list'),
    ),
  )
  const visit = await visitOf(server, 'zhao')
  await server.api('zhao', 'me.correct', { id: await matterOf(server, 'zhao', 'in-hand'), text: '名字少了一个字' })
  const pages: Page[] = [
    { name: 'centre-queue', path: '/roles/centre/queue/index', says: '当天收，当天派' },
    { name: 'centre-review', path: `/roles/centre/matter/index?id=${review}`, says: /^给予援助/ },
    { name: 'centre-closing', path: `/roles/centre/matter/index?id=${closing}`, says: '退回补充' },
    { name: 'centre-owed', path: `/roles/centre/matter/index?id=${owed}`, says: '等补材料' },
    { name: 'centre-refusal', path: `/roles/centre/matter/index?id=${refusal}`, says: /复核/ },
    { name: 'centre-batch', path: '/roles/centre/batch/index', says: '看过了、可以一起给予援助的' },
    { name: 'centre-ledger', path: '/roles/centre/ledger/index', says: '办案补贴' },
    { name: 'visits', path: '/roles/visits/day/index', says: '全部约见' },
    { name: 'visit-desk', path: `/roles/visits/visit/index?id=${visit}`, says: '其其格' },
    { name: 'calls', path: '/roles/duty/calls/index', says: /^消息没送到，或本人要接电话/ },
    { name: 'register', path: '/roles/forward/register/index', says: '先记这些就能登记' },
    { name: 'register-group', path: '/roles/forward/group/index', says: /^比如二十位工友/ },
    { name: 'register-report', path: '/roles/forward/register/index?kind=grievance', says: /^记下来就开始算时间/ },
    { name: 'register-question', path: '/roles/forward/register/index?kind=question', says: /^记下来就开始找律师/ },
    { name: 'criminal-notice', path: '/roles/forward/notice/index', says: '哪个机关通知的' },
    { name: 'class-edit', path: `/roles/classes/edit/index?id=class:${await classOf(server)}`, says: '接下来六次' },
    { name: 'privacy-desk', path: '/roles/privacy/desk/index', says: /名字少了一个字|没有要答复的/ },
  ]
  return { who: '高援', wide: true, pages }
}

export const forTheRota = (): Walk => ({
  who: '高援',
  wide: true,
  pages: [
    { name: 'rota-board', path: '/roles/rota/board/index', says: '这一周的变动', anew: true },
    { name: 'rota-seat', path: '/roles/rota/seat/index?seat=hotline', says: '这个班位' },
    { name: 'rota-draft', path: '/roles/rota/draft/index', says: /^按规则先排一遍/ },
    { name: 'rota-published', path: '/roles/rota/published/index', says: '还没有发布过' },
  ],
})

export async function forTheCommandSeat(server: TestServer): Promise<Walk> {
  const { id, paper, fresh } = await urgedOf(server)
  const pages: Page[] = [
    { name: 'command-queue', path: '/roles/command/queue/index', says: /待受理/ },
    { name: 'command-fresh', path: `/roles/command/matter/index?id=${fresh}`, says: '路灯不亮' },
    { name: 'command-urged', path: `/roles/command/matter/index?id=${id}`, says: '有人把垃圾倒在草场上' },
    { name: 'catalogue', path: '/roles/command/catalogue/index', says: /事权清单/ },
    { name: 'knowledge-desk', path: '/roles/command/knowledge/index', says: /./ },
    { name: 'paper', path: `/roles/papers/paper/index?id=${paper}`, says: '请今天回话' },
  ]
  return { who: '郝应', wide: true, pages }
}

export async function forTheUnit(server: TestServer): Promise<Walk> {
  const { id, paper } = await urgedOf(server)
  const pages: Page[] = [
    { name: 'office-desk', path: '/roles/unit/desk/index', says: '签收没签收，时限都在走' },
    { name: 'office-matter', path: `/roles/unit/matter/index?id=${id}`, says: '有人把垃圾倒在草场上' },
    { name: 'office-paper', path: `/roles/papers/paper/index?id=${paper}`, says: '请今天回话' },
  ]
  return { who: '田界', wide: true, pages }
}

export const forTheSupervisor = (): Walk => ({
  who: '严督',
  wide: true,
  pages: [
    { name: 'overview', path: '/roles/supervisor/overview/index', says: '强行发布的排班' },
    { name: 'watch-papers', path: '/roles/supervisor/papers/index', says: /系统从不自己发/ },
    { name: 'objections', path: '/roles/supervisor/objections/index', says: '对结果的异议' },
    { name: 'coverage', path: '/roles/supervisor/coverage/index', says: '按钟点' },
    { name: 'bulletin', path: '/roles/supervisor/bulletin/index', says: '月度通报' },
    { name: 'gaming', path: '/roles/supervisor/gaming/index', says: '看起来是为了数字好看的' },
    { name: 'plate', path: `/roles/supervisor/plate/index?village=${village}`, says: '印出来的样子' },
    { name: 'language-review', path: '/roles/language/review/index', says: /审好 0/ },
  ],
})
