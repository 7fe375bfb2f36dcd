/** A paper as data: what stands on it, whoever writes it down (paper-documents as .docx, paper-pdf as PDF). */

/**
 * `right` stands at the right edge, `plain` without the two characters of a paragraph; `rows` is a table of two columns;
 * `sign` a line for somebody's hand; the others are paragraphs.
 */
export type Line = string | { right: string } | { plain: string } | { sign: string } | { rows: Row[] }
export type Row = readonly [label: string, value: string]
/** `name` is the file's, without its ending. */
export type Page = { name: string; title: string; no?: string; by?: string; lines: Line[] }

/** What somebody wrote in several lines stands in several paragraphs. */
export const split = (line: Line): Line[] => (typeof line === 'string' ? line.split('\n').filter(Boolean) : [line])

export const textOf = (line: Exclude<Line, { rows: Row[] }>): string => {
  if (typeof line === 'string') return line
  if ('right' in line) return line.right
  return 'sign' in line ? line.sign : line.plain
}
