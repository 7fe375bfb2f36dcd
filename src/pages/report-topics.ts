import type { IconName } from '@/ui'
import { topicText } from '@/words/aid'

// What people report most comes first; a quarrel for a lawyer has another door.
const icons: readonly [string, IconName][] = [
  ['road', 'road'],
  ['water', 'water'],
  ['power', 'power'],
  ['sanitation', 'clean'],
  ['land', 'land'],
  ['pasture', 'grass'],
  ['subsidy', 'paper'],
  ['village-cadre', 'person'],
  ['wages', 'wage'],
  ['violence', 'shield'],
  ['traffic', 'alert'],
  ['other', 'other'],
]
/** What people report, by picture. */
export const reportTopics = icons.map(([value, icon]) => ({ value, icon, text: topicText(value) }))
