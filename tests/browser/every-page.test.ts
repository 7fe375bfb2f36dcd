import { describe, expect, it } from 'vitest'
import type { Size } from '@/client/session'
import {
  desk,
  leave,
  phone,
  seen,
  settled,
  shot,
  signIn,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'

const { at, visitor } = withBrowser({ now: '2026-11-23T10:00:00+08:00', county: 'demo' })

/** `says`: by what one knows that this page is there, and not the one that says what went wrong. */
type Page = {
  name: string
  path: string
  says: string | RegExp
  /** Draws other parts where the letters are large, and is loaded anew for them. */
  anew?: true
  after?: (page: Visitor['page']) => Promise<void>
}
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

async function matterOf(
  who: string,
  stage: string,
  list: 'matter.list' | 'desk.list' = 'matter.list',
): Promise<string> {
  const input = list === 'desk.list' ? { desk: 'centre' as const, limit: 50 } : {}
  const { items } = await at.server.api(who, list, input as never)
  const id = items.find((row) => row.stage === stage)?.id
  if (!id) throw new Error(`${who} has nothing in ${stage}`)
  return id
}

/** Every page that this person can open, by what stands on it. */
const forEverybody: Page[] = [
  { name: 'home', path: '/pages/home/index', says: '问、申请、派律师，都不要钱' },
  { name: 'sign-in', path: '/pages/me/index', says: '选一个人登录' },
  { name: 'matters-unknown', path: '/pages/matters/index', says: '登录后看您的事项' },
  { name: 'track', path: '/pages/track/index', says: '用查询码查进度' },
  { name: 'circle', path: '/pages/circle/index?village=150524104200', says: '离得最近的服务点' },
  { name: 'circle-unchosen', path: '/pages/circle/index', says: '选您在的嘎查、村' },
  { name: 'ask', path: '/roles/resident/ask/index', says: '您想问哪方面的事？' },
  { name: 'report', path: '/roles/resident/report/index', says: '是哪方面的事？' },
  {
    name: 'knowledge',
    path: '/roles/resident/knowledge/index',
    says: '先查一查，也许已经有答案。查不到就问律师，或者反映。',
  },
  { name: 'language', path: '/roles/language/choice/index', says: '页面上的字' },
  { name: 'privacy-notice', path: '/roles/privacy/notice/index', says: '谁在处理' },
  { name: 'apply-unknown', path: '/roles/resident/apply/index', says: '先登录，再申请' },
  { name: 'visit-unknown', path: '/roles/resident/visit/index', says: '先登录，再约时间' },
]
const herPages = async (): Promise<Page[]> => {
  const id = await matterOf('zhao', 'in-hand')
  return [
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
    ...steps.map(([step, says], n) => ({
      name: `apply-${n + 1}-${step}`,
      path: `/roles/resident/apply/index?step=${step}`,
      says,
      // The later questions are asked of whoever has answered the first.
      ...(step === 'where' && {
        after: (page: Visitor['page']) => page.getByRole('radio', { name: /^在本旗/ }).click(),
      }),
      ...(step === 'for' && { after: (page: Visitor['page']) => page.getByRole('radio', { name: /^自己/ }).click() }),
    })),
  ]
}
/** What somebody sees whose papers are owed, whose matter was handed on, who may rate. */
const laterPages = async (): Promise<Page[]> => {
  const owed = await matterOf('liu', 'supplementing')
  return [
    { name: 'matter-owed', path: `/pages/matter/index?id=${owed}`, says: '等补材料' },
    { name: 'papers', path: `/roles/resident/papers/index?id=${owed}`, says: '户口页' },
  ]
}
const ratingPages = async (): Promise<Page[]> => {
  const closed = await matterOf('qiqige', 'closed')
  return [
    { name: 'matter-closed', path: `/pages/matter/index?id=${closed}`, says: '已办结' },
    { name: 'rate', path: `/roles/resident/rate/index?id=${closed}`, says: '办得怎么样？' },
  ]
}
const helperPages = async (): Promise<Page[]> => [
  { name: 'forwarded', path: '/roles/forward/list/index', says: '我帮人办的' },
  { name: 'slips', path: '/roles/forward/slips/index', says: '印空白查询卡' },
  { name: 'unit-desk', path: '/roles/unit/desk/index', says: '签收没签收，时限都在走' },
  { name: 'forward-ask', path: '/roles/forward/register/index?kind=question', says: /^记下来就开始找律师/ },
  { name: 'forward-visit', path: '/roles/forward/register/index?kind=visit', says: /^选好怎么见面和时间/ },
  { name: 'forward-report', path: '/roles/forward/register/index?kind=grievance', says: /^记下来就开始算时间/ },
  { name: 'forward-apply', path: '/roles/resident/apply/index', says: '事情发生在哪里？' },
]
/** What she reported, come in just now, and sent back to her for more. */
const reporterPages = async (): Promise<Page[]> => {
  const report = { place: '150524104200', topic: 'sanitation', anonymity: 'public' } as const
  const [fresh, owed] = await Promise.all([
    at.server.api('qiqige', 'grievance.submit', { ...report, text: '垃圾箱满了没人收' }),
    at.server.api('qiqige', 'grievance.submit', { ...report, text: '有人往沟里倒垃圾' }),
  ])
  await at.server.api('command-1', 'grievance.sendBack', { id: owed.id, items: ['在哪一段沟'] })
  return [
    { name: 'report-known', path: '/roles/resident/report/index', says: '是哪方面的事？' },
    { name: 'grievance-received', path: `/roles/resident/grievance/index?id=${fresh.id}`, says: '送到了' },
    { name: 'grievance-owed', path: `/roles/resident/grievance/index?id=${owed.id}`, says: '在哪一段沟' },
  ]
}
/** A question that waits, one that somebody rings back about at an hour of her own, one that was answered. */
const askerPages = async (): Promise<Page[]> => {
  const question = { village: '150524104200', topic: 'violence', language: 'mn', text: '他又打我了' } as const
  const [waiting, ringing] = await Promise.all([
    at.server.api('qiqige', 'question.ask', question),
    at.server.api('qiqige', 'question.ask', { ...question, phone: '13900000999' }),
  ])
  await at.server.api('qiqige', 'question.ringLater', { id: ringing.id, at: '2026-11-23T11:00:00+08:00' })
  return [
    { name: 'question-waiting', path: `/roles/resident/question/index?id=${waiting.id}`, says: '正在给您找律师' },
    { name: 'question-routed', path: `/roles/resident/question/index?id=${ringing.id}`, says: '什么时候打' },
  ]
}
const answeredPages = async (): Promise<Page[]> => [
  {
    name: 'question-answered',
    path: `/roles/resident/question/index?id=${await matterOf('liu', 'answered')}`,
    says: '律师的答复',
  },
]
/** Whoever answers for the village that day, with a question that waits for him. */
const dutyPages = async () => {
  const { id } = await at.server.api('qiqige', 'question.ask', {
    village: '150524104200',
    topic: 'wages',
    language: 'mn',
    text: '工钱',
  })
  const pages: Page[] = [
    { name: 'duty-today', path: '/roles/lawyer/today/index', says: '正忙' },
    { name: 'duty-question', path: `/roles/duty/question/index?id=${id}`, says: '正忙' },
    { name: 'duty-card', path: `/roles/duty/card/index?id=${id}`, says: '我来接' },
    { name: 'duty-month', path: '/roles/duty/month/index', says: '放进手机日历' },
    ...visitPages,
  ]
  return { who: '那仁满都拉敖其尔巴特尔', pages }
}
const rotaPages: Page[] = [
  { name: 'rota-board', path: '/roles/rota/board/index', says: '这一周的变动', anew: true },
  { name: 'rota-seat', path: '/roles/rota/seat/index?seat=hotline', says: '这个班位' },
  { name: 'rota-draft', path: '/roles/rota/draft/index', says: /^按规则先排一遍/ },
  { name: 'rota-published', path: '/roles/rota/published/index', says: '还没有发布过' },
]
const watchPages: Page[] = [
  { name: 'overview', path: '/roles/supervisor/overview/index', says: '强行发布的排班' },
  { name: 'watch-papers', path: '/roles/supervisor/papers/index', says: /系统从不自己发/ },
  { name: 'objections', path: '/roles/supervisor/objections/index', says: '对结果的异议' },
  { name: 'coverage', path: '/roles/supervisor/coverage/index', says: '按钟点' },
  { name: 'bulletin', path: '/roles/supervisor/bulletin/index', says: '月度通报' },
  { name: 'gaming', path: '/roles/supervisor/gaming/index', says: '看起来是为了数字好看的' },
  { name: 'plate', path: '/roles/supervisor/plate/index?village=150524104200', says: '印出来的样子' },
]
/** Of whoever is visited: his days and his plan. */
const visitPages: Page[] = [
  { name: 'visit-days', path: '/roles/visits/day/index', says: '今天' },
  { name: 'visit-plan', path: '/roles/visits/plan/index', says: '往后两周' },
]
const firmPages = async (): Promise<Page[]> => {
  const { items } = await at.server.api('head-chenguang', 'desk.list', { desk: 'organisation' })
  const [first] = items
  return [
    { name: 'firm', path: '/roles/organisation/list/index', says: first?.applicant ?? '' },
    { name: 'firm-matter', path: `/roles/organisation/matter/index?id=${first?.id}`, says: /换本所/ },
  ]
}
const hisPages = async () => {
  const id = await matterOf('zhao', 'in-hand')
  const who = (await at.server.api('gao', 'matter.get', { id })).detail.lawyer?.name ?? ''
  const pages: Page[] = [
    { name: 'lawyer-today', path: '/roles/lawyer/today/index', says: `${who}，您好` },
    { name: 'lawyer-matter', path: `/roles/lawyer/matter/index?id=${id}`, says: '报结案' },
  ]
  return { who, pages }
}
const centrePages = async (): Promise<Page[]> => {
  const [review, closing, owed, refusal] = await Promise.all(
    ['submitted', 'closing', 'supplementing', 'refusal-unconfirmed'].map((stage) =>
      matterOf('gao', stage, 'desk.list'),
    ),
  )
  return [
    { name: 'centre-queue', path: '/roles/centre/queue/index', says: '当天收，当天派' },
    { name: 'centre-review', path: `/roles/centre/matter/index?id=${review}`, says: /^给予援助/ },
    { name: 'centre-closing', path: `/roles/centre/matter/index?id=${closing}`, says: '退回补充' },
    { name: 'centre-owed', path: `/roles/centre/matter/index?id=${owed}`, says: '等补材料' },
    { name: 'centre-refusal', path: `/roles/centre/matter/index?id=${refusal}`, says: /复核/ },
    { name: 'visits', path: '/roles/visits/day/index', says: '全部约见' },
    { name: 'calls', path: '/roles/duty/calls/index', says: /^消息没送到，或本人要接电话/ },
    { name: 'register', path: '/roles/forward/register/index', says: '先记这些就能登记' },
    { name: 'register-report', path: '/roles/forward/register/index?kind=grievance', says: /^记下来就开始算时间/ },
    { name: 'register-question', path: '/roles/forward/register/index?kind=question', says: /^记下来就开始找律师/ },
  ]
}

type Look = { size: Size; screen: typeof phone }
const onPhone: Look[] = [
  { size: 'normal', screen: phone },
  { size: 'elder-max', screen: phone },
]
const onBoth: Look[] = [...onPhone, { size: 'normal', screen: desk }]
const everywhere: Look[] = [...onBoth, { size: 'elder-max', screen: desk }]

/** Opens each page once, by its own address as a link in a message does, and looks at it in each size. */
async function wrongOn(pages: Page[], looks: Look[], who?: string): Promise<Record<string, string[]>> {
  const someone = await visitor(phone)
  const { page } = someone
  if (who) await signIn(someone, who)
  const found: Record<string, string[]> = {}
  for (const { name, path, says, anew, after } of pages) {
    for (const [n, { size, screen }] of looks.entries()) {
      await page.setViewportSize(screen)
      if (n === 0 || anew) {
        await leave(someone)
        await someone.goto(path)
      }
      await inLetters(someone, size, anew)
      await seen(page, says).waitFor()
      expect(await page.getByRole('heading', { level: 1 }).filter({ visible: true }).count()).toBeGreaterThan(0)
      if (process.env.SHOTS) await shot(page, `${name}-${size}-${screen.width}`)
      const wrong = [...someone.wrong.splice(0), ...(await tooWide(page)), ...(await violations(page))]
      if (wrong.length > 0) found[`${name}, ${size}, ${screen.width}`] = wrong
    }
    await after?.(page)
  }
  await someone.context.close()
  return found
}

/** The letters of every page hang on one class of its root; `anew`: chosen on an earlier day instead. */
async function inLetters({ page }: Visitor, size: Size, anew?: true) {
  if (anew) {
    await page.evaluate((chosen) => {
      const kept = JSON.parse(JSON.parse(localStorage.getItem('session') ?? '{}').data ?? '{}')
      const data = JSON.stringify({ ...kept, size: chosen, sizeChosen: true })
      localStorage.setItem('session', JSON.stringify({ data }))
    }, size)
    await page.reload()
    await settled(page)
  } else
    await page.evaluate((chosen) => {
      for (const root of document.querySelectorAll('.page')) root.classList.toggle('elder-max', chosen === 'elder-max')
    }, size)
  const large = await page.locator('.page.elder-max').filter({ visible: true }).count()
  expect(large > 0).toBe(size === 'elder-max')
}

describe('every page in normal and in the largest letters fits its screen, has nothing axe-core objects to, and no error', () => {
  it('for a visitor', async () => {
    expect(await wrongOn(forEverybody, onPhone)).toEqual({})
  })
  it('for a resident', async () => {
    expect(await wrongOn(await herPages(), onPhone, '赵满仓')).toEqual({})
  })
  it('for whoever asked a lawyer', async () => {
    expect(await wrongOn(await askerPages(), onPhone, '其其格')).toEqual({})
  })
  it('for whoever reported something', async () => {
    expect(await wrongOn(await reporterPages(), onPhone, '其其格')).toEqual({})
  })
  it('for whoever owes papers or was answered, and for whoever may rate', async () => {
    expect(await wrongOn([...(await laterPages()), ...(await answeredPages())], onPhone, '刘小禾')).toEqual({})
    expect(await wrongOn(await ratingPages(), onPhone, '其其格')).toEqual({})
  })
  it('for a village secretary', async () => {
    expect(await wrongOn(await helperPages(), onBoth, '朝克图巴雅尔')).toEqual({})
  })
  it('for an organisation', async () => {
    expect(await wrongOn(await firmPages(), onBoth, '方正平')).toEqual({})
  })
  it('for a lawyer', async () => {
    const { who, pages } = await hisPages()
    expect(await wrongOn(pages, onBoth, who)).toEqual({})
  })
  it('for a lawyer on duty', async () => {
    const { who, pages } = await dutyPages()
    expect(await wrongOn(pages, onBoth, who)).toEqual({})
  })
  it('for the centre', async () => {
    expect(await wrongOn(await centrePages(), everywhere, '高援')).toEqual({})
  })
  it('for the centre at the rota', async () => {
    expect(await wrongOn(rotaPages, onBoth, '高援')).toEqual({})
  })
  it('for the supervisor', async () => {
    expect(await wrongOn(watchPages, onBoth, '严督')).toEqual({})
  })
})
