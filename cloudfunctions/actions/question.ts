import type { ActionName } from '@/contract/actions'
import type { Binding } from './binding'

export const questionActions = {} as { [A in Extract<ActionName, `question.${string}`>]: Binding<A> }
