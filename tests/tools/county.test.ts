import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindWechat } from '../../cloudfunctions/accounts'
import { callerOf } from '../../cloudfunctions/actor'
import { settingsFrom } from '../../cloudfunctions/server/settings'
import { openWorld } from '../../cloudfunctions/server/world'
import { program, throughTsx } from '../support/program'
import { smallCounty } from '../support/small-county'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'county-'))
const SECRET = 'a secret of this county alone, long enough for anybody'
const env = { MODE: 'production', SECRET, STORE: join(folder, 'county.db') }
const file = join(folder, 'county.json')
beforeAll(() => writeFileSync(file, JSON.stringify(smallCounty)))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The real program on a real store, as an administrator runs it. */
const started = program('tools/county.ts')
const county = (args: string[], more: Record<string, string> = {}) => started(args, { ...process.env, ...env, ...more })

// In the order of a county's first morning: each step stands on the one before.
describe('npm run county', () => {
  it('says how it is used, and what is missing, by name', async () => {
    for (const args of [[], ['load'], ['people', 'all'], ['constructor']]) {
      const { status, err } = await county(args)
      expect([status, err]).toEqual([2, expect.stringContaining('invite <person id>')])
    }
    const { status, err } = await throughTsx('tools/county.ts', ['people'], { ...process.env, ...env, SECRET: '' })
    expect([status, err]).toEqual([2, expect.stringContaining('MODE=production needs SECRET')])
  })

  it('takes an environment of CloudBase for production unless told otherwise, and says which key is missing', async () => {
    const cloud = { MODE: '', TCB_ENV: 'county-1a2b3c', TCB_SECRET_ID: '', TCB_SECRET_KEY: '' }
    expect((await county(['people'], { ...cloud, SECRET: '' })).err).toContain('MODE=production needs SECRET')
    const { status, err } = await county(['people'], cloud)
    expect([status, err]).toEqual([2, 'TCB_ENV is county-1a2b3c, but TCB_SECRET_ID or TCB_SECRET_KEY is not set.'])
  })

  it('does nothing for a county that isn’t there, and says which file is wrong and where', async () => {
    expect(await county(['invite', 'gao'])).toMatchObject({ status: 1, err: expect.stringContaining('no county yet') })
    expect(await county(['load', join(folder, 'none.json')])).toMatchObject({
      status: 1,
      err: expect.stringContaining('cannot be read'),
    })
    const wrong = join(folder, 'wrong.json')
    writeFileSync(wrong, '{"units": [')
    expect((await county(['load', wrong])).err).toContain('wrong.json is not JSON')
    writeFileSync(
      wrong,
      JSON.stringify({ ...smallCounty, people: [{ id: 'li', name: '李', roles: [{ role: 'king' }] }] }),
    )
    expect(await county(['load', wrong])).toMatchObject({
      status: 1,
      err: expect.stringContaining('people.0.roles.0.role  not-an-option'),
    })
  })

  it('loads a county once', async () => {
    const first = await county(['load', file])
    expect([first.status, first.out.split('\n')]).toEqual([0, expect.arrayContaining(['5 units', '5 people'])])
    expect(await county(['load', file])).toMatchObject({ status: 1, err: expect.stringContaining('already-loaded') })
  })

  it('hands the first administrator a code that works, and shows who has an account', async () => {
    const made = await county(['invite', 'gao'])
    const [id, name, code = ''] = made.out.split('\t')
    expect([made.status, id, name]).toEqual([0, 'gao', '高审查'])
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/)
    expect((await county(['people'])).out).toContain('gao\t高审查\tcentre\tinvited')

    const settings = settingsFrom(env)
    if (!settings.ok) throw new Error(settings.problem)
    const { world } = await openWorld(settings.settings, () => undefined)
    expect(await bindWechat(world, 'an-account', code)).toBe('gao')
    const who = { person: 'an-account', session: 's', account: 'wechat' as const }
    expect((await callerOf(world, who)).actor).toEqual({ id: 'gao', name: '高审查', role: 'centre' })
    await world.store.close()
    expect((await county(['people'])).out).toContain('gao\t高审查\tcentre\twechat')
    expect(await county(['invite', 'ghost'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is no person "ghost"'),
    })
  })

  it('hands out codes for all the staff without an account, and for no resident', async () => {
    const rows = (await county(['invites'])).out.split('\n')
    expect(rows.map((row) => row.split('\t')[0]).sort()).toEqual(['li', 'sun'])
    expect(new Set(rows.map((row) => row.split('\t')[2])).size).toBe(2)
  })

  it('closes an account at once', async () => {
    expect((await county(['close', 'gao'])).out).toContain('Closed: 1')
    expect((await county(['people'])).out).toContain('gao\t高审查\tcentre\tno account')
    expect((await county(['close', 'gao'])).out).toContain('no account to close')
  })

  it('tells in a sentence that the store was sealed by another SECRET', async () => {
    const { status, err } = await county(['invite', 'gao'], { MODE: '', SECRET: '' })
    expect([status, err]).toEqual([1, expect.stringContaining('This store was sealed by another SECRET')])
  })

  it('loads the handbook’s example as it stands, with nothing to warn of', async () => {
    const { status, out, err } = await county(['load', join(root, 'docs/handbook/旗县样例.json')], {
      STORE: join(folder, 'example.db'),
    })
    expect([status, out.split('\n')[1]]).toEqual([0, '13 people'])
    expect(out + err).not.toContain('Worth a look')
  })
})
