import { describe, expect, it } from 'vitest'
import type { Size } from '@/client/session'
import type { ActionName, Input } from '@/contract/actions'
import { county, east, inHand, people, wages } from '../journeys/given'
import {
  button,
  leave,
  phone,
  seen,
  shot,
  signIn,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'
import { samples } from '../support/sample-files'

/** Somebody whose name fills a line, and long words on every paper. */
const longName = '阿拉坦其其格宝音德力格尔'
const her = { id: 'alatan', name: longName, phone: '13900000031' }
const { at, visitor } = withBrowser({
  now: '2026-10-12T09:00:00+08:00',
  county: county({ people: [...Object.values(people), her] }),
})

const applied = async (more: Parameters<typeof wages>[0] = {}) =>
  (await at.server.api('alatan', 'aid.submit', wages({ applicant: { name: longName, phone: her.phone }, ...more }))).id
const act = <A extends Extract<ActionName, `aid.${string}`>>(who: string, action: A, input: object) =>
  at.server.api(who, action, input as Omit<Input<A>, 'requestId'>)

const papers = [
  { key: 'id-card', text: '身份证正面和背面' },
  { key: 'wages', text: '能证明欠了多少工钱的工资条、欠条、转账记录或者微信聊天记录' },
  { key: 'low-income', text: '低保证' },
]
const owing = async () => {
  const id = await applied()
  await act('gao', 'aid.supplementList', { id, items: papers })
  return id
}
const closed = async () => {
  const id = await applied()
  await act('gao', 'aid.grant', { id })
  await act('li', 'aid.conflictAnswer', { id, conflict: 'no' })
  await act('li', 'aid.take', { id })
  await act('li', 'aid.close', { id, result: 'settled', text: '双方和解，当天付清' })
  await act('gao', 'aid.reviewClose', { id, ok: true })
  return id
}
const matterPage = (id: string) => `/pages/matter/index?id=${id}`
const photo = { name: 'card.png', mimeType: 'image/png', buffer: Buffer.from(samples.png) }

const arrives = async (path: string, size: Size = 'normal') => {
  const she = await visitor(phone, size)
  await signIn(she, longName, path)
  return she
}
/** By its own address, as a link in a message opens it. */
async function opens(she: Visitor, path: string) {
  await leave(she)
  await she.goto(path)
}
/** As it is seen, and nothing on it is wrong. */
async function looked({ page, wrong }: Visitor, name: string) {
  await shot(page, name)
  expect([...wrong, ...(await tooWide(page)), ...(await violations(page))]).toEqual([])
}
async function takesPhoto({ page }: Visitor, nth: number) {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '加照片' }).filter({ visible: true }).nth(nth).click()
  await (await choosing).setFiles(photo)
  await page.getByRole('button', { name: '第 1 张照片', exact: true }).filter({ visible: true }).first().waitFor()
}
const field = ({ page }: Visitor, name: string | RegExp, nth = 0) =>
  page.getByRole('textbox', { name }).filter({ visible: true }).nth(nth)

