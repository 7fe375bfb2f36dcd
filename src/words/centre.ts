/** What the legal-aid centre's desk says. */
export const centreWords = {
  desk: '法律援助中心',
  demo: '演示',
  tabs: '哪一类',
  search: '查事项：写名字、地方或什么事',
  searchClear: '不查了',
  submittedAt: (title: string, at: string) => `${title}，${at} 提交`,
  pickOne: '从左边选一件',
  pickOneText: '选了以后，在这里看经过、作决定。',
  opened: '正在看',
  stale: '没有信号，先看刚才取到的',
  matterPage: '事项',
  headline: (name: string | undefined, topic: string) => (name ? `${name}：${topic}` : topic),
  sentAt: (at: string) => `${at} 提交`,
  moreClocks: '看其他期限',
  fewerClocks: '收起其他期限',
  justLook: '您现在是查看，不能办。',

  born: (day: string) => `${day}生`,
  speaks: (language: string) => `说${language}`,
  party: (name: string, role: string) => `${name}（${role}）`,

  who: '派给谁',
  best: '首选',
  chosen: '已选',
  reasons: (reasons: readonly string[]) => reasons.map((reason) => `${reason}。`).join(''),
  choose: '选这位',
  chooseLabel: (name: string) => `选这位：${name}`,
  chooseBack: '改回首选',
  chooseTitle: (name: string) => `为什么选${name}`,
  chooseText: '没有选排在第一的人，要写一句理由，会和决定一起存下来。',
  chooseWhy: '理由',
  chooseMissing: '请写一句理由',
  chooseDone: '就选这位',
  chosenWhy: (why: string) => `您写的理由：${why}`,
  nobody: '现在没有合适的律师',
  nobodyText: '同意以后，由值班的人今天负责找到，系统也会一直再找。',
  searching: (who: string, at: string) => `${at} 起由${who}负责找律师。系统也会一直再找，找到就派。`,
  excluded: (count: number) => `没列进来的 ${count} 位`,
  candidatesFailed: '没取到可以派的律师',
  candidatesFirst: '先等派给谁取到，再作决定',

  why: '决定理由，会写进决定书',
  grantWaits: '给予援助',
  grant: (name: string) => `给予援助，派${name}`,
  grantNobody: '给予援助，暂时没人可派，由值班的人今天找到',
  withdrawn: '已经按本人的意思撤回了。',
  granted: (name: string) => `已给予援助，派给${name}。`,
  grantedNobody: (name: string) => `已给予援助。暂时没人可派，由${name}今天找到。`,
  decision: (by: string, at: string) => `${by}，${at} 决定给予援助`,
  decidedFirst: (by: string, at: string) => `${by}在 ${at} 已经先决定了。您写的理由没有用上。`,
  dropMine: '知道了',

  holder: '律师',
  asked: '等律师回答有没有利害关系',
  clear: '律师答了：没有利害关系',

  closing: '结案审查',
  closingResult: '律师报的结果',
  pass: '通过',
  giveBack: '退回补充',
  giveBackTitle: '退回给律师补充',
  giveBackText: '写清楚缺什么，律师补好再报。',
  giveBackWhy: '要补什么',
  passed: '审查通过，这件事办结了。',
  gaveBack: '退回给律师了。',
  next: '看下一件',
}

export const deskFactLabels = {
  applicant: '申请人',
  for: '给谁申请',
  forwardedBy: '帮忙交的',
  place: '在哪里',
  story: '经过',
  means: '经济情况',
  parties: '对方',
  papers: '材料',
}

export const tabTexts = {
  review: { name: '待审查', hint: '当天收，当天派', none: '没有等审查的', noneText: '新的申请一到，就出现在这里。' },
  search: { name: '待派律师', hint: '已同意，今天要找到律师', none: '没有等派律师的', noneText: '' },
  hand: { name: '办理中', hint: '律师手上的', none: '没有办理中的', noneText: '' },
  closing: { name: '结案审查', hint: '律师报了结案，等检查', none: '没有等结案审查的', noneText: '' },
  finished: { name: '办完的', hint: '新的在前', none: '还没有办完的', noneText: '' },
  found: { name: '查到的', hint: '在全部事项里找', none: '没查到', noneText: '换个名字、地方或什么事再查。' },
}

/** The reason that goes into the decision; with why it isn't the first of the list. */
export const grantWhy = (why: string, chosen?: { name: string; why: string }): string =>
  [why, chosen && `选派${chosen.name}：${chosen.why}`].filter(Boolean).join('\n')
