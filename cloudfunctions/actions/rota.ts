import type { ActionName } from '@/contract/actions'
import type { Binding } from './binding'

export const rotaActions = {} as { [A in Exclude<Extract<ActionName, `rota.${string}`>, 'rota.whoIsOn'>]: Binding<A> }
