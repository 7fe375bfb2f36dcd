import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { east, wages } from '../journeys/given'
import { ditch, grievanceCounty, toWater } from '../journeys/grievance-given'
import { about, dutyCounty } from '../journeys/question-given'
import { unclear } from '../support/sense-order'
import { BUILD, routesOf } from './harness/phone'
import { toldOf } from './harness/sense'
import { type Wired, wired } from './harness/wire'

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
/** What is wrong for whoever only hears these pages. */
const toHear: Record<string, string[]> = {}

/** This person opens all of these pages, and finds something on each. What a page's card says, by the page. */
async function opensAll(county: Wired, person: string, urls: readonly string[]): Promise<[string, unknown][]> {
  const her = county.held(person, { strays: true })
  const cards: [string, unknown][] = []
  for (const url of urls) {
    her.phone.open(url)
    // What it says first may be its name alone: it is there once nothing more is sent to it.
    const sent = () => `${her.phone.page.route} ${her.phone.page.load.calls}`
    await her.waits('anything', () => her.phone.page.load.calls > 0)
    for (let before = ''; before !== sent(); ) {
      before = sent()
      await her.waits('an answer to everything that was asked', () => her.phone.idle())
      await new Promise((done) => setTimeout(done, 20))
    }
    await her.sees(/\S/)
    const wrong = unclear(toldOf(her.phone.page.tree()))
    if (wrong.length > 0) toHear[`${person}, ${url.split('?')[0]}`] = wrong
    const card = her.phone.page.life('onShareAppMessage', { from: 'menu' })
    if (card !== undefined) cards.push([url, card])
  }
  return cards
}

describe('every page of the build', () => {
  it.each(['bao', 'gao', 'tang', 'li', 'fang', 'a-stranger'])(
    'draws something for %s, breaks nothing, and its card carries nobody',
    async (person) => {
      const county = await wired(MORNING, dutyCounty())
      const { id, code = '' } = await county.does('bao', 'aid.submit', wages())
      await county.does('gao', 'aid.grant', { id, lawyer: county.idOf('li'), why: '就近' })
      const question = (await county.does('bao', 'question.ask', about())).id
      const opened = [
        ...routes.map((route) => `${route}?id=${id}&village=${east}`),
        ...routes.filter((route) => /question|card/.test(route)).map((route) => `${route}?id=${question}`),
      ]
      for (const [url, card] of await opensAll(county, person, opened)) {
        const [route = ''] = url.split('?')
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

  it.each(['bao', 'lu', 'shui', 'zhou', 'tang', 'dong', 'a-stranger'])(
    'draws something for %s where people report things and units are urged, and its card carries nobody',
    async (person) => {
      const county = await wired(MORNING, grievanceCounty())
      const { id, code = '' } = await county.does('bao', 'grievance.submit', ditch())
      await county.does('lu', 'grievance.accept', { id, type: 'help', handling: 'quick' })
      await county.does('lu', 'grievance.dispatch', { id, ...toWater, with: [east] })
      await county.does('shui', 'grievance.sign', { id })
      const urged = { id, rung: 'urge', clock: 'grievance.quick', text: '请今天回话' } as const
      const paper = (await county.does('lu', 'notice.issue', urged)).detail.notices?.[0]?.id ?? ''
      expect(paper).not.toBe('')
      const opened = routes.map((route) => `${route}?id=${route.startsWith('roles/papers') ? paper : id}`)
      for (const [route, card] of await opensAll(county, person, opened)) {
        expect(card, route).toMatchObject({ path: '/pages/home/index' })
        for (const secret of [id, paper, code, '包', '水渠', '东嘎查', '1390000', 'id='])
          expect(JSON.stringify(card), route).not.toContain(secret)
      }
    },
  )
})

describe('a page that is heard', () => {
  it('has one first heading, a role and a name for all that is pressed or filled in, and says nothing twice', () =>
    expect(toHear).toEqual({}))
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
