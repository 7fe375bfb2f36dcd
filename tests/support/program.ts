import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type BuildOptions, buildSync } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'
import { options } from '../../config/server'

const root = resolve(import.meta.dirname, '../..')

export type Ended = { status: number | null; out: string; err: string }

/**
 * A program of ours in a process of its own, for a file of tests that starts it many times: made one file first, as the
 * server is, which begins in a fraction of the time that tsx takes. What it writes comes without blanks at its ends.
 */
export function program(entry: string) {
  // Below the root, so that it finds the packages it imports.
  const file = join(root, 'dist/programs', `${basename(entry, '.ts')}-${process.pid}.mjs`)
  beforeAll(() => {
    const own: BuildOptions = { entryPoints: [entry], outfile: file, absWorkingDir: root, sourcemap: false }
    buildSync({ ...options, ...own })
  })
  afterAll(() => rmSync(file, { force: true }))
  return (args: string[], env: Record<string, string | undefined>) => ended([file, ...args], env)
}

/** The same as npm starts it. */
export const throughTsx = (entry: string, args: string[], env: Record<string, string | undefined>) =>
  ended([join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, entry), ...args], env)

function ended(args: string[], env: Record<string, string | undefined>): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { cwd: root, env: env as never, timeout: 60_000 })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text
    })
    child.on('error', failed)
    child.on('close', (status) => done({ status, out: out.trim(), err: err.trim() }))
  })
}
