import readSheets from 'read-excel-file/node'
import type { ExportFile } from '@/contract/views'
import type { TestServer } from '../support/server'
import { acting, county, inHand } from './given'

/** What the stories of the centre's books begin with. */

/** The small county, with tables of its own. */
export const countyWith = (more: object) => ({ ...county(), ...more })

type Submit = Parameters<typeof inHand>[1]
/** A claim of Bao's that ended, was filed and accepted, each on its day. */
export async function accepted(
  server: TestServer,
  { ended, filed, reviewed, more }: { ended: string; filed: string; reviewed: string; more?: Submit },
): Promise<string> {
  const id = await inHand(server, more)
  const act = acting(server, id)
  await server.demo.to(filed)
  await act('li', 'aid.ended', { on: ended })
  await act('li', 'aid.close', { result: 'award', text: '仲裁裁决支付 2 万元' })
  await server.demo.to(reviewed)
  await act('gao', 'aid.reviewClose', { ok: true })
  return id
}

/** Every sheet of a made file by its name, each cell as text; what is empty reads as an empty text. */
export async function cells(server: TestServer, { url }: Pick<ExportFile, 'url'>): Promise<Map<string, string[][]>> {
  const answer = await fetch(`${server.url}${url}`)
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  const sheets = await readSheets(Buffer.from(await answer.arrayBuffer()))
  return new Map(
    sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))]),
  )
}
