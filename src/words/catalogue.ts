import type { Reason } from '@/domain/catalogue'

/** The responsibility catalogue (事权清单), on its page and where it advises. */

export const catalogueWords = {
  title: '事权清单',
  lead: '什么事归谁办。派单时按它给建议，最后由人定。',
  unconfirmed: '这是系统带的起始清单，局里还没有确认。核对以后改一条、保存一次，就算确认。',
  version: (n: number) => `第\u00a0${n}\u00a0版`,
  savedBy: (name: string, when: string) => `${name} ${when} 保存`,
  whyOf: (why: string) => `修改理由：${why}`,
  search: '找事项、单位、关键词',
  nothing: '没有找到。换个词试试，或者添一条。',
  count: (n: number) => `${n}\u00a0条`,
  add: '添一条',
  remove: '删掉这一条',
  name: '事项',
  namePlaceholder: '比如：嘎查村内道路',
  topic: '哪一类事',
  unit: '由谁办',
  with: '谁配合',
  places: '只管这些地方',
  placesHint: '不填就是全旗。填嘎查村或苏木乡镇的名字里的字来找。',
  handling: '一般按哪一类办',
  anyHandling: '看情况',
  keywords: '关键词',
  keywordsHint: '用空格或顿号隔开，群众会说的词',
  basis: '依据',
  basisPlaceholder: '文件名和条款',
  roles: { town: '所在苏木乡镇', village: '所在嘎查村', none: '还没有定' } as Record<string, string>,
  keep: '记下这一条',
  changed: (n: number) => `改了\u00a0${n}\u00a0条，还没有保存`,
  all: '全部',
  oneUnit: '一个单位',
  addHelper: '添一个配合的单位',
  addPlace: '添一个地方',
  takeAway: '按一下去掉',
  helped: (names: string) => `${names}配合`,
  onlyIn: (n: number) => `只管\u00a0${n}\u00a0个地方`,
  discard: '不要这些改动',
  missingWhy: '请写为什么改',
  why: '为什么改',
  whyPlaceholder: '比如：按 2026 年权责清单核对',
  save: '保存成新的一版',
  saved: '已保存',
  lost: '别人刚保存了新的一版。您改的都还在这里：请先看新的一版，再决定要不要保存。',
  lostBy: (name: string) => `${name}刚保存了新的一版。您改的都还在这里：请先看新的一版，再决定要不要保存。`,
  onNewest: '把我改的放到新的一版上',
  missingUnit: '请选由谁办',
  missingName: '请写事项',
}

/** Why a unit is suggested, or why not. */
export function reasonText(reason: Reason): string {
  switch (reason.why) {
    case 'item':
      return `事权清单：${reason.item}`
    case 'chosen':
      return '受理时选了这一条'
    case 'place':
      return '清单里专门写了这个地方'
    case 'keyword':
      return `说的话里有「${reason.words.join('」「')}」`
    case 'kept':
      return `近\u00a090\u00a0天派过\u00a0${reason.count}\u00a0件同类的事，没有退回`
    case 'nearest':
      return '清单里没有对应的，先交给当地'
    case 'returned':
      return `近\u00a090\u00a0天退回过\u00a0${reason.count}\u00a0件同类的事`
    case 'other-topic':
      return '清单里属于另一类事'
    case 'no-keyword':
      return '说的话里没有这一条的关键词'
  }
}
