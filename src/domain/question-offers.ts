import type { Offer } from './question-types'

/** However many stand in seats, so many are asked. */
export const MOST_OFFERS = 64

const LIVE: readonly Offer['state'][] = ['proposed', 'delivered', 'seen']

/** Whether he may still take it: an offer stays open until somebody has the question. */
export const isLive = ({ state }: Offer): boolean => LIVE.includes(state)
