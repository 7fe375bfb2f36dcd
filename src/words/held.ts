/** What the first page says of a question or a report that this phone keeps. */
export const heldWords = {
  unsent: '接着问没发出去的',
  unsentMore: '只存在这部手机里，还没送出去',
  item: '您问的',
  more: (moment: string) => `${moment} 问的，按开看答复`,
  unsentReport: '接着填没提交的问题',
  reported: '您反映的',
  reportedMore: (moment: string) => `${moment} 反映的，按开看结果`,
  forget: '这部手机不再记着',
}
