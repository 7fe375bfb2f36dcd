/**
 * The reviewed Mongolian of a sentence as it is drawn. Rows are `[Chinese, Mongolian]`, templates with `{name}`. The
 * Chinese itself is the key: a sentence that was changed since its review isn't found, and stays Chinese alone.
 */
export type MongolianRow = readonly [zh: string, text: string]
export type Mongolian = (zh: string) => string | undefined

const PART = /\{([^{}]*)\}/
const HAN = /\p{Script=Han}/u
// Two templates with less Chinese of their own than this could be each other.
const FEWEST = 2
// Who and where: a name stands upright as it is written. Anything else in Chinese has to be reviewed too.
const names = new Set(['name', 'by', 'place', 'village', 'town', 'unit', 'org', 'who', 'helper', 'lawyer'])
// A template within a template within a template is no sentence any more.
const DEEPEST = 3

type Template = { pattern: RegExp; names: string[]; text: string; own: number }

export function mongolianIn(rows: readonly MongolianRow[]): Mongolian {
  const plain = new Map<string, string>()
  const templates: Template[] = []
  for (const [zh, text] of rows) {
    const template = PART.test(zh) ? templateOf(zh, text) : undefined
    if (template) templates.push(template)
    else if (!PART.test(zh)) plain.set(zh, text)
  }
  // The one that says most itself comes first.
  templates.sort((a, b) => b.own - a.own)

  function find(zh: string, depth: number): string | undefined {
    const known = plain.get(zh)
    if (known !== undefined || depth > DEEPEST) return known
    const fitting = templates.filter(({ pattern }) => pattern.test(zh))
    const [best, next] = fitting
    // Two that fit equally well: nobody knows which one it is.
    if (!best || (next && next.own === best.own && next.text !== best.text)) return undefined
    return filled(best, zh, depth)
  }
  function filled({ pattern, names: parts, text }: Template, zh: string, depth: number): string | undefined {
    const values = pattern.exec(zh)?.slice(1) ?? []
    const said = new Map<string, string>()
    for (const [n, part] of parts.entries()) {
      const value = values[n] ?? ''
      const known = HAN.test(value) ? (find(value, depth + 1) ?? (names.has(part) ? value : undefined)) : value
      if (known === undefined) return undefined
      said.set(part, known)
    }
    return text.replace(/\{([^{}]*)\}/g, (_, part: string) => said.get(part) ?? '')
  }
  return (zh) => find(zh, 0)
}

function templateOf(zh: string, text: string): Template | undefined {
  const parts: string[] = []
  const pieces = zh.split(/(\{[^{}]*\})/)
  const own = [...pieces.filter((piece) => !PART.test(piece)).join('')].filter((char) => HAN.test(char)).length
  if (own < FEWEST) return undefined
  const pattern = pieces.map((piece) => {
    const name = PART.exec(piece)?.[1]
    if (name === undefined) return piece.replace(/[.*+?^$()|[\]\\/{}-]/g, '\\$&')
    const before = parts.indexOf(name)
    if (before >= 0) return `\\${before + 1}`
    parts.push(name)
    return '(.+?)'
  })
  return { pattern: new RegExp(`^${pattern.join('')}$`), names: parts, text, own }
}
