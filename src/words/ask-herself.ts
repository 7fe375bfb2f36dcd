/** Asking her herself, where somebody else entered it: what whoever rings reads. */

export const askWords = {
  title: '打电话问本人',
  reached: '打通了吗',
  outcomes: { yes: '打通了，是本人的意思', no: '打通了，不是本人的意思', unreached: '没打通' },
  hint: '请在本人身边没有别人的时候问。只问这件事是不是本人愿意办，不说是谁来办的不好。',
  noteHint: '说了什么，只有工作人员看得到',
  note: '记一句',
  refusedNote: '本人说不是：这件事马上撤回，写进去的内容也会去掉，只留下您记的这一句。',
  send: '记下来',
}
