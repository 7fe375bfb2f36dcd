/** How it stands with what she, her helper and her kin were told. */
export const waysWords = {
  title: '消息送到没有',
  show: '看消息送到没有',
  none: '还没有发过消息',
  way: (way: string, moment: string) => `${way}，${moment}`,
  line: (whom: string, way: string, moment: string) => `${whom}：${way}，${moment}`,
}
