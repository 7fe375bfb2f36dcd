import type { Input } from '@/contract/actions'

/** The list as it is typed or pasted, a person on each line. */

export type Person = Input<'aid.submitGroup'>['people'][number]

const BETWEEN = /[\s,，、;；\t]+/
const PHONE = /^(?:\+?86)?(1\d{10}|0\d{9,11})$/

/** Names first, then numbers in any order; what is none of them are his own words. Empty lines are nobody. */
export function peopleIn(text: string): Person[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const parts = line.normalize('NFKC').trim().split(BETWEEN).filter(Boolean)
    return parts.length > 0 ? [personOf(parts)] : []
  })
}

function personOf(parts: readonly string[]): Person {
  const from = parts.findIndex((part) => /\d/.test(part))
  const [name, rest] = from < 0 ? [parts, []] : [parts.slice(0, from), parts.slice(from)]
  // What has as many digits as such a number is meant as one: it is told to be wrong, not taken for words.
  const idNumber = rest.find((part) => /^\d{14,17}[\dXx]$/.test(part))?.toUpperCase()
  const phone = rest.find((part) => part !== idNumber && /^\+?[\d-]{7,14}$/.test(part))
  const digits = phone?.replace(/-/g, '')
  const words = rest.filter((part) => part.toUpperCase() !== idNumber && part !== phone).join(' ')
  return {
    applicant: {
      name: name.join(' '),
      ...(digits && { phone: PHONE.exec(digits)?.[1] ?? digits }),
      ...(idNumber && { idNumber }),
    },
    ...(words && { story: words }),
  }
}
