/** Asking her herself, where somebody else entered it: what whoever rings reads. */

export const askWords = {
  title: '打电话问本人',
  open: '记下本人怎么说',
  label: '打通了吗',
  missing: '请选一样。',
  outcomes: {
    yes: '打通了，是本人的意思',
    no: '打通了，不是本人的意思',
    unreached: '没打通',
  },
  hint: '请在本人身边没有别人的时候问，只问这件事是不是她愿意办。',
  note: '记一句',
  noteHint: '只有工作人员看得到',
  refusedNote: '记下以后，这件事马上撤回，写进去的内容也会去掉，只留下您记的这一句。',
  send: '记下来',
  told: {
    yes: '记下了：是本人的意思。',
    no: '记下了：不是本人的意思，这件事已经撤回。',
    unreached: '记下了：没打通。',
  },
}
