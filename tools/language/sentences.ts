import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { placeholdersOf } from './checks'

/** Every Chinese sentence of the words room, found by TypeScript's own parser. */

export type Sentence = {
  /** `home.ts#homeWords.speaks`; the second in the same place ends in `/2`. Stays while the name in the code does. */
  key: string
  /** The file without its ending. */
  room: string
  /** What a template fills in stands as `{name}`. */
  zh: string
  hash: string
}

const HAN = /\p{Script=Han}/u

/** Twelve hex digits of the sentence: another sentence, another hash. */
export const hashOf = (zh: string): string =>
  createHash('sha256').update(zh.normalize('NFC')).digest('hex').slice(0, 12)

/** The sentences of one file, in its order. `room` is the file's name without its ending. */
export function sentencesIn(room: string, code: string): Sentence[] {
  const file = ts.createSourceFile(`${room}.ts`, code, ts.ScriptTarget.Latest, true)
  const found: Sentence[] = []
  const times = new Map<string, number>()

  function keep(path: readonly string[], zh: string) {
    if (!HAN.test(zh.replace(/\{[^}]*\}/g, ''))) return
    const place = `${room}.ts#${path.join('.')}`
    const time = (times.get(place) ?? 0) + 1
    times.set(place, time)
    found.push({ key: time === 1 ? place : `${place}/${time}`, room, zh, hash: hashOf(zh) })
  }

  function walk(node: ts.Node, path: readonly string[]) {
    if (isNoText(node)) return
    const here = [...path, ...nameOf(node)]
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return keep(here, node.text)
    if (ts.isTemplateExpression(node)) keep(here, written(node))
    if (ts.isArrayLiteralExpression(node))
      return node.elements.forEach((each, n) => {
        walk(each, [...here, String(n)])
      })
    ts.forEachChild(node, (child) => {
      // A property's own name is nothing that anybody reads.
      if (ts.isPropertyAssignment(node) && child === node.name) return
      walk(child, here)
    })
  }
  walk(file, [])
  return found
}

/** All of them, room by room. */
export function allSentences(folder = 'src/words'): Sentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => sentencesIn(name.replace(/\.ts$/, ''), readFileSync(join(folder, name), 'utf8')))
}

/** Types, imports, what is only compared with or looked up: nobody reads that. */
function isNoText(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node)) return true
  if (!ts.isStringLiteral(node)) return false
  const { parent } = node
  if (ts.isExportDeclaration(parent) || ts.isCaseClause(parent) || ts.isElementAccessExpression(parent)) return true
  return ts.isBinaryExpression(parent) && comparing.has(parent.operatorToken.kind)
}
const comparing = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
])

function nameOf(node: ts.Node): string[] {
  if (
    (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isPropertyAssignment(node)) &&
    node.name &&
    (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) || ts.isNumericLiteral(node.name))
  )
    return [node.name.text]
  return []
}

/** A template with its parts as `{name}`; the same part twice has the same name, another of that name a number. */
function written({ head, templateSpans }: ts.TemplateExpression): string {
  const parts = new Map<string, string>()
  const name = (expression: ts.Expression): string => {
    const code = expression.getText()
    const known = parts.get(code)
    if (known) return known
    const wanted = shortName(expression)
    const taken = [...parts.values()].filter((each) => each.replace(/\d+$/, '') === wanted).length
    const given = taken === 0 ? wanted : `${wanted}${taken + 1}`
    parts.set(code, given)
    return given
  }
  // The hard space between a number and its unit is a part of the code's, not of the sentence's.
  const part = (expression: ts.Expression) => (expression.getText() === 'NB' ? '\u00a0' : `{${name(expression)}}`)
  return head.text + templateSpans.map(({ expression, literal }) => part(expression) + literal.text).join('')
}

function shortName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  if (ts.isCallExpression(expression)) {
    const [first] = expression.arguments
    // A parameter of one letter says nothing; then the function does.
    return first && ts.isIdentifier(first) && first.text.length > 1 ? first.text : shortName(expression.expression)
  }
  if (ts.isParenthesizedExpression(expression)) return shortName(expression.expression)
  return 'part'
}

export const isTemplate = ({ zh }: Sentence): boolean => placeholdersOf(zh).length > 0
