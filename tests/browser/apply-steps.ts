import type { Page } from 'playwright-core'
import { button, type Visitor } from '../support/browser'

/** The application as somebody fills it in who reads one screen at a time. */

export const next = ({ page }: Visitor) => button(page, '下一步').click()
export const radio = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('radio', { name }).filter({ visible: true }).first().click()
export const field = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('textbox', { name }).filter({ visible: true }).first()
export const asked = ({ page }: Visitor, question: string) =>
  page.getByRole('heading', { name: question }).filter({ visible: true }).waitFor()

export const chosen = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('radio', { name }).filter({ visible: true }).first().getAttribute('aria-checked')

export const received = (page: Page) =>
  page
    .getByRole('heading', { name: /^收到了/ })
    .filter({ visible: true })
    .first()

/** Where it happened: in the banner, at 东嘎查. */
export async function happenedHere(her: Visitor) {
  await asked(her, '事情发生在哪里？')
  await radio(her, /^在本旗/)
  await button(her.page, '甲镇').click()
  await radio(her, '东嘎查')
}
export async function isAboutWages(her: Visitor) {
  await asked(her, '是什么事？')
  await radio(her, '工钱')
  await next(her)
  await asked(her, '事情是怎么回事？')
  await field(her, /经过/).fill('工地欠了我三个月的工资')
  await next(her)
}
export async function nameIs(her: Visitor, name: string, phone: string) {
  await asked(her, '怎么找到')
  await field(her, /^名字/).fill(name)
  await field(her, /^电话/).fill(phone)
  await next(her)
}

/** From the first question to who is told, as somebody would who reads one screen at a time. */
export async function answersMost(her: Visitor) {
  await happenedHere(her)
  await field(her, /哪个单位在处理/).fill('劳动监察大队')
  await next(her)
  await asked(her, '给谁申请？')
  await radio(her, /^自己/)
  await next(her)
  await isAboutWages(her)
  await asked(her, '对方是谁？')
  await button(her.page, '写上对方').click()
  await field(her, /名字或单位名/).fill('某建筑公司')
  await next(her)
  await nameIs(her, '包群众', '13900000011')
  await asked(her, '家里困难，怎么说明？')
  await radio(her, /我做诚信承诺/)
  await button(her.page, /我承诺/).click()
  await asked(her, '办到哪一步，告诉谁？')
}
export async function answersAll(her: Visitor) {
  await answersMost(her)
  await next(her)
  await asked(her, '发出前看一遍')
}
