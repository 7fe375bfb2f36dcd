import { check, type Problem } from '@/contract/check'
import { allowanceTable, mappingProblems, mappingTable, rateProblems } from '@/contract/ledger-tables'
import product from '@/data/superior-export.json'
import type { AllowanceRate } from '@/domain/allowances'
import type { ExportMapping } from '@/domain/case-export'
import { writeSheet } from './records'
import type { World } from './world'

/** The county's tables of what it pays and of the superior's columns, each a sheet that is replaced whole. */

export const ALLOWANCES = 'county:allowances'
export const SUPERIOR_EXPORT = 'county:superior-export'

/** Empty where the county has set nothing. */
export async function readRates(world: World): Promise<AllowanceRate[]> {
  const doc = await world.store.get('policy', ALLOWANCES)
  return doc ? (JSON.parse(doc.body) as AllowanceRate[]) : []
}

/** The product's own, which nobody has held against the superior's template, until the county has loaded one. */
export async function readMapping(world: World): Promise<{ mapping: ExportMapping; own: boolean }> {
  const doc = await world.store.get('policy', SUPERIOR_EXPORT)
  return doc
    ? { mapping: JSON.parse(doc.body) as ExportMapping, own: true }
    : { mapping: product as ExportMapping, own: false }
}

type Saved = { ok: true; count: number } | { ok: false; problems: Problem[] }

export async function saveRates(world: World, body: unknown): Promise<Saved> {
  const checked = check(allowanceTable, body)
  if (!checked.ok) return checked
  const { allowances } = checked.value
  const problems = rateProblems(allowances)
  if (problems.length > 0) return { ok: false, problems }
  await replace(world, ALLOWANCES, allowances)
  return { ok: true, count: allowances.length }
}

export async function saveMapping(world: World, body: unknown): Promise<Saved> {
  const checked = check(mappingTable, body)
  if (!checked.ok) return checked
  const { superiorExport } = checked.value
  const problems = mappingProblems(superiorExport)
  if (problems.length > 0) return { ok: false, problems }
  await replace(world, SUPERIOR_EXPORT, superiorExport)
  return { ok: true, count: superiorExport.columns.length }
}

async function replace(world: World, id: string, value: unknown): Promise<void> {
  const before = await world.store.get('policy', id)
  const saved = await world.store.save([writeSheet(id, value, before?.version ?? 0)])
  if (!saved.ok) throw new Error(`${id} is being written by somebody else: try again`)
}
