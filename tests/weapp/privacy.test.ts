import { describe, expect, it } from 'vitest'
import { wages } from '../journeys/given'
import { wired } from './harness/wire'

const MORNING = '2026-10-12T09:00:00+08:00'
const asks = 'roles/privacy/ask/index'

/** The receipt of an application, on a phone that has agreed to nothing yet. */
async function receipt() {
  const county = await wired(MORNING)
  const { id } = await county.does('bao', 'aid.submit', wages())
  const her = county.held('bao')
  her.phone.given.holdsBack = true
  her.phone.open(`roles/resident/receipt/index?id=${id}`)
  const copied = () => her.phone.asked.filter(({ name }) => name === 'setClipboardData')
  return { county, her, copied }
}

describe('what WeChat holds back until she agrees', () => {
  it('waits for our page, goes on after her yes, and the yes stands in her log', async () => {
    const { county, her, copied } = await receipt()
    await her.tap('复制')
    await her.on(asks)
    await her.sees('《小程序隐私保护指引》')
    expect(copied()).toEqual([])
    await her.agree('同意')
    await her.on('roles/resident/receipt/index')
    await her.waits('it is copied', () => copied().length === 1)
    const { log } = await county.does('bao', 'me.consents', {})
    expect(log).toMatchObject([{ title: '隐私声明', yes: true, wayText: '在微信的隐私提示里' }])
    // Said once, she isn't asked again.
    await her.tap('复制')
    await her.waits('it is copied again', () => copied().length === 2)
    expect(her.phone.page.route).toBe('roles/resident/receipt/index')
  })
  it('after a no nothing is taken, nothing else is lost, and she may say otherwise the next time', async () => {
    const { county, her, copied } = await receipt()
    await her.tap('复制')
    await her.on(asks)
    await her.tap('不同意')
    await her.on('roles/resident/receipt/index')
    expect(copied()).toEqual([])
    expect((await county.does('bao', 'me.consents', {})).log).toEqual([])
    await her.tap('复制')
    await her.on(asks)
    await her.agree('同意')
    await her.waits('it is copied', () => copied().length === 1)
  })
  it('her own data is found from 我, and each page of it draws something', async () => {
    const county = await wired(MORNING)
    const her = county.held('bao')
    her.phone.open('pages/me/index')
    await her.tap('我的信息')
    await her.sees('这里存着什么')
    await her.tap(/我同意过什么/)
    await her.tap('同意：位置')
    await her.sees('收回同意')
    her.phone.open('roles/privacy/notice/index')
    await her.tap('看过了，同意')
    await her.sees('您同意过这一版')
  })
})
