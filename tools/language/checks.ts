/** What a text in the traditional script must not have. Everything is said so that a reviewer knows what to do. */

export const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '')

const rules: { wrong: RegExp; say: string }[] = [
  // Scripts that look like it, and are not it.
  { wrong: /\p{Script=Cyrillic}/u, say: '有西里尔字母（新蒙文）。这里只收传统蒙古文。' },
  { wrong: /[\ue000-\uf8ff]/, say: '有旧编码（蒙科立等）的字。请用国际标准编码的输入法重新打这一句。' },
  // What turns the direction of others' words, hides, or is no character at all.
  {
    wrong: /[\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|[\u{e0000}-\u{e0fff}]|[\u{f0000}-\u{10ffff}]/u,
    say: '有看不见的控制字符。请在输入法里重新打一遍，不要从网页上复制。',
  },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  { wrong: /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/, say: '有换行或者别的控制字符。一句写成一行。' },
  { wrong: /[<>&\\]/, say: '有 < > & \\ 这样的符号，请去掉。' },
  { wrong: /\p{Script=Han}/u, say: '有汉字。蒙古文一栏只写蒙古文，人名地名由系统填进 { } 里。' },
  { wrong: /\p{Script=Latin}/u, say: '有拉丁字母。除了 { } 里的名字，请都换成蒙古文。' },
]

// Letters, their variation selectors and separators, the narrow space before a suffix, digits, and punctuation in use.
const allowed = /^(?:[\u1800-\u18aa\u202f\u00a0 0-9.,:;!?()/%+·…、。《》〈〉「」『』\-–—]|\u200c|\u200d)*$/u
const LETTER = /[\u1820-\u18aa]/
// Mongolian takes more letters than Chinese; more than this is another text than the one asked for.
const MOST_TIMES = 12
const SPARE = 80

/** What is wrong with this Mongolian for that Chinese: nothing, or sentences for whoever wrote it. */
export function wrongWith(text: string, zh: string): string[] {
  const plain = text.replace(/\{[^{}]*\}/g, '')
  const said = rules.filter(({ wrong }) => wrong.test(plain)).map(({ say }) => say)
  if (!LETTER.test(plain)) said.push('没有蒙古文字母。')
  else if (said.length === 0 && !allowed.test(plain)) {
    const odd = [...plain].find((char) => !allowed.test(char)) ?? ''
    said.push(`有不认识的字符 U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}。`)
  }
  if (text.length > zh.length * MOST_TIMES + SPARE) said.push('比汉字长太多，像是填错了行。')
  return [...said, ...wrongParts(text, zh)]
}

function wrongParts(text: string, zh: string): string[] {
  const [wanted, has] = [new Set(placeholdersOf(zh)), new Set(placeholdersOf(text))]
  const lacking = [...wanted].filter((name) => !has.has(name))
  const foreign = [...has].filter((name) => !wanted.has(name))
  return [
    ...(lacking.length > 0 ? [`缺 ${shown(lacking)}，请原样写进去，位置可以换。`] : []),
    ...(foreign.length > 0 ? [`多了 ${shown(foreign)}，汉字里没有。`] : []),
  ]
}
const shown = (names: readonly string[]): string => names.map((name) => `{${name}}`).join('、')

/** One spelling for the same text, without what stands around it. */
export const tidied = (text: string): string => text.normalize('NFC').trim()
