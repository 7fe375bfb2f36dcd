import type { CountyInput } from '@/contract/county'
import divisions from '@/data/divisions.json'
import { offices, people } from './people'
import { plans } from './plans'
import { festivals, layers, seats } from './rota'

type Unit = CountyInput['units'][number]

/** A row of data/divisions.json; here legal service and grievances go up the same way. */
type Division = { code: string; kind: string; name: string; parent: string }
const division = ({ code, kind, name, parent }: Division): Unit => ({
  code,
  kind: kind as Unit['kind'],
  name,
  parents: { legal: parent, grievance: parent },
})

const { banner } = divisions
const under = { parents: { legal: banner.code, grievance: banner.code } }
const department = (code: string, name: string, head: string): Unit => ({
  code,
  kind: 'department',
  name,
  head,
  ...under,
})
const organisation = (code: string, name: string, head: string): Unit => ({
  code,
  kind: 'organisation',
  name,
  head,
  ...under,
})

// The places are real, everybody and every organisation is invented, and each screen can tell by the banner's unit.
const units: Unit[] = [
  { code: banner.code, kind: 'banner', name: `${banner.name}(演示数据)`, head: 'yan', demo: true },
  ...divisions.towns.map(division),
  ...divisions.villages.map(division),
  { code: 'centre', kind: 'station', name: '法律援助中心(演示)', head: 'gao', ...under },
  department('dept:justice', '司法局(演示)', 'yan'),
  department('dept:command', '指挥中心(演示)', 'command-1'),
  department('dept:labour', '人力资源和社会保障局(演示)', 'dept-labour'),
  department('dept:land', '自然资源局(演示)', 'dept-land'),
  ...offices.map(({ code, name }) => department(`dept:${code}`, `${name}(演示)`, `dept-${code}`)),
  organisation('firm:chenguang', '晨光律师事务所(演示)', 'head-chenguang'),
  organisation('firm:caoyuan', '草原之声律师事务所(演示)', 'head-caoyuan'),
  organisation('office:kulun', '库伦镇基层法律服务所(演示)', 'head-kulun'),
]

/** A county of invented people in the real places of 库伦旗, in the shape of `POST /demo/load`. */
export const bureau: CountyInput = {
  units,
  people,
  seats,
  layers,
  festivals,
  plans,
  policy: { 'aid.cutoff': '16:00' },
}
