import { expect } from 'vitest'
import type { Input } from '@/contract/actions'
import { ditch, grievanceCounty, handling, toWater } from '../journeys/grievance-given'
import { desk, link, settled, shot, signIn, tooWide, type Visitor, violations, withBrowser } from '../support/browser'

type Submit = Partial<Omit<Input<'grievance.submit'>, 'requestId'>>
const long = '阿拉坦其其格宝音德力格尔反映：村西水渠从桥头到泵站都淤了'

/** Wednesday 14 October 2026 at the command seat, whose catalogue names the water department for ditches. */
export function atTheCommandSeat() {
  const { at, visitor } = withBrowser({ now: '2026-10-14T09:00:00+08:00', county: grievanceCounty() })

  const reported = async (more: Submit = {}): Promise<string> =>
    (await at.server.api('bao', 'grievance.submit', ditch({ text: long, ...more }))).id
  const act = (id: string) => handling(at.server, id)
  async function accepted(more: Submit = {}, as: object = {}) {
    const id = await reported(more)
    await act(id)('lu', 'grievance.accept', { type: 'help', handling: 'quick', ...as })
    return id
  }
  async function atWater(more: Submit = {}) {
    const id = await accepted(more)
    await act(id)('lu', 'grievance.dispatch', toWater)
    await act(id)('shui', 'grievance.sign', {})
    return id
  }
  async function resolved(more: Submit = {}) {
    const id = await atWater({ spot: undefined, ...more })
    const text = '水渠已经清淤，二十几户都浇上了'
    await act(id)('shui', 'grievance.resolve', { result: 'explained', text, photos: [] })
    return id
  }
  const now = (id: string) => at.server.api('sun', 'matter.get', { id })
  const catalogue = () =>
    at.server.api('lu', 'catalogue.save', {
      was: 0,
      why: '开头一版',
      items: [
        {
          code: 'ditch',
          name: '农田水渠清淤',
          topic: 'water',
          unit: 'dept:water',
          with: ['150524100'],
          handling: 'quick',
          keywords: ['水渠'],
          basis: '旗水务局职责',
        },
      ],
    })

  /** On the matter's own page; `queue` stands first, as whoever comes from the list. */
  async function opened(who: string, id: string, screen = desk): Promise<Visitor> {
    const she = await visitor(screen)
    await signIn(she, who)
    await she.page.getByRole('tab', { name: /待受理/ }).waitFor()
    await she.goto(`/roles/command/matter/index?id=${id}`)
    return she
  }
  return { at, visitor, reported, accepted, atWater, resolved, act, now, catalogue, opened }
}

export const dialog = ({ page }: Visitor) => page.getByRole('dialog')
export const write = ({ page }: Visitor, name: RegExp, text: string) =>
  page.getByRole('textbox', { name }).filter({ visible: true }).first().fill(text)
export const choose = ({ page }: Visitor, name: RegExp | string) =>
  page.getByRole('radio', { name }).filter({ visible: true }).first().click()
export const press = ({ page }: Visitor, name: string | RegExp) => link(page, name).click()

/** Nothing reaches over the edge, nothing is unreadable, nothing went wrong inside; so often was she refused by a rule. */
export const fits = async (she: Visitor, name: string, refused = 0) => {
  await settled(she.page)
  if (process.env.SHOTS) await shot(she.page, `command-${name}`)
  expect(await tooWide(she.page)).toEqual([])
  expect(await violations(she.page)).toEqual([])
  const byRule = she.wrong.filter((line) => line.includes('status of 422'))
  expect(she.wrong.filter((line) => !byRule.includes(line))).toEqual([])
  expect(byRule).toHaveLength(refused)
}
