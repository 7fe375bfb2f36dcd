import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { buildCleaner } from './cleaner'
import { noWoff2 } from './plugins/no-woff2'
import { sleeping } from './plugins/sleeping'

const functions = ['api', 'clock'] as const

/** What a function may carry of our own code, minified; facts, sentences and the platform's SDK come on top. */
export const OWN_LIMIT_BYTES: Record<string, number> = { api: 640 * 1024, clock: 336 * 1024 }

/**
 * A built function, in bytes. `own` is what lies outside node_modules: `facts`, `words` and `code`; `packed` is all of
 * our own compressed, as it is uploaded.
 */
export type Bundle = Record<'bytes' | 'own' | 'code' | 'facts' | 'words' | 'packed', number> & {
  name: string
  file: string
}

/** How the function of this name is made into one file. */
export const bundleOptions = (name: string): BuildOptions => ({
  entryPoints: [`cloudfunctions/${name}/index.ts`],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  // A Chinese character is three bytes as it is, and six escaped.
  charset: 'utf8',
  legalComments: 'none',
  plugins: [noWoff2, sleeping],
  // Where a bundle finds what lies beside it, and itself.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href" },
  logLevel: 'warning',
})

/** One self-contained bundle per cloud function: the platform installs nothing. */
export async function buildCloud(into = 'dist/cloudfunctions'): Promise<Bundle[]> {
  const built: Bundle[] = []
  for (const name of functions) {
    const file = `${into}/${name}/index.js`
    const { metafile } = await build({ ...bundleOptions(name), outfile: file, metafile: true })
    writeFileSync(
      `${into}/${name}/package.json`,
      `${JSON.stringify({ name, private: true, main: 'index.js' }, null, 2)}\n`,
    )
    const alone = await build({ ...bundleOptions(name), packages: 'external', write: false })
    const packed = gzipSync(alone.outputFiles[0]?.contents ?? new Uint8Array()).byteLength
    built.push({ name, file, packed, ...weigh(metafile) })
  }
  await buildCleaner(`${into}/clock`)
  return built
}

function weigh({ outputs }: Metafile): Pick<Bundle, 'bytes' | 'own' | 'code' | 'facts' | 'words'> {
  const output = Object.values(outputs).find(({ entryPoint }) => entryPoint)
  if (!output) throw new Error('esbuild built nothing')
  const inputs = Object.entries(output.inputs)
  const of = (which: (file: string) => boolean) =>
    inputs.filter(([file]) => which(file)).reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0)
  const [own, facts, words] = [
    of((file) => !file.includes('node_modules')),
    of((file) => file.startsWith('src/data/')),
    of((file) => file.startsWith('src/words/')),
  ]
  return { bytes: output.bytes, own, facts, words, code: own - facts - words }
}

async function report() {
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`
  for (const { file, bytes, own, packed } of await buildCloud())
    console.log(`${file} ${kilobytes(bytes)}, our own ${kilobytes(own)} (packed ${kilobytes(packed)})`)
}

if (process.argv[1] === import.meta.filename) void report()
