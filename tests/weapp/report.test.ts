import { describe, expect, it } from 'vitest'
import { ditch, grievanceCounty } from '../journeys/grievance-given'
import { packagesOf } from './harness/report'
import { wired } from './harness/wire'

const inCommand = () => wired('2026-10-14T09:10:00+08:00', grievanceCounty())

describe('a resident who reports something in WeChat', () => {
  it('from the third door to the receipt, to the answer, to the rating, with one package beside the main one', async () => {
    const county = await inCommand()
    const her = county.held('bao')
    her.phone.open('pages/home/index')
    await her.tap(/^反映问题/)
    await her.on('roles/resident/report/index')
    // What is missing is told by the name of its field: the place first, so that its name stands there once.
    await her.tap('选事情在哪个嘎查、村')
    await her.tap('甲镇')
    await her.choose('东嘎查')
    await her.tap('提交')
    await her.sees('说一段，或者写一句，是什么事')
    await her.choose('用水')
    await her.type(/^写下来/, ditch().text ?? '')
    // Without WeChat's leave no place is asked for.
    expect(her.has('标上我现在的位置')).toBe(false)
    await her.tap('提交')

    await her.on('roles/resident/grievance/index')
    await her.sees('送到了')
    await her.sees(/最晚今天 9:25/)
    await her.sees('陆派单')
    const id = String((await county.does('bao', 'matter.list', {})).items[0]?.id)
    await county.does('lu', 'grievance.accept', { id, type: 'consult', handling: 'consult' })
    await county.does('lu', 'grievance.resolve', { id, result: 'explained', text: '本周五清淤。', photos: [] })
    await county.does('mei', 'grievance.check', { id, ok: true })
    her.phone.beat()
    await her.sees('本周五清淤。')
    await her.choose(/^满意/)
    await her.tap('评好了')
    await her.waits('her rating', () => !her.has('评好了') && her.phone.idle())
    expect((await county.does('bao', 'matter.get', { id })).detail.rating?.stars).toBe(4)
    expect(packagesOf(her.phone)).toEqual(['roles/resident'])
  })

  it('whom nobody is to know: her own matters don’t show it, this phone’s code does', async () => {
    const county = await inCommand()
    const her = county.held('bao')
    her.phone.open('roles/resident/report/index')
    await her.choose('环境卫生')
    await her.type(/^写下来/, '有人夜里往河沟里倒垃圾')
    await her.tap('选事情在哪个嘎查、村')
    await her.tap('甲镇')
    await her.choose('东嘎查')
    await her.choose(/^谁也不要知道/)
    await her.tap('提交')
    await her.on('roles/resident/grievance/index')
    await her.sees(/丢了就查不到了/)
    expect((await county.does('bao', 'matter.list', {})).items).toEqual([])
    her.phone.open('pages/home/index')
    await her.tap(/^您反映的/)
    await her.on('roles/resident/grievance/index')
    await her.sees('有人夜里往河沟里倒垃圾')
  })
})
