/** The application for legal aid, question by question, and its receipt. */
export const applyWords = {
  page: '申请法律援助',
  saved: '已存好，随时能退出',
  leave: '先退出',
  previous: '上一步',
  next: '下一步',
  done: '改好了',
  signIn: '先登录，再申请',
  signInText: '登录以后，填的内容才能存好，办到哪一步才能告诉您。',
  asResident: '您现在的身份不能申请',
  asResidentText: '自己申请，换成「群众」；帮人申请，换成嘎查村、法律明白人、司法所、部门或者中心的身份。',
  toRoles: '去换身份',
  free: '申请不要钱，派的律师也不要钱。',
}

export const questions = {
  where: { title: '事情发生在哪里？', hint: '先弄清归哪里管。在外地也能申请，不会不管。' },
  for: { title: '给谁申请？', hint: '' },
  topic: { title: '是什么事？', hint: '选最接近的一个，律师会再细问。' },
  story: { title: '事情是怎么回事？', hint: '像平常说话一样写。什么时候、谁、想要什么。' },
  parties: { title: '对方是谁？', hint: '人或单位都行。不知道可以不写。写上了，律师接手前先看和他有没有利害关系。' },
  applicant: { title: '怎么找到您？', hint: '' },
  means: { title: '家里困难，怎么说明？', hint: '两种都行，选哪种都不影响结果。' },
  consent: { title: '他怎么同意的？', hint: '先让他知道下面这段话，再留下他的同意。' },
  tell: { title: '办到哪一步，告诉谁？', hint: '' },
  review: { title: '发出前看一遍', hint: '哪条不对，按「改」。改完还回到这里。' },
}
export const forOther = {
  for: { title: '帮谁申请？', hint: '' },
  applicant: { title: '怎么找到要帮的人？', hint: '写要申请援助的那个人，不是您自己。' },
  means: { title: '他家里困难，怎么说明？', hint: '两种都行，问他选哪种，都不影响结果。' },
  tell: { title: '办到哪一步，告诉谁？', hint: '问他愿意让谁知道。可以选几个。' },
}

export const forChoices = [
  { value: 'self', text: '自己', more: '我自己遇到了事' },
  { value: 'ward', text: '我照顾的人', more: '没成年的孩子、自己做不了主的老人和病人，还有被关押的亲人' },
  { value: 'other', text: '别人', more: '他自己能做主，托我来申请，要留下他的同意' },
] as const
export const helpedChoices = [
  { value: 'other', text: '来找我的人', more: '是他自己的事' },
  { value: 'ward', text: '他照顾的人', more: '他替没成年的孩子、自己做不了主的老人和病人，或者被关押的亲人申请' },
] as const

export const whereWords = {
  choices: [
    { value: 'here', text: '在本旗', more: '本旗的嘎查、村，或者本旗的单位在处理' },
    { value: 'elsewhere', text: '在外地', more: '外地的工地、单位，或者外地的法院在处理' },
  ],
  place: '哪个嘎查、村',
  home: '家在哪个嘎查、村',
  homeHint: '近处的人好帮忙。',
  elsewhere: '在外地哪里',
  elsewhereHint: '写上市、区和单位，比如：沈阳铁西区的工地',
  body: '哪个单位在处理',
  bodyHint: '比如劳动仲裁委、法院、派出所',
  here: '本旗的事，归本旗法律援助中心管。',
  handOver: '外地的事，一般归那边的法律援助中心管（法律援助法第三十八条）。工钱：在哪儿干活，归哪儿。',
  handOverMore: '照样在这里交。我们今天找到那边谁管、电话多少，打通了交过去，再告诉您。',
} as const

export const topicWords = {
  look: '这一类不一定都在援助范围里。照样申请，中心看了告诉您；不行的，说清为什么、还能怎么办。',
}

export const storyWords = {
  label: '经过',
  labelWard: '经过，先写您是他什么人',
  example: '比如：在工地干了五个月，没签合同，老板说年底给钱，现在电话不接了。',
  voice: '也可以说出来',
  voiceHint: '说一分钟以内。说了就不用写，我们听了写成文字。',
  happened: '哪天的事（可以不填）',
  happenedHint: '记得大概也行，选最近的一天',
  deadline: '有没有人告诉您最晚哪天要办？（可以不填）',
  deadlineHint: '比如仲裁、起诉、上诉的最后一天。日子近的，中心先看。',
  noDay: (what: string) => `不写「${what}」了`,
  happenedShort: '哪天的事',
  deadlineShort: '最晚哪天',
}

