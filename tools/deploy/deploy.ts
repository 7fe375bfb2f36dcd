import { readdirSync } from 'node:fs'
import { backfill } from '../../cloudfunctions/cloudbase/walk'
import { collections } from '../../cloudfunctions/collections'
import { buildCloud } from '../../config/cloud'
import { applyPlan, type Told } from './apply'
import { layFont } from './font'
import {
  type Config,
  cliCalls,
  configFile,
  deployFunctions,
  onlineFunctions,
  readConfig,
  variableProblems,
} from './functions'
import { installTools, managerFor } from './manager'
import { deployPlan } from './plan'
import { recorded } from './recorded'
import { type DeploySettings, deploySettings, type Env } from './settings'

const plan = deployPlan(collections)

const afterwards = `Left for a person:
  1. miniprogram: project.config.json gets your own appid, then upload dist/weapp by WeChat DevTools
  2. first time: npm run county -- load <county.json>, then npm run county -- invite <person>
  3. the console: budget alarm, log retention, the environment's own backups
docs/handbook/部署到云开发.md says how.`

/** Everything up to the upload, with nothing touched: every call as it would be made to an empty environment. */
async function dryRun(settings: DeploySettings, config: Config) {
  console.log(`build ${config.functionRoot}`)
  await applyPlan(
    recorded((call) => console.log(call)),
    settings.envId,
    plan,
    () => {},
  )
  console.log('storage: lay the font of papers in PDF, unless it is there')
  console.log('database: give documents of an earlier declaration their missing keys, empty')
  for (const { name } of config.functions) console.log(`functions.getFunctionDetail(${JSON.stringify(name)})`)
  for (const call of cliCalls(settings.envId, configFile, config, new Map())) console.log(`tcb ${call.join(' ')}`)
}

/** Order matters: old code runs beside the new collections and indexes, new code never without them. */
async function deploy(settings: DeploySettings, config: Config, env: Env, overwrite: boolean) {
  if (!(await installTools())) throw new Error('The platform’s tools could not be installed; see above.')
  const manager = managerFor(settings)
  const online = await onlineFunctions(manager, config)
  const problems = variableProblems(online, config, env)
  for (const problem of problems) console.error(problem)
  if (problems.length > 0 && !overwrite) throw new Error('Nothing was changed. --overwrite goes on all the same.')
  if (!process.argv.includes('--built')) await buildCloud(config.functionRoot)
  const missing = config.functions.filter(({ name }) => !readdirSync(config.functionRoot).includes(name))
  if (missing.length > 0) throw new Error(`${config.functionRoot} lacks ${missing.map(({ name }) => name)}`)
  await applyPlan(manager, settings.envId, plan, tell)
  const keys = { secretId: settings.secretId, secretKey: settings.secretKey }
  const cloud = { env: settings.envId, keys, ...(env.TCB_URL && { url: env.TCB_URL }) }
  const filled = await backfill(cloud)
  for (const [name, count] of Object.entries(filled)) tell({ what: 'done', text: `${count} in ${name} got a new key` })
  await layFont(cloud, tell)
  if (!(await deployFunctions(settings, config, env, online)))
    throw new Error('The functions were not uploaded; see above.')
  console.log(afterwards)
}

const marks: Record<Told['what'], string> = { done: '+', same: ' ', differs: '!' }
const tell = ({ what, text }: Told) => console.log(`${marks[what]} ${text}`)

async function main() {
  const [word, ...options] = process.argv.slice(2)
  if (word === 'plan') return console.log(JSON.stringify(plan, null, 2))
  const words = [word, ...options].filter((each) => each !== undefined)
  const unknown = words.filter((each) => !['--dry-run', '--overwrite', '--built'].includes(each))
  if (unknown.length > 0) throw new Error(`${unknown.join(' ')}: plan, --dry-run, --overwrite or --built?`)
  const read = deploySettings(process.env)
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const config = readConfig()
  if (words.includes('--dry-run')) return dryRun(read.settings, config)
  await deploy(read.settings, config, process.env, words.includes('--overwrite'))
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
