import { refuse } from '@/domain/decider'
import type { Binding } from './binding'

const notYet = async () => refuse('action.not-found')

export const clusterActions: { [A in 'figures.clusters' | 'figures.mediationDay']: Binding<A> } = {
  'figures.clusters': notYet,
  'figures.mediationDay': notYet,
}
