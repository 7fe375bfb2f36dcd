import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../run'
import { cli, type Manager } from './manager'
import type { DeploySettings, Env } from './settings'

type Function = { name: string; envVariables: Record<string, string> }
type Variable = { Key: string; Value: string }
/** The variables of each function that is there already. */
export type Online = Map<string, Variable[]>
export type Config = { envId: string; functionRoot: string; functions: Function[] }

export const configFile = 'cloudbaserc.json'
export const readConfig = (): Config => JSON.parse(readFileSync(configFile, 'utf8'))

/** The file as it is handed to the command line: without the variables that this deployment does not set. */
export function configFor(config: Config, env: Env): Config {
  const functions = config.functions.map((each) => {
    const set = Object.entries(each.envVariables).filter(([name]) => env[name])
    return { ...each, envVariables: Object.fromEntries(set) }
  })
  return { ...config, functions }
}

export async function onlineFunctions(manager: Manager, { functions }: Config): Promise<Online> {
  const online: Online = new Map()
  for (const { name } of functions) {
    try {
      online.set(name, (await manager.functions.getFunctionDetail(name)).Environment?.Variables ?? [])
    } catch (error) {
      // Not deployed yet.
      if (!/^ResourceNotFound/.test((error as { code?: string }).code ?? '')) throw error
    }
  }
  return online
}

/**
 * What would be lost, as the upload replaces all of a function's variables: those that only the environment has, and a
 * SECRET there that would no longer be known here, by which everything sealed so far would stay sealed for ever.
 */
export function variableProblems(online: Online, { functions }: Config, env: Env): string[] {
  return functions.flatMap(({ name, envVariables }) =>
    (online.get(name) ?? []).flatMap(({ Key, Value }) => {
      if (!(Key in envVariables)) return [`${name} has the variable ${Key} online: the upload would delete it.`]
      if (!Value || Object.keys(envVariables).some((own) => env[own] === Value)) return []
      // Only what seals the data is lost for ever; a channel's key may be changed, and isn't emptied unsaid.
      if (!Key.startsWith('SECRET'))
        return env[Key] ? [] : [`${name} has ${Key} online, and it isn't set here: the upload would empty it.`]
      return [`${name} has another ${Key} online: set it as SECRET_OLD, or what it sealed can never be read.`]
    }),
  )
}

/**
 * The command line's calls, after the program itself; what stands for a secret is named, not shown. Code goes as a zip
 * in the request: a bundle is about 1 MB, and no bucket in between has to be allowed. A function that is there is
 * updated part by part, because `fn deploy --force` goes through that bucket whatever is asked (cli 2.12.10).
 */
export function cliCalls(envId: string, file: string, { functions }: Config, online: Online): string[][] {
  const place = ['-e', envId, '--config-file', file]
  const zip = ['--deployMode', 'zip', ...place]
  // Variables and timer first: the new code may need a new variable, the old code does not mind it.
  const one = ({ name }: Function) =>
    online.has(name)
      ? [
          ['fn', 'config', 'update', name, '--yes', ...place],
          ['fn', 'code', 'update', name, ...zip],
        ]
      : [['fn', 'deploy', name, '--yes', ...zip]]
  const first = functions.every(({ name }) => !online.has(name))
  return [
    ['login', '--apiKeyId', '$TCB_SECRET_ID', '--apiKey', '$TCB_SECRET_KEY'],
    ...(first ? [['fn', 'deploy', '--all', '--yes', ...zip]] : functions.flatMap(one)),
  ]
}

/**
 * Uploads the functions with their variables and the timer by the official command line. It gets a home of its own for
 * the time of the upload, so that it neither uses nor leaves a sign-in on this machine.
 */
export async function deployFunctions(
  settings: DeploySettings,
  config: Config,
  env: Env,
  online: Online,
): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'deploy-'))
  const file = join(home, configFile)
  writeFileSync(file, JSON.stringify(configFor(config, env)), { mode: 0o600 })
  const own = { ...process.env, ...env, HOME: home, USERPROFILE: home }
  const keys: Record<string, string> = { $TCB_SECRET_ID: settings.secretId, $TCB_SECRET_KEY: settings.secretKey }
  try {
    for (const [at, call] of cliCalls(settings.envId, file, config, online).entries()) {
      const args = call.map((word) => keys[word] ?? word)
      if ((await run(process.execPath, [cli, ...args], { env: own, quiet: at === 0 })) !== 0) return false
    }
    return true
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