describe.each<Size>(['normal', 'elder-max'])('papers that are owed, in %s letters', (size) => {
  it('stand first on the page, and are sent one by photo and the others in words', async () => {
    const id = await owing()
    const she = await arrives(matterPage(id), size)
    const { page } = she
    await seen(page, /还缺 3.样材料/).waitFor()
    await seen(page, '等材料的这几天，不算在办理期限里。').waitFor()
    await looked(she, `owed-matter-${size}`)
    await button(page, '去补材料').click()
    await page.getByRole('heading', { name: '补材料', level: 1 }).filter({ visible: true }).waitFor()
    await seen(page, '也可以打电话说明').waitFor()
    await seen(page, '04750000001').waitFor()
    await button(page, '发出').click()
    await seen(page, '先给一样拍张照片，或者写一句说明。').waitFor()
    await takesPhoto(she, 0)
    await field(she, /就写一句说明/, 1).fill('工资都是现金发的，没有工资条')
    await seen(page, /还差 1.样，可以以后再发。/).waitFor()
    await looked(she, `owed-papers-${size}`)
    await button(page, /先发这 2.样/).click()
    await seen(page, /收到了，还差 1.样。/).waitFor()
    expect(await at.server.api('gao', 'matter.get', { id })).toMatchObject({
      stage: 'supplementing',
      detail: {
        papersAsked: {
          lists: [
            {
              items: [
                { key: 'id-card', answered: { files: [expect.stringMatching(/^f_/)] } },
                { key: 'wages', answered: { text: '工资都是现金发的，没有工资条' } },
                { key: 'low-income' },
              ],
            },
          ],
        },
      },
    })

    await field(she, /就写一句说明/).fill('没有低保')
    await page.reload()
    expect(await field(she, /就写一句说明/).inputValue()).toBe('没有低保')
    await button(page, '发出').click()
    await seen(page, '收齐了').waitFor()
    await looked(she, `owed-done-${size}`)
    expect((await at.server.api('gao', 'matter.get', { id })).stage).toBe('submitted')
    await button(page, '看这件事').click()
    await seen(page, '等审查').waitFor()
    await seen(page, /要过 1.次材料/).waitFor()
    expect(await seen(page, /还缺 \d.样材料/).count()).toBe(0)
  })

  it('a refusal is read with its article, its reasons, who stood behind it, and what to do', async () => {
    const id = await applied()
    await act('gao', 'aid.refuse', { id, article: '31-5', why: '讲的是合伙分红，不是工钱。' })
    const she = await arrives(matterPage(id), size)
    const { page } = she
    await seen(page, /正在由另一个人复核。最晚今天 24:00.前告诉您结果。/).waitFor()
    await act('qin', 'aid.confirmRefusal', { id })
    await page.reload()
    await seen(page, '为什么没有给援助').waitFor()
    for (const text of [
      '讲的是合伙分红，不是工钱。',
      '法律援助法第三十一条第五项',
      /^高审查，/,
      /^秦审查，/,
      /提出异议/,
    ])
      await seen(page, text).waitFor()
    expect(await button(page, '去法援中心问').count()).toBe(1)
    await looked(she, `refused-${size}`)
  })

  it('what belongs elsewhere is shown with the body, the person and a number', async () => {
    const id = await applied({ where: { place: east, elsewhere: '沈阳铁西区的工地' } })
    await act('gao', 'aid.transfer', {
      id,
      to: { agency: '沈阳市铁西区法律援助中心', person: '宝音巴特尔', phone: '02425000000' },
      why: '工地在沈阳铁西区，归那边办。',
    })
    const she = await arrives(matterPage(id), size)
    const { page } = she
    for (const text of ['转到哪里办了', '沈阳市铁西区法律援助中心', '宝音巴特尔', '工地在沈阳铁西区，归那边办。'])
      await seen(page, text).waitFor()
    await seen(page, '沈阳铁西区的工地').waitFor()
    expect(await button(page, '给宝音巴特尔打电话').count()).toBe(1)
    await looked(she, `transferred-${size}`)
  })

  it('two stars: who rings by when, and until when it is put right; it is said once', async () => {
    const id = await closed()
    const she = await arrives(matterPage(id), size)
    const { page } = she
    await button(page, '去评价').click()
    await button(page, '发出评价').click()
    await seen(page, '先选一个：您满意吗？').waitFor()
    await page.getByRole('radio', { name: '不满意', exact: true }).filter({ visible: true }).click()
    await field(she, /想说的话/).fill('钱拿到了，可是开庭没有告诉我')
    await looked(she, `rate-${size}`)
    await button(page, '发出评价').click()
    await seen(page, '您不满意，我们记下了').waitFor()
    await seen(page, /^最晚明天 24:00.前，有人给您打电话。/).waitFor()
    await seen(page, /^最晚.* 11.月.2.日 24:00.前改好/).waitFor()
    await looked(she, `rated-${size}`)
    await button(page, '看这件事').click()
    await seen(page, '给的评价').waitFor()
    await seen(page, /钱拿到了，可是开庭没有告诉我/).waitFor()
    await looked(she, `rated-matter-${size}`)
    await opens(she, `/roles/resident/rate/index?id=${id}`)
    await seen(page, '您不满意，我们记下了').waitFor()
    expect(await button(page, '发出评价').count()).toBe(0)
  })
})

