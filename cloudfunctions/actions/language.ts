import type { Parsed } from '@/contract/actions'
import type { LanguageTable } from '@/contract/language-views'
import shown from '@/words/mongolian-shown.json'
import type { Binding, Context, Result } from './binding'

/** The table as the tool wrote it: only what is reviewed ever gets into it. */
const table = shown as LanguageTable
const { version } = table

async function read(_: Context, { version: has }: Parsed<'language.table'>): Result<LanguageTable> {
  return has === version ? { version } : table
}

export const languageActions: { 'language.table': Binding<'language.table'> } = { 'language.table': read }
