import { describe, expect, it } from 'vitest'
import { built } from './built'
import { openPage } from './harness/page'
import { BUILD } from './harness/phone'
import { largest, packagesOf } from './harness/report'
import { wired } from './harness/wire'
import { compileWxml, compileWxss } from './harness/wxml'

describe('WeChat’s compilers', () => {
  it('take every WXML and WXSS of the build', () => {
    expect(compileWxml(BUILD)('pages/home/index', { root: { cn: [] } }).tag).toBe('wx-page')
    expect(compileWxss(BUILD)).toBeGreaterThan(5)
  })
  it('name the one file that is broken', () => {
    const root = built({ 'pages/good.wxml': '<view/>', 'pages/bad.wxml': '<view><text></view>' })
    expect(() => compileWxml(root)).toThrow('pages/bad.wxml:1')
    expect(() => compileWxss(built({ 'good.wxss': '.a{color:red}', 'bad.wxss': '.a{color:red' }))).toThrow('bad.wxss')
  })
})

describe('a page of the harness', () => {
  const wxml = `<view><view id="outer" bindtap="outer"><button id="inner" bindtap="inner">{{words}}</button></view>
    <view id="shut" catchtap="inner"><text wx:for="{{many}}">{{item}}</text></view></view>`
  const heard: string[] = []
  const config = {
    data: { words: '原来', many: ['一'] },
    outer: () => heard.push('outer'),
    inner: () => heard.push('inner'),
  }
  const opened = () => {
    heard.length = 0
    return openPage('page', config, {}, compileWxml(built({ 'page.wxml': wxml })))
  }
  const found = (page: ReturnType<typeof openPage>, id: string) => {
    const look = (node: ReturnType<typeof page.tree>): typeof node | undefined =>
      node.attr.id === id
        ? node
        : node.children.flatMap((child) => (typeof child === 'string' ? [] : (look(child) ?? [])))[0]
    const node = look(page.tree())
    if (!node) throw new Error(`no ${id}`)
    return node
  }

  it('draws what setData sent, and counts calls, bytes, nodes and depth', () => {
    const page = opened()
    const setData = page.self.setData as (change: object) => void
    setData({ words: '后来' })
    setData({ 'many[1]': '二', 'many[2]': '三' })
    expect(JSON.stringify(page.tree())).toContain('后来')
    expect(JSON.stringify(page.tree())).toContain('三')
    expect(page.load).toEqual({ route: 'page', calls: 2, mostBytes: 33, bytes: 51, nodes: 8, depth: 4 })
  })
  it('bubbles a tap to every ear above, and no further than a catch', () => {
    const page = opened()
    expect(page.fire('tap', found(page, 'inner'), {})).toBe(true)
    expect(heard).toEqual(['inner', 'outer'])
    heard.length = 0
    page.fire('tap', found(page, 'shut'), {})
    expect(heard).toEqual(['inner'])
    expect(page.fire('longpress', found(page, 'inner'), {})).toBe(false)
  })
})

describe('what is measured', () => {
  it('is each page at its largest', () => {
    const load = { route: 'a', calls: 1, mostBytes: 9, bytes: 9, nodes: 2, depth: 3 }
    expect(largest([load, { ...load, calls: 5, mostBytes: 1 }, { ...load, route: 'b' }])).toEqual([
      { ...load, calls: 5 },
      { ...load, route: 'b' },
    ])
  })
  it('knows a desk’s code from everybody’s', () =>
    expect(
      packagesOf({ loaded: () => ['app.js', 'roles/centre/queue/index.js', 'roles/centre/vendors.js', 'pages/me.js'] }),
    ).toEqual(['roles/centre']))
})

describe('the phone of the harness', () => {
  it('has no browser in it, and nothing an old engine lacks', async () => {
    const county = await wired('2026-10-12T09:00:00+08:00')
    const { phone } = county.held('bao')
    for (const name of ['window', 'document', 'fetch', 'Intl', 'process', 'require', 'URL', 'localStorage'])
      expect(phone.evaluate(`typeof ${name}`)).toBe('undefined')
  })
  it('believes no event that says who one is', async () => {
    const county = await wired('2026-10-12T09:00:00+08:00')
    const stranger = county.held('nobody-known')
    stranger.phone.open('roles/centre/queue/index')
    await stranger.sees(/\S/)
    expect(stranger.has('包群众')).toBe(false)
  })
})
