import { afterEach, describe, expect, it } from 'vitest'
import { memoryStore } from '../../cloudfunctions/memory/store'
import { productClock, wallClock } from '../../cloudfunctions/server/product-clock'

const start = Date.parse('2026-10-12T09:00:00+08:00')
let wall = start
const real = () => wall
afterEach(() => {
  wall = start
})

describe("the product's clock", () => {
  it('is the wall clock until somebody moves it', async () => {
    const clock = await productClock(memoryStore(), undefined, real)
    wall += 1500
    expect(clock.now()).toBe('2026-10-12T09:00:01.500+08:00')
    expect(wallClock(real).now()).toBe('2026-10-12T09:00:01.500+08:00')
  })

  it('goes on from where it was moved to, and a restart resumes there', async () => {
    const store = memoryStore()
    const clock = await productClock(store, undefined, real)
    clock.hold('2026-10-20T00:00:00.000+08:00')
    wall += 60_000
    expect(clock.now()).toBe('2026-10-20T00:00:00.000+08:00')
    await clock.release()
    wall += 2000
    expect(clock.now()).toBe('2026-10-20T00:00:02.000+08:00')
    expect((await productClock(store, undefined, real)).now()).toBe('2026-10-20T00:00:02.000+08:00')
  })

  it('stands still where a new store was told to, moves only by hand, and still stands after a restart', async () => {
    const store = memoryStore()
    const clock = await productClock(store, '2026-10-12T15:59:00.000+08:00', real)
    wall += 3_600_000
    expect(clock.now()).toBe('2026-10-12T15:59:00.000+08:00')
    clock.hold('2026-10-12T16:00:00.000+08:00')
    await clock.release()
    wall += 3_600_000
    expect(clock.now()).toBe('2026-10-12T16:00:00.000+08:00')
    const again = await productClock(store, '2026-01-01T00:00:00.000+08:00', real)
    expect(again.now()).toBe('2026-10-12T16:00:00.000+08:00')
  })

  it('has slept until its target, if the machine dies on the way there', async () => {
    const store = memoryStore()
    const clock = await productClock(store, undefined, real)
    await clock.keep('2026-10-14T00:00:00.000+08:00')
    clock.hold('2026-10-13T00:00:00.000+08:00')
    wall += 5000
    expect((await productClock(store, undefined, real)).now()).toBe('2026-10-14T00:00:05.000+08:00')
  })

  it('never goes back', async () => {
    const clock = await productClock(memoryStore(), undefined, real)
    clock.hold('2026-10-01T00:00:00.000+08:00')
    expect(clock.now()).toBe('2026-10-12T09:00:00.000+08:00')
  })
})
