import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { largest, REPORTS, type WeappReport } from '../../tests/weapp/harness/report'

/** What the walks through the built app measured; nothing where they were not run. */
export function measured(): WeappReport | undefined {
  const files = existsSync(REPORTS) ? readdirSync(REPORTS).filter((name) => name.endsWith('.json')) : []
  if (files.length === 0) return undefined
  const reports = files.map((name) => JSON.parse(readFileSync(join(REPORTS, name), 'utf8')) as WeappReport)
  return { pages: largest(reports.flatMap(({ pages }) => pages)), phones: reports.flatMap(({ phones }) => phones) }
}
