import { describe, expect, it } from 'vitest'
import { wages } from '../journeys/given'
import { samples } from '../support/sample-files'
import { packagesOf } from './harness/report'
import { type Wired, wired } from './harness/wire'

const MORNING = '2026-10-12T09:00:00+08:00'

/** Asked for by this person, granted, and with Li of the first firm. */
async function assigned(county: Wired, name: string): Promise<string> {
  const { id } = await county.does('bao', 'aid.submit', wages({ applicant: { name, phone: '13900000011' } }))
  await county.does('gao', 'aid.grant', { id, lawyer: county.idOf('li'), why: '就近' })
  return id
}
async function inHand(county: Wired, name: string): Promise<string> {
  const id = await assigned(county, name)
  await county.does('li', 'aid.conflictAnswer', { id, conflict: 'no' })
  await county.does('li', 'aid.take', { id })
  return id
}

/** From the first page to the desk, as somebody comes to it whose phone WeChat knows. */
async function atDesk(county: Wired, person: string) {
  const she = county.held(person)
  she.phone.open('pages/me/index')
  await she.tap(/工作台/)
  return she
}

describe('a clerk of the centre in WeChat', () => {
  it('opens the queue, reads the first look by the law, and grants; the lawyer is told', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    const she = await atDesk(county, 'gao')
    await she.on('roles/centre/queue/index')
    await she.tap(/包群众/)
    await she.on('roles/centre/matter/index')
    await she.sees('按法条初看')
    await she.tap('给予援助，派李律')
    await she.sees('已给予援助，派给李律。')
    expect((await county.does('gao', 'matter.get', { id })).detail.lawyer?.id).toBe(county.idOf('li'))
    expect(packagesOf(she.phone)).toEqual(['roles/centre'])
  })

  it('asks for papers in one list; an empty one is not sent', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    const she = county.held('gao')
    she.phone.open(`roles/centre/matter/index?id=${id}`)
    await she.tap('要补材料')
    await she.tap('发给本人')
    await she.sees('至少选一样，或写一样')
    await she.choose('身份证')
    await she.type(/其他，自己写/, '租房合同')
    await she.tap('发给本人')
    await she.sees('单子发出去了。时限停着，等本人补。')
    expect((await county.does('gao', 'matter.get', { id })).stage).toBe('supplementing')
  })

  it('writes a refusal that only another confirms', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    const she = county.held('gao')
    she.phone.open(`roles/centre/matter/index?id=${id}`)
    await she.tap('不予援助')
    await she.tap('交给另一位复核')
    await she.sees('请选一条')
    await she.choose(/要办的事不在范围里/)
    await she.type(/理由/, '双方都是公司，不是劳动报酬')
    await she.tap('交给另一位复核')
    await she.sees('这是您写的，要由另一位来复核。')
    expect(she.can('确认不予援助')).toBe(false)
    const other = county.held('qin')
    other.phone.open(`roles/centre/matter/index?id=${id}`)
    await other.tap('确认不予援助')
    await other.sees('确认不予援助吗？')
    await other.tap('确认不予援助')
    await other.sees('已确认不予援助，会告诉本人。')
  })
})

