import type { ActionName } from '@/contract/actions'
import { aidActions } from './aid'
import type { Binding } from './binding'
import { bulletinActions } from './bulletin'
import { catalogueActions } from './catalogue'
import { clusterActions } from './clusters'
import { countyActions } from './county'
import { evidenceActions } from './evidence'
import { figureActions } from './figures'
import { grievanceActions } from './grievance'
import { knowledgeActions } from './knowledge'
import { matterActions } from './matter'
import { paperActions } from './papers'
import { questionActions } from './question'
import { rotaActions } from './rota'
import { sessionActions } from './session'
import { similarActions } from './similar'

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
  ...grievanceActions,
  ...similarActions,
  ...catalogueActions,
  ...knowledgeActions,
  ...clusterActions,
  ...paperActions,
  ...bulletinActions,
}
