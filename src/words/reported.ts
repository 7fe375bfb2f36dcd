/** What residents and desks both read beside a report: its files, and when she can be rung. */

export const reportedWords = {
  openPhoto: (nth: number) => `看第 ${nth}\u00a0张`,
  otherFile: '打开看',
  film: '录像',
  openFilm: '放录像',
  unfetched: '没取到，请再按一次。',
}

export const hoursText = (from: string, to: string): string => `${from} 到 ${to}`
