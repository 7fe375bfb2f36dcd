import type { IconName } from '@/ui'
import { topicText } from '@/words/aid'

// What legal aid is asked for; roads and water are grievances and have another door.
const icons: readonly [string, IconName][] = [
  ['wages', 'wage'],
  ['work-injury', 'injury'],
  ['land', 'land'],
  ['pasture', 'grass'],
  ['marriage', 'family'],
  ['violence', 'shield'],
  ['support', 'people'],
  ['inheritance', 'home'],
  ['debt', 'loan'],
  ['traffic', 'alert'],
  ['criminal', 'scale'],
  ['administrative', 'paper'],
  ['other', 'other'],
]
export const topics = icons.map(([value, icon]) => ({ value, icon, text: topicText(value) }))
