import type { ActionName } from '@/contract/actions'
import { aidActions } from './aid'
import type { Binding } from './binding'
import { bulletinActions } from './bulletin'
import { catalogueActions } from './catalogue'
import { classActions } from './classes'
import { clusterActions } from './clusters'
import { consenting } from './consenting'
import { countyActions } from './county'
import { evidenceActions } from './evidence'
import { figureActions } from './figures'
import { grievanceActions } from './grievance'
import { knowledgeActions } from './knowledge'
import { languageActions } from './language'
import { ledgerActions } from './ledger'
import { matterActions } from './matter'
import { noticeActions } from './notice'
import { paperActions } from './papers'
import { privacyActions } from './privacy'
import { privacyExportActions } from './privacy-export'
import { privacyRequestActions } from './privacy-requests'
import { questionActions } from './question'
import { rotaActions } from './rota'
import { sessionActions } from './session'
import { similarActions } from './similar'
import { visitActions } from './visit'
import { visitPlanActions } from './visit-plans'
import { wardActions } from './wards'

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
  ...ledgerActions,
  ...languageActions,
  ...clusterActions,
  ...paperActions,
  ...bulletinActions,
  ...noticeActions,
  ...privacyActions,
  ...privacyRequestActions,
  ...privacyExportActions,
  ...wardActions,
  ...classActions,
  ...visitActions,
  ...visitPlanActions,
  // A yes that comes with a form is kept once the matter is there.
  'aid.submit': consenting(aidActions['aid.submit']),
  'question.ask': consenting(questionActions['question.ask']),
  'visit.book': consenting(visitActions['visit.book']),
  'grievance.submit': consenting(grievanceActions['grievance.submit']),
}
