import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { collections } from '../../cloudfunctions/collections'
import { applyPlan, type Told } from '../../tools/deploy/apply'
import { isInstalled, managerFor } from '../../tools/deploy/manager'
import { deployPlan } from '../../tools/deploy/plan'
import { type CloudBase, startCloudBase } from '../support/cloudbase'
import { indexOn, startTencent } from '../support/tencent'

const plan = deployPlan(collections)
type Tencent = Awaited<ReturnType<typeof startTencent>>
let cloud: Tencent
const settings = { envId: 'loopback', secretId: 'AKIDloopback', secretKey: 'loopback-key' }

// The platform's own tools are no part of `npm ci`: `npm ci --prefix tools/deploy` brings them.
describe.skipIf(!isInstalled())('with the platform’s own tools (npm ci --prefix tools/deploy)', () => {
  beforeEach(async () => {
    cloud = await startTencent()
    process.env.TCB_BASE_URL = cloud.url
  })
  afterEach(async () => {
    delete process.env.TCB_BASE_URL
    await cloud.stop()
  })
  const apply = async () => {
    const told: Told[] = []
    await applyPlan(managerFor(settings), settings.envId, plan, (each) => told.push(each))
    return told
  }
  const of = (told: Told[], what: Told['what']) => told.filter((each) => each.what === what).map(({ text }) => text)
  const writes = () => cloud.asked.filter(({ action }) => /^(Create|Update|Modify|Delete)/.test(action))

  describe('an environment is brought to the plan', () => {
    it('from nothing: every collection closed, every index there, storage shut', async () => {
      const told = await apply()
      expect(of(told, 'differs')).toEqual([])
      for (const { name, indexes } of plan.collections) {
        const made = cloud.tables.get(name)
        expect(made?.acl, name).toBe('ADMINONLY')
        const expected = indexes.map((index) => indexOn(index.name, index.columns))
        expect(made?.indexes, name).toEqual([indexOn('_id_', ['_id']), ...expected])
      }
      expect(JSON.parse(String(cloud.state.storage.Rule))).toEqual(plan.storage.rule)
      expect(new Set(cloud.asked.map(({ credential }) => credential))).toEqual(new Set(['AKIDloopback']))
    })
    it('a second time nothing is written', async () => {
      await apply()
      cloud.asked.length = 0
      const told = await apply()
      expect(told.every(({ what }) => what === 'same')).toBe(true)
      expect(writes()).toEqual([])
    })
    it('opened access is shut again, a missing index made; what differs or is foreign is told and left', async () => {
      await apply()
      const matters = cloud.tables.get('matters')
      if (!matters) throw new Error('no matters')
      matters.acl = 'READONLY'
      matters.indexes = matters.indexes.filter(({ Name }) => Name !== 'byWake' && Name !== 'byDeskEver')
      matters.indexes.push(indexOn('byDeskEver', ['createdAt']), indexOn('somebodys', ['kind']))
      cloud.tables.set('somebodys', { acl: 'READONLY', indexes: [] })
      cloud.asked.length = 0
      const told = await apply()
      expect(of(told, 'done')).toEqual([
        'access to matters: READONLY → ADMINONLY',
        'index matters.byWake (wakeAt, _id) created',
      ])
      expect(of(told, 'differs')).toEqual([
        'index matters.byDeskEver is (createdAt 1), planned (desk,createdAt,_id): drop it by hand first',
        'index matters.somebodys is not ours; left as it is',
        'collection somebodys is not ours; left as it is',
      ])
      expect(writes().map(({ action }) => action)).toEqual(['ModifyDatabaseACL', 'UpdateTable'])
      expect(cloud.tables.get('somebodys')?.acl).toBe('READONLY')
    })
    it('where the platform takes no _id in an index, the index is made without it and counts as there', async () => {
      await cloud.stop()
      cloud = await startTencent({ takesIdInIndex: false })
      process.env.TCB_BASE_URL = cloud.url
      expect(of(await apply(), 'done')).toContain('index matters.byWake (wakeAt) created')
      expect((await apply()).every(({ what }) => what === 'same')).toBe(true)
    })
    it('what the platform does not allow ends it with the platform’s word, and no index is weakened', async () => {
      cloud.state.failing = 'UpdateTable'
      await expect(apply()).rejects.toThrow('not allowed')
      expect(cloud.asked.filter(({ action }) => action === 'UpdateTable')).toHaveLength(1)
    })
  })

  describe('the whole of `npm run deploy`', () => {
    const SECRET = Buffer.from('a secret of thirty-two bytes or more').toString('base64')
    const home = mkdtempSync(join(tmpdir(), 'deploying-'))
    let database: CloudBase
    beforeAll(async () => {
      database = await startCloudBase()
      cpSync('cloudbaserc.json', join(home, 'cloudbaserc.json'))
      for (const name of ['api', 'clock']) {
        mkdirSync(join(home, 'dist/cloudfunctions', name), { recursive: true })
        writeFileSync(join(home, 'dist/cloudfunctions', name, 'index.js'), `exports.main = async () => '${name}'\n`)
      }
    })
    afterAll(async () => {
      await database.stop()
      rmSync(home, { recursive: true })
    })
    const deploy = async (options: string[] = [], more: Record<string, string> = {}) => {
      const { PATH = '' } = process.env
      const env = {
        PATH,
        TMPDIR: home,
        ...cloud.env,
        TCB_ENV: settings.envId,
        TCB_SECRET_ID: settings.secretId,
        TCB_SECRET_KEY: settings.secretKey,
        TCB_URL: database.url,
        TENCENTCLOUD: 'true',
        SECRET,
        ...more,
      }
      const program = [resolve('node_modules/tsx/dist/cli.mjs'), '--tsconfig', resolve('tsconfig.json')]
      const script = resolve('tools/deploy/deploy.ts')
      return await inFolder(home, env, [...program, script, '--built', ...options])
    }

    it('uploads both functions with their variables and the clock’s timer, and again without harm', async () => {
      const first = await deploy()
      expect(first.text).toContain('Left for a person')
      expect(first.code).toBe(0)
      for (const name of ['api', 'clock']) {
        expect(cloud.functions.get(name)).toMatchObject({ Runtime: 'Nodejs20.19', Handler: 'index.main' })
        expect(cloud.functions.get(name)?.Environment.Variables).toEqual([{ Key: 'SECRET', Value: SECRET }])
      }
      expect(cloud.functions.get('api')).toMatchObject({ Timeout: 20, MemorySize: 256, Triggers: [] })
      expect(cloud.functions.get('clock')).toMatchObject({
        Timeout: 60,
        MemorySize: 1024,
        Triggers: [{ TriggerName: 'each-minute', Type: 'timer', TriggerDesc: '0 * * * * * *' }],
      })
      expect(cloud.tables.get('matters')?.acl).toBe('ADMINONLY')
      expect(first.text).not.toContain(SECRET)
      expect(first.text).not.toContain(settings.secretKey)

      const again = await deploy([], { SECRET: `${SECRET}new`, SECRET_OLD: SECRET })
      expect(again.code).toBe(0)
      expect(cloud.functions.get('api')?.Environment.Variables).toEqual([
        { Key: 'SECRET', Value: `${SECRET}new` },
        { Key: 'SECRET_OLD', Value: SECRET },
      ])
      expect(cloud.functions.get('clock')?.Triggers).toHaveLength(1)
      // No sign-in of the platform's stays on this machine.
      expect(readdirSync(home).filter((name) => name.startsWith('deploy-'))).toEqual([])
      // Eight starts of a command line of 32 MB.
    }, 300_000)

    it('stops before it touches anything where a variable or the secret of the data would be lost', async () => {
      const online = [
        { Key: 'SECRET', Value: 'the secret that sealed everything so far' },
        { Key: 'WECHAT_SECRET', Value: 'set in the console' },
        { Key: 'BY_HAND', Value: 'set in the console' },
      ]
      cloud.functions.set('api', { Environment: { Variables: online }, Triggers: [] })
      const { code, text } = await deploy()
      expect(code).toBe(1)
      expect(text).toContain('api has another SECRET online: set it as SECRET_OLD')
      expect(text).toContain("api has WECHAT_SECRET online, and it isn't set here: the upload would empty it")
      expect(text).toContain('api has the variable BY_HAND online: the upload would delete it')
      expect(text).not.toContain('sealed everything')
      expect(writes()).toEqual([])
    })
  })
})

/** Runs a program in a folder to its end, with this environment and no other; everything it says. */
async function inFolder(cwd: string, env: Record<string, string>, args: string[]) {
  const child = spawn(process.execPath, args, { cwd, env: env as NodeJS.ProcessEnv })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
    })
  const code = await new Promise<number>((done) => child.on('close', (status) => done(status ?? 1)))
  return { code, text }
}
