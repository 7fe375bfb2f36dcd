import { describe, expect, it } from 'vitest'
import { ALIKE, alike, MARKS, marksOf, piecesOf, shareOfMarks } from '@/domain/likeness'

/** Pairs as people say them; the last four were written after the words that count as one had been chosen. */
const same: [string, string][] = [
  ['村东头的桥栏杆断了，孩子上学路过很危险', '东头桥上栏杆坏了，娃娃上学走那儿怕掉下去'],
  ['村西头路灯坏了一个星期了，晚上黑漆漆的看不见', '西头的路灯不亮了，晚上出门看不见路'],
  ['从昨天晚上开始停电，到现在还没来电', '我们这从昨晚就没电了，到今天还没来电，冰箱里的肉要坏了'],
  ['自来水已经三天没有水了，牲口都没水喝', '家里自来水断了三天，羊和牛都没水喝，请尽快解决'],
  ['进村的路上有个大坑，下雨天全是水，车过不去', '村口那条道上一个大坑，一下雨积水，摩托车都过不去'],
  ['玉米种植补贴今年还没有到账，别的村都发了', '今年的玉米补贴款没领到，听说其他嘎查都发下来了'],
  ['邻居翻地的时候把地界往我家这边挪了一米多', '邻居家种地把边界往我家地里推了有一米'],
  ['包工头欠我们八个人的工资从去年拖到现在', '去年干活的工钱包工头一直拖着不给，一共八个人'],
  ['垃圾池满了没人清运，夏天臭味熏人', '垃圾点的垃圾好久没人拉走，臭得很'],
  ['学校门口的斑马线磨没了，车开得快，孩子过马路不安全', '小学门口斑马线看不清，车太快，学生过马路危险'],
  ['南边河沟的涵洞堵了，一下大雨水就漫到院子里', '涵洞堵住了，下大雨水往院子里灌'],
  ['草场围栏被人剪开，外村的羊进来吃草', '外村的羊群从剪开的围栏进我们草场'],
  ['卫生室好几天没开门，老人拿不到降压药', '卫生室一直锁着门，降压药没处拿'],
]
const different: [string, string][] = [
  ['村东头的桥栏杆断了，孩子上学路过很危险', '村西头路灯坏了一个星期了，晚上黑漆漆的看不见'],
  ['进村的路上有个大坑，下雨天全是水，车过不去', '村西头的路灯不亮了，晚上出门看不见路'],
  ['自来水已经三天没有水了，牲口都没水喝', '机井的水又黄又浑，有股怪味，不敢给孩子喝'],
  ['玉米种植补贴今年还没有到账，别的村都发了', '草畜平衡奖补的面积给我少算了二十亩'],
  ['邻居翻地的时候把地界往我家这边挪了一米多', '确权证上的面积比实际少了五亩'],
  ['邻居翻地的时候把地界往我家这边挪了一米多', '承包合同到期了，对方还占着地不还'],
  ['包工头欠我们八个人的工资从去年拖到现在', '饭店干了两个月服务员，老板扣了押金不退'],
  ['变压器老跳闸，电压不稳，水泵带不动', '电线杆歪了，快倒到房子上了'],
  ['从昨天晚上开始停电，到现在还没来电', '电费这个月多收了一百多块，想查一下'],
  ['垃圾池满了没人清运，夏天臭味熏人', '养猪场往沟里排粪水，河都黑了'],
  ['学校门口的斑马线磨没了，车开得快', '下雪路滑，上坡的地方没人撒盐'],
  ['卫生室好几天没开门，老人拿不到降压药', '医保卡刷不出来，住院的钱报不了'],
]

describe('two reports of one thing', () => {
  it('are known by their words nearly always, however differently they are said', () => {
    const found = same.filter(([one, other]) => alike(one, other) >= ALIKE)
    console.log(`the same, said twice: ${found.length} of ${same.length} found`)
    expect(found.length).toBeGreaterThanOrEqual(same.length - 1)
  })
  it('are worth comparing by their marks alone', () => {
    for (const [one, other] of same)
      expect(shareOfMarks(marksOf(piecesOf(one)), marksOf(piecesOf(other)))).toBeGreaterThan(0.08)
  })
  it('are as alike from either side, and one report is wholly like itself', () => {
    for (const [one, other] of [...same, ...different]) expect(alike(one, other)).toBe(alike(other, one))
    for (const [one] of same) expect(alike(one, one)).toBe(1)
  })
})

describe('two things in one village', () => {
  it.each(different)('%s — %s', (one, other) => expect(alike(one, other)).toBeLessThan(ALIKE))
  it('aren’t alike for asking politely for the same', () => {
    expect(alike('希望领导尽快帮我们解决，谢谢', '请有关部门领导尽快处理，谢谢')).toBe(0)
    expect(alike('请领导帮忙解决路灯', '请领导帮忙解决低保')).toBeLessThan(ALIKE)
  })
  it('aren’t alike for one short word', () => {
    expect(alike('路', '进村的路上有个大坑')).toBeLessThan(ALIKE)
    expect(alike('', '进村的路上有个大坑')).toBe(0)
  })
})

describe('marks', () => {
  it('are the same for the same words, on any machine and on any day', () => {
    const marks = marksOf(piecesOf('进村的路上有个大坑'))
    expect(marks).toHaveLength(MARKS)
    expect(marks.slice(0, 4)).toEqual([415674898, 146209389, 588977238, 238113075])
    expect(marksOf([...piecesOf('进村的路上有个大坑')].reverse())).toEqual(marks)
  })
  it('say nothing of a report without words, which is like no other', () => {
    expect(marksOf(piecesOf('希望领导解决'))).toEqual([])
    expect(shareOfMarks([], [])).toBe(0)
  })
})
