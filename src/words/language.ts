/** Choosing the language, for residents. */
export const languageWords = {
  page: '语言',
  choose: '页面上的字',
  zh: '只看汉字',
  both: '汉字和蒙古文一起看',
  bothMore: '汉字在前，蒙古文竖着写在旁边',
  use: '就用这个',
  used: '选好了，每一页都按这个来。',
  none: '蒙古文正在请人审，审好才显示',
  noneText: '现在还没有审好的句子，选了也先看到汉字。审好一句，就多一句。',
  some: (count: number) => `审好了 ${count}\u00a0句`,
  someText: '没审好的句子先看汉字。',
  looks: '会是这样',
  speak: '不认字也能办',
  speakText: '可以说话，可以请人帮您填，也可以打电话，说蒙古语就行。',
  failed: '没取到审好的句子',
}
