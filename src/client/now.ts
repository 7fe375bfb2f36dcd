import { type Instant, instantOf, msOf } from '@/domain/time'

/** The product's clock as the last answer told it, carried on by the phone's own ticking. */
let said: { now: number; heardAt: number } | undefined

export function heard(now: Instant): void {
  said = { now: msOf(now), heardAt: Date.now() }
}

/** Countdowns follow the product's clock, never the phone's: a phone's clock may be years off. */
export const productNow = (): Instant => instantOf(said ? said.now + (Date.now() - said.heardAt) : Date.now())
