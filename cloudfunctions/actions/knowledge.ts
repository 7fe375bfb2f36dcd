import { refuse } from '@/domain/decider'
import type { Binding } from './binding'

const notYet = async () => refuse('action.not-found')

export const knowledgeActions: {
  [A in 'knowledge.search' | 'knowledge.get' | 'knowledge.save' | 'knowledge.remove']: Binding<A>
} = {
  'knowledge.search': notYet,
  'knowledge.get': notYet,
  'knowledge.save': notYet,
  'knowledge.remove': notYet,
}
