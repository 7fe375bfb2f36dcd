import { describe, expect, it } from 'vitest'
import { about, dutyCounty } from '../journeys/question-given'
import type { Holding } from './harness/hand'
import { packagesOf } from './harness/report'
import { type Wired, wired } from './harness/wire'

/** Asked on 14 October 2026, a Wednesday, at nine: Li stands in the town's seat, Gao in the centre's. */
const onDuty = () => wired('2026-10-14T09:00:00+08:00', dutyCounty())
const asks = async (county: Wired, more: Parameters<typeof about>[0] = {}) =>
  (await county.does('bao', 'question.ask', about(more))).id
const looks = ({ sent }: { sent: string[] }) => sent.filter((action) => action === 'matter.get').length

/** From the first page to the page that waits. */
async function asksHerself(her: Holding) {
  her.phone.open('pages/home/index')
  await her.tap(/选您在的嘎查、村/)
  await her.tap('甲镇')
  await her.choose('东嘎查')
  await her.sees('李律')
  await her.tap(/^问律师/)
  await her.on('roles/resident/ask/index')
  await her.tap('发出去')
  await her.sees('说一段，或者写一句，是什么事')
  await her.choose('工钱')
  await her.type(/写下来/, '工地三个月没发工钱')
  await her.tap('发出去')
  await her.on('roles/resident/question/index')
  await her.sees('正在给您找律师')
}

describe('a resident who asks a lawyer in WeChat', () => {
  it('waits with the time before her eyes, talks with who took it, reads his answer, and says that it helped', async () => {
    const county = await onDuty()
    const her = county.held('bao')
    await asksHerself(her)
    await her.sees(/最晚 9:08 有人答复/)
    await her.sees('工地三个月没发工钱')
    const id = String((await county.does('bao', 'matter.list', {})).items[0]?.id)

    await county.does('li', 'question.take', { id })
    her.phone.beat()
    await her.sees('李律 接了')
    await county.does('li', 'question.message', { id, text: '有欠条吗？' })
    her.phone.beat()
    await her.sees('有欠条吗？')
    await her.type('写在这里', '有，在家里')
    await her.tap('发送')
    await her.waits('her words', () => her.typed('写在这里') === '' && her.has('有，在家里') && her.phone.idle())
    const { items } = await county.does('li', 'question.messages', { id })
    expect(items.map(({ text }) => text)).toEqual(['有欠条吗？', '有，在家里'])

    await county.does('li', 'question.answer', { id, summary: '带欠条到劳动监察大队' })
    her.phone.beat()
    await her.sees('带欠条到劳动监察大队')
    await her.tap('帮到了')
    await her.sees('知道了，谢谢您告诉我们。')
    const { stage, detail } = await county.does('bao', 'matter.get', { id })
    expect([stage, detail.helped]).toEqual(['closed', { yes: true }])
    expect(packagesOf(her.phone)).toEqual(['roles/resident'])
  })

  it('puts her phone away: it stops looking, looks at once when she is back, and reads who rings her because nobody came', async () => {
    const county = await onDuty()
    const her = county.held('bao')
    const id = await asks(county)
    her.phone.open(`roles/resident/question/index?id=${id}`)
    await her.sees('正在给您找律师')
    const before = looks(her)
    her.phone.beat()
    await her.waits('another look', () => looks(her) > before && her.phone.idle())

    her.phone.leave()
    await her.waits('the last answer', () => her.phone.idle())
    const asked = her.sent.length
    her.phone.beat()
    her.phone.beat()
    await new Promise((go) => setTimeout(go, 200))
    expect(her.sent.slice(asked)).toEqual([])

    county.to('2026-10-14T09:08:00+08:00')
    await county.timer()
    her.phone.pass(5000)
    her.phone.comeBack()
    await her.sees('高审查 会给您打电话')
    await her.sees(/9:38 前/)
  })

  it('leaves the page for another one: it stops there too, and the question is found again on the first page', async () => {
    const county = await onDuty()
    const her = county.held('bao')
    await asksHerself(her)
    her.phone.open('pages/home/index')
    await her.sees(/正在找律师|工钱/)
    await her.waits('an answer', () => her.phone.idle())
    const before = looks(her)
    her.phone.beat()
    await new Promise((go) => setTimeout(go, 200))
    expect(looks(her)).toBe(before)
    await her.tap(/工钱/)
    await her.on('roles/resident/question/index')
    await her.sees('正在给您找律师')
  })

  it('takes it back after one question, and nobody is asked any longer', async () => {
    const county = await onDuty()
    const her = county.held('bao')
    const id = await asks(county)
    her.phone.open(`roles/resident/question/index?id=${id}`)
    await her.tap('不问了')
    await her.sees('不问了吗？')
    await her.tap('不问了')
    await her.sees('您撤回了，不再找人了')
    await expect(county.does('li', 'question.take', { id })).rejects.toThrow()
  })

  it('without a signal it stays on her phone and goes once', async () => {
    const county = await onDuty()
    const her = county.held('bao')
    her.phone.open('pages/home/index')
    await her.tap(/选您在的嘎查、村/)
    await her.tap('甲镇')
    await her.choose('东嘎查')
    await her.tap(/^问律师/)
    await her.choose('工钱')
    await her.type(/写下来/, '工地三个月没发工钱')
    her.signal.lose = 'question.ask'
    await her.tap('发出去')
    await her.sees('还没送出去，只存在这部手机里。急事请打电话。')
    await her.tap('再发一次')
    await her.on('roles/resident/question/index')
    expect(her.sent.filter((action) => action === 'question.ask')).toHaveLength(2)
    expect((await county.does('bao', 'matter.list', {})).items).toHaveLength(1)
  })
})

