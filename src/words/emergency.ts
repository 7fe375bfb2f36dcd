import { police } from './common'

/** What can't wait for fifteen minutes, by its number, and by what it sounds like. */
type Emergency = { number: string; text: string; topics: readonly string[]; sounds: RegExp }

export const emergencies: readonly Emergency[] = [
  {
    number: police,
    text: '有人打人、抢东西、要出人命',
    topics: ['violence'],
    sounds: /打人|打我|挨打|打起来|拿刀|砍人|捅|抢劫|绑架|杀人|要杀|强奸|猥亵|自杀|轻生|跳楼|救命/,
  },
  {
    number: '119',
    text: '着火、塌了、有人被困',
    topics: [],
    sounds: /着火|起火|失火|火灾|冒烟|爆炸|煤气|漏气|被困|落水|掉井|掉进|坍塌|塌了|埋住|洪水/,
  },
  {
    number: '120',
    text: '有人受伤、突然病了',
    topics: [],
    sounds: /受伤|流血|晕倒|昏迷|昏过去|中毒|触电|骨折|喘不上|不省人事|急救/,
  },
  { number: '122', text: '撞车、翻车', topics: ['traffic'], sounds: /车祸|撞车|撞人|撞了人|翻车|肇事/ },
]

export const emergencyWords = {
  title: '听起来很急，先打电话',
  text: '这里最快也要十几分钟。有人有危险，马上打，打完再来填。',
  more: '有危险？先打 110、119、120、122',
  sheet: '先打电话，别在这里等',
  ring: (number: string) => `打\u00a0${number}`,
  label: (number: string, text: string) => `打 ${number}：${text}`,
}

/** Whom to ring first, by the topic and by what was written; nothing where it doesn't sound dangerous. */
export const emergenciesIn = (topic: string | undefined, text: string): readonly Emergency[] =>
  emergencies.filter(({ topics, sounds }) => (topic !== undefined && topics.includes(topic)) || sounds.test(text))
