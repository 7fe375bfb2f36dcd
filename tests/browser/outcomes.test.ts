import { expect, it } from 'vitest'
import { button, phone, seen, signIn } from '../support/browser'
import { atTheCentre, dialog, fits } from './centre-given'
import { takes } from './unit-given'

/** What a lawyer closes with on his phone where it is no case: a document that was written, help on duty. */

const { visitor, applied, act, now } = atTheCentre()

async function closing(name: string, form: 'drafting' | 'duty-lawyer') {
  const id = await applied(name)
  await act('gao', 'aid.grant', { id, lawyer: 'li', why: '就近', form })
  await act('li', 'aid.conflictAnswer', { id, conflict: 'no' })
  await act('li', 'aid.take', { id })
  const he = await visitor(phone)
  await signIn(he, '李律')
  await button(he.page, new RegExp(name)).click()
  await button(he.page, '报结案').click()
  const offered = await dialog(he).getByRole('radio').allTextContents()
  return { id, he, offered, sheet: dialog(he) }
}

it('of a document only what fits is offered, and without the document it isn’t sent', async () => {
  const { id, he, offered, sheet } = await closing('阿古拉', 'drafting')
  expect(offered).toEqual(['写好了文书', '其他'])
  await sheet.getByRole('radio', { name: '写好了文书' }).click()
  await sheet.getByRole('textbox', { name: /写了什么文书/ }).fill('写好起诉状一份，交给本人')
  await button(he.page, '报给中心检查').click()
  await seen(he.page, '把写好的文书拍下来附上').waitFor()
  await fits(he, 'close-drafting')
  expect((await now(id)).stage).toBe('in-hand')
  await takes(he)
  await sheet.getByRole('button', { name: /^第 1 张照片$/ }).waitFor()
  await button(he.page, '报给中心检查').click()
  await seen(he.page, '结案报上去了，等中心检查。').waitFor()
  expect(await now(id)).toMatchObject({ stage: 'closing', detail: { result: { result: 'drafted' } } })
})

it('of help on duty the time and the place are asked for, each beside its field', async () => {
  const { id, he, offered, sheet } = await closing('苏和', 'duty-lawyer')
  expect(offered).toEqual(['值班帮助做完了', '其他'])
  await sheet.getByRole('radio', { name: '值班帮助做完了' }).click()
  await sheet.getByRole('textbox', { name: /帮了什么/ }).fill('见了面，讲了权利和程序')
  await button(he.page, '报给中心检查').click()
  await seen(he.page, '选日子和钟点').waitFor()
  await seen(he.page, '帮助的地点：还没填').waitFor()
  await fits(he, 'close-duty')
  await sheet.locator('input[type=date]').fill('2026-10-12')
  await sheet.locator('input[type=time]').fill('08:30')
  await sheet.getByRole('textbox', { name: '在哪里' }).fill('旗看守所会见室')
  await button(he.page, '报给中心检查').click()
  await seen(he.page, '结案报上去了，等中心检查。').waitFor()
  expect((await now(id)).detail.result).toMatchObject({
    result: 'duty-help',
    helped: { at: '2026-10-12T08:30:00.000+08:00', place: '旗看守所会见室' },
  })
})
