import { describe, expect, it } from 'vitest'
import type { Size } from '@/client/session'
import { desk, phone, seen, shot, signIn, tooWide, type Visitor, violations, withBrowser } from '../support/browser'

const { at, visitor } = withBrowser({ now: '2026-11-23T10:00:00+08:00', county: 'demo' })

/** `says`: by what one knows that this page is there, and not the one that says what went wrong. */
type Page = { name: string; path: string; says: string | RegExp; after?: (page: Visitor['page']) => Promise<void> }
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
  { name: 'apply-unknown', path: '/roles/resident/apply/index', says: '先登录，再申请' },
]
const herPages = async (): Promise<Page[]> => {
  const id = await matterOf('zhao', 'in-hand')
  return [
    { name: 'home-known', path: '/pages/home/index', says: '我的事项' },
    { name: 'matters', path: '/pages/matters/index', says: '律师办理中' },
    { name: 'me', path: '/pages/me/index', says: '赵满仓' },
    { name: 'matter', path: `/pages/matter/index?id=${id}`, says: '法律援助：工钱' },
    { name: 'receipt', path: `/roles/resident/receipt/index?id=${id}`, says: '现在谁在办' },
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
  { name: 'forward-apply', path: '/roles/resident/apply/index', says: '事情发生在哪里？' },
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
    { name: 'register', path: '/roles/forward/register/index', says: '先记这些就能登记' },
  ]
}

/** Opens each page, photographs it, and answers with everything that is wrong on it. */
async function wrongOn(
  pages: Page[],
  viewport: typeof phone,
  size: Size,
  who?: string,
): Promise<Record<string, string[]>> {
  const someone = await visitor(viewport, size)
  const { page } = someone
  if (who) await signIn(someone, who)
  const found: Record<string, string[]> = {}
  for (const { name, path, says, after } of pages) {
    // By its own address, as a link in a message opens it.
    await page.goto('about:blank')
    await someone.goto(path)
    await seen(page, says).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).filter({ visible: true }).count()).toBeGreaterThan(0)
    if (size !== 'normal')
      expect(await page.locator(`.page.${size}`).filter({ visible: true }).count()).toBeGreaterThan(0)
    await shot(page, `${name}-${size}-${viewport.width}`)
    const wrong = [...someone.wrong.splice(0), ...(await tooWide(page)), ...(await violations(page))]
    if (wrong.length > 0) found[name] = wrong
    await after?.(page)
  }
  await someone.context.close()
  return found
}

describe.each<Size>(['normal', 'elder-max'])(
  'every page in %s letters fits 390 pixels, has nothing axe-core objects to, and no error',
  (size) => {
    it('for a visitor', async () => {
      expect(await wrongOn(forEverybody, phone, size)).toEqual({})
    })
    it('for a resident', async () => {
      expect(await wrongOn(await herPages(), phone, size, '赵满仓')).toEqual({})
    })
    it('for whoever owes papers, and for whoever may rate', async () => {
      expect(await wrongOn(await laterPages(), phone, size, '刘小禾')).toEqual({})
      expect(await wrongOn(await ratingPages(), phone, size, '其其格')).toEqual({})
    })
    it('for a village secretary', async () => {
      expect(await wrongOn(await helperPages(), phone, size, '朝克图巴雅尔')).toEqual({})
    })
    it('for an organisation', async () => {
      expect(await wrongOn(await firmPages(), phone, size, '方正平')).toEqual({})
    })
    it('for a lawyer', async () => {
      const { who, pages } = await hisPages()
      expect(await wrongOn(pages, phone, size, who)).toEqual({})
    })
    it('for the centre', async () => {
      expect(await wrongOn(await centrePages(), phone, size, '高援')).toEqual({})
    })
  },
)

describe('the desks at 1280 pixels', () => {
  it('for an organisation and a village secretary', async () => {
    expect(await wrongOn(await firmPages(), desk, 'normal', '方正平')).toEqual({})
    expect(await wrongOn(await helperPages(), desk, 'normal', '朝克图巴雅尔')).toEqual({})
  })
  it('for a lawyer', async () => {
    const { who, pages } = await hisPages()
    expect(await wrongOn(pages, desk, 'normal', who)).toEqual({})
  })
  it('for the centre, in normal and in the largest letters', async () => {
    expect(await wrongOn(await centrePages(), desk, 'normal', '高援')).toEqual({})
    expect(await wrongOn(await centrePages(), desk, 'elder-max', '高援')).toEqual({})
  })
})
