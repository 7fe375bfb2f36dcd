import type { ClockTone, ClockWhy, Evidence, Place, Slip, TimelineStep, Topic } from '@/ui'

export const longName = '阿拉坦其其格·乌云毕力格·宝音德力格尔'

export const why: ClockWhy = {
  title: '为什么是周四？',
  text: '派给部门的事，5 个工作日办完。派单那天不算，周末不算，调休上班的周六要算。',
  days: [
    { date: '9 日 周五', what: '派给旗水务局', count: '不算', state: 'off' },
    { date: '10 日 周六', what: '调休上班', count: '第 1 天' },
    { date: '11 日 周日', what: '休息', count: '不算', state: 'off' },
    { date: '12 日 周一', count: '第 2 天' },
    { date: '13 日 周二', count: '第 3 天' },
    { date: '14 日 周三', what: '今天', count: '第 4 天', state: 'now' },
    { date: '15 日 周四', what: '24:00 到期', count: '第 5 天' },
  ],
}

export const clocks: { tone: ClockTone; word: string; due: string }[] = [
  { tone: 'green', word: '正常', due: '周五 10 月 16 日前' },
  { tone: 'amber', word: '临期', due: '还有 2 小时 10 分' },
  { tone: 'red', word: '今日到期', due: '今天 24:00 前' },
  { tone: 'over', word: '已超期', due: '超了 1 个工作日，已催办旗水务局' },
  { tone: 'paused', word: '已停', due: '等本人补材料' },
  { tone: 'done', word: '按时办结', due: '10 月 12 日办完' },
]

export const topics: Topic[] = [
  { value: 'land', text: '土地', icon: 'land' },
  { value: 'wage', text: '工钱', icon: 'wage' },
  { value: 'family', text: '婚姻', icon: 'family' },
  { value: 'loan', text: '借钱', icon: 'loan' },
  { value: 'grass', text: '草场', icon: 'grass' },
  { value: 'injury', text: '工伤', icon: 'injury' },
  { value: 'other', text: '其他', icon: 'other' },
]

export const steps: TimelineStep[] = [
  { id: '4', what: '挖掘机已联系，明天上午到', when: '今天 9:20，水务局 王树林', state: 'now' },
  { id: '3', what: '到现场看过，淤了约 60 米', more: '照片 3 张', when: '10 月 12 日 16:05，水务局 王树林' },
  { id: '2', what: '派给旗水务局', when: `10 月 9 日 9:41，指挥中心 ${longName}` },
  { id: '1', what: '办完后给您回电话', when: '周四 10 月 15 日前', state: 'next' },
]

const towns = ['库伦镇', '扣河子镇', '白音花镇', '六家子镇', '额勒顺镇', '茫汗苏木', '先进苏木', '水泉乡']
const villages = ['毛敦塔拉嘎查', '查干朝鲁嘎查', '格尔林嘎查', '乌兰额日格嘎查', '哈日稿吐嘎查', '阿其玛嘎查']

export const places: Place[] = towns.flatMap((town, at) => [
  { code: `t${at}`, name: town },
  ...villages.map((village, each) => ({ code: `t${at}v${each}`, name: village, parent: `t${at}` })),
])

const picture = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="${colour}" d="M0 0h4v4H0z"/><path fill="seagreen" d="M0 3l1.500-1 2.500 1.500V4H0z"/></svg>`)}`

export const photos: Evidence[] = [
  { id: 'a', url: picture('lightblue'), state: 'ready' },
  { id: 'b', url: picture('wheat'), state: 'sending', percent: 62 },
  { id: 'c', url: picture('thistle'), state: 'failed' },
]

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const slips: Slip[] = Array.from({ length: 12 }, (_, at) => ({
  code: Array.from({ length: 13 }, (_, each) => letters[(at * 7 + each * 11) % letters.length]).join(''),
  title: at === 3 ? `${longName}的法律援助` : '法律援助：工钱',
  lines: ['查询码，不用登录也能查。别给不相干的人。', '谁在办、办到哪天，打\u00a012348 也能问。'],
}))
