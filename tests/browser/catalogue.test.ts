import { describe, expect, it } from 'vitest'
import { dutyCounty } from '../journeys/question-given'
import {
  button,
  desk,
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

/** Who has what, and what is asked again and again: written at the desk, looked up on a phone. */

const plain = dutyCounty()
const county = {
  ...plain,
  units: [...plain.units, { code: 'dept:water', kind: 'department', name: '水务局' }],
  people: [
    ...plain.people,
    { id: 'diao', name: '刁调度', phone: '13900000081', roles: [{ role: 'command', unit: 'dept:command' }] },
    { id: 'pei', name: '裴调度', phone: '13900000082', roles: [{ role: 'command', unit: 'dept:command' }] },
  ],
}
const { at, visitor } = withBrowser({ now: '2026-11-23T09:00:00+08:00', county })
const opened = async ({ page, goto }: Visitor, path: string) => {
  await goto(path)
  await settled(page)
}
const fine = async ({ page, wrong }: Visitor) => {
  expect(await tooWide(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  expect(wrong).toEqual([])
}

describe('the responsibility catalogue', () => {
  it('is changed row by row; whoever saves second loses nothing, sees the new one and saves onto it', async () => {
    const she = await visitor(desk)
    const { page } = she
    await signIn(she, '刁调度')
    await opened(she, '/roles/command/catalogue/index')
    await seen(page, /局里还没有确认/).waitFor()
    await page.getByLabel('找事项、单位、关键词').fill('人畜饮水')
    await seen(page, '水务局').first().waitFor()
    await shot(page, 'catalogue-1280')
    await fine(she)
    await page.getByText('人畜饮水').first().click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('事项', { exact: true }).fill('人畜饮水和管网')
    await fine(she)
    await button(page, '记下这一条').click()
    await seen(page, /改了\s1\s条/).waitFor()

    const other = await at.server.api('pei', 'catalogue.get', {})
    await at.server.api('pei', 'catalogue.save', {
      was: 0,
      why: '核对了道路',
      items: other.items.filter(({ topic }) => topic === 'road' || topic === 'water') as never,
    })
    await page.getByLabel('为什么改').fill('按权责清单核对')
    await button(page, '保存成新的一版').click()
    await seen(page, /裴调度刚保存了新的一版/).waitFor()
    await page.getByText('人畜饮水和管网').first().waitFor()
    await fine(she)
    await button(page, '把我改的放到新的一版上').click()
    await page.getByLabel('为什么改').fill('按权责清单核对')
    await button(page, '保存成新的一版').click()
    await seen(page, /第\s2\s版/).waitFor()
    const { items } = await at.server.api('pei', 'catalogue.get', {})
    expect(items.map(({ name }) => name)).toContain('人畜饮水和管网')
    expect(items.every(({ topic }) => topic === 'road' || topic === 'water')).toBe(true)
    expect(she.wrong).toEqual([])
  })
})

describe('questions and answers', () => {
  it('are found on a phone by first letters, without an account', async () => {
    const she = await visitor(phone)
    const { page } = she
    await opened(she, '/roles/resident/knowledge/index')
    await page.getByLabel(/写几个字/).fill('ldzc')
    await page.getByText('劳动仲裁要多少天').click()
    await seen(page, /四十五日内裁决/).waitFor()
    await seen(page, /劳动争议调解仲裁法 第二十九条/).waitFor()
    await shot(page, 'knowledge-390')
    await fine(she)
    await page.getByLabel(/写几个字/).fill('滑雪场')
    await seen(page, /没有找到/).waitFor()
    await button(page, '打 12348').waitFor()
    await fine(she)
  })
  it('are written at the desk, and past their day of review a resident is told to ask', async () => {
    const { id } = await at.server.api('diao', 'knowledge.save', {
      topic: 'water',
      question: '机井坏了找谁修？',
      answer: '先打水务局的电话。',
      reviewAt: '2026-11-24',
    })
    expect(id).toContain('k-')
    await at.server.demo.to('2026-11-24T09:00:00+08:00')
    const clerk = await visitor(desk)
    await signIn(clerk, '刁调度')
    await opened(clerk, '/roles/command/knowledge/index')
    await seen(clerk.page, /1\s条到了复核的日子/).waitFor()
    await clerk.page.getByText('机井坏了找谁修').click()
    await clerk.page.getByRole('dialog').getByLabel('答案').waitFor()
    await shot(clerk.page, 'knowledge-desk-1280')
    await fine(clerk)
    const she = await visitor(phone)
    await opened(she, '/roles/resident/knowledge/index')
    await she.page.getByLabel(/写几个字/).fill('机井')
    await she.page.getByText('机井坏了找谁修').click()
    await seen(she.page, /还要再核对/).waitFor()
    await fine(she)
  })
})
