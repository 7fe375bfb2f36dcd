import { beforeAll, describe, expect, it } from 'vitest'
import { button, desk, link, phone, seen, signIn } from '../support/browser'
import { atTheCommandSeat, choose, dialog, fits, press, write } from './command-given'

const { at, visitor, reported, accepted, atWater, resolved, act, now, catalogue, opened } = atTheCommandSeat()

describe.each([
  ['1280', desk],
  ['390', phone],
] as const)('the command seat at %s', (width, screen) => {
  beforeAll(async () => {
    if (width === '1280') await catalogue()
  })

  it('an empty desk says so; what came in is accepted by a person who says what it is', async () => {
    const she = await visitor(screen)
    const { page } = she
    await signIn(she, '陆派单')
    await page.getByRole('tab', { name: /待审核/ }).click()
    await seen(page, '没有等审核的结果').waitFor()
    await fits(she, `empty-${width}`)
    const id = await reported()
    await page.getByRole('tab', { name: /待受理/ }).click()
    await seen(page, '阿拉坦其其格宝音德力格尔反映：村西水渠从桥头到泵…').waitFor()
    await page.getByText('东嘎查', { exact: false }).filter({ visible: true }).first().click()
    await seen(page, '村西水渠从桥头到泵站都淤了').waitFor()
    await fits(she, `submitted-${width}`)
    await button(page, /^受理$/).click()
    await seen(page, '请选一种').waitFor()
    expect((await now(id)).stage).toBe('submitted')
    await choose(she, '求助')
    await choose(she, /^即办类/)
    await button(page, /^受理$/).click()
    await seen(page, '已受理，办理时限从反映的时候算起。').waitFor()
    expect(await now(id)).toMatchObject({ stage: 'accepted', detail: { type: 'help', handling: 'quick' } })
  })

  it('the catalogue proposes a unit with its reasons, and the reason goes with it', async () => {
    const id = await accepted()
    const she = await opened('陆派单', id, screen)
    const { page } = she
    await seen(page, '建议派给').waitFor()
    await seen(page, '农田水渠清淤').waitFor()
    await fits(she, `advice-${width}`)
    await button(page, '派给水务局').click()
    await seen(page, '已派给水务局。').waitFor()
    expect(await now(id)).toMatchObject({
      stage: 'dispatched',
      detail: { hop: { unit: { code: 'dept:water' } }, with: [{ code: '150524100' }] },
    })
    await fits(she, `dispatched-${width}`)
  })

  it('another unit is chosen by its name, and needs a reason of its own', async () => {
    const id = await accepted({ topic: 'road', text: '乡道塌了一段，校车绕路' })
    const she = await opened('陆派单', id, screen)
    const { page } = she
    await press(she, '派给别的单位')
    await write(she, /单位名字/, '没有这个')
    await seen(page, '没有查到，换个字试试').waitFor()
    await write(she, /单位名字/, '交通')
    await dialog(she)
      .getByRole('radio', { name: /交通局/ })
      .click()
    await button(page, '派给交通局').click()
    await seen(page, '请写派单理由').waitFor()
    expect((await now(id)).stage).toBe('accepted')
    await write(she, /派单理由/, '乡道归交通局')
    await button(page, '派给交通局').click()
    await seen(page, '已派给交通局。').waitFor()
    expect((await now(id)).detail).toMatchObject({ dispatchWhy: '乡道归交通局', with: [] })
  })

  it('of 举报 a unit is told the brief and never her words, which stand nowhere in it', async () => {
    const id = await accepted({ text: `水务局的人要我请客${width}`, photos: [] }, { type: 'report' })
    const she = await opened('陆派单', id, screen)
    const { page } = she
    await seen(page, '举报件不能把原话').waitFor()
    const brief = page.getByRole('textbox', { name: /^交办的内容/ })
    expect(await brief.inputValue()).toBe('')
    await press(she, '派给别的单位')
    await write(she, /单位名字/, '自然')
    await dialog(she)
      .getByRole('radio', { name: /自然资源局/ })
      .click()
    await write(she, /派单理由/, '由它查')
    await button(page, '派给自然资源局').click()
    await seen(page, '举报件要写交办的内容').waitFor()
    expect((await now(id)).stage).toBe('accepted')
    await fits(she, `brief-${width}`)
    await brief.fill('请查东嘎查水渠工程的收费')
    await button(page, '派给自然资源局').click()
    await seen(page, '已派给自然资源局。').waitFor()
    const theirs = await at.server.api('tu', 'matter.get', { id })
    expect(theirs.detail.brief).toBe('请查东嘎查水渠工程的收费')
    expect(JSON.stringify(theirs)).not.toContain('请客')
  })

  it('what is not for us names the right channel, and whom to ask there', async () => {
    const id = await reported({ text: '法院判了不执行' })
    const she = await opened('陆派单', id, screen)
    const { page } = she
    await button(page, '不予受理').click()
    await button(page, '不予受理，告诉本人').click()
    await seen(page, '请选一条').waitFor()
    await choose(she, /应当走诉讼/)
    await button(page, '不予受理，告诉本人').click()
    await seen(page, '请选一处，或者自己写').waitFor()
    await choose(she, /人民法院诉讼服务热线 12368/)
    await fits(she, `decline-${width}`)
    await button(page, '不予受理，告诉本人').click()
    await seen(page, '已告诉本人去找：人民法院诉讼服务热线。').waitFor()
    expect(await now(id)).toMatchObject({
      stage: 'declined',
      detail: { declined: { reason: 'litigation', phone: '12368', person: '旗人民法院诉讼服务中心' } },
    })
  })

  it('a return is ruled on: to another unit, which has to be named', async () => {
    const id = await atWater()
    await act(id)('shui', 'grievance.return', { why: '这条渠归乡镇管', basis: '三定方案第五条' })
    const she = await opened('陆派单', id, screen)
    const { page } = she
    await seen(page, '三定方案第五条').waitFor()
    await choose(she, /^改派给别的单位/)
    await write(she, /裁定理由/, '支渠归镇里')
    await button(page, '裁定').click()
    await seen(page, '请选改派给哪个单位').waitFor()
    expect((await now(id)).stage).toBe('returned')
    await press(she, '选单位')
    await write(she, /单位名字/, '甲镇')
    await dialog(she).getByRole('radio', { name: /^甲镇/ }).click()
    await fits(she, `ruling-${width}`)
    await button(page, '裁定').click()
    await seen(page, '裁定好了，现在由甲镇办。').waitFor()
    expect((await now(id)).detail).toMatchObject({ hop: { unit: { code: '150524100' } } })
  })

  it('a result is checked, she is rung: not reached in one hour counts once, then she is not satisfied', async () => {
    const id = await resolved()
    const she = await opened('陆派单', id, screen)
    const { page } = she
    await seen(page, '水渠已经清淤').waitFor()
    await fits(she, `check-${width}`)
    await button(page, '审核通过，交去回访').click()
    await seen(page, '审核通过，等回访。').waitFor()
    expect((await now(id)).stage).toBe('checked')
    await button(page, '记下来').click()
    await seen(page, '请选打通了没有').waitFor()
    await choose(she, /^没打通/)
    await write(she, /没打通的情况/, '没人接')
    await button(page, '记下来').click()
    await seen(page, '记下来了。没打通，换一个钟点再打。').waitFor()
    await seen(page, /起再打才算新的一次/).waitFor()
    await fits(she, `tried-${width}`)
    await choose(she, /^没打通/)
    await write(she, /没打通的情况/, '还是没人接')
    await button(page, '记下来').click()
    await seen(page, /换个钟点再打|再打才算/).waitFor()
    expect((await now(id)).detail.calls).toHaveLength(1)
    await choose(she, /^打通了/)
    await choose(she, /^不满意/)
    await write(she, /本人怎么说/, '只清了一半')
    await button(page, '记下来').click()
    await seen(page, '记下来了，本人不满意，要整改。').waitFor()
    expect(await now(id)).toMatchObject({ stage: 'closed', detail: { satisfied: false } })
    await fits(she, `bad-${width}`, 1)
  })

  it('of two dispatchers one is first; the other is told who, and keeps what she wrote', async () => {
    const id = await accepted()
    const she = await opened('陆派单', id, screen)
    const { page } = she
    await write(she, /派单理由/, '我写了半天的理由')
    await act(id)('mei', 'grievance.dispatch', { main: 'dept:traffic', why: '桥归交通' })
    await button(page, '派给水务局').click()
    await seen(page, /梅回访在 .* 先办了/).waitFor()
    await seen(page, '我写了半天的理由').waitFor()
    await fits(she, `lost-${width}`)
    expect((await now(id)).detail).toMatchObject({ hop: { unit: { code: 'dept:traffic' } } })
    await link(page, '知道了，不要了').click()
    expect(await page.getByText('我写了半天的理由').count()).toBe(0)
  })

  it('what cannot be fetched says so and offers another try', async () => {
    const she = await visitor(screen)
    await signIn(she, '陆派单')
    await she.page.getByRole('tab', { name: /待受理/ }).waitFor()
    await she.goto('/roles/command/matter/index?id=grievance:nothing')
    await seen(she.page, /没找到/).waitFor()
    await fits(she, `failed-${width}`)
  })
})
