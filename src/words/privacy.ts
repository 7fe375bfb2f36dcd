import type { ConsentKind, ConsentWay } from '@/domain/consent'

/** 我的信息: what is held, what was agreed to, who read it; in plain words, for whoever asks and for her own files. */

/** What each is for, how long it is kept, and what a no means. */
export const consentTexts: Record<ConsentKind, { title: string; purpose: string; kept: string; refused: string }> = {
  notice: {
    title: '隐私声明',
    purpose: '知道这里收集什么、做什么用、谁能看。',
    kept: '一直留着同意的记录，证明您看过哪一版。',
    refused: '不同意也能打电话、上门办，服务一样。',
  },
  place: {
    title: '位置',
    purpose: '在您反映的问题上标一个点，让办事的人找得到地方。不跟踪您去哪。',
    kept: '和那件事一起存，那件事删了它也删。',
    refused: '不同意就不标点，用文字写在哪，照样办。',
  },
  health: {
    title: '健康状况',
    purpose: '残疾、行动不便、受过伤害：用来免查经济困难、安排上门。',
    kept: '和那件事一起存，按档案期限。',
    refused: '不同意就不填这一项，照样受理，可能要另外说明经济困难。',
  },
  minor: {
    title: '不满 14 岁的孩子',
    purpose: '记下孩子的出生日期和名字，办孩子的事。要由监护人同意。',
    kept: '和孩子的事一起存；监护人随时能看、能改、能删。',
    refused: '不同意就不存孩子的资料，监护人可以用自己的名义办。',
  },
  voice: {
    title: '录音',
    purpose: '您说的话就是申请，由人听写，不做声纹识别。',
    kept: '和那件事一起存，那件事删了它也删。',
    refused: '不同意就写字，或者打电话、上门说。',
  },
}

export const consentWayTexts: Record<ConsentWay, string> = {
  page: '在「我的信息」里',
  form: '填表的时候',
  wechat: '在微信的隐私提示里',
}

/** What is held, said by what it is for. */
export const holdingTexts = {
  profile: { what: '您自己填的资料', purpose: '填表时少写一遍', kept: '到您删掉为止', from: '您自己填的' },
  account: {
    what: '登录用的账号',
    purpose: '认出是您',
    kept: '到您注销为止',
    from: '微信给的编号，存的是打乱后的，看不出微信号',
  },
  matters: {
    what: '您办的事',
    purpose: '办事、打电话、派人、统计办得快不快',
    kept: '法律援助和受理了的诉求按档案期限（待核实），别的到您删掉为止',
    from: '您、帮您的人、给您登记的人写的',
  },
  notices: { what: '给您的消息', purpose: '告诉您办到哪了', kept: '和那件事一起', from: '系统写的' },
  consents: { what: '您同意过什么', purpose: '证明您同意过、收回过', kept: '一直留着', from: '您自己点的' },
  access: { what: '谁看过您的信息', purpose: '让您查得到', kept: '至少六个月', from: '系统记的' },
}
export const holdingItems = {
  name: (text: string) => `名字：${text}`,
  phone: (text: string) => `电话：${text}`,
  birth: (text: string) => `出生日期：${text}`,
  language: (text: string) => `语言：${text}`,
  count: (n: number) => `${n}\u00a0条`,
  matters: (open: number, ended: number) => `正在办 ${open}\u00a0件，办完 ${ended}\u00a0件`,
  wechat: '微信账号',
  registered: (name: string) => `单位登记的名字：${name}`,
  none: '没有',
}
export const accessTexts = { read: '打开看了', number: '看了您的电话号码' }

/** The two files of an export. */
export const exportWords = {
  machine: (day: string) => `我的信息 ${day}.json`,
  readable: (day: string) => `我的信息 ${day}.xlsx`,
  sheets: {
    about: '资料',
    matters: '事项',
    story: '经过',
    talk: '说过的话',
    notices: '消息',
    classes: '普法课堂',
    consents: '同意',
    access: '谁看过',
  },
  heads: {
    about: ['是什么', '有什么', '做什么用', '存多久', '从哪来'],
    matters: ['编号', '什么事', '到哪一步', '什么时候', '写的内容'],
    story: ['事项', '时间', '经过', '谁'],
    talk: ['事项', '时间', '谁', '内容'],
    notices: ['时间', '消息'],
    classes: ['哪一天', '什么课', '提的问题或提醒', '留的名字'],
    consents: ['时间', '同意什么', '同意还是收回', '版本', '怎么点的'],
    access: ['时间', '事项', '谁', '身份', '做了什么', '理由'],
  },
  yes: '同意',
  no: '收回',
  me: '我',
  reminder: '开始前提醒我',
}