describe('a helper', () => {
  it('registers who came to the office; what is missing stands beside its field', async () => {
    const county = await wired(MORNING)
    // Who works in a town comes to what lies with it; the register is one tap away.
    const he = await atDesk(county, 'tang')
    await he.on('roles/unit/desk/index')
    await he.tap(/登记电话、来人/)
    await he.on('roles/forward/register/index')
    await he.choose('来人')
    await he.tap('登记')
    for (const text of ['写上名字', '选一个嘎查、村', '选一个最接近的', '写一句是什么事']) await he.sees(text)
    await he.type('名字', '斯琴')
    await he.type(/找嘎查/, '东')
    await he.choose(/东嘎查/)
    await he.choose('土地')
    await he.type(/^一句话说清/, '承包地被占')
    await he.tap('登记')
    await he.sees('登记好了')
    const { items } = await county.does('gao', 'desk.list', { desk: 'centre', text: '斯琴' })
    expect(items).toHaveLength(1)
    expect(packagesOf(he.phone)).toEqual(['roles/forward', 'roles/unit'])
  })

  it('takes a signature with the finger for what the group said; an empty pad is no signature', async () => {
    const county = await wired(MORNING)
    const he = county.held('tang')
    he.signature(samples.png)
    he.phone.open('roles/forward/register/index')
    await he.choose('微信群')
    await he.type('名字', '高娃')
    await he.type(/找嘎查/, '西')
    await he.choose(/西嘎查/)
    await he.choose('借钱')
    await he.type(/^一句话说清/, '群里说借出去的钱要不回来')
    await he.choose(/^本人签字/)
    await he.tap('签好了')
    await he.sees('框里还没有名字')
    const loops = Array.from({ length: 60 }, (_, n) => [20 + n * 4, 75 + 40 * Math.sin(n / 3)] as const)
    await he.draw(loops)
    await he.waits('the pad', () => he.phone.asked.some(({ name }) => name === 'createSelectorQuery'))
    await he.tap('签好了')
    await he.sees('已经签好')
    await he.waits('it in storage', () => he.sent.includes('file.arrived') && he.phone.idle())
    await he.tap('登记')
    await he.sees('登记好了')
    const [row] = (await county.does('gao', 'desk.list', { desk: 'centre', text: '高娃' })).items
    const { detail } = await county.does('gao', 'matter.get', { id: row?.id ?? '' })
    expect(detail.consent).toMatchObject({ kind: 'signature' })
  })

  it('of a village gets ten slips, each another code', async () => {
    const county = await wired(MORNING)
    const he = await atDesk(county, 'zhou')
    await he.tap(/印空白卡/)
    await he.tap(/印 10 张/)
    await he.sees('查询码只在这里显示这一次，离开就看不到了。')
    const codes = he.seen().match(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}/g) ?? []
    expect(new Set(codes).size).toBe(10)
  })
})

describe('a director', () => {
  it('finds what waits for her word, sees names and no story, and confirms', async () => {
    const county = await wired(MORNING)
    const id = await assigned(county, '乌日娜')
    const she = await atDesk(county, 'fang')
    await she.on('roles/organisation/list/index')
    await she.sees('等您确认')
    await she.tap(/乌日娜/)
    await she.on('roles/organisation/matter/index')
    await she.sees('某建筑公司')
    expect(she.has('工地欠了')).toBe(false)
    await she.tap('确认接受指派')
    await she.sees('确认好了，中心能看到。')
    expect((await county.does('sun', 'matter.get', { id })).detail.confirmed).toMatchObject({ by: '方主任' })
    expect(packagesOf(she.phone)).toEqual(['roles/organisation'])
  })
})

describe('a lawyer', () => {
  it('answers the conflict question before he sees anything else, and takes it', async () => {
    const county = await wired(MORNING)
    const id = await assigned(county, '萨仁')
    const he = await atDesk(county, 'li')
    await he.on('roles/lawyer/today/index')
    await he.sees('萨仁')
    expect(he.has('工地欠了')).toBe(false)
    await he.tap('无利害关系')
    await he.tap('接手')
    await he.sees(/给萨仁打电话/)
    expect((await county.does('sun', 'matter.get', { id })).stage).toBe('in-hand')
    expect(packagesOf(he.phone)).toEqual(['roles/lawyer'])
  })

  it('rings, writes what came of it, reports in ready words, and closes', async () => {
    const county = await wired(MORNING)
    const id = await inHand(county, '娜仁')
    const he = county.held('li')
    he.phone.open(`roles/lawyer/matter/index?id=${id}`)
    await he.tap('给娜仁打电话')
    await he.sees('打通了吗？')
    expect(he.phone.asked).toContainEqual({ name: 'makePhoneCall', options: { phoneNumber: '13900000011' } })
    await he.tap('通了')
    await he.type(/说了什么/, '约好周三见面')
    await he.tap('记下来')
    await he.sees('记好了：已经和申请人联系。')

    await he.tap('立案了')
    await he.waits('the ready words', () => he.typed('有什么新进展') === '案子立上了，现在等下一步通知。')
    await he.tap('报进展')
    await he.sees('报好了，申请人能看到。')

    await he.tap('报结案')
    await he.choose(/和解/)
    await he.type('给申请人争取到了什么', '双方和解，当天付清')
    await he.tap('报给中心检查')
    await he.sees('结案报上去了，等中心检查。')
    expect((await county.does('gao', 'matter.get', { id })).stage).toBe('closing')
  })
})
