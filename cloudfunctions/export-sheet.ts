import type { CellObject } from 'write-excel-file/node'
import { exportWords as words } from '@/words/privacy'
import type { Everything } from './actions/privacy-export'

/** Everything of a person as a spreadsheet that a phone opens: a sheet for each kind, every cell plain text. */
export async function exportSheet(all: Everything): Promise<Uint8Array> {
  // It is wanted seldom: nobody else waits for it to load.
  const { default: write } = await import('write-excel-file/node')
  const { sheets, heads } = words
  const lines: Record<keyof typeof heads, string[][]> = {
    about: all.profile.holdings.map(({ what, items, purpose, kept, from }) => [
      what,
      items.join('；'),
      purpose,
      kept,
      from,
    ]),
    matters: all.matters.map(({ id, title, stageText, createdAt, words }) => [
      id,
      title,
      stageText,
      createdAt,
      words.join('\n'),
    ]),
    story: all.matters.flatMap(({ id, timeline }) => timeline.map(({ at, text, by = '' }) => [id, at, text, by])),
    talk: all.matters.flatMap(({ id, messages }) =>
      messages.map(({ at, by, mine, text = '' }) => [id, at, mine ? words.me : by, text]),
    ),
    classes: [
      ...all.classes.asked.map(({ date, title, text, name = '' }) => [date, title, text, name]),
      ...all.classes.reminders.map(({ date, title }) => [date, title, words.reminder, '']),
    ],
    notices: all.notices.map(({ at, text }) => [at, text]),
    consents: all.consents.map(({ at, title, yes, version, wayText }) => [
      at,
      title,
      yes ? words.yes : words.no,
      version,
      wayText,
    ]),
    access: all.accesses.map(({ at, title, by, roleText, whatText, why = '' }) => [
      at,
      title,
      by,
      roleText,
      whatText,
      why,
    ]),
  }
  const names = Object.keys(sheets) as (keyof typeof sheets)[]
  const file = write(
    names.map((name) => ({
      data: [
        heads[name].map((value): CellObject => ({ value, fontWeight: 'bold' })),
        ...lines[name].map((row) => row.map((value): CellObject => ({ value, type: String, wrap: true }))),
      ],
      sheet: sheets[name],
      columns: heads[name].map(() => ({ width: 24 })),
    })),
  )
  return new Uint8Array(await file.toBuffer())
}
