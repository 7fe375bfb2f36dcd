import { join } from 'node:path'
import { type Load, loadTimes, report } from '../bench/cloud'
import { type Bundle, OWN_LIMIT_BYTES } from '../config/cloud'
import { application, type Given, given, type House, house, openid } from '../tests/cloud/functions-given'

/**
 * What the cloud's functions weigh, cost to start and ask of the store. Fails where our own code is above its limit,
 * or where a bundle does not run by itself far from node_modules; the times are only told.
 */
type Cost = { what: string; requests: number; reads: number; writes: number; transactions: number }

async function main() {
  const built = await house()
  try {
    const { bundles } = built
    const { sdk, loads } = await loadTimes(bundles)
    const costs = await costsOf(built)
    report({
      limits: { code: OWN_LIMIT_BYTES },
      bundles: bundles.map(({ file: _, ...told }) => told),
      sdk,
      loads,
      costs,
    })
    for (const line of [...bundleLines(bundles, loads), '', ...costLines(costs)]) console.log(line)
    console.log(
      `the platform's SDK alone loads in ${sdk.requireMs} ms; limits of our own code: ${bundles.map(({ name }) => `${name} ${kilobytes(limitOf(name))}`).join(', ')}`,
    )
    const heavy = bundles.filter(({ name, code }) => code > limitOf(name))
    for (const { name, code } of heavy) console.error(`${name} carries ${kilobytes(code)} of our own code: too much`)
    process.exitCode = heavy.length === 0 ? 0 : 1
  } finally {
    await built.close()
  }
}

/** The same calls as a phone makes them, through the built functions; a function that does not load throws here. */
async function costsOf(built: House): Promise<Cost[]> {
  const g = await given(built)
  try {
    const [api, clock] = [await g.start('api'), await g.start('clock')]
    const counted = async (what: string, call: () => Promise<Record<string, unknown>>) => {
      g.between.passed()
      const reply = await call()
      if (!reply.ok) throw new Error(`${what}: ${JSON.stringify(reply)}`)
      return { reply, cost: costOf(what, g) }
    }
    // Whatever a fresh county leaves for the first beat is not what every beat costs.
    await clock.beat()
    const idle = await counted('a beat, nothing due', () => clock.beat())
    const as = (who: string, action: string, input: object) => () =>
      api.call({ action, input: { requestId: `check-${action}`, ...input } }, { openid: openid(who) })
    const submit = await counted('aid.submit', as('bao', 'aid.submit', application('包群众')))
    const { id } = submit.reply.value as { id: string }
    const rest = [
      await counted('matter.get', as('bao', 'matter.get', { id })),
      await counted('matter.list', as('bao', 'matter.list', { open: true })),
      await counted('aid.grant', as('gao', 'aid.grant', { id })),
    ]
    return [submit, ...rest, idle].map(({ cost }) => cost)
  } finally {
    await g.stop()
  }
}

function costOf(what: string, { between }: Given): Cost {
  const passed = between.passed()
  const of = (...actions: string[]) => passed.filter(({ action }) => actions.includes(`${action.split('.')[1]}`)).length
  return {
    what,
    requests: passed.length,
    reads: of('getDocument'),
    writes: of('insertDocument', 'modifyDocument', 'removeDocument'),
    transactions: of('commitTransaction'),
  }
}

const limitOf = (name: string) => OWN_LIMIT_BYTES[name] ?? 0
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`
const table = (rows: (string | number)[][]): string[] =>
  rows.map((row) => row.map((cell, at) => (at === 0 ? `${cell}`.padEnd(20) : `${cell}`.padStart(14))).join(''))

const bundleLines = (bundles: Bundle[], loads: Load[]) =>
  table([
    ['bundle', 'total', 'SDK', 'own', 'code', 'facts', 'words', 'own, packed', 'load ms', 'of a CPU', '1st call ms'],
    ...bundles.map(({ name, bytes, own, code, facts, words, packed }) => {
      const load = loads.find((one) => one.name === name)
      const sizes = [bytes, bytes - own, own, code, facts, words, packed].map(kilobytes)
      return [name, ...sizes, load?.requireMs ?? '', load?.cpuMs ?? '', load?.firstCallMs ?? '']
    }),
  ])

const costLines = (costs: Cost[]) =>
  table([
    ['action', 'requests', 'reads', 'writes', 'transactions'],
    ...costs.map(({ what, requests, reads, writes, transactions }) => [what, requests, reads, writes, transactions]),
  ])

if (process.argv[1] === join(import.meta.dirname, 'check-cloud.ts')) void main()
