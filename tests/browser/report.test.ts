import { expect, it } from 'vitest'
import type { Size } from '@/client/session'
import { east } from '../journeys/given'
import { ditch, grievanceCounty, reported } from '../journeys/grievance-given'
import { button, link, phone, seen, settled, shot, signIn, tooWide, withBrowser } from '../support/browser'
import { samples } from '../support/sample-files'
import { idOf, opens, radio, received, said, submit, takes, text, writes, wrongWith } from './report-steps'

const { at, visitor } = withBrowser({ now: '2026-10-14T09:10:00+08:00', county: grievanceCounty() })

it.each(['normal', 'elder-max'] as (Size & keyof typeof said)[])(
  'reports with a photo in %s letters, and is told by when, by whom, under which code',
  async (size) => {
    const her = await visitor(phone, size)
    const { page } = her
    await signIn(her, '包群众')
    await opens(her)
    await shot(page, `report-blank-${size}`)
    expect(await wrongWith(her)).toEqual([])
    await writes(her, said[size].words, said[size].topic)
    await page.getByRole('textbox', { name: /^具体在哪/ }).fill('村东头老井旁边')
    await takes(her, 1)
    await seen(page, '1 张，最多 9 张').waitFor()
    await radio(her, '下午').click()
    await shot(page, `report-filled-${size}`)
    expect(await wrongWith(her)).toEqual([])
    await submit(her)
    await received(her)
    await seen(page, /最晚今天 9:25.前告诉您受理没有/).waitFor()
    await seen(page, '陆派单').waitFor()
    const code = (await page.locator('.code').filter({ visible: true }).textContent()) ?? ''
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/)
    await shot(page, `report-received-${size}`)
    expect(await wrongWith(her)).toEqual([])
    const { detail } = await at.server.api('bao', 'matter.get', { id: idOf(her) })
    expect(detail).toMatchObject({
      spot: '村东头老井旁边',
      anonymity: 'public',
      reporter: { hours: { from: '12:00', to: '18:00' } },
    })
    expect(detail.photos).toHaveLength(1)
    expect(her.wrong).toEqual([])
  },
)

it('what is missing is named at its place, and nothing is sent', async () => {
  const her = await visitor(phone)
  const { page } = her
  await opens(her)
  await submit(her)
  for (const said of ['选一个最接近的', '说一段，或者写一句，是什么事', '选事情在哪个嘎查、村'])
    await page.getByRole('alert').getByText(said).first().waitFor()
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 700 })
    expect([width, await tooWide(page)]).toEqual([width, []])
    await shot(page, `report-missing-${width}`)
  }
  await radio(her, '道路').click()
  expect(await page.getByText('选一个最接近的').filter({ visible: true }).count()).toBe(0)
})

it('without signal it waits on the telephone, says so, survives a restart, and is sent once', async () => {
  const her = await visitor(phone)
  const { page, context } = her
  await signIn(her, '吴群众')
  await opens(her)
  await writes(her, '路灯坏了一个月，晚上看不见', '用电')
  await settled(page)
  await context.setOffline(true)
  await submit(her)
  await seen(page, '还没送出去，只存在这部手机里。急事请打电话。').waitFor()
  await shot(page, 'report-offline')
  expect((await at.server.api('wu', 'matter.list', { kind: 'grievance' })).items).toEqual([])
  await context.setOffline(false)
  await her.goto('/')
  await page.reload()
  await settled(page)
  await button(page, /接着填没提交的问题/).click()
  await seen(page, '上次写到一半的还在，接着写就行。').waitFor()
  expect(await text(her).inputValue()).toBe('路灯坏了一个月，晚上看不见')
  await submit(her)
  await received(her)
  expect((await at.server.api('wu', 'matter.list', { kind: 'grievance' })).items).toHaveLength(1)
  await her.goto('/')
  expect(await button(page, /接着填没提交的问题/).count()).toBe(0)
})

it('ten photos at once: nine go, and she is told', async () => {
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众')
  await opens(her)
  await takes(her, 10)
  await seen(page, '9 张，最多 9 张').waitFor()
  await seen(page, '一次选得太多了，多出来的没有加上。').waitFor()
  expect(await button(page, '加照片').count()).toBe(0)
})

it('a short film goes in the place of photos; one that is no film is refused and can be taken away', async () => {
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众')
  await opens(her)
  const films = async (buffer: Buffer) => {
    const album = page.waitForEvent('filechooser')
    await link(page, '改成拍一段录像').click()
    await (await album).setFiles([{ name: 'a.mp4', mimeType: 'video/mp4', buffer }])
  }
  await films(Buffer.from(samples.exe))
  await seen(page, '录像没传上去').waitFor()
  await link(page, '去掉录像').click()
  await films(Buffer.from(samples.mp4))
  await seen(page, '录像传好了').waitFor()
  await seen(page, /录像里的地点我们会去掉/).waitFor()
  expect(await button(page, '加照片').count()).toBe(0)
  await writes(her, '录像里看得清，桥快塌的样子', '道路')
  // It sounds dangerous to others: the number stands there, and she may still send it.
  await shot(page, 'report-film')
  await submit(her)
  await received(her)
  const { detail } = await at.server.api('bao', 'matter.get', { id: idOf(her) })
  expect(detail.photos).toHaveLength(1)
})

