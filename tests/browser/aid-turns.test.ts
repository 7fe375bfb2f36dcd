import { describe, expect, it } from 'vitest'
import type { Size } from '@/client/session'
import { people, wages } from '../journeys/given'
import { button, desk, link, phone, seen, settled, shot, signIn, tooWide, violations } from '../support/browser'
import { atTheCentre, dialog, fits } from './centre-given'

/** Somebody for what the police tell of; he does nothing else. */
const defender = {
  id: 'zhao',
  name: '赵律',
  phone: '13900000005',
  languages: ['zh'],
  roles: [{ role: 'lawyer', unit: 'firm:1' }],
  lawyer: { licence: 'practising', since: '2015-03-01', subjects: ['criminal'], capacity: 8, towns: [] },
}
const { at, visitor, act, applied, now, inHand, opened } = atTheCentre({ people: [...Object.values(people), defender] })
type Visitor = Awaited<ReturnType<typeof opened>>

const arrives = async (name: string, path: string, size: Size = 'normal', screen = phone) => {
  const she = await visitor(screen, size)
  await signIn(she, name, path)
  return she
}
const hers = (id: string, size?: Size) => arrives('包群众', `/pages/matter/index?id=${id}`, size)
const write = (she: Visitor, label: RegExp, text: string) =>
  dialog(she).getByRole('textbox', { name: label }).fill(text)
const choose = (she: Visitor, name: RegExp) => dialog(she).getByRole('radio', { name }).click()
const send = (she: Visitor, name: string) => dialog(she).getByRole('button', { name, exact: true }).click()
/** The same page on a phone, too. */
const both = async (she: Visitor, name: string) => {
  await fits(she, `${name}-1280`)
  await she.page.setViewportSize(phone)
  await fits(she, `${name}-390`)
  await she.page.setViewportSize(desk)
}

/** What is to be decided is read before what is known. */
const above = async ({ page }: Visitor, upper: string, lower: string) => {
  const y = async (text: string) => (await seen(page, text).first().boundingBox())?.y ?? Number.NaN
  return (await y(upper)) < (await y(lower))
}

describe('a lawyer who asks to go a second time on one matter', () => {
  it('asks on his page and keeps it; the supervisor reads why and lets him go; she reads that another comes, not why', async () => {
    const id = await inHand('斯琴')
    await act('li', 'aid.leave', { id, cause: 'health', why: '住院手术' })
    await act('wang', 'aid.conflictAnswer', { id, conflict: 'no' })
    await act('wang', 'aid.take', { id })
    const he = await arrives('王律', `/roles/lawyer/matter/index?id=${id}`)
    await fits(he, 'turns-lawyer-390')
    await button(he.page, '请求退出').click()
    await send(he, '请求退出')
    await dialog(he).getByText('请选一个').waitFor()
    await choose(he, /依法应当回避/)
    await write(he, /说一句/, '对方的法官是我亲属')
    await fits(he, 'turns-leave-sheet')
    await send(he, '请求退出')
    await seen(he.page, /已经提出退出，等督查定/).waitFor()
    expect(await button(he.page, '请求退出').count()).toBe(0)
    await fits(he, 'turns-lawyer-asked-390')

    const sun = await opened('孙督查', id)
    await seen(sun.page, '王律请求退出').waitFor()
    await seen(sun.page, '对方的法官是我亲属').waitFor()
    await seen(sun.page, '李律退出了').waitFor()
    await both(sun, 'turns-leaving')
    await button(sun.page, '同意退出').click()
    await send(sun, '同意退出')
    await dialog(sun).getByText('请写一句理由').waitFor()
    await write(sun, /理由/, '应当回避')
    await send(sun, '同意退出')
    await seen(sun.page, '换好了，已派给赵律。').waitFor()
    expect((await now(id)).stage).toBe('assigned')

    const bao = await hers(id)
    await seen(bao.page, /给您换了律师，正在核对新的律师能不能办/).waitFor()
    expect(await bao.page.locator('body').textContent()).not.toMatch(/住院|回避|亲属/)
    await fits(bao, 'turns-hers-leaving-390')
  })

  it('the centre only sees that it waits for the supervisor', async () => {
    const id = await inHand('格日勒')
    await act('li', 'aid.leave', { id, cause: 'health' })
    await act('wang', 'aid.conflictAnswer', { id, conflict: 'no' })
    await act('wang', 'aid.take', { id })
    await act('wang', 'aid.leave', { id, cause: 'health' })
    const gao = await opened('高审查', id)
    await seen(gao.page, '等督查定。').waitFor()
    expect(await button(gao.page, '同意退出').count()).toBe(0)
  })
})

