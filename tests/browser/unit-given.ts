import { expect } from 'vitest'
import type { Input } from '@/contract/actions'
import { ditch, grievanceCounty, handling, quick } from '../journeys/grievance-given'
import { button, settled, shot, signIn, tooWide, type Visitor, violations, withBrowser } from '../support/browser'
import { samples } from '../support/sample-files'

type Submit = Partial<Omit<Input<'grievance.submit'>, 'requestId'>>
type Dispatch = Omit<Input<'grievance.dispatch'>, 'requestId' | 'id'>

/** Wednesday 14 October 2026 at the desks of units, which the command seat sends reports to. */
export function atTheUnits() {
  const { at, visitor } = withBrowser({ now: '2026-10-14T09:00:00+08:00', county: grievanceCounty() })
  const act = (id: string) => handling(at.server, id)

  /** Accepted and sent to a unit. */
  async function sent(dispatch: Dispatch, more: Submit = {}, as: object = {}): Promise<string> {
    const { id } = await at.server.api('bao', 'grievance.submit', ditch(more))
    await act(id)('lu', 'grievance.accept', { ...quick, ...as })
    await act(id)('lu', 'grievance.dispatch', dispatch)
    return id
  }
  const now = (id: string) => at.server.api('sun', 'matter.get', { id })

  /** On the report's own page, as one of that name. */
  async function opened(who: string, id: string, screen: { width: number; height: number }): Promise<Visitor> {
    const she = await visitor(screen)
    await signIn(she, who, `/roles/unit/matter/index?id=${id}`)
    return she
  }
  return { at, visitor, sent, act, now, opened }
}

export const dialog = ({ page }: Visitor) => page.getByRole('dialog').filter({ visible: true })
export const write = ({ page }: Visitor, name: RegExp, text: string) =>
  page.getByRole('textbox', { name }).filter({ visible: true }).first().fill(text)
export const choose = ({ page }: Visitor, name: RegExp | string) =>
  page.getByRole('radio', { name }).filter({ visible: true }).first().click()
/** In the open sheet: a button there may be named like the one that opened it. */
export const send = (she: Visitor, name: string) => dialog(she).getByRole('button', { name, exact: true }).click()

/** What the phone's album hands over. */
export async function takes({ page }: Visitor) {
  const album = page.waitForEvent('filechooser')
  await button(page, '加照片').click()
  await (await album).setFiles([{ name: '1.png', mimeType: 'image/png', buffer: Buffer.from(samples.png) }])
}

/** Nothing reaches over the edge, nothing is unreadable, nothing went wrong inside. */
export const fits = async (she: Visitor, name: string) => {
  await settled(she.page)
  if (process.env.SHOTS) await shot(she.page, `unit-${name}`)
  expect(await tooWide(she.page)).toEqual([])
  expect(await violations(she.page)).toEqual([])
  // What the door refuses is answered with 400 or 422, and the page says so beside the field.
  expect(she.wrong.filter((line) => !/status of 4(00|22)/.test(line))).toEqual([])
}
