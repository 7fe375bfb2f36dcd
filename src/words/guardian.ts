/** A guardian finds the child's account by a code from the child's phone. */
export const guardianWords = {
  title: '孩子和监护人',
  lead: '监护人可以看、改、拿走、删除孩子账号里的信息，到孩子满 18\u00a0岁为止。',
  give: '这是孩子的手机：给监护人一个码',
  code: '监护码',
  codeText: '一天有效，只能用一次。让监护人在自己手机的这一页里输入。',
  take: '我是监护人：输孩子手机上的码',
  sheet: '输监护码',
  name: '孩子的名字',
  relation: '我是孩子的什么人',
  birth: '孩子的出生日期',
  noBirth: '没选',
  send: '我是监护人，我同意',
}
