import defaults from '@/data/policy.json'
import { type Policy, policyFrom } from '@/domain/policy'

export { calendar } from './clock-given'

export const policy = policyFrom(defaults.values as Policy)
