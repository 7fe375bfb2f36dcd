import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { east, wages } from '../journeys/given'
import { about, dutyCounty } from '../journeys/question-given'
import { BUILD, routesOf } from './harness/phone'
import { wired } from './harness/wire'

const MORNING = '2026-10-14T09:00:00+08:00'
const app = JSON.parse(readFileSync(join(BUILD, 'app.json'), 'utf8'))
const routes = [...routesOf(app)]
// WeChat's 用户隐私保护指引: what may be called only after it is declared.
const privateApis = [
  'chooseImage',
  'chooseMedia',
  'chooseVideo',
  'getRecorderManager',
  'startRecord',
  'setClipboardData',
  'getClipboardData',
  'getLocation',
  'getFuzzyLocation',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
  'chooseMessageFile',
  'addPhoneContact',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'getUserProfile',
  'getWeRunData',
  'openBluetoothAdapter',
]
const shared = new Set<string>()

describe('every page of the build', () => {
  it.each(['bao', 'gao', 'tang', 'li', 'fang', 'a-stranger'])(
    'draws something for %s, breaks nothing, and its card carries nobody',
    async (person) => {
      const county = await wired(MORNING, dutyCounty())
      const { id, code = '' } = await county.does('bao', 'aid.submit', wages())
      await county.does('gao', 'aid.grant', { id, lawyer: county.idOf('li'), why: '就近' })
      const question = (await county.does('bao', 'question.ask', about())).id
      const her = county.held(person, { strays: true })
      const opened = [
        ...routes.map((route) => [route, id] as const),
        ...routes.filter((route) => /question|card/.test(route)).map((route) => [route, question] as const),
      ]
      for (const [route, shown] of opened) {
        her.phone.open(`${route}?id=${shown}&village=${east}`)
        await her.sees(/\S/)
        await her.waits('an answer to everything that was asked', () => her.phone.idle())
        const card = her.phone.page.life('onShareAppMessage', { from: 'menu' })
        if (card === undefined) continue
        // A question that wants somebody leaves with its number and its topic, and with nothing else.
        const forGroup = (card as { path: string }).path === `/roles/duty/card/index?id=${question}`
        shared.add(forGroup ? 'a question for the group' : route)
        if (!forGroup) expect(card, route).toMatchObject({ path: '/pages/home/index' })
        const ofMatters = forGroup ? [id] : [id, question, '工钱', 'id=']
        for (const secret of [...ofMatters, code, '包', '李', '某建筑公司', '老板', '1390000'])
          expect(JSON.stringify(card), route).not.toContain(secret)
      }
    },
  )
})

describe('a card that is shared', () => {
  it('was looked at on the page of a matter at least, and of a question for the group', () =>
    expect([...shared]).toEqual(expect.arrayContaining(['pages/matter/index', 'a question for the group'])))
})

describe('what WeChat is told of the pages', () => {
  it('only the first page is found by its search; no page of a matter ever', () => {
    const { rules } = JSON.parse(readFileSync(join(BUILD, app.sitemapLocation), 'utf8'))
    const found = routes.filter(
      (route) => rules.find(({ page }: { page: string }) => page === '*' || page === route)?.action === 'allow',
    )
    expect(found).toEqual(['pages/home/index'])
  })
  it('asks for consent before anything private, and for no place', () => {
    expect(app.__usePrivacyCheck__).toBe(true)
    expect(app.requiredPrivateInfos).toBeUndefined()
    expect(app.lazyCodeLoading).toBe('requiredComponents')
  })
  it('the handbook of privacy names every private thing that the product asks a phone for, and no other', () => {
    const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/ui.html|gallery/.test(name))
      .map((name) => readFileSync(join('src', name), 'utf8'))
      .join('\n')
    const handbook = readFileSync('docs/handbook/小程序隐私声明.md', 'utf8')
    const used = privateApis.filter((name) => new RegExp(`Taro\\.${name}\\(`).test(source))
    expect(used).toContain('chooseMedia')
    // On H5 only; WeChat's own is chooseMedia.
    expect(privateApis.filter((name) => handbook.includes(`\`${name}\``))).toEqual(
      used.filter((name) => name !== 'chooseImage'),
    )
  })
  it('the gallery of parts is not in it', () => expect(routes.filter((route) => route.includes('gallery'))).toEqual([]))
})
