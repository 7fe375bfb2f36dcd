/** The desk of whoever answers what people say is wrong about them. */
export const requestDeskWords = {
  page: '个人信息请求',
  lead: '有人说您负责的事里个人信息写错了。核对以后在这件事里改，再在这里写答复。',
  none: '没有要答复的',
  noneText: '有人请求更正，这里会出现。',
  ask: (person: string, title: string) => `${person}，${title}`,
  text: '答复（改了什么，或者为什么不改）',
  yes: '改了',
  no: '不改',
  done: '答复发出去了。',
  toMatter: '看这件事',
}
