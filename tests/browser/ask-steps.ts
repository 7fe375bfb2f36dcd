import { expect } from 'vitest'
import { county, east } from '../journeys/given'
import { button, seen, type Visitor } from '../support/browser'
import type { TestServer } from '../support/server'

/** Asking as somebody does it who taps a picture and writes one sentence. */

export const asked = '工地欠了我三个月的工资，老板电话不接'

const town = '150524100'
const daily = { every: 'day', handover: '08:00', anchor: '2026-09-01' }

/** Li answers for the town, Wang for the whole banner, Gao for the centre. */
export const onDuty = (more: Parameters<typeof county>[0] = {}) => ({
  ...county(more),
  seats: [
    { id: `town:${town}`, kind: 'town', unit: town },
    { id: 'hotline', kind: 'hotline' },
    { id: 'centre-duty', kind: 'centre' },
  ],
  layers: [
    { seat: `town:${town}`, people: ['li'], ...daily },
    { seat: 'hotline', people: ['wang'], ...daily },
    { seat: 'centre-duty', people: ['gao'], ...daily },
  ],
})

export async function inEast({ page, goto }: Visitor) {
  await goto('/')
  await button(page, /选您在的嘎查、村/).click()
  await page.getByRole('dialog').getByRole('button', { name: '甲镇' }).click()
  await page.getByRole('radio', { name: '东嘎查' }).filter({ visible: true }).click()
  await seen(page, '李律').waitFor()
}

/** From the first page, or from the form where it is `open`, to the filled-in form; not sent. */
export async function writes(her: Visitor, more: { topic?: string; phone?: string; open?: boolean } = {}) {
  const { page } = her
  if (!more.open) await button(page, /^问律师/).click()
  await page
    .getByRole('radio', { name: more.topic ?? '工钱' })
    .filter({ visible: true })
    .click()
  await page
    .getByRole('textbox', { name: /写下来/ })
    .filter({ visible: true })
    .fill(asked)
  if (more.phone) await page.getByRole('textbox', { name: /^电话/ }).filter({ visible: true }).fill(more.phone)
}

export const send = ({ page }: Visitor) => button(page, '发出去').click()
export const waiting = ({ page }: Visitor) => page.getByRole('heading', { name: '正在给您找律师' }).waitFor()

/** The id of the question whose page is open. */
export function questionOf({ page }: Visitor): string {
  const id = /[?&]id=([^&]+)/.exec(page.url())?.[1] ?? ''
  expect(id).toMatch(/^question:/)
  return decodeURIComponent(id)
}

export const ask = (server: TestServer, who: string | undefined) =>
  server.api(who, 'question.ask', { village: east, topic: 'wages', text: asked, language: 'zh' })
