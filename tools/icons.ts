// Makes src/ui/icons.css and src/ui/icon-names.ts from src/ui/icons.svg: `npx tsx tools/icons.ts`.
// WXML has no <svg>; a mask lets an icon take the colour of its word, in every mode.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ui = path.resolve(__dirname, '../src/ui')
const svg = readFileSync(path.join(ui, 'icons.svg'), 'utf8')
const stroke = "fill='none' stroke='black' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'"

const icons = [...svg.matchAll(/<symbol id="([a-z-]+)" viewBox="0 0 24 24">(.*?)<\/symbol>/g)].map(
  ([, name, shape]) => ({
    name: String(name),
    url: `data:image/svg+xml,${encode(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' ${stroke}>${shape}</svg>`)}`,
  }),
)

function encode(text: string) {
  const quiet = text.replace(/"/g, "'").replace(/(\.\d*?[1-9])0+(?=\D)/g, '$1')
  return encodeURIComponent(quiet).replace(/%(20|3D|3A|2F|2C)/g, (kept) => decodeURIComponent(kept))
}

const css = `/* Made by tools/icons.ts from icons.svg. Do not edit. */
.icon {
  display: inline-block;
  flex: none;
  width: var(--icon);
  height: var(--icon);
  background-color: currentColor;
  -webkit-mask: var(--shape) center / 100% 100% no-repeat;
  mask: var(--shape) center / 100% 100% no-repeat;
}
.icon--s {
  width: var(--icon-s);
  height: var(--icon-s);
}
.icon--l {
  width: var(--icon-l);
  height: var(--icon-l);
}
${icons.map(({ name, url }) => `.i-${name} {\n  --shape: url("${url}");\n}`).join('\n')}
`

const names = `// Made by tools/icons.ts from icons.svg. Do not edit.
export const iconNames = [
${icons.map(({ name }) => `  '${name}',`).join('\n')}
] as const

export type IconName = (typeof iconNames)[number]
`

writeFileSync(path.join(ui, 'icons.css'), css)
writeFileSync(path.join(ui, 'icon-names.ts'), names)
console.log(`${icons.length} icons, ${css.length} bytes`)
