import type { ActionName } from '@/contract/actions'
import type { Binding } from './binding'

export const figureActions = {} as { [A in Extract<ActionName, `figures.${string}`> | 'circle.plate']: Binding<A> }
