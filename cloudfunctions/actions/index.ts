import type { ActionName } from '@/contract/actions'
import { aidActions } from './aid'
import type { Binding } from './binding'
import { countyActions } from './county'
import { evidenceActions } from './evidence'
import { figureActions } from './figures'
import { matterActions } from './matter'
import { questionActions } from './question'
import { rotaActions } from './rota'
import { sessionActions } from './session'

/** Every action of the contract, bound; one that is missing doesn't compile. */
export const bindings: { [A in ActionName]: Binding<A> } = {
  ...sessionActions,
  ...countyActions,
  ...matterActions,
  ...evidenceActions,
  ...aidActions,
  ...questionActions,
  ...rotaActions,
  ...figureActions,
}