export const partyWords = {
  one: (n: number) => `对方 ${n}`,
  name: '名字或单位名',
  phone: '电话',
  add: '加一个对方',
  addFirst: '写上对方',
  remove: (n: number) => `去掉对方 ${n}`,
  removeText: '去掉',
  none: '现在不知道也没关系，直接按「下一步」。',
}

export const applicantWords = {
  name: '名字',
  nameHint: '和身份证上一样',
  phone: '电话',
  phoneHint: '律师打这个电话找您。没有就空着。',
  phoneHintOther: '律师打这个电话找他。没有就空着。',
  phoneHintWard: '律师打这个电话。他没有电话，就写照顾他的人的。',
  idNumber: '身份证号',
  idHint: '18 位。可以先不填。',
  language: '说什么话',
}

export const meansWords = {
  promise: '我做诚信承诺',
  promiseMore: '不用跑证明',
  proof: '我交证明材料',
  proofMore: '低保证、工资条、村里证明都行',
  promiseOther: '他做诚信承诺',
  proofOther: '他交证明材料',
  groups: '有下面哪种情况？',
  groupsHint: '有材料能免核查，没有材料用承诺就行。',
  moreGroups: '还有几种少见的情况',
  pledge: '承诺书',
  pledgeLines: ['我说的家里情况是真的。', '同意法律援助中心去核对。', '故意骗取的，要付援助已花的费用，还可能罚款。'],
  income: '家里大概什么情况',
  incomeHint: '比如：每月两千元左右，家里三口人，一个人干活',
  photos: '材料的照片',
  photosHint: '合同、欠条、低保证都行，把字拍清楚。没有就不拍。',
  photosProof: '把字拍清楚。一时没有材料，选「诚信承诺」就行。',
  agree: '我承诺，下一步',
  agreeDone: '我承诺，改好了',
  violence: '受家暴的人申请，不看家里收入。选哪种都行。',
  sending: '照片还在传，请等一等再按。',
  photoFailed: '有照片没传上去，按「没发出，再发」，或者去掉它。',
  lost: (count: number) => `上次有 ${count} 张照片没传完，请重新加。`,
}

export const reviewWords = {
  you: '申请人',
  matter: '什么事',
  means: '怎么说明困难',
  for: '给谁申请',
  topic: '什么事',
  where: '在哪里',
  here: '在本旗',
  elsewhere: (where: string) => `外地：${where}`,
  place: '嘎查、村',
  body: '哪个单位在处理',
  story: '经过',
  parties: '对方',
  noParties: '没有写',
  name: '名字',
  phone: '电话',
  idNumber: '身份证号',
  language: '说什么话',
  route: '经济情况',
  routes: { promise: '诚信承诺', proof: '交证明材料' },
  income: '家里情况',
  photos: '材料',
  photosCount: (count: number) => `照片 ${count}\u00a0张`,
  voice: '录音',
  voiceOf: (seconds: number) => `${seconds}\u00a0秒`,
  groups: '属于哪种情况',
  consent: '他的同意',
  how: '那段话',
  hows: { aloud: '读给他听了', read: '他自己看了' },
  kind: '怎么同意的',
  kinds: { voice: '录了一句话', signature: '签了名', witness: '有人作证' },
  witness: (name: string) => `有人作证：${name}`,
  told: '告诉谁',
  toldWhom: '办到哪一步',
  blank: '没有填',
  after: '发出后，马上告诉您谁在办、最晚什么时候派律师。',
  afterElsewhere: '发出后，马上告诉您谁在办。今天联系那边的法律援助中心，把人名和电话告诉您。',
  send: '提交申请',
  sending: '正在提交',
  sendAgain: '再发一次',
}

export const unsentWords = {
  offline: '还没送出去，只存在这部手机里。急事请打电话。',
  offlineMore: '有信号了再按一次，不会重复。',
  reused: '您改之前的那一份，其实已经收到了。先到「我的事项」看一看。',
  toMatters: '看我的事项',
  asNew: '当作新的一份再发',
  throwAway: '不要这一份了',
}
