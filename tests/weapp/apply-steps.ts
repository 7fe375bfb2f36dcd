import type { Holding } from './harness/hand'

/** The application as somebody fills it in who reads one screen at a time. */

export const APPLY = 'roles/resident/apply/index'

export const next = (her: Holding) => her.tap('下一步')

/** Where it happened: in the banner, at 东嘎查. */
export async function happenedHere(her: Holding) {
  await her.sees('事情发生在哪里？')
  await her.choose(/^在本旗/)
  await her.tap('甲镇')
  await her.choose('东嘎查')
}
export async function isAboutWages(her: Holding) {
  await her.sees('是什么事？')
  await her.choose('工钱')
  await next(her)
  await her.sees('事情是怎么回事？')
  await her.type(/经过/, '工地欠了我三个月的工资')
  await next(her)
}
export async function nameIs(her: Holding, name: string, phone: string) {
  await her.sees('怎么找到')
  await her.type(/^名字/, name)
  await her.type(/^电话/, phone)
  await next(her)
}

/** From the first question to the last look before it goes out. */
export async function answersAll(her: Holding) {
  await happenedHere(her)
  await her.type(/哪个单位在处理/, '劳动监察大队')
  await next(her)
  await her.sees('给谁申请？')
  await her.choose(/^自己/)
  await next(her)
  await isAboutWages(her)
  await her.sees('对方是谁？')
  await her.tap('写上对方')
  await her.type(/名字或单位名/, '某建筑公司')
  await next(her)
  await nameIs(her, '包群众', '13900000011')
  await her.sees('家里困难，怎么说明？')
  await her.choose(/我做诚信承诺/)
  await her.tap(/我承诺/)
  await her.sees('办到哪一步，告诉谁？')
  await next(her)
  await her.sees('发出前看一遍')
}
