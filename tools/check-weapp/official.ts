import { generateKeyPairSync } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from '../run'

// WeChat's own upload tool brings hundreds of packages, so it has a package.json and a lock of its own.
const HOME = resolve('tools/weapp')

export type Quality = { name: string; success: boolean; text: string; detail?: unknown }
type Project = { attr: () => Promise<object>; _project?: { attr: () => Promise<object> } }
type Official = {
  Project: new (options: object) => Project
  DefaultProjectAttr: object
  getAppJSON: (project: Project) => Promise<object>
  checkCodeQuality: (project: Project) => Promise<Quality[]>
}

/** Installs it where it is missing; answers the exit code. */
export async function installOfficial(): Promise<number> {
  if (existsSync(join(HOME, 'node_modules/miniprogram-ci/package.json'))) return 0
  console.log('Installing miniprogram-ci in tools/weapp …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return run(npm, ['ci', '--prefix', HOME, '--ignore-scripts', '--no-audit', '--no-fund'], { quiet: true })
}

const load = (): Official => createRequire(join(HOME, 'package.json'))('miniprogram-ci')

/**
 * What WeChat's own tool says of a build, without asking WeChat: it would fetch the account's limits first, so it is
 * given the ones it holds as defaults. A refused app.json comes back as `refused`.
 */
export async function officially(build: string): Promise<{ refused: string } | { quality: Quality[] }> {
  const official = load()
  // It prints a trace of what it refuses; the caller says so in a line.
  const { error: aloud } = console
  console.error = () => {}
  const folder = mkdtempSync(join(tmpdir(), 'weapp-'))
  try {
    cpSync(build, join(folder, 'weapp'), { recursive: true })
    const config = JSON.parse(readFileSync('project.config.json', 'utf8'))
    writeFileSync(join(folder, 'project.config.json'), JSON.stringify({ ...config, miniprogramRoot: 'weapp/' }))
    // A key of no account: nothing is uploaded.
    const pem = { type: 'pkcs1', format: 'pem' } as const
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: pem,
      publicKeyEncoding: pem,
    })
    writeFileSync(join(folder, 'key'), privateKey)
    const project = new official.Project({
      appid: 'wx1111111111111111',
      type: 'miniProgram',
      projectPath: folder,
      privateKeyPath: join(folder, 'key'),
      ignores: [],
    })
    const attr = async () => official.DefaultProjectAttr
    project.attr = attr
    if (project._project) project._project.attr = attr
    await official.getAppJSON(project)
    return { quality: await official.checkCodeQuality(project) }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  } finally {
    console.error = aloud
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same build with a word in its app.json that WeChat doesn't know must be refused, or nothing above means much. */
export async function refusesWrong(build: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-'))
  try {
    cpSync(build, folder, { recursive: true })
    const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'))
    app.window.navigationBarTextStyle = 'purple'
    writeFileSync(join(folder, 'app.json'), JSON.stringify(app))
    return 'refused' in (await officially(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
