import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Sentences that only staff read, each from the file of src/words that holds nothing else. */
export const staff: readonly string[] = [
  'ask-herself',
  'batch',
  'bulletin',
  'calls',
  'capsules',
  'catalogue',
  'centre',
  'centre-more',
  'classes-desk',
  'clusters',
  'command',
  'command-steps',
  'desk-turns',
  'duty',
  'duty-month',
  'grievance-facts',
  'group-claim',
  'language-desk',
  'lawyer',
  'lawyer-turns',
  'ledger',
  'my-data-desk',
  'notice-form',
  'near',
  'organisation',
  'paper-page',
  'register',
  'rota-editor',
  'supervisor',
  'supervisor-grievance',
  'transcribe',
  'unit-desk',
  'visit-desk',
]
const SENTENCE = /'([^'\n]*[\u4e00-\u9fff][^'\n]{7,})'/g

/** Characters as they read, however they are written: a build may escape every one that isn't ASCII. */
const asRead = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, four?: string, two?: string) =>
    String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)),
  )
const sentencesIn = (text: string): string[] => [...text.matchAll(SENTENCE)].map(([, words = '']) => words)

/** Every sentence of the desks that no other file of src says too. */
export function staffSentences(): string[] {
  const words = readdirSync('src/words').filter((name) => name.endsWith('.ts'))
  const isStaff = (name: string) => staff.includes(name.replace(/\.ts$/, ''))
  const read = (name: string) => asRead(readFileSync(join('src/words', name), 'utf8'))
  const others = words
    .filter((name) => !isStaff(name))
    .map(read)
    .join('\n')
  return words
    .filter(isStaff)
    .flatMap((name) => sentencesIn(read(name)))
    .filter((sentence) => !others.includes(sentence))
}

/** Those that these built files carry all the same. */
export function carried(root: string, files: readonly string[]): string[] {
  const code = files.map((name) => asRead(readFileSync(join(root, name), 'utf8'))).join('\n')
  return staffSentences().filter((sentence) => code.includes(sentence))
}
