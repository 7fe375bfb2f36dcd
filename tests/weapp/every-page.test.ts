import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wages } from '../journeys/given'
import { BUILD, routesOf } from './harness/phone'
import { wired } from './harness/wire'

const MORNING = '2026-10-12T09:00:00+08:00'
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
      const county = await wired(MORNING)
      const { id, code = '' } = await county.does('bao', 'aid.submit', wages())
      await county.does('gao', 'aid.grant', { id, lawyer: county.idOf('li'), why: '就近' })
      const her = county.held(person, { strays: true })
      for (const route of routes) {
        her.phone.open(`${route}?id=${id}`)
        await her.sees(/\S/)
        await her.waits('an answer to everything that was asked', () => her.phone.idle())
        const card = her.phone.page.life('onShareAppMessage', { from: 'menu' })
        if (card === undefined) continue
        shared.add(route)
        expect(card, route).toMatchObject({ path: '/pages/home/index' })
        for (const secret of [id, code, '包', '李', '某建筑公司', '工钱', '1390000', 'id='])
          expect(JSON.stringify(card), route).not.toContain(secret)
      }
    },
  )
})

describe('a card that is shared', () => {
  it('was looked at on the page of a matter at least', () => expect([...shared]).toContain('pages/matter/index'))
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
