import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { isUsed } from '../../config/plugins/used-attributes.js'

const root = resolve(import.meta.dirname, '../../src')
const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const everywhere = new Set(['key', 'ref', 'id', 'children', 'className', 'style'])

/** `onClick` is `bindtap` in WXML, `catchMove` is `catchtouchmove`, `hoverClass` is `hover-class`. */
function inWxml(name: string): string {
  if (name === 'onClick') return 'bindtap'
  if (name === 'catchMove') return 'catchtouchmove'
  return /^on[A-Z]/.test(name) ? `bind${name.slice(2).toLowerCase()}` : dashed(name)
}

/** Every attribute that a source sets on one of WeChat's components, as `view bindtap`. A spread of its own counts too. */
function attributesIn(text: string): string[] {
  const source = ts.createSourceFile('x.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const natives = new Map([['Press', 'button']])
  const objects = new Map<string, string[]>()
  const found: string[] = []
  const keysOf = (object: ts.ObjectLiteralExpression) =>
    object.properties.flatMap(({ name }) => (name ? [name.getText(source)] : []))

  function read(node: ts.Node) {
    if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText(source) === "'@tarojs/components'") {
      const named = node.importClause?.namedBindings
      if (named && ts.isNamedImports(named))
        for (const { name, propertyName } of named.elements)
          natives.set(name.text, dashed((propertyName ?? name).text).slice(1))
    }
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectLiteralExpression(node.initializer))
      objects.set(node.name.getText(source), keysOf(node.initializer))
    ts.forEachChild(node, read)
  }
  function look(node: ts.Node) {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const component = natives.get(node.tagName.getText(source))
      for (const attribute of component ? node.attributes.properties : []) {
        const names = ts.isJsxAttribute(attribute)
          ? [attribute.name.getText(source)]
          : (objects.get(attribute.expression.getText(source)) ?? [])
        for (const name of names) if (!everywhere.has(name)) found.push(`${component} ${inWxml(name)}`)
      }
    }
    ts.forEachChild(node, look)
  }
  read(source)
  look(source)
  return found
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.tsx') && !/^(ui\/html|roles\/gallery)\//.test(name))

describe('the attributes that the weapp templates carry', () => {
  it('are found however they are written', () => {
    const text = `import { Button as Native, View } from '@tarojs/components'
      const entry = { onInput: go, ariaLabel: 'x' }
      const a = <View onClick={go} hoverClass="x"><Native openType="share" {...entry} /><Other wild="x" /></View>`
    expect(attributesIn(text)).toEqual([
      'view bindtap',
      'view hover-class',
      'button open-type',
      'button bindinput',
      'button aria-label',
    ])
  })
  it('include all that a page sets: another one goes into config/plugins/used-attributes.js', () => {
    const all = sources.flatMap((name) =>
      attributesIn(readFileSync(join(root, name), 'utf8')).map((use) => [name, use]),
    )
    expect(all.length).toBeGreaterThan(100)
    const lost = all.filter(([, use = '']) => {
      const [component = '', name = ''] = use.split(' ')
      return !isUsed(component, name)
    })
    expect(lost).toEqual([])
  })
})
