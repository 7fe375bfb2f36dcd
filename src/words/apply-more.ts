import { dayOf, type Instant, previousDay, timeOf } from '@/domain/time'
import { dayText } from './time'

/** The later questions of the application: the person's agreement, who is told; what came of it. */
export const fileWords = {
  sending: '正在传',
  failed: '还没传上去，先存在这部手机里，提交的时候再传。',
  again: '现在再传',
}

type Agreement = { name: string; helper: string; ward: boolean; promise: boolean }

export const consentWords = {
  aloud: '读给他听，或者给他看',
  lines: ({ name, helper, ward, promise }: Agreement) => [
    ward ? `我请${helper}，替我照顾的${name}申请法律援助。` : `我是${name}，请${helper}替我申请法律援助。`,
    '刚才填的，是我说的。里面的事，只给办这件事的人看。',
    promise
      ? '我家里的情况是真的，同意法律援助中心去核对。故意骗取的，要付援助已花的费用，还可能罚款。'
      : '我说的、交的都是真的，同意法律援助中心去核对。',
    '申请、派律师不要钱。我不想办了，随时可以说。',
  ],
  nobody: '他',
  helper: '帮我的人',
  how: '这段话，他怎么知道的？',
  hows: [
    { value: 'aloud', text: '我一句一句读给他听了' },
    { value: 'read', text: '他自己看了一遍' },
  ],
  kind: '怎么留下他的同意？',
  kinds: [
    { value: 'voice', text: '录他一句话', more: '不会写字也行' },
    { value: 'signature', text: '他在屏幕上签名', more: '用手指写' },
    { value: 'witness', text: '旁边的人作证', more: '不方便录音、写不了字' },
  ],
  kin: '对方是您的亲属吗？',
  kins: [
    { value: 'no', text: '不是' },
    { value: 'yes', text: '是我的亲属' },
  ],
  kinNo: '对方是您的亲属，这件事不能由您代办。请让本人自己来，或者找镇上的司法所、法律援助工作站，也可以打 12348。',
  voice: '请他说一句',
  voiceHint: (name: string, helper: string) => `比如：「我是${name}，我同意${helper}替我申请法律援助。」`,
  voiceHintWard: (name: string, helper: string) => `比如：「我同意${helper}替我照顾的${name}申请法律援助。」`,
  signature: '请他签名',
  witness: '作证的人叫什么',
  witnessHint: '当时在旁边，听见他同意的人',
  away: '他现在不在旁边？填的都存着，见到他再接着办。',
  ownSide: (number: string) => `要告的是您自己、您的单位或者您的亲属，请换一个人帮他办，或者请他打 ${number}。`,
} as const

export const tellWords = {
  own: [
    { value: 'person', text: '只告诉我自己' },
    { value: 'kin', text: '也告诉一个亲属', more: '发短信给他' },
  ],
  other: { person: '他本人', helper: '我（帮忙代办的人）', kin: '他的一个亲属' },
  noPhone: '他没有留电话，消息发不到他手里。请再选一个能捎话的人。',
  violence: '想清楚再选：别选会把消息告诉对方的人。',
  kin: '亲属的名字',
  kinPhone: '亲属的电话',
  kinHint: '他会知道您申请了法律援助，办到哪一步。',
  kinHintOther: '这位亲属会知道他申请了法律援助，办到哪一步。',
  me: '我自己',
  relative: (name: string) => `亲属 ${name}`.trim(),
} as const

// What a missing answer is called, where the question is chosen and not typed.
const missing: Record<string, string> = {
  where: '选一个：在本旗，还是在外地',
  'where.elsewhere': '写上在外地哪里',
  'where.place': '选一个嘎查、村',
  for: '选一个：给谁申请',
  matter: '选一个最接近的',
  story: '写几句经过，或者说出来',
  'applicant.name': '写上名字',
  route: '选一种说明的办法',
  'forwarded.consent.readAloud': '选一个：读给他听了，还是他自己看了',
  'forwarded.consent.kind': '选一种留下他同意的办法',
  'forwarded.consent.fileId': '还没有录上或者签上',
  'forwarded.consent.name': '写上作证的人叫什么',
  'forwarded.tell': '至少选一个人',
  'kin.name': '写上亲属的名字',
  'forwarded.kin.name': '写上亲属的名字',
  'kin.phone': '写上亲属的电话',
  'forwarded.kin.phone': '写上亲属的电话',
}
export const missingText = (field: string): string | undefined => missing[field]

