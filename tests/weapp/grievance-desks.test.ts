import { describe, expect, it } from 'vitest'
import { ditch, grievanceCounty, toWater } from '../journeys/grievance-given'
import { samples } from '../support/sample-files'
import { packagesOf } from './harness/report'
import { type Wired, wired } from './harness/wire'

const reportedAtNine = async () => {
  const county = await wired('2026-10-14T09:10:00+08:00', grievanceCounty())
  const { id } = await county.does('bao', 'grievance.submit', ditch())
  return { county, id }
}
const atWater = async (county: Wired, id: string) => {
  await county.does('lu', 'grievance.accept', { id, type: 'help', handling: 'quick' })
  await county.does('lu', 'grievance.dispatch', { id, ...toWater })
}

/** From the first page to the desk, as somebody comes to it whose phone WeChat knows. */
async function atDesk(county: Wired, person: string) {
  const she = county.held(person)
  she.phone.open('pages/me/index')
  await she.tap(/工作台/)
  return she
}

describe('the command seat in WeChat', () => {
  it('accepts what came in, and sends it to another unit than the catalogue’s, for a reason of its own', async () => {
    const { county, id } = await reportedAtNine()
    const she = await atDesk(county, 'lu')
    await she.on('roles/command/queue/index')
    await she.tap(/东嘎查/)
    await she.on('roles/command/matter/index')
    await she.sees('村西那条水渠从桥头到泵站都淤了')
    await she.tap('受理')
    await she.sees('请选一种')
    await she.choose('求助')
    await she.choose(/^即办类/)
    await she.tap('受理')
    await she.sees('已受理，办理时限从反映的时候算起。')

    await she.tap('派给别的单位')
    await she.type(/单位名字/, '交通')
    await she.choose(/交通局/)
    await she.tap('派给交通局')
    await she.sees('请写派单理由')
    await she.type(/派单理由/, '渠在乡道的桥下')
    await she.tap('派给交通局')
    await she.sees('已派给交通局。')
    const { stage, detail } = await county.does('lu', 'matter.get', { id })
    const sent = [stage, detail.hop?.unit.code, detail.dispatchWhy]
    expect(sent).toEqual(['dispatched', 'dept:traffic', '渠在乡道的桥下'])
    expect(packagesOf(she.phone)).toEqual(['roles/command'])
  })

  it('a result is checked by one who did not hand it in; whoever only looks has nothing to press', async () => {
    const { county, id } = await reportedAtNine()
    await county.does('lu', 'grievance.accept', { id, type: 'consult', handling: 'consult' })
    await county.does('lu', 'grievance.resolve', { id, result: 'explained', text: '本周五清淤。', photos: [] })
    const own = county.held('lu')
    own.phone.open(`roles/command/matter/index?id=${id}`)
    await own.sees('谁交的结果，不能自己审核，要由另一位来审。')
    expect(own.can('审核通过，交去回访')).toBe(false)
    const other = county.held('mei')
    other.phone.open(`roles/command/matter/index?id=${id}`)
    await other.tap('审核通过，交去回访')
    await other.sees('审核通过，等回访。')
    expect((await county.does('mei', 'matter.get', { id })).stage).toBe('checked')
  })
})

describe('the catalogue in WeChat', () => {
  it('is drawn in portions, so that a phone is never given all of it at once; a word finds what lies further down', async () => {
    const county = await wired('2026-10-14T09:10:00+08:00', grievanceCounty())
    const { items } = await county.does('lu', 'catalogue.get', {})
    expect(items.length).toBeGreaterThan(40)
    const [first, last] = [items[0]?.name ?? '', items.at(-1)?.name ?? '']
    const she = county.held('lu')
    she.phone.open('roles/command/catalogue/index')
    await she.sees(first)
    await she.waits('all that was asked', () => she.phone.idle())
    expect([she.has(last), she.phone.page.load.mostBytes < 32 * 1024]).toEqual([false, true])
    for (let n = 10; n < items.length; n += 10) {
      await she.tap('再看一些')
      await she.sees(items[Math.min(n + 9, items.length - 1)]?.name ?? '')
    }
    expect(she.has(last)).toBe(true)
    await she.waits('no further portion', () => !she.can('再看一些'))
    await she.type(/找事项/, last)
    await she.waits('only that', () => she.has(last) && !she.has(first))
  })
})

describe('a unit in WeChat', () => {
  it('signs for what was sent to it, answers first, and proves its result with a photo of the place', async () => {
    const { county, id } = await reportedAtNine()
    await atWater(county, id)
    const she = await atDesk(county, 'shui')
    await she.on('roles/unit/desk/index')
    await she.tap(/东嘎查/)
    await she.on('roles/unit/matter/index')
    await she.tap('签收')
    await she.sees('签收了，这件由您负责。')
    await she.tap('先答复本人')
    await she.tap('发给本人')
    await she.sees('请写答复的内容')
    await she.type(/^答复的内容/, '收到了，明天上午到现场')
    await she.tap('发给本人')
    await she.sees('已经答复本人。')

    await she.tap('交办理结果')
    await she.choose(/^解决了(?!一)/)
    await she.type(/^结果的内容/, '水渠清好了，二十几户都浇上了')
    await she.tap('交去审核')
    await she.sees('这件事有现场，请附一张办完以后的照片。')
    she.photo(samples.png)
    await she.tap('加照片')
    const arrived = () => she.sent.includes('file.arrived') && she.phone.idle()
    await she.waits('the photo', () => she.can(/^第 1 张照片$/) && arrived() && she.can('交去审核'))
    await she.tap('交去审核')
    await she.sees('结果交去审核了。')
    const { stage, detail } = await county.does('shui', 'matter.get', { id })
    expect([stage, detail.outcome?.result, detail.outcome?.photos?.length]).toEqual(['resolved', 'solved', 1])
    expect(packagesOf(she.phone)).toEqual(['roles/unit'])
  })

  it('another unit’s desk doesn’t show it, and its page says that it isn’t there', async () => {
    const { county, id } = await reportedAtNine()
    await atWater(county, id)
    const he = await atDesk(county, 'jiao')
    await he.on('roles/unit/desk/index')
    await he.sees('没有等签收的')
    expect(he.has('水渠')).toBe(false)
    he.phone.open(`roles/unit/matter/index?id=${id}`)
    await he.sees(/没找到/)
    expect(he.has('水渠')).toBe(false)
  })

  it('reads a paper that was sent to it, signs for it and answers it', async () => {
    const { county, id } = await reportedAtNine()
    await atWater(county, id)
    await county.does('shui', 'grievance.sign', { id })
    const clock = 'grievance.quick'
    const view = await county.does('lu', 'notice.issue', { id, rung: 'urge', clock, text: '请今天回话' })
    const paper = view.detail.notices?.[0]?.id ?? ''
    const she = county.held('shui')
    she.phone.open('roles/unit/desk/index?tab=papers')
    await she.tap(/催办单/)
    await she.on('roles/papers/paper/index')
    await she.sees('请今天回话')
    await she.tap('签收')
    await she.waits('the receipt', () => she.sent.includes('notice.receive') && she.phone.idle())
    const shown = await county.does('lu', 'notice.paper', { paper })
    expect(shown.state).toBe('received')
    expect(packagesOf(she.phone)).toEqual(['roles/papers', 'roles/unit'])
  })
})
