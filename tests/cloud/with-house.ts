import { afterAll, afterEach, beforeAll } from 'vitest'
import { type Given, given, type House, house, type Options } from './functions-given'

/** For a file of tests: the house is built once, and every environment begun in it ends with its test. */
export function withHouse() {
  let built: House
  let open: Given[] = []
  beforeAll(async () => {
    built = await house()
  })
  afterEach(async () => {
    for (const g of open) await g.stop()
    open = []
  })
  afterAll(() => built.close())
  return async (options?: Options): Promise<Given> => {
    const g = await given(built, options)
    open.push(g)
    return g
  }
}
