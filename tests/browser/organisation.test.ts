import { describe, expect, it } from 'vitest'
import { county, people, wages } from '../journeys/given'
import { button, desk, phone, seen, settled, signIn, tooWide, violations, withBrowser } from '../support/browser'

const town = '150524100'
/** Beside li in the first firm: one who may take the matter over, and one whose licence says no. */
const zhang = {
  id: 'zhang',
  name: '张律',
  phone: '13900000005',
  languages: ['zh'],
  roles: [{ role: 'lawyer', unit: 'firm:1' }],
  lawyer: { licence: 'practising', since: '2018-03-01', subjects: ['labour'], capacity: 8, towns: [town], advises: [] },
}
const tuo = {
  ...zhang,
  id: 'tuo',
  name: '托公证',
  phone: '13900000006',
  lawyer: { ...zhang.lawyer, licence: 'notary' },
}

const { at, visitor } = withBrowser({
  now: '2026-10-12T09:00:00+08:00',
  county: county({ people: [...Object.values(people), zhang, tuo] }),
})

/** Asked for by this person on Monday 12 October, granted, and with a lawyer of the first firm. */
async function assigned(name: string): Promise<string> {
  const applicant = { name, phone: '13900000011' }
  const { id } = await at.server.api('bao', 'aid.submit', wages({ applicant }))
  await at.server.api('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
  return id
}
const seenBySupervisor = (id: string) => at.server.api('sun', 'matter.get', { id })

describe('a firm’s director', () => {
  it('finds on her telephone what waits for her word first, sees names only, and confirms', async () => {
    const id = await assigned('乌日娜')
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '方主任')
    await seen(page, '等您确认').waitFor()
    await button(page, /乌日娜.*律师：李律/s).click()
    await seen(page, '某建筑公司').waitFor()
    expect(await page.getByText('工地欠了').count()).toBe(0)
    await button(page, '确认接受指派').click()
    await seen(page, '确认好了，中心能看到。').waitFor()
    expect(await page.getByRole('button', { name: '确认接受指派' }).filter({ visible: true }).count()).toBe(0)
    expect((await seenBySupervisor(id)).detail.confirmed).toMatchObject({ by: '方主任' })
    expect(she.wrong).toEqual([])
  })

  it('gives it to another of her lawyers only with a reason, asked for beside its field', async () => {
    const id = await assigned('其木格')
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '方主任')
    await button(page, /其木格/).click()
    await button(page, '换本所另一位律师').click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('托公证').waitFor()
    await sheet.getByText('执业类别不办这类事').waitFor()
    expect(await sheet.getByRole('radio', { name: /王律|李律/ }).count()).toBe(0)
    await sheet.getByRole('button', { name: '换律师' }).click()
    await sheet.getByText('请选一位律师').waitFor()
    await sheet.getByRole('radio', { name: /张律/ }).click()
    await sheet.getByRole('button', { name: '换成张律' }).click()
    await sheet.getByText('请写一句理由').waitFor()
    expect((await seenBySupervisor(id)).detail.lawyer?.id).toBe('li')
    await sheet.getByRole('textbox', { name: '为什么换' }).fill('李律下周都在外地开庭')
    await sheet.getByRole('button', { name: '换成张律' }).click()
    await seen(page, '换好了，现在由张律办。').waitFor()
    expect((await seenBySupervisor(id)).detail.lawyer?.id).toBe('zhang')
    expect(she.wrong).toEqual([])
  })

  it('has list and matter beside each other at 1280, and the list follows her step', async () => {
    await assigned('斯琴')
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '方主任')
    await seen(page, '从左边选一件').waitFor()
    await button(page, /斯琴/).click()
    await button(page, '确认接受指派').click()
    await seen(page, '确认好了，中心能看到。').waitFor()
    await expect.poll(() => page.getByText('等您确认').filter({ visible: true }).count()).toBe(0)
    await seen(page, '其他在办的').waitFor()
    expect(await page.getByRole('heading', { name: '本所的指派' }).filter({ visible: true }).count()).toBe(1)
    expect(await violations(page)).toEqual([])
    expect(await tooWide(page)).toEqual([])
    expect(she.wrong).toEqual([])
  })

  it('of another firm finds nothing of it, and its address opens nothing', async () => {
    const id = await assigned('高娃')
    const she = await visitor(phone)
    const { page } = she
    await signIn(she, '马主任')
    await seen(page, '现在没有派给本所的事').waitFor()
    await she.goto(`/roles/organisation/matter/index?id=${id}`)
    await seen(page, '没有找到').waitFor()
    await settled(page)
    expect(await page.getByText('高娃').filter({ visible: true }).count()).toBe(0)
  })
})
