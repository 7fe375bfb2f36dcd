import type { AllowanceForm, AllowanceRate, AllowanceSum } from '@/domain/allowances'
import type { ExportColumn } from '@/domain/case-export'
import type { RegisterRow, RegisterSum } from '@/domain/case-register'
import type { Day, Instant } from '@/domain/time'
import type { ExportFile } from './views'

/** What the centre keeps books on: allowances, numbers, what goes to the superior's system. */

export type AllowanceRow = {
  matter: string
  no?: string
  form: AllowanceForm
  stage?: string
  topic: string
  result: string
  lawyer: { id: string; name: string; org?: string }
  endedOn: Day
  reviewedOn: Day
  fen?: number
}
export type AllowancesView = AllowanceSum & {
  from: string
  to: string
  madeAt: Instant
  /** The first few hundred; all of them stand in the file. */
  lines: AllowanceRow[]
  more: boolean
  lawyers: (AllowanceSum & { lawyer: AllowanceRow['lawyer'] })[]
  rates: AllowanceRate[]
  /** Files that were made of exactly this span, the newest last. */
  made: (AllowanceSum & { at: Instant; by: string })[]
  /** What the newest of them says is no longer what is shown here. */
  changed: boolean
}

export type RegisterView = RegisterSum & {
  series: string
  year: number
  /** In order, those after `after`. */
  rows: (RegisterRow & { title?: string; stageText?: string })[]
  next?: number
}

export type MappingView = {
  columns: ExportColumn[]
  source: string
  toConfirm?: string
  /** The county has loaded its own. */
  own: boolean
}
/** `apart`: those with a value that isn't in its table. What the law only keeps is on no desk and in no file. */
export type CaseExport = { file: ExportFile; cases: number; apart: number }