export const receiptWords = {
  page: '收到了',
  title: '收到了',
  byThen: (moment: string) => `最晚${moment}告诉您结果`,
  byThenElsewhere: (moment: string) => `最晚${moment}告诉您交给了谁、电话多少`,
  atOnce: '能援助的，同时派好律师。都不要钱。',
  atOnceElsewhere: (where: string) => `${where}的事，我们联系那边的法律援助中心，打通电话交过去。不要钱。`,
  receivedAt: (moment: string) => `${moment} 收到`,
  whoHasIt: '现在谁在办',
  next: '接下来',
  steps: {
    received: '申请收到',
    review: '中心审查',
    reviewMore: '定下来马上派律师，一起告诉您',
    result: '告诉您结果，派好律师',
    call: '律师给您打电话',
    callOther: '律师联系他',
    callMore: '派好以后一个工作日内',
    find: '找到那边谁管',
    findMore: '问清单位、人名、电话',
    ring: '打电话交过去，告诉您人名和电话',
    there: '那边的法律援助中心接着办',
  },
  money: '要不要钱',
  free: (number: string) => `申请、派律师、律师办，都不要钱。谁跟您要钱，打 ${number} 说。`,
  mayCost:
    '可能要花的，是法院的钱（诉讼费）、公证费、鉴定费。给了援助的，法院要看情况让您晚交、少交或者不交；公证费、鉴定费也要少收或者不收。律师会帮您提。',
  mayCostLaw: '法律援助法第五十三条',
  follow: '怎么查办到哪一步',
  followOwn: '在「我的事项」里看，或者用查询码查，不用登录。',
  followOther: (number: string) => `他用查询码查，不用登录；没有手机，打 ${number} 念查询码。`,
  toldWhom: (whom: string) => `有进展告诉：${whom}。`,
  codeOnce: '查询码只显示这一次。念给他听、替他抄下来，或者打印给他。',
  codeGone: '查询码只在刚收到时显示一次，这里不再有了。要查，在您帮人办的事里看。',
  print: '打印给他',
  ring: (number: string) => `打 ${number}`,
  toMatters: '我的事项',
  toDesk: '回工作台',
  open: '看这件事',
  before: (moment: string) => `${moment}\u00a0前`,
  already: '这份申请已经收到了',
  alreadyText: '不用再交一次。要再申请别的事，从首页进来。',
  alreadyHelped: '不用再交一次。再帮别人申请，从「帮人办」进来。',
  missing: '没有找到刚才的申请',
  missingText: '在「我的事项」里能看到。',
}

/** On paper, for somebody who may have no telephone of her own. Paper knows no 「今天」. */
export const receiptPaper = {
  title: '法律援助申请收到了 · 不要钱',
  what: (topic: string, at: Instant) => `${topic}，${dayText(dayOf(at))} ${timeOf(at)} 收到`,
  by: (dueAt: Instant) => `最晚 ${paperEnd(dueAt)}\u00a0前告诉您结果`,
  byElsewhere: (dueAt: Instant) => `最晚 ${paperEnd(dueAt)}\u00a0前告诉您交给了谁、电话多少`,
  who: (name: string, phone?: string) => (phone ? `现在在办：${name}，电话 ${phone}` : `现在在办：${name}`),
  track: (number: string) => `问办到哪一步，打 ${number}，念上面的码。`,
  keep: '这个码只给自己人看，别弄丢。',
}

/** An exclusive end: midnight is the 24:00 of the day before. */
const paperEnd = (dueAt: Instant): string =>
  timeOf(dueAt) === '00:00'
    ? `${dayText(previousDay(dayOf(dueAt)))} 24:00`
    : `${dayText(dayOf(dueAt))} ${timeOf(dueAt)}`
