import { describe, expect, it } from 'vitest'
import type { MatterView } from '@/contract/views'
import { agreed, doors, entered } from './forwarding-given'
import { story, told } from './given'

/** What may cost her dear, entered by somebody else: by when she is rung, and what happens where nobody does. */

/** Minutes until she must have been asked; a question's promise leaves her eight, a report's fifteen. */
const within: Record<string, [remind: string, end: string]> = {
  aid: ['PT30M', 'PT30M'],
  question: ['PT2M', 'PT2M'],
  grievance: ['PT3M45S', 'PT3M45S'],
  visit: ['PT30M', 'PT30M'],
}
const rows = async (county: { demo: { outbox: (id: string) => Promise<Parameters<typeof told>[0]> } }, id: string) =>
  told(await county.demo.outbox(id)).filter((row) => row.includes('matter.consent-'))

describe.each(doors)('violence, entered as $kind by somebody else, and she isn’t rung', (door) => {
  const [remind, end] = within[door.kind] ?? ['', '']
  const open = async () => {
    const county = await door.county()
    const { id } = await entered(door, county, { topic: 'violence', forwarded: agreed })
    const get = (who: string): Promise<MatterView> => county.api(who, 'matter.get', { id })
    return { county, id, get }
  }

  it('whoever must is reminded; then somebody else must, has it on his desk, and hears of it', async () => {
    const { county, id, get } = await open()
    const before = await get(door.staff)
    expect(before.consentCheck?.text).toContain('最晚')
    const [first] = (await rows(county, id)).map((row) => row.split(' ')[0])
    await county.demo.advance(remind)
    expect(await rows(county, id)).toContain(`${first} app matter.consent-soon`)
    expect((await rows(county, id)).some((row) => row.endsWith('overdue'))).toBe(false)
    await county.demo.advance(end)
    const passed = (await rows(county, id)).filter((row) => row.endsWith('app matter.consent-overdue'))
    expect(passed).toHaveLength(1)
    const [second = ''] = (passed[0] ?? '').split(' ')
    expect([first, 'zhou']).not.toContain(second)
    const now = await get(second)
    expect(now.consentCheck?.to).not.toBe(before.consentCheck?.to)
    expect(now.can.map(({ action }) => action)).toContain('matter.consentChecked')
    expect(story(now).join()).toContain(`改由 ${now.consentCheck?.to} 打`)
    const desk = door.kind === 'grievance' ? 'command' : 'centre'
    const { items } = await county.api(second, 'desk.list', { desk, of: 'mine' })
    expect(items.map((row) => row.id)).toContain(id)
    // And then nobody is told again.
    await county.demo.advance('PT10M')
    expect((await rows(county, id)).filter((row) => /soon|overdue/.test(row))).toHaveLength(2)
  })

  it('once she was asked nobody is reminded', async () => {
    const { county, id } = await open()
    await county.api(door.staff, 'matter.consentChecked', { id, reached: true, agrees: true } as never)
    await county.demo.advance('PT2H')
    expect((await rows(county, id)).filter((row) => /soon|overdue/.test(row))).toEqual([])
  })
})
