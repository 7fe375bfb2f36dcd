import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { collections } from '../../cloudfunctions/collections'
import { applyPlan } from '../../tools/deploy/apply'
import { configFor, readConfig } from '../../tools/deploy/functions'
import { deployPlan, MOST_INDEXES } from '../../tools/deploy/plan'
import { recorded } from '../../tools/deploy/recorded'
import { deploySettings, secretNames } from '../../tools/deploy/settings'

const plan = deployPlan(collections)
const declared = Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes: Object.entries(indexes) }))

describe('the plan', () => {
  it('has every declared collection, and no person’s client may read or write any', () => {
    expect(plan.collections.map(({ name }) => name)).toEqual(declared.map(({ name }) => name))
    expect(new Set(plan.collections.map(({ acl }) => acl))).toEqual(new Set(['ADMINONLY']))
  })
  it('has every declared index with its columns in order and the id last', () => {
    for (const { name, indexes } of declared) {
      const planned = plan.collections.find((each) => each.name === name)?.indexes
      const expected = indexes.map(([index, columns]) => ({
        name: index,
        columns: [...(columns as readonly string[]).map((column) => column.replace('[]', '')), '_id'],
      }))
      expect(planned, name).toEqual(expected)
    }
    expect(plan.collections.flatMap(({ indexes }) => indexes).length).toBeGreaterThan(15)
  })
  it('stays within the platform’s indexes a collection, and refuses a declaration that does not', () => {
    for (const { name, indexes } of plan.collections) expect(indexes.length, name).toBeLessThanOrEqual(MOST_INDEXES)
    const many = Object.fromEntries(Array.from({ length: MOST_INDEXES + 1 }, (_, n) => [`i${n}`, ['at']]))
    expect(() => deployPlan({ things: { keys: ['at'], indexes: many } })).toThrow('at most 20 a collection')
  })
  it('lets a phone put only what is its own, only under incoming, and read nothing', () => {
    const { read, write } = plan.storage.rule
    expect(read).toBe(false)
    // The rule's language is JavaScript's here: https://docs.cloudbase.net/storage/security-rules.
    const allowed = new Function('auth', 'resource', `return ${write}`) as (auth: object, resource: object) => boolean
    const her = { openid: 'her' }
    expect(allowed(her, { openid: 'her', path: 'incoming/f_1' })).toBe(true)
    expect(allowed(her, { openid: 'other', path: 'incoming/f_1' })).toBe(false)
    for (const path of ['f_1', 'evidence/f_1', 'evidence/incoming/f_1', ''])
      expect(allowed(her, { openid: 'her', path }), path).toBe(false)
  })
  it('makes exactly the calls that an empty environment needs: each collection closed before it is indexed', async () => {
    const calls: string[] = []
    await applyPlan(
      recorded((call) => calls.push(call)),
      'env-1',
      plan,
      () => {},
    )
    for (const { name, indexes } of plan.collections) {
      const own = calls.filter((call) => call.includes(`"${name}"`)).map((call) => call.replace(/\(.*/, ''))
      const expected = ['database.createCollection', 'commonService', 'commonService', 'database.describeCollection']
      expect(own, name).toEqual([...expected, ...indexes.map(() => 'database.updateCollection')])
    }
    expect(calls.at(-1)).toContain('"read":false')
  })
})

describe('cloudbaserc.json', () => {
  const config = readConfig()
  it('has the two functions as their bundles are built, and a timer of seven fields for the clock only', () => {
    const raw = JSON.parse(readFileSync('cloudbaserc.json', 'utf8'))
    expect(raw.functionRoot).toBe('dist/cloudfunctions')
    expect(raw.functions).toMatchObject([
      { name: 'api', handler: 'index.main', runtime: 'Nodejs20.19', timeout: 20, installDependency: false },
      { name: 'clock', handler: 'index.main', runtime: 'Nodejs20.19', timeout: 60, installDependency: false },
    ])
    expect(raw.functions[0].triggers).toBeUndefined()
    expect(raw.functions[1].triggers).toEqual([{ name: 'each-minute', type: 'timer', config: '0 * * * * * *' }])
  })
  it('gives both functions the same variables, by name only', () => {
    for (const { envVariables } of config.functions)
      expect(envVariables).toEqual(Object.fromEntries(secretNames.map((name) => [name, `{{env.${name}}}`])))
    expect(config.envId).toBe('{{env.TCB_ENV}}')
  })
  it('is handed on without the variables that are not set', () => {
    const names = configFor(config, { SECRET: 'x', SECRET_OLD: '' }).functions.map((each) =>
      Object.keys(each.envVariables),
    )
    expect(names).toEqual([['SECRET'], ['SECRET']])
  })
})

describe('a deployment says what it needs', () => {
  const SECRET = Buffer.from('a secret of thirty-two bytes or more').toString('base64')
  const env = { TCB_ENV: 'county-1a2b3c', TCB_SECRET_ID: 'id', TCB_SECRET_KEY: 'key', SECRET }
  const problems = (changed: Record<string, string>) => {
    const read = deploySettings({ ...env, ...changed })
    return 'problems' in read ? read.problems : []
  }
  it('and begins only when all of it is there', () => {
    expect(deploySettings(env)).toEqual({ settings: { envId: 'county-1a2b3c', secretId: 'id', secretKey: 'key' } })
    for (const name of Object.keys(env))
      expect(problems({ [name]: '' })[0]).toMatch(new RegExp(`^${name} is not set: `))
    expect(problems({ TCB_ENV: '', SECRET: '' })).toHaveLength(2)
  })
  it('and takes no secret that is short or would be cut by the upload, without repeating it', () => {
    expect(problems({ SECRET: 'short' })).toEqual(['SECRET is shorter than 32 bytes.'])
    const odd = `${SECRET}"quoted`
    expect(problems({ SECRET: odd })[0]).toMatch(/^SECRET holds quotes/)
    expect(problems({ SECRET: odd }).join()).not.toContain('quoted')
    expect(problems({ SECRET_OLD: `${SECRET} ` })[0]).toMatch(/^SECRET_OLD holds quotes, blanks/)
    expect(problems({ TCB_ENV: 'a b' })[0]).toContain('not an environment’s id')
  })
})

describe('no secret stands in the tree', () => {
  // What a key of this platform looks like, a private key, and our own variables with a value behind them.
  const secrets = [
    /\bAKID[A-Za-z0-9]{32}\b/,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /\b(SECRET(_OLD)?|TCB_SECRET_(ID|KEY)|WECHAT_SECRET)["']?\s*[=:]\s*["']?[A-Za-z0-9+/]{40,}={0,2}(?![\w$])/,
  ]
  // A vendor's published example says so itself. Looked for from where a word begins: a picture in base64 is one word.
  const found = (text: string) => {
    const own = text.replace(/(?<![\w+/])[\w+/]*EXAMPLE[\w+/]*/g, '')
    return secrets.filter((secret) => secret.test(own)).length
  }
  it('in no file that is, or is about to be, committed', () => {
    const listed = execFileSync('git', ['ls-files', '-zco', '--exclude-standard'], { encoding: 'utf8' })
      .split('\0')
      .filter(Boolean)
    const files = listed.filter((file) => existsSync(file) && statSync(file).isFile() && file !== 'package-lock.json')
    expect(files.length).toBeGreaterThan(100)
    expect(files).toContain('docs/handbook/部署到云开发.md')
    expect(files.filter((file) => found(readFileSync(file, 'utf8')) > 0)).toEqual([])
  })
  it('and it would be found', () => {
    const random = 'Zk3vN1q8Rw0tY6uI2oP4aS7dF9gH5jK1lX3cV8bN'
    expect(found(`AKID${random.slice(0, 32)}`)).toBe(1)
    expect(found(`SECRET=${random}`)).toBe(1)
    expect(found(`"TCB_SECRET_KEY": "${random}"`)).toBe(1)
    expect(found(['-----BEGIN', 'PRIVATE KEY-----'].join(' '))).toBe(1)
    expect(found(`a="AKID${random.slice(0, 25)}EXAMPLE" b="AKID${random.slice(0, 32)}"`)).toBe(1)
    expect(found(`AKID${random.slice(0, 25)}EXAMPLE`)).toBe(0)
    expect(found('SECRET=$(openssl rand -base64 48)')).toBe(0)
  })
})
