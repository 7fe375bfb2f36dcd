/** What the command seat's desk says once a unit has it: rulings, results, call-backs, papers. */

export const rulingWords = {
  title: '裁定退单',
  asked: (unit: string, by: string, nth: number) => `${unit}（${by}）第 ${nth}\u00a0次退单`,
  decision: '归谁办',
  decisions: {
    keep: { text: '维持，还由它办', more: '退单理由不成立' },
    move: { text: '改派给别的单位', more: '理由成立，选一个单位' },
    force: { text: '首接负责', more: '由最先派去的单位办，不能再退' },
  },
  missing: '请选一种',
  main: '改派给',
  mainNone: '还没有选单位',
  choose: '选单位',
  chooseTitle: '改派给哪个单位',
  mainMissing: '请选改派给哪个单位',
  why: '裁定理由',
  whyMissing: '请写裁定理由',
  send: '裁定',
  sent: (unit: string) => `裁定好了，现在由${unit}办。`,
  advised: (unit: string) => `清单建议：${unit}`,
}

export const extensionWords = {
  title: '批延期',
  asked: (by: string, until: string) => `${by} 申请延到 ${until}`,
  once: '延期只有一次。同意以后，会把新的日期告诉本人。',
  ok: '同意延期',
  no: '不同意',
  sentOk: '同意延期了，新的日期会告诉本人。',
  sentNo: '没有同意延期，原来的时限照走。',
}

export const suspendWords = {
  open: '挂起',
  title: '挂起，时限停着',
  text: '只有两种情况可以停。到了写的时间，自己恢复。',
  ground: '为什么停',
  grounds: {
    'third-party': { text: '等第三方的结果', more: '要有材料，如鉴定受理单' },
    reporter: { text: '等反映人答复', more: '最多停 24\u00a0小时' },
  },
  groundMissing: '请选一种',
  evidence: '第三方的材料',
  evidenceHint: '拍照上传，至少一张。',
  evidenceMissing: '等第三方的，要有材料',
  moving: '照片还在上传',
  day: '停到哪天',
  hour: '几点',
  untilMissing: '请选停到什么时候',
  note: '说明',
  send: '挂起',
  sent: '挂起了，到时间自己恢复。',
  resume: '恢复办理',
  resumed: '恢复了，时限接着走。',
}

export const answerWords = {
  open: '直接答复',
  title: '直接答复本人',
  text: '咨询类可以由指挥中心直接答复。答复也要由另一位审核，再回访。',
  result: '结果是哪一种',
  resultMissing: '请选一种',
  label: '答复的内容',
  hint: '没能解决的，写清原因，还可以走哪条路。',
  missing: '请写答复的内容',
  send: '交去审核',
  sent: '答复交去审核了。',
  without: '还有协办单位没答复，为什么不等',
}

export const respondWords = {
  open: '先回应本人',
  title: '先回应本人',
  text: '告诉她收到了、谁在办、什么时候有下一步。这不是结果。',
  label: '回应的内容',
  missing: '请写回应的内容',
  send: '发给本人',
  told: '已经回应本人。',
}

export const checkWords = {
  title: '审核结果',
  text: '看：有没有答到她问的、有地点的有没有照片、没能解决的有没有写原因和能走的路。',
  ok: '审核通过，交去回访',
  no: '不通过',
  own: '谁交的结果，不能自己审核，要由另一位来审。',
  sentOk: '审核通过，等回访。',
  closed: '审核通过。完全匿名的，凭查询码看结果，这件办结了。',
  noWords: {
    title: '审核不通过',
    text: '退回给承办单位。时限没有停过，照样在走。',
    label: '哪里不行，要补什么',
    missing: '请写哪里不行',
    send: '退回承办单位',
    told: '退回承办单位了，时限照样在走。',
  },
}

export const callBackWords = {
  title: '回访本人',
  other: '交结果的人和承办单位不能回访，要由另一位来打。',
  hours: (from: string, to: string) => `本人方便接电话：${from} 到 ${to}`,
  tries: (done: number) => `打过 ${done}\u00a0次，三次都打不通才能办结，每次要在不同的钟点。`,
  from: (at: string) => `这个钟点已经打过了，${at} 起再打才算新的一次。`,
  reached: '打通了吗',
  reachedYes: '打通了',
  reachedNo: '没打通',
  reachedMissing: '请选打通了没有',
  satisfied: '本人满意吗',
  satisfiedYes: '满意',
  satisfiedNo: '不满意，要整改',
  satisfiedMissing: '请选本人满意不满意',
  note: '本人怎么说',
  noteNot: '没打通的情况',
  noteMissing: '请写一句',
  send: '记下来',
  saved: '记下来了，这件办结。请提醒本人，她自己也可以评价。',
  savedBad: '记下来了，本人不满意，要整改。',
  savedNot: '记下来了。没打通，换一个钟点再打。',
  savedOver: '三次都没打通，按规定办结了。',
}

