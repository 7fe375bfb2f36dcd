import data from '@/data/wage-routes.json'

/** Every way to wages that are owed: the law's words for staff, plain ones for her. */

export type WageRoute = {
  code: string
  title: string
  text: string
  plain: string
  source: string
  certainty: 'verified' | 'memory'
  toConfirm?: string
}

export const wageRoutes = data.values as readonly WageRoute[]
/** What is from memory she isn't told. */
export const sure = (routes: readonly WageRoute[]): WageRoute[] =>
  routes.filter(({ certainty }) => certainty === 'verified')

export const wageWords = {
  title: '讨工钱的几条路',
  staff: '几条路可以一起看：哪条快、哪条有证据，和本人商量。',
  hers: '走哪条路，先和律师商量。给个人干活、没有单位的，路不一样，先问律师。',
  openAll: '看是哪几条',
  foldAll: '收起来',
  open: '看条文',
  openLabel: (title: string) => `看条文：${title}`,
  fold: '收起条文',
  uncertain: '待核实',
}
