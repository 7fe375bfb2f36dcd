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
  asResident: '换成「群众」身份再申请',
  asResidentText: '这张表是给群众自己填的。您现在用的是工作身份。',
  toRoles: '去换身份',
  free: '申请不要钱，派的律师也不要钱。',
}

export const questions = {
  for: { title: '给谁申请？', hint: '' },
  topic: { title: '是什么事？', hint: '选最接近的一个，律师会再细问。' },
  where: { title: '事情发生在哪里？', hint: '选嘎查、村。知道哪个单位在处理，也写上。' },
  story: { title: '事情是怎么回事？', hint: '像平常说话一样写。什么时候、谁、想要什么。' },
  parties: { title: '对方是谁？', hint: '人或单位都行。不知道可以不写。写上了，律师接手前先看和他有没有利害关系。' },
  applicant: { title: '怎么找到您？', hint: '' },
  means: { title: '家里困难，怎么说明？', hint: '两种都行，选哪种都不影响结果。' },
  review: { title: '发出前看一遍', hint: '哪条不对，按「改」。改完还回到这里。' },
}
export const applicantOther = { title: '怎么找到要帮的人？', hint: '写要申请援助的那个人，不是您自己。' }

export const forChoices = [
  { value: 'self', text: '自己', more: '我自己遇到了事' },
  { value: 'ward', text: '我照顾的人', more: '孩子、老人，或者我是监护人' },
  { value: 'other', text: '别人', more: '他托我来申请' },
] as const

export const whereWords = {
  place: '嘎查、村',
  body: '哪个单位在处理',
  bodyHint: '比如劳动仲裁委、法院、派出所',
}

export const storyWords = {
  label: '经过',
  example: '比如：在工地干了五个月，没签合同，老板说年底给钱，现在电话不接了。',
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
  idNumber: '身份证号',
  idHint: '18 位。可以先不填。',
  language: '说什么话',
}

export const meansWords = {
  promise: '我做诚信承诺',
  promiseMore: '不用跑证明',
  proof: '我交证明材料',
  proofMore: '低保证、工资条、村里证明都行',
  pledge: '承诺书',
  pledgeLines: ['我说的家里情况是真的。', '同意法律援助中心去核对。', '故意骗取的，要付援助已花的费用，还可能罚款。'],
  income: '家里大概什么情况',
  incomeHint: '比如：每月两千元左右，家里三口人，一个人干活',
  photos: '材料的照片',
  photosHint: '把字拍清楚。一时没有材料，选「诚信承诺」就行。',
  agree: '我承诺，下一步',
  agreeDone: '我承诺，改好了',
  violence: '受家暴的人申请，不看家里收入。选哪种都行。',
  sending: '照片还在传，请等一等再按。',
  photoFailed: '有照片没传上去，按「没发出，再发」，或者去掉它。',
  lost: (count: number) => `上次有 ${count} 张照片没传完，请重新加。`,
}

export const safetyWords = {
  title: '现在有危险，先打 110',
  text: '受伤了也先打 110，警察会管。申请可以以后再填。',
  ring: '打 110',
  leave: '马上离开',
  leaveText: '按「马上离开」，这一页换成天气预报。填的内容还留在这部手机里；怕别人看到，按「删掉再离开」。',
  erase: '删掉再离开',
}
// Somewhere that says nothing to whoever looks over a shoulder.
export const neutralPage = 'https://m.weather.com.cn/'

export const reviewWords = {
  you: '申请人',
  matter: '什么事',
  means: '怎么说明困难',
  for: '给谁申请',
  topic: '什么事',
  place: '在哪里',
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
  photosCount: (count: number) => `照片 ${count} 张`,
  blank: '没有填',
  after: '发出后，马上告诉您谁在办、最晚什么时候派律师。',
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

// What a missing answer is called, where the question is chosen and not typed.
const missing: Record<string, string> = {
  for: '选一个：给谁申请',
  matter: '选一个最接近的',
  'where.place': '选一个嘎查、村',
  story: '写几句经过',
  'applicant.name': '写上名字',
  route: '选一种说明的办法',
}
export const missingText = (field: string): string | undefined => missing[field]

export const receiptWords = {
  page: '收到了',
  title: '收到了',
  byThen: (moment: string) => `最晚${moment}告诉您结果`,
  atOnce: '能援助的，同时派好律师。都不要钱。',
  receivedAt: (moment: string) => `${moment} 收到`,
  whoHasIt: '现在谁在办',
  next: '接下来',
  steps: {
    received: '申请收到',
    review: '中心审查',
    reviewMore: '定下来马上派律师，一起告诉您',
    result: '告诉您结果，派好律师',
    call: '律师给您打电话',
    callMore: '派好以后一个工作日内',
  },
  open: '看这件事',
  before: (moment: string) => `${moment} 前`,
  already: '这份申请已经收到了',
  alreadyText: '不用再交一次。要再申请别的事，从首页进来。',
  missing: '没有找到刚才的申请',
  missingText: '在「我的事项」里能看到。',
}