it('the same thing is suggested before it is sent: hers goes along with it, under her own code', async () => {
  const first = await reported(at.server, { text: '村西那条水渠从桥头到泵站都淤了，二十几户的地浇不上水' }, 'wu')
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众')
  await opens(her)
  await writes(her, '村西那条水渠从桥头到泵站都淤了，二十几户的地浇不上水了')
  await seen(page, '有人反映过像是同一件事').waitFor()
  await shot(page, 'report-same')
  expect(await wrongWith(her)).toEqual([])
  // Sending doesn't get round the question.
  await submit(her)
  await settled(page)
  expect((await at.server.api('bao', 'matter.list', { kind: 'grievance' })).items.map(({ id }) => id)).not.toContain(
    first.id,
  )
  await button(page, '是同一件').click()
  await seen(page, /一起办$/).waitFor()
  await submit(her)
  await received(her)
  const mine = await at.server.api('bao', 'matter.get', { id: idOf(her) })
  expect([mine.detail.follows, mine.id === first.id]).toEqual([first.id, false])
  await link(page, '不是同一件事').click()
  await link(page, '看有没有人反映过同一件事').waitFor()
  expect((await at.server.api('bao', 'matter.get', { id: mine.id })).detail.follows).toBeUndefined()
})

it('what is against the village is never likened to another, and says that it goes round it', async () => {
  await reported(at.server, { topic: 'village-cadre', text: '会计把草场补贴扣了一半没有发' }, 'wu')
  const her = await visitor(phone)
  const { page } = her
  await opens(her)
  await writes(her, '会计把草场补贴扣了一半没有发', '村干部')
  await seen(page, /^反映村干部的，不经过嘎查村/).waitFor()
  await settled(page)
  expect(await page.getByText('有人反映过像是同一件事').count()).toBe(0)
  await shot(page, 'report-cadre')
})

it('nobody is to know: the code alone opens it, answers it, rates it, also on another phone', async () => {
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众')
  await opens(her)
  await writes(her, '有人夜里往河沟里倒垃圾，好几车', '环境卫生')
  await takes(her, 1)
  await radio(her, /^谁也不要知道/).click()
  await seen(page, /^没人能给您打电话/).waitFor()
  expect(await page.getByRole('textbox', { name: /^电话/ }).filter({ visible: true }).count()).toBe(0)
  await submit(her)
  await received(her)
  await seen(page, /丢了就查不到了/).waitFor()
  await shot(page, 'report-nameless')
  const id = idOf(her)
  const code = (await page.locator('.code').filter({ visible: true }).textContent()) ?? ''
  // Not even among her own matters.
  expect((await at.server.api('bao', 'matter.list', { kind: 'grievance' })).items.map((row) => row.id)).not.toContain(
    id,
  )

  await at.server.api('lu', 'grievance.sendBack', { id, items: ['在哪一段河沟'] })
  await seen(page, '在哪一段河沟').waitFor()
  await page.getByRole('textbox', { name: /补上的话/ }).fill('桥往北第二个弯')
  await shot(page, 'report-owes')
  await button(page, '补上').click()
  await seen(page, /补上了，正在看/).waitFor()

  await at.server.api('lu', 'grievance.accept', { id, type: 'consult', handling: 'consult' })
  await at.server.api('lu', 'grievance.resolve', { id, result: 'explained', text: '已经清走，立了牌子。', photos: [] })
  await at.server.api('mei', 'grievance.check', { id, ok: true })

  const other = await visitor(phone)
  await other.goto('/pages/track/index')
  await other.page.getByRole('textbox', { name: /查询码/ }).fill(code)
  await button(other.page, '查').click()
  await button(other.page, '看结果，评一评').click()
  await seen(other.page, '已经清走，立了牌子。').waitFor()
  // Her photo too, though nobody is signed in here.
  await other.page.locator('.photo__pic').filter({ visible: true }).first().waitFor()
  await shot(other.page, 'report-nameless-result')
  expect(await wrongWith(other)).toEqual([])
  await radio(other, /^满意/).click()
  await button(other.page, '评好了').click()
  await seen(other.page, '满意').waitFor()
  await expect.poll(async () => (await at.server.api('mei', 'matter.get', { id })).detail.rating?.stars).toBe(4)
  // Without the code another phone sees nothing of it.
  const stranger = await visitor(phone)
  await stranger.goto(`/roles/resident/grievance/index?id=${id}`)
  await stranger.page.getByRole('alert').waitFor()
  expect(await stranger.page.getByText('河沟').count()).toBe(0)
})

