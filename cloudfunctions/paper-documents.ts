import type { Paragraph, Table } from 'docx'
import type { PaperView } from '@/contract/views'
import type { Grievance } from '@/domain/grievance-types'
import { addDays, dayOf } from '@/domain/time'
import { handOverWords, ladderWords, mediationWords, wholeDay, wholeMoment } from '@/words/ladder'
import { type Line, type Page, type Row, split, textOf } from './paper-page'
import { markOf } from './present-papers'

/**
 * Papers as .docx, in the look of an official document: GB/T 9704-2012 (A4, margins 37/35/28/26 mm, title 二号, body
 * 三号 仿宋, lines 28 pt, the first line of a paragraph two characters in, date and signature on the right).
 */

const MM = 56.7
const TWO_CHARACTERS = 640
const LINE = 560
/** Of the 156 mm between the margins, in twentieths of a point. */
const LABEL_AND_VALUE = [2211, 6634]
const BODY = { size: 32, font: { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' } }
/** 小四, in a table. */
const SMALL = { ...BODY, size: 24 }
const SMALL_LINE = 400
const TITLE = { size: 44, font: { ascii: 'Times New Roman', eastAsia: '方正小标宋简体', hAnsi: 'Times New Roman' } }

/** The file as base64, some ten KB. The library is loaded only when somebody asks for a document. */
export async function documentOf({ title, no, by = ladderWords.issuedBy, lines }: Page): Promise<string> {
  const { AlignmentType, Document, LineRuleType, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } =
    await import('docx')
  const spacing = { line: LINE, lineRule: LineRuleType.EXACT }
  const centred = (text: string, run: typeof BODY, after: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { ...spacing, after },
      children: [new TextRun({ text, ...run })],
    })
  const paragraph = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType], indented = false) =>
    new Paragraph({
      spacing,
      alignment,
      ...(indented && { indent: { firstLine: TWO_CHARACTERS } }),
      children: [new TextRun({ text, ...BODY })],
    })
  const cell = (text: string, percent: number) =>
    new TableCell({
      width: { size: percent, type: WidthType.PERCENTAGE },
      margins: { left: 100, right: 100 },
      children: text.split('\n').map(
        (part) =>
          new Paragraph({
            spacing: { line: SMALL_LINE, lineRule: LineRuleType.EXACT },
            children: [new TextRun({ text: part, ...SMALL })],
          }),
      ),
    })
  const table = (rows: Row[]) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: LABEL_AND_VALUE,
      rows: rows.map(
        ([label, value]) => new TableRow({ cantSplit: false, children: [cell(label, 25), cell(value, 75)] }),
      ),
    })
  const drawn = (line: Line): Paragraph | Table => {
    if (typeof line !== 'string' && 'rows' in line) return table(line.rows)
    const right = typeof line !== 'string' && 'right' in line
    const alignment = right ? AlignmentType.RIGHT : AlignmentType.BOTH
    return paragraph(textOf(line), alignment, typeof line === 'string')
  }
  const margin = { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM }
  const document = new Document({
    title: no ?? title,
    creator: by,
    lastModifiedBy: by,
    sections: [
      {
        properties: { page: { size: { width: 210 * MM, height: 297 * MM }, margin } },
        children: [
          centred(title, TITLE, no ? 0 : LINE),
          ...(no ? [centred(no, BODY, LINE)] : []),
          ...lines.flatMap(split).map(drawn),
        ],
      },
    ],
  })
  return Packer.toBase64String(document)
}

export function paperPage(paper: PaperView): Page {
  const { no, title, unit, to, text, copy, signs, at, issuedAt, received, reply, cancelled } = paper
  return {
    name: no ?? title,
    title,
    ...(no && { no }),
    lines: [
      { plain: ladderWords.to(unit.name, to) },
      ...text,
      { right: ladderWords.issuedBy },
      { right: wholeMoment(issuedAt ?? at) },
      ...signs.map(({ at, by }) => ({ right: ladderWords.signed(by, wholeMoment(at)) })),
      ...(issuedAt ? [] : [{ plain: ladderWords.draft }]),
      ...(copy ? [{ plain: ladderWords.copy(copy) }] : []),
      ...(received ? [{ plain: ladderWords.received(received.by, wholeMoment(received.at)) }] : []),
      ...(reply ? [{ plain: ladderWords.replied(reply.by, wholeMoment(reply.at)) }, reply.text] : []),
      ...(cancelled ? [{ plain: ladderWords.cancelled(cancelled.why, wholeMoment(cancelled.at)) }] : []),
    ],
  }
}

/** Thirty days from the day it takes effect, the opening day not counted (人民调解法 33). */
const CONFIRMED_WITHIN = 30

/** 人民调解协议书; undefined where nothing was mediated. */
export function agreementPage({ personal, resolved }: Grievance, id: string): Page | undefined {
  const { mediation } = personal
  if (!mediation || !resolved) return undefined
  const day = dayOf(resolved.at)
  return {
    name: mediationWords.agreement,
    title: mediationWords.agreement,
    lines: [
      { plain: mediationWords.about(markOf(id)) },
      ...whoSat(mediation),
      mediationWords.agreed,
      mediation.agreement,
      mediationWords.confirmation(wholeDay(addDays(day, CONFIRMED_WITHIN))),
      ...[...mediation.parties, ...mediation.mediators].map((name) => ({ plain: mediationWords.sign(name) })),
      { right: mediationWords.seal },
      { right: wholeDay(day) },
    ],
  }
}

/** 人民调解记录; undefined where nothing was mediated. */
export function mediationPage({ personal, resolved }: Grievance, id: string): Page | undefined {
  const { mediation } = personal
  if (!mediation || !resolved) return undefined
  return {
    name: mediationWords.record,
    title: mediationWords.record,
    lines: [
      { plain: mediationWords.about(markOf(id)) },
      ...whoSat(mediation),
      mediation.record,
      ...[...mediation.parties, ...mediation.mediators].map((name) => ({ plain: mediationWords.sign(name) })),
      { right: wholeDay(dayOf(resolved.at)) },
    ],
  }
}

const whoSat = ({ parties, mediators, place }: NonNullable<Grievance['personal']['mediation']>): Line[] => [
  ...parties.map((name, n) => ({ plain: mediationWords.party(n + 1, name) })),
  { plain: mediationWords.mediators(mediators.join('、')) },
  ...(place ? [{ plain: mediationWords.place(place) }] : []),
]

/** What was handed to another body, with what was said; undefined where nothing was. */
export function handOverPage({ personal, handedOver }: Grievance, id: string): Page | undefined {
  const { to, record } = personal.handedOver ?? {}
  if (!to || !record || !handedOver) return undefined
  return {
    name: handOverWords.title,
    title: handOverWords.title,
    lines: [
      { plain: handOverWords.to(to) },
      handOverWords.lead(markOf(id)),
      record,
      { right: handOverWords.by(handedOver.by.name) },
      { right: wholeMoment(handedOver.at) },
      { plain: handOverWords.receiver },
    ],
  }
}
