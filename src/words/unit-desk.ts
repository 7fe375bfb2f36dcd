/** What the desks of a village, a town and a department say: their list, and one report while they have it. */
export const unitDeskWords = {
  page: '本单位事项',
  demo: '演示',
  tabs: '哪一类',
  search: '查事项：写地方或什么事',
  searchClear: '不查了',
  register: '登记电话、来人',
  notice: '通知辩护',
  visits: '约见',
  bulletin: '月度通报',
  duty: '看谁值班',
  reportedAt: (place: string, at: string) => `${place}，${at} 反映`,
  responsible: (name: string) => `${name}负责`,
  pickOne: '从左边选一件',
  pickOneText: '选了以后，在这里看内容、签收、答复、交结果。',
  opened: '正在看',
  stale: '没有信号，先看刚才取到的',
  matterPage: '反映的问题',
  next: '看下一件',
  todo: '怎么办',
  notUnit: '这一页给办事的单位用',
  notUnitText: '嘎查村、苏木乡镇和部门用这一页。您有这些身份的话，先换过来。',
  signIn: '先登录，再看本单位的事',
  signInText: '登录以后，才知道您在哪个单位。',
  former: '这件已经离开本单位，内容不再显示。发给本单位的单子在“单子”一栏。',
  readOnly: '这件现在没有要您办的。',
}

type TabText = { name: string; hint: string; none: string; noneText?: string }
export const unitTabTexts: Record<Tab, TabText> = {
  sign: {
    name: '待签收',
    hint: '签收没签收，时限都在走',
    none: '没有等签收的',
    noneText: '派来了新的，会马上出现在这里。',
  },
  doing: { name: '在办', hint: '剩的时间少的在前，差评要整改的也在这里', none: '没有在办的' },
  help: { name: '协办', hint: '别的单位主办，等本单位答复', none: '没有要协办的' },
  suspended: { name: '挂起', hint: '时限停着，到时间自己恢复', none: '没有挂起的' },
  done: { name: '已交结果', hint: '等别的人审核、回访', none: '没有等审核、回访的' },
  all: { name: '全部', hint: '办完的也在，新的在前', none: '还没有派来过' },
  papers: { name: '单子', hint: '提醒单、催办单、督办单、移交函', none: '没有收到过单子' },
  found: { name: '查到的', hint: '新的在前', none: '没有查到', noneText: '换个字再试。' },
}
type Tab = 'sign' | 'doing' | 'help' | 'suspended' | 'done' | 'all' | 'papers' | 'found'

/** The three places of whoever works in a village or a town. */
export const unitPlaceWords = {
  label: '工作的页面',
  forward: '代办',
  unit: '本单位事项',
  duty: '值班',
}

export const signWords = {
  title: '派给本单位的',
  text: '签收以后由您负责这件事。签收没签收，时限都在走。',
  send: '签收',
  told: '签收了，这件由您负责。',
}

export const unitRespondWords = {
  open: '先答复本人',
  again: '再告诉本人一声',
  words: {
    title: '先答复本人',
    text: '告诉她收到了、谁在办、什么时候有下一步。这是首次答复，不是结果。',
    label: '答复的内容',
    missing: '请写答复的内容',
    send: '发给本人',
    told: '已经答复本人。',
  },
}

export const helpWords = {
  title: '答复主办单位',
  text: (main: string) => `${main}主办，本单位协办。您的答复给主办单位看，由它一起答复本人。`,
  label: '本单位的意见',
  missing: '请写本单位的意见',
  send: '答复主办单位',
  told: '已经答复主办单位。',
  again: '已经答复过。再写一次，就换成新的。',
}

export const resolveWords = {
  open: '交办理结果',
  title: '交办理结果',
  text: '交上去以后，由别的人审核，再由别的单位打电话问本人。审核通过才停时限。',
  result: '结果是哪一种',
  resultMissing: '请选一种',
  results: {
    solved: '有现场的要附照片',
    partly: '写清哪些办了、哪些没办，有现场的要附照片',
    explained: '写清依据，说人话',
    unsolvable: '写清原因，和还可以走的合法的路',
  },
  label: '结果的内容',
  hint: '本人看得到。写办了什么、现在什么样。',
  hintUnsolvable: '照这样写：没能解决，原因是……；可以走……',
  missing: '请写结果的内容',
  photos: '办完以后的照片',
  photosHint: '路、水、电、环境卫生、土地、草场这类有现场的，解决了的要附至少一张。',
  moving: '照片还在上传',
  without: '还有协办单位没答复，为什么不等',
  withoutHint: (units: string) => `没答复的：${units}`,
  withoutMissing: '请写为什么不等',
  send: '交去审核',
  told: '结果交去审核了。',
}

export const mediateWords = {
  ask: '是不是调解成的',
  yes: '是人民调解达成的',
  yesText: '要填当事人、调解员、调解记录和协议，系统做成文书。',
  law: '从协议生效起 30\u00a0天里，双方可以一起向人民法院申请司法确认（人民调解法第三十三条）。请当面告诉双方。',
  parties: '当事人，一行一位',
  partiesMissing: '至少写两位当事人',
  mediators: '调解员，一行一位',
  mediatorsMissing: '请写调解员',
  place: '在哪里调解的',
  record: '调解记录',
  recordMissing: '请写调解记录',
  agreement: '达成的协议',
  agreementMissing: '请写达成的协议',
  confirmBy: (until: string) => `司法确认最晚 ${until}，双方一起向人民法院申请（人民调解法第三十三条）。`,
  agreementPaper: '调解协议书',
  recordPaper: '调解记录',
  failed: '文书没取到，请再按一次。',
}

export const returnWords = {
  open: '退单',
  title: '退单：不归本单位办',
  text: '由指挥中心裁定，时限不停。第三次退单，就由最先接的单位办到底，不能再退。',
  why: '为什么不归本单位',
  whyMissing: '请写为什么不归本单位',
  basis: '职责依据',
  basisHint: '哪个文件、哪一条，如：三定方案第五条',
  basisMissing: '请写职责依据',
  send: '退单',
  told: '退单了，等指挥中心裁定。裁定前还由本单位负责。',
}

export const passUpWords = {
  open: '上报',
  words: {
    title: '上报',
    text: '交给上一级办：嘎查村报到苏木乡镇，苏木乡镇报到旗里。时限不停。',
    label: '为什么要上一级办',
    missing: '请写为什么要上一级办',
    send: '上报',
    told: '上报了，由上一级接着办。',
  },
}

export const sendDownWords = {
  open: '下派',
  title: '下派给嘎查村',
  text: '派给本苏木乡镇的嘎查村、社区办。时限不停，这一段要多久写在它的页面上。',
  unit: '派给哪个嘎查村',
  unitMissing: '请选一个嘎查村',
  none: '没有取到本苏木乡镇的嘎查村，请再试一次。',
  why: '要它办什么',
  send: '下派',
  told: (unit: string) => `已下派给${unit}。`,
}

export const extendWords = {
  open: '申请延期',
  title: '申请延期',
  text: '只能申请一次，要在到期以前。由指挥中心批，批了会把新的日期告诉本人。',
  now: (title: string, due: string) => `${title}：现在是 ${due}`,
  day: '延到哪天',
  hour: '几点',
  untilMissing: '请选延到什么时候',
  asked: (until: string) => `批了以后，新的期限是 ${until}前。`,
  why: '为什么要延期',
  whyMissing: '请写为什么要延期',
  send: '申请延期',
  told: '延期申请交上去了，等指挥中心批。',
}
