/** The papers of legal aid on a matter's page: what can be had now, and what came back signed. */
export const aidPapersWords = {
  title: '文书',
  intro: '按填写的内容自动填好，可以下载、打印、签字，再拍照传回来。',
  uncertain: '文书样式凭记忆整理，待核实：用之前请和司法部的格式对一遍。',
  word: 'Word',
  pdf: 'PDF',
  sign: '传签好字的',
  again: '重传签好字的',
  openWord: (title: string) => `下载${title}，Word 文档`,
  openPdf: (title: string) => `下载${title}，PDF`,
  signLabel: (title: string, again: boolean) => `${again ? '重传' : '传'}签好字的${title}`,
  signedAt: (moment: string) => `签好字的在 ${moment} 传回来了，在「材料」里看`,
  working: '正在准备…',
  sending: '正在传…',
  made: '准备好了。',
  failed: '没打开，请再试一次。',
  signed: '传好了。',
}
