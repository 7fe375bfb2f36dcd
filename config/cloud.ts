import { statSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const functions = ['api', 'clock'] as const

/** One self-contained bundle per cloud function: the platform installs nothing. */
export async function buildCloud(into = 'dist/cloudfunctions') {
  for (const name of functions) {
    const outfile = `${into}/${name}/index.js`
    await build({
      entryPoints: [`cloudfunctions/${name}/index.ts`],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: true,
      legalComments: 'none',
      logLevel: 'warning',
    })
    writeFileSync(
      `${into}/${name}/package.json`,
      `${JSON.stringify({ name, private: true, main: 'index.js' }, null, 2)}\n`,
    )
    console.log(`${outfile} ${Math.round(statSync(outfile).size / 1024)} KB`)
  }
}

if (process.argv[1] === import.meta.filename) void buildCloud()
