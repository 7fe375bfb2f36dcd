import type { TestServer } from '../support/server'
import { classOf, matterOf, type Page, village, visitOf, type Walk } from './every-page-given'

const steps = [
  ['where', '事情发生在哪里？'],
  ['for', '给谁申请？'],
  ['topic', '是什么事？'],
  ['story', '事情是怎么回事？'],
  ['parties', '对方是谁？'],
  ['applicant', /^怎么找到/],
  ['means', '家里困难，怎么说明？'],
  ['tell', '办到哪一步，告诉谁？'],
  ['review', '发出前看一遍'],
] as const
// The later questions are asked of whoever has answered the first.
const answers: Partial<Record<string, RegExp>> = { where: /^在本旗/, for: /^自己/ }
const applying = (): Page[] =>
  steps.map(([step, says], n) => {
    const answer = answers[step]
    return {
      name: `apply-${n + 1}-${step}`,
      path: `/roles/resident/apply/index?step=${step}`,
      says,
      ...(answer && { after: (tab) => tab.getByRole('radio', { name: answer }).click() }),
    }
  })

export async function forEverybody(server: TestServer): Promise<Walk> {
  const course = await classOf(server)
  const pages: Page[] = [
    { name: 'home', path: '/pages/home/index', says: '问、申请、派律师，都不要钱' },
    { name: 'sign-in', path: '/pages/me/index', says: '选一个人登录' },
    { name: 'matters-unknown', path: '/pages/matters/index', says: '登录后看您的事项' },
    { name: 'track', path: '/pages/track/index', says: '用查询码查进度' },
    { name: 'circle', path: `/pages/circle/index?village=${village}`, says: '离得最近的服务点' },
    { name: 'circle-unchosen', path: '/pages/circle/index', says: '选您在的嘎查、村' },
    { name: 'ask', path: '/roles/resident/ask/index', says: '您想问哪方面的事？' },
    { name: 'report', path: '/roles/resident/report/index', says: '是哪方面的事？' },
    {
      name: 'knowledge',
      path: '/roles/resident/knowledge/index',
      says: '先查一查，也许已经有答案。查不到就问律师，或者反映。',
    },
    { name: 'language', path: '/roles/language/choice/index', says: '页面上的字' },
    { name: 'language-sample', path: '/roles/language/sample/index', says: '样例，未审校' },
    { name: 'privacy-notice', path: '/roles/privacy/notice/index', says: '谁在处理' },
    { name: 'classes', path: '/roles/classes/list/index', says: '本周' },
    { name: 'class', path: `/roles/classes/class/index?id=class:${course}`, says: '登录以后才能提醒您' },
    { name: 'apply-unknown', path: '/roles/resident/apply/index', says: '先登录，再申请' },
    { name: 'visit-unknown', path: '/roles/resident/visit/index', says: '先登录，再约时间' },
    { name: 'invite', path: '/roles/joining/invite/index', says: '邀请码' },
  ]
  return { pages }
}

export async function forHer(server: TestServer): Promise<Walk> {
  const id = await matterOf(server, 'zhao', 'in-hand')
  const pages: Page[] = [
    { name: 'home-known', path: '/pages/home/index', says: '我的事项' },
    { name: 'matters', path: '/pages/matters/index', says: '律师办理中' },
    { name: 'me', path: '/pages/me/index', says: '赵满仓' },
    { name: 'privacy-mine', path: '/roles/privacy/mine/index', says: '这里存着什么' },
    { name: 'privacy-consents', path: '/roles/privacy/consents/index', says: '同意和收回的记录' },
    {
      name: 'privacy-readers',
      path: '/roles/privacy/readers/index',
      says: '办事的人每天第一次打开您的事，都记一笔。您自己看的不记。',
    },
    { name: 'privacy-leave', path: '/roles/privacy/leave/index', says: '拿一份全部信息' },
    { name: 'matter', path: `/pages/matter/index?id=${id}`, says: '法律援助：工钱' },
    { name: 'receipt', path: `/roles/resident/receipt/index?id=${id}`, says: '现在谁在办' },
    { name: 'visit', path: '/roles/resident/visit/index', says: '怎么见面？' },
    ...applying(),
  ]
  return { who: '赵满仓', pages }
}

/**
 * Of whoever asked a lawyer: a question that waits, one that somebody rings back about at an hour of her own. Of what
 * she reported: come in just now, and sent back to her for more. What she may rate; the hour that she booked.
 */
export async function forWhoeverAsked(server: TestServer): Promise<Walk> {
  const { api } = server
  const question = { village, topic: 'violence', language: 'mn', text: '他又打我了' } as const
  const report = { place: village, topic: 'sanitation', anonymity: 'public' } as const
  const [waiting, ringing, fresh, owed] = await Promise.all([
    api('qiqige', 'question.ask', question),
    api('qiqige', 'question.ask', { ...question, phone: '13900000999' }),
    api('qiqige', 'grievance.submit', { ...report, text: '垃圾箱满了没人收' }),
    api('qiqige', 'grievance.submit', { ...report, text: '有人往沟里倒垃圾' }),
  ])
  await api('qiqige', 'question.ringLater', { id: ringing.id, at: '2026-11-23T11:00:00+08:00' })
  await api('command-1', 'grievance.sendBack', { id: owed.id, items: ['在哪一段沟'] })
  const visit = await visitOf(server, 'qiqige')
  const closed = await matterOf(server, 'qiqige', 'closed')
  const pages: Page[] = [
    { name: 'question-waiting', path: `/roles/resident/question/index?id=${waiting.id}`, says: '正在给您找律师' },
    { name: 'question-routed', path: `/roles/resident/question/index?id=${ringing.id}`, says: '什么时候打' },
    { name: 'report-known', path: '/roles/resident/report/index', says: '是哪方面的事？' },
    { name: 'grievance-received', path: `/roles/resident/grievance/index?id=${fresh.id}`, says: '送到了' },
    { name: 'grievance-owed', path: `/roles/resident/grievance/index?id=${owed.id}`, says: '在哪一段沟' },
    { name: 'visit-booked', path: `/roles/resident/visit/matter/index?id=${visit}`, says: '换个时间' },
    { name: 'matter-closed', path: `/pages/matter/index?id=${closed}`, says: '已办结' },
    { name: 'rate', path: `/roles/resident/rate/index?id=${closed}`, says: '办得怎么样？' },
  ]
  return { who: '其其格', pages }
}

/** Of somebody whose papers are owed, and whose question was answered. */
export async function forWhoeverOwes(server: TestServer): Promise<Walk> {
  const owed = await matterOf(server, 'liu', 'supplementing')
  const answered = await matterOf(server, 'liu', 'answered')
  const pages: Page[] = [
    { name: 'matter-owed', path: `/pages/matter/index?id=${owed}`, says: '等补材料' },
    { name: 'papers', path: `/roles/resident/papers/index?id=${owed}`, says: '户口页' },
    { name: 'question-answered', path: `/roles/resident/question/index?id=${answered}`, says: '律师的答复' },
  ]
  return { who: '刘小禾', pages }
}
