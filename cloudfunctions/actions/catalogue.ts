import { refuse } from '@/domain/decider'
import type { Binding } from './binding'

const notYet = async () => refuse('action.not-found')

export const catalogueActions: {
  [A in 'catalogue.get' | 'catalogue.save' | 'catalogue.units' | 'grievance.advice']: Binding<A>
} = {
  'catalogue.get': notYet,
  'catalogue.save': notYet,
  'catalogue.units': notYet,
  'grievance.advice': notYet,
}
