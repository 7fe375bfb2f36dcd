import type { Applicant, Party } from './aid-types'

/**
 * The conflict wall, first step: by what a person or a body is recognised in another matter. Only what the system
 * itself holds is compared; the lawyer's own answer stays the second step.
 */
export type Side = 'ours' | 'theirs'
/** One way to recognise one person or body, in plain text; it is hashed with a key before it is stored. */
export type Mark = { side: Side; mark: string }

type Known = { name: string; phone?: string; idNumber?: string; creditCode?: string; birth?: string }

/** Applicant and co-parties stand on our side; opponents and third persons on theirs. */
export function marksOf({ applicant, parties }: { applicant: Applicant; parties: readonly Party[] }): Mark[] {
  const all = [
    ...marksOfOne(applicant).map((mark): Mark => ({ side: 'ours', mark })),
    ...parties.flatMap((party) => marksOfOne(party).map((mark): Mark => ({ side: sideOf(party), mark }))),
  ]
  return [...new Map(all.map((each) => [`${each.side} ${each.mark}`, each])).values()]
}

export const sideOf = ({ role }: Party): Side => (role === 'co-party' ? 'ours' : 'theirs')
export const otherSide = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours')

/**
 * The names under which a unit may be written, for adviser relations; `above` holds the names of its town and its
 * banner, the nearest first.
 */
export function marksOfUnit({ name }: { name: string }, above: string[]): string[] {
  const written = [withoutNote(name)]
  for (const higher of above) written.push(`${bodyName(plain(withoutNote(higher)))}${written.at(-1)}`)
  return [...new Set(written.flatMap((each) => spellings(bodyName(plain(each)))))].map(bodyMark)
}

/** A county may write a note behind a unit's name, 「某旗（试点）」, that nobody says. */
const withoutNote = (name: string): string => name.normalize('NFKC').replace(/\([^)]*\)$/, '')

function marksOfOne({ name, phone, idNumber, creditCode, birth }: Known): string[] {
  const id = plain(idNumber ?? '')
  const hasId = /^\d{17}[\dX]$/.test(id)
  const credit = plain(creditCode ?? '')
  const tel = phoneMark(phone ?? '')
  const called = plain(name)
  // Of two people with one name nobody can tell which is meant: a name counts only with a year of birth.
  const years = called ? new Set([hasId ? id.slice(6, 10) : '', birth?.slice(0, 4) ?? '']) : new Set<string>()
  years.delete('')
  return [
    ...(hasId ? [`id:${id}`] : []),
    ...(/^[0-9A-Z]{18}$/.test(credit) ? [`credit:${credit}`] : []),
    ...(tel ? [`tel:${tel}`] : []),
    ...[...years].map((year) => `name:${called}|${year}`),
    ...(isBody(called, years.size > 0) ? spellings(bodyName(called)).map(bodyMark) : []),
  ]
}

const bodyMark = (name: string): string => `body:${name}`

/** One width, one case, no spaces, no punctuation, nothing invisible (Mongolian script has variation selectors). */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{P}\p{S}\p{Z}\p{C}\p{Variation_Selector}]/gu, '')
    .toUpperCase()

/** A telephone in its one spelling, without +86 and without the area code's 0; undefined where it isn't whole. */
export function phoneMark(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '')
  const national = digits.replace(/^860?(?=\d{10,11}$)/, '')
  return national.length >= 10 ? national : undefined
}

/** Endings that only organisations, authorities and villages have. */
const BODY = new RegExp(
  `(?:${[
    '公司|集团|企业|银行|信用社|合作社|旅行社|协会|商会|学会|工会|妇联|联合会|基金会|委员会|村委会|居委会|政府',
    '嘎查|苏木|社区|生活区|街道|街道办|办事处|派出所|事务所|服务所|研究所|法院|检察院|医院|卫生院|养老院|学校|小学|中学',
    '学院|幼儿园|工厂|煤矿|商店|饭店|酒店|宾馆|饭馆|餐馆|超市|市场|农场|林场|牧场|养殖场|工作室|办公室|经营部',
    '项目部|门市部|服务部|支队|大队|施工队|工程队|服务站|加油站|收购站',
  ].join('|')})$`,
)
/** Endings that people's names have too: 「水泉村」 is a village, 「李新村」 whose birth is known is a person. */
const PERHAPS = /^.{2,}(?:[厂矿店院局所村镇乡屯]|大学|中心|机关)$/
export function isBody(name: string, born: boolean): boolean {
  const called = bodyName(name)
  // 「公司」 or 「镇政府」 alone may be anybody's.
  if (called.length < 2 || called.replace(BODY, '') === '') return false
  return BODY.test(name) || (!born && PERHAPS.test(name))
}

/**
 * A body under one name, however its office is called: 「水泉村民委员会」, 「水泉村委会」 and 「水泉村」 are one. Empty
 * where nothing but the office is said.
 */
export function bodyName(name: string): string {
  const company = name.replace('有限责任公司', '有限公司')
  const [, settled, , residents] = company.match(/^(.*?)((村民委员会|村委会|村委)|居民委员会|居委会)$/) ?? []
  if (settled !== undefined) {
    const kind = residents ? '村' : '社区'
    return !settled || SETTLEMENT.test(settled) ? withoutRepeat(settled) : `${settled}${kind}`
  }
  return withoutRepeat(
    company
      .replace(/(嘎查|村|社区|生活区)(?:嘎查|村)?(?:委员会|党支部|(?:股份)?经济合作社)$/, '$1')
      .replace(/街道办事处|街道办$/, '街道')
      .replace(/(人民)?政府$/, ''),
  )
}
const SETTLEMENT = /(嘎查|村|社区|生活区)$/
const withoutRepeat = (name: string): string => name.replace(/嘎查村$/, '嘎查')

// The banner may be said or not; behind it a town, behind that a village.
const VILLAGE = /^(?:.*[旗县市区])?(.+?(?:镇|乡|苏木|街道))(.+(?:嘎查|村|社区|生活区))$/
const WITHOUT_TOWN = /^.{2,}[旗县](.+(?:嘎查|村|社区|生活区|镇|乡|苏木|街道))$/

/** 「甲旗甲镇东嘎查」 is found as 「甲镇东嘎查」 and as 「东嘎查」: people leave out what everybody here knows. */
function spellings(name: string): string[] {
  const [, town, village] = name.match(VILLAGE) ?? []
  if (town && village) return [`${town}${village}`, village]
  const [, alone] = name.match(WITHOUT_TOWN) ?? []
  return alone ? [alone] : name ? [name] : []
}

/** As it is said where everybody knows the town: 「东嘎查」. */
export const shortest = (name: string): string => spellings(name).at(-1) ?? ''
