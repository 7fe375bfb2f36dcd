import { expect } from 'vitest'
import type { MatterView } from '@/contract/views'
import { dutyCounty } from '../journeys/question-given'
import { form, hourAt, plans, travel } from '../journeys/visit-given'
import { button, seen, settled, signIn, tooWide, type Visitor, violations } from '../support/browser'
import type { TestServer } from '../support/server'

/** Booking an hour as somebody does it who taps and goes on. */

export const planned = { ...dutyCounty({ policy: { 'visit.openMost': 100 } }), plans, travel }
export const page = '/roles/resident/visit/index'

export const radio = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('radio', { name }).filter({ visible: true }).first()
export const box = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('textbox', { name }).filter({ visible: true }).first()
export const heading = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('heading', { name }).filter({ visible: true }).first()
export const next = async (her: Visitor) => {
  await button(her.page, '下一步').click()
  await settled(her.page)
}
export async function nothingWrong({ page, wrong }: Visitor) {
  expect([...(await violations(page)), ...(await tooWide(page)), ...wrong]).toEqual([])
}

/** In the east, by the page's own sheet. */
async function inEast(her: Visitor) {
  const { page } = her
  await button(page, '选您在的嘎查、村').click()
  await page.getByRole('dialog').getByRole('button', { name: '甲镇' }).click()
  await page.getByRole('radio', { name: '东嘎查' }).filter({ visible: true }).click()
  await seen(page, '甲镇 东嘎查').waitFor()
}

/** From the first question to the hours. */
export async function toHours(her: Visitor, way: RegExp, who = '包群众', topic = '工钱') {
  await signIn(her, who, page)
  await answersFirst(her, way, topic)
}
/** The first questions of the open form. */
export async function answersFirst(her: Visitor, way: RegExp, topic: string) {
  await radio(her, way).click()
  await inEast(her)
  await next(her)
  await radio(her, topic).click()
  await next(her)
}

/** Thursday's hours, of those offered on Wednesday. */
export async function onThursday(her: Visitor) {
  await heading(her, '什么时候？').waitFor()
  await radio(her, /^明天/).click()
}

export async function toCheck(her: Visitor, phone = '13900000011') {
  await heading(her, '怎么找到您？').waitFor()
  await box(her, /^电话/).fill(phone)
  await next(her)
  await heading(her, '约之前看一遍').waitFor()
}

/** The id of the visit whose page is open. */
export function visitOf({ page }: Visitor): string {
  const id = decodeURIComponent(/[?&]id=([^&]+)/.exec(page.url())?.[1] ?? '')
  expect(id).toMatch(/^visit:/)
  return id
}

/** Somebody else takes this hour. */
export const takes = async (server: TestServer, who: string, start: string): Promise<MatterView> =>
  server.api(who, 'visit.book', {
    ...form({ name: '吴群众', phone: '13900000012' }),
    slot: await hourAt(server, start),
  })
