import { readFileSync } from 'node:fs'
import type { Problem } from '@/contract/check'
import { isRefusal, type Refusal } from '@/domain/decider'
import { instantOf } from '@/domain/time'
import { problemText } from '@/words/problems'
import { closeAccounts, heldBy, INVITE_DAYS, invite } from '../cloudfunctions/accounts'
import { isEmpty, loadCounty } from '../cloudfunctions/county'
import { everybody } from '../cloudfunctions/everybody'
import { saveMapping, saveRates } from '../cloudfunctions/ledger-tables'
import type { PersonRecord } from '../cloudfunctions/records'
import { settingsFrom } from '../cloudfunctions/server/settings'
import { openWorld } from '../cloudfunctions/server/world'
import type { World } from '../cloudfunctions/world'

/**
 * `npm run county`: loads a county, hands out invite codes, lists people. It opens the same store as the server, by
 * the same variables: MODE, SECRET, and STORE or TCB_ENV with its keys. A code is printed once and kept nowhere.
 */

type Command = { usage: string; takes: number; run: (world: World, argument: string) => Promise<void> }
type Out = (line: string) => void

/** Said in one sentence; anything else that is thrown is a fault. */
class Told extends Error {}

const commands = (out: Out): Record<string, Command> => ({
  load: {
    usage: 'load <file.json>      loads a county into an empty store',
    takes: 1,
    run: async (world, file) => {
      const loaded = await loadCounty(world, read(file))
      if (!loaded.ok) throw new Told(`${file} was not loaded:\n${lines(loaded.problems)}`)
      for (const [what, count] of Object.entries(loaded.counts)) if (count > 0) out(`${count} ${what}`)
      if (loaded.warnings.length > 0) out(`Worth a look:\n${lines(loaded.warnings)}`)
    },
  },
  invite: {
    usage: 'invite <person id>    a code with which she binds her account; one from before no longer counts',
    takes: 1,
    run: async (world, person) => {
      await loaded(world)
      out(await codeFor(world, person))
    },
  },
  invites: {
    usage: 'invites               a code for each member of staff who has no account yet',
    takes: 0,
    run: async (world) => {
      await loaded(world)
      const waiting = []
      for (const person of (await everybody(world)).filter(isStaff)) {
        const { wechat, login } = (await heldBy(world, person.id)).record
        if (!wechat && !login) waiting.push(person.id)
      }
      for (const person of waiting) out(await codeFor(world, person))
      if (waiting.length === 0) out('Every member of staff has an account.')
    },
  },
  allowances: {
    usage: 'allowances <file.json> what the county pays for a case, in place of the table from before',
    takes: 1,
    run: async (world, file) => {
      await loaded(world)
      const saved = await saveRates(world, read(file))
      if (!saved.ok) throw new Told(`${file} was not loaded:\n${lines(saved.problems)}`)
      out(`${saved.count} rates`)
    },
  },
  superior: {
    usage: "superior <file.json>  the columns and codes of the superior's system, in place of those from before",
    takes: 1,
    run: async (world, file) => {
      await loaded(world)
      const saved = await saveMapping(world, read(file))
      if (!saved.ok) throw new Told(`${file} was not loaded:\n${lines(saved.problems)}`)
      out(`${saved.count} columns`)
    },
  },
  people: {
    usage: 'people                who is in the county, in which roles and with which accounts',
    takes: 0,
    run: async (world) => {
      await loaded(world)
      for (const person of await everybody(world)) {
        const { wechat, login, invite } = (await heldBy(world, person.id)).record
        const has = [wechat && 'wechat', login && 'login', invite && 'invited'].filter(Boolean).join('+')
        out([person.id, person.name, rolesOf(person), has || 'no account'].join('\t'))
      }
    },
  },
  close: {
    usage: 'close <person id>     ends her accounts, her open invite and her sessions at once',
    takes: 1,
    run: async (world, person) => {
      await loaded(world)
      const { closed } = done(await closeAccounts(world, person), person)
      if (closed > 0) out(`Closed: ${closed}. She needs a new invite.`)
      else out(`${person} has no account to close; an invite of hers that was open is void.`)
    },
  },
})