describe('a lawyer on duty in WeChat', () => {
  it('sees the question on his day, takes it, writes to her, and answers', async () => {
    const county = await onDuty()
    const id = await asks(county)
    const he = county.held('li')
    he.phone.open('pages/me/index')
    await he.tap(/工作台/)
    await he.on('roles/lawyer/today/index')
    await he.sees('有人问律师')
    await he.sees('工地三个月没发工钱，老板不接电话')
    await he.tap('接')
    await he.on('roles/duty/question/index')
    await he.type('写一句，或者打电话', '您好，有工资条吗？')
    await he.tap('发送')
    await he.sees('您好，有工资条吗？')
    await he.tap('答复完了')
    await he.sees('怎么答复的')
    await he.type('答复的要点', '带工资条去劳动监察大队')
    await he.choose(/^不用，说清楚了/)
    await he.tap('就这样答复')
    await he.sees('答复好了。')
    const { stage, detail } = await county.does('bao', 'matter.get', { id })
    expect([stage, detail.answered?.summary]).toEqual(['answered', '带工资条去劳动监察大队'])
    expect(packagesOf(he.phone)).toEqual(['roles/duty', 'roles/lawyer'])
  })

  it('answers 正忙, and the next are asked in the same minute', async () => {
    const county = await onDuty()
    const id = await asks(county)
    const he = county.held('li')
    he.phone.open('roles/lawyer/today/index')
    await he.sees('老板不接电话')
    await he.tap('正忙')
    await he.sees('好的，问别人了。')
    expect(he.can('接')).toBe(false)
    const { offers = [] } = (await county.does('bao', 'matter.get', { id })).detail
    expect(offers.map(({ name, state }) => [name, state])).toContainEqual(['李律', 'passed'])
    expect(offers.length).toBeGreaterThan(1)
  })

  it('who comes late hears who has it, and reads nothing more', async () => {
    const county = await onDuty()
    const id = await asks(county)
    county.to('2026-10-14T09:01:30+08:00')
    await county.timer()
    const late = county.held('he')
    late.phone.open('roles/lawyer/today/index')
    await late.sees('老板不接电话')
    await county.does('li', 'question.take', { id })
    await late.tap('接')
    await late.sees(/李律/)
    await late.waits('it gone', () => !late.has('老板不接电话'))
    expect((await county.does('bao', 'matter.get', { id })).detail.taker?.name).toBe('李律')
  })
})

describe('a question’s card in the town’s group', () => {
  type Card = { title: string; path: string }
  async function shared(she: Holding, id: string): Promise<Card> {
    she.phone.open(`roles/duty/question/index?id=${id}`)
    return (await she.share('发到群里找人接')) as Card
  }

  it('says what, where and until when, and nothing of a person; it opens the group’s page', async () => {
    const county = await onDuty()
    const id = await asks(county, { phone: '13900000077' })
    const card = await shared(county.held('gao'), id)
    expect(card).toEqual({ title: '工钱，甲镇 东嘎查，9:08 前要有人接', path: `/roles/duty/card/index?id=${id}` })
  })

  it('about violence names no topic: in a small village it would name her', async () => {
    const county = await onDuty()
    const card = await shared(county.held('gao'), await asks(county, { topic: 'violence', text: '他又打人了' }))
    expect(card.title).toBe('有人问律师，甲镇 东嘎查，9:08 前要有人接')
  })

  it('the first on duty who taps takes it; somebody else reads who has it, and no word of hers', async () => {
    const county = await onDuty()
    const id = await asks(county)
    county.to('2026-10-14T09:01:30+08:00')
    await county.timer()
    const { path } = await shared(county.held('gao'), id)
    const resident = county.held('wu', { strays: true })
    resident.phone.open(path)
    await resident.sees('您现在的身份不能办这一步')
    expect(resident.has(/东嘎查|工钱/)).toBe(false)
    const other = county.held('wang')
    other.phone.open(path)
    await other.sees('还没有人接')
    expect(other.can('我来接')).toBe(false)

    const he = county.held('he')
    he.phone.open(path)
    await he.tap('我来接')
    await he.on('roles/duty/question/index')
    await he.sees('老板不接电话')
    other.phone.beat()
    await other.sees('何律已经接了，谢谢您来看。')
    expect(other.has(/包群众|老板|13900000011/)).toBe(false)
  })

  it('leads to the first page as soon as it needs nobody', async () => {
    const county = await onDuty()
    const id = await asks(county)
    const she = county.held('gao')
    await shared(she, id)
    await county.does('li', 'question.take', { id })
    await county.does('li', 'question.message', { id, text: '有欠条吗？' })
    she.phone.beat()
    await she.waits('no more card', () => !she.can('发到群里找人接'))
    expect(she.phone.page.life('onShareAppMessage', { from: 'menu' })).toMatchObject({ path: '/pages/home/index' })
  })
})
