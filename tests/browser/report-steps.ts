import { expect } from 'vitest'
import { button, tooWide, type Visitor, violations } from '../support/browser'
import { samples } from '../support/sample-files'

/** The form for what people report, step by step as they fill it in. */

export const words = '村东的井坏了半个月，三十几户没有水吃'
// Two things that nobody would take for one, though the same photo is sent with both.
export const said = {
  normal: { topic: '道路', words },
  'elder-max': { topic: '草场', words: '围栏被推倒了一截，羊跑出去好几只' },
}
export const text = ({ page }: Visitor) => page.getByRole('textbox', { name: /^写下来/ }).filter({ visible: true })
export const radio = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('radio', { name }).filter({ visible: true }).first()
export const submit = ({ page }: Visitor) => button(page, '提交').click()
export const received = ({ page }: Visitor) =>
  page.getByRole('heading', { name: '送到了' }).filter({ visible: true }).waitFor()
export const idOf = ({ page }: Visitor): string => {
  const id = decodeURIComponent(/[?&]id=([^&]+)/.exec(page.url())?.[1] ?? '')
  expect(id).toMatch(/^grievance:/)
  return id
}
export const wrongWith = async ({ page }: Visitor) => [...(await violations(page)), ...(await tooWide(page))]

/** Opens the form from the first page's third door, as a person does. */
export async function opens(her: Visitor) {
  await her.goto('/pages/home/index')
  await button(her.page, /^反映问题/).click()
  await radio(her, '用水').waitFor()
}
async function picksVillage({ page }: Visitor, name = '东嘎查') {
  await button(page, '选事情在哪个嘎查、村').click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '甲镇' }).click()
  await sheet.getByRole('radio', { name }).click()
}
export async function writes(her: Visitor, said = words, topic = '用水') {
  await radio(her, topic).click()
  await text(her).fill(said)
  await picksVillage(her)
}
/** What the phone's album hands over. */
export async function takes({ page }: Visitor, count: number) {
  const album = page.waitForEvent('filechooser')
  await button(page, '加照片').click()
  await (await album).setFiles(
    Array.from({ length: count }, (_, n) => ({
      name: `${n}.png`,
      mimeType: 'image/png',
      buffer: Buffer.from(samples.png),
    })),
  )
}
