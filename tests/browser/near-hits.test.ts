import { describe, expect, it } from 'vitest'
import { people, wages } from '../journeys/given'
import { button, desk, link, phone, seen, signIn } from '../support/browser'
import { atTheCentre, dialog, fits } from './centre-given'

const { at, visitor, act, now, opened } = atTheCentre({ people: Object.values(people) })
type Visitor = Awaited<ReturnType<typeof opened>>

const opponent = (name: string) => [{ role: 'opponent' as const, name }]
async function taken(id: string) {
  await act('li', 'aid.conflictAnswer', { id, conflict: 'no' })
  await act('li', 'aid.take', { id })
}
/** Li acts for Bao against somebody of this name. */
async function againstHer(name: string) {
  const { id } = await at.server.api('bao', 'aid.submit', wages({ parties: opponent(name) }))
  await act('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
  await taken(id)
  return id
}
const applies = async (name: string) =>
  (
    await at.server.api(
      'wu',
      'aid.submit',
      wages({ applicant: { name, phone: '13900000012' }, parties: opponent('某砖厂') }),
    )
  ).id
const both = async (she: Visitor, name: string) => {
  await fits(she, `${name}-1280`)
  await she.page.setViewportSize(phone)
  await fits(she, `${name}-390`)
  await she.page.setViewportSize(desk)
}
const top = async (she: Visitor, text: string | RegExp) =>
  (await seen(she.page, text).first().boundingBox())?.y ?? Number.NaN

describe('a name like one on the other side', () => {
  it('is shown beside the lawyer without anybody’s name; he gets it only from somebody who says that they are two', async () => {
    await againstHer('王芳')
    const id = await applies('王方')
    const gao = await opened('高审查', id)
    await seen(gao.page, /^同音，请核对：/).waitFor()
    expect(await gao.page.locator('body').textContent()).not.toContain('王芳')
    await both(gao, 'near-candidates')
    await link(gao.page, '选这位：李律').click()
    await dialog(gao).getByRole('textbox', { name: '理由' }).fill('他熟')
    await dialog(gao).getByRole('button', { name: '就选这位' }).click()
    await button(gao.page, '给予援助，派李律').click()
    await seen(gao.page, '是不是同一个人？').waitFor()
    await fits(gao, 'near-ask')
    await gao.page.setViewportSize(phone)
    await fits(gao, 'near-ask-390')
    await dialog(gao).getByRole('button', { name: '取消', exact: true }).click()
    expect((await now(id)).stage).toBe('submitted')
    await button(gao.page, '给予援助，派李律').click()
    await button(gao.page, '核对过了，不是同一个人').click()
    await seen(gao.page, '已给予援助，派给李律。').waitFor()
    expect((await now(id)).detail.lawyer?.id).toBe('li')
  })
})

describe('a name told once he has the matter', () => {
  it('asks the reviewer on top of the page, and the lawyer reads that he works on', async () => {
    const first = await againstHer('孟和')
    const id = await applies('乌兰')
    await act('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
    await taken(id)
    const parties = [...opponent('某砖厂'), { role: 'co-party' as const, name: '孟河' }]
    await act('wu', 'aid.parties', { id, parties })
    await act('li', 'aid.conflictAnswer', { id, conflict: 'no' })

    const he = await visitor(phone)
    await signIn(he, '李律', `/roles/lawyer/matter/index?id=${id}`)
    await seen(he.page, /您照常办/).waitFor()
    await fits(he, 'near-lawyer-390')

    const gao = await opened('高审查', id, phone)
    await seen(gao.page, '名字很像，请您核对').waitFor()
    expect(await top(gao, '名字很像，请您核对')).toBeLessThan(await top(gao, '申请人'))
    expect(await gao.page.locator('body').textContent()).not.toContain('孟和')
    await fits(gao, 'near-asked-390')
    await gao.page.setViewportSize(desk)
    await fits(gao, 'near-asked-1280')
    await button(gao.page, '不是同一个人').click()
    await dialog(gao).getByRole('button', { name: '记下来', exact: true }).click()
    await dialog(gao).getByText('请写一句怎么核对的').waitFor()
    await dialog(gao)
      .getByRole('textbox', { name: /怎么核对的/ })
      .fill('出生年月不一样')
    await fits(gao, 'near-sheet')
    await dialog(gao).getByRole('button', { name: '记下来', exact: true }).click()
    await seen(gao.page, '记下来了，这两个名字不再问。').waitFor()
    expect(await seen(gao.page, '名字很像，请您核对').count()).toBe(0)
    expect((await now(id)).detail.lawyer?.id).toBe('li')
    expect(first).not.toBe(id)
  })
})