describe('another lawyer, asked for by her', () => {
  it('is ruled on by the centre, which says on what it rests', async () => {
    const id = await inHand('娜仁')
    const bao = await hers(id)
    await fits(bao, 'turns-hers-in-hand-390')
    await button(bao.page, '想换律师').click()
    await write(bao, /为什么想换/, '打电话从来不接')
    await fits(bao, 'turns-change-sheet-390')
    await send(bao, '请求换律师')
    await seen(bao.page, /中心五个工作日内定/).waitFor()
    await fits(bao, 'turns-hers-change-390')

    const gao = await opened('高审查', id)
    await seen(gao.page, '受援人请求换律师').waitFor()
    await seen(gao.page, '打电话从来不接').waitFor()
    await both(gao, 'turns-change')
    await button(gao.page, '换律师').click()
    await write(gao, /理由/, '三次没有接电话')
    await send(gao, '换律师')
    await dialog(gao).getByText('请选一个').waitFor()
    await choose(gao, /没有依法履行职责/)
    await fits(gao, 'turns-change-rule')
    await send(gao, '换律师')
    await seen(gao.page, '换好了，已派给王律。').waitFor()
  })
})

describe('a refusal that she objects to', () => {
  it('is ruled on by the supervisor, and she reads why and what is left to her', async () => {
    const id = await applied('乌兰')
    await act('gao', 'aid.refuse', { id, article: '31-5', why: '没有劳动关系，是合伙分红' })
    await act('qin', 'aid.confirmRefusal', { id })
    const bao = await hers(id)
    await fits(bao, 'turns-refused-390')
    await button(bao.page, '不同意，提异议').click()
    await send(bao, '提异议')
    await dialog(bao).getByText('请说一句为什么').waitFor()
    await write(bao, /为什么不同意/, '我有工牌和工资表，是打工不是合伙')
    await fits(bao, 'turns-object-sheet-390')
    await send(bao, '提异议')
    await seen(bao.page, '您提的异议').waitFor()
    await fits(bao, 'turns-objected-390')

    const sun = await opened('孙督查', id)
    await seen(sun.page, '本人有异议').waitFor()
    await seen(sun.page, '我有工牌和工资表，是打工不是合伙').waitFor()
    expect(await above(sun, '本人有异议', '申请人')).toBe(true)
    await both(sun, 'turns-objection')
    await button(sun.page, '维持').click()
    await write(sun, /理由/, '工资表是合伙分红表')
    await send(sun, '维持原来的决定')
    await seen(sun.page, '异议审查完了：维持').waitFor()
    await seen(sun.page, /申请行政复议或者向人民法院起诉/).waitFor()
    await both(sun, 'turns-ruled')

    for (const size of ['normal', 'elder-max'] as const) {
      const she = await hers(id, size)
      await seen(she.page, '异议审查完了：维持原来的决定').waitFor()
      await seen(she.page, /申请行政复议或者向人民法院起诉/).waitFor()
      expect(await button(she.page, '不同意，提异议').count()).toBe(0)
      await fits(she, `turns-hers-ruled-${size}`)
    }
  })
})

describe('what can’t wait', () => {
  it('stands on top with its day and source; it is provided first, and its papers come later', async () => {
    const { id } = await at.server.api('bao', 'aid.submit', wages({ employment: { ended: '2025-10-18' } }))
    const gao = await opened('高审查', id)
    await seen(gao.page, '等不得，请现在定').waitFor()
    await seen(gao.page, /10\s月\s18\s日，还有 6\s天/).waitFor()
    await seen(gao.page, /劳动争议调解仲裁法 第二十七条/).waitFor()
    await both(gao, 'turns-urgent')
    await button(gao.page, '先行提供，派李律').click()
    await choose(gao, /离时效或者期限届满不足七日/)
    await send(gao, '先行提供，派李律')
    await dialog(gao).getByText('请写理由').waitFor()
    await write(gao, /理由/, '18 日可能到期')
    await fits(gao, 'turns-first-sheet')
    await send(gao, '先行提供，派李律')
    await seen(gao.page, '已先派李律，手续随后补。').waitFor()
    await seen(gao.page, '先行提供了，手续还没补').waitFor()
    await both(gao, 'turns-first')

    const bao = await hers(id)
    await seen(bao.page, /先给您派了律师/).waitFor()
    expect(await bao.page.locator('body').textContent()).not.toMatch(/时效|仲裁法/)
    await fits(bao, 'turns-hers-first-390')

    await button(gao.page, '手续齐了').click()
    await send(gao, '手续齐了，给予援助')
    await seen(gao.page, '先行提供，手续已经补齐').waitFor()
    expect((await now(id)).detail.providedFirst?.regularised).toMatchObject({ by: '高审查' })
  })

  it('where nothing presses it is still there, at the end; a day from memory says so', async () => {
    const { id } = await at.server.api('bao', 'aid.submit', wages({ matter: 'debt', happened: '2025-01-10' }))
    const gao = await opened('高审查', id)
    await seen(gao.page, '时效最早到哪天').waitFor()
    await seen(gao.page, '待核实').waitFor()
    expect(await seen(gao.page, '等不得，请现在定').count()).toBe(0)
    await button(gao.page, '先行提供，派李律').waitFor()
    await both(gao, 'turns-limited')
  })
})

