import type { Offer } from './question-types'

const LIVE: readonly Offer['state'][] = ['proposed', 'delivered', 'seen']

/** Whether he may still take it: an offer stays open until somebody has the question. */
export const isLive = ({ state }: Offer): boolean => LIVE.includes(state)
