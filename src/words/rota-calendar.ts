/** What a telephone's own calendar shows of the rota. */
export const calendarWords = {
  name: '我的值班 · 八分钟法律服务圈',
  duty: (seat: string) => `值班：${seat}`,
}
