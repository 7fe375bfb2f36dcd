import { type Line, type Page, type Row, split, textOf } from './paper-page'

/**
 * Papers as PDF, in the same look as the .docx (GB/T 9704-2012) with the characters they use embedded: they print alike
 * everywhere. What the font lacks stands as a box with a mark, and at the end which character it is.
 */

/** Millimetres and the points of the page: 三号 16 pt on lines of 28 pt, the title 二号. */
const MM = 72 / 25.4
const BODY = 16
const TITLE = 22
const LINE = 28
const TITLE_LINE = 36
/** Of a table: 小四. */
const SMALL = 12
const SMALL_LINE = 20
const MARGINS = { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM }
const CELL = 5
const LABEL = 0.25

type Doc = InstanceType<typeof import('pdfkit')>

/** `at` is when it was made, for the file's own properties. The library is loaded only when somebody asks. */
export async function pdfOf(page: Page, font: Uint8Array, at: string, lacking: Lacking): Promise<Uint8Array> {
  const { default: PdfDocument } = await import('pdfkit')
  const { title, no, by = '' } = page
  const doc = new PdfDocument({
    size: 'A4',
    margins: MARGINS,
    lang: 'zh-CN',
    displayTitle: true,
    bufferPages: true,
    // Nothing is drawn in one of the standard fonts, which know no Chinese.
    font: Buffer.from(font) as never,
    info: { Title: no ?? title, Author: by, CreationDate: new Date(at) },
  })
  // A table asks for its font again in every cell: as bytes it would be opened anew each time.
  doc.font(fontIn(doc) as never)
  const parts: Uint8Array[] = []
  doc.on('data', (part: Uint8Array) => parts.push(part))
  const ended = new Promise((done, fail) => doc.on('end', done).on('error', fail))
  const { marked, found } = marking(knows(doc))

  const write = (text: string, size: number, options: { align?: 'center' | 'right'; indent?: number } = {}) => {
    doc.fontSize(size)
    doc.text(marked(text) || ' ', MARGINS.left, doc.y, { ...options, lineGap: gap(doc, size) })
  }
  write(title, TITLE, { align: 'center' })
  if (no) write(no, BODY, { align: 'center' })
  doc.y += LINE / 2
  const drawn = (line: Line) => {
    if (typeof line === 'string') write(line, BODY, { indent: 2 * BODY })
    else if ('rows' in line) table(doc, line.rows, marked)
    else {
      // Room for a hand.
      if ('sign' in line) doc.y += SMALL
      write(textOf(line), BODY, 'right' in line ? { align: 'right' } : {})
    }
  }
  for (const line of page.lines.flatMap(split)) drawn(line)
  if (found.length > 0) {
    doc.y += LINE / 2
    write(lacking(found), BODY)
  }
  numberPages(doc)
  doc.end()
  await ended
  return Buffer.concat(parts)
}

/** How the end of the page says which characters must be written by hand: each box's mark, and the character's code. */
export type Lacking = (found: { mark: string; code: string }[]) => string

/** What PDFKit's own types don't tell: the font that is drawn with, as fontkit opened it. */
type Drawn = {
  _font: { font: { hasGlyphForCodePoint(code: number): boolean; ascent: number; descent: number; unitsPerEm: number } }
}
const fontIn = (doc: Doc) => (doc as unknown as Drawn)._font.font
const knows = (doc: Doc) => (code: number) => fontIn(doc).hasGlyphForCodePoint(code)

/** What is between the font's own height and the line's. */
function gap(doc: Doc, size: number): number {
  const { ascent, descent, unitsPerEm } = fontIn(doc)
  const line = size > BODY ? TITLE_LINE : size < BODY ? SMALL_LINE : LINE
  return line - ((ascent - descent) / unitsPerEm) * size
}

const BOX = '□'
const FIRST_RING = 0x2460
const RINGS = 20

/** Texts as they can be drawn, and what was replaced by a box: the same character has the same mark. */
function marking(known: (code: number) => boolean) {
  const found: { mark: string; code: string }[] = []
  const one = (character: string): string => {
    const code = character.codePointAt(0) ?? 0
    if (character === '\n') return character
    if (/\s/.test(character) && character !== '\u3000') return ' '
    if (known(code)) return character
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    const before = found.find((each) => each.code === name)
    if (before) return before.mark
    const n = found.length
    const mark = `${BOX}${n < RINGS ? String.fromCodePoint(FIRST_RING + n) : `(${n + 1})`}`
    found.push({ mark, code: name })
    return mark
  }
  return { found, marked: (text: string) => [...text].map(one).join('') }
}

/** Two columns with lines around; a row that doesn't fit goes to the next page, a long one stands in several. */
function table(doc: Doc, rows: Row[], marked: (text: string) => string) {
  doc.fontSize(SMALL)
  const width = doc.page.width - MARGINS.left - MARGINS.right
  const lineGap = gap(doc, SMALL)
  doc.table({
    columnStyles: [width * LABEL, width * (1 - LABEL)],
    defaultStyle: { padding: CELL, border: 0.75, textOptions: { lineGap } },
    data: rows.flatMap(([label, value]) =>
      inPieces(value).map((piece, n) => [n === 0 ? marked(label) : ' ', marked(piece) || ' ']),
    ),
  } as never)
  doc.x = MARGINS.left
  doc.y += LINE / 2
}

/** PDFKit cuts off a cell that is longer than a page: what may be long is handed over in pieces of a quarter of one. */
const PIECE = 280
function inPieces(value: string): string[] {
  const pieces = ['']
  for (const paragraph of value.split('\n')) {
    const letters = [...paragraph]
    for (let from = 0; from === 0 || from < letters.length; from += PIECE) {
      const part = letters.slice(from, from + PIECE).join('')
      const last = pieces.at(-1) ?? ''
      const together = last ? `${last}\n${part}` : part
      if (from === 0 && together.length <= PIECE) pieces[pieces.length - 1] = together
      else if (last) pieces.push(part)
      else pieces[pieces.length - 1] = part
    }
  }
  return pieces
}

/** 「— 1 —」 at the foot, where there is more than one page. */
function numberPages(doc: Doc) {
  const { count } = doc.bufferedPageRange()
  for (let n = 0; count > 1 && n < count; n++) {
    doc.switchToPage(n)
    // Written below the margin, which would else begin another page.
    doc.page.margins.bottom = 0
    const text = `— ${n + 1} —`
    doc.fontSize(14)
    const left = (doc.page.width - doc.widthOfString(text)) / 2
    doc.text(text, left, doc.page.height - 28 * MM, { lineBreak: false })
  }
}