const isStaff = ({ roles }: PersonRecord) => roles.some(({ role }) => role !== 'resident')
const rolesOf = ({ roles }: PersonRecord) =>
  roles.map(({ role, unit }) => (unit ? `${role}@${unit}` : role)).join(' ') || 'resident'

async function codeFor(world: World, person: string): Promise<string> {
  const made = done(await invite(world, person), person)
  const day = instantOf(made.until).slice(0, 16).replace('T', ' ')
  const code = made.code.replace(/^(.{4})(.{4})/, '$1-$2-')
  return [made.person.id, made.person.name, code, `${INVITE_DAYS} days, until ${day}`].join('\t')
}

function done<T extends object>(outcome: T | Refusal, person: string): T {
  if (!isRefusal(outcome)) return outcome
  if (outcome.refused === 'person.not-found')
    throw new Told(`There is no person "${person}" in this county: \`people\` lists them.`)
  throw new Told(`Somebody else is writing the same documents: try again. (${outcome.refused})`)
}

async function loaded(world: World) {
  if (await isEmpty(world)) throw new Told('This store has no county yet: `load` one first.')
  // Opens what is sealed of everybody: by another SECRET a code would be written that no server ever knows.
  await everybody(world)
}

function read(file: string): unknown {
  const text = attempt(() => readFileSync(file, 'utf8'), `${file} cannot be read`)
  return attempt(() => JSON.parse(text), `${file} is not JSON`)
}
function attempt<T>(work: () => T, otherwise: string): T {
  try {
    return work()
  } catch (error) {
    throw new Told(`${otherwise}: ${error instanceof Error ? error.message : 'unknown'}`)
  }
}

const lines = (problems: Problem[]) =>
  problems
    .map((problem) => `  ${problem.field || '(the whole file)'}  ${problem.code}  ${problemText(problem)}`)
    .join('\n')

/** Runs one command; answers the exit code: 0 done, 1 refused, 2 not understood. */
async function main(
  [name = '', ...given]: string[],
  env: Record<string, string | undefined>,
  out: Out,
  err: Out,
): Promise<number> {
  const known = commands(out)
  const command = Object.hasOwn(known, name) ? known[name] : undefined
  if (!command || given.length !== command.takes) {
    err(
      `Use: npm run county -- <command>\n${Object.values(known)
        .map(({ usage }) => `  ${usage}`)
        .join('\n')}`,
    )
    return 2
  }
  // A county on CloudBase is a real one unless somebody says otherwise: the demonstration's secret must not seal it.
  const settings = settingsFrom(env.TCB_ENV ? { ...env, MODE: env.MODE || 'production' } : env)
  if (!settings.ok) {
    err(settings.problem)
    return 2
  }
  const { cloud, store, mode } = settings.settings
  if (cloud && !cloud.keys && !cloud.url) {
    err(`TCB_ENV is ${cloud.env}, but TCB_SECRET_ID or TCB_SECRET_KEY is not set.`)
    return 2
  }
  err(`${mode === 'demo' ? 'Demonstration' : 'Production'}, ${cloud ? `CloudBase ${cloud.env}` : store}`)
  const { world } = await openWorld(settings.settings, (line) => err(JSON.stringify(line)))
  try {
    await command.run(world, given[0] ?? '')
    return 0
  } catch (error) {
    if (error instanceof Told) err(error.message)
    else if (error instanceof Error && error.message.startsWith('unseal '))
      err('This store was sealed by another SECRET: use the MODE and the SECRET that the server uses.')
    else throw error
    return 1
  } finally {
    await world.store.close()
  }
}

main(process.argv.slice(2), process.env, console.log, console.error).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.stack : error)
    process.exitCode = 1
  },
)