export const rectifyWords = {
  title: '差评整改',
  text: '1\u00a0个工作日内联系本人，15\u00a0个工作日内整改完。',
  contacted: '联系过了，记下来',
  contact: {
    title: '联系本人',
    label: '本人哪里不满意',
    missing: '请写本人怎么说',
    send: '记下来',
    told: '联系本人的情况记下来了。',
  },
  rectified: '整改好了',
  rectify: {
    title: '整改好了',
    label: '怎么整改的',
    missing: '请写怎么整改的',
    send: '记下来',
    told: '整改记下来了，会告诉本人。',
  },
}

export const reopenWords = {
  open: '重新办理',
  words: {
    title: '重新办理',
    text: '从现在起，办理时限重新给足，本人看到的总时间接着算。',
    label: '为什么重新办理',
    missing: '请写一句理由',
    send: '重新办理',
    told: '重新办理了，等派单。',
  },
}

export const objectedWords = {
  title: '本人有异议，等您裁定',
  text: '看本人怎么说、结果是什么，再裁定重新办理还是维持。',
  open: '去裁定',
}

export const upperWords = {
  title: '答复上级',
  text: (no: string) => `上级编号 ${no}。按它要的格式答复，答复了就不能再改。`,
  open: '写给上级的答复',
  words: {
    title: '答复上级',
    label: '答复的内容',
    missing: '请写答复的内容',
    send: '答复上级',
    told: '已经答复上级。',
  },
}

export const commandPaperWords = {
  issue: '手工发单',
  title: '手工发单',
  text: '系统到点会自己发提醒单和催办单。督办单要由督查签了才发出去。',
  rung: '发哪一种',
  rungs: { urge: '催办单', supervise: '督办单，由督查签' },
  rungMissing: '请选一种',
  clock: '催的是哪个时限',
  clockMissing: '请选一个时限',
  noClock: '没有正在走的时限，不用催。',
  label: '写什么',
  missing: '请写一句',
  until: '新的期限',
  hour: '几点前',
  untilMissing: '督办单要写新的期限',
  send: '发出去',
  sent: '单子好了，在下面看。',
  sign: '去签',
  signLabel: (name: string) => `去签${name}`,
  receive: '签收',
  received: '签收了。',
  reply: '回复',
  replyWords: {
    title: '回复这张单子',
    label: '回复的内容',
    missing: '请写回复的内容',
    send: '回复',
    told: '回复好了。',
  },
  cancel: '撤销',
  cancelLabel: (name: string) => `撤销${name}`,
  cancelWords: {
    title: '撤销这张单子',
    text: '撤销要写理由，单子和理由都留着。',
    label: '为什么撤销',
    missing: '请写一句理由',
    send: '撤销',
    told: '撤销了。',
  },
}

export const commandMoreWords = {
  note: '写记录',
  noteWords: {
    title: '写一条记录',
    text: '电话里说了什么、问到了什么。只有指挥中心和督查看得到，时限不停。',
    label: '记录',
    missing: '请写一句',
    send: '存下来',
    told: '记录存好了。',
  },
  notes: '记录',
  reassign: '换人负责',
  reassignTitle: '换人负责',
  reassignText: '临时有事或者交班，换另一位负责这件事。',
  to: '换给谁',
  toMissing: '请选一位',
  nobody: '现在没有别的人可以换。',
  why: '为什么换',
  whyMissing: '请写一句理由',
  send: '换过去',
  reassigned: (name: string) => `现在由${name}负责。`,
  complete: '本人说了要补的',
  completeWords: {
    title: '本人补来的',
    text: '本人打电话或者来人说的，替她写上。从现在起 15\u00a0分钟内受理。',
    label: '补的内容',
    missing: '请写补的内容',
    send: '存下来',
    told: '补好了，等受理。',
  },
  withdraw: '本人要撤回',
  withdrawTitle: '本人要撤回吗？',
  withdrawText: '要听本人亲口说。关系到别人安全的，撤回以后依职权继续办，本人不再露面。',
  withdrawYes: '撤回',
  withdrawn: '已经按本人的意思撤回了。',
  object: '本人有异议',
  objectWords: {
    title: '替本人提异议',
    text: '本人在电话里说结果不对的，替她写上，由督查裁定。',
    label: '本人说哪里不对',
    missing: '请写本人怎么说',
    send: '交给督查',
    told: '异议交给督查了。',
  },
}
