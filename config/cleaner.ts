import { copyFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { wasmFiles } from '../cloudfunctions/evidence/wasm-files'

/** The thread that cleans pictures, beside the bundle that starts it, with the codecs' own code beside both. */
export async function buildCleaner(into: string) {
  mkdirSync(into, { recursive: true })
  await build({
    entryPoints: ['cloudfunctions/evidence/worker.ts'],
    outfile: join(into, 'cleaner.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minify: true,
    legalComments: 'none',
    // The codecs' glue still asks for `require`.
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
    logLevel: 'warning',
  })
  const { resolve } = createRequire(import.meta.url)
  for (const file of Object.values(wasmFiles)) copyFileSync(resolve(file), join(into, basename(file)))
}
