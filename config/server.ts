import { copyFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { FONT_FILE, PAPER_FONT, PAPER_FONT_LICENCE } from '../cloudfunctions/paper-font'
import { buildCleaner } from './cleaner'

export const options: BuildOptions = {
  entryPoints: ['cloudfunctions/server/main.ts'],
  outfile: 'dist/server/index.mjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'linked',
  // Native code cannot be bundled; it is found in node_modules at run time.
  external: ['libsql'],
  // A bundled CommonJS package still asks for `require`.
  // Under a name of its own: what is bundled may import the same, and a module declares a name once.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)",
  },
  logLevel: 'warning',
}

/** One file for whoever runs the product on a machine of their own. */
export async function buildServer() {
  await build(options)
  await buildCleaner('dist/server')
  layFont('dist/server')
  console.log(`dist/server/index.mjs ${Math.round(statSync('dist/server/index.mjs').size / 1024)} KB`)
}

/** The characters of papers in PDF, beside the bundle, with the licence they come under. */
function layFont(into: string) {
  const { resolve } = createRequire(import.meta.url)
  copyFileSync(resolve(PAPER_FONT), join(into, FONT_FILE))
  copyFileSync(resolve(PAPER_FONT_LICENCE), join(into, 'papers-OFL.txt'))
}

if (process.argv[1] === import.meta.filename) void buildServer()
