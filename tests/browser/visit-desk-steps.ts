import { expect } from 'vitest'
import { settled, shot, tooWide, type Visitor, violations } from '../support/browser'

export { planned, radio } from './visit-steps'

export const tab = ({ page }: Visitor, name: RegExp) =>
  page.getByRole('tab', { name }).filter({ visible: true }).first()

/** Nothing reaches over the edge, nothing is unreadable, nothing went wrong inside. */
export async function looks({ page, wrong }: Visitor, name: string) {
  await settled(page)
  if (process.env.SHOTS) await shot(page, `visit-desk-${name}`)
  expect(await tooWide(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  // What the door refuses is answered with 400 or 422, and the page says so beside the field.
  expect(wrong.filter((line) => !/status of 4(00|22)/.test(line))).toEqual([])
}
