import { watch } from 'node:fs'
import { buildIfStale, run, tools } from './run'
import { h5 } from './stale'

/**
 * The server starts again when its sources change; the pages are built again into dist/h5, from where it serves
 * them under the same headers as ever. A page takes as long as its build does: reload when it says so.
 */
function dev() {
  const [node, tsx] = tools.tsx
  let again: NodeJS.Timeout | undefined
  let building = Promise.resolve(0)
  const rebuild = () => {
    clearTimeout(again)
    again = setTimeout(() => {
      building = building.then(() => buildIfStale(h5))
    }, 300)
  }
  rebuild()
  watch('src', { recursive: true }, rebuild)
  void run(node, [tsx, 'watch', '--clear-screen=false', 'cloudfunctions/server/main.ts']).then((code) =>
    process.exit(code),
  )
}

dev()