it('not for here: where else, its number under the finger; and she may say that it is', async () => {
  const { id } = await reported(at.server, { text: '法院判了半年，对方一直不还钱', topic: 'other' })
  await at.server.api('lu', 'grievance.decline', {
    id,
    reason: 'litigation',
    channel: '旗人民法院执行局',
    person: '乌兰法官',
    phone: '04754910000',
  })
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众')
  await her.goto(`/pages/matter/index?id=${id}`)
  await seen(page, '旗人民法院执行局').waitFor()
  await button(page, '给乌兰法官打电话').waitFor()
  await seen(page, '打 04754910000').waitFor()
  await shot(page, 'report-declined')
  expect(await wrongWith(her)).toEqual([])
  await button(page, '觉得该在这里办').click()
  await button(page, '提出来').click()
  await page.getByRole('alert').getByText('写一句，哪里不对').waitFor()
  await page.getByRole('textbox', { name: /哪里不对/ }).fill('是村里答应过要管的')
  await button(page, '提出来').click()
  await seen(page, /督查的人正在看/).waitFor()
})

it('where it sounds dangerous the number stands first; where it doesn’t, no red is shown', async () => {
  const her = await visitor(phone)
  const { page } = her
  await opens(her)
  await text(her).fill(ditch().text ?? '')
  expect(await page.getByText('听起来很急，先打电话').count()).toBe(0)
  await text(her).fill('邻居家着火了，有人被困在里面')
  await seen(page, '听起来很急，先打电话').waitFor()
  await button(page, /^打 119/).waitFor()
  await shot(page, 'report-danger')
  await radio(her, '家暴').click()
  await seen(page, '现在有危险，先打 110').waitFor()
  await button(page, '马上离开').waitFor()
})

it('looks first whether there is an answer, by the topic and never by her words; what she wrote is still there', async () => {
  const her = await visitor(phone)
  const { page } = her
  await opens(her)
  await text(her).fill('老板三个月没给工钱')
  await radio(her, '工钱').click()
  await link(page, '先查一查，也许已经有答案').click()
  await button(page, /^工资欠了好几年/).waitFor()
  expect(await button(page, /^申请法律援助，几天给答复/).count()).toBe(0)
  expect(decodeURIComponent(page.url())).not.toContain('老板')
  await shot(page, 'report-look-first')
  await page.goBack()
  await expect.poll(() => text(her).inputValue()).toBe('老板三个月没给工钱')
  // Nothing is written about roads: everything is there, and no empty page.
  await radio(her, '道路').click()
  await link(page, '先查一查，也许已经有答案').click()
  await button(page, /^申请法律援助，几天给答复/).waitFor()
  await page.goBack()
  // Where the way there could be found on her phone, there is none.
  await radio(her, '家暴').click()
  expect(await link(page, '先查一查，也许已经有答案').count()).toBe(0)
})

it('a pin only after a yes, in the coordinates that maps of this country use', async () => {
  const her = await visitor(phone)
  const { page, context } = her
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 42.72, longitude: 121.77 })
  await opens(her)
  await writes(her, '这里的桥栏杆断了，怕掉下去', '道路')
  await link(page, '标上我现在的位置').click()
  await page.getByRole('dialog').getByRole('button', { name: '不用' }).click()
  expect(await page.getByText('位置标上了').count()).toBe(0)
  await link(page, '标上我现在的位置').click()
  await button(page, '用现在的位置').click()
  await seen(page, '位置标上了').waitFor()
  const sent = page.waitForRequest('**/api/grievance.submit')
  await submit(her)
  const { pin, place } = (await sent).postDataJSON()
  expect([pin.lng, pin.lat, place]).toEqual([expect.closeTo(121.776, 2), expect.closeTo(42.722, 2), east])
  expect(pin.lng).not.toBe(121.77)
  await received(her)
})

it('she takes it back after being asked once more', async () => {
  const { id } = await reported(at.server, { text: '垃圾箱满了没人收', topic: 'sanitation' })
  const her = await visitor(phone)
  const { page } = her
  await signIn(her, '包群众')
  await her.goto(`/roles/resident/grievance/index?id=${id}`)
  await button(page, '不反映了').click()
  await button(page, '接着办').click()
  expect((await at.server.api('bao', 'matter.get', { id })).stage).toBe('submitted')
  await button(page, '不反映了').click()
  await page.getByRole('dialog').getByRole('button', { name: '不反映了' }).click()
  await seen(page, '您撤回了。以后还可以再反映。').waitFor()
  await shot(page, 'report-withdrawn')
})
