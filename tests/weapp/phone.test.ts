import { describe, expect, it } from 'vitest'
import { wages } from '../journeys/given'
import { APPLY, answersAll, happenedHere, next } from './apply-steps'
import { wired } from './harness/wire'

const MORNING = '2026-10-12T09:00:00+08:00'
const NOT_SENT = '还没送出去，只存在这部手机里。急事请打电话。'

describe('without a signal', () => {
  it('her application waits on the phone, survives a restart of WeChat, and is sent once', async () => {
    const county = await wired(MORNING)
    const storage = new Map<string, unknown>()
    const her = county.held('bao', { storage })
    her.phone.open(APPLY)
    await answersAll(her)
    her.signal.cut = true
    await her.tap('提交申请')
    await her.sees(NOT_SENT)
    await her.tap('再发一次')
    await her.sees(NOT_SENT)
    her.phone.shut()

    const later = county.held('bao', { storage })
    later.phone.open('pages/home/index')
    await later.tap(/接着填没写完的申请/)
    await later.sees('发出前看一遍')
    await later.sees('工地欠了我三个月的工资')
    await later.tap(/提交申请|再发一次/)
    await later.sees(/收到了/)
    expect((await county.does('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(1)
    later.phone.open('pages/home/index')
    await later.sees('法律援助：工钱')
    expect(later.has(/接着填没写完的申请/)).toBe(false)
  })

  it('an application whose answer was lost on the way is one application, not two', async () => {
    const county = await wired(MORNING)
    const her = county.held('bao')
    her.phone.open(APPLY)
    await answersAll(her)
    her.signal.lose = 'aid.submit'
    await her.tap('提交申请')
    await her.sees(/还没送出去/)
    await her.tap('再发一次')
    await her.sees(/收到了/)
    expect(her.sent.filter((action) => action === 'aid.submit')).toHaveLength(2)
    expect((await county.does('gao', 'desk.list', { desk: 'centre' })).items).toHaveLength(1)
  })

  it('a page that was read stays, and one that was not says so and tries again', async () => {
    const county = await wired(MORNING)
    const { id } = await county.does('bao', 'aid.submit', wages())
    const her = county.held('bao')
    her.signal.cut = true
    her.phone.open(`pages/matter/index?id=${id}`)
    // It has asked once more by itself by then.
    await her.sees(/再试/)
    expect(her.has('打 12348')).toBe(true)
    expect(her.has('法律援助：工钱')).toBe(false)
    her.signal.cut = false
    await her.tap(/再试/)
    await her.sees('法律援助：工钱')
    her.signal.cut = true
    her.phone.pass(5000)
    her.phone.leaveAndComeBack()
    await her.sees('网络不通，看到的是刚才取到的')
    expect(her.has('法律援助：工钱')).toBe(true)
  })

  it('two taps on the same button are one application', async () => {
    const county = await wired(MORNING)
    const her = county.held('bao')
    her.phone.open(APPLY)
    await answersAll(her)
    await Promise.all([her.tap('提交申请'), her.tap('提交申请')])
    await her.sees(/收到了/)
    expect(her.sent.filter((action) => action === 'aid.submit')).toHaveLength(1)
  })
})

describe('the size of the letters', () => {
  const modeOf = (classes: unknown) => String(classes).match(/\b(large|elder(-max)?)\b/)?.[0] ?? 'normal'

  it.each([
    [{ base: { fontSizeSetting: 16 } }, 'normal'],
    [{ base: { fontSizeSetting: 17 } }, 'normal'],
    [{ base: { fontSizeSetting: 18.5 } }, 'large'],
    [{ base: { fontSizeSetting: 20 } }, 'elder'],
    [{ base: { fontSizeSetting: 22 } }, 'elder'],
    [{ base: { fontSizeSetting: 23.8 } }, 'elder-max'],
    [{ base: { fontSizeSetting: 25.5 } }, 'elder-max'],
    [{ base: { fontSizeScaleFactor: 1.1 } }, 'large'],
    [{ base: { fontSizeScaleFactor: 1.4 } }, 'elder-max'],
    // What it says newly goes before what it said in its older way; the older way where it says nothing newly.
    [{ base: { fontSizeSetting: 17 }, system: 25.5 }, 'normal'],
    [{ base: {}, system: 20 }, 'elder'],
    [{ system: 23.8 }, 'elder-max'],
    [{ base: {}, system: 0 }, 'normal'],
  ])('WeChat’s own at %j is ours at %s', async (letters, mode) => {
    const county = await wired(MORNING)
    const her = county.held('bao', { letters })
    her.phone.open('pages/home/index')
    await her.sees('申请法律援助')
    expect(modeOf(her.root().attr.class)).toBe(mode)
  })

  it('grow and shrink again with WeChat’s, from one start to the next', async () => {
    const county = await wired(MORNING)
    const storage = new Map<string, unknown>()
    const modes: string[] = []
    for (const fontSizeSetting of [25.5, 18.5, 17]) {
      const her = county.held('bao', { storage, letters: { base: { fontSizeSetting } } })
      her.phone.open('pages/home/index')
      await her.sees('申请法律援助')
      modes.push(modeOf(her.root().attr.class))
      her.phone.shut()
    }
    expect(modes).toEqual(['elder-max', 'large', 'normal'])
  })

  it('what she chose herself goes before WeChat’s, and is kept', async () => {
    const county = await wired(MORNING)
    const storage = new Map<string, unknown>()
    const her = county.held('bao', { storage })
    her.phone.open('pages/me/index')
    await her.choose(/^最大/)
    await her.waits('the largest letters', () => modeOf(her.root().attr.class) === 'elder-max')
    her.phone.shut()
    const later = county.held('bao', { storage, letters: { base: { fontSizeSetting: 17 } } })
    later.phone.open('pages/home/index')
    await later.sees('申请法律援助')
    expect(modeOf(later.root().attr.class)).toBe('elder-max')
  })
})

describe('somebody who must be away at once', () => {
  it('leaves WeChat at a touch, and the application does not show itself again', async () => {
    const county = await wired(MORNING)
    const her = county.held('bao')
    her.phone.open(APPLY)
    await happenedHere(her)
    await next(her)
    await her.choose(/^自己/)
    await next(her)
    await her.choose('家暴')
    await her.sees('现在有危险，先打 110')
    await next(her)
    await her.sees('事情是怎么回事？')
    await her.tap('马上离开')
    await her.on('pages/home/index')
    expect(her.phone.asked.map(({ name }) => name)).toContain('exitMiniProgram')
    her.phone.open(APPLY)
    await her.on('pages/home/index')
  })
})
