import { describe, expect, it } from 'vitest'
import type { ActionName, Input } from '@/contract/actions'
import { county, people, wages } from '../journeys/given'
import {
  button,
  desk,
  link,
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

// Monday 12 October 2026; every closed matter is drawn for a call-back.
const { at, visitor } = withBrowser({
  now: '2026-10-12T09:00:00+08:00',
  county: county({ policy: { 'aid.sampleOneIn': 1 } }),
})

type OnMatter = Extract<ActionName, `aid.${string}` | `matter.${string}`>
const act = <A extends OnMatter>(who: string, action: A, input: Omit<Input<A>, 'requestId'>) =>
  at.server.api(who, action, input as Omit<Input<A>, 'requestId'>)
const applied = async (name: string, more: object = {}) =>
  (await at.server.api('bao', 'aid.submit', wages({ applicant: { name, phone: '13900000011' }, ...more }))).id
const now = (id: string) => at.server.api('sun', 'matter.get', { id })
async function inHand(name: string) {
  const id = await applied(name)
  await act('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
  await act('li', 'aid.conflictAnswer', { id, conflict: 'no' })
  await act('li', 'aid.take', { id })
  return id
}
async function closed(name: string) {
  const id = await inHand(name)
  await act('li', 'aid.close', { id, result: 'settled', text: '双方和解，当天付清' })
  await act('gao', 'aid.reviewClose', { id, ok: true })
  return id
}

// A headless browser has no telephone: once it is told to ring it takes no more taps.
function stayHere() {
  const { navigation } = window as unknown as { navigation: EventTarget }
  navigation.addEventListener('navigate', (event) => {
    const { destination } = event as Event & { destination: { url: string } }
    if (destination.url.startsWith('tel:')) event.preventDefault()
  })
}

async function opened(who: string, id: string, screen = desk): Promise<Visitor> {
  const she = await visitor(screen)
  await she.context.addInitScript(stayHere)
  await signIn(she, who)
  await she.goto(`/roles/centre/matter/index?id=${id}`)
  return she
}
const dialog = ({ page }: Visitor) => page.getByRole('dialog')
const fits = async (she: Visitor, name: string) => {
  await settled(she.page)
  if (process.env.SHOTS) await shot(she.page, `centre-${name}`)
  expect(await tooWide(she.page)).toEqual([])
  expect(await violations(she.page)).toEqual([])
  // A field that was filled in wrong is answered with 400, and the page says so beside it.
  expect(she.wrong.filter((line) => !line.includes('status of 400'))).toEqual([])
}

describe.each([
  ['1280', desk],
  ['390', phone],
] as const)('the centre at %s', (width, screen) => {
  it('asks for papers in one list, and offers the telephone, which needs none', async () => {
    const id = await applied(`阿拉坦其其格宝音德力格尔${width}`)
    const she = await opened('高审查', id, screen)
    const { page } = she
    await seen(page, '按法条初看').waitFor()
    await fits(she, `review-${width}`)
    await button(page, '要补材料').click()
    await dialog(she).getByText('电话问清楚，不停时限', { exact: false }).waitFor()
    await dialog(she)
      .getByRole('button', { name: /^给.*打电话$/ })
      .waitFor()
    await button(page, '发给本人').click()
    await seen(page, '至少选一样，或写一样').waitFor()
    await dialog(she).getByRole('checkbox', { name: '身份证' }).click()
    await dialog(she)
      .getByRole('textbox', { name: /其他，自己写/ })
      .fill('租房合同')
    await seen(page, '缺这几样，可以拍照发来，也可以打电话说明').waitFor()
    await fits(she, `list-${width}`)
    await button(page, '发给本人').click()
    await seen(page, '单子发出去了。时限停着，等本人补。').waitFor()
    expect(await now(id)).toMatchObject({
      stage: 'supplementing',
      detail: {
        papersAsked: { times: 1, lists: [{ items: [{ key: 'identity' }, { key: 'own-1', text: '租房合同' }] }] },
      },
    })
    await fits(she, `owed-${width}`)

    await button(page, '拿来了：身份证').click()
    await button(page, '存下来').click()
    await seen(page, '请拍一张，或写一句').waitFor()
    await dialog(she)
      .getByRole('textbox', { name: /收到了什么/ })
      .fill('看过原件')
    await button(page, '存下来').click()
    await seen(page, '存好了，还差别的。').waitFor()
    await button(page, '电话里说清了：租房合同').click()
    await dialog(she)
      .getByRole('textbox', { name: /怎么说清的/ })
      .fill('没有租房，住工棚')
    await button(page, '存下来').click()
    await seen(page, '都齐了，时限接着走。').waitFor()
    expect((await now(id)).stage).toBe('submitted')

    await button(page, '要补材料').click()
    await seen(page, '已经要过一次。第二次要由督查写明理由来要。').waitFor()
    expect(await dialog(she).getByRole('button', { name: '发给本人' }).count()).toBe(0)
    await dialog(she)
      .getByRole('button', { name: /^给.*打电话$/ })
      .waitFor()
    await fits(she, `spent-${width}`)
  })

  it('refuses by two people: who wrote it waits, another confirms', async () => {
    const id = await applied(`乌云${width}`)
    const she = await opened('高审查', id, screen)
    const { page } = she
    await button(page, '不予援助').click()
    await button(page, '交给另一位复核').click()
    await seen(page, '请选一条').waitFor()
    await dialog(she)
      .getByRole('radio', { name: /要办的事不在范围里/ })
      .click()
    await seen(page, '请求确认劳动关系或者支付劳动报酬').waitFor()
    await dialog(she).getByRole('textbox', { name: /理由/ }).fill('双方都是公司，不是劳动报酬')
    await fits(she, `refuse-${width}`)
    await button(page, '交给另一位复核').click()
    await seen(page, '交去复核了。另一位确认以前，还没有定下来。').waitFor()
    await seen(page, '这是您写的，要由另一位来复核。').waitFor()
    expect(await button(page, '确认不予援助').count()).toBe(0)
    await fits(she, `waits-${width}`)

    const other = await opened('秦审查', id, screen)
    await seen(other.page, '双方都是公司，不是劳动报酬').waitFor()
    await button(other.page, '确认不予援助').click()
    await dialog(other).getByRole('button', { name: '确认不予援助' }).click()
    await seen(other.page, '已确认不予援助，会告诉本人。').waitFor()
    await seen(other.page, /司法局/).waitFor()
    expect(await now(id)).toMatchObject({
      stage: 'refused',
      detail: { refusal: { by: '高审查', article: '31', confirmed: { by: '秦审查' } } },
    })
    await fits(other, `refused-${width}`)
  })

  it('hands over what belongs elsewhere, with a name and a number', async () => {
    const where = { place: '150524100200', elsewhere: '沈阳铁西区的工地' }
    const id = await applied(`其木格${width}`, { where })
    const she = await opened('高审查', id, screen)
    const { page } = she
    await button(page, '转给别处').click()
    await seen(page, '本人说，事情在：沈阳铁西区的工地').waitFor()
    await button(page, '转过去').click()
    await seen(page, '请写单位').waitFor()
    const fill = (name: RegExp, text: string) => dialog(she).getByRole('textbox', { name }).fill(text)
    await fill(/转给哪个单位/, '铁西区法律援助中心')
    await fill(/那边谁接/, '刘主任')
    await fill(/^电话/, '123')
    await fill(/为什么转/, '工地在铁西区')
    await button(page, '转过去').click()
    await dialog(she).getByText('应是 11 位手机号', { exact: false }).first().waitFor()
    await fill(/^电话/, '024-25850148')
    await fits(she, `transfer-${width}`)
    await button(page, '转过去').click()
    await seen(page, /已经转给铁西区法律援助中心/).waitFor()
    await seen(page, /刘主任/).waitFor()
    expect((await now(id)).stage).toBe('transferred')
    await fits(she, `transferred-${width}`)
  })

  it('gives a matter to a colleague, and says who answers for it', async () => {
    const id = await applied(`托娅${width}`)
    const she = await opened('高审查', id, screen)
    const { page } = she
    await seen(page, '高审查负责').waitFor()
    await link(page, '换人负责').click()
    await dialog(she).getByRole('radio', { name: '秦审查' }).click()
    await button(page, '换过去').click()
    await seen(page, '请写一句理由').waitFor()
    await dialog(she)
      .getByRole('textbox', { name: /为什么换/ })
      .fill('高审查生病了')
    await button(page, '换过去').click()
    await seen(page, '现在由秦审查负责。').waitFor()
    await seen(page, '秦审查负责').waitFor()
    await fits(she, `reassigned-${width}`)
  })

  it('rings a person of the sample; who passed the closing report does not', async () => {
    const id = await closed(`高娃${width}`)
    const first = await opened('高审查', id, screen)
    await seen(first.page, '回访要由没审过这件结案的人来打。').waitFor()
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '秦审查')
    await page.getByRole('tab', { name: /回访/ }).click()
    await button(page, new RegExp(`高娃${width}`)).click()
    await button(page, /^给高娃.*打电话$/).waitFor()
    await page.getByRole('radio', { name: '打通了', exact: true }).click()
    await button(page, '记下来').click()
    await seen(page, '请按本人说的选').waitFor()
    await page.getByRole('radio', { name: /^不满意/ }).click()
    await page.getByRole('textbox', { name: /本人怎么说/ }).fill('律师开庭前没有来电话')
    await fits(she, `callback-${width}`)
    await button(page, '记下来').click()
    await seen(page, '回访记好了。').waitFor()
    expect((await now(id)).detail.rating).toMatchObject({ stars: 2, how: 'call' })

    await she.goto('/roles/centre/queue/index')
    await page.getByRole('tab', { name: /差评整改/ }).click()
    await button(page, new RegExp(`高娃${width}`)).click()
    await button(page, '已经和本人联系').click()
    await button(page, '记下来').click()
    await seen(page, '记好了：已经和本人联系。').waitFor()
    await button(page, '改好了').click()
    await dialog(she)
      .getByRole('textbox', { name: /做了什么/ })
      .fill('律师当面说明了，约好每周一通电话')
    await button(page, '存下来').click()
    await seen(page, '整改记好了。').waitFor()
    await fits(she, `rectified-${width}`)
  })
})

describe('the centre', () => {
  it('keeps a refusal that came too late, and says who was first', async () => {
    const id = await applied('斯琴')
    const she = await opened('秦审查', id)
    const { page } = she
    await button(page, '不予援助').click()
    await dialog(she)
      .getByRole('radio', { name: /不符合经济困难标准/ })
      .click()
    await dialog(she).getByRole('textbox', { name: /理由/ }).fill('家里收入高')
    await act('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
    await button(page, '交给另一位复核').click()
    await seen(page, /高审查.*9:00.*已经先/).waitFor()
    await seen(page, '家里收入高').waitFor()
    await fits(she, 'late')
  })

  it('asks a second time only as a supervisor, with a reason', async () => {
    const id = await applied('格日勒')
    await act('gao', 'aid.supplementList', { id, items: [{ key: 'identity', text: '身份证' }] })
    await act('gao', 'aid.supplement', { id, items: [{ key: 'identity', text: '看过原件' }] })
    const he = await opened('孙督查', id)
    const { page } = he
    await button(page, '要补材料').click()
    await dialog(he).getByRole('checkbox', { name: '身份证' }).click()
    await button(page, '发给本人').click()
    await seen(page, '请写为什么再要一次').waitFor()
    await dialog(he)
      .getByRole('textbox', { name: /为什么再要一次/ })
      .fill('身份证过期了')
    await button(page, '发给本人').click()
    await seen(page, '单子发出去了。时限停着，等本人补。').waitFor()
    await seen(page, '要过 2 次材料').waitFor()
    await fits(he, 'second-list')
  })

  it('fills in what was not asked yet, and writes down a new name; the wall freezes the lawyer and the reviewer rules', async () => {
    const id = await inHand('娜仁')
    const she = await opened('高审查', id)
    const { page } = she
    await seen(page, /身份证号还没问/).waitFor()
    await link(page, '改经济情况').click()
    await button(page, '存下来').click()
    await seen(page, '还没有改什么').waitFor()
    await dialog(she).getByRole('textbox', { name: /收入/ }).fill('每月两千')
    await dialog(she)
      .getByRole('textbox', { name: /身份证号/ })
      .fill('110101199003077530')
    await button(page, '存下来').click()
    await dialog(she).getByText('最后一位对不上', { exact: false }).first().waitFor()
    await dialog(she)
      .getByRole('textbox', { name: /身份证号/ })
      .fill('110101199003077539')
    await fits(she, 'complete')
    await button(page, '存下来').click()
    await seen(page, '补好了。').waitFor()
    expect((await now(id)).detail.income).toBe('每月两千')

    // Another matter in which he acts for the very company that is now on the other side.
    await link(page, '改对方').click()
    await button(page, '加一位').click()
    await dialog(she).getByRole('textbox', { name: /^名字/ }).fill('李律')
    await dialog(she).getByRole('textbox', { name: /^电话/ }).fill('13900000001')
    await fits(she, 'parties')
    await button(page, '存下来').click()
    await seen(page, '改好了。').waitFor()
    await seen(page, '查到利害关系，请您定').waitFor()
    await fits(she, 'frozen')
    await button(page, '换律师').click()
    await dialog(she).getByRole('textbox', { name: '理由' }).fill('他自己就是对方')
    await dialog(she).getByRole('button', { name: '换律师' }).click()
    await seen(page, '换好了，已派给王律。').waitFor()
    await fits(she, 'replaced')
  })

  it('shows each tab on a phone in one line that is swiped, and every queue is empty in words', async () => {
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '高审查')
    await fits(she, 'tabs-390')
    for (const [tab, empty] of [
      ['待复核', '没有等复核的'],
      ['待派律师', '没有等派律师的'],
    ] as const) {
      await page.getByRole('tab', { name: new RegExp(tab) }).click()
      await seen(page, empty).waitFor()
    }
    await button(page, '登记').waitFor()
    await button(page, '印卡').waitFor()
    const wide = await visitor(desk)
    await signIn(wide, '高审查')
    await button(wide.page, /^斯琴|^托娅/).click()
    await seen(wide.page, /^按法条初看$|^经过$/).waitFor()
    await fits(wide, 'tabs-1280')
  })

  // Last: it moves the clock of the whole file.
  it('deems nothing withdrawn by itself: after the term somebody rings and writes down what was said', async () => {
    const id = await applied('萨仁')
    await act('gao', 'aid.supplementList', { id, items: [{ key: 'identity', text: '身份证' }] })
    const she = await opened('高审查', id)
    const { page } = she
    await seen(page, '还没补').waitFor()
    expect(await button(page, '打过电话，本人不再申请').count()).toBe(0)
    await at.server.demo.to('2026-10-20T09:00:00+08:00')
    const later = await opened('高审查', id)
    await button(later.page, '打过电话，本人不再申请').click()
    await dialog(later)
      .getByRole('button', { name: /^给萨仁打电话$/ })
      .click()
    await dialog(later)
      .getByRole('textbox', { name: /本人怎么说/ })
      .fill('钱要回来了，不申请了')
    await fits(later, 'over')
    await button(later.page, '按撤回结了').click()
    await seen(later.page, '已经按撤回结了，本人说的话记在经过里。').waitFor()
    expect((await now(id)).stage).toBe('withdrawn')
  })
})

describe('a county whose lawyers have room for one matter each', () => {
  const one = (person: typeof people.li) => ({ ...person, lawyer: { ...person.lawyer, capacity: 1 } })
  const few = withBrowser({
    now: '2026-10-12T09:00:00+08:00',
    county: county({ people: Object.values({ ...people, li: one(people.li), wang: one(people.wang) }) }),
  })

  it('assigns what was granted and nobody had, as soon as somebody has room', async () => {
    const { api } = few.at.server
    const submitted = async (name: string) =>
      (await api('bao', 'aid.submit', wages({ applicant: { name, phone: '13900000011' } }))).id
    const first = await submitted('其其格')
    await api('gao', 'aid.grant', { id: first })
    await api('gao', 'aid.grant', { id: await submitted('娜布其') })
    const third = await submitted('哈斯')
    await api('gao', 'aid.grant', { id: third })
    const she = await few.visitor(desk)
    const { page } = she
    await signIn(she, '高审查')
    await page.getByRole('tab', { name: /待派律师 1/ }).click()
    await button(page, /哈斯/).click()
    await seen(page, '现在没有合适的律师。系统会一直再找，也请打电话找。').waitFor()
    await fits(she, 'nobody')

    await api('bao', 'aid.withdraw', { id: first })
    await page.reload()
    await button(page, '派给李律').click()
    await seen(page, '已派给李律。').waitFor()
    expect((await api('sun', 'matter.get', { id: third })).stage).toBe('assigned')
  })
})
