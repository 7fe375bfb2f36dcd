import { expect } from 'vitest'
import type { ActionName, Input } from '@/contract/actions'
import { county, wages } from '../journeys/given'
import {
  desk,
  settled,
  shot,
  signIn,
  stayHere,
  tooWide,
  type Visitor,
  violations,
  withBrowser,
} from '../support/browser'

/** Monday 12 October 2026 at the centre; every closed matter is drawn for a call-back. */
export function atTheCentre(more: { people?: object[]; allowances?: object[] } = {}) {
  const { at, visitor } = withBrowser({
    now: '2026-10-12T09:00:00+08:00',
    county: { ...county({ policy: { 'aid.sampleOneIn': 1 }, ...more }), ...more },
  })

  type OnMatter = Extract<ActionName, `aid.${string}` | `matter.${string}`>
  const act = <A extends OnMatter>(who: string, action: A, input: Omit<Input<A>, 'requestId'>) =>
    at.server.api(who, action, input as Omit<Input<A>, 'requestId'>)
  const applied = async (name: string, more: object = {}) =>
    (await at.server.api('bao', 'aid.submit', wages({ applicant: { name, phone: '13900000011' }, ...more }))).id
  const now = (id: string) => at.server.api('sun', 'matter.get', { id })
  async function inHand(name: string) {
    const id = await applied(name)
    await act('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
    await act('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    await act('li', 'aid.take', { id })
    return id
  }
  async function closed(name: string) {
    const id = await inHand(name)
    await act('li', 'aid.close', { id, result: 'settled', text: '双方和解，当天付清' })
    await act('gao', 'aid.reviewClose', { id, ok: true })
    return id
  }

  async function opened(who: string, id: string, screen = desk): Promise<Visitor> {
    const she = await visitor(screen)
    await she.context.addInitScript(stayHere)
    await signIn(she, who)
    // The desk must stand before the next page is asked for, or it comes to lie over it.
    const figures = she.page.getByRole('heading', { name: /四个数$/ })
    await she.page
      .getByRole('tab', { name: /待审查/ })
      .or(figures)
      .waitFor()
    await she.goto(`/roles/centre/matter/index?id=${id}`)
    return she
  }
  return { at, visitor, act, applied, now, inHand, closed, opened }
}

export const dialog = ({ page }: Visitor) => page.getByRole('dialog')
/** Nothing reaches over the edge, nothing is unreadable, nothing went wrong inside. */
export const fits = async (she: Visitor, name: string) => {
  await settled(she.page)
  if (process.env.SHOTS) await shot(she.page, `centre-${name}`)
  expect(await tooWide(she.page)).toEqual([])
  expect(await violations(she.page)).toEqual([])
  // A field that was filled in wrong is answered with 400, and the page says so beside it.
  expect(she.wrong.filter((line) => !line.includes('status of 400'))).toEqual([])
}
