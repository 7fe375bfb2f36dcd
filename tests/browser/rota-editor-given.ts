import { expect } from 'vitest'
import { county, people } from '../journeys/given'
import { settled, shot, signIn, tooWide, type Visitor, violations, withBrowser } from '../support/browser'

/** A week of October 2026 with three seats: the hotline is held by two who speak Mongolian, day and day about. */

export const town = '150524100'
const lawyer = (id: string, name: string, languages: string[]) => ({
  ...people.li,
  id,
  name,
  languages,
  phone: undefined,
})
const bilingual = ['zh', 'mn']
export const long = '额尔德尼其木格那仁格日勒'
const layer = (seat: string, who: string[], more: object = {}) => ({
  seat,
  people: who,
  every: 'day',
  handover: '08:00',
  anchor: '2026-10-05',
  priority: 1,
  ...more,
})

export const rotaCounty = () => ({
  ...county({
    people: [
      ...Object.values(people),
      lawyer('eerdeni', long, bilingual),
      lawyer('bayar', '巴雅尔', bilingual),
      lawyer('saren', '萨仁', bilingual),
      lawyer('meng', '孟凡林', ['zh']),
    ],
  }),
  seats: [
    { id: 'centre-duty', kind: 'centre', head: 'gao' },
    { id: `town:${town}`, kind: 'town', unit: town },
    { id: 'hotline', kind: 'hotline', languages: ['mn'] },
  ],
  layers: [
    layer('centre-duty', ['gao', 'qin']),
    layer(`town:${town}`, ['li', 'wang']),
    layer('hotline', ['eerdeni', 'bayar']),
  ],
})

/** Monday 12 October 2026, nine in the morning. */
export function atTheRota(given: object = rotaCounty()) {
  const { at, visitor } = withBrowser({ now: '2026-10-12T09:00:00+08:00', county: given })

  async function opened(who: string, screen: { width: number; height: number }, path = '/roles/rota/board/index') {
    const she = await visitor(screen)
    await signIn(she, who, path)
    return she
  }
  const on = async (seat: string, when: string) =>
    (await at.server.api('gao', 'rota.whoIsOn', { seat, at: when })).items.map(({ person }) => person)
  return { at, visitor, opened, on }
}

export const dialog = ({ page }: Visitor) => page.getByRole('dialog')

/** Nothing reaches over the edge, nothing is unreadable, nothing went wrong inside; what is refused is no fault. */
export async function fits(she: Visitor, name: string) {
  await settled(she.page)
  if (process.env.SHOTS) await shot(she.page, `rota-${name}`)
  expect(await tooWide(she.page)).toEqual([])
  expect(await violations(she.page)).toEqual([])
  expect(she.wrong.filter((line) => !/status of 4(00|22)/.test(line))).toEqual([])
}

/** On a phone a day is chosen first; on a computer all of them stand side by side. */
export async function cell(she: Visitor, width: string, day: RegExp, name: RegExp) {
  if (width === '390') await she.page.getByRole('radio', { name: day }).filter({ visible: true }).first().click()
  await she.page.getByRole('button', { name }).filter({ visible: true }).first().click()
  await dialog(she).waitFor()
}
