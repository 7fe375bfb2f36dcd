import * as v from 'valibot'
import { query } from './define'
import { text } from './fields'
import type { LanguageTable } from './language-views'

export const languageActions = {
  'language.table': query<LanguageTable>()(
    'The reviewed Mongolian of what residents read, unless the phone has this version already',
    { version: v.optional(text(20)) },
  ),
} as const