describe('after sending', () => {
  it('what she left out is named, and she fills it in; a wrong number is told beside its field', async () => {
    const own = await applied()
    const she = await arrives(matterPage(own))
    const { page } = she
    await button(page, '去补上').click()
    await button(page, '发出').click()
    await seen(page, '还没有填，或者没有改。').waitFor()
    await field(she, /身份证号/).fill('110101199003077538')
    await button(page, '发出').click()
    await seen(page, /身份证号：最后一位对不上/).waitFor()
    await field(she, /身份证号/).fill('110101199003077539')
    await page
      .getByRole('radio', { name: /我交证明材料/ })
      .filter({ visible: true })
      .click()
    await page
      .getByRole('checkbox', { name: /进城打工，讨工钱/ })
      .filter({ visible: true })
      .click()
    await looked(she, 'complete')
    await button(page, '发出').click()
    await seen(page, '补上了').waitFor()
    const { detail } = await at.server.api('gao', 'matter.get', { id: own })
    expect(detail).toMatchObject({ route: 'proof', groups: ['migrant-wage'] })
    expect(detail.applicant?.idNumber).toMatch(/7539$/)
  })

  it('what a clerk left for later she fills in on the same page: the promise is as good as proof', async () => {
    const { route: _, ...least } = wages({ applicant: { name: longName } })
    const { id } = await at.server.api('tang', 'aid.submit', {
      ...least,
      for: 'other',
      source: 'counter',
      forwarded: { consent: { kind: 'witness', name: '周书记', readAloud: true }, tell: ['helper'] },
    })
    const clerk = await visitor(phone)
    const { page } = clerk
    await signIn(clerk, '唐司法')
    await opens(clerk, matterPage(id))
    for (const text of ['来人登记', '有人见证，周书记，念给本人听过', '帮忙代办的人']) await seen(page, text).waitFor()
    await button(page, '补上或者改填的内容').click()
    await page
      .getByRole('radio', { name: /他做诚信承诺/ })
      .filter({ visible: true })
      .click()
    await seen(page, '把下面的话念给他听，他答应了再发。').waitFor()
    await button(page, '他承诺了，发出').click()
    await seen(page, '补上了').waitFor()
    expect((await at.server.api('gao', 'matter.get', { id })).detail.route).toBe('promise')
  })

  it('a new name on the other side: the lawyer is asked again, and she is told in kind words', async () => {
    const id = await inHand(at.server)
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '包群众')
    await opens(she, matterPage(id))
    await button(page, '改对方是谁').click()
    await seen(page, '某建筑公司').waitFor()
    await button(page, '就这样改').click()
    await seen(page, '还没有改。').waitFor()
    await button(page, '加一个').click()
    await button(page, '就这样改').click()
    await seen(page, '写上名字或单位名，不知道就去掉这一个').waitFor()
    await field(she, /名字或单位名/).fill('包工头老赵')
    await looked(she, 'parties')
    await button(page, '就这样改').click()
    await seen(page, '改好了').waitFor()
    await button(page, '看这件事').click()
    await seen(page, '正在核对律师能不能接着办，定下来会告诉您。现在不用您做什么。').waitFor()
    const { parties } = (await at.server.api('gao', 'matter.get', { id })).detail
    expect(parties?.map(({ name }) => name)).toEqual(['某建筑公司', '包工头老赵'])
  })

  it('without signal what she wrote stays on the telephone and goes once there is one', async () => {
    const id = await owing()
    const she = await arrives(`/roles/resident/papers/index?id=${id}`)
    const { page, context } = she
    await field(she, /就写一句说明/).fill('身份证丢了，正在补办')
    await context.setOffline(true)
    await button(page, /先发这 1.样/).click()
    await seen(page, /网络不通，没有送出去/).waitFor()
    await context.setOffline(false)
    await button(page, /先发这 1.样/).click()
    await seen(page, /收到了，还差 2.样。/).waitFor()
  })

  it('what is copied for the group names the line and the first page, and nobody', async () => {
    const { id, code = '' } = await at.server.api('alatan', 'aid.submit', wages({ applicant: { name: longName } }))
    const she = await arrives(matterPage(id))
    await she.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await button(she.page, '复制一段话，发给别人').click()
    await seen(she.page, '复制好了，粘贴到群里就行').waitFor()
    const copied = await she.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/法律援助不要钱.*12348.*#\/pages\/home\/index$/)
    for (const secret of [id, code, longName, '某建筑公司', '工地欠了']) expect(copied).not.toContain(secret)
  })

  it('by the query code she learns that it went elsewhere, without names; a slip nobody registered is told kindly', async () => {
    const { id, code = '' } = await at.server.api('alatan', 'aid.submit', wages({ applicant: { name: longName } }))
    await act('gao', 'aid.transfer', { id, to: { agency: '沈阳市铁西区法律援助中心' }, why: '工地在沈阳' })
    const she = await visitor(phone)
    await she.goto('/pages/track/index')
    await field(she, /查询码/).fill(code)
    await button(she.page, '查').click()
    await seen(she.page, '已转交').waitFor()
    await seen(she.page, '这件事转到别的地方办了。转到哪里，可以打 12348 问。').waitFor()
    expect(await seen(she.page, /沈阳/).count()).toBe(0)
    const { codes } = await at.server.api('zhou', 'slip.print', { village: east, count: 1 })
    await field(she, /查询码/).fill(codes[0] ?? '')
    await button(she.page, '查').click()
    await seen(she.page, /这张卡还没有登记/).waitFor()
    await shot(she.page, 'track-slip')
    expect([...(await tooWide(she.page)), ...(await violations(she.page))]).toEqual([])
  })
})
