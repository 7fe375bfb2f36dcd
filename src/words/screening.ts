import groups from '@/data/groups.json'
import law from '@/data/legal-aid.json'
import type { Because, Finding } from '@/domain/screening'

const texts: Record<Because, string> = {
  elsewhere: '地方在外地：问清谁在处理（工钱、工伤的事，再问用人单位在哪里），归那边的，今天就联系好转过去。',
  'body-named': '写了在处理的单位，请您看一眼管辖。',
  'ask-body': '请问一句：哪个单位在处理，在哪里。',
  'labour-body': '写了在处理的单位，请您看一眼管辖：劳动仲裁看在哪里干活，或者用人单位在哪里。',
  'ask-labour-body': '请问一句：哪个单位在处理，在哪里干活，用人单位在哪里；劳动仲裁在两处都可以申请。',
  'criminal-body': '写了在处理的单位，请您看一眼管辖：刑事案件在办案机关所在地申请。',
  'ask-criminal-body': '请问一句：哪里的公安、检察院或者法院在办；刑事案件在办案机关所在地申请。',
  own: '本人申请。',
  agreed: '本人同意由别人帮忙申请。',
  guardian: '替照顾的人申请：请您看一眼是不是法定代理人；本人能自己做主的，问本人同不同意。',
  kin: '刑事案件的嫌疑人、被告人，近亲属也可以替他申请：请问一句是他什么人。',
  'consent-missing': '还没有看到本人同意：请问本人一句；本人不能自己申请的，看来的人能不能代为申请。',
  listed: '事项在范围内。',
  'listed-no-means-test': '事项在范围内，而且不看家里困不困难。',
  'listed-criminal': '刑事案件可以申请：请问一句是嫌疑人、被告人，还是受害的一方。',
  'regional-list': '法律没有点名这类事，当地补充规定的范围里有没有，请您对照。',
  'to-confirm': '这类事归在这一项还没有确认，请您对照。',
  'partly-listed': '法律没有点名这类事，但有的请求在范围内：请您看一眼具体要什么。',
  'not-listed': '法律没有点名这类事：请您看一眼具体要什么，再对照当地补充规定的范围。',
  'group-matter': '说是这一项里的人：请您看一眼要办的事和这有没有关系。',
  'no-means-test': '不看家里困不困难。',
  'no-means-test-group': '要办的事和这一项有关的，不看家里困不困难，请您看一眼。',
  exempt: '材料能证明是这类人的，困难情况不用核查，请您看一眼材料。',
  pledge: '困难情况可用承诺。',
  proof: '困难情况交了材料，请您看一眼；看不出来的，也可以承诺或者由中心查询。',
  'pledge-open': '手上没有材料也不要紧：困难情况可以承诺，或者由中心查询。',
  'route-open': '困难情况怎么说明还没选，请问一句：承诺或者交材料，哪种都行。',
  'criminal-means': '嫌疑人、被告人有别的原因没请辩护人的，也可以申请；受害的一方，困难情况可以承诺。',
}
const looks: Record<Finding['check'], string> = {
  jurisdiction: '请您看一眼管辖。',
  standing: '请您看一眼由谁申请。',
  scope: '请您看一眼事项在不在范围内。',
  hardship: '请您看一眼困难情况。',
  urgency: '请您看一眼急不急：时效、期限快到的，可以先派律师，手续后补。',
}
/** One sentence for the reviewer. */
export const findingText = ({ check, because }: Finding): string =>
  Object.hasOwn(texts, because) ? texts[because as Because] : looks[check]

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** 1 to 99: the law has 71 articles. */
function numeral(n: number): string {
  const tens = Math.floor(n / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[n % 10]}`
}

/** '31-5' → 法律援助法第三十一条第五项. */
export function articleName(article: string): string {
  const [, number, item] = /^([1-9]\d?)(?:-([1-9]\d?))?$/.exec(article) ?? []
  if (!number) return '法律援助法'
  return `法律援助法第${numeral(Number(number))}条${item ? `第${numeral(Number(item))}项` : ''}`
}

type Row = { text: string; summary?: boolean }
const rows: Record<string, Row> = law.values
const about: Record<string, string> = law.about

/** The law's words; where only the gist is kept, it says so. */
export function articleText(article: string): string | undefined {
  const row = Object.hasOwn(rows, article) ? rows[article] : undefined
  const text = row?.text ?? (Object.hasOwn(about, article) ? about[article] : undefined)
  if (text === undefined) return undefined
  return `${!row || row.summary ? '大意：' : ''}${text.replace(/,/g, '，')}`
}

export const groupTexts: Record<string, string> = Object.fromEntries(
  Object.entries(groups.values).map(([code, { text }]) => [code, text]),
)
