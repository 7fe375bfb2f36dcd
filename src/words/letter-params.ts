import { dayOf, type Instant, timeOf } from '@/domain/time'
import { languageTexts, topicText } from './aid'
import { wayText } from './visit'

/**
 * What the variables of a registered template are filled with: `topic`, `language` and `way` in words, `at` as 「10月14日 9:12」,
 * and besides it `time` as WeChat wants one, 「2026年10月14日 09:12」. Whatever else a letter carries stays as it is.
 */
export function letterParams(params: Record<string, string>): Record<string, string> {
  const { topic, language, way, at } = params
  return {
    ...params,
    ...(topic && { topic: topicText(topic) }),
    ...(language && { language: languageTexts[language] ?? language }),
    ...(way && { way: wayText(way) }),
    ...(at && { at: short(at), time: long(at) }),
  }
}

const parts = (at: Instant) => dayOf(at).split('-').map(Number)

function short(at: Instant): string {
  const [, month, day] = parts(at)
  return `${month}月${day}日 ${timeOf(at).replace(/^0/, '')}`
}

function long(at: Instant): string {
  const [year, month, day] = parts(at)
  return `${year}年${month}月${day}日 ${timeOf(at)}`
}
