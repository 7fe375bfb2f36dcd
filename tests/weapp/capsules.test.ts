import { expect, it } from 'vitest'
import { grievanceCounty } from '../journeys/grievance-given'
import { samples } from '../support/sample-files'
import { wired } from './harness/wire'

it('in WeChat a form with its photo waits through a restart, and goes once when the phone says there is a signal', async () => {
  const county = await wired('2026-10-14T10:05:00+08:00', grievanceCounty())
  const storage = new Map<string, unknown>()
  const he = county.held('zhou', { storage })
  he.phone.open('pages/me/index')
  await he.tap(/工作台/)
  await he.on('roles/forward/list/index')
  await he.tap(/^帮人反映问题/)
  await he.on('roles/forward/register/index')
  await he.tap('甲镇')
  await he.choose('东嘎查')
  he.signal.cut = true
  await he.type(/^名字/, '乌云')
  await he.choose('用水')
  await he.type(/^一句话说清/, '井坏了，没有水吃')
  await he.choose(/有人作证/)
  await he.type(/作证的人/, '巴特尔')
  await he.choose('不是')
  he.photo(samples.png)
  await he.tap(/加照片/)
  await he.sees(/没有信号，先存在这部手机里/)
  await he.tap('登记')
  await he.sees('先存下了，有信号自动送')
  await he.sees('还没送出去，只存在这部手机里。急事请打电话。')
  he.phone.shut()

  const later = county.held('zhou', { storage })
  later.signal.cut = true
  later.phone.open('roles/forward/list/index')
  await later.sees('还没送出去，只存在这部手机里。急事请打电话。')
  await later.sees(/带 1.个照片/)
  later.signal.cut = false
  later.phone.given.onSignal?.({ isConnected: true })
  await later.sees('送到了')
  await later.sees(/查询码 [0-9A-Z]{4}-/)
  const { items } = await county.does('zhou', 'desk.list', { desk: 'village' })
  expect(items).toHaveLength(1)
  const came = await county.does('lu', 'matter.get', { id: items[0]?.id ?? '' })
  expect([came.papers.length, came.detail.forwardedBy]).toEqual([1, '周书记'])
  expect([...storage.keys()].filter((key) => key.startsWith('file wxfile://usr/capsules'))).toEqual([])
  await later.tap('知道了')
  await later.waits('the line to go', () => !later.has('知道了'))
})