describe('a termination', () => {
  it('rests on one of eight grounds, is told within three days, and she reads what she can do', async () => {
    const id = await inHand('高娃')
    const gao = await opened('高审查', id)
    await fits(gao, 'turns-seldom-1280')
    await button(gao.page, '终止援助').click()
    expect(await dialog(gao).getByRole('radio').count()).toBe(8)
    await choose(gao, /自行委托律师/)
    await write(gao, /理由/, '自己请了律师')
    await fits(gao, 'turns-terminate-sheet')
    await send(gao, '终止援助')
    await seen(gao.page, '终止了。请在三日内送达本人。').waitFor()
    await both(gao, 'turns-terminated')
    await button(gao.page, '已经送达').click()
    await write(gao, /怎么送达的/, '当面送达，本人签收')
    await send(gao, '记下来')
    await seen(gao.page, /高审查，今天 9:\d+ 送达/).waitFor()

    for (const size of ['normal', 'elder'] as const) {
      const bao = await hers(id, size)
      await seen(bao.page, '法律援助终止了').waitFor()
      await button(bao.page, '不同意，提异议').waitFor()
      await fits(bao, `turns-hers-terminated-${size}`)
    }
  })
})

describe('a notice of the police', () => {
  it('shows who gave it and why; the organ is told of the lawyer, and again after another', async () => {
    const { id } = await at.server.api('gao', 'aid.criminalNotice', {
      organ: 'police',
      organName: '库伦旗公安局',
      person: { name: '某某' },
      ground: 'disabled',
      offence: '盗窃',
      receivedAt: '2026-10-12T08:30:00+08:00',
    })
    const lawyer = (await now(id)).detail.lawyer?.id
    if (!lawyer) await act('gao', 'aid.assign', { id })
    await act('zhao', 'aid.conflictAnswer', { id, conflict: 'no' })
    const gao = await opened('高审查', id)
    await seen(gao.page, '办案机关通知辩护').waitFor()
    await seen(gao.page, '还没有告诉。').waitFor()
    expect(await above(gao, '办案机关通知辩护', '受援人')).toBe(true)
    await seen(gao.page, '法律援助公函').waitFor()
    // Nobody applied.
    for (const text of ['申请人', '经济情况', '法律援助申请表', '经济困难状况说明表', '撤回申请'])
      expect([text, await gao.page.getByText(text, { exact: true }).count()]).toEqual([text, 0])
    await both(gao, 'turns-notice')
    await button(gao.page, '已经告诉办案机关').click()
    await write(gao, /怎么告诉的/, '公函，交给法制大队')
    await send(gao, '记下来')
    await seen(gao.page, /高审查，今天 9:/).waitFor()
    expect(await button(gao.page, '已经告诉办案机关').count()).toBe(0)
  })
})

describe('a promise that seems untrue', () => {
  it('is found at the end of the page, goes to the supervisor, and stops nothing', async () => {
    const id = await applied('苏和')
    const gao = await opened('高审查', id)
    await button(gao.page, '承诺可能不实').click()
    await write(gao, /哪里不对/, '名下有两套房')
    await send(gao, '交给督查核实')
    await seen(gao.page, '承诺请督查核实').waitFor()
    await button(gao.page, /^给予援助，派/).waitFor()
    await both(gao, 'turns-doubt')
    const sun = await opened('孙督查', id)
    await seen(sun.page, /核实不影响这件/).waitFor()
    await button(sun.page, '确实不实').click()
    await write(sun, /怎么核实的/, '登记在她名下')
    await send(sun, '确实不实')
    await seen(sun.page, '核实过了：承诺不实').waitFor()
    expect((await now(id)).stage).toBe('submitted')
  })
})

describe('wages', () => {
  it('have four ways with their articles for staff, and plain words for her; a document can be what is granted', async () => {
    const id = await applied('巴图')
    const gao = await opened('高审查', id)
    await seen(gao.page, '讨工钱的几条路').waitFor()
    await link(gao.page, '看条文：有工资欠条，直接起诉').click()
    await seen(gao.page, /视为拖欠劳动报酬争议/).waitFor()
    await both(gao, 'turns-wages')
    await gao.page.getByRole('radio', { name: '代拟文书' }).click()
    await settled(gao.page)
    await button(gao.page, /^给予援助，派/).click()
    await seen(gao.page, '给的是：代拟文书').waitFor()
    expect((await now(id)).detail.form).toBe('drafting')

    const bao = await hers(id, 'elder')
    await seen(bao.page, '代拟文书').waitFor()
    await link(bao.page, '看是哪几条').click()
    await seen(bao.page, '有工资欠条，直接起诉').waitFor()
    await settled(bao.page)
    if (process.env.SHOTS) await shot(bao.page, 'turns-hers-wages')
    expect(await tooWide(bao.page)).toEqual([])
    expect(await violations(bao.page)).toEqual([])
  })
})
