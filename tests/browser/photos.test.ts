import { describe, expect, it } from 'vitest'
import { county, uploaded, wages } from '../journeys/given'
import { button, phone, seen, shot, signIn, tooWide, type Visitor, violations, withBrowser } from '../support/browser'
import { samples } from '../support/sample-files'

const { at, visitor } = withBrowser({ now: '2026-10-12T09:00:00+08:00', county: county() })

/** Bao owes one paper and stands before the page on which she sends it. */
async function sending(): Promise<Visitor> {
  const { id } = await at.server.api('bao', 'aid.submit', wages())
  await at.server.api('gao', 'aid.supplementList', { id, items: [{ key: 'id-card', text: '身份证' }] })
  const she = await visitor(phone)
  await signIn(she, '包群众', `/pages/matter/index?id=${id}`)
  await button(she.page, '去补材料').click()
  return she
}
const file = (name: string, mimeType: string, bytes: Uint8Array) => ({ name, mimeType, buffer: Buffer.from(bytes) })
const heic = file('IMG_0001.heic', 'image/heic', samples.heic)
const png = (n: number) => file(`${n}.png`, 'image/png', samples.png)

async function picks({ page }: Visitor, files: ReturnType<typeof file>[]) {
  const choosing = page.waitForEvent('filechooser')
  await button(page, '加照片').click()
  await (await choosing).setFiles(files)
}
const shown = ({ page }: Visitor) => page.getByRole('button', { name: /^第 \d+ 张照片$/ }).filter({ visible: true })
/** The browser writes down each picture that it can't draw. */
const wrongBut = ({ wrong }: Visitor, known: RegExp) => wrong.filter((line) => !known.test(line))

describe('photos in a browser', () => {
  it('that it cannot draw, such as HEIC, are left out with a word, and the others are sent', async () => {
    const she = await sending()
    await picks(she, [heic])
    await seen(she.page, /有照片打不开，没有加上/).waitFor()
    expect(await shown(she).count()).toBe(0)
    await picks(she, [png(1), heic])
    await expect.poll(() => shown(she).count()).toBe(1)
    await seen(she.page, /有照片打不开，没有加上/).waitFor()
    await shot(she.page, 'photo-heic')
    expect([...wrongBut(she, /^Event$/), ...(await tooWide(she.page)), ...(await violations(she.page))]).toEqual([])
    await picks(she, [png(2)])
    await expect.poll(() => shown(she).count()).toBe(2)
    await expect.poll(() => seen(she.page, /有照片打不开/).count()).toBe(0)
    await she.context.close()
  })

  it('of which too many were picked at once are kept up to the limit, and it says so', async () => {
    const she = await sending()
    await picks(
      she,
      Array.from({ length: 12 }, (_, n) => png(n)),
    )
    await seen(she.page, '一次选得太多了，多出来的没有加上。').waitFor()
    expect(await shown(she).count()).toBe(9)
    expect(she.wrong).toEqual([])
    await she.context.close()
  })
})

describe('papers that cannot be opened yet, or ever', () => {
  it('say so to her, to the clerk and to the lawyer, and are no link for any of them', async () => {
    const { server } = at
    const evidence = []
    for (const name of ['a.png', 'b.png', 'c.png']) evidence.push(await uploaded(server, 'bao', samples.png, name))
    const { id } = await server.api('bao', 'aid.submit', wages({ route: 'proof', evidence }))
    for (const [file, state] of [
      [evidence[1], 'arrived'],
      [evidence[2], 'refused'],
    ]) {
      const doc = await server.world.store.get('files', file ?? '')
      if (!doc) throw new Error('no such file')
      const { version: expected, ...rest } = doc
      const write = { ...rest, collection: 'files', expected, keys: { ...doc.keys, state: state ?? '' } }
      expect(await server.world.store.save([write])).toEqual({ ok: true })
    }
    await server.api('gao', 'aid.grant', { id, lawyer: 'li', why: '就近' })
    await server.api('li', 'aid.conflictAnswer', { id, conflict: 'no' })
    await server.api('li', 'aid.take', { id })
    for (const [name, page] of [
      ['包群众', 'pages/matter'],
      ['高审查', 'roles/centre/matter'],
      ['李律', 'roles/lawyer/matter'],
    ] as const) {
      const who = await visitor(phone)
      await signIn(who, name, `/${page}/index?id=${id}`)
      await seen(who.page, /正在检查，一两分钟后再看/).waitFor()
      await seen(who.page, /这份材料打不开，要再交一份/).waitFor()
      const opens = who.page.getByRole(name === '高审查' ? 'link' : 'button', { name: /申请时交的材料 \d/ })
      expect(await opens.filter({ visible: true }).count()).toBe(1)
      expect([...who.wrong, ...(await tooWide(who.page)), ...(await violations(who.page))]).toEqual([])
      await who.context.close()
    }
  })
})
