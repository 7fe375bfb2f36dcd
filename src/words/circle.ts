/** The circle around a village: who answers, who advises, what is near. */
const NB = '\u00a0'

/** 「800 米」「3.2 公里」「52 公里」 */
export function metresText(metres: number): string {
  if (metres < 1000) return `${Math.round(metres / 10) * 10 || 10}${NB}米`
  const tenths = Math.round(metres / 100) / 10
  return `${tenths < 10 ? tenths : Math.round(tenths)}${NB}公里`
}

const kindTexts: Record<string, string> = { station: '服务站点', town: '苏木乡镇，司法所在这里' }

export const circleWords = {
  page: '这里的法律服务',
  pick: '换一个地方',
  adviser: '村里的法律顾问',
  adviserNone: '还没有登记这里的法律顾问。有事先问值班的律师。',
  points: '离得最近的服务点',
  pointsNone: '还没有测绘的服务点',
  pointsNoneText: '远近要量过才写，不估。要找人当面说，先打值班电话问。',
  point: (kind: string, metres: number) => `${kindTexts[kind] ?? '服务点'}，直线 ${metresText(metres)}`,
  travel: (minutes: number) => `镇到镇约 ${minutes}${NB}分钟路程`,
  source: (source: string) => `位置来自${source}`,
  straight: '直线不是路程，去之前先打电话。',
  duty: '现在谁值班',
  do: '要办什么',
  plate: '印这里的门牌',
  plateMore: '贴在村里，扫码就看到谁值班',
}
